import pytest

from lixia_kpi.office.kind import kind_of
from lixia_kpi.office.read import read_sheets


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04rest", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "compound"),
        (b"\xef\xbb\xbf\r\n <HTML>", "html"),
        (b"<div><table><tr>", "html"),
        (b"<5,6", "delimited"),
        (b'<?xml version="1.0"?><html><table>', "html"),
        (b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument">', "flat_ods"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "xml_2003"),
        (b'<?xml version="1.0"?><data/>', "delimited"),
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b" " * 5000 + b"a,b", "delimited"),
        (b"PK,1\n", "delimited"),
        (b"%PDF-1.7", "pdf"),
        (b"{\\rtf1", "rtf"),
        (b"Rar!\x1a", "archive"),
        (b"\x09\x08\x08\0\0\x05", "old_excel"),
    ],
)  # fmt: skip
def test_the_first_bytes_tell_the_kind(data, kind):
    assert kind_of(data) == kind


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"%PDF-1.7", "not_a_workbook"),
        (b"\x1f\x8b\x08", "not_a_workbook"),
        (b"\x09\x08\x08\0\0\x05", "excel_before_95"),
        (b"MIME-Version: 1.0\r\n\r\n<table>", "not_a_workbook"),
        (b"PK\x03\x04", "damaged_workbook"),
        (b"PK\x05\x06" + bytes(18), "not_a_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged_workbook"),
    ],
)
def test_what_is_no_workbook_is_said_to_be_none(data, code):
    sheets, (problem,) = read_sheets(data, file="a.xlsx")
    assert (sheets, problem.code, problem.place.file) == ([], code, "a.xlsx")
