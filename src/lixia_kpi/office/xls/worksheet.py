"""One worksheet of an XLS workbook: cells with their cached values, merged ranges, what is hidden."""

from __future__ import annotations

from math import isfinite
from struct import iter_unpack, unpack, unpack_from
from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.office.cell_text import number_cell
from lixia_kpi.office.limits import damaged
from lixia_kpi.office.number_format import PLAIN
from lixia_kpi.office.sheet import Cell
from lixia_kpi.office.xls import records as biff
from lixia_kpi.office.xls.texts import short_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from lixia_kpi.office.grid import Grid
    from lixia_kpi.office.number_format import NumberFormat

_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 1
_RK_HUNDREDTHS, _RK_INTEGER = 1, 2
_TEXT, _TRUTH, _ERROR, _EMPTY = range(4)


class Book(NamedTuple):
    """What the sheets of one workbook share."""

    strings: list[str]
    looks: list[NumberFormat]
    from_1904: bool
    wide: bool
    code_page: str


def read_worksheet(stream: biff.Stream, start: int, grid: Grid, book: Book) -> None:
    """Read the cells of one worksheet into a grid.

    Parameters
    ----------
    stream
        the workbook's stream.
    start
        where the sheet begins in it.
    grid
        where the cells go.
    book
        what the sheets share.
    """
    reader = _Worksheet(grid, book)
    for record in biff.records(stream, start):
        take = reader.takers.get(record.number)
        if take is not None:
            take(record.data)


class _Worksheet:
    def __init__(self, grid: Grid, book: Book) -> None:
        self._grid = grid
        self._book = book
        self._awaiting: tuple[int, int] | None = None
        self.takers: dict[int, Callable[[bytes], None]] = {
            biff.LABEL_SST: self._shared_text,
            biff.LABEL: self._text,
            biff.RICH_LABEL: self._text,
            biff.NUMBER: self._number,
            biff.RK: self._rk,
            biff.MULTIPLE_RK: self._several_rk,
            biff.FORMULA: self._formula,
            biff.STRING: self._formula_text,
            biff.TRUTH_OR_ERROR: self._truth_or_error,
            biff.MERGED_CELLS: self._merged,
            biff.ROW: self._row,
            biff.COLUMN_INFO: self._columns,
        }

    def _shared_text(self, data: bytes) -> None:
        row, column, _, index = unpack_from("<HHHI", data)
        if index >= len(self._book.strings):
            raise damaged("SST")
        self._put_text(row, column, self._book.strings[index])

    def _text(self, data: bytes) -> None:
        row, column = unpack_from("<HH", data)
        book = self._book
        self._put_text(row, column, short_text(data, 6, size=2, wide=book.wide, code_page=book.code_page))

    def _put_text(self, row: int, column: int, text: str) -> None:
        if text:
            self._grid.put(row, column, Cell(text))

    def _number(self, data: bytes) -> None:
        row, column, style, value = unpack_from("<HHHd", data)
        self._put_number(row, column, style, value)

    def _rk(self, data: bytes) -> None:
        row, column, style = unpack_from("<HHH", data)
        self._put_number(row, column, style, _rk_value(data[6:10]))

    def _several_rk(self, data: bytes) -> None:
        row, column = unpack_from("<HH", data)
        for style, packed in iter_unpack("<H4s", data[4 : 4 + (len(data) - 6) // 6 * 6]):
            self._put_number(row, column, style, _rk_value(packed))
            column += 1

    def _put_number(self, row: int, column: int, style: int, value: float) -> None:
        if not isfinite(value):
            raise damaged(self._grid.name)
        looks = self._book.looks
        look = looks[style] if style < len(looks) else PLAIN
        self._grid.put(row, column, number_cell(value, look, from_1904=self._book.from_1904))

    def _formula(self, data: bytes) -> None:
        row, column, style = unpack_from("<HHH", data)
        result = data[6:14]
        if result[6:8] != b"\xff\xff":
            self._put_number(row, column, style, unpack("<d", result)[0])
            return
        self._awaiting = (row, column) if result[0] == _TEXT else None
        if result[0] == _TRUTH:
            self._grid.put(row, column, Cell("TRUE" if result[2] else "FALSE"))
        elif result[0] == _ERROR:
            self._put_error(row, column, result[2])

    def _formula_text(self, data: bytes) -> None:
        if self._awaiting is not None:
            book = self._book
            self._put_text(*self._awaiting, short_text(data, 0, size=2, wide=book.wide, code_page=book.code_page))
            self._awaiting = None

    def _truth_or_error(self, data: bytes) -> None:
        row, column, _, value, is_error = unpack_from("<HHHBB", data)
        if is_error:
            self._put_error(row, column, value)
        else:
            self._grid.put(row, column, Cell("TRUE" if value else "FALSE"))

    def _put_error(self, row: int, column: int, code: int) -> None:
        self._grid.put(row, column, Cell(_ERRORS.get(code, "#ERROR!"), None, False, "error_cell"))

    def _merged(self, data: bytes) -> None:
        for first_row, last_row, first_column, last_column in iter_unpack(
            "<4H", data[2 : 2 + (len(data) - 2) // 8 * 8]
        ):
            self._grid.merge(first_row, first_column, last_row, last_column)

    def _row(self, data: bytes) -> None:
        if data[12] & _HIDDEN_ROW:
            row = unpack_from("<H", data)[0]
            self._grid.hide_rows(row, row)

    def _columns(self, data: bytes) -> None:
        first, last = unpack_from("<HH", data)
        if data[8] & _HIDDEN_COLUMN:
            self._grid.hide_columns(first, last)


def _rk_value(packed: bytes) -> float:
    """Unpack a number of four bytes: an integer or the upper half of a float, perhaps in hundredths."""
    flags = packed[0] & 3
    if flags & _RK_INTEGER:
        value = float(unpack("<i", packed)[0] >> 2)
    else:
        value = float(unpack("<d", b"\0\0\0\0" + bytes([packed[0] & 0xFC]) + packed[1:])[0])
    return value / 100 if flags & _RK_HUNDREDTHS else value
