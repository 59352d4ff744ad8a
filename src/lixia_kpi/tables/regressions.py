"""What got worse, and what got better, since an earlier check: the gate that lets old failures pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.assessment.order import is_worse
from lixia_kpi.tables.failing import failing, verdict_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.tables.failing import Gate
    from lixia_kpi.tables.gap import GapRow, GapTable
    from lixia_kpi.tables.table import Value

KEY = ("id", "form", "target_year", "target_op")
"""The columns that together name a target."""

Key = tuple[str, str, int | None, str]


class Verdict(NamedTuple):
    """How a target was judged: its status and its chance [fraction], None where there was none."""

    status: str
    chance: float | None = None


class Moved(NamedTuple):
    """A row and the earlier verdict on it."""

    row: GapRow
    before: Verdict


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Everything a check says.

    `gap` holds every target that was judged, `failing` those that fail it, worst first. With an earlier check
    `before` holds its verdicts; then `failing` are the targets that got worse, `known` those that failed before and
    are no worse now, `better` those that moved up or no longer fail. Without one `before` is None.
    """

    gap: GapTable
    gate: Gate
    failing: GapTable
    before: Mapping[Key, Verdict] | None = None
    known: tuple[GapRow, ...] = ()
    better: tuple[Moved, ...] = ()

    def was(self, row: GapRow) -> Verdict | None:
        """Give the earlier verdict on a row, None where there is none."""
        return None if self.before is None else self.before.get(key_of(row.values))


def key_of(values: Mapping[str, Value]) -> Key:
    """Give the key of a row."""
    year = values["target_year"]
    return str(values["id"]), str(values["form"]), year if isinstance(year, int) else None, str(values["target_op"])


def check(gap: GapTable, gate: Gate, *, before: Mapping[Key, Verdict] | None = None, sort: bool = True) -> CheckReport:
    """Find the targets that fail, with `before` only those that got worse since.

    A target got worse when it fails now and did not before (or was not there), when its status is lower in the order,
    or when it fails by another status that does not compare with the earlier one.

    Parameters
    ----------
    gap : every target that is judged.
    gate : what fails.
    before : the verdicts of an earlier check by key; a target that is not there did not fail.
    sort : put the worst first.
    """
    found = failing(gap, gate, sort=sort)
    if before is None:
        return CheckReport(gap, gate, found)
    known = tuple(row for row in found.rows if _is_known(row, gate, before.get(key_of(row.values))))
    kept = {id(row) for row in known}
    worse = tuple(row for row in found.rows if id(row) not in kept)
    seen = (Moved(row, earlier) for row in gap.rows if (earlier := before.get(key_of(row.values))) is not None)
    better = tuple(move for move in seen if _is_better(move, gate))
    return CheckReport(gap, gate, found._replace(rows=worse), before, known, better)


def _is_known(row: GapRow, gate: Gate, before: Verdict | None) -> bool:
    """Whether a failing row failed before and is no worse."""
    if before is None or not gate.fails(*before):
        return False
    now = verdict_of(row)[0]
    return now == before.status or is_worse(before.status, now)


def _is_better(move: Moved, gate: Gate) -> bool:
    """Whether a row moved up, or failed and passes now."""
    status, chance = verdict_of(move.row)
    passes_now = gate.fails(*move.before) and not gate.fails(status, chance)
    return is_worse(move.before.status, status) or passes_now
