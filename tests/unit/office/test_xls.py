import struct

import pytest

from lixia_kpi.office.read import read_sheets
from lixia_kpi.office.sheet import Cell
from office_files import compound, record, small_compound, unicode_text, xls_stream

BIFF5 = 0x0500
FORMATS = record(0x041E, struct.pack("<H", 164) + unicode_text("0.0%")) + record(
    0x041E, struct.pack("<H", 165) + unicode_text("yyyy-mm-dd")
)
STYLES = b"".join(record(0x00E0, struct.pack("<HH", 0, number)) for number in (0, 164, 165, 10))
BOOK = FORMATS + STYLES


def cells_of(cells, *, book=BOOK, **stream):
    (sheet,), _ = read_sheets(compound(xls_stream(cells, book=book, **stream)), file="a.xls")
    return sheet


def only(cells, **stream):
    (row,) = cells_of(cells, **stream).rows
    return row


def refusal(data):
    sheets, (problem,) = read_sheets(data, file="a.xls")
    assert sheets == []
    return problem.code


def number(value, style=0, *, row=0, column=0):
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def formula(result, *, column=0):
    return record(0x0006, struct.pack("<HHH", 0, column, 0) + result + bytes(8))


@pytest.mark.parametrize(
    ("style", "value", "expected"),
    [
        (0, 2446.9, Cell("2446.9", 2446.9)),
        (1, 0.125, Cell("12.5%", 0.125, True)),
        (2, 44561.0, Cell("2021-12-31")),
        (3, 0.07, Cell("7%", 0.07, True)),
        (99, 1.5, Cell("1.5", 1.5)),
    ],
)
def test_numbers_by_their_format(style, value, expected):
    assert only(number(value, style)) == [expected]


@pytest.mark.parametrize(
    ("packed", "expected"),
    [(6 << 2 | 2, 6.0), (-6 << 2 | 2, -6.0), (1234 << 2 | 3, 12.34), (0x3FF80000, 1.5), (0x40590000 | 1, 1.0)],
)
def test_numbers_packed_in_four_bytes(packed, expected):
    data = struct.pack("<HHHi", 0, 0, 0, packed)
    assert only(record(0x027E, data))[0].number == expected
    several = struct.pack("<HHHiHiH", 0, 0, 0, packed, 0, packed, 1)
    assert [cell.number for cell in only(record(0x00BD, several))] == [expected, expected]


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (struct.pack("<d", 2.5), Cell("2.5", 2.5)),
        (b"\1\0\1\0\0\0\xff\xff", Cell("TRUE")),
        (b"\2\0\x17\0\0\0\xff\xff", Cell("#REF!", None, False, "error_cell")),
    ],
)
def test_formulas_give_their_stored_value(result, expected):
    assert only(formula(result)) == [expected]


def test_a_formula_with_text_has_it_in_the_record_behind():
    shared = record(0x04BC, bytes(10))
    text = record(0x0207, unicode_text("合计"))
    assert only(formula(b"\0\0\0\0\0\0\xff\xff") + shared + text) == [Cell("合计")]
    assert cells_of(formula(b"\3\0\0\0\0\0\xff\xff")).rows == []


def test_truth_values_and_errors_without_formula():
    cells = record(0x0205, struct.pack("<HHHBB", 0, 0, 0, 0, 0)) + record(0x0205, struct.pack("<HHHBB", 0, 1, 0, 42, 1))
    assert only(cells) == [Cell("FALSE"), Cell("#N/A", None, False, "error_cell")]


def test_texts_go_on_across_records_and_change_their_width_there():
    whole = unicode_text("地区生产总值")
    rich = struct.pack("<HBH", 2, 8, 1) + b"ab" + bytes(4)
    first = struct.pack("<II", 3, 3) + whole[:7]
    second = b"\1" + whole[7:] + rich[:6]
    third = b"\0" + rich[6:] + struct.pack("<HBI", 1, 5, 4) + "末".encode("utf-16-le") + bytes(4)
    table = record(0x00FC, first) + record(0x003C, second) + record(0x003C, third)
    cells = b"".join(record(0x00FD, struct.pack("<HHHI", 0, i, 0, i)) for i in range(3))
    assert [cell.text for cell in only(cells, book=table)] == ["地区生产总值", "ab", "末"]


def test_labels_merged_ranges_and_what_is_hidden():
    cells = record(0x0204, struct.pack("<HHH", 0, 0, 0) + unicode_text("指标"))
    cells += record(0x0204, struct.pack("<HHH", 0, 1, 0) + unicode_text("旧")) + number(1.0, row=1)
    cells += record(0x00E5, struct.pack("<H4H", 1, 0, 0, 0, 1))
    cells += record(0x0208, struct.pack("<HHHHHHHH", 1, 0, 1, 0, 0, 0, 0x20, 0))
    cells += record(0x007D, struct.pack("<HHHHHH", 1, 255, 0, 0, 1, 0))
    sheet = cells_of(cells)
    assert sheet.merged == ((0, 0, 0, 1),)
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({1}, {1})
    assert [[cell.text for cell in row] for row in sheet.rows] == [["指标", ""], ["1", ""]]


def test_texts_of_excel_95_are_in_the_code_page():
    name = "表".encode("gbk")
    label = "地区生产总值".encode("gbk")
    book = record(0x0042, struct.pack("<H", 936)) + record(0x041E, struct.pack("<HB", 164, 2) + b"0%")
    book += record(0x00E0, struct.pack("<HH", 0, 0)) + record(0x00E0, struct.pack("<HH", 0, 164))
    cells = record(0x0204, struct.pack("<HHHH", 0, 0, 0, len(label)) + label) + number(0.5, 1, column=1)
    stream = xls_stream(cells, book=book, version=BIFF5, name=struct.pack("B", len(name)) + name)
    (sheet,), _ = read_sheets(compound(stream, name="Book"), file="a.xls")
    assert (sheet.name, sheet.rows) == ("表", [[Cell("地区生产总值"), Cell("50%", 0.5, True)]])


def test_a_chart_within_a_sheet_is_left_out():
    chart = record(0x0809, bytes(16)) + number(9.0) + record(0x000A)
    assert only(chart + number(1.0)) == [Cell("1", 1.0)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (compound(xls_stream(b"", book=record(0x002F, bytes(6)))), "encrypted_workbook"),
        (compound(b"", name="EncryptedPackage"), "encrypted_workbook"),
        (compound(b"", name="WordDocument"), "not_a_workbook"),
        (compound(xls_stream(number(float("nan")))), "damaged_workbook"),
        (compound(xls_stream(record(0x00FD, struct.pack("<HHHI", 0, 0, 0, 9)))), "damaged_workbook"),
        (compound(xls_stream(record(0x0203, b"\0\0"))), "damaged_workbook"),
        (compound(xls_stream(b"\x03\x02\xff\xff")), "damaged_workbook"),
        (compound(xls_stream(b""), size=100_000), "damaged_workbook"),
        (compound(xls_stream(b""))[:600], "damaged_workbook"),
        (compound(xls_stream(b"", book=record(0x00FC, struct.pack("<II", 0, 4_000_000_000)))), "too_much_text"),
        (compound(xls_stream(b"", book=record(0x00FC, struct.pack("<II", 0, 5)))), "damaged_workbook"),
        (compound(record(0x0809, bytes(16)) + record(0x000A)), "no_worksheet"),
    ],
    ids=[
        "password",
        "package",
        "word",
        "nan",
        "text",
        "short",
        "long",
        "chain",
        "cut",
        "claims",
        "missing",
        "no sheet",
    ],
)
def test_what_cannot_be_read_is_refused(data, code):
    assert refusal(data) == code


def test_a_short_stream_is_kept_in_small_sectors():
    data = small_compound(xls_stream(number(1.0), book=record(0x0999, bytes(200))))
    (sheet,), problems = read_sheets(data, file="a.xls")
    assert (sheet.rows, problems) == ([[Cell("1", 1.0)]], [])
    circle = bytearray(data)
    struct.pack_into("<I", circle, 512 * 3 + 4, 0)  # the second small sector leads back to the first
    assert refusal(bytes(circle)) == "damaged_workbook"


def test_the_table_of_sectors_may_go_on_outside_the_header():
    data = bytearray(compound(xls_stream(number(1.0))))
    table = len(data) // 512 - 1
    struct.pack_into("<II", data, 68, table, 1)
    struct.pack_into("<I", data, 76, 0xFFFFFFFF)
    data += struct.pack("<128I", 0, *[0xFFFFFFFF] * 126, 0xFFFFFFFE)
    (sheet,), _ = read_sheets(bytes(data), file="a.xls")
    assert sheet.rows == [[Cell("1", 1.0)]]


@pytest.mark.parametrize("cut", [*range(1, 7), *range(9, 21)])
def test_lengths_and_phonetic_guides_of_texts_may_break_across_records(cut):
    texts = struct.pack("<HBI", 1, 5, 9) + "甲".encode("utf-16-le") + bytes(9) + unicode_text("乙")
    table = record(0x00FC, struct.pack("<II", 2, 2) + texts[:cut]) + record(0x003C, texts[cut:])
    cells = b"".join(record(0x00FD, struct.pack("<HHHI", 0, i, 0, i)) for i in range(2))
    assert [cell.text for cell in only(cells, book=table)] == ["甲", "乙"]


def test_a_chain_of_sectors_that_runs_in_a_circle_ends():
    data = bytearray(compound(xls_stream(b"")))
    struct.pack_into("<I", data, 512 + 4 * 9, 2)  # the last sector of the stream leads back to its first
    assert refusal(bytes(data)) == "damaged_workbook"


def test_a_sheet_is_not_read_for_ever_because_many_tabs_name_it(monkeypatch):
    monkeypatch.setattr("lixia_kpi.office.xls.records.MAX_ELEMENTS", 500)
    stream = xls_stream(record(0x0999) * 200)
    tab = stream[stream.index(b"\x85\0") :][: 4 + 10]
    head, rest = stream[:20], stream[20:]
    body = tab[4:]
    start = struct.unpack("<I", body[:4])[0]
    tabs = record(0x0085, struct.pack("<I", start + 3 * len(tab)) + body[4:]) * 4
    assert refusal(compound(head + tabs + rest[len(tab) :])) == "xml_too_large"
