"""References to cells, as formulas write them."""

from __future__ import annotations

from typing import NamedTuple


class Reference(NamedTuple):
    """A cell, or a row of cells up to `last`; rows and columns count from 0.

    >>> str(Reference("缺口表", 4, 3)), str(Reference("a'b", 0, 26, 28))
    ("'缺口表'!D5", "'a''b'!AA1:AC1")
    """

    sheet: str
    row: int
    column: int
    last: int | None = None

    @property
    def here(self) -> str:
        """The reference from a cell of the same sheet."""
        first = f"{column_letters(self.column)}{self.row + 1}"
        return first if self.last is None else f"{first}:{column_letters(self.last)}{self.row + 1}"

    @property
    def fixed(self) -> str:
        """The reference that stays when it is copied: sheet and absolute cell."""
        return f"{self._sheet}!${column_letters(self.column)}${self.row + 1}"

    def seen_from(self, sheet: str) -> str:
        """The reference from a cell of some sheet: without the sheet's name where it is the same."""
        return self.here if sheet == self.sheet else str(self)

    def __str__(self) -> str:
        """The reference from any other sheet."""
        return f"{self._sheet}!{self.here}"

    @property
    def _sheet(self) -> str:
        return "'" + self.sheet.replace("'", "''") + "'"


def column_letters(column: int) -> str:
    """Name a column, counted from 0.

    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(702)
    ('A', 'Z', 'AA', 'AAA')
    """
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
