"""Pages, workbooks, documents, pictures and forms: hostile texts are texts, no element, field, formula or link."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from xml.etree import ElementTree

import docx
import openpyxl
import pytest

from hostile import ADDRESS, TEXTS, hostile_plan
from lixia_kpi.cli.app import run
from pages import read_page


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
