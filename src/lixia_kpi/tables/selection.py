"""Which rows a table shows, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.assessment.codes import STATUSES

if TYPE_CHECKING:
    from lixia_kpi.tables.gap import GapRow
    from lixia_kpi.tables.table import Value


class Selection(NamedTuple):
    """Filters and order.

    Parameters
    ----------
    ids
        indicators to show; shown whatever is known of them.
    chapters, groups, statuses
        only rows of these; empty means all.
    everything
        also targets that have neither a baseline nor an observation.
    sort
        column to sort by, descending after a `-`; None keeps plan order. Empty cells come last either way.
    """

    ids: tuple[str, ...] = ()
    chapters: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    everything: bool = False
    sort: str | None = None


def select(rows: tuple[GapRow, ...], selection: Selection) -> tuple[tuple[GapRow, ...], dict[str, int]]:
    """Choose and order rows; also count what is left out, by why.

    By default the targets that have a baseline or an observation are shown; all of them when asked for by id, by
    `everything` or by the status `no_data`. `left_out` counts the rest: `target_only` (nothing but a target is
    known) and `filtered` (another id, chapter, group or status was asked for).
    """
    shown, left_out = [], {"target_only": 0, "filtered": 0}
    for row in rows:
        if not _wanted(row, selection):
            left_out["filtered"] += 1
        elif not (_has_figures(row) or selection.ids or selection.everything or "no_data" in selection.statuses):
            left_out["target_only"] += 1
        else:
            shown.append(row)
    if selection.sort:
        shown = sort_rows(shown, selection.sort)
    return tuple(shown), left_out


def sort_rows(rows: list[GapRow], order: str) -> list[GapRow]:
    """Sort by a column, descending after a `-`, stable, empty cells last either way."""
    column, descending = order.removeprefix("-"), order.startswith("-")
    filled = [row for row in rows if row.values[column] not in (None, ())]
    empty = [row for row in rows if row.values[column] in (None, ())]
    return [*sorted(filled, key=lambda row: _key(column, row.values[column]), reverse=descending), *empty]


def _key(column: str, value: Value) -> tuple[int, float, str]:
    """Numbers before texts, each in its own order; statuses from best to worst."""
    if column.endswith("status") and value in STATUSES:
        return (0, STATUSES.index(str(value)), "")
    if isinstance(value, int | float):
        return (0, float(value), "")
    return (1, 0.0, ";".join(value) if isinstance(value, tuple) else str(value))


def _wanted(row: GapRow, selection: Selection) -> bool:
    values = row.values
    return (
        (not selection.ids or values["id"] in selection.ids)
        and (not selection.chapters or values["chapter"] in selection.chapters)
        and (not selection.groups or values["group"] in selection.groups)
        and (not selection.statuses or values["status"] in selection.statuses)
    )


def _has_figures(row: GapRow) -> bool:
    """Whether the row has a baseline (a level, a base-year flow or a previous total) or an observation."""
    return any(row.values[column] is not None for column in ("baseline", "required_growth", "latest"))
