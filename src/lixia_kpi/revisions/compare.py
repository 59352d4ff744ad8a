"""Two states of a plan set side by side: revised figures, moved statuses.

revision = later − earlier, in the unit of the later figure; in percent of the earlier one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from lixia_kpi.assessment.order import movement
from lixia_kpi.revisions.published import KINDS
from lixia_kpi.units.conversion import convert

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.assessment.order import Movement
    from lixia_kpi.assessment.plan_cases import Case
    from lixia_kpi.revisions.published import Figure, FigureKey

Change = Literal["added", "removed", "revised"]
CHANGES: tuple[Change, ...] = ("added", "removed", "revised")

_SLACK = 1e-9


class Revision(NamedTuple):
    """A figure that is not the same in both states.

    `size` is later minus earlier in the unit of the later one, None where one of the two is missing or their units do
    not convert; `percent` that in percent of the earlier one, None where it is zero, too.
    """

    key: FigureKey
    change: Change
    before: Figure | None
    after: Figure | None
    size: float | None = None
    percent: float | None = None


class StatusMove(NamedTuple):
    """A target whose status is not the same in both states; `case` is that of the later one."""

    case: Case
    before: str
    after: str
    movement: Movement


def revised_figures(before: Mapping[FigureKey, Figure], after: Mapping[FigureKey, Figure]) -> tuple[Revision, ...]:
    """List the figures that were added, removed or revised; a figure in another unit of the same size is the same.

    Targets come first, then baselines, then actuals, each in the order of the later state, what was removed last.
    """
    found = []
    for key, new in after.items():
        old = before.get(key)
        if old is None:
            found.append(Revision(key, "added", None, new))
        elif (revision := _revision(key, old, new)) is not None:
            found.append(revision)
    found += [Revision(key, "removed", old, None) for key, old in before.items() if key not in after]
    return tuple(sorted(found, key=lambda revision: KINDS.index(revision.key.kind)))


def _revision(key: FigureKey, old: Figure, new: Figure) -> Revision | None:
    value = convert(old.value, old.unit, new.unit, also=(*new.unit_also, *old.unit_also))
    if value is None:
        return Revision(key, "revised", old, new)
    if abs(new.value - value) <= _SLACK * max(abs(new.value), abs(value)):
        return None
    size = new.value - value
    return Revision(key, "revised", old, new, size, 100 * size / abs(value) if value else None)


def moved_statuses(before: Evaluation, after: Evaluation) -> tuple[StatusMove, ...]:
    """List the targets of both states whose status moved, in the order of the later state."""
    old = {_key(case): str(status) for case, status in zip(before.cases.cases, before.status, strict=True)}
    moves = []
    for case, status in zip(after.cases.cases, after.status, strict=True):
        was, now = old.get(_key(case)), str(status)
        if was is not None and was != now:
            moves.append(StatusMove(case, was, now, movement(was, now)))
    return tuple(moves)


def _key(case: Case) -> tuple[str, str, int, str]:
    return case.indicator.id, case.target.form, case.target.year, case.target.op
