"""Workbooks of Excel 2003 in one XML file (SpreadsheetML), which many systems export under the suffix `.xls`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.office.cell_text import number_cell, stored_number
from lixia_kpi.office.grid import Budget, Grid
from lixia_kpi.office.limits import MAX_SHEETS, MAX_STYLES, RefusedError, damaged
from lixia_kpi.office.markup import Handlers, in_pieces, walk
from lixia_kpi.office.number_format import PLAIN, NumberFormat, number_format
from lixia_kpi.office.sheet import Cell

if TYPE_CHECKING:
    from lixia_kpi.office.sheet import Sheet

_PART = "XML"
_SPACE = "urn:schemas-microsoft-com:office:spreadsheet}"
_NAMED = {"Percent": NumberFormat("percent")}


def read_xml_2003(data: bytes) -> list[Sheet]:
    """Read all worksheets of the one XML file.

    Parameters
    ----------
    data
        the whole file.

    Returns
    -------
    list of Sheet
        in the order of the tabs.

    Raises
    ------
    RefusedError
        `damaged_workbook`, or where a limit is passed.
    """
    book = _Book()
    walk(in_pieces(data), book, part=_PART)
    return book.sheets


class _Book(Handlers):
    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[Sheet] = []
        self._budget = Budget()
        self._looks: dict[str, NumberFormat] = {}
        self._style = ""
        self._grid: Grid | None = None
        self._row = self._column = self._across = 0
        self._rows_spanned = 0
        self._cell: dict[str, str] = {}
        self._kind = ""
        self._value: str | None = None
        self._comment = False
        self.starts = {
            "Style": self._open_style,
            "NumberFormat": self._format,
            "Worksheet": self._open_sheet,
            "Column": self._columns,
            "Row": self._open_row,
            "Cell": self._open_cell,
            "Data": self._open_data,
            "Comment": self._open_comment,
            "Visible": self._open_visible,
        }
        self.ends = {
            "Worksheet": self._close_sheet,
            "Row": self._close_row,
            "Cell": self._close_cell,
            "Data": self._close_data,
            "Comment": self._close_comment,
            "Visible": self._close_visible,
        }

    def _open_style(self, attributes: dict[str, str]) -> None:
        self._style = attributes.get(_SPACE + "ID", "")

    def _format(self, attributes: dict[str, str]) -> None:
        if len(self._looks) >= MAX_STYLES:
            raise RefusedError("xml_too_large", {"part": _PART, "limit": MAX_STYLES})
        code = attributes.get(_SPACE + "Format", "")
        self._looks[self._style] = _NAMED.get(code) or number_format(code)

    def _open_sheet(self, attributes: dict[str, str]) -> None:
        if len(self.sheets) >= MAX_SHEETS:
            raise RefusedError("too_many_sheets", {"limit": MAX_SHEETS})
        self._grid = Grid(attributes.get(_SPACE + "Name", ""), self._budget)
        self._row = self._column = 0

    def _close_sheet(self) -> None:
        if self._grid is not None:
            self.sheets.append(self._grid.sheet())
            self._grid = None

    def _open_visible(self, _attributes: dict[str, str]) -> None:
        self.listening = True

    def _close_visible(self) -> None:
        self.listening = False
        if self.take_text() != "SheetVisible" and self._grid is not None:
            self._grid.hidden = True

    def _columns(self, attributes: dict[str, str]) -> None:
        first = _number(attributes, "Index", self._column + 1) - 1
        last = first + _number(attributes, "Span", 0)
        if self._grid is not None and attributes.get(_SPACE + "Hidden") == "1":
            self._grid.hide_columns(first, last)
        self._column = last + 1

    def _open_row(self, attributes: dict[str, str]) -> None:
        self._row = _number(attributes, "Index", self._row + 1) - 1
        self._rows_spanned = _number(attributes, "Span", 0)
        self._column = 0
        if self._grid is not None and attributes.get(_SPACE + "Hidden") == "1":
            self._grid.hide_rows(self._row, self._row + self._rows_spanned)

    def _close_row(self) -> None:
        self._row += 1 + self._rows_spanned

    def _open_cell(self, attributes: dict[str, str]) -> None:
        self._column = _number(attributes, "Index", self._column + 1) - 1
        self._across = _number(attributes, "MergeAcross", 0)
        down = _number(attributes, "MergeDown", 0)
        self._cell = attributes
        self._value = None
        if self._grid is not None:
            self._grid.merge(self._row, self._column, self._row + down, self._column + self._across)

    def _open_data(self, attributes: dict[str, str]) -> None:
        self.listening = not self._comment
        if self.listening:
            self._kind = attributes.get(_SPACE + "Type", "String")

    def _close_data(self) -> None:
        if self.listening:
            self.listening = False
            self._value = self.take_text()

    def _open_comment(self, _attributes: dict[str, str]) -> None:
        self._comment = True

    def _close_comment(self) -> None:
        self._comment = False

    def _close_cell(self) -> None:
        cell = self._read()
        if cell is not None and self._grid is not None:
            self._grid.put(self._row, self._column, cell)
        self._column += 1 + self._across

    def _read(self) -> Cell | None:
        value = self._value
        if not value:
            missing = value is None and _SPACE + "Formula" in self._cell
            return Cell("", None, False, "formula_without_value") if missing else None
        if self._kind == "Error":
            return Cell(value, None, False, "error_cell")
        if self._kind == "Boolean":
            return Cell("FALSE" if value == "0" else "TRUE")
        if self._kind == "DateTime":
            return self._moment(value)
        number = stored_number(value) if self._kind == "Number" else None
        if number is None:
            return Cell(value)
        look = self._look()
        return number_cell(number, look if look.kind in ("number", "percent") else PLAIN)

    def _look(self) -> NumberFormat:
        return self._looks.get(self._cell.get(_SPACE + "StyleID", ""), PLAIN)

    def _moment(self, value: str) -> Cell:
        look = self._look()
        if look.kind == "year":
            return Cell(value[:4] + look.unit_shown)
        return Cell(value.partition(".")[0].removesuffix("T00:00:00").replace("T", " "))


def _number(attributes: dict[str, str], name: str, otherwise: int) -> int:
    """Read a place or a count; places are counted from 1."""
    number = attributes.get(_SPACE + name)
    if number is None:
        return otherwise
    if not number.isascii() or not number.isdigit() or len(number) > 9 or (name == "Index" and int(number) < 1):
        raise damaged(_PART)
    return int(number)
