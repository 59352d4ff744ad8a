"""Cells as people fill them: units within, marks for missing, notes, blanks, percentages, formulas, odd numbers."""

from __future__ import annotations

import datetime
import io
from typing import Any

import xlsxwriter
from tools.office_corpus.case import COAL, FINANCE, FIRMS, GDP, HEADER, VISITORS, Case, Figure, rows_of, wide
from tools.office_corpus.programs import converted, workbook

_NBSP, _WIDE_BLANK = "\u00a0", "\u3000"


def _book(rows: list[list[Any]], dress: Any = None, **options: Any) -> bytes:
    return workbook({"Sheet1": rows}, dress, **options)


def _percent_cells() -> bytes:
    def dress(book: Any) -> None:
        for cell in book.active[2][2:]:
            cell.value, cell.number_format = round(cell.value / 100, 5), "0%"

    return _book(
        [HEADER, *rows_of((FINANCE,)), ["现代服务业增加值占服务业增加值比重", "%", "61.1%", "62.2%", "63.3 %"]], dress
    )


_SERVICES = [
    Figure("Sheet1", f"{column}3", "modern_services_share", year, value, "%")
    for column, year, value in (("C", 2021, 61.1), ("D", 2022, 62.2), ("E", 2023, 63.3))
]


def _unit_in_format() -> bytes:
    def dress(book: Any) -> None:
        for cell in book.active[2][1:]:
            cell.number_format = '#,##0.0"亿元"'
        for cell in book.active[3][1:]:
            cell.number_format = '0!.0,"万家"'

    return _book([["指标", *HEADER[2:]], [GDP.name, *GDP.values], [FIRMS.name, *FIRMS.values]], dress)


def _thousands() -> bytes:
    def dress(book: Any) -> None:
        for cell in book.active[2][2:]:
            cell.number_format = "#,##0.00"

    rows = [HEADER, *rows_of((GDP,)), [VISITORS.name, VISITORS.unit, "2,345", "2，456", "2 567"]]
    return converted(_book(rows, dress), "ods")


def _from_1904() -> bytes:
    def dress(book: Any) -> None:
        book.epoch = datetime.datetime(1904, 1, 1)
        for cell in book.active[1][2:]:
            cell.value, cell.number_format = datetime.date(int(cell.value[:4]), 6, 30), "yyyy-mm-dd"

    return _book([HEADER, *rows_of()], dress)


def _outside_links() -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Sheet1")
    for row, cells in enumerate([HEADER, *rows_of((GDP,))]):
        sheet.write_row(row, 0, cells)
    for column, value in enumerate(GDP.values, 2):
        sheet.write_formula(1, column, f"='[other.xlsx]Sheet1'!A{column}", value=value)
    book.close()
    return out.getvalue()


_IN_JUNE = [f._replace(period=f"as of {f.year}-06-30") for f in wide("Sheet1", "C2")]
_FORMULAS = [HEADER, [GDP.name, "亿元", "=1000+111.1", "=SUM(1000,222.2)", "=ROUND(1333.34,1)"], *rows_of((FIRMS,))]
_NO_VALUES = [f._replace(value=None, refused="formula_without_value") for f in wide("Sheet1", "C2", (GDP,))]
_ERRORS = [HEADER, [GDP.name, "亿元", 1111.1, "=1/0", "=#REF!+1"], *rows_of((FIRMS,))]
_ERROR_FIGURES = [
    *wide("Sheet1", "C2", (GDP,))[:1],
    *[f._replace(value=None, refused="error_cell") for f in wide("Sheet1", "C2", (GDP,))[1:]],
    *wide("Sheet1", "C3", (FIRMS,)),
]
_MISSING = [
    HEADER,
    [GDP.name, "亿元", 1111.1, "—", 1333.3],
    [VISITORS.name, "万人次", "-", "--", 2567],
    [FIRMS.name, "家", "……", 722, "/"],
    [FINANCE.name, "%", "", "无", 33.3],
]
_PRESENT = [f for f in wide("Sheet1", "C2") if f.cell in ("C2", "E2", "E3", "D4", "E5")]
_NOTES = [
    HEADER,
    [GDP.name, "亿元", 1111.1, "1222.2（初步核算）", "1333.3(预计)"],
    [FIRMS.name, "家", "611[注1]", 722, 833],
]
_MARKS = [HEADER, ["地区生产总值①", "亿元", *GDP.values], ["高新技术企业*", "家", 611, "722*", "833②"]]
_WAN = [
    HEADER,
    [GDP.name, "亿元", "1111.1亿元", "12222000万元", "1333.3亿"],
    [FIRMS.name, "家", "611家", "0.0722万家", "833"],
    [VISITORS.name, "人次", "2345万", "2456万人次", 25_670_000],
]
_OTHER_UNITS = [
    HEADER,
    [GDP.name, "万元", 11_111_000, 12_222_000, 13_333_000],
    [VISITORS.name, "亿人次", 0.2345, 0.2456, 0.2567],
]
_AS_TEXT = [HEADER, *[[name, unit, *map(str, values)] for name, unit, *values in rows_of()]]
_APOSTROPHES = [HEADER, [GDP.name, "亿元", "'1111.1", "’1222.2", "1333.3"]]
_BLANKS = [
    [f"指{_WIDE_BLANK}标", f"单{_NBSP}位", " 2021年", f"2022年{_NBSP}", "2023 年"],
    [f"{_WIDE_BLANK}地区生产总值{_NBSP}", f"亿元{_NBSP}", f"{_NBSP}1111.1", f"1222.2{_WIDE_BLANK}", 1333.3],
    ["高新技术\n企业", " 家", "6\u200b11", 722, 833],
]
_NEGATIVES = [HEADER, [COAL.name, "%", "(3.3)", "−2.2", "－1.1"]]
_NOT_NUMBERS = [HEADER, [GDP.name, "亿元", 1111.1, "约一千二百亿", "1333.3亿美元"]]
_NOT_NUMBER_FIGURES = [
    *wide("Sheet1", "C2", (GDP,))[:1],
    Figure("Sheet1", "D2", "gdp", 2022, None, "亿元", refused="not_a_number"),
    Figure("Sheet1", "E2", "gdp", 2023, None, "亿元", refused="unit_mismatch"),
]
_NOISE = [HEADER, [GDP.name, "亿元", "=1111+0.1", "=1222.1+0.1", "=0.1+0.2+1333"]]

CASES = [
    Case("percent_cells.xlsx", _percent_cells, [*wide("Sheet1", "C2", (FINANCE,)), *_SERVICES]),
    Case(
        "percent_cells.xls", lambda: converted(_percent_cells(), "xls"), [*wide("Sheet1", "C2", (FINANCE,)), *_SERVICES]
    ),
    Case(
        "percent_cells.ods", lambda: converted(_percent_cells(), "ods"), [*wide("Sheet1", "C2", (FINANCE,)), *_SERVICES]
    ),
    Case("unit_in_number_format.xlsx", _unit_in_format, wide("Sheet1", "B2", (GDP, FIRMS))),
    Case("unit_in_number_format.ods", lambda: converted(_unit_in_format(), "ods"), wide("Sheet1", "B2", (GDP, FIRMS))),
    Case("thousands_separators.ods", _thousands, wide("Sheet1", "C2", (GDP, VISITORS))),
    Case("days_from_1904.xlsx", _from_1904, _IN_JUNE),
    Case("links_to_other_files.xlsx", _outside_links, wide("Sheet1", "C2", (GDP,))),
    Case("formula_cells.xlsx", lambda: converted(_book(_FORMULAS), "xlsx"), wide("Sheet1", "C2", (GDP, FIRMS))),
    Case("formulas_never_computed.xlsx", lambda: _book(_FORMULAS), [*_NO_VALUES, *wide("Sheet1", "C3", (FIRMS,))]),
    Case("sums_with_binary_noise.xls", lambda: converted(_book(_NOISE), "xls"), wide("Sheet1", "C2", (GDP,))),
    Case("error_cells.xlsx", lambda: converted(_book(_ERRORS), "xlsx"), _ERROR_FIGURES),
    Case("error_cells.xls", lambda: converted(_book(_ERRORS), "xls"), _ERROR_FIGURES),
    Case("error_cells.ods", lambda: converted(_book(_ERRORS), "ods"), _ERROR_FIGURES),
    Case("dashes_for_missing.xls", lambda: converted(_book(_MISSING), "xls"), _PRESENT),
    Case("notes_in_brackets.xlsx", lambda: _book(_NOTES), wide("Sheet1", "C2", (GDP, FIRMS))),
    Case("footnote_markers.xlsx", lambda: _book(_MARKS), wide("Sheet1", "C2", (GDP, FIRMS))),
    Case("wan_and_yi_in_cells.xlsx", lambda: _book(_WAN), wide("Sheet1", "C2", (GDP, FIRMS, VISITORS))),
    Case("other_units_in_unit_column.xlsx", lambda: _book(_OTHER_UNITS), wide("Sheet1", "C2", (GDP, VISITORS))),
    Case("numbers_as_text.xlsx", lambda: _book(_AS_TEXT), wide("Sheet1", "C2")),
    Case("leading_apostrophes.xlsx", lambda: _book(_APOSTROPHES), wide("Sheet1", "C2", (GDP,))),
    Case("odd_blanks_and_line_breaks.xlsx", lambda: _book(_BLANKS), wide("Sheet1", "C2", (GDP, FIRMS))),
    Case("negative_in_parentheses.xlsx", lambda: _book(_NEGATIVES), wide("Sheet1", "C2", (COAL,))),
    Case("words_for_numbers.xlsx", lambda: _book(_NOT_NUMBERS), _NOT_NUMBER_FIGURES),
]
