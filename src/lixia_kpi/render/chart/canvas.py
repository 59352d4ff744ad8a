"""A canvas of characters: lines in Braille dots, marks and fills on whole cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a Braille character, by row from the top and by column."""
_BLANK_BRAILLE = 0x2800


class Mark(NamedTuple):
    """A character on a cell and the series it belongs to."""

    character: str
    series: str


class Canvas:
    """Cells of a chart, x from the left and y from the bottom, both as fractions from 0 to 1.

    Parameters
    ----------
    columns, rows
        size in cells.
    dotted
        draw lines in Braille dots, two by four a cell; False writes `.` for every cell that a line touches.
    """

    def __init__(self, columns: int, rows: int, *, dotted: bool) -> None:
        self.columns = columns
        self.rows = rows
        self._dotted = dotted
        self._dots: dict[tuple[int, int], int] = {}
        self._lines: dict[tuple[int, int], str] = {}
        self._fills: dict[tuple[int, int], Mark] = {}
        self._marks: dict[tuple[int, int], Mark] = {}

    def line(self, start: tuple[float, float], end: tuple[float, float], series: str, *, every: int = 1) -> None:
        """Draw a straight line; `every` draws only each n-th dot."""
        wide, high = 2 * self.columns - 1, 4 * self.rows - 1
        x0, y0, x1, y1 = start[0] * wide, start[1] * high, end[0] * wide, end[1] * high
        steps = max(1, int(max(abs(x1 - x0), abs(y1 - y0)) + 0.5))
        for step in range(0, steps + 1, every):
            x, y = int(x0 + (x1 - x0) * step / steps + 0.5), int(y0 + (y1 - y0) * step / steps + 0.5)
            cell = (x // 2, self.rows - 1 - y // 4)
            self._dots[cell] = self._dots.get(cell, 0) | _DOTS[3 - y % 4][x % 2]
            self._lines[cell] = series

    def mark(self, at: tuple[float, float], character: str, series: str) -> None:
        """Write a character over whatever is drawn at a point."""
        self._marks[self._cell(at)] = Mark(character, series)

    def bar(self, x: float, low: float, high: float, character: str, series: str) -> None:
        """Fill the cells between two heights, behind lines and marks."""
        column, bottom = self._cell((x, low))
        _, top = self._cell((x, high))
        for row in range(top, bottom + 1):
            self._fills[column, row] = Mark(character, series)

    def band(
        self,
        start: tuple[float, float, float],
        end: tuple[float, float, float],
        character: str,
        series: str,
    ) -> None:
        """Fill every column between two bars, each given as x, low end and high end; heights run straight."""
        first, last = self._cell((start[0], 0.0))[0], self._cell((end[0], 0.0))[0]
        for column in range(first, last + 1):
            share = (column - first) / max(last - first, 1)
            low, high = (start[i] + share * (end[i] - start[i]) for i in (1, 2))
            self.bar((column + 0.5) / self.columns, low, high, character, series)

    def lines(self, paint: Callable[[str, str], str]) -> list[str]:
        """Give the rows from the top; `paint` colours the characters of a series."""
        return ["".join(self._character(x, y, paint) for x in range(self.columns)) for y in range(self.rows)]

    def _character(self, x: int, y: int, paint: Callable[[str, str], str]) -> str:
        mark = self._marks.get((x, y))
        if mark is None and (x, y) in self._dots:
            dots = chr(_BLANK_BRAILLE + self._dots[x, y]) if self._dotted else "."
            mark = Mark(dots, self._lines[x, y])
        mark = mark or self._fills.get((x, y))
        return paint(mark.series, mark.character) if mark else " "

    def _cell(self, at: tuple[float, float]) -> tuple[int, int]:
        x = int(at[0] * (2 * self.columns - 1) + 0.5) // 2
        return x, self.rows - 1 - int(at[1] * (4 * self.rows - 1) + 0.5) // 4
