"""What a reader should know of a row beyond its figures: codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.codes import NOTES
from lixia_kpi.assessment.reasons import in_order

if TYPE_CHECKING:
    from lixia_kpi.assessment.cases import Case, Cases
    from lixia_kpi.assessment.outlook import Outlook
    from lixia_kpi.assessment.progress import Progress
    from lixia_kpi.assessment.rules.verdict import Assessment
    from lixia_kpi.growth.arrays import BoolArray, IntArray, NameArray


def notes_of(
    cases: Cases, progress: Progress, outlook: Outlook, status: NameArray, verdict: Assessment | None = None
) -> list[tuple[str, ...]]:
    """List the note codes of each case, in the order of `NOTES`.

    Parameters
    ----------
    cases, progress, outlook : the cases, where they stand, and where they lead.
    status : (cases,) status codes.
    verdict : of the published rule that gave the status; None for the tool's own, which has no peculiarities.
    """
    latest_years = progress.latest_year.tolist()
    latest_status = np.array(
        [_publication_status(case, year) for case, year in zip(cases.cases, latest_years, strict=True)], dtype=np.str_
    )
    indicators = [case.indicator for case in cases.cases]
    return in_order(
        NOTES,
        {
            "pace_and_projection_differ": _differ(status, outlook),
            "rounds_to_target": progress.rounds,
            "met_but_worsening": progress.met & _worsening(cases, progress),
            "hangs_on_quirk": _peculiar(verdict, len(cases.cases)),
            "only_one_observation": progress.observed & (_count(cases) == 1) & ~progress.final & ~progress.met,
            "latest_preliminary": latest_status == "preliminary",
            "latest_expected": latest_status == "expected",
            "baseline_differs": np.array(["baseline_differs" in c.series.notes for c in cases.cases], dtype=np.bool_),
            "derived": np.array(["derived" in c.series.notes for c in cases.cases], dtype=np.bool_),
            "doubtful": np.array([indicator.doubt is not None for indicator in indicators], dtype=np.bool_),
            "undated": np.array([not case.target.dated for case in cases.cases], dtype=np.bool_),
        },
        len(cases.cases),
    )


def _peculiar(verdict: Assessment | None, count: int) -> BoolArray:
    """Whether the verdict may hang on a documented peculiarity of the rule."""
    if verdict is None:
        return np.zeros(count, dtype=np.bool_)
    from lixia_kpi.assessment.by_rule import hangs_on_quirk

    return hangs_on_quirk(verdict)


def _differ(status: NameArray, outlook: Outlook) -> BoolArray:
    """The rule says on track or better and the chance is under one half, or the other way round."""
    good = np.isin(status, ("met", "ahead", "on_track"))
    bad = np.isin(status, ("behind", "off_track", "reversing"))
    with np.errstate(invalid="ignore"):
        return (good & (outlook.chance < 0.5)) | (bad & (outlook.chance > 0.5))


def _worsening(cases: Cases, progress: Progress) -> BoolArray:
    """Whether the latest observation moved against the wanted direction since the one before it (across no break)."""
    comparable = (cases.years >= cases.usable_from[:, None]) & (cases.years < progress.latest_year[:, None])
    earlier = comparable & ~np.isnan(cases.values)
    rows = np.arange(len(earlier))
    last = len(cases.years) - 1 - earlier[:, ::-1].argmax(axis=1)
    previous = np.where(earlier.any(axis=1), cases.values[rows, last], np.nan)
    sign = np.where(cases.direction == "up", 1.0, -1.0)
    with np.errstate(invalid="ignore"):
        backward = np.where(cases.yearly_change, sign * progress.latest, sign * (progress.latest - previous)) < 0
    return np.asarray(backward & (cases.path != "sum"))


def _count(cases: Cases) -> IntArray:
    """How many observations lie in the span of each target."""
    return np.asarray((~np.isnan(cases.values) & cases.span).sum(axis=1))


def _publication_status(case: Case, year: int) -> str:
    """`actual`, `preliminary` or `expected`: the standing of the figure of that year; empty where there is none."""
    for item in reversed(case.series.values):
        if item.year == year and item.observation is not None:
            return item.observation.status
    return ""
