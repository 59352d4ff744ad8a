"""One worksheet of an XLSX workbook: rows, cells with their cached values, merged ranges, what is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.office.cell_text import number_cell, stored_number
from lixia_kpi.office.limits import MAX_COLUMNS, damaged
from lixia_kpi.office.markup import Handlers, walk
from lixia_kpi.office.number_format import PLAIN, NumberFormat
from lixia_kpi.office.sheet import Cell
from lixia_kpi.office.xlsx.strings import unescaped

if TYPE_CHECKING:
    from lixia_kpi.office.archive import Archive
    from lixia_kpi.office.grid import Grid

_DIGITS = "0123456789"
_MOST_ROWS = 2**31
_TRUTH = {"1": "TRUE", "0": "FALSE", "true": "TRUE", "false": "FALSE"}
_NO_VALUE = Cell("", None, False, "formula_without_value")


def read_worksheet(
    archive: Archive, name: str, grid: Grid, *, strings: list[str], looks: list[NumberFormat], from_1904: bool
) -> None:
    """Read the cells of one worksheet into a grid; the range that the sheet claims to have is not believed.

    Parameters
    ----------
    archive
        the opened archive.
    name
        the part that holds the worksheet.
    grid
        where the cells go.
    strings
        the workbook's table of texts.
    looks
        what the number format of each style makes of a number.
    from_1904
        whether its days count from 1904.
    """
    walk(archive.pieces(name), _Worksheet(name, grid, strings, looks, from_1904=from_1904), part=name)


class _Worksheet(Handlers):
    def __init__(
        self, part: str, grid: Grid, strings: list[str], looks: list[NumberFormat], *, from_1904: bool
    ) -> None:
        super().__init__()
        self._part = part
        self._grid = grid
        self._strings = strings
        self._looks = looks
        self._from_1904 = from_1904
        self._columns: dict[str, int] = {}
        self._row = self._column = -1
        self._style = self._kind = ""
        self._value: str | None = None
        self._formula = False
        self._phonetic = False
        self.starts = {
            "c": self._open_cell,
            "v": self._open_value,
            "t": self._open_text,
            "f": self._open_formula,
            "rPh": self._open_phonetic,
            "row": self._open_row,
            "col": self._width,
            "mergeCell": self._merge,
        }
        self.ends = {
            "c": self._close_cell,
            "v": self._close_value,
            "is": self._close_value,
            "t": self._close_text,
            "rPh": self._close_phonetic,
        }

    def _open_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        self._row = self._row + 1 if number is None else self._checked(int(number) - 1)
        self._column = -1
        if attributes.get("hidden") in ("1", "true"):
            self._grid.hide_rows(self._row, self._row)

    def _open_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            letters = reference.rstrip(_DIGITS)
            column = self._columns.get(letters)
            self._column = self._column_of(letters) if column is None else column
            self._row = self._checked(int(reference[len(letters) :]) - 1)
        self._style = attributes.get("s", "")
        self._kind = attributes.get("t", "")
        self._value = None
        self._formula = False

    def _open_value(self, _attributes: dict[str, str]) -> None:
        self.listening = True

    def _open_text(self, _attributes: dict[str, str]) -> None:
        self.listening = not self._phonetic

    def _open_formula(self, _attributes: dict[str, str]) -> None:
        self._formula = True

    def _open_phonetic(self, _attributes: dict[str, str]) -> None:
        self._phonetic = True

    def _close_phonetic(self) -> None:
        self._phonetic = False

    def _close_text(self) -> None:
        self.listening = False

    def _close_value(self) -> None:
        self.listening = False
        self._value = self.take_text()

    def _close_cell(self) -> None:
        cell = self._cell(self._kind, self._value)
        if cell is not None:
            self._grid.put(self._row, self._column, cell)

    def _cell(self, kind: str, value: str | None) -> Cell | None:
        if value is None or (not value and kind not in ("str", "inlineStr", "s")):
            return _NO_VALUE if self._formula else None
        if kind in ("", "n"):
            return self._number(value)
        if kind == "s":
            return self._shared(value)
        if kind == "e":
            return Cell(value, None, False, "error_cell")
        if kind == "b":
            return Cell(_TRUTH.get(value, value))
        if kind == "d":
            return Cell(value.removesuffix("T00:00:00").replace("T", " "))
        return Cell(unescaped(value)) if value else None

    def _number(self, value: str) -> Cell:
        number = stored_number(value)
        if number is None:
            return Cell(value)
        style = self._style
        look = self._looks[int(style)] if style and int(style) < len(self._looks) else PLAIN
        return number_cell(number, look, from_1904=self._from_1904)

    def _shared(self, value: str) -> Cell | None:
        index = int(value)
        if not 0 <= index < len(self._strings):
            raise damaged(self._part)
        text = self._strings[index]
        return Cell(text) if text else None

    def _width(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in ("1", "true"):
            self._grid.hide_columns(int(attributes.get("min", "1")) - 1, int(attributes.get("max", "1")) - 1)

    def _merge(self, attributes: dict[str, str]) -> None:
        first, _, last = attributes.get("ref", "").replace("$", "").partition(":")
        corners = [self._corner(first), self._corner(last or first)]
        self._grid.merge(*corners[0], *corners[1])

    def _corner(self, reference: str) -> tuple[int, int]:
        letters = reference.rstrip(_DIGITS)
        return int(reference[len(letters) :]) - 1, self._column_of(letters)

    def _column_of(self, letters: str) -> int:
        if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
            raise damaged(self._part)
        column = 0
        for letter in letters.upper():
            column = 26 * column + ord(letter) - 64
        if len(self._columns) < MAX_COLUMNS:
            self._columns[letters] = column - 1
        return column - 1

    def _checked(self, row: int) -> int:
        if not 0 <= row < _MOST_ROWS:
            raise damaged(self._part)
        return row
