"""The UN Statistics Division's SDG Progress Chart, rule of 2023: the projected distance over the planned distance.

V = c·(1 + A)^(Y − t);  v = d·(V − b) / |T − b|. A latest value that meets the target counts as reached, and so does one
within one point of a target of 0 or 100 %.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.rules.ends import baseline_leaving_two
from lixia_kpi.assessment.rules.rates import yearly_rate
from lixia_kpi.assessment.rules.rule import NOT_AVAILABLE, Ladder, Rule, Step
from lixia_kpi.assessment.rules.verdict import Assessment, climb, first_of, joined, statuses_of

if TYPE_CHECKING:
    from lixia_kpi.assessment.rules.question import Question

NEAR_LIMIT_POINTS = 1.0
"""How close to 0 % or 100 % counts as reached, where that is the target [percentage points]."""

WITH_TARGET = Ladder(
    "target", "ratio", (Step("on_track", 0.95), Step("fair_progress", 0.10)), "stagnation_or_regression"
)
WITHOUT_TARGET = Ladder(
    "growth", "fraction/year", (Step("on_track", 0.02), Step("fair_progress", 0.005)), "stagnation_or_regression"
)
SCORES = {"on_track": 3.0, "fair_progress": 2.0, "stagnation_or_regression": 1.0}


def judge(question: Question) -> Assessment:
    """Judge by the progress chart's rule of 2023."""
    ends = baseline_leaving_two(question)
    targeted = ~np.isnan(question.target)
    positive = (ends.base > 0) & (ends.latest >= 0)
    actual = np.where(positive, yearly_rate(ends.base, ends.latest, ends.span), np.nan)
    remaining = np.maximum(question.target_year - ends.latest_year, 0).astype(np.float64)
    planned = np.abs(question.target - ends.base)
    with np.errstate(all="ignore"):
        projected = ends.latest * (1 + actual) ** remaining
        ratio = np.where(planned > 0, question.sign * (projected - ends.base) / planned, np.nan)
    value = np.where(targeted, ratio, question.sign * actual)
    by_target, target_edge = climb(question, WITH_TARGET, value)
    by_growth, growth_edge = climb(question, WITHOUT_TARGET, value)

    reached = ends.compared & question.reached(ends.latest, question.target)
    percent = np.isin(question.measure, ("", "share")) & np.isin(question.target, (0.0, 100.0))
    close = percent & ends.compared & (np.abs(ends.latest - question.target) <= NEAR_LIMIT_POINTS)
    met = reached | close
    category = np.where(met, "on_track", np.where(targeted, by_target, by_growth))
    reasons = first_of(
        ("no_actual", ends.lacks == "no_actual"),
        ("no_baseline", ends.lacks == "no_baseline"),
        ("non_positive", ~positive),
        ("target_equals_baseline", planned == 0),
    )
    beyond = question.reached(ends.base, question.target) & ~met & (planned > 0)
    scores = [np.full(value.shape, score) for score in SCORES.values()]
    return Assessment(
        rule=RULE.name,
        category=category,
        value=value,
        score=np.select([category == name for name in SCORES], scores, default=np.nan),
        status=statuses_of(category, RULE.statuses, met=met, observed=ends.lacks != "no_actual"),
        reason=np.where(met, "", reasons),
        quirk=joined(
            ("near_limit", close & ~reached),
            ("base_beyond_target", beyond),
            ("achieved_hides_trend", met & (question.sign * actual < 0)),
            ("on_the_cut", np.where(targeted, target_edge, growth_edge) & ~met & (category != NOT_AVAILABLE)),
        ),
        details={
            **ends.details,
            "actual_rate": actual,
            "projected": np.where(targeted, projected, np.nan),
        },
    )


RULE = Rule(
    name="unsd_2023",
    formula="v = d·(V − b)/|T − b|, V = c·(1+A)^(Y−t) (target) or d·A (none), A = (c/b)^(1/(t−y0)) − 1",
    source="UN Statistics Division, Progress Chart Technical Note 2023, as EUSTAT-DES/site metodologia.md gives it",
    ladders=(WITH_TARGET, WITHOUT_TARGET),
    statuses={"on_track": "on_track", "fair_progress": "behind", "stagnation_or_regression": "off_track"},
    refuses=("no_actual", "no_baseline", "non_positive", "target_equals_baseline"),
    quirks=("near_limit", "base_beyond_target", "achieved_hides_trend", "on_the_cut"),
    judge=judge,
    baseline_year=2015,
    target_year=2030,
    parameters={"near_limit_points": NEAR_LIMIT_POINTS},
)
