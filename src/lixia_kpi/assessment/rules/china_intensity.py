"""The national rule for cuts of energy intensity: yearly changes compound, and the share done is a ratio of logarithms.

F = Π(1 + k);  completion = ln F / ln(1 + T), where a cut of 17 % is T = −0.17;  equivalent years = n · completion;
remaining change = (1 + T)/F − 1, a year its 1/(Y − t) power. Percentages are never added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.rules.ends import exact_baseline
from lixia_kpi.assessment.rules.rule import NOT_AVAILABLE, Ladder, Rule, Step
from lixia_kpi.assessment.rules.verdict import Assessment, climb, first_of, joined, statuses_of
from lixia_kpi.growth import (
    change_completion,
    change_needed,
    change_required,
    compounded_change,
    elapsed_share,
)

if TYPE_CHECKING:
    from lixia_kpi.assessment.rules.question import Question
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray, NameArray

SCHEDULE = Ladder(
    "target", "completion over elapsed time", (Step("on_schedule", 1.0), Step("behind_schedule", 0.0)), "moved_away"
)


def judge(question: Question) -> Assessment:
    """Judge a cumulative change in percent; values are yearly changes, changes to date or levels, by the method."""
    years, start, end = question.years, question.baseline_year, question.target_year
    inside = question.seen & (years > start[:, None]) & (years <= end[:, None])
    observed = np.asarray(inside.any(axis=1))
    last = len(years) - 1 - inside[:, ::-1].argmax(axis=1)
    latest_year = np.where(observed, years[last], start)
    done = np.where(observed, _change_to_date(question, last, latest_year), np.nan)
    target = question.target / 100
    planned_years = (end - start).astype(np.float64)
    remaining = (end - latest_year).astype(np.float64)
    completion = change_completion(done, target)
    elapsed = np.where(observed, elapsed_share(start, latest_year, end), np.nan)
    with np.errstate(all="ignore"):
        pace = completion / elapsed
    met = observed & question.reached(done, target)
    toward = question.sign * target > 0
    word, edge = climb(question, SCHEDULE, np.where(toward, pace, np.nan))
    category = np.where(met, "completed", word)
    return Assessment(
        rule=RULE.name,
        category=category,
        value=completion,
        score=np.full(completion.shape, np.nan),
        status=statuses_of(category, RULE.statuses, met=met, observed=observed | (planned_years <= 0)),
        reason=np.where(met, "", _reasons(question, observed, done, toward, planned_years)),
        quirk=joined(("on_the_cut", edge & ~met & (category != NOT_AVAILABLE))),
        details={
            "latest_year": latest_year,
            "elapsed": elapsed,
            "pace": pace,
            "change_to_date": 100 * done,
            "equivalent_years": completion * planned_years,
            "planned_yearly": 100 * change_required(target, planned_years),
            "remaining_change": 100 * change_needed(done, target, 1.0),
            "remaining_yearly": 100 * change_needed(done, target, remaining),
        },
    )


def _change_to_date(question: Question, last: IntArray, latest_year: IntArray) -> FloatArray:
    """Give F − 1 at the latest year [fraction], NaN where it cannot be known."""
    rows = np.arange(len(last))
    if question.method == "levels":
        base = exact_baseline(question).base
        with np.errstate(all="ignore"):
            return np.where(base > 0, question.values[rows, last] / base - 1, np.nan)
    if question.method == "cumulative":
        return question.values[rows, last] / 100
    years = question.years
    span = (years > question.baseline_year[:, None]) & (years <= latest_year[:, None])
    whole = span.sum(axis=1) == latest_year - question.baseline_year
    return np.where(whole, compounded_change(question.values / 100, span=span), np.nan)


def _reasons(
    question: Question, observed: BoolArray, done: FloatArray, toward: BoolArray, planned_years: FloatArray
) -> NameArray:
    unknown = np.isnan(done)
    if question.method == "levels":
        base = exact_baseline(question).base
        lacking = [("no_baseline", np.isnan(base)), ("non_positive", unknown | (done <= -1))]
    else:
        years, start = question.years, question.baseline_year[:, None]
        inside = (years > start) & (years <= question.target_year[:, None])
        impossible = np.asarray((inside & (question.values <= -100)).any(axis=1))
        lacking = [("non_positive", impossible), ("missing_year", unknown)]
    return first_of(
        ("target_year_not_after_baseline", planned_years <= 0),
        ("no_actual", ~observed),
        ("no_target", np.isnan(question.target)),
        ("target_not_positive", question.target <= -100),
        ("target_equals_baseline", question.target == 0),
        *lacking,
        ("target_against_direction", ~toward),
    )


RULE = Rule(
    name="china_intensity",
    formula="completion = ln F/ln(1+T), F = Π(1+k); equivalent years = ln F/ln P, P = (1+T)^(1/n); needed (1+T)/F − 1",
    source="Qinghai Statistics Bureau, 2009, on the national method for progress of cuts in energy intensity",
    ladders=(SCHEDULE,),
    statuses={
        "completed": "met",
        "on_schedule": "on_track",
        "behind_schedule": "behind",
        "moved_away": "reversing",
    },
    refuses=(
        "no_actual",
        "no_target",
        "target_year_not_after_baseline",
        "target_not_positive",
        "target_equals_baseline",
        "no_baseline",
        "non_positive",
        "missing_year",
        "target_against_direction",
    ),
    quirks=("on_the_cut",),
    methods=("changes", "cumulative", "levels"),
    judge=judge,
)
