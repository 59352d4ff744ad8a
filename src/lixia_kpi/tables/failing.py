"""The rows that fail a gate: those at or below a status, worst first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lixia_kpi.assessment.codes import ORDERED_STATUSES, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.tables.gap import GapTable


def failing_statuses(levels: Iterable[str]) -> tuple[str, ...]:
    """List the statuses that fail, worst first.

    Parameters
    ----------
    levels : statuses that are still named a failure; with one of the ordered ones, everything below it fails too,
        the others (pending, undetermined, no_data) fail only when they are named.

    Examples
    --------
    >>> failing_statuses(["behind"])
    ('reversing', 'off_track', 'behind')
    >>> failing_statuses(["reversing", "no_data"])
    ('reversing', 'no_data')
    """
    named = set(levels)
    best = min((ORDERED_STATUSES.index(level) for level in named if level in ORDERED_STATUSES), default=None)
    ordered = () if best is None else tuple(reversed(ORDERED_STATUSES[best:]))
    return ordered + tuple(status for status in STATUSES if status in named and status not in ORDERED_STATUSES)


def failing(gap: GapTable, statuses: tuple[str, ...], *, sort: bool = True) -> GapTable:
    """Keep the rows of these statuses, in the order of `statuses` and then of the table; `sort=False` keeps its order.

    Parameters
    ----------
    gap : every row that is to be judged.
    statuses : as `failing_statuses` gives them.
    """
    rows = [row for row in gap.rows if row.values["status"] in statuses]
    if sort:
        rows.sort(key=lambda row: statuses.index(str(row.values["status"])))
    return replace(gap, rows=tuple(rows), left_out={})
