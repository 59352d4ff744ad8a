import pytest

from lixia_kpi.office.read import read_sheets
from lixia_kpi.office.sheet import Cell
from office_files import archive, ods, ods_content

MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{}</manifest:manifest>'
)


def table(*rows, name="表", style=""):
    inner = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f'<table:table table:name="{name}"{style}>{inner}</table:table>'


def cell(attributes, text="", *, element="table-cell"):
    paragraph = f"<text:p>{text}</text:p>" if text else ""
    return f"<table:{element} {attributes}>{paragraph}</table:{element}>"


def sheets_of(tables, **styles):
    sheets, problems = read_sheets(ods(tables, **styles), file="a.ods")
    assert [p for p in problems if p.severity == "error"] == []
    return sheets


def texts(sheet):
    return [[cell.text for cell in row] for row in sheet.rows]


@pytest.mark.parametrize(
    ("attributes", "shown", "expected"),
    [
        ('office:value-type="float" office:value="1234.5"', "1,234.50", Cell("1234.5", 1234.5)),
        ('office:value-type="percentage" office:value="0.125"', "13%", Cell("12.5%", 0.125, True)),
        ('office:value-type="float" office:value="12.345"', "12.3亿元", Cell("12.345亿元", 12.345, unit_shown="亿元")),
        ('office:value-type="float" office:value="123456"', "12.3万", Cell("123456", 123456.0)),
        ('office:value-type="currency" office:value="5"', "¥5.00", Cell("5", 5.0)),
        ('office:value-type="date" office:date-value="2021-12-31"', "2021/12", Cell("2021-12-31")),
        ('office:value-type="date" office:date-value="2021-01-01"', "2021年", Cell("2021年")),
        ('office:value-type="date" office:date-value="2021-12-31T08:30:00"', "", Cell("2021-12-31 08:30:00")),
        ('office:value-type="time" office:time-value="PT12H05M00S"', "12:05", Cell("12:05:00")),
        ('office:value-type="boolean" office:boolean-value="true"', "TRUE", Cell("TRUE")),
        ('office:value-type="string"', "指标", Cell("指标")),
        ('office:value-type="string" office:string-value="全文"', "全", Cell("全文")),
        ('table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"', "#DIV/0!",
         Cell("#DIV/0!", None, False, "error_cell")),
        ('table:formula="of:=1/0" office:value-type="float" office:value="0"', "Err:502",
         Cell("Err:502", None, False, "error_cell")),
        ('table:formula="of:=1+1"', "", Cell("", None, False, "formula_without_value")),
        ('office:value-type="float" office:value="nan"', "nan", Cell("nan")),
        ('office:value-type="float" office:value="?"', "x", Cell("x")),
    ],
)  # fmt: skip
def test_cells_by_kind(attributes, shown, expected):
    (sheet,) = sheets_of(table(cell(attributes, shown)))
    assert sheet.rows == [[expected]]


def test_repeated_cells_and_rows_are_laid_out():
    repeated = cell('table:number-columns-repeated="2" office:value-type="string"', "a")
    blank = cell('table:number-columns-repeated="3"')
    inner = (
        f'<table:table-row table:number-rows-repeated="2">{blank}{repeated}</table:table-row>'
        f'<table:table-row table:number-rows-repeated="1048000">{blank}</table:table-row>'
    )
    (sheet,) = sheets_of(f'<table:table table:name="t">{inner}</table:table>')
    assert texts(sheet) == [["", "", "", "a", "a"]] * 2


def test_merged_ranges_and_what_lies_under_them():
    first = cell('table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string"', "题")
    covered = cell('office:value-type="string"', "旧", element="covered-table-cell")
    (sheet,) = sheets_of(table(first + covered, covered + covered, cell('office:value-type="string"', "下")))
    assert sheet.merged == ((0, 0, 1, 1),)
    assert texts(sheet) == [["题", ""], ["", ""], ["下", ""]]


def test_paragraphs_blanks_and_comments_within_a_cell():
    inner = (
        '<table:table-cell><office:annotation><text:p>批注</text:p></office:annotation><text:p>地区<text:s text:c="2"/>'
        "生产<text:span>总值</text:span></text:p><text:p>亿元</text:p></table:table-cell>"
    )
    (sheet,) = sheets_of(table(inner))
    assert texts(sheet) == [["地区  生产总值\n亿元"]]
    (sheet,) = sheets_of(
        table("<table:table-cell><text:p>a<text:tab/>b<text:line-break/>c</text:p></table:table-cell>")
    )
    assert texts(sheet) == [["a\tb\nc"]]


def test_hidden_sheets_rows_and_columns_are_read_and_named():
    styles = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    inner = (
        '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="16383"/>'
        f'<table:table-row table:visibility="filter">{cell("", "a")}{cell("", "b")}</table:table-row>'
    )
    tables = f'<table:table table:name="t" table:style-name="ta2">{inner}</table:table>'
    (sheet,) = sheets_of(tables, styles=styles)
    assert (sheet.hidden, sheet.hidden_rows, sheet.hidden_columns) == (True, {0}, {1})
    assert texts(sheet) == [["a", "b"]]


def test_recorded_changes_and_copies_of_other_files_are_left_out():
    changes = f"<table:tracked-changes>{cell('', '旧值')}</table:tracked-changes>"
    copy = table(cell("", "外"), name="'file:///other.ods'#$Sheet1")
    (sheet,) = sheets_of(changes + copy.replace("'", "&apos;") + table(cell("", "内")))
    assert (sheet.name, texts(sheet)) == ("表", [["内"]])


def test_a_table_within_a_drawing_is_not_a_sheet():
    shape = f"<table:shapes>{table(cell('', '图中'), name='图')}</table:shapes>"
    (sheet,) = sheets_of(
        f'<table:table table:name="表">{shape}<table:table-row>{cell("", "a")}</table:table-row></table:table>'
    )
    assert texts(sheet) == [["a"]]


@pytest.mark.parametrize(
    ("repeated", "code"),
    [
        ('table:number-columns-repeated="16384"', "too_many_sheet_columns"),
        ('table:number-columns-repeated="99999999999"', "damaged_workbook"),
        ('table:number-columns-repeated="-1"', "damaged_workbook"),
    ],
)
def test_repetitions_are_bounded_before_they_are_laid_out(repeated, code):
    data = ods(table(cell(f'{repeated} office:value-type="float" office:value="1"', "1")))
    sheets, (problem,) = read_sheets(data, file="a.ods")
    assert (sheets, problem.code) == ([], code)


def test_repeated_rows_are_bounded_before_they_are_laid_out():
    inner = f'<table:table-row table:number-rows-repeated="1048576">{cell("", "a")}</table:table-row>'
    _, (problem,) = read_sheets(ods(f'<table:table table:name="t">{inner}</table:table>'), file="a.ods")
    assert (problem.code, problem.details["cell"]) == ("too_many_sheet_rows", "t!A1048576")


@pytest.mark.parametrize("element", ["encryption-data", "encrypted-key"])
def test_an_encrypted_workbook_says_so(element):
    manifest = MANIFEST.format(f"<manifest:file-entry><manifest:{element}/></manifest:file-entry>")
    data = archive({"META-INF/manifest.xml": manifest, "content.xml": "\x00"})
    _, (problem,) = read_sheets(data, file="a.ods")
    assert problem.code == "encrypted_workbook"


def test_an_archive_encrypted_as_a_whole_says_so():
    data = archive({"META-INF/manifest.xml": "<manifest/>", "encrypted-package": "\x00"})
    _, (problem,) = read_sheets(data, file="a.ods")
    assert problem.code == "encrypted_workbook"


def test_a_text_document_is_not_a_workbook():
    content = ods_content("").replace("office:spreadsheet", "office:text")
    _, (problem,) = read_sheets(archive({"content.xml": content}), file="a.odt")
    assert problem.code == "not_a_workbook"


def test_one_xml_file_is_read_like_an_archive():
    data = ods_content(table(cell("", "指标"))).replace("document-content", "document").encode()
    sheets, problems = read_sheets(b'<?xml version="1.0"?>\n' + data, file="a.fods")
    assert (texts(sheets[0]), problems) == ([["指标"]], [])
