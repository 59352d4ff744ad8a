"""What a person gets: sheets, links, print set-up, colours with words, charts, rows that can be read back."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest

from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.messages.statuses import STATUSES as WORDS
from lixia_kpi.render.width import width
from lixia_kpi.render.workbook import render_workbook
from lixia_kpi.render.workbook.layout import FIRST_ROW, GAP, HEAD_ROW
from lixia_kpi.tables.columns import PROJECT
from workbooks import every_form, report_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from lixia_kpi.tables.workbook import WorkbookReport

LAST_ROW = FIRST_ROW + 73
ZH = ["目录", "缺口表", "经济", "目标路径", "计算过程", "历年数值", "数据来源", "方法", "存疑与说明", "程序数值"]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> WorkbookReport:
    return report_of(every_form(tmp_path_factory.mktemp("plans") / "plan"))


@pytest.fixture(scope="module")
def data(report: WorkbookReport) -> bytes:
    return render_workbook(report, lang="zh")


@pytest.fixture(scope="module")
def book(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def links(sheet: Worksheet) -> set[str]:
    return {str(cell.hyperlink.location) for row in sheet.iter_rows() for cell in row if cell.hyperlink}


def test_sheets_are_named_in_the_language(book: Workbook, report: WorkbookReport) -> None:
    assert book.sheetnames == ZH
    english = openpyxl.load_workbook(io.BytesIO(render_workbook(report, lang="en")), read_only=True)
    assert english.sheetnames[:3] == ["Contents", "Gap table", "Economy"]


def test_the_contents_lead_to_every_sheet_and_every_sheet_back(book: Workbook) -> None:
    assert links(book["目录"]) == {f"'{name}'!A1" for name in ZH[1:]}
    for name in ZH[1:-1]:
        assert links(book[name]) == {"'目录'!A1"}


def test_rows_read_back_are_the_rows_of_the_program(book: Workbook, report: WorkbookReport) -> None:
    sheet = book["程序数值"]
    head, *rows = sheet.iter_rows(values_only=True)
    assert head == PROJECT
    assert len(rows) == len(report.gap.rows)
    for found, row in zip(rows, report.gap.rows, strict=True):
        values = (";".join(v) or None if isinstance(v, tuple) else v for v in row.values.values())
        assert list(found) == [pytest.approx(v, rel=1e-15) if isinstance(v, float) else v for v in values]


def test_no_cell_is_merged_and_tables_stay_in_sight(book: Workbook) -> None:
    for sheet in book:
        assert not sheet.merged_cells.ranges
    assert book["缺口表"].freeze_panes == "C5"
    assert book["缺口表"].auto_filter.ref == f"A4:V{LAST_ROW}"
    assert book["数据来源"].auto_filter.ref


def test_every_sheet_prints_on_a4_landscape_with_its_headings_repeated(book: Workbook) -> None:
    for sheet in book:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage or sheet.page_setup.scale < 100
        assert "&P" in sheet.oddFooter.right.text
    for name in ("缺口表", "经济", "目标路径", "计算过程", "历年数值", "数据来源", "存疑与说明"):
        assert book[name].print_title_rows == f"${HEAD_ROW + 1}:${HEAD_ROW + 1}"


def test_columns_are_as_wide_as_chinese_headings_and_numbers_need(book: Workbook) -> None:
    for name in ("缺口表", "经济", "目标路径", "数据来源"):
        sheet = book[name]
        for cell in sheet[HEAD_ROW + 1]:
            wide = sheet.column_dimensions[cell.column_letter].width
            lines = sheet.row_dimensions[HEAD_ROW + 1].height / 14.25
            assert width(str(cell.value)) <= wide * lines, (name, cell.value)


def test_each_status_is_coloured_by_its_word(data: bytes, book: Workbook) -> None:
    sheet = book["缺口表"]
    column = sheet.cell(1, GAP.index("status") + 1).column_letter
    ranges = {str(found.sqref): found.rules for found in sheet.conditional_formatting}
    (area,) = ranges
    assert area == f"{column}{FIRST_ROW + 1}:{column}{LAST_ROW}"
    assert [rule.formula[0] for rule in ranges[area]] == [f"{column}{FIRST_ROW + 1}=status_{s}" for s in STATUSES]
    assert len({rule.dxf.fill.bgColor.rgb for rule in ranges[area]}) >= 5
    words = {
        str(c.value) for c in openpyxl.load_workbook(io.BytesIO(data), data_only=True)["缺口表"][column][FIRST_ROW:]
    }
    assert all(any(word.endswith(text) for text, _ in WORDS.values()) for word in words)


def test_charts_are_native_and_name_cells(data: bytes) -> None:
    charts = [text.decode() for name, text in parts(data).items() if name.startswith("xl/charts/chart")]
    assert len(charts) > 40
    fans = [chart for chart in charts if "areaChart" in chart]
    assert fans
    for chart in charts:
        assert "#REF" not in chart
        assert chart.count("<c:f>") >= (8 if "lineChart" in chart else 2)
    pathway = next(chart for chart in charts if "lineChart" in chart)
    assert '<c:dispBlanksAs val="span"/>' in pathway
    assert re.search(r"<c:title>.*?<c:f>'?目标路径'?!\$B\$\d+</c:f>", pathway)


def test_a_year_without_a_value_is_an_empty_cell_so_that_no_line_falls_to_zero(data: bytes) -> None:
    values = openpyxl.load_workbook(io.BytesIO(data))["目标路径"]
    for row in values.iter_rows(min_row=FIRST_ROW + 1, values_only=True):
        for value in row[4:13]:
            assert value is None or isinstance(value, int | float) or value.startswith("=")
    computed = openpyxl.load_workbook(io.BytesIO(data), data_only=True)["目标路径"]
    for shown, written in zip(computed.iter_rows(min_row=FIRST_ROW + 1), values.iter_rows(min_row=FIRST_ROW + 1),
                              strict=True):  # fmt: skip
        for a, b in zip(shown[4:13], written[4:13], strict=True):
            assert (a.value is None) == (b.value is None), b.coordinate


def test_no_error_value_and_every_empty_figure_has_its_reason_beside_it(data: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    for sheet in book:
        for row in sheet.iter_rows():
            assert not any(cell.data_type == "e" for cell in row)
    gap = book["缺口表"]
    for row in range(FIRST_ROW + 1, gap.max_row + 1):
        cells = {column: gap.cell(row, position + 1).value for position, column in enumerate(GAP)}
        path = book["计算过程"].cell(row, 4).value
        expected = ["required_rate", "completion"] if path != "达到与否" else []
        if any(cells[column] is None for column in expected):
            assert cells["remark"], cells["name"]


def test_the_same_report_is_the_same_bytes(report: WorkbookReport, data: bytes) -> None:
    assert render_workbook(report, lang="zh") == data
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {info.date_time[0] for info in file.infolist()} == {1980}


def test_properties_name_the_plan_and_no_machine(data: bytes) -> None:
    core, app = (parts(data)[f"docProps/{name}.xml"].decode() for name in ("core", "app"))
    assert "测试规划" in core
    assert "2021-01-01T00:00:00Z" in core
    assert "/" not in re.sub(r"<[^>]*>", "", core + app).replace("http://", "")


def test_a_workbook_is_confined_to_the_rows_that_are_asked_for(report: WorkbookReport) -> None:
    from lixia_kpi.folder.open import open_folder
    from lixia_kpi.tables.workbook import workbook_report

    folder = open_folder(None)
    whole = report_of(None)
    rows = tuple(row for row in whole.gap.rows if row.values["group"] == "economy")
    few = workbook_report(whole.evaluation, folder.plan, folder.observations, rows)
    book = openpyxl.load_workbook(io.BytesIO(render_workbook(few, lang="zh")), read_only=True)
    assert book.sheetnames[2:4] == ["经济", "目标路径"]
    assert book["程序数值"].max_row == len(rows) + 1


def test_a_workbook_without_rows_says_so(report: WorkbookReport) -> None:
    from dataclasses import replace

    empty = replace(report, gap=report.gap._replace(rows=()), cases=(), paths=())
    book = openpyxl.load_workbook(io.BytesIO(render_workbook(empty, lang="zh")))
    assert book["缺口表"].cell(FIRST_ROW + 1, 1).value == "没有符合条件的目标。"
