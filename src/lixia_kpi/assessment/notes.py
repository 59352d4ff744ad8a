"""What a reader should know of a row beyond its figures: codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.codes import STATUSES

if TYPE_CHECKING:
    from lixia_kpi.assessment.cases import Cases
    from lixia_kpi.assessment.outlook import Outlook
    from lixia_kpi.assessment.progress import Progress
    from lixia_kpi.assessment.rules.verdict import Assessment
    from lixia_kpi.growth.arrays import BoolArray, IntArray


def note_flags(
    cases: Cases, progress: Progress, outlook: Outlook, place: IntArray, verdict: Assessment | None = None
) -> dict[str, BoolArray]:
    """Tell which notes hold of each case.

    Parameters
    ----------
    cases, progress, outlook : the cases, where they stand, and where they lead.
    place : (cases,) of the status in `STATUSES`.
    verdict : of the published rule that gave the status; None for the tool's own, which has no peculiarities.
    """
    return {
        "pace_and_projection_differ": _differ(place, outlook),
        "rounds_to_target": progress.rounds,
        "met_but_worsening": progress.met & _worsening(cases, progress),
        "hangs_on_quirk": _peculiar(verdict, len(place)),
        "only_one_observation": progress.observed & (_count(cases) == 1) & ~progress.final & ~progress.met,
    }


def _peculiar(verdict: Assessment | None, count: int) -> BoolArray:
    """Whether the verdict may hang on a documented peculiarity of the rule."""
    if verdict is None:
        return np.zeros(count, dtype=np.bool_)
    from lixia_kpi.assessment.by_rule import hangs_on_quirk

    return hangs_on_quirk(verdict)


def _differ(place: IntArray, outlook: Outlook) -> BoolArray:
    """The rule says on track or better and the chance is under one half, or the other way round."""
    good = place <= STATUSES.index("on_track")
    bad = ~good & (place <= STATUSES.index("reversing"))
    with np.errstate(invalid="ignore"):
        return (good & (outlook.chance < 0.5)) | (bad & (outlook.chance > 0.5))


def _worsening(cases: Cases, progress: Progress) -> BoolArray:
    """Whether the latest observation moved against the wanted direction since the one before it (across no break)."""
    comparable = (cases.years >= cases.usable_from[:, None]) & (cases.years < progress.latest_year[:, None])
    earlier = comparable & ~np.isnan(cases.values)
    rows = np.arange(len(earlier))
    last = len(cases.years) - 1 - earlier[:, ::-1].argmax(axis=1)
    previous = np.where(earlier.any(axis=1), cases.values[rows, last], np.nan)
    sign = np.where(cases.upward, 1.0, -1.0)
    with np.errstate(invalid="ignore"):
        backward = np.where(cases.yearly_change, sign * progress.latest, sign * (progress.latest - previous)) < 0
    return np.asarray(backward & ~cases.on("sum"))


def _count(cases: Cases) -> IntArray:
    """How many observations lie in the span of each target."""
    return np.asarray((~np.isnan(cases.values) & cases.span).sum(axis=1))
