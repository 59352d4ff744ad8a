"""The rows that fail a gate: those at or below a status or under a chance, worst first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lixia_kpi.assessment.codes import ORDERED_STATUSES, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.tables.gap import GapRow, GapTable


@dataclass(frozen=True, slots=True)
class Gate:
    """What fails: `statuses` as `failing_statuses` gives them, and a chance under `min_chance` [fraction].

    A row without a chance never fails for it.
    """

    statuses: tuple[str, ...]
    min_chance: float | None = None

    def fails_by_chance(self, chance: float | None) -> bool:
        """Whether a chance [fraction] is under the least one."""
        return self.min_chance is not None and chance is not None and chance < self.min_chance

    def fails(self, status: str, chance: float | None) -> bool:
        """Whether a status and a chance [fraction] do not pass.

        >>> gate = Gate(("behind",), 0.5)
        >>> gate.fails("behind", None), gate.fails("on_track", 0.4), gate.fails("on_track", None)
        (True, True, False)
        """
        return status in self.statuses or self.fails_by_chance(chance)

    def covers(self, other: Gate) -> bool:
        """Whether everything that fails the other gate fails this one too."""
        chance = other.min_chance is None or (self.min_chance is not None and self.min_chance >= other.min_chance)
        return chance and set(other.statuses) <= set(self.statuses)


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


def failing(gap: GapTable, gate: Gate, *, sort: bool = True) -> GapTable:
    """Keep the rows that fail, worst first; `sort=False` keeps the order of the table.

    Worst is the status, then the pace, then the place in the table; rows that fail by their chance alone come after
    those of a failing status.

    Parameters
    ----------
    gap : every row that is to be judged.
    gate : what fails.
    """
    rows = [row for row in gap.rows if gate.fails(*verdict_of(row))]
    if sort:
        rows.sort(key=lambda row: _badness(row, gate))
    return gap._replace(rows=tuple(rows), left_out={})


def verdict_of(row: GapRow) -> tuple[str, float | None]:
    """Give the status of a row and its chance [fraction]."""
    chance = row.values["probability"]
    return str(row.values["status"]), chance if isinstance(chance, float) else None


def _badness(row: GapRow, gate: Gate) -> tuple[bool, int, bool, float]:
    """A key that sorts the worst first."""
    status, chance = verdict_of(row)
    if status not in gate.statuses:
        order = ORDERED_STATUSES[::-1] + STATUSES[len(ORDERED_STATUSES) :]
        return True, order.index(status), False, chance or 0.0
    pace = row.values["pace"]
    return False, gate.statuses.index(status), pace is None, pace if isinstance(pace, float) else 0.0
