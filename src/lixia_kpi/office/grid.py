"""The cells of one sheet while they are read: sparse until the end, so that a stray cell costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.office.limits import (
    MAX_CELLS,
    MAX_CHARACTERS,
    MAX_COLUMNS,
    MAX_MERGED,
    MAX_PLACES,
    MAX_ROWS,
    RefusedError,
    damaged,
)
from lixia_kpi.office.sheet import EMPTY, Cell, Sheet, address

if TYPE_CHECKING:
    from lixia_kpi.problems import Detail


class Budget:
    """What all sheets of one workbook may hold together."""

    def __init__(self) -> None:
        self.cells = MAX_CELLS
        self.places = MAX_PLACES
        self.characters = MAX_CHARACTERS


class Grid:
    """Takes the cells of one sheet in any order.

    Parameters
    ----------
    name
        the sheet's name.
    budget
        what is left for this workbook.
    hidden
        whether the sheet does not show; some formats tell only after its cells.
    """

    def __init__(self, name: str, budget: Budget, *, hidden: bool = False) -> None:
        self.name = name
        self.hidden = hidden
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self._budget = budget
        self._told_hidden: dict[int, int] = {}
        self._rows: dict[int, dict[int, Cell]] = {}
        self._merged: list[tuple[int, int, int, int]] = []

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Place a cell that holds something; RefusedError where a limit is passed, naming the cell."""
        budget = self._budget
        budget.cells -= 1
        budget.characters -= len(cell.text)
        if row >= MAX_ROWS or column >= MAX_COLUMNS or budget.cells < 0 or budget.characters < 0:
            raise self._too_large(row, column)
        cells = self._rows.get(row)
        if cells is None:
            self._rows[row] = {column: cell}
        else:
            cells[column] = cell

    def put_repeated(self, row: int, column: int, cell: Cell, *, rows: int, columns: int) -> None:
        """Place the same cell many times, to the right and downwards; the limits are checked before the first."""
        if row + rows > MAX_ROWS or column + columns > MAX_COLUMNS or rows * columns > self._budget.cells:
            raise self._too_large(row + rows - 1, column + columns - 1)
        for below in range(row, row + rows):
            for beside in range(column, column + columns):
                self.put(below, beside, cell)

    def merge(self, first_row: int, first_column: int, last_row: int, last_column: int) -> None:
        """Note a merged range."""
        if len(self._merged) >= MAX_MERGED:
            raise self._refusal("too_many_merged", first_row, first_column, MAX_MERGED)
        larger = (last_row, last_column) != (first_row, first_column)
        if larger and last_row >= first_row and last_column >= first_column:
            self._merged.append((first_row, first_column, last_row, last_column))

    def hide_rows(self, first: int, last: int) -> None:
        """Note rows that do not show; what lies beyond the limits holds nothing."""
        self.hidden_rows.update(self._hidden(first, last, MAX_ROWS))

    def hide_columns(self, first: int, last: int) -> None:
        """Note columns that do not show; what lies beyond the limits holds nothing."""
        self.hidden_columns.update(self._hidden(first, last, MAX_COLUMNS))

    def _hidden(self, first: int, last: int, limit: int) -> range:
        places = range(max(first, 0), min(last, limit - 1) + 1)
        told = self._told_hidden[limit] = self._told_hidden.get(limit, 0) + len(places)
        if told > 4 * limit:  # no program says it of a row or a column more than once
            raise damaged(self.name)
        return places

    def sheet(self) -> Sheet:
        """Lay the cells out as rows of equal length from A1."""
        height = max(self._rows, default=-1) + 1
        width = max(map(max, self._rows.values()), default=-1) + 1
        self._budget.places -= height * width
        if self._budget.places < 0:
            raise self._refusal("too_many_cells", height - 1, width - 1, MAX_PLACES)
        rows = [[EMPTY] * width for _ in range(height)]
        for number, cells in self._rows.items():
            row = rows[number]
            for column, cell in cells.items():
                row[column] = cell
        self._clear_covered(rows, width)
        return Sheet(
            self.name,
            rows,
            tuple(sorted(set(self._merged))),
            self.hidden,
            frozenset(row for row in self.hidden_rows if row < height),
            frozenset(column for column in self.hidden_columns if column < width),
        )

    def _clear_covered(self, rows: list[list[Cell]], width: int) -> None:
        """Empty what lies under merged ranges, where nobody sees it."""
        left = MAX_PLACES
        for first_row, first_column, last_row, last_column in self._merged:
            beside = min(last_column + 1, width) - first_column
            below = min(last_row + 1, len(rows)) - first_row
            if beside <= 0 or below <= 0:
                continue
            left -= beside * below
            if left < 0:
                raise self._refusal("too_many_merged", first_row, first_column, MAX_MERGED)
            kept = rows[first_row][first_column]
            for row in rows[first_row : first_row + below]:
                row[first_column : first_column + beside] = [EMPTY] * beside
            rows[first_row][first_column] = kept

    def _too_large(self, row: int, column: int) -> RefusedError:
        if row >= MAX_ROWS:
            return self._refusal("too_many_sheet_rows", row, column, MAX_ROWS)
        if column >= MAX_COLUMNS:
            return self._refusal("too_many_sheet_columns", row, column, MAX_COLUMNS)
        if self._budget.characters < 0:
            return self._refusal("too_much_text", row, column, MAX_CHARACTERS)
        return self._refusal("too_many_cells", row, column, MAX_CELLS)

    def _refusal(self, code: str, row: int, column: int, limit: int) -> RefusedError:
        cell = address(row, column)
        where = f"{self.name}!{cell}" if self.name else cell
        details: dict[str, Detail] = {"sheet": self.name, "cell": where, "limit": limit}
        return RefusedError(code, details, row=row, column=column)
