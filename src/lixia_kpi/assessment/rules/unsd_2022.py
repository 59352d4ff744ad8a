"""The UN Statistics Division's SDG Progress Chart, rule of 2022: the actual rate over the required rate.

CR = d·A / |R|, both from 2015. A latest value that meets the target counts as substantial progress. Where the baseline
already lies beyond the target, the plain quotient A / R of a worsening series is positive; the sign follows the wanted
direction instead, and the row is flagged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.rules.ends import exact_baseline
from lixia_kpi.assessment.rules.rates import yearly_rate
from lixia_kpi.assessment.rules.rule import Ladder, Rule, Step
from lixia_kpi.assessment.rules.verdict import Assessment, climb, first_of, joined, statuses_of

if TYPE_CHECKING:
    from lixia_kpi.assessment.rules.question import Question

WITH_TARGET = Ladder(
    "target",
    "ratio",
    (
        Step("substantial_progress", 0.95, strict=True),
        Step("fair_progress", 0.5),
        Step("limited_or_no_progress", -0.1),
    ),
    "deterioration",
)
WITHOUT_TARGET = Ladder(
    "growth",
    "fraction/year",
    (
        Step("substantial_progress", 0.01, strict=True),
        Step("fair_progress", 0.005),
        Step("limited_or_no_progress", -0.01),
    ),
    "deterioration",
)


def judge(question: Question) -> Assessment:
    """Judge by the chart's rule of 2022; method `required_rate` reads the target as a rate in percent a year."""
    ends = exact_baseline(question)
    targeted = ~np.isnan(question.target)
    positive = (ends.base > 0) & (ends.latest >= 0)
    actual = np.where(positive, yearly_rate(ends.base, ends.latest, ends.span), np.nan)
    horizon = (question.target_year - ends.base_year).astype(np.float64)
    if question.method == "required_rate":
        required, met = question.target / 100, np.zeros(targeted.shape, dtype=np.bool_)
        target_not_positive = met
    else:
        required = yearly_rate(ends.base, question.target, horizon)
        met = ends.compared & question.reached(ends.latest, question.target)
        target_not_positive = question.target < 0
    with np.errstate(all="ignore"):
        ratio = np.where(required != 0, question.sign * actual / np.abs(required), np.nan)
    value = np.where(targeted, ratio, question.sign * actual)
    by_target, target_edge = climb(question, WITH_TARGET, value)
    by_growth, growth_edge = climb(question, WITHOUT_TARGET, value)
    category = np.where(met, "substantial_progress", np.where(targeted, by_target, by_growth))
    reasons = first_of(
        ("no_actual", ends.lacks == "no_actual"),
        ("no_baseline", ends.lacks == "no_baseline"),
        ("non_positive", ~positive),
        ("target_not_positive", target_not_positive),
        ("target_equals_baseline", targeted & (required == 0)),
        ("target_year_not_after_baseline", targeted & np.isnan(required)),
    )
    return Assessment(
        rule=RULE.name,
        category=category,
        value=value,
        score=np.full(value.shape, np.nan),
        status=statuses_of(category, RULE.statuses, met=met, observed=ends.lacks != "no_actual"),
        reason=np.where(met, "", reasons),
        quirk=joined(
            ("zero_target", (question.target == 0) & ~met),
            ("base_beyond_target", targeted & ~met & (question.sign * required < 0)),
            ("achieved_hides_trend", met & (question.sign * actual < 0)),
            ("on_the_cut", np.where(targeted, target_edge, growth_edge) & ~met),
        ),
        details={
            **ends.details,
            "actual_rate": actual,
            "required_rate": np.where(targeted, required, np.nan),
        },
    )


RULE = Rule(
    name="unsd_2022",
    formula="CR = d·A/|R| (target) or d·A (none), A = (c/b)^(1/(t−2015)) − 1, R = (T/b)^(1/(2030−2015)) − 1",
    source="UN Statistics Division, SDG Progress Chart 2022, after cwtravisyip/unsd_global_database (commit 94394683)",
    ladders=(WITH_TARGET, WITHOUT_TARGET),
    statuses={
        "substantial_progress": "on_track",
        "fair_progress": "behind",
        "limited_or_no_progress": "off_track",
        "deterioration": "reversing",
    },
    refuses=(
        "no_actual",
        "no_baseline",
        "non_positive",
        "target_not_positive",
        "target_equals_baseline",
        "target_year_not_after_baseline",
    ),
    quirks=("zero_target", "base_beyond_target", "achieved_hides_trend", "on_the_cut"),
    methods=("target", "required_rate"),
    judge=judge,
    baseline_year=2015,
    target_year=2030,
)
