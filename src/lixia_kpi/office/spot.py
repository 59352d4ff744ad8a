"""A cell of a file that somebody wrote, by which a person finds it again."""

from __future__ import annotations

from typing import NamedTuple

from lixia_kpi.office.sheet import address
from lixia_kpi.problems import Place


class Spot(NamedTuple):
    """A cell: file as the user named it, sheet (empty for CSV), row and column from 0.

    >>> spot = Spot("in/报表.xlsx", "表1", 4, 2)
    >>> spot.cell, str(spot), spot.name
    ('表1!C5', 'in/报表.xlsx 表1!C5', '报表.xlsx 表1!C5')
    """

    file: str
    sheet: str
    row: int
    column: int

    @property
    def place(self) -> Place:
        """Row and column, counted from 1."""
        return Place(self.file, self.row + 1, self.column + 1)

    @property
    def address(self) -> str:
        """The cell within its sheet, as spreadsheets name it: `C5`."""
        return address(self.row, self.column)

    @property
    def cell(self) -> str:
        """The cell within its file, as spreadsheets name it: `表1!C5`."""
        return f"{self.sheet}!{self.address}" if self.sheet else self.address

    @property
    def name(self) -> str:
        """`报表.xlsx 表1!C5` without the folders of the file, the source of a figure that names no other."""
        return str(self._replace(file=self.file.replace("\\", "/").rpartition("/")[2]))

    def __str__(self) -> str:
        """`in/报表.xlsx 表1!C5`, the form that a person looks up."""
        return f"{self.file} {self.cell}"
