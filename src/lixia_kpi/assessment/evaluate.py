"""The wings meet: indicators with their yearly values in, every target judged out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lixia_kpi.assessment.codes import NOTES, REASONS
from lixia_kpi.assessment.judgement import judge_cases
from lixia_kpi.assessment.plan_cases import build_cases
from lixia_kpi.assessment.plan_notes import plan_note_flags
from lixia_kpi.assessment.reasons import in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.assessment.options import Options
    from lixia_kpi.assessment.outlook import Outlook
    from lixia_kpi.assessment.plan_cases import PlanCases
    from lixia_kpi.assessment.progress import Progress
    from lixia_kpi.folder.series import Series
    from lixia_kpi.growth.arrays import FloatArray, NameArray
    from lixia_kpi.plan.model import PlanInfo


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Evaluation:
    """Every target of a plan judged; arrays (cases,), NaN where undefined.

    As `Judgement`, with the head of the plan and the options, and the codes of each case as a tuple in `reasons` and
    `notes`.
    """

    info: PlanInfo
    options: Options
    cases: PlanCases
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
    judged = judge_cases(cases, info.cuts, options)
    notes = {**judged.notes, **plan_note_flags(cases, judged.progress)}
    return Evaluation(
        info=info,
        options=options,
        cases=cases,
        progress=judged.progress,
        outlook=judged.outlook,
        pace=judged.pace,
        status=judged.status,
        required_growth=judged.required_growth,
        target_level=judged.target_level,
        reasons=in_order(REASONS, judged.reasons, len(cases.cases)),
        notes=in_order(NOTES, notes, len(cases.cases)),
    )
