"""Each limit: what passes it is refused in words, at once, and without using up memory."""

import re
import tracemalloc
import zipfile
from pathlib import Path

import pytest

import lixia_kpi.office
from lixia_kpi.messages.problems import PROBLEMS, problem_sentence
from lixia_kpi.office.read import read_sheets
from office_files import archive, compound, ods, ods_content, record, xls_stream, xlsx, xlsx_parts

CELL = '<c r="{0}"><v>1</v></c>'
SHEET = "xl/worksheets/sheet1.xml"


def refused(data, code):
    tracemalloc.start()
    sheets, (problem,) = read_sheets(data, file="a.xlsx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (sheets, problem.code, problem.severity) == ([], code, "error")
    for lang in ("zh", "en"):
        assert "…" not in problem_sentence(problem.code, problem.details, lang)
    assert peak < 40_000_000
    return problem


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("XFD1048576", "too_many_sheet_rows"),
        ("A200001", "too_many_sheet_rows"),
        ("AMK1", "too_many_sheet_columns"),
        ("XFD1", "too_many_sheet_columns"),
        ("ZZZ999999999", "too_many_sheet_rows"),
    ],
)
def test_a_stray_cell_is_named(address, code):
    problem = refused(xlsx(f"<row>{CELL.format(address)}</row>"), code)
    assert problem.details["cell"] == f"表!{address}"


def test_the_last_row_and_the_last_column_within_the_limits_are_read():
    rows = f"<row>{CELL.format('AMJ1')}</row>"
    (sheet,), problems = read_sheets(xlsx(rows), file="a.xlsx")
    assert (len(sheet.rows), len(sheet.rows[0]), problems) == (1, 1024, [])


@pytest.mark.parametrize(
    ("limit", "code"),
    [("MAX_CELLS", "too_many_cells"), ("MAX_PLACES", "too_many_cells"), ("MAX_CHARACTERS", "too_much_text")],
)
def test_cells_of_all_sheets_together_are_bounded(monkeypatch, limit, code):
    monkeypatch.setattr(f"lixia_kpi.office.grid.{limit}", 20)
    rows = "".join(f'<row r="{row}">{CELL.format(f"A{row}")}{CELL.format(f"B{row}")}</row>' for row in range(1, 12))
    assert read_sheets(xlsx(rows[: rows.index('<row r="11">')]), file="a.xlsx")[1] == []
    refused(xlsx(rows), code)


def test_merged_ranges_are_bounded_in_number_and_area(monkeypatch):
    merges = "<mergeCells>{}</mergeCells>"
    whole = '<mergeCell ref="A1:ZZ1000"/>'
    cells = f"<row>{CELL.format('A1')}{CELL.format('ZZ1000')}</row>"
    refused(xlsx(cells, after=merges.format(whole * 50)), "too_many_merged")
    monkeypatch.setattr("lixia_kpi.office.grid.MAX_MERGED", 20)
    refused(xlsx(cells, after=merges.format(whole * 21)), "too_many_merged")


def test_merged_ranges_beyond_the_cells_cost_nothing():
    cells = f"<row>{CELL.format('A1')}</row><row>{CELL.format('A150000')}</row>"
    beyond = '<mergeCell ref="ZZ1:ZZ150000"/>' * 40_000
    (sheet,), problems = read_sheets(xlsx(cells, after=f"<mergeCells>{beyond}</mergeCells>"), file="a.xlsx")
    assert (len(sheet.rows), len(sheet.merged), problems) == (150_000, 1, [])


def test_hidden_columns_told_without_end_are_refused():
    refused(xlsx("", before="<cols>" + '<col min="1" max="999" hidden="1"/>' * 17_000 + "</cols>"), "damaged_workbook")


def test_sheets_are_bounded():
    parts = xlsx_parts("")
    tab = '<sheet name="表" sheetId="1" r:id="rId1"/>'
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(tab, tab * 501)
    refused(archive(parts), "too_many_sheets")
    refused(ods('<table:table table:name="t"/>' * 501), "too_many_sheets")
    tabs = xls_stream(b"")[20:34] * 501
    refused(compound(record(0x0809, bytes(16)) + tabs + record(0x000A)), "too_many_sheets")
    refused(b"<table></table>" * 501, "too_many_sheets")


def test_sheets_that_share_one_part_are_unpacked_for_no_longer_than_the_limit(monkeypatch):
    parts = xlsx_parts(f"<row>{CELL.format('A1')}</row>" + " " * 10_000)
    tab = '<sheet name="表" sheetId="1" r:id="rId1"/>'
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(tab, tab * 10)
    monkeypatch.setattr("lixia_kpi.office.archive.MAX_UNPACKED", 50_000)
    refused(archive(parts), "unpacked_too_large")


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_bomb_is_refused_before_it_is_unpacked(kind):
    blanks = b" " * (9 * 1024 * 1024)
    data = archive({**xlsx_parts(""), SHEET: blanks} if kind == "xlsx" else {"content.xml": blanks})
    assert refused(data, "compression_bomb").details["part"] in (SHEET, "content.xml")


def test_the_size_that_an_archive_claims_is_checked_against_what_it_holds():
    data = bytearray(xlsx(f"<row>{CELL.format('A1')}</row>"))
    at = data.index(b"PK\x01\x02", data.rindex(b"xl/worksheets/sheet1.xml") - 60)
    data[at + 24 : at + 28] = (50).to_bytes(4, "little")
    refused(bytes(data), "damaged_workbook")


def test_files_within_an_archive_are_counted_before_they_are_listed():
    refused(archive({f"{number}": b"" for number in range(10_001)}, method=zipfile.ZIP_STORED), "too_many_members")


def test_names_of_files_within_an_archive_are_only_names(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    parts = {**xlsx_parts(f"<row>{CELL.format('A1')}</row>"), "../../up": "x", "/etc/x": "x", "C:\\x": "x"}
    (sheet,), problems = read_sheets(archive(parts), file="a.xlsx")
    assert (sheet.rows[0][0].text, problems, list(tmp_path.iterdir())) == ("1", [], [])


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_only_what_office_programs_pack_with_is_unpacked(method):
    refused(archive(xlsx_parts(""), method=method), "damaged_workbook")


def test_an_archive_with_a_password_says_so():
    data = bytearray(xlsx(""))
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    refused(bytes(data), "encrypted_workbook")


ENTITIES = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
LAUGHS = f'<!DOCTYPE a [<!ENTITY a0 "ha">{ENTITIES}]>'


@pytest.mark.parametrize(
    "head",
    [
        LAUGHS,
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://example.org/a.dtd">',
    ],
    ids=["laughs", "file", "address"],
)
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", SHEET, "_rels/.rels"])
def test_document_types_are_refused_in_every_part(head, part):
    parts = xlsx_parts("")
    parts[part] = '<?xml version="1.0"?>' + head + parts[part]
    assert refused(archive(parts), "xml_document_type").details["part"].lower() == part.lower()


def test_document_types_are_refused_in_open_document_files():
    content = '<?xml version="1.0"?>' + LAUGHS + ods_content("")
    refused(archive({"content.xml": content}), "xml_document_type")
    refused(content.encode(), "xml_document_type")


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("<x>" * 300 + "</x>" * 300, "xml_too_deep"),
        ("<x>" * 200_000, "xml_too_deep"),
        (f'<x a="{"b" * 4_000_000}"/>', "xml_too_large"),
        (f"<!--{'b' * 4_000_000}-->", "xml_too_large"),
        ("".join(f"<x{number}/>" for number in range(21_000)), "xml_too_large"),
        ("".join(f'<x a{number}="1"/>' for number in range(30_000)), "xml_too_large"),
        ("".join(f'<x xmlns:a{number}="u"/>' for number in range(21_000)), "xml_too_large"),
        (f'<row><c t="inlineStr"><is><t>{"长" * 100_001}</t></is></c></row>', "text_too_long"),
    ],
    ids=["deep", "never closed", "attribute", "comment", "names", "attributes", "namespaces", "text"],
)
def test_markup_is_bounded(rows, code):
    parts = {**xlsx_parts(rows), "noise": bytes(range(256)) * 100}
    refused(archive(parts, method=zipfile.ZIP_STORED), code)


def test_elements_are_bounded(monkeypatch):
    monkeypatch.setattr("lixia_kpi.office.markup.MAX_ELEMENTS", 1000)
    refused(xlsx("<x/>" * 1000), "xml_too_large")
    monkeypatch.setattr("lixia_kpi.office.html_table.MAX_ELEMENTS", 1000)
    refused(b"<table>" + b"<b>" * 1000, "xml_too_large")


def test_texts_are_bounded_in_number_and_length(monkeypatch):
    monkeypatch.setattr("lixia_kpi.office.xlsx.strings.MAX_STRINGS", 100)
    refused(xlsx("", strings=("",) * 101), "too_much_text")
    monkeypatch.setattr("lixia_kpi.office.grid.MAX_CHARACTERS", 1000)
    refused(xlsx("", strings=(f"<t>{'长' * 60}</t>",) * 20), "too_much_text")


def test_styles_are_bounded(monkeypatch):
    monkeypatch.setattr("lixia_kpi.office.xlsx.styles.MAX_STYLES", 10)
    refused(xlsx("", formats=("0",) * 11), "xml_too_large")


def test_text_in_a_cell_of_an_open_document_is_bounded():
    blanks = '<text:s text:c="999999"/>' * 2
    inner = f"<table:table-row><table:table-cell><text:p>{blanks}</text:p></table:table-cell></table:table-row>"
    refused(ods(f'<table:table table:name="t">{inner}</table:table>'), "text_too_long")


def test_a_page_is_bounded_in_text_and_spans(monkeypatch):
    refused(b"<table><tr><td>" + b"x" * 100_001, "text_too_long")
    monkeypatch.setattr("lixia_kpi.office.html_table.MAX_PLACES", 10_000)
    refused(b"<table><tr>" + b"<td colspan=9999>" * 2, "xml_too_large")


def test_a_file_is_bounded_before_anything_is_read(monkeypatch):
    monkeypatch.setattr("lixia_kpi.office.read.MAX_BYTES", 10)
    refused(b"x" * 11, "too_large")


def test_delimited_text_is_bounded_too(monkeypatch):
    assert refused(b"a," * 1100 + b"a", "too_many_sheet_columns").details["cell"] == "AMK1"
    assert refused(b"a,b\n" + b"a" * 200_000, "text_too_long").place.line == 2
    monkeypatch.setattr("lixia_kpi.office.grid.MAX_ROWS", 1000)
    assert refused(b"a\n" * 1001, "too_many_sheet_rows").details["cell"] == "A1001"


def test_every_refusal_has_its_words():
    sources = "".join(path.read_text("utf-8") for path in Path(lixia_kpi.office.__file__).parent.rglob("*.py"))
    codes = set(re.findall(r'(?:RefusedError|_refusal)\(\s*"(\w+)"', sources)) | {"empty_file", "not_a_workbook"}
    assert len(codes) > 15
    assert codes - set(PROBLEMS) == set()
