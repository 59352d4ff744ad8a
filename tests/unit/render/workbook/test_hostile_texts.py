"""Nothing that stands in a data file becomes a formula, a link, a command of a page header or a broken file."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import openpyxl
import pytest

from acceptance.plans import make_plan
from lixia_kpi.render.workbook import render_workbook
from lixia_kpi.render.workbook.book import Book
from workbooks import report_of

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = (
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    '=HYPERLINK("http://example.org","x")',
    "{=1+1}",
    "http://example.org/",
    "file:///etc/passwd",
    "internal:Sheet1!A1",
    '&P&D&"x"',
    "a'b[c]:d*e?f/g\\h",
    "<b>&amp;</b>",
    "_x000D_",
    "SORT(A1)",
    "x" * 300,
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return render_workbook(report_of(hostile_plan(tmp_path_factory.mktemp("plans"))), lang="zh")


def hostile_plan(folder: Path) -> Path:
    indicators = [
        {
            "id": f"hostile_{number}", "name": {"zh": text, "en": text}, "heading": text, "group": text[:40],
            "owner": text, "doubt": text, "targets": [{"wording": text}],
        }
        for number, text in enumerate(HOSTILE)
    ]  # fmt: skip
    actuals = [
        {"id": f"hostile_{number}", "year": 2022, "value": 120, "unit": "亿元", "source": text, "note": text}
        for number, text in enumerate(HOSTILE)
    ]
    baselines = [{"id": f"hostile_{number}", "value": 100, "note": text} for number, text in enumerate(HOSTILE)]
    plan = {"name": {"zh": HOSTILE[0], "en": HOSTILE[0]}, "source": {"title": HOSTILE[4]}}
    return make_plan(folder / "plan", indicators=indicators, baselines=baselines, actuals=actuals, plan=plan)


def test_every_hostile_text_is_there_as_a_text(data: bytes) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(data))["程序数值"]
    names = [sheet.cell(row, 2) for row in range(2, sheet.max_row + 1)]
    assert [cell.data_type for cell in names] == ["s"] * len(HOSTILE)
    assert [cell.value for cell in names] == list(HOSTILE)


def test_every_formula_is_one_of_ours(data: bytes) -> None:
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert not any(word in cell.value for word in ("cmd", "HYPERLINK", "calc", "SORT", "example"))


def test_charts_take_no_text_from_the_plan(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in file.namelist():
            if name.startswith("xl/charts/"):
                formulas = [
                    e.text or "" for e in ElementTree.fromstring(file.read(name)).iter() if e.tag.endswith("}f")
                ]
                assert formulas
                assert not any("cmd" in text or "SUM" in text for text in formulas)


def test_no_link_leads_out_of_the_file(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in file.namelist():
            if name.endswith(".rels"):
                assert b'TargetMode="External"' not in file.read(name)


def test_names_of_sheets_are_names_that_an_office_program_takes(data: bytes) -> None:
    names = openpyxl.load_workbook(io.BytesIO(data), read_only=True).sheetnames
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")


def test_a_page_header_has_no_command_of_the_plan(tmp_path: Path) -> None:
    plan = make_plan(tmp_path / "plan", indicators=[{"id": "a"}], plan={"name": {"zh": "&P&D", "en": "&P&D"}})
    book = openpyxl.load_workbook(io.BytesIO(render_workbook(report_of(plan), lang="zh")))
    assert {sheet.oddHeader.right.text for sheet in book} == {"&&P&&D"}


def test_every_part_is_well_formed(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in file.namelist():
            ElementTree.fromstring(file.read(name))


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    book = Book("zh", title="", subject="", dated=datetime(2021, 1, 1))
    book.sheet("a").text(0, 0, "疑" * 40_000)
    text = str(openpyxl.load_workbook(io.BytesIO(book.close()))["a"].cell(1, 1).value)
    assert text == "疑" * 31_999 + "…"
