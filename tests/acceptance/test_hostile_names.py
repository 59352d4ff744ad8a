"""Whatever a data file says is text in every format: each is read back by a parser of its own and holds the texts."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import zipfile
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import docx
import lxml.html
import openpyxl
import pytest
from markdown_it import MarkdownIt

from acceptance.plans import make_plan
from hostile import FOLDER, TEXTS, UNTIDY, hostile_plan, identifier, unit_of
from lixia_kpi.cli.app import run
from pages import read_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

OWN_STYLE = re.compile(r"\x1b\[(?:0|1|(?:1;)?38;5;\d+)m")
WORKFLOW_COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)
ADDRESS = "https://example.org/"
TABLES = {
    "project": ["project", "--all"],
    "required": ["required"],
    "list": ["list"],
    "path": ["path", identifier(0), identifier(9), identifier(17)],
    "compare": ["compare", "--all"],
    "annual": ["annual"],
    "against": ["annual", "--against"],
    "whatif": ["whatif", "--growth", f"{identifier(7)}=5%", "--shock", f"{identifier(0)}:2025=-5%"],
    "check": ["check", "--fail-on", "met", "--fail-on", "no_data"],
    "audit": ["audit", "--all"],
    "diff": ["diff", "--to", "2026"],
    "backtest": ["backtest"],
}
FREE = ("name_zh", "name_en", "group", "unit", "owner", "heading", "doubt", "target_unit", "old_unit", "new_unit")
PEOPLE = {
    **TABLES,
    "report": ["report", "--all"],
    "final": ["report", "--final", "2025"],
    "validate": ["validate"],
    **{f"show {n}": ["show", identifier(n)] for n in range(len(UNTIDY))},
}


class Plans:
    """A plan of hostile texts, and the same with other figures, in folders with hostile names."""

    def __init__(self, folder: Path) -> None:
        self.folder = hostile_plan(folder / FOLDER, untidy=True)
        self.rows: dict[str, list[dict[str, object]]] = {}
        self.revised = folder / f"new {FOLDER}"
        shutil.copytree(self.folder, self.revised)
        actuals = self.revised / "actuals.csv"
        actuals.write_bytes(actuals.read_bytes().replace(b",2023,1", b",2023,2"))

    def sources(self, command: str) -> list[str]:
        if command == "diff":
            return [str(self.folder), str(self.revised)]
        return [str(self.folder)] if command == "validate" else ["--plan", str(self.folder)]


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Plans:
    return Plans(tmp_path_factory.mktemp("hostile"))


@pytest.fixture
def kpi(
    plans: Plans, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., bytes]:
    """Run a command line of `TABLES` or `PEOPLE` in this process."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in ("KPI_LANG", "KPI_PLAN", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def called(name: str, *args: str) -> bytes:
        command = PEOPLE[name]
        code = run([*command, *plans.sources(command[0]), *args])
        captured = capfdbinary.readouterr()
        assert code in (0, 1), captured.err
        assert captured.err == b""
        return captured.out

    return called


@pytest.fixture
def rows_of(kpi: Callable[..., bytes], plans: Plans) -> Callable[[str], list[dict[str, object]]]:
    """Give the rows of a table as JSON has them."""

    def rows(name: str) -> list[dict[str, object]]:
        if name not in plans.rows:
            plans.rows[name] = json.loads(kpi(name, "-f", "json"))["rows"]
        return plans.rows[name]

    return rows


@pytest.mark.parametrize("name", TABLES)
def test_json_holds_the_texts_themselves(kpi, rows_of, name):
    assert rows_of(name)
    assert rows_of(name) == [json.loads(line) for line in kpi(name, "-f", "jsonl").splitlines()]
    for row in rows_of(name):
        number = str(row.get("id") or "").removeprefix("text_")
        if number.isdigit():
            words = TEXTS[int(number)]
            shown = {key: row[key] for key in FREE if key in row and "unit" not in key}
            assert shown == dict.fromkeys(shown, words)
            assert row.get("unit", unit_of(words)) in (unit_of(words), None)


@pytest.mark.parametrize(("format_", "delimiter"), [("csv", ","), ("tsv", "\t")])
@pytest.mark.parametrize("name", TABLES)
def test_no_cell_is_a_formula(kpi, rows_of, name, format_, delimiter):
    text = kpi(name, "-f", format_).decode()
    cells = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    for row, plain in zip(cells, rows_of(name), strict=True):
        assert None not in row
        for key, cell in row.items():
            value = plain[key]
            if isinstance(value, str) and key in (*FREE, "file", "message_zh", "message_en", "rate_unit"):
                assert cell[:1] not in ("=", "+", "-", "@")
                assert cell[:1].isprintable()
                assert cell in (value.encode(errors="backslashreplace").decode(), f"'{value}")
            elif isinstance(value, str):
                assert re.fullmatch(r"[a-z0-9_;~<>=:.%+-]*", value), (key, value)


@cache
def parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def inert(inline) -> str:
    """Give the text of an inline token; no link, picture, element, code or emphasis in it."""
    parts = []
    for token in inline.children or ():
        if token.type == "softbreak":
            parts.append(" ")
        elif token.type == "html_inline":
            assert token.content == "<!-- -->"
        elif token.type in ("strong_open", "strong_close"):
            assert token.markup == "**"
        else:
            assert token.type in ("text", "text_special"), token
            parts.append(token.content)
    return "".join(parts)


def cells_of(text: str) -> list[list[str]]:
    """Read the rows of all pipe tables, the headings included."""
    found: list[list[str]] = []
    tokens = parser().parse(text)
    for before, token in pairwise(tokens):
        assert token.type not in ("html_block", "code_block", "fence"), token
        if before.type == "tr_open":
            found.append([])
        if before.type in ("td_open", "th_open"):
            found[-1].append(inert(token))
    return found


def linkable(text: str) -> list[str]:
    """Find what a code hosting site would link: bare addresses, mentions, references."""
    return re.findall(r"(?<![\w<])(?:https?://|www\.)|@[a-z]|(?<![\w&])#\d|(?<!\w)[!~%]\d", text)


@pytest.mark.parametrize("name", [name for name in TABLES if name not in ("check", "diff")])
def test_markdown_tables_hold_the_texts(kpi, rows_of, name):
    text = kpi(name, "-f", "markdown").decode()
    header, *rows = cells_of(text)
    for cells, row in zip(rows, rows_of(name), strict=True):
        shown = dict(zip(header, cells, strict=True))
        for key, value in row.items():
            if isinstance(value, str) and value.isprintable():
                assert " ".join(shown[key].split()) == " ".join(value.split())
    assert linkable(text) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["report", "final", "check", "diff"])
def test_markdown_for_people_is_text(kpi, name, lang):
    text = kpi(name, "-f", "markdown", "--lang", lang).decode()
    counts = Counter(len(row) for row in cells_of(text))
    assert sum(counts.values()) > 20
    for token in parser().parse(text):
        for child in token.children or ():
            assert child.type not in ("image", "code_inline", "em_open", "s_open", "hardbreak_"), child
            assert child.type != "html_inline" or child.content == "<!-- -->"
            assert child.type != "link_open" or str(child.attrs["href"]).startswith(ADDRESS)
        assert token.type not in ("html_block", "code_block", "fence", "hr"), token
    assert linkable(text) == []
    read = " ".join(
        "".join(c.content for c in token.children if c.type in ("text", "text_special"))
        for token in parser().parse(text)
        if token.children
    )
    shown = " ".join(read.split())
    for words in TEXTS[:8] if name == "diff" else TEXTS[1:3]:
        assert " ".join(words.split()) in shown


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PEOPLE)
def test_a_screen_gets_text_and_our_own_colours_only(kpi, name, lang):
    text = kpi(name, "--lang", lang, *([] if name == "validate" else ["--color", "always"])).decode()
    plain = OWN_STYLE.sub("", text)
    assert {c for c in plain if not c.isprintable()} <= {"\n", "\u3000", "\ue000", "\U0010ffff"}
    if not name.startswith("show"):
        assert not re.search(r"\x1b|\u202e", plain)
    assert not WORKFLOW_COMMAND.search(plain)


def test_faults_are_one_a_line(kpi):
    lines = kpi("validate", "--lang", "en").decode().splitlines()
    count = len(json.loads(kpi("validate", "-f", "json"))["problems"])
    assert len(lines) == count > len(TEXTS)
    assert all(re.search(r":\d+:\d+: warning \w+: ", line) for line in lines)


@pytest.mark.parametrize("name", ["check", "validate"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_annotations_of_github_are_the_only_commands(kpi, name, lang):
    text = kpi(name, "-f", "github", "--lang", lang).decode()
    lines = text.splitlines()
    assert len(lines) <= 30
    assert text.count("\n") == len(lines) == len(text.split("\n")) - 1
    assert all(re.match(r"::(error|warning|notice) [^:]*::[^\r\x1b]+$", line) for line in lines)
    assert not any(c for c in text if not c.isprintable() and c not in "\n\u3000")


@pytest.mark.parametrize("name", ["check", "validate"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_junit_and_sarif_hold_the_texts(kpi, name, lang):
    root = ElementTree.fromstring(kpi(name, "-f", "junit", "--lang", lang))
    assert {e.tag for e in root.iter()} <= {"testsuites", "testsuite", "testcase", "failure", "skipped", "system-out"}
    run_ = json.loads(kpi(name, "-f", "sarif", "--lang", lang))["runs"][0]
    messages = [result["message"]["text"] for result in run_["results"]]
    assert not any("](" in text for text in messages)
    assert not any(re.search(r"(?<!\{)\{(?:\{\{)*\d", text) for text in messages)
    for result in run_["results"]:
        for place in result["locations"]:
            uri = place["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch(r"file:///[A-Za-z0-9._~/:%-]*", uri)
    if name == "check":
        said = " ".join(failure.get("message", "") for failure in root.iter("failure"))
        for words in TEXTS:
            if words.isprintable():
                assert words in said
                escaped = words.replace("{", "{{").replace("}", "}}").replace("](", "] (")
                assert any(escaped in text for text in messages)


@pytest.fixture(scope="module")
def plain_page(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """Elements with their attributes in the page of the same plan with plain texts."""
    folder = tmp_path_factory.mktemp("plain")
    hostile_plan(folder / "plan", texts=[f"文字{n}" for n in range(len(TEXTS))])
    assert run(["report", "--plan", str(folder / "plan"), "-o", str(folder / "page.html")]) == 0
    page = read_page((folder / "page.html").read_text("utf-8"))
    return {(node.name, key) for node in page.walk() for key in ("", *node.attributes)}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_has_no_element_or_attribute_of_theirs(kpi, plain_page, lang):
    page = read_page(kpi("report", "-f", "html", "--lang", lang).decode())
    assert {(node.name, key) for node in page.walk() for key in ("", *node.attributes)} <= plain_page
    assert len(page.all("script")) == len(page.all("style")) == 1
    links = {link["href"] for link in page.all("a")}
    assert {link for link in links if not link.startswith(("#", ADDRESS))} == set()
    for words in TEXTS:
        assert words in page.text


def test_a_workbook_has_no_formula_or_link_of_theirs(kpi, tmp_path):
    kpi("report", "-o", str(tmp_path / "a.xlsx"))
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    texts, formulas = set(), []
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    formulas.append(str(cell.value))
                elif cell.data_type == "s":
                    texts.add(str(cell.value))
                if cell.hyperlink and cell.hyperlink.target:
                    assert cell.hyperlink.target.startswith(ADDRESS)
    assert formulas
    assert not [f for f in formulas if re.search("cmd|HYPERLINK|evil|SUM\\(1|javascript|DDE", f)]
    assert set(TEXTS) - {TEXTS[29]} <= texts
    assert not any(re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text) for text in texts)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        assert not [name for name in parts.namelist() if "externalLink" in name or name.endswith((".vml", ".bin"))]


def test_a_word_document_has_no_field_or_link_of_theirs(kpi, tmp_path):
    chosen = [words for words in TEXTS if re.search(r"cmd|<|&|\]\]|\[x|_x000D_|etc", words)]
    kpi("report", *(part for words in chosen for part in ("--group", words)), "-o", str(tmp_path / "a.docx"))
    document = docx.Document(str(tmp_path / "a.docx"))
    with zipfile.ZipFile(tmp_path / "a.docx") as parts:
        trees = {name: ElementTree.fromstring(parts.read(name)) for name in parts.namelist() if "xml" in name[-5:]}
        trees |= {name: ElementTree.fromstring(parts.read(name)) for name in parts.namelist() if name.endswith(".rels")}
    outside = {
        e.get("Target", "")
        for name, tree in trees.items()
        if name.endswith(".rels")
        for e in tree
        if e.get("TargetMode") == "External"
    }
    assert all(target.startswith(ADDRESS) for target in outside)
    fields = {(e.text or "").strip() for tree in trees.values() for e in tree.iter() if e.tag.endswith("}instrText")}
    assert fields <= {"PAGE", "NUMPAGES"}
    assert document.paragraphs[0].text
    texts = {"".join(p.itertext()) for p in trees["word/document.xml"].iter() if p.tag.endswith("}p")}
    for words in chosen:
        assert any(words in text for text in texts)


@pytest.mark.parametrize("name", ["path", "report"])
def test_pictures_are_pictures(kpi, name):
    svg = kpi(name, "-f", "svg")
    root = ElementTree.fromstring(svg)
    names = {e.tag.partition("}")[2] for e in root.iter()}
    assert names <= {
        "svg",
        "title",
        "desc",
        "defs",
        "path",
        "use",
        "g",
        "rect",
        "line",
        "polyline",
        "polygon",
        "circle",
    }
    assert not {key for e in root.iter() for key in e.attrib if key.lower().startswith("on") or key == "style"}
    references = {value for e in root.iter() for key, value in e.attrib.items() if key.endswith("href")}
    assert all(value.startswith("#") for value in references)
    said = " ".join(root.itertext()) + " ".join(e.get("aria-label", "") for e in root.iter())
    assert TEXTS[6 if name == "report" else 0] in said
    assert name == "report" or kpi(name, "-f", "png").startswith(b"\x89PNG\r\n\x1a\n")


def test_a_form_has_texts_only(plans, tmp_path, capfdbinary):
    assert run(["template", "--plan", str(plans.folder), "-o", str(tmp_path / "form.xlsx")]) == 0
    assert run(["template", "--plan", str(plans.folder), "-f", "csv"]) == 0
    rows = list(csv.reader(io.StringIO(capfdbinary.readouterr().out.decode("utf-8-sig"), newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "@") or not cell[:1].isprintable()]
    book = openpyxl.load_workbook(tmp_path / "form.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    shown = {str(cell.value) for cell in cells}
    assert set(TEXTS) - {TEXTS[29]} <= shown
    for sheet in book:
        for rule in sheet.data_validations.dataValidation:
            assert not re.search("cmd|evil|HYPERLINK", re.sub(r'"[^"]*"', "", f"{rule.formula1} {rule.formula2}"))


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of series whose regions are hostile texts."""
    file = tmp_path_factory.mktemp("panel") / "series.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["region", "id", "year", "value", "target", "target_year", "direction", "measure"])
        for number, words in enumerate((*TEXTS, *UNTIDY)):
            for year in range(2018, 2024):
                writer.writerow([words, "firms", year, 100 + number + year - 2018, 130, 2025, "up", "count"])
    return file


@pytest.mark.parametrize("form", ["table", "csv", "markdown", "html"])
def test_regions_of_a_panel_are_text(panel, form, capfdbinary, monkeypatch):
    monkeypatch.setenv("KPI_LANG", "en")
    parts = [] if form == "html" else ["--summary", "regions"]
    assert run(["panel", str(panel), *parts, "-f", form]) == 0
    text = capfdbinary.readouterr().out.decode()
    if form == "csv":
        regions = [row["region"] for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)]
        assert len(regions) == len(TEXTS) + len(UNTIDY)
        assert not [region for region in regions if region[:1] in ("=", "+", "-", "@") or region[:1] < " "]
        return
    if form == "html":
        page = lxml.html.document_fromstring(text)  # its rows leave out end tags that HTML lets them leave out
        assert not page.xpath("//img | //iframe | //object | //embed | //@*[starts-with(name(), 'on')]")
        assert all(address.startswith("#") for address in page.xpath("//a/@href"))
        (data,) = page.xpath("//script[@type='application/json']/text()")
        assert set(TEXTS) <= set(json.loads(data)["regions"])
        return
    assert {c for c in text if not c.isprintable()} <= {"\n", "\u3000", "\ue000", "\ufffd", "\U0010ffff"}
    if form == "table":
        assert not WORKFLOW_COMMAND.search(text)
    else:
        shown = {" ".join(cell.split()) for cells in cells_of(text) for cell in cells}
        assert {" ".join(words.split()) for words in TEXTS} <= shown
        assert linkable(text) == []


FIELDS = {
    "name": lambda words: {"name": {"zh": words, "en": "x"}},
    "heading": lambda words: {"heading": words},
    "group": lambda words: {"group": words},
    "unit": lambda words: {"unit": words, "measure": "count"},
    "owner": lambda words: {"owner": words},
    "doubt": lambda words: {"doubt": words},
    "wording": lambda words: {"targets": [{"wording": words}]},
}


def refusals() -> Iterator[tuple[str, str]]:
    for number, words in enumerate((*UNTIDY, "a\ud800b", "", " a", "x" * 2001)):
        yield list(FIELDS)[number % len(FIELDS)], words
        yield "name", words


@pytest.mark.parametrize(("field", "words"), tuple(refusals()), ids=lambda value: ascii(value)[:40])
def test_a_plan_file_refuses_what_cannot_be_seen(tmp_path, capfdbinary, field, words):
    folder = make_plan(tmp_path, indicators=[{"id": "a", **FIELDS[field]("MARK")}])
    file = folder / "targets.yaml"
    escaped = "".join(c if c.isascii() and c.isalnum() else f"\\U{ord(c):08x}" for c in words)
    file.write_text(file.read_text("utf-8").replace("MARK", f'"{escaped}"', 1), encoding="utf-8")
    assert run(["project", "--plan", str(folder), "--lang", "en"]) == 2
    captured = capfdbinary.readouterr()
    assert captured.out == b""
    said = captured.err.decode()
    assert re.search(r"targets\.yaml:\d+:\d+: error \w+: ", said)
    assert all(c.isprintable() or c in "\n\u3000" for c in said)


WORDS = (*UNTIDY[:2], FOLDER.replace("/", " "))
LINES = (
    ["{}"], ["project", "--{}"], ["project", "-f", "{}"], ["project", "--group", "{}"], ["project", "--as-of", "{}"],
    ["project", "--method", "{}"], ["project", "--columns", "{}", "-f", "csv"], ["show", "{}"], ["explain", "{}"],
    ["check", "--baseline", "{}"], ["project", "--plan", "{}"], ["project", "--actuals", "{}"], ["backtest", "{}"],
    ["diff", "{}", "{}"], ["whatif", "--growth", "{}"], ["report", "-o", "nowhere/{}.md"], ["project", "-o", "{}.x"],
    ["rules", "{}"],
)  # fmt: skip


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_messages_about_hostile_words_are_text(line, capfdbinary, monkeypatch):
    monkeypatch.setenv("KPI_LANG", "en")
    for words in WORDS:
        assert run([part.replace("{}", words) for part in line]) == 2
        captured = capfdbinary.readouterr()
        assert captured.out == b""
        said = captured.err.decode()
        assert said.startswith("kpi: ") or ": error " in said
        assert all(c.isprintable() or c in "\n\u3000" for c in said), said
