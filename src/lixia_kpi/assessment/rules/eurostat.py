"""Eurostat's approach to trends in EU sustainable development, in the form statistical offices apply it.

v = d·A without a target, d·A / |R| with one. The cuts without a target, the nearest-year baseline and the natural limit
are EUSTAT's, the office whose published code says it follows Eurostat; it takes zeros and signs as Open SDG does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.rules.ends import nearest_baseline
from lixia_kpi.assessment.rules.natural_limit import EXPONENT, limit_coefficient
from lixia_kpi.assessment.rules.rule import Ladder, Rule, Step
from lixia_kpi.assessment.rules.statcan import (
    ZERO_STANDS_FOR,
    not_zero,
    progress_value,
    quirks_of,
    why_no_value,
)
from lixia_kpi.assessment.rules.verdict import Assessment, climb, first_of, joined, statuses_of

if TYPE_CHECKING:
    from lixia_kpi.assessment.rules.question import Question
    from lixia_kpi.growth.arrays import BoolArray, FloatArray

FULL_MARKS_RATE = 0.02
"""The yearly rate that earns the full score of 5 where there is no target."""

LARGE_RATIO = 5.0
"""From this size on a ratio says little: the baseline lay close to the target or beyond it. The tool's own mark."""

WITH_TARGET = Ladder(
    "target",
    "ratio",
    (Step("significant_progress", 0.95), Step("moderate_progress", 0.6), Step("insufficient_progress", 0.0)),
    "movement_away",
)
WITHOUT_TARGET = Ladder(
    "growth",
    "fraction/year",
    (
        Step("significant_progress", 0.01, scaled=True),
        Step("moderate_progress", 0.001, scaled=True),
        Step("no_progress", -0.001),
        Step("moderate_movement_away", -0.01, scaled=True),
    ),
    "significant_movement_away",
)


def judge(question: Question) -> Assessment:
    """Judge by Eurostat's approach."""
    ends = nearest_baseline(question)
    value, actual, required = progress_value(question, ends)
    targeted = ~np.isnan(question.target)
    coefficient = np.where(targeted, 1.0, limit_coefficient(ends.base, question.limit))
    reached = question.reached(ends.latest, not_zero(question.target))
    by_target, target_edge = climb(question, WITH_TARGET, value)
    by_growth, growth_edge = climb(question, WITHOUT_TARGET, value, scale=coefficient)
    category = np.where(reached, "significant_progress", np.where(targeted, by_target, by_growth))
    reasons = first_of(*why_no_value(question, ends, actual, required))
    base_beyond = question.reached(ends.base, not_zero(question.target)) & ~reached
    quirks = [
        *quirks_of(question, ends, value, reached),
        ("base_beyond_target", base_beyond),
        ("large_ratio", targeted & ~reached & (np.abs(value) >= LARGE_RATIO)),
        ("on_the_cut", np.where(targeted, target_edge, growth_edge) & ~reached),
    ]
    return Assessment(
        rule=RULE.name,
        category=category,
        value=value,
        score=_score(value, reached, targeted, coefficient),
        status=statuses_of(category, RULE.statuses, met=reached, observed=ends.lacks != "no_actual"),
        reason=np.where(reached, "", reasons),
        quirk=joined(*quirks),
        details={
            **ends.details,
            "actual_rate": actual,
            "required_rate_size": required,
            "coefficient": coefficient,
        },
    )


def _score(value: FloatArray, reached: BoolArray, targeted: BoolArray, coefficient: FloatArray) -> FloatArray:
    """Give the goal score, −5 to 5: 250·v without a target; two straight pieces that meet at 60 % with one."""
    with np.errstate(all="ignore"):
        rising = value / (FULL_MARKS_RATE * coefficient) * 5
    by_growth = np.select(
        [np.isnan(value), value < -FULL_MARKS_RATE, coefficient == 0, value >= 0],
        [value, np.full_like(value, -5.0), np.full_like(value, 5.0), np.minimum(rising, 5.0)],
        default=value / FULL_MARKS_RATE * 5,
    )
    upper = np.minimum((5 / 0.7) * (value - 0.6), 5.0)
    lower = np.maximum((5 / 1.2) * (value + 0.6) - 5, -5.0)
    by_target = np.where(value >= 0.6, upper, lower)
    return np.where(reached, 5.0, np.where(targeted, by_target, by_growth))


RULE = Rule(
    name="eurostat",
    formula="v = d·A (no target) or d·A/|R|, A = (c/b)^(1/(t−y0)) − 1, R = (T/b)^(1/(Y−y0)) − 1",
    source=(
        "Eurostat, EU SDG monitoring, approach to assessing trends, "
        "as applied in EUSTAT-PRE/data scripts/build_data.py (commit 2d648c8a)"
    ),
    ladders=(WITH_TARGET, WITHOUT_TARGET),
    statuses={
        "significant_progress": "on_track",
        "moderate_progress": "behind",
        "insufficient_progress": "off_track",
        "no_progress": "off_track",
        "movement_away": "reversing",
        "moderate_movement_away": "reversing",
        "significant_movement_away": "reversing",
    },
    refuses=("no_actual", "no_baseline", "sign_change", "target_year_not_after_baseline", "target_equals_baseline"),
    quirks=(
        "zero_as_0_001",
        "sign_turned",
        "target_across_zero",
        "achieved_hides_trend",
        "achieved_without_trend",
        "limit_ignored",
        "base_beyond_target",
        "large_ratio",
        "on_the_cut",
    ),
    judge=judge,
    baseline_year=2015,
    target_year=2030,
    parameters={"zero_stands_for": ZERO_STANDS_FOR, "limit_exponent": EXPONENT, "full_marks_rate": FULL_MARKS_RATE},
)
