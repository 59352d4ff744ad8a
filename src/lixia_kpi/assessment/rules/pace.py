"""The tool's own rule on plain series: share of the way done over share of the time gone.

The figures are those of `kpi project`: completion by logarithms for amounts and counts, by equal steps for shares,
indices and rates; the same cuts, and the same verdicts for targets met, met at the baseline, and missed in their year.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.cases import COMPOUND_MEASURES
from lixia_kpi.assessment.pace import pace_of, pace_status
from lixia_kpi.assessment.rules.ends import exact_baseline
from lixia_kpi.assessment.rules.rule import NOT_AVAILABLE, Ladder, Rule, Step
from lixia_kpi.assessment.rules.verdict import Assessment, cuts_of, first_of
from lixia_kpi.growth import compound_rate, elapsed_share, log_completion, straight_completion, straight_rate
from lixia_kpi.plan.model import OWN_CUTS, Cuts

if TYPE_CHECKING:
    from lixia_kpi.assessment.rules.ends import Ends
    from lixia_kpi.assessment.rules.question import Question
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, NameArray

PACE = Ladder(
    "target",
    "ratio",
    (
        Step("ahead", OWN_CUTS.ahead),
        Step("on_track", OWN_CUTS.on_track),
        Step("behind", OWN_CUTS.behind),
        Step("off_track", 0.0),
    ),
    "reversing",
)


def judge(question: Question) -> Assessment:
    """Judge by pace; method `compound` or `straight` replaces what the measure says."""
    question = _until_target_year(question)
    ends = exact_baseline(question)
    by_rate = _by_rate(question)
    met = question.reached(ends.latest, question.target)
    held_at_base = question.reached(ends.base, question.target)
    by_logs = log_completion(ends.base, ends.latest, question.target)
    by_steps = straight_completion(ends.base, ends.latest, question.target)
    way = ends.compared & ~held_at_base & (question.measure != "rank")
    completion = np.where(way, np.where(by_rate, by_logs, by_steps), np.nan)
    elapsed = np.where(
        ends.observed, elapsed_share(question.baseline_year, ends.latest_year, question.target_year), np.nan
    )
    pace = pace_of(completion, elapsed)
    status = _status(question, ends, pace, completion, met, held_at_base)
    horizon = (question.target_year - ends.base_year).astype(np.float64)
    remaining = (question.target_year - ends.latest_year).astype(np.float64)

    def rate(start: FloatArray, end: FloatArray, years: FloatArray) -> FloatArray:
        return np.where(by_rate, compound_rate(start, end, years), straight_rate(start, end, years))

    return Assessment(
        rule=RULE.name,
        category=np.where(np.isin(status, ("undetermined", "no_data")), NOT_AVAILABLE, status),
        value=pace,
        score=np.full(pace.shape, np.nan),
        status=status,
        reason=np.where(np.isnan(pace), _reasons(question, ends, by_rate, held_at_base), ""),
        quirk=np.full(pace.shape, "", dtype=np.str_),
        details={
            **ends.details,
            "completion": completion,
            "elapsed": elapsed,
            "required_rate": rate(ends.base, question.target, horizon),
            "actual_rate": rate(ends.base, ends.latest, ends.span),
            "needed_rate": rate(ends.latest, question.target, remaining),
        },
    )


def _until_target_year(question: Question) -> Question:
    """Leave out what was observed after the target year."""
    late = question.years > question.target_year[:, None]
    return replace(question, values=np.where(late, np.nan, question.values))


def _by_rate(question: Question) -> BoolArray:
    """Amounts and counts travel by a rate, the other measures by equal steps; an unnamed measure is an amount."""
    if question.method:
        return np.full(question.measure.shape, question.method == "compound")
    return np.isin(question.measure, ("", *COMPOUND_MEASURES))


def _status(
    question: Question, ends: Ends, pace: FloatArray, completion: FloatArray, met: BoolArray, held_at_base: BoolArray
) -> NameArray:
    """Met beats pace; a floor or cap is met while it holds; a miss in the target year is never better than behind."""
    ahead, on_track, behind, _ = cuts_of(question, PACE)
    cuts = Cuts(ahead, on_track, behind)
    status = pace_status(pace, cuts)
    seen_after = ends.latest_year > question.baseline_year
    missed = seen_after & (ends.latest_year == question.target_year)
    capped = np.where(np.isin(status, ("ahead", "on_track")), "behind", status)
    status = np.where(missed, np.where(np.isnan(completion), "off_track", capped), status)
    status = np.where(held_at_base & ends.compared, "reversing", status)
    status = np.where(question.measure == "rank", np.where(missed, "off_track", "pending"), status)
    status = np.where(met, "met", status)
    status = np.where(np.isnan(question.target), "undetermined", status)
    status = np.where(seen_after, status, "no_data")
    return np.where(question.target_year <= question.baseline_year, "undetermined", status)


def _reasons(question: Question, ends: Ends, by_rate: BoolArray, held_at_base: BoolArray) -> NameArray:
    return first_of(
        ("target_year_not_after_baseline", question.target_year <= question.baseline_year),
        ("no_actual", ends.latest_year <= question.baseline_year),
        ("no_baseline", np.isnan(ends.base)),
        ("no_target", np.isnan(question.target)),
        ("rank_has_no_rate", question.measure == "rank"),
        ("non_positive", by_rate & ~((ends.base > 0) & (ends.latest > 0))),
        ("target_not_positive", by_rate & (question.target <= 0)),
        ("target_equals_baseline", question.target == ends.base),
        ("met_at_baseline", held_at_base),
    )


RULE = Rule(
    name="pace",
    formula="pace = completion / elapsed, completion = ln(c/b)/ln(T/b) or (c−b)/(T−b), elapsed = (t−y0)/(Y−y0)",
    source="the tool's own; no official text gives numeric cuts for the Chinese words",
    ladders=(PACE,),
    statuses={
        "met": "met",
        "ahead": "ahead",
        "on_track": "on_track",
        "behind": "behind",
        "off_track": "off_track",
        "reversing": "reversing",
        "pending": "pending",
    },
    refuses=(
        "no_actual",
        "no_baseline",
        "no_target",
        "rank_has_no_rate",
        "target_year_not_after_baseline",
        "non_positive",
        "target_not_positive",
        "target_equals_baseline",
        "met_at_baseline",
    ),
    methods=("compound", "straight"),
    judge=judge,
)
