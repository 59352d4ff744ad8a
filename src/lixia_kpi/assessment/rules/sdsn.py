"""The SDG Index's trend arrows (SDSN and Bertelsmann Stiftung): points gained a year over points needed a year.

a = (c − b)/(t − y0);  need = (T − b)/(Y − y0), or (T − c)/(Y − t) counted from the latest year. T is the green
threshold. Normalising to 0–100 between worst and best value multiplies a and need by the same factor, so that the ratio
stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.rules.ends import nearest_baseline
from lixia_kpi.assessment.rules.rule import NOT_AVAILABLE, Ladder, Rule, Step
from lixia_kpi.assessment.rules.verdict import Assessment, climb, first_of, joined, statuses_of
from lixia_kpi.growth import straight_rate

if TYPE_CHECKING:
    from lixia_kpi.assessment.rules.question import Question

NEIGHBOUR_YEARS = 1
"""How far the year may lie that stands in for a missing baseline year."""

ARROWS = Ladder(
    "target", "ratio", (Step("on_track", 1.0), Step("moderately_improving", 0.5), Step("stagnating", 0.0)), "decreasing"
)


def judge(question: Question) -> Assessment:
    """Judge by the SDG Index's arrows; the method says where the needed pace is counted from."""
    ends = nearest_baseline(question, within=NEIGHBOUR_YEARS)
    targeted = ~np.isnan(question.target)
    horizon = (question.target_year - ends.base_year).astype(np.float64)
    remaining = (question.target_year - ends.latest_year).astype(np.float64)
    actual = question.sign * straight_rate(ends.base, ends.latest, ends.span)
    from_base = question.sign * straight_rate(ends.base, question.target, horizon)
    from_latest = question.sign * straight_rate(ends.latest, question.target, remaining)
    needed = from_latest if question.method in ("latest", "latest_2018") else from_base
    reached = ends.compared & question.reached(ends.latest, question.target)
    falling = actual < 0
    with np.errstate(all="ignore"):
        ratio = np.where(needed > 0, actual / needed, np.nan)
    arrow, edge = climb(question, ARROWS, ratio)
    category = np.where(falling & targeted & ~reached, "decreasing", arrow)
    category = np.where(reached, "on_track", category)
    if question.method.endswith("_2018"):
        category = np.where(reached & falling, "maintaining", category)
    judged = category != NOT_AVAILABLE
    reasons = first_of(
        ("no_actual", ends.lacks == "no_actual"),
        ("no_baseline", ends.lacks == "no_baseline"),
        ("no_target", ~targeted),
        ("target_year_not_after_baseline", horizon <= 0),
        ("target_year_observed", remaining <= 0),
    )
    return Assessment(
        rule=RULE.name,
        category=category,
        value=ratio,
        score=np.full(ratio.shape, np.nan),
        status=statuses_of(category, RULE.statuses, met=reached, observed=ends.lacks != "no_actual"),
        reason=np.where(judged, "", reasons),
        quirk=joined(
            ("achieved_hides_trend", reached & falling & (category == "on_track")),
            ("neighbouring_year", ends.compared & (ends.base_year != question.baseline_year)),
            ("on_the_cut", edge & ~reached & ~falling),
        ),
        details={
            **ends.details,
            "actual_rate": question.sign * actual,
            "required_rate": question.sign * from_base,
            "needed_rate": question.sign * from_latest,
        },
    )


RULE = Rule(
    name="sdsn",
    formula="a/need, a = d·(c−b)/(t−y0), need = d·(T−b)/(Y−y0) [base] or d·(T−c)/(Y−t) [latest]",
    source="SDSN and Bertelsmann Stiftung, SDG Index 2018, methodology 1.5.3 (sdsna/2018GlobalIndex, commit 77cb3354)",
    ladders=(ARROWS,),
    statuses={
        "on_track": "on_track",
        "maintaining": "on_track",
        "moderately_improving": "behind",
        "stagnating": "off_track",
        "decreasing": "reversing",
    },
    refuses=("no_actual", "no_baseline", "no_target", "target_year_observed", "target_year_not_after_baseline"),
    quirks=("achieved_hides_trend", "neighbouring_year", "on_the_cut"),
    methods=("base", "latest", "base_2018", "latest_2018"),
    judge=judge,
    baseline_year=2015,
    target_year=2030,
    parameters={"neighbour_years": float(NEIGHBOUR_YEARS)},
)
