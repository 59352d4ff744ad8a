"""Cases judged, whatever they come from: arrays in, arrays and flags out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.assessment.finite import finite, without_infinite
from lixia_kpi.assessment.notes import note_flags
from lixia_kpi.assessment.outlook import look_ahead
from lixia_kpi.assessment.pace import judge, named, pace_of
from lixia_kpi.assessment.progress import measure_progress
from lixia_kpi.assessment.reasons import reason_flags
from lixia_kpi.growth import growth_from_base_flow, growth_from_previous_total

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.assessment.cases import Cases
    from lixia_kpi.assessment.options import Options
    from lixia_kpi.assessment.outlook import Outlook
    from lixia_kpi.assessment.progress import Progress
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray, NameArray
    from lixia_kpi.plan.model import Cuts

OWN_RULE = "pace"
"""The rule that needs no other file: the tool's own."""

PREVIOUS_TOTAL_YEARS = 5
"""A `previous_total` is the sum of the five years before the period; a total over another length has none to match."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Judgement:
    """Cases judged; arrays (cases,), NaN where undefined.

    `status` is given by the rule of the options, `place` is its place in `STATUSES`; `pace` is the tool's own figure
    whatever the rule.
    `required_growth` is a fraction a year, `target_level` in the indicator's unit; `reasons` and `notes` hold one
    flag a case for each code.
    """

    progress: Progress
    outlook: Outlook
    pace: FloatArray
    status: NameArray
    place: IntArray
    required_growth: FloatArray
    target_level: FloatArray
    reasons: Mapping[str, BoolArray]
    notes: Mapping[str, BoolArray]


@np.errstate(over="ignore", invalid="ignore")
def judge_cases(cases: Cases, cuts: Cuts, options: Options) -> Judgement:
    """Judge every case. What leaves the range of numbers is NaN, and the case has the reason `not_finite`.

    Parameters
    ----------
    cases : the cases as arrays; observations that are not to count have been left out of them.
    cuts : lower bounds of the pace for the statuses.
    options : method, interval, year to project to, rule.

    Raises
    ------
    ValueError
        There is no such rule.
    """
    progress, left_behind = finite(measure_progress(cases), len(cases.path))
    outlook, left_ahead = finite(look_ahead(cases, progress, options), len(cases.path))
    pace = pace_of(np.where(cases.on("bound"), np.nan, progress.completion), progress.elapsed)
    lost = left_behind | left_ahead | np.isinf(pace) | (cases.by_rate & _beyond_percent(progress))
    pace = without_infinite(pace)
    place = judge(cases, progress, pace, cuts)
    growth, level = _required_growth(cases), _target_level(cases)
    reasons, verdict = reason_flags(cases, progress, outlook), None
    reasons["not_finite"] = lost | np.isinf(100 * growth) | np.isinf(level)
    if options.rule != OWN_RULE:
        from lixia_kpi.assessment.by_rule import judge_by_rule, with_reasons

        verdict = judge_by_rule(options.rule, cases, progress)
        by_rule = np.array([STATUSES.index(name) for name in verdict.status.tolist()], dtype=np.intp)
        place = np.where(place == STATUSES.index("pending"), place, by_rule)
        reasons = with_reasons(reasons, verdict)
    return Judgement(
        progress=progress,
        outlook=outlook,
        pace=pace,
        status=named(place),
        place=place,
        required_growth=without_infinite(growth),
        target_level=without_infinite(level),
        reasons=reasons,
        notes=note_flags(cases, progress, outlook, place, verdict),
    )


def _beyond_percent(progress: Progress) -> BoolArray:
    """Whether a rate is still a number as a fraction, and none in percent."""
    return np.asarray(np.isinf(100 * np.stack([progress.required, progress.actual, progress.needed])).any(axis=0))


def _required_growth(cases: Cases) -> FloatArray:
    """Yearly growth a total asks for: from the previous five-year total, else from the base-year flow."""
    growth = np.full(len(cases.path), np.nan)
    totals = np.flatnonzero(cases.on("sum"))
    if totals.size:
        span = (cases.due_year - cases.base_year)[totals].astype(np.float64)
        target, previous = cases.target[totals], cases.previous_total[totals]
        from_total = growth_from_previous_total(target, previous, PREVIOUS_TOTAL_YEARS)
        from_flow = growth_from_base_flow(target, cases.baseline[totals], span)
        growth[totals] = np.where(np.isnan(previous) | (span != PREVIOUS_TOTAL_YEARS), from_flow, from_total)
    return growth


def _target_level(cases: Cases) -> FloatArray:
    """The level a change, growth or rise amounts to, where the baseline has one."""
    level = np.where(cases.on("relative"), cases.baseline * cases.goal, cases.baseline + cases.goal)
    from_baseline = cases.from_levels & (cases.on("relative") | cases.on("rise"))
    return np.where(from_baseline, level, np.nan)
