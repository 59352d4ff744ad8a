"""The tables of a sheet: where a header stands, over how many lines, and what each of its columns holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.intake.column import Column, column_of, side_by_side
from lixia_kpi.intake.figure import NO_FIGURE
from lixia_kpi.intake.heading import Headings
from lixia_kpi.intake.merged import origins

if TYPE_CHECKING:
    from lixia_kpi.intake.column import Role
    from lixia_kpi.intake.headers import Field
    from lixia_kpi.intake.heading import Heading
    from lixia_kpi.intake.names import Names
    from lixia_kpi.office.sheet import Sheet

_MOST_ABOVE = 2
_MOST_BELOW = 2
_NAMING = ("id", "name")
_LABELS = ("id", "name", "year")
_LOOKED_AT = 8
"""Rows below a header in which the column of names or years is looked for where the header does not name it."""


class Layout(NamedTuple):
    """A table: its header from row `first` to row `last`, the rows of its body up to `end` (not in it), its columns.

    What stands above row `floor` belongs to the table before.
    """

    first: int
    last: int
    end: int
    columns: tuple[Column, ...]
    floor: int = 0

    @property
    def span(self) -> range:
        """The columns of the sheet over which it reaches."""
        return range(self.columns[0].at, self.columns[-1].at + 1)

    def of_field(self, field: Field) -> list[Column]:
        """List the columns of a field."""
        return [column for column in self.columns if column.field == field]

    def of_role(self, role: Role) -> list[Column]:
        """List the columns that play a role."""
        return [column for column in self.columns if column.role == role]


def find_tables(sheet: Sheet, names: Names) -> list[Layout]:
    """Find the tables of a sheet, from top to bottom.

    Parameters
    ----------
    sheet
        its cells.
    names
        of the indicators, by which a table with an indicator in each column is known.

    Returns
    -------
    list of Layout
        a header that is repeated further down begins a table of its own.
    """
    finder = _Finder(sheet, names)
    found: list[Layout] = []
    row, floor = 0, 0
    while row < len(sheet.rows):
        layout = finder.header_at(row, floor)
        if layout is None:
            row += 1
            continue
        found = [one._replace(end=min(one.end, layout.first)) for one in found]
        found += [layout._replace(columns=block, floor=floor) for block in side_by_side(layout.columns)]
        row = floor = layout.last + 1
    return found


class _Finder:
    def __init__(self, sheet: Sheet, names: Names) -> None:
        self._rows = [[cell.text.strip() for cell in row] for row in sheet.rows]
        self._headings = Headings(names)
        narrow = [one for one in sheet.merged if one[2] - one[0] <= _MOST_ABOVE + _MOST_BELOW]
        self._origins = origins(
            narrow, rows=range(len(sheet.rows)), columns=range(len(sheet.rows[0]) if sheet.rows else 0)
        )

    def header_at(self, row: int, floor: int) -> Layout | None:
        """Give the table whose header has its names of columns in this row; None where there is none."""
        cells = self._cells(row)
        if len(cells) < 2 or not self._is_header(cells, row):
            return None
        last = row
        while last - row < _MOST_BELOW and self._continues(last + 1, row):
            last += 1
        first = row
        while row - first < _MOST_ABOVE and first > floor and self._groups(first - 1, row):
            first -= 1
        layout = Layout(first, last, len(self._rows), self._columns(first, last))
        if not layout.of_role("value") and not layout.of_role("growth"):
            return None
        return self._with_labels(layout)

    def _cells(self, row: int) -> dict[int, Heading | None]:
        """The headings of the cells of a row that are not empty."""
        return {c: self._headings.read(text) for c, text in enumerate(self._rows[row]) if text}

    def _is_header(self, cells: dict[int, Heading | None], row: int) -> bool:
        headings = [heading for heading in cells.values() if heading is not None]
        if len(headings) < len(cells):
            return False
        fields = {heading.field for heading in headings}
        if not fields.isdisjoint(_NAMING) or any(heading.corner for heading in headings):
            return True
        named = sum(bool(heading.ids) for heading in headings)
        if "year" in fields and (named or "value" in fields):
            return True
        if named:
            return (len({h.ids for h in headings if h.ids}) >= 2 and not self._has_figures(row)) or self._is_year(
                row + 1
            )
        if not all(heading.is_understood for heading in headings) or self._is_over_header(row):
            return False
        if row and len(self._cells(row - 1)) > 1:
            return False  # a row of a body whose name stands in the merged cell above
        with_year = [heading for heading in headings if heading.moment.year is not None]
        return len(with_year) >= 2 or (len(with_year) == 1 and "value" in fields | {"unit"} and row < _LOOKED_AT)

    def _is_year(self, row: int) -> bool:
        """Tell whether the first cell of a row is a year."""
        first = next(iter(self._cells(row).values()), None) if row < len(self._rows) else None
        return first is not None and first.moment.year is not None and not first.moment.rest

    def _has_figures(self, row: int) -> bool:
        return any(heading is None or heading.moment.year is not None for heading in self._cells(row).values())

    def _is_over_header(self, row: int) -> bool:
        """Tell whether a row only groups the columns of the header below it."""
        for base in range(row + 1, min(row + 1 + _MOST_ABOVE, len(self._rows))):
            headings = [heading for heading in self._cells(base).values() if heading is not None]
            if any(heading.field in _NAMING or heading.corner for heading in headings):
                return self._groups(row, base)
        return False

    def _continues(self, row: int, base: int) -> bool:
        """Tell whether a row goes on with the header: it names no row, has no figures, and some of it is understood."""
        if row >= len(self._rows):
            return False
        above, cells = self._cells(base), self._cells(row)
        for column, heading in cells.items():
            over = above.get(column)
            if heading is None or heading.text.casefold() in NO_FIGURE:
                return False
            same = over is not None and heading.field is not None and heading.field == over.field
            if not same and (heading.field in _NAMING or (over is not None and over.field in _LABELS)):
                return False
        understood = any(heading is not None and (heading.is_understood or heading.ids) for heading in cells.values())
        return understood and min(cells) >= min(above) and not self._names_rows(row)

    def _names_rows(self, row: int) -> bool:
        """Tell whether the first cell names an indicator, as a row of the body does."""
        first = next(iter(self._cells(row).values()), None)
        return first is not None and bool(first.ids) and len(self._cells(row)) > 1 and self._rows[row][0] != ""

    def _groups(self, row: int, base: int) -> bool:
        """Tell whether a row above groups the columns of the header: 数值 over 2021, 2022; 2021年 over 数值, 增速."""
        above, cells = self._cells(base), self._cells(row)
        for column, heading in cells.items():
            under = above.get(column)
            if heading is None or heading.text.startswith(("单位", "（单位", "(单位")):
                return False
            if under is not None and under.field in _LABELS and heading.field != under.field:
                return False
        return any(h is not None and h.is_understood and h.field not in _LABELS for h in cells.values())

    def _columns(self, first: int, last: int) -> tuple[Column, ...]:
        width = len(self._rows[first])
        stacks: list[list[Heading]] = [[] for _ in range(width)]
        for row in range(first, last + 1):
            left: Heading | None = None
            for column in range(width):
                heading = self._headings.read(self._text(row, column))
                if heading is None and left is not None and row < last and self._text(row + 1, column):
                    heading = left
                elif heading is not None:
                    left = heading if _is_group(heading) else None
                if heading is not None and heading not in stacks[column]:
                    stacks[column].append(heading)
        by_name = any(h.field in _NAMING or h.corner for stack in stacks for h in stack)
        named = sum(any(h.ids for h in stack) for stack in stacks)
        across = not by_name and named > 0
        if by_name and named >= 2 and not any(h.field == "name" for stack in stacks for h in stack):
            across = True
        return tuple(column_of(index, stack, across=across) for index, stack in enumerate(stacks))

    def _text(self, row: int, column: int) -> str:
        """The text of a cell; of a merged range that of its first cell."""
        text = self._rows[row][column]
        if text or (row, column) not in self._origins:
            return text
        first_row, first_column = self._origins[row, column]
        return self._rows[first_row][first_column]

    def _with_labels(self, layout: Layout) -> Layout | None:
        """Find the column of names, or that of years, where the header does not name it."""
        across = any(column.ids for column in layout.columns)
        needed: Field = "year" if across else "name"
        if layout.of_field(needed) or (not across and layout.of_field("id")):
            return layout
        if across and any(column.year is not None for column in layout.of_role("value")):
            return layout
        for column in layout.columns:
            if column.role in ("value", "growth") and column.text != "":
                if needed == "name":
                    break
                continue
            if column.field is None and self._holds(needed, layout, column.at):
                columns = [c._replace(role="label", field=needed) if c is column else c for c in layout.columns]
                return layout._replace(columns=tuple(columns))
        return layout if across else None

    def _holds(self, field: Field, layout: Layout, column: int) -> bool:
        for row in range(layout.last + 1, min(layout.last + 1 + _LOOKED_AT, len(self._rows))):
            if text := self._rows[row][column]:
                heading = self._headings.read(text)
                if heading is not None and (heading.moment.year is not None) == (field == "year"):
                    return True
        return False


def _is_group(heading: Heading) -> bool:
    """Tell whether a header may stand over several columns without a merged cell."""
    return heading.field in (None, "value", "growth", "target") and not heading.corner
