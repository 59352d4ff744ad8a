"""Rows of a table of targets to a draft of a plan, with every fault of every cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.founding.columns import NAMES
from lixia_kpi.founding.draft import Draft, DraftIndicator, Head
from lixia_kpi.founding.ids import Ids
from lixia_kpi.founding.read_row import RowReader
from lixia_kpi.founding.table import NAMING, find_tables
from lixia_kpi.problems import Place, Problem, by_place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.founding.columns import Field
    from lixia_kpi.founding.draft import Source, Wishes
    from lixia_kpi.founding.table import Entry, Row, Table

_NEEDED: tuple[Field, ...] = ("direction",)
_USUAL: tuple[Field, ...] = ("name", "unit", "direction", "target")
_USUAL_LENGTH = 5
_LONGEST_SHOWN = 60


def read_targets(source: Source, wishes: Wishes) -> tuple[Draft | None, list[Problem]]:
    """Read a table of targets.

    Parameters
    ----------
    source
        the file with its sheets.
    wishes
        what the user says of the plan; the period is that of the target years, the base year that of the baselines,
        where nothing is said.

    Returns
    -------
    tuple
        the draft of the rows that can be read (None where there is none), and every fault with its cell; a column that
        is not used is a note.
    """
    tables = find_tables(source)
    if not tables:
        names = ", ".join(f"{field} ({NAMES[field][0]})" for field in _USUAL)
        return None, [Problem("no_table_of_targets", Place(source.file), details={"columns": names})]
    if not any(table.rows for table in tables):
        spot = tables[0].spot
        return None, [Problem("empty_table_of_targets", spot.place, details={"cell": spot.cell})]
    problems = [fault for table in tables for fault in (*_missing_columns(table), *_unused_columns(table))]
    head = _head(source, tables, wishes, problems)
    reader = RowReader(head)
    ids = Ids(reader.problems)
    indicators: dict[str, DraftIndicator] = {}
    for table in tables:
        for row in table.rows:
            _add(row, reader, ids, indicators, has_direction="direction" in table.fields)
    problems += reader.problems
    return (Draft(head, tuple(indicators.values())) if indicators else None), by_place(problems)


def _add(row: Row, reader: RowReader, ids: Ids, indicators: dict[str, DraftIndicator], *, has_direction: bool) -> None:
    """Add what a row says; nothing where anything of it cannot be read."""
    if not NAMING & row.cells.keys():
        reader.unnamed(row)
        return
    before = len(reader.problems)
    values = reader.indicator(row, has_direction=has_direction)
    given = ids.of(row, values["name_en"].text)
    known = indicators.get(given.text)
    if known is not None:
        reader.compare(values, known.values)
    first = known or DraftIndicator({"id": given, **values}, baseline=reader.baseline(row, values))
    targets = reader.targets(row, first.values)
    if len(reader.problems) == before:
        indicators.setdefault(given.text, first).targets.extend(targets)


def _missing_columns(table: Table) -> Iterable[Problem]:
    for field in _NEEDED:
        if field not in table.fields:
            details = {"column": field, "name": NAMES[field][0], "cell": table.spot.cell}
            yield Problem(f"{field}_column_missing", table.spot.place, details=details)


def _unused_columns(table: Table) -> Iterable[Problem]:
    for entry in table.unused:
        details = {"column": entry.text[:_LONGEST_SHOWN], "cell": entry.spot.cell}
        yield Problem("column_not_used", entry.spot.place, "note", details)


def _head(source: Source, tables: Iterable[Table], wishes: Wishes, problems: list[Problem]) -> Head:
    rows = [row for table in tables for row in table.rows]
    due = sorted({year for row in rows for year in _years(row, "target_year", row.targets)})
    bases = [year for row in rows for year in _years(row, "baseline_year", [row.cells.get("baseline")])]
    base = wishes.baseline_year
    if base is None and wishes.period is not None and wishes.period[0] - 1 in bases:
        base = wishes.period[0] - 1
    if base is None and bases:
        base = max(dict.fromkeys(bases), key=bases.count)
    start, end = wishes.period or (0, 0)
    if wishes.period is None:
        if not due:
            problems.append(Problem("no_period_in_table", Place(source.file)))
        end = due[-1] if due else 0
        start = end - _USUAL_LENGTH + 1 if base is None else base + 1
    if base is None:
        base = start - 1
    stem = source.file.replace("\\", "/").rpartition("/")[2].partition(".")[0]
    name = wishes.name or stem
    names = (name, wishes.name_en or name)
    return Head(wishes.id or "", *names, start, end, base, wishes.language, source.file.rpartition("/")[2])


def _years(row: Row, field: str, entries: Iterable[Entry | None]) -> Iterable[int]:
    """The years that a row names: in their own column, else over the cells."""
    own = row.cells.get(field)
    if own is not None and len(own.text) == 4 and own.text.isascii() and own.text.isdigit():
        return [int(own.text)]
    return [entry.year for entry in entries if entry is not None and entry.year is not None]
