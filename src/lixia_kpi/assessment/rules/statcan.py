"""Open SDG's progress measure (sdg-build 2.4.0), as Statistics Canada publishes with it.

v = sign·d·A without a target, sign·d·A / |R| with one; A from the baseline year (2015, else the first later value) to
the latest. A zero baseline or target becomes 0.001, a negative baseline turns the sign, and a latest value at the
target is `target_achieved` with score 5 whatever the trend: these are the office's own ways, applied and flagged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.rules.ends import baseline_or_later
from lixia_kpi.assessment.rules.natural_limit import EXPONENT, limit_coefficient
from lixia_kpi.assessment.rules.rates import rate_size, yearly_rate
from lixia_kpi.assessment.rules.rule import Ladder, Rule, Step
from lixia_kpi.assessment.rules.verdict import Assessment, climb, first_of, joined, statuses_of

if TYPE_CHECKING:
    from lixia_kpi.assessment.rules.ends import Ends
    from lixia_kpi.assessment.rules.question import Question
    from lixia_kpi.growth.arrays import BoolArray, FloatArray

ZERO_STANDS_FOR = 0.001
"""What sdg-build puts in place of a baseline or target of zero."""

WITH_TARGET = Ladder(
    "target",
    "ratio",
    (Step("substantial_progress", 0.95), Step("moderate_progress", 0.6), Step("limited_progress", 0.0)),
    "deterioration",
)
WITHOUT_TARGET = Ladder(
    "growth",
    "fraction/year",
    (
        Step("substantial_progress", 0.015, scaled=True),
        Step("moderate_progress", 0.005, scaled=True),
        Step("limited_progress", 0.0, scaled=True),
    ),
    "deterioration",
)


def not_zero(value: FloatArray) -> FloatArray:
    """Put 0.001 in place of zero."""
    return np.where(value == 0, ZERO_STANDS_FOR, value)


def progress_value(question: Question, ends: Ends) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Give v, A and |R| as sdg-build computes them.

    Parameters
    ----------
    question : series, targets and directions.
    ends : baseline and latest.

    Returns
    -------
    tuple
        (series,) each: v (rate, or ratio where there is a target), actual rate, size of the required rate [fractions
        per year]; NaN where undefined.
    """
    base = not_zero(ends.base)
    actual = yearly_rate(base, ends.latest, ends.span)
    horizon = (question.target_year - ends.base_year).astype(np.float64)
    required = rate_size(base, not_zero(question.target), horizon)
    turned = np.where(ends.base < 0, -1.0, 1.0) * question.sign * actual
    with np.errstate(all="ignore"):
        ratio = np.where(required > 0, turned / required, np.nan)
    return np.where(np.isnan(question.target), turned, ratio), actual, required


def why_no_value(
    question: Question, ends: Ends, actual: FloatArray, required: FloatArray
) -> list[tuple[str, BoolArray]]:
    """List the conditions under which there is no progress value, most upstream first."""
    targeted = ~np.isnan(question.target)
    lacks = ends.lacks
    return [
        ("no_actual", lacks == "no_actual"),
        ("no_baseline", lacks == "no_baseline"),
        ("sign_change", np.isnan(actual)),
        ("target_year_not_after_baseline", targeted & (question.target_year <= ends.base_year)),
        ("target_equals_baseline", targeted & ~(required > 0)),
    ]


def quirks_of(question: Question, ends: Ends, value: FloatArray, achieved: BoolArray) -> list[tuple[str, BoolArray]]:
    """List the peculiarities of sdg-build's arithmetic that a verdict may hang on."""
    targeted = ~np.isnan(question.target)
    zero = (ends.base == 0) | (question.target == 0)
    crossing = ~np.isnan(ends.base) & ((ends.base < 0) != (question.target < 0))
    return [
        ("zero_as_0_001", zero & ends.observed),
        ("sign_turned", ends.base < 0),
        ("target_across_zero", crossing & targeted & ~achieved),
        ("achieved_hides_trend", achieved & (value < 0)),
        ("achieved_without_trend", achieved & np.isnan(value)),
        ("limit_ignored", targeted & ~np.isnan(question.limit)),
    ]


def judge(question: Question) -> Assessment:
    """Judge by Open SDG's progress measure."""
    ends = baseline_or_later(question)
    value, actual, required = progress_value(question, ends)
    targeted = ~np.isnan(question.target)
    coefficient = np.where(targeted, 1.0, limit_coefficient(ends.base, question.limit))
    achieved = ~np.isnan(ends.base) & question.reached(ends.latest, not_zero(question.target))
    by_target, target_edge = climb(question, WITH_TARGET, value)
    by_growth, growth_edge = climb(question, WITHOUT_TARGET, value, scale=coefficient)
    category = np.where(achieved, "target_achieved", np.where(targeted, by_target, by_growth))
    reasons = first_of(*why_no_value(question, ends, actual, required))
    quirks = [
        *quirks_of(question, ends, value, achieved),
        ("on_the_cut", np.where(targeted, target_edge, growth_edge) & ~achieved),
    ]
    return Assessment(
        rule=RULE.name,
        category=category,
        value=value,
        score=_score(question, value, achieved, coefficient),
        status=statuses_of(category, RULE.statuses, met=achieved, observed=ends.lacks != "no_actual"),
        reason=np.where(achieved, "", reasons),
        quirk=joined(*quirks),
        details={
            **ends.details,
            "actual_rate": actual,
            "required_rate_size": required,
            "coefficient": coefficient,
        },
    )


def _score(question: Question, value: FloatArray, achieved: BoolArray, coefficient: FloatArray) -> FloatArray:
    """−5 to 5, by straight pieces; the pieces are written for the standard cuts and stay when cuts are replaced."""
    with np.errstate(all="ignore"):
        eased = value / coefficient
    by_growth = np.select(
        [np.isnan(value), value < 0, coefficient == 0, eased >= 0.015, eased >= 0.005],
        [
            value,
            np.maximum(125 * value - 2.5, -5),
            np.full_like(value, 5.0),
            np.minimum(500 * eased - 5, 5),
            250 * eased - 1.25,
        ],
        default=500 * eased - 2.5,
    )
    by_target = np.where(value >= 0.6, np.minimum(7.1429 * value - 4.2857, 5), np.maximum(4.1667 * value - 2.5, -5))
    return np.where(achieved, 5.0, np.where(np.isnan(question.target), by_growth, by_target))


RULE = Rule(
    name="statcan",
    formula="v = sign(b)·d·A (no target) or sign(b)·d·A/|R|, A = (c/b)^(1/(t−y0)) − 1, R = (T/b)^(1/(Y−y0)) − 1",
    source="Open SDG sdg-build 2.4.0, ProgressMeasure; Statistics Canada, "
    "sdgcif-data-canada-oddcic-donnee.github.io/methodology",
    ladders=(WITH_TARGET, WITHOUT_TARGET),
    statuses={
        "target_achieved": "met",
        "substantial_progress": "on_track",
        "moderate_progress": "behind",
        "limited_progress": "off_track",
        "deterioration": "reversing",
    },
    refuses=("no_actual", "no_baseline", "sign_change", "target_year_not_after_baseline", "target_equals_baseline"),
    quirks=(
        "zero_as_0_001",
        "sign_turned",
        "target_across_zero",
        "achieved_hides_trend",
        "achieved_without_trend",
        "limit_ignored",
        "on_the_cut",
    ),
    judge=judge,
    baseline_year=2015,
    target_year=2030,
    parameters={"zero_stands_for": ZERO_STANDS_FOR, "limit_exponent": EXPONENT},
)
