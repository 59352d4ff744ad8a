import pytest

from lixia_kpi.office.read import read_sheets
from lixia_kpi.office.sheet import Cell

SPACE = "urn:schemas-microsoft-com:office:spreadsheet"
STYLES = (
    '<Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style>'
    '<Style ss:ID="u"><NumberFormat ss:Format="0.0&quot;亿元&quot;"/></Style>'
    '<Style ss:ID="y"><NumberFormat ss:Format="yyyy&quot;年&quot;"/></Style></Styles>'
)


def workbook(rows, *, after="", name="表"):
    sheet = f'<Worksheet ss:Name="{name}"><Table>{rows}</Table>{after}</Worksheet>'
    return f'<?xml version="1.0"?><Workbook xmlns="{SPACE}" xmlns:ss="{SPACE}">{STYLES}{sheet}</Workbook>'.encode()


def only(rows, **parts):
    (sheet,), problems = read_sheets(workbook(rows, **parts), file="a.xls")
    assert [p for p in problems if p.severity == "error"] == []
    return sheet


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<Cell><Data ss:Type="Number">1234.5</Data></Cell>', Cell("1234.5", 1234.5)),
        ('<Cell ss:StyleID="p"><Data ss:Type="Number">0.125</Data></Cell>', Cell("12.5%", 0.125, True)),
        ('<Cell ss:StyleID="u"><Data ss:Type="Number">2.5</Data></Cell>', Cell("2.5亿元", 2.5, unit_shown="亿元")),
        ('<Cell><Data ss:Type="String"><B>地区</B>生产总值</Data></Cell>', Cell("地区生产总值")),
        ('<Cell><Data ss:Type="Boolean">1</Data></Cell>', Cell("TRUE")),
        ('<Cell><Data ss:Type="DateTime">2021-12-31T00:00:00.000</Data></Cell>', Cell("2021-12-31")),
        ('<Cell ss:StyleID="y"><Data ss:Type="DateTime">2021-01-01T00:00:00.000</Data></Cell>', Cell("2021年")),
        ('<Cell ss:Formula="=1/0"><Data ss:Type="Error">#DIV/0!</Data></Cell>', Cell("#DIV/0!", fault="error_cell")),
        ('<Cell ss:Formula="=1+1"/>', Cell("", fault="formula_without_value")),
        ('<Cell ss:Formula="=1+1"><Data ss:Type="Number">2</Data></Cell>', Cell("2", 2.0)),
        ('<Cell><Data ss:Type="Number">x</Data><Comment><Data>批注</Data></Comment></Cell>', Cell("x")),
    ],
)
def test_cells_by_kind(cell, expected):
    assert only(f"<Row>{cell}</Row>").rows == [[expected]]


def test_places_given_by_index_span_and_merged_range():
    sheet = only(
        '<Column ss:Index="2" ss:Hidden="1"/><Row ss:Hidden="1" ss:Span="1"/>'
        '<Row><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data>题</Data></Cell><Cell><Data>右</Data></Cell></Row>'
        '<Row ss:Index="5"><Cell ss:Index="3"><Data>下</Data></Cell></Row>'
    )
    assert [[cell.text for cell in row] for row in sheet.rows[2:]] == [["题", "", "右"], ["", "", ""], ["", "", "下"]]
    assert (sheet.merged, sheet.hidden_rows, sheet.hidden_columns) == (((2, 0, 3, 1),), {0, 1}, {1})


def test_a_hidden_sheet_is_read_and_marked():
    options = "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>"
    assert only("<Row><Cell><Data>a</Data></Cell></Row>", after=options).hidden


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ('<Row ss:Index="999999999"><Cell><Data>a</Data></Cell></Row>', "too_many_sheet_rows"),
        ('<Row><Cell ss:Index="99999"><Data>a</Data></Cell></Row>', "too_many_sheet_columns"),
        ('<Row ss:Index="9999999999"/>', "damaged_workbook"),
        ('<Row ss:Index="-1"/>', "damaged_workbook"),
        ('<Row ss:Index="0"><Cell><Data>a</Data></Cell></Row>', "damaged_workbook"),
        ('<Row ss:Index="1" ss:Span="199999" ss:Hidden="1"/>' * 5, "damaged_workbook"),
        ("<Row>", "damaged_workbook"),
    ],
)
def test_what_cannot_be_is_refused(rows, code):
    sheets, (problem,) = read_sheets(workbook(rows), file="a.xls")
    assert (sheets, problem.code) == ([], code)


def test_document_types_are_refused():
    data = workbook("").replace(b"<Workbook", b'<!DOCTYPE a [<!ENTITY x "y">]><Workbook', 1)
    _, (problem,) = read_sheets(data, file="a.xls")
    assert problem.code == "xml_document_type"
