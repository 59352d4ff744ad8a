import pytest

from lixia_kpi.office.read import read_sheets
from lixia_kpi.office.sheet import EMPTY, Cell
from office_files import archive, xlsx, xlsx_parts


def only(data):
    (sheet,), problems = read_sheets(data, file="a.xlsx")
    assert [p for p in problems if p.severity == "error"] == []
    return sheet


def refusal(data):
    sheets, (problem,) = read_sheets(data, file="a.xlsx")
    assert sheets == []
    return problem


def row(*cells, number=1):
    return f'<row r="{number}">{"".join(cells)}</row>'


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="A1"><v>1.1000000000000001</v></c>', Cell("1.1", 1.1)),
        ('<c r="A1"><v>0.30000000000000004</v></c>', Cell("0.3", 0.1 + 0.2)),
        ('<c r="A1" t="n"><v>1E3</v></c>', Cell("1000", 1000.0)),
        ('<c r="A1" s="1"><v>0.125</v></c>', Cell("12.5%", 0.125, True)),
        ('<c r="A1" s="3"><v>7.0000000000000007E-2</v></c>', Cell("7%", 0.07, True)),
        ('<c r="A1" s="2"><v>44561</v></c>', Cell("2021-12-31")),
        ('<c r="A1" s="999"><v>2</v></c>', Cell("2", 2.0)),
        ('<c r="A1" t="b"><v>1</v></c>', Cell("TRUE")),
        ('<c r="A1" t="d"><v>2021-12-31T00:00:00</v></c>', Cell("2021-12-31")),
        ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', Cell("#DIV/0!", None, False, "error_cell")),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', Cell("2", 2.0)),
        ('<c r="A1"><f>1+1</f></c>', Cell("", None, False, "formula_without_value")),
        ('<c r="A1"><f>1+1</f><v></v></c>', Cell("", None, False, "formula_without_value")),
        ('<c r="A1" t="str"><f>"a"</f><v> a </v></c>', Cell(" a ")),
        ('<c r="A1" t="s"><v>0</v></c>', Cell("地区生产总值")),
        ('<c r="A1" t="inlineStr"><is><r><t>指</t></r><r><t>标</t></r><rPh><t>zhi</t></rPh></is></c>', Cell("指标")),
        ('<c r="A1"><v>nan</v></c>', Cell("nan")),
        ('<c r="A1"><v>1_000</v></c>', Cell("1_000")),
    ],
)
def test_cells_by_kind(cell, expected):
    strings = ("<r><t>地区</t></r><r><t>生产总值</t></r><rPh><t>di</t></rPh>",)
    assert only(xlsx(row(cell), strings=strings, formats=("0.0%", "yyyy/m/d"))).rows == [[expected]]


@pytest.mark.parametrize(
    "cell", ['<c r="A1" s="1"/>', '<c r="A1" t="str"><f>""</f><v></v></c>', '<c r="A1" t="s"><v>0</v></c>']
)
def test_a_cell_that_shows_nothing_is_not_in_the_sheet(cell):
    assert only(xlsx(row(cell), strings=("<t></t>",), formats=("0%",))).rows == []


def test_the_first_row_is_always_row_1_and_rows_are_equally_long():
    sheet = only(xlsx(row('<c r="C3"><v>1</v></c>', number=3) + row('<c r="A5"><v>2</v></c>', number=5)))
    assert [[cell.text for cell in cells] for cells in sheet.rows] == [
        ["", "", ""], ["", "", ""], ["", "", "1"], ["", "", ""], ["2", "", ""],
    ]  # fmt: skip


def test_cells_without_an_address_follow_one_another():
    sheet = only(xlsx("<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>"))
    assert [[cell.text for cell in cells] for cells in sheet.rows] == [["1", "2"], ["", "3"]]


def test_merged_ranges_keep_their_first_cell_alone():
    cells = row('<c r="A1"><v>1</v></c>', '<c r="B1"><v>2</v></c>', '<c r="C1"><v>3</v></c>')
    sheet = only(xlsx(cells, after='<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1"/></mergeCells>'))
    assert sheet.merged == ((0, 0, 1, 1),)
    assert sheet.rows == [[Cell("1", 1.0), EMPTY, Cell("3", 3.0)]]


def test_hidden_rows_columns_and_sheets_are_read_and_named():
    parts = xlsx_parts(
        '<row r="1"><c r="B1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>',
        before='<cols><col min="2" max="16384" hidden="1"/></cols>',
    )
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace('sheetId="1"', 'sheetId="1" state="veryHidden"')
    sheet = only(archive(parts))
    assert (sheet.hidden, sheet.hidden_rows, sheet.hidden_columns) == (True, {1}, {1})
    assert sheet.rows[1][0].text == "2"


def test_days_may_count_from_1904():
    data = xlsx(row('<c r="A1" s="1"><v>43099</v></c>'), formats=("yyyy-mm-dd",), book='<workbookPr date1904="1"/>')
    assert only(data).rows[0][0].text == "2021-12-31"


def test_prefixed_elements_and_the_strict_namespaces_are_read():
    parts = xlsx_parts('<x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row>')
    sheet = parts["xl/worksheets/sheet1.xml"]
    for name in ("worksheet", "sheetData"):
        sheet = sheet.replace(f"<{name}", f"<x:{name}").replace(f"</{name}", f"</x:{name}")
    parts["xl/worksheets/sheet1.xml"] = sheet.replace("xmlns=", "xmlns:x=").replace(
        "schemas.openxmlformats.org/spreadsheetml/2006", "purl.oclc.org/ooxml/spreadsheetml"
    )
    assert only(archive(parts)).rows[0][0].number == 5


def test_names_of_parts_may_differ_in_capitals_and_slashes():
    parts = xlsx_parts(row('<c r="A1"><v>5</v></c>'))
    parts["XL\\Worksheets\\Sheet1.xml"] = parts.pop("xl/worksheets/sheet1.xml")
    assert only(archive(parts)).rows[0][0].number == 5


@pytest.mark.parametrize("missing", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"])
def test_a_missing_part_is_named(missing):
    parts = xlsx_parts(row('<c r="A1"><v>5</v></c>'))
    del parts[missing]
    problem = refusal(archive(parts))
    assert problem.code == "damaged_workbook"
    assert problem.details["part"] in (missing, "表")


@pytest.mark.parametrize(
    "rows",
    [
        row('<c r="1A"><v>1</v></c>'),
        row('<c r="A0"><v>1</v></c>'),
        row(f'<c r="A{10**12}"><v>1</v></c>'),
        row('<c r="AAAA1"><v>1</v></c>'),
        row('<c r="A1" t="s"><v>7</v></c>'),
        row('<c r="A1" t="s"><v>x</v></c>'),
        row('<c r="A1" s="x"><v>1</v></c>'),
        '<row r="0"/>',
        "<row>",
        "&nbsp;",
    ],
)
def test_a_broken_sheet_is_refused_whole(rows):
    assert refusal(xlsx(rows)).code == "damaged_workbook"


def test_parts_without_strings_and_styles_are_enough():
    parts = xlsx_parts(row('<c r="A1" s="4"><v>5</v></c>'))
    del parts["xl/sharedStrings.xml"], parts["xl/styles.xml"]
    assert only(archive(parts)).rows == [[Cell("5", 5.0)]]


def test_charts_and_links_outside_are_left_alone():
    parts = xlsx_parts(row('<c r="A1"><v>5</v></c>'))
    relations = parts["xl/_rels/workbook.xml.rels"]
    parts["xl/_rels/workbook.xml.rels"] = relations.replace('/worksheet"', '/chartsheet"')
    assert refusal(archive(parts)).code == "no_worksheet"
    parts["xl/_rels/workbook.xml.rels"] = relations.replace('Id="rId1"', 'Id="rId1" TargetMode="External"')
    assert refusal(archive(parts)).code == "damaged_workbook"
