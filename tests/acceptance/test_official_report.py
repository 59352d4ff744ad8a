"""The report as a Word document, read back by python-docx: it says what the evaluation says, in its order."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO

import docx
import pytest

from acceptance.evaluated_plan import evaluated_plan
from acceptance.kpi import run
from acceptance.plans import make_plan

HOSTILE = '</w:t><w:p/>=cmd|"/c"!A1 &lt;甲 {PAGE}'


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    return evaluated_plan(tmp_path_factory.mktemp("plan") / "plan", to=2023)


@pytest.fixture(scope="module", params=["zh", "en"])
def report(request, plan):
    args = ("report", "--plan", plan, "--midterm", "2023", "--lang", request.param)
    markdown = run(*args, "-f", "markdown").out
    return request.param, docx.Document(BytesIO(run(*args, "-f", "docx").stdout)), markdown


def plain(text: str) -> str:
    return text.replace("\\", "").replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")


def headings(document) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.name.startswith(("Title", "Heading"))]


def test_headings_are_those_of_the_evaluation_and_one_of_the_charts(report):
    lang, document, markdown = report
    expected = [plain(line.lstrip("# ")) for line in markdown.splitlines() if line.startswith("#")]
    found = [text.replace("\n", "") for text in headings(document)]
    assert found[:-1] == expected
    assert found[-1] == {"zh": "附图：有实际值的目标走势", "en": "Charts: the targets that have been observed"}[lang]


def test_tables_have_the_rows_of_the_evaluation(report):
    _, document, markdown = report
    rows = [plain(line) for line in markdown.splitlines() if line.startswith("|") and set(line) - set("|-: ")]
    expected = [[cell.strip().strip("*") for cell in row.strip("|").split("|")] for row in rows]
    found = [row for table in document.tables for row in table.rows]
    assert len(found) == len(expected) > 20
    for row, cells in zip(found, expected, strict=True):
        texts = [cell.text for cell in row.cells]
        assert texts == cells or (set(texts) == {cells[0]} and not any(cells[1:]))


def test_table_of_indicators_has_the_targets_of_the_report(plan):
    args = ("report", "--plan", plan, "--midterm", "2023", "--lang", "zh", "--all")
    targets = json.loads(run(*args, "-f", "json").stdout)["targets"]
    document = docx.Document(BytesIO(run(*args, "-f", "docx").stdout))
    table = next(table for table in document.tables if table.rows[0].cells[0].text == "指标")
    rows = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    named = [row[0] for row in rows if len(set(row)) > 1]
    assert len(named) == len(targets) == 12
    assert all(text.startswith(target["name_zh"]) for text, target in zip(named, targets, strict=True))


def test_every_observed_target_has_a_chart_with_caption_and_description(report):
    lang, document, _ = report
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    assert len(captions) == len(document.inline_shapes) == 11
    assert captions[0] == {"zh": "图 1  产值（亿元）", "en": "Figure 1. Output (100m yuan)"}[lang]
    told = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert all({"zh": "实际值：", "en": "Actuals: "}[lang] in text for text in told)


def test_same_input_same_bytes_whatever_the_hash_seed(plan):
    args = ("report", "--plan", plan, "--midterm", "2023", "-f", "docx")
    made = [
        run(*args, env={"PYTHONHASHSEED": seed, "TZ": zone}).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    ]
    assert made[0] == made[1]


def test_date_is_that_of_the_newest_figure(tmp_path):
    rows = [
        {"id": "a", "year": 2021, "value": 110, "published": "2022-03-01"},
        {"id": "a", "year": 2022, "value": 120, "published": "2023-03-31"},
    ]
    plan = make_plan(tmp_path / "plan", indicators=[{"id": "a"}], baselines=[{"id": "a", "value": 100}], actuals=rows)
    for args, expected in (
        ((), "2023-03-31"),
        (("--vintage", "2022-12-31"), "2022-03-01"),
        (("--as-of", "2021"), "2022-03-01"),
    ):
        data = run("report", "--plan", plan, "-f", "docx", *args).stdout
        assert f"{docx.Document(BytesIO(data)).core_properties.created:%Y-%m-%d}" == expected


def test_hostile_names_stay_texts(tmp_path):
    plan = make_plan(
        tmp_path / "plan", indicators=[{"id": "a", "name": {"zh": HOSTILE, "en": HOSTILE}, "owner": HOSTILE}],
        baselines=[{"id": "a", "value": 100}],
        actuals=[{"id": "a", "year": 2021, "value": 90, "source": 'https://example.org/"><x>'}],
    )  # fmt: skip
    run("report", "--plan", plan, "-o", tmp_path / "report.docx", "--lang", "zh")
    document = docx.Document(tmp_path / "report.docx")
    assert any(HOSTILE in cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert any(p.text.startswith(HOSTILE) for p in document.paragraphs)
    relations = zipfile.ZipFile(tmp_path / "report.docx").read("word/_rels/document.xml.rels").decode()
    assert "External" not in relations
    assert any('https://example.org/"><x>' in p.text for p in document.paragraphs)


def test_a_plan_without_observations_has_no_charts(tmp_path):
    plan = make_plan(tmp_path / "plan", indicators=[{"id": "a"}], baselines=[{"id": "a", "value": 100}])
    document = docx.Document(BytesIO(run("report", "--plan", plan, "-f", "docx", "--lang", "en").stdout))
    assert not document.inline_shapes
    assert "Charts" not in "".join(headings(document))
