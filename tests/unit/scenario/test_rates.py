"""The growth with which a target is reached with a chance, against distributions whose chances are known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import NormalDist

import numpy as np
import pytest

from builders import indicator, judged, series, target
from lixia_kpi.projection import Projection
from lixia_kpi.scenario.rates import growth_for_chance

NORMAL = NormalDist()


@dataclass(frozen=True)
class Spread:
    """A normal spread around a centre, of the logarithm or of the value."""

    centre: np.ndarray
    sigma: float
    log: bool

    def quantile(self, q):
        z = NORMAL.inv_cdf(q) * self.sigma
        return self.centre * np.exp(z) if self.log else self.centre + z

    def quantiles(self, *probabilities):
        return [self.quantile(q) for q in probabilities]

    def chance(self, target, *, step, direction):
        rows = np.arange(len(step))
        centre = self.centre[rows, step - 1]
        distance = np.log(target / centre) if self.log else target - centre
        below = np.array([NORMAL.cdf(d / self.sigma) for d in distance])
        return np.where(direction == "up", 1 - below, below)


def spread(evaluation, *, log, sigma):
    """The same evaluation, with a distribution around its projection."""
    outlook = evaluation.outlook
    centre = outlook.projection.centre
    projection = Projection(
        centre, interval=0.8, method=outlook.projection.method, distribution=Spread(centre, sigma, log)
    )
    return replace(evaluation, outlook=replace(outlook, projection=projection))


def chance_after(evaluation, level, *, log, sigma):
    """The chance of the target when the centre of the target year is put on a level."""
    outlook = evaluation.outlook
    step = evaluation.cases.due_year - outlook.series.origin
    moved = np.full_like(outlook.projection.centre, level)
    return float(
        Spread(moved, sigma, log).chance(evaluation.cases.target, step=step, direction=evaluation.cases.direction)[0]
    )


@pytest.mark.parametrize("direction", ["up", "down"])
@pytest.mark.parametrize("chance", [0.5, 0.8, 0.9])
def test_an_amount_growing_at_that_rate_has_that_chance(direction, chance):
    op, goal, values = (">=", 150, {2021: 106, 2022: 112}) if direction == "up" else ("<=", 60, {2021: 95, 2022: 88})
    one = judged(series(indicator(target(op=op, value=goal), direction=direction), values, baseline=100))
    found = growth_for_chance(spread(one, log=True, sigma=0.07), chance)[0]
    level = values[2022] * (1 + found / 100) ** 3
    assert chance_after(one, level, log=True, sigma=0.07) == pytest.approx(chance)


@pytest.mark.parametrize("chance", [0.5, 0.8, 0.9])
def test_a_share_rising_by_that_many_points_has_that_chance(chance):
    one = judged(series(indicator(target(value=65), measure="share", unit="%"), {2022: 62.0}, baseline=60))
    found = growth_for_chance(spread(one, log=False, sigma=1.5), chance)[0]
    assert chance_after(one, 62 + 3 * found, log=False, sigma=1.5) == pytest.approx(chance)


def test_an_even_chance_needs_the_needed_rate_and_more_chance_more():
    one = judged(series(indicator(target(value=150)), {2021: 106, 2022: 112}, baseline=100))
    rates = [growth_for_chance(spread(one, log=True, sigma=0.05), chance)[0] for chance in (0.5, 0.8, 0.9)]
    assert rates[0] == pytest.approx(100 * one.progress.needed[0])
    assert rates == sorted(rates)


def test_average_growth_counts_the_years_that_are_done():
    what = indicator(target("growth", value=7), observed_as="yearly_change")
    one = judged(series(what, {2021: 6, 2022: 5}))
    found = growth_for_chance(spread(one, log=True, sigma=0.05), 0.5)[0]
    assert 1.06 * 1.05 * (1 + found / 100) ** 3 == pytest.approx(1.07**5)


@pytest.mark.parametrize(
    "one",
    [
        series(indicator(target()), {2025: 140}, baseline=100),
        series(indicator(target("total", value=20)), {2021: 3, 2022: 4}),
        series(indicator(target("every_year", "<=", 3), measure="rate", unit="%", direction="down"), {2021: 3}),
    ],
)
def test_nothing_is_said_of_observed_targets_totals_and_bounds(one):
    assert np.isnan(growth_for_chance(spread(judged(one), log=True, sigma=0.05), 0.5)).all()


def test_without_a_distribution_nothing_is_said():
    one = judged(series(indicator(target(value=150)), {2021: 106, 2022: 112}, baseline=100), method="last")
    plain = replace(one, outlook=replace(one.outlook, projection=replace(one.outlook.projection, distribution=None)))
    assert np.isnan(growth_for_chance(plain, 0.8)).all()
