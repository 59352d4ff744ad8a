"""Targets of a plan judged by a published rule.

Each rule sees a series of each target (`rule_series`), from the plan's base year to the target's own year. What the
rule's own text gives no way to judge is refused with a reason code: totals by every rule, bounds for every year by all
but Destatis, ranks and milestones by every rule, targets that are no change by the rule for energy intensity.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.rule_series import rule_series
from lixia_kpi.assessment.rules import NOT_AVAILABLE, RULES, Assessment, assess, rule_named
from lixia_kpi.assessment.rules.verdict import first_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from lixia_kpi.assessment.cases import Cases
    from lixia_kpi.assessment.progress import Progress
    from lixia_kpi.assessment.rule_series import RuleSeries
    from lixia_kpi.assessment.rules import Rule
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray, NameArray
    from lixia_kpi.plan.model import Form

_OF_A_PATH: tuple[Form, ...] = ("level", "growth", "change", "points")

FORMS_JUDGED: dict[str, tuple[Form, ...]] = {
    "pace": ("level", "growth", "change", "points", "total", "every_year", "milestone"),
    "eurostat": _OF_A_PATH,
    "unsd_2022": _OF_A_PATH,
    "unsd_2023": _OF_A_PATH,
    "sdsn": _OF_A_PATH,
    "escap": _OF_A_PATH,
    "destatis": (*_OF_A_PATH, "every_year"),
    "statcan": _OF_A_PATH,
    "china_intensity": ("growth", "change"),
}
"""The forms of target that each rule's own text gives a way to judge."""

BY_RATES = ("eurostat", "unsd_2022", "unsd_2023", "statcan")
"""Rules of compound rates: they need a level and make nothing of points added up from 0."""

FROM_LATEST = ("destatis",)
"""Rules that do not start from the baseline: a break after it does not stop them where the target is a level."""

WITHOUT_EFFECT = ("limit_ignored",)
"""Peculiarities that hold for every share with a target and single out no verdict."""


def judge_by_rule(rule: str, cases: Cases, progress: Progress) -> Assessment:
    """Judge every target by one of the published rules.

    Parameters
    ----------
    rule : name of a rule other than `pace`, which is the tool's own and needs more than a series.
    cases, progress : the cases and where they stand.

    Returns
    -------
    Assessment
        Arrays (cases,); where a target cannot be judged the status is `undetermined`, or `no_data`, and `reason` says
        why. `details` are empty.

    Raises
    ------
    ValueError
        There is no such rule.
    """
    chosen = rule_named(rule)
    series = rule_series(cases, progress)
    refused = _refused(rule, cases, progress, series)
    found = _blank(rule, refused)
    for method, rows in _variants(rule, cases):
        _fill(found, _assess(rule, method, cases, series, np.flatnonzero(rows & (refused == ""))), cases)
    alone = progress.observed & (found["reason"] == "no_actual")
    own = _not_met_early(chosen, cases, progress, found)
    status = np.where(progress.observed, np.where(alone, "undetermined", own), "no_data")
    return Assessment(
        rule=chosen.name,
        category=found["category"].astype(np.str_),
        value=found["value"].astype(np.float64),
        score=found["score"].astype(np.float64),
        status=status.astype(np.str_),
        reason=np.where(alone, "no_baseline", found["reason"].astype(np.str_)),
        quirk=found["quirk"].astype(np.str_),
    )


def pace_verdicts(pace: FloatArray, status: NameArray, reasons: Sequence[tuple[str, ...]]) -> Assessment:
    """Give the verdicts of the tool's own rule, as `kpi project` shows them, in the form of a published rule's.

    Parameters
    ----------
    pace : (cases,) completion over elapsed time.
    status : (cases,) status codes by pace.
    reasons : one tuple of reason codes a case; the first that keeps a target from having a pace is given.
    """
    why = [next((code for code in codes if code in RULES["pace"].refuses + _OF_PACE), "") for codes in reasons]
    judged = ~np.isin(status, ("undetermined", "no_data"))
    return Assessment(
        rule="pace",
        category=np.where(judged, status, NOT_AVAILABLE),
        value=pace,
        score=np.full(pace.shape, np.nan),
        status=status,
        reason=np.where(np.isnan(pace), np.array(why, dtype=np.str_), ""),
        quirk=np.full(pace.shape, "", dtype=np.str_),
    )


_OF_PACE = ("unit_mismatch", "milestone_has_no_rate", "every_year_has_no_rate", "break_in_series", "missing_year")
"""Why a target of a plan has no pace, beyond what keeps a plain series from having one."""


def with_reasons(reasons: Mapping[str, BoolArray], verdict: Assessment) -> dict[str, BoolArray]:
    """Add to the reasons of the cases why the rule gives them no verdict."""
    refused = verdict.category == NOT_AVAILABLE
    found = dict(reasons)
    for code in np.unique(verdict.reason[refused]).tolist():
        here = refused & (verdict.reason == code)
        found[code] = found[code] | here if code in found else here
    return found


def hangs_on_quirk(verdict: Assessment) -> BoolArray:
    """Tell where a verdict was given and may hang on a documented peculiarity of its rule.

    >>> from lixia_kpi.assessment.rules import assess
    >>> verdict = assess("eurostat", years=[2015, 2020], values=[[0, 5], [1, 5]], target=9, direction="up")
    >>> hangs_on_quirk(verdict).tolist()
    [True, False]
    """
    loud = [any(q not in WITHOUT_EFFECT for q in quirks.split(";") if q) for quirks in verdict.quirk.tolist()]
    return np.asarray(np.array(loud, dtype=np.bool_) & (verdict.category != NOT_AVAILABLE))


def _not_met_early(
    rule: Rule, cases: Cases, progress: Progress, found: dict[str, NDArray[np.object_]]
) -> NDArray[np.object_]:
    """The statuses, `met` only in the last year where a target is about every year or their average.

    Before it, the status is the one that the rule's word stands for.
    """
    early = np.isin(cases.form, ("growth", "every_year")) & ~progress.final & (found["status"] == "met")
    word = [rule.statuses.get(category, "on_track") for category in found["category"].tolist()]
    so_far = ["on_track" if status == "met" else status for status in word]
    return np.where(early, np.array(so_far, dtype=np.object_), found["status"])


def _refused(rule: str, cases: Cases, progress: Progress, series: RuleSeries) -> NameArray:
    """Why a target is not put to the rule at all."""
    stateless = ~cases.on("state") & ~np.isin(cases.form, FORMS_JUDGED[rule])
    broken = progress.broken & ~((cases.form == "level") & (rule in FROM_LATEST))
    return first_of(
        ("no_actual", ~progress.observed),
        ("form_not_judged", stateless),
        *((code, series.reason == code) for code in dict.fromkeys(series.reason.tolist()) if code),
        ("break_in_series", broken),
        ("level_unknown", series.accumulated & (rule in BY_RATES)),
    )


def _variants(rule: str, cases: Cases) -> tuple[tuple[str | None, BoolArray], ...]:
    """The methods of a rule, and the cases that each is for."""
    bound, changes = cases.on("bound"), cases.yearly_change
    if rule == "destatis":
        return (("every_year", bound), (None, ~bound))
    if rule == "china_intensity":
        return (("changes", changes), ("levels", ~changes))
    return ((None, np.ones(len(cases.path), dtype=np.bool_)),)


def _assess(
    rule: str, method: str | None, cases: Cases, series: RuleSeries, rows: IntArray
) -> tuple[IntArray, Assessment] | None:
    """Put these cases to the rule."""
    if not len(rows):
        return None
    values, target = series.values[rows], series.target[rows]
    if rule == "china_intensity":
        target = target - 100.0
        values = cases.values[rows] if method == "changes" else values
    verdict = assess(
        rule,
        years=cases.years,
        values=values,
        direction=cases.direction[rows],
        target=target,
        target_year=cases.due_year[rows],
        baseline_year=cases.base_year[rows],
        limit=series.limit[rows],
        measure=series.measure[rows],
        method=method,
    )
    return rows, verdict


def _blank(rule: str, refused: NameArray) -> dict[str, NDArray[np.object_]]:
    """The fields before any case was judged; as objects, so that a longer word fits."""
    fields = {"category": NOT_AVAILABLE, "status": "undetermined", "quirk": "", "value": np.nan, "score": np.nan}
    blank: dict[str, NDArray[np.object_]] = {
        name: np.full(refused.shape, value, dtype=np.object_) for name, value in fields.items()
    }
    return blank | {"reason": refused.astype(np.object_)}


def _fill(
    found: dict[str, NDArray[np.object_]],
    answer: tuple[IntArray, Assessment] | None,
    cases: Cases,
) -> None:
    """Write the verdicts on some cases into their places."""
    if answer is None:
        return
    rows, verdict = answer[0], _with_other_baseline(answer[1], cases.base_year[answer[0]])
    for name, column in found.items():
        column[rows] = getattr(verdict, name)


def _with_other_baseline(verdict: Assessment, base_year: IntArray) -> Assessment:
    """Say where a rule has taken another year for a baseline that is not there."""
    taken = verdict.details.get("baseline_year", base_year)
    other = (taken != base_year) & (verdict.category != NOT_AVAILABLE)
    said = np.char.find(verdict.quirk, "neighbouring_year") >= 0
    more = np.where(verdict.quirk == "", "neighbouring_year", ";neighbouring_year")
    return replace(verdict, quirk=np.where(other & ~said, np.char.add(verdict.quirk, more), verdict.quirk))
