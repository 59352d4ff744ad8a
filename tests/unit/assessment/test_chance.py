"""How likely targets and the steps of pathways are reached: read from the distribution at the right place."""

from __future__ import annotations

import numpy as np
import pytest

from builders import indicator, judged, row, series, target
from lixia_kpi.assessment.chance import chance_of_pathway, just_enough
from lixia_kpi.assessment.pathway import required_pathway
from lixia_kpi.assessment.years_together import sum_intervals

GROWING = {2021: 108.0, 2022: 117.0, 2023: 126.0}
SHARE = {"measure": "share", "unit": "%"}


def enough(what, **fields):
    return float(just_enough(judged(series(indicator(what, **fields), {}, baseline=100)).cases)[0])


@pytest.mark.parametrize(
    ("what", "fields", "quantity"),
    [
        (target(value=100), {}, 100),
        (target(op="~", value=100), {}, 95),
        (target(op="~", value=100, tolerance=10.0), {}, 90),
        (target(op="~", value=100), {"direction": "down"}, 105),
        (target(op="~", value=-100), SHARE, -105),
        (target("change", "<=", -20), {"direction": "down"}, 0.8),
        (target("change", "~", -20), {"direction": "down"}, 0.81),
        (target("growth", "~", 10), {}, 1.095**5),
        (target("growth", ">=", 10), {}, 1.1**5),
        (target("growth", "~", -20), {"direction": "down"}, 0.81**5),
        (target("points", "~", 10), SHARE, 9.5),
    ],
)
def test_what_just_satisfies_a_target_is_its_goal_less_the_tolerance(what, fields, quantity):
    assert enough(what, **fields) == pytest.approx(quantity)


def test_a_growth_that_leaves_nothing_has_no_factor():
    assert np.isnan(enough(target("growth", "~", -100)))


def test_the_same_level_has_the_same_chance_in_whatever_form_it_is_asked_for():
    forms = target(value=140), target("change", value=40), target("growth", value=100 * (1.4**0.2 - 1))
    level, change, growth = (row(what, GROWING, baseline=100)["probability"] for what in forms)
    assert 0 < level < 1
    assert change == pytest.approx(level, abs=1e-9)
    assert growth == pytest.approx(level, abs=1e-6)
    share = {2021: 31.0, 2022: 32.5, 2023: 33.0}
    whole, points = (
        row(w, share, baseline=30, **SHARE)["probability"] for w in (target(value=35), target("points", value=5))
    )
    assert points == pytest.approx(whole, abs=1e-9)


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_chance_is_that_of_the_target_year(year):
    one = judged(series(indicator(target(value=140, year=year)), GROWING, baseline=100))
    expected = one.outlook.projection.chance(140.0, step=year - 2023, direction="up")
    assert one.outlook.chance == pytest.approx(expected)


def test_a_chance_is_open_until_the_target_year_is_observed():
    assert row(target(year=2024), GROWING, baseline=100)["probability"] is not None
    assert row(target(year=2024), GROWING | {2024: 130.0}, baseline=100)["probability"] is None
    assert row(target(year=2023), GROWING, baseline=100)["probability"] is None
    rank = {"measure": "rank", "unit": "位", "direction": "down"}
    assert row(target(op="<=", value=10), {2021: 14, 2022: 13, 2023: 12}, baseline=15, **rank)["probability"] is None


class TestPathway:
    def found(self, what, values=GROWING, baseline=100, **fields):
        one = judged(series(indicator(what, **fields), values, baseline=baseline))
        outlook = one.outlook
        return one, chance_of_pathway(one.cases, outlook.series, outlook.projection, required_pathway(one.cases))[0]

    def test_each_year_is_asked_for_its_own_step(self):
        one, chances = self.found(target(value=140))
        projection = one.outlook.projection
        for step, year in ((1, 2024), (2, 2025)):
            level = 100 * 1.4 ** ((year - 2020) / 5)
            assert chances[step - 1] == pytest.approx(projection.chance(level, step=step, direction="up")[0])
        assert chances[1] == pytest.approx(one.outlook.chance[0])
        assert np.isnan(chances[2:]).all()
        assert chances.shape == (projection.centre.shape[1],)
        _, early = self.found(target(value=140), {2018: 85.0, 2019: 92.0})
        assert not np.isnan(early[:5]).any()

    def test_a_change_is_asked_for_the_levels_it_amounts_to(self):
        _, of_level = self.found(target(value=140))
        _, of_change = self.found(target("change", value=40))
        assert of_change[:2] == pytest.approx(of_level[:2])

    def test_before_the_base_year_and_of_sums_nothing_is_asked(self):
        _, early = self.found(target(value=140), {2016: 90.0, 2017: 92.0, 2018: 95.0}, baseline=None)
        assert np.isnan(early).all()
        one, seen = self.found(target(value=6, year=2025), {2017: 90.0, 2018: 95.0}, None, **SHARE)
        assert np.isnan(seen[: 2020 - int(one.outlook.series.origin[0])]).all()
        _, total = self.found(target("total", value=500))
        assert np.isnan(total).all()


class TestSeveralYears:
    def test_a_sum_that_is_nearly_complete_is_likelier(self):
        flows = {2021: 10.0, 2022: 11.0, 2023: 10.5}
        chances = [row(target("total", value=goal), flows)["probability"] for goal in (40, 52, 56, 90)]
        assert chances == sorted(chances, reverse=True)
        assert chances[0] > 0.99
        assert chances[-1] < 0.01

    def test_a_running_sum_has_the_chance_of_its_flows(self):
        flows = row(target("total", value=53), {2021: 10.0, 2022: 11.0, 2023: 10.5})
        sums = row(target("total", value=53), {2021: 10.0, 2022: 21.0, 2023: 31.5}, observed_as="cumulative")
        for name in ("probability", "projected_low", "projected_high"):
            assert sums[name] == pytest.approx(flows[name])

    def test_a_bound_of_more_years_is_harder_to_keep(self):
        values, cap = {2021: 3.2, 2022: 3.4, 2023: 3.1}, {"measure": "rate", "unit": "%", "direction": "down"}
        one, two = (row(target("every_year", "<=", 3.5, year=y), values, **cap)["probability"] for y in (2024, 2026))
        assert 0 < two < one < 1

    def test_an_interval_holds_what_its_name_says(self):
        flows = {2021: 10.0, 2022: 11.0, 2023: 10.5}
        got = row(target("total", value=53), flows)
        low, high = (
            row(target("total", value=got[f"projected_{end}"]), flows)["probability"] for end in ("low", "high")
        )
        assert (low, high) == (pytest.approx(0.9, abs=0.02), pytest.approx(0.1, abs=0.02))

    @pytest.mark.parametrize("percent", [80, 90])
    def test_the_interval_of_a_running_sum_stands_on_what_is_done(self, percent):
        flows = {2021: 10.0, 2022: 11.0, 2023: 10.5}
        one = judged(series(indicator(target("total", value=53)), flows), interval=percent)
        rows, low, high = sum_intervals(one.cases, one.progress, one.outlook.series, one.options, 3)
        ahead, tail = one.outlook.projection, (1 - percent / 100) / 2
        assert rows.tolist() == [0]
        for k in (1, 2, 3):
            assert low[0, k - 1] == pytest.approx(31.5 + ahead.sum_quantile(tail, steps=k)[0])
            assert high[0, k - 1] == pytest.approx(31.5 + ahead.sum_quantile(1 - tail, steps=k)[0])

    def test_what_lies_wholly_before_the_period_gives_no_chance(self):
        bound = {"measure": "rate", "unit": "%", "direction": "down"}
        for what, fields in ((target("total", value=53), {}), (target("every_year", "<=", 12), bound)):
            assert row(what, {2017: 9.0, 2018: 10.0}, **fields)["probability"] is None
        assert row(target("every_year", "<=", 12), {2019: 9.0, 2020: 10.0}, **bound)["probability"] is not None

    def test_a_sum_with_a_gap_or_a_break_has_no_chance(self):
        for values, breaks in (({2021: 10.0, 2023: 10.5}, ()), ({2021: 10.0, 2022: 11.0, 2023: 10.5}, (2023,))):
            got = row(target("total", value=53), values, breaks=breaks)
            assert (got["probability"], got["projected_low"]) == (None, None)
