"""The weather symbols of the German sustainable development strategy (Destatis).

The mean yearly change of the last five years is carried on to the target year; the symbol says what share of the
distance still to go would be missed. A target that is already reached, a bound for every year and a mere direction each
have a rule of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.rules.rule import NOT_AVAILABLE, Ladder, Rule, Step
from lixia_kpi.assessment.rules.verdict import Assessment, climb, first_of, joined, statuses_of
from lixia_kpi.growth import straight_path, straight_rate

if TYPE_CHECKING:
    from lixia_kpi.assessment.rules.question import Question
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray, NameArray

WINDOW_YEARS = 5
LEAST_POINTS = 4
"""The mean change is taken over the last five years, from at least four observations in them."""

SPECIFIC = Ladder(
    "target",
    "share of the distance still to go that would be covered",
    (Step("sun", 0.95, strict=True), Step("sun_cloud", 0.80), Step("cloud", 0.0, strict=True)),
    "thunderstorm",
)


@dataclass(frozen=True, slots=True)
class _Recent:
    """The last years of each series, (series,): NaN where nothing is observed."""

    points: IntArray
    latest_year: IntArray
    latest: FloatArray
    first_year: IntArray
    first: FloatArray
    before: FloatArray

    @property
    def mean_change(self) -> FloatArray:
        """Mean yearly change in the window; NaN with too few points."""
        span = (self.latest_year - self.first_year).astype(np.float64)
        return np.where(self.points >= LEAST_POINTS, straight_rate(self.first, self.latest, span), np.nan)


def _recent(question: Question) -> _Recent:
    seen = question.seen
    rows, columns = np.arange(len(seen)), seen.shape[1]
    last = columns - 1 - seen[:, ::-1].argmax(axis=1)
    latest_year = question.years[last]
    in_window = seen & (question.years >= latest_year[:, None] - WINDOW_YEARS)
    first = in_window.argmax(axis=1)
    earlier = seen & (np.arange(columns) < last[:, None])
    previous = columns - 1 - earlier[:, ::-1].argmax(axis=1)
    before = np.where(earlier.any(axis=1), question.values[rows, previous], np.nan)
    return _Recent(
        points=in_window.sum(axis=1),
        latest_year=latest_year,
        latest=question.values[rows, last],
        first_year=question.years[first],
        first=question.values[rows, first],
        before=before,
    )


def judge(question: Question) -> Assessment:
    """Judge by weather symbols: `specific` targets, `every_year` bounds, `direction_only` where there is no target."""
    recent = _recent(question)
    mean = recent.mean_change
    toward = question.sign * mean
    targeted = ~np.isnan(question.target)
    reached = targeted & question.reached(recent.latest, question.target)
    directed = ~targeted if question.method == "" else np.full(targeted.shape, question.method == "direction_only")
    specific, covered, carried = _specific(question, recent, mean)
    bound = _bound(reached, toward)
    category = np.where(reached | (question.method == "every_year"), bound, specific[0])
    category = np.where(directed, _direction(toward, question.sign * (recent.latest - recent.before)), category)
    enough = ~np.isnan(mean)
    answered = enough & (directed | targeted)
    category = np.where(answered, category, NOT_AVAILABLE)
    by_distance = answered & ~directed & ~reached & (question.method != "every_year")
    observed = np.asarray(question.seen.any(axis=1))
    return Assessment(
        rule=RULE.name,
        category=category,
        value=np.where(by_distance, covered, np.where(answered, toward, np.nan)),
        score=np.full(mean.shape, np.nan),
        status=statuses_of(category, RULE.statuses, met=reached & answered & ~directed, observed=observed),
        reason=first_of(
            ("no_actual", ~observed),
            ("no_target", ~directed & ~targeted),
            ("too_few_years", ~enough),
        ),
        quirk=joined(
            ("judged_as_bound", reached & answered & ~directed & (question.method != "every_year")),
            ("unchanged_short_of_bound", answered & (question.method == "every_year") & ~reached & (mean == 0)),
            ("on_the_cut", specific[1] & by_distance),
        ),
        details={
            "latest_year": recent.latest_year,
            "latest": recent.latest,
            "window_year": recent.first_year,
            "points": recent.points,
            "mean_change": mean,
            "projected": np.where(targeted, carried, np.nan),
        },
    )


def _specific(
    question: Question, recent: _Recent, mean: FloatArray
) -> tuple[tuple[NameArray, BoolArray], FloatArray, FloatArray]:
    """The share of the distance still to go that the mean change would cover by the target year."""
    remaining = np.maximum(question.target_year - recent.latest_year, 0).astype(np.float64)
    carried = straight_path(recent.latest, mean, remaining)
    distance = np.abs(question.target - recent.latest)
    with np.errstate(all="ignore"):
        covered = question.sign * (carried - recent.latest) / distance
    symbol, edge = climb(question, SPECIFIC, covered)
    stands_still = (remaining == 0) & (question.sign * mean > 0)
    return (np.where(stands_still, "cloud", symbol), edge & ~stands_still), covered, carried


def _bound(reached: BoolArray, toward: FloatArray) -> NameArray:
    """Symbols for a bound to be kept: reached or not, then the mean change."""
    kept = np.where(toward >= 0, "sun", "sun_cloud")
    return np.where(reached, kept, np.where(toward > 0, "cloud", "thunderstorm"))


def _direction(toward: FloatArray, last: FloatArray) -> NameArray:
    """Symbols for a direction without a target: the mean change, then the last one."""
    rising = np.where(last > 0, "sun", "sun_cloud")
    return np.where(toward > 0, rising, np.where(last > 0, "cloud", "thunderstorm"))


RULE = Rule(
    name="destatis",
    formula="share covered = d·a·(Y−t)/|T−c|, a = mean yearly change of the last five years (four points at least)",
    source="Destatis, German sustainable development strategy, status of indicators (dns-indikatoren.de/status)",
    ladders=(SPECIFIC,),
    statuses={"sun": "on_track", "sun_cloud": "behind", "cloud": "off_track", "thunderstorm": "reversing"},
    refuses=("no_actual", "no_target", "too_few_years"),
    quirks=("judged_as_bound", "unchanged_short_of_bound", "on_the_cut"),
    methods=("specific", "every_year", "direction_only"),
    judge=judge,
    target_year=2030,
    parameters={"window_years": float(WINDOW_YEARS), "least_points": float(LEAST_POINTS)},
)
