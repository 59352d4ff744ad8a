"""The wings meet: indicators with their yearly values in, every target judged out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.cases import build_cases
from lixia_kpi.assessment.notes import notes_of
from lixia_kpi.assessment.outlook import look_ahead
from lixia_kpi.assessment.pace import judge, pace_of
from lixia_kpi.assessment.progress import measure_progress
from lixia_kpi.assessment.reasons import reasons_of
from lixia_kpi.growth import growth_from_base_flow, growth_from_previous_total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.assessment.cases import Cases
    from lixia_kpi.assessment.options import Options
    from lixia_kpi.assessment.outlook import Outlook
    from lixia_kpi.assessment.progress import Progress
    from lixia_kpi.folder.series import Series
    from lixia_kpi.growth.arrays import FloatArray, NameArray
    from lixia_kpi.plan.model import PlanInfo

OWN_RULE = "pace"
"""The rule that needs no other file: the tool's own."""

PREVIOUS_TOTAL_YEARS = 5
"""A `previous_total` is the sum of the five years before the period; a total over another length has none to match."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Evaluation:
    """Every target of a plan judged; arrays (cases,), NaN where undefined.

    `status` is given by the rule of the options, `pace` is the tool's own figure whatever the rule.
    `required_growth` is a fraction a year, `target_level` in the indicator's unit; `reasons` and `notes` hold one
    tuple of codes a case.
    """

    info: PlanInfo
    options: Options
    cases: Cases
    progress: Progress
    outlook: Outlook
    pace: FloatArray
    status: NameArray
    required_growth: FloatArray
    target_level: FloatArray
    reasons: list[tuple[str, ...]]
    notes: list[tuple[str, ...]]


def evaluate(series: Sequence[Series], info: PlanInfo, options: Options) -> Evaluation:
    """Judge every target of every series.

    Parameters
    ----------
    series : the indicators with the observations that are to count, in plan order.
    info : the head of the plan: period, baseline year, cuts.
    options : method, interval, rule.

    Raises
    ------
    ValueError
        There is no such rule.
    """
    cases = build_cases(series, info)
    progress = measure_progress(cases)
    outlook = look_ahead(cases, progress, options)
    pace = pace_of(np.where(cases.path == "bound", np.nan, progress.completion), progress.elapsed)
    status = judge(cases, progress, pace, info.cuts)
    reasons, verdict = reasons_of(cases, progress, outlook), None
    if options.rule != OWN_RULE:
        from lixia_kpi.assessment.by_rule import judge_by_rule, with_reasons

        verdict = judge_by_rule(options.rule, cases, progress)
        status = np.where(status == "pending", status, verdict.status)
        reasons = with_reasons(reasons, verdict)
    return Evaluation(
        info=info,
        options=options,
        cases=cases,
        progress=progress,
        outlook=outlook,
        pace=pace,
        status=status,
        required_growth=_required_growth(cases),
        target_level=_target_level(cases),
        reasons=reasons,
        notes=notes_of(cases, progress, outlook, status, verdict),
    )


def _required_growth(cases: Cases) -> FloatArray:
    """Yearly growth a total asks for: from the previous five-year total, else from the base-year flow."""
    span = (cases.due_year - cases.base_year).astype(np.float64)
    baselines = [case.series.baseline for case in cases.cases]
    totals = [b.previous_total if b is not None else None for b in baselines]
    previous = np.array([np.nan if total is None else total for total in totals], dtype=np.float64)
    from_total = growth_from_previous_total(cases.target, previous, PREVIOUS_TOTAL_YEARS)
    from_flow = growth_from_base_flow(cases.target, cases.baseline, span)
    growth = np.where(np.isnan(previous) | (span != PREVIOUS_TOTAL_YEARS), from_flow, from_total)
    return np.where(cases.path == "sum", growth, np.nan)


def _target_level(cases: Cases) -> FloatArray:
    """The level a change, growth or rise amounts to, where the baseline has one."""
    level = np.where(cases.path == "relative", cases.baseline * cases.goal, cases.baseline + cases.goal)
    from_baseline = cases.from_levels & ((cases.path == "relative") | (cases.path == "rise"))
    return np.where(from_baseline, level, np.nan)
