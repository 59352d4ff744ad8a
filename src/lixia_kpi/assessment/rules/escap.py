"""UN ESCAP's two questions: how far we have come (current status index), and where it leads (anticipated progress).

CSI = 10·d·(c − b)/|T − b|, from 0 at the baseline to 10 at the target; with method `parity`, where both sides are bad,
CSI = 10 − 10·|T − c|/|T − b|. Anticipated progress carries the series to Y by a weighted straight line.

No readable text gives the weights or the cut points of the dashboard's three readings. Ours: the first observation
since 2000 weighs 1 and each later year one more; maintain where the projection meets the target, accelerate where part
of the planned distance is covered by then, reverse where none of it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.rules.ends import baseline_or_later
from lixia_kpi.assessment.rules.rule import NOT_AVAILABLE, Ladder, Rule, Step
from lixia_kpi.assessment.rules.verdict import Assessment, climb, first_of, joined, statuses_of

if TYPE_CHECKING:
    from lixia_kpi.assessment.rules.question import Question
    from lixia_kpi.growth.arrays import FloatArray, IntArray

FIRST_YEAR = 2000
"""Observations from this year on take part in the trend."""

FIRST_WEIGHT, WEIGHT_PER_YEAR = 1.0, 1.0
"""Weight of the first observation, and what each later year adds; the tool's own."""

SCALE = 10.0

ANTICIPATED = Ladder(
    "anticipated",
    "share of the planned distance",
    (Step("maintain", 1.0), Step("accelerate", 0.0, strict=True)),
    "reverse",
)


def weighted_trend(years: IntArray, values: FloatArray, target_year: IntArray) -> FloatArray:
    """Carry each series to a year on the straight line that fits its recent values best.

    F = ȳ + β·(Y − x̄) with weighted means and slope; weight of a year = 1 + (year − first observed year since 2000).

    Parameters
    ----------
    years : (years,) calendar years.
    values : (series, years), NaN where missing [unit of the indicator].
    target_year : (series,) calendar years.

    Returns
    -------
    FloatArray
        (series,) in the unit of the indicator; NaN with fewer than two observations since 2000.

    Examples
    --------
    >>> line = np.array([[10.0, 12.0, np.nan, 16.0]])
    >>> weighted_trend(np.array([2015, 2016, 2017, 2018]), line, np.array([2030])).round(6).tolist()
    [40.0]
    """
    used = ~np.isnan(values) & (years >= FIRST_YEAR)
    first = years[used.argmax(axis=1)][:, None]
    weights = np.where(used, FIRST_WEIGHT + WEIGHT_PER_YEAR * (years - first), 0.0)
    filled = np.where(used, values, 0.0)
    x = (years - first).astype(np.float64)
    with np.errstate(all="ignore"):
        total = weights.sum(axis=1)
        mean_x = (weights * x).sum(axis=1) / total
        mean_y = (weights * filled).sum(axis=1) / total
        apart = x - mean_x[:, None]
        slope = (weights * apart * (filled - mean_y[:, None])).sum(axis=1) / (weights * apart**2).sum(axis=1)
        return np.asarray(mean_y + slope * (target_year - first[:, 0] - mean_x))


def judge(question: Question) -> Assessment:
    """Judge by the dashboard's readings of anticipated progress, with the current status index as value."""
    ends = baseline_or_later(question)
    targeted = ~np.isnan(question.target)
    base = np.where(ends.compared, ends.base, np.nan)
    distance = np.where(question.target == base, np.nan, np.abs(question.target - base))
    forecast = np.where(ends.compared, weighted_trend(question.years, question.values, question.target_year), np.nan)
    if question.method == "parity":
        covered = 1 - np.abs(question.target - forecast) / distance
        index = SCALE * (1 - np.abs(question.target - ends.latest) / distance)
        meets, reached = forecast == question.target, ends.latest == question.target
    else:
        covered = question.sign * (forecast - base) / distance
        index = SCALE * question.sign * (ends.latest - base) / distance
        meets = question.reached(forecast, question.target)
        reached = question.reached(ends.latest, question.target)
    reading, edge = climb(question, ANTICIPATED, covered)
    category = np.where(targeted & meets, "maintain", reading)
    beyond = question.reached(base, question.target) & ~meets & ~np.isnan(distance)
    if question.method == "parity":
        beyond = np.zeros_like(beyond)
    reasons = first_of(
        ("no_actual", ends.lacks == "no_actual"),
        ("no_baseline", ends.lacks == "no_baseline"),
        ("no_target", ~targeted),
        ("too_few_years", np.isnan(forecast)),
        ("target_equals_baseline", np.isnan(distance)),
    )
    gap = np.where(meets, 0.0, np.abs(question.target - forecast) / distance)
    return Assessment(
        rule=RULE.name,
        category=category,
        value=index,
        score=np.full(index.shape, np.nan),
        status=statuses_of(
            category, RULE.statuses, met=reached & (category == "maintain"), observed=ends.lacks != "no_actual"
        ),
        reason=reasons,
        quirk=joined(
            ("base_beyond_target", beyond),
            ("reached_but_anticipated_to_leave", reached & (category != "maintain") & (category != NOT_AVAILABLE)),
            ("on_the_cut", edge & ~meets),
        ),
        details={
            **ends.details,
            "anticipated": np.where(targeted, forecast, np.nan),
            "anticipated_gap": gap,
        },
    )


RULE = Rule(
    name="escap",
    formula="CSI = 10·d·(c−b)/|T−b|; anticipated gap = |T−F|/|T−b|, F by a weighted straight line since 2000",
    source=(
        "UN ESCAP, data.unescap.org progress assessment methodology; working papers SD/WP/04 and SD/WP/05 (2017); "
        "weights and cut points are the tool's own"
    ),
    ladders=(ANTICIPATED,),
    statuses={"maintain": "on_track", "accelerate": "behind", "reverse": "reversing"},
    refuses=("no_actual", "no_baseline", "no_target", "too_few_years", "target_equals_baseline"),
    quirks=("base_beyond_target", "reached_but_anticipated_to_leave", "on_the_cut"),
    methods=("distance", "parity"),
    judge=judge,
    baseline_year=2015,
    target_year=2030,
    parameters={"first_year": float(FIRST_YEAR), "first_weight": FIRST_WEIGHT, "weight_per_year": WEIGHT_PER_YEAR},
)
