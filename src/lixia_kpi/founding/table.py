"""A sheet to rows of a table of targets: where its header stands, what each row says in each column."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.founding.columns import Column, column_of
from lixia_kpi.office.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lixia_kpi.founding.draft import Source
    from lixia_kpi.office.sheet import Cell, Sheet

_HEADER_WITHIN = 20
_LEAST_COLUMNS = 3
NAMING = frozenset({"id", "name", "name_zh", "name_en"})
"""Columns that name an indicator."""
_FILLED_DOWN = NAMING | {"group", "owner", "chapter", "unit", "direction"}


class Entry(NamedTuple):
    """A cell of a row: its text without blanks around it, where it stands, the year that its header names."""

    text: str
    spot: Spot
    year: int | None = None


class Row(NamedTuple):
    """A row of the table: its cells that hold something, by field; `spots` are all cells, empty ones too.

    `targets` are its cells with a target, in the order of the columns; `section` the title line above it.
    """

    cells: dict[str, Entry]
    targets: tuple[Entry, ...]
    spots: dict[str, Spot]
    section: Entry | None = None


class Table(NamedTuple):
    """The rows under a header, and the fields that the header names.

    `spot` is the first cell of the header, `unused` are its cells that say nothing of a target, with what is below.
    """

    rows: tuple[Row, ...]
    fields: frozenset[str]
    spot: Spot
    unused: tuple[Entry, ...] = ()


def find_tables(source: Source) -> list[Table]:
    """Find the table of each sheet that has one.

    Parameters
    ----------
    source
        a file with its sheets; hidden sheets are passed over.

    Returns
    -------
    list of Table
        in the order of the sheets; the header is the first row, among the first twenty, that names the indicator and
        at least two columns more.
    """
    tables = []
    for sheet in source.sheets:
        if sheet.hidden:
            continue
        for at, cells in enumerate(sheet.rows[:_HEADER_WITHIN]):
            columns = _columns(cells)
            if columns is not None:
                tables.append(_table(source.file, sheet, at, columns))
                break
    return tables


def _columns(cells: Sequence[Cell]) -> list[Column] | None:
    found: list[Column] = []
    for index, cell in enumerate(cells):
        column = column_of(index, cell.text) if cell.text.strip() else None
        if column is not None and all((column.field, column.year) != (other.field, other.year) for other in found):
            found.append(column)
    fields = {column.field for column in found}
    if len(found) < _LEAST_COLUMNS or not fields & NAMING:
        return None
    years = [column for column in found if column.field == "baseline" and column.year is not None]
    if "target" not in fields and len(years) > 1:
        last = max(years, key=lambda column: column.year or 0)
        found[found.index(last)] = last._replace(field="target")
    return found


def _table(file: str, sheet: Sheet, at: int, columns: Sequence[Column]) -> Table:
    spot = Spot(file, sheet.name, at, min(column.at for column in columns))
    fields = frozenset(column.field for column in columns)
    used = {column.at for column in columns}
    unused = tuple(
        Entry(" ".join(cell.text.split()), Spot(file, sheet.name, at, index))
        for index, cell in enumerate(sheet.rows[at])
        if index not in used and cell.text.strip()
    )
    return Table(tuple(_rows(file, sheet, at + 1, columns)), fields, spot, unused)


def _rows(file: str, sheet: Sheet, first: int, columns: Sequence[Column]) -> Iterator[Row]:
    above = _merged_above(sheet, columns)
    section: Entry | None = None
    for at in range(first, len(sheet.rows)):
        cells: dict[str, Entry] = {}
        targets: list[Entry] = []
        spots: dict[str, Spot] = {}
        for column in columns:
            spot = Spot(file, sheet.name, at, column.at)
            source = above.get((at, column.at), at)
            text = " ".join(sheet.rows[source][column.at].text.split())
            spots.setdefault(column.field, spot)
            if not text:
                continue
            entry = Entry(text, spot._replace(row=source), column.year)
            if column.field == "target":
                targets.append(entry)
            else:
                cells.setdefault(column.field, entry)
        own = [entry for entry in (*cells.values(), *targets) if entry.spot.row == at]
        if not own:
            continue
        if len(own) == 1 and not targets and "unit" not in cells:
            section = own[0]
        elif targets or "unit" in cells or NAMING & cells.keys():
            yield Row(cells, tuple(targets), spots, section)


def _merged_above(sheet: Sheet, columns: Sequence[Column]) -> dict[tuple[int, int], int]:
    """The row in which the text of a cell stands that is merged with those above it."""
    wanted = {column.at for column in columns if column.field in _FILLED_DOWN}
    return {
        (row, left): top
        for top, left, bottom, _ in sheet.merged
        if left in wanted
        for row in range(top + 1, bottom + 1)
    }
