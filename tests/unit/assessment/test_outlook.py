"""Where the actuals lead: the year projected to, gap, arrival, and what has neither."""

from __future__ import annotations

import pytest

from builders import row, target

CAGR = {"method": "cagr"}
SHARE = {"measure": "share", "unit": "%"}


def growing(percent, **options):
    """The row of a level that has grown by so much in 2021 and 2022 and is to grow by half in five years."""
    factor = 1 + percent / 100
    return row(target(), {2021: 100 * factor, 2022: 100 * factor**2}, baseline=100, options=CAGR | options)


@pytest.mark.parametrize(("percent", "year"), [(10, 2025), (4, 2031), (2.75, 2035), (2.68, None), (-1, None)])
def test_an_arrival_is_looked_for_until_ten_years_after_the_target_year(percent, year):
    assert growing(percent)["arrival_year"] == year


@pytest.mark.parametrize(("percent", "year"), [(10, 2025), (4, None)])
def test_an_average_growth_arrives_in_its_year_or_not_at_all(percent, year):
    factor = 1 + percent / 100
    values = {2021: 100 * factor, 2022: 100 * factor**2}
    assert row(target("growth", value=7), values, baseline=100, options=CAGR)["arrival_year"] == year
    late = values | {2025: 100 * factor**5}
    assert row(target("growth", value=7), late, baseline=100, options=CAGR)["arrival_year"] == year


def test_a_target_that_is_met_arrived_when_it_first_was():
    assert row(target(), {2021: 160, 2022: 171}, baseline=100)["arrival_year"] == 2021
    assert row(target(), {2021: 140, 2022: 151, 2023: 149, 2024: 152}, baseline=100)["arrival_year"] == 2022
    assert row(target(), {2021: 160, 2022: 171}, baseline=155)["arrival_year"] == 2020
    lost = row(target(), {2021: 156, 2022: 140}, baseline=155, options={"method": "last"})
    assert lost["arrival_year"] is None


def test_what_was_there_before_the_base_year_is_no_arrival():
    assert row(target(), {2018: 140, 2019: 160}, options=CAGR)["arrival_year"] == 2021


@pytest.mark.parametrize("form", ["every_year", "milestone"])
def test_what_has_no_way_to_go_has_no_arrival(form):
    count = {"measure": "count", "unit": "家"}
    assert row(target(form, value=10), {2021: 11, 2022: 12}, baseline=9, **count)["arrival_year"] is None


class TestTheYearProjectedTo:
    def test_another_year_than_the_target_year_may_be_asked_for(self):
        got = growing(10, to=2030)
        assert (got["projected"], got["method"]) == (pytest.approx(100 * 1.1**10), "cagr")
        assert got["gap"] == pytest.approx(100 * 1.1**10 - 150)
        assert growing(10, to=2023)["projected"] == pytest.approx(100 * 1.1**3)
        assert growing(10, to=2040)["projected"] == pytest.approx(100 * 1.1**20)

    def test_the_base_year_and_what_lies_before_it_have_no_projection(self):
        before = {2016: 90.0, 2017: 92.0, 2018: 95.0}
        for year in (2019, 2020):
            got = row(target(), before, options={"to": year})
            assert (got["projected"], got["projected_low"], got["projected_high"]) == (None, None, None)
        assert row(target(), before, options={"to": 2021})["projected_low"] is not None
        assert growing(10, to=2020)["projected"] is None

    @pytest.mark.parametrize(("year", "value"), [(2022, 121), (2021, 110)])
    def test_a_year_that_is_observed_needs_no_projection(self, year, value):
        got = growing(10, to=year)
        assert (got["projected"], got["method"], got["projected_low"]) == (pytest.approx(value), "observed", None)

    def test_an_average_is_that_of_the_years_until_then(self):
        values = {2021: 110, 2022: 121}
        got = row(target("growth", value=7), values, baseline=100, options=CAGR | {"to": 2024})
        assert got["projected"] == pytest.approx(10)
        past = row(target("growth", value=7), values, baseline=100, options=CAGR | {"to": 2022})
        assert (past["projected"], past["method"]) == (pytest.approx(10), "observed")
        assert row(target("change", value=40), values, baseline=100, options=CAGR | {"to": 2024})["projected"] == (
            pytest.approx(100 * (1.1**4 - 1))
        )

    def test_a_sum_is_that_of_the_years_until_then(self):
        flows = {2021: 10.0, 2022: 11.0}
        for year, total in ((2022, 21), (2023, 33.1), (2024, 46.41)):
            got = row(target("total", value=60), flows, options=CAGR | {"to": year})
            assert got["projected"] == pytest.approx(total)

    @pytest.mark.parametrize("last", [2018, 2020])
    def test_flows_before_the_period_lead_into_it_and_do_not_count(self, last):
        got = row(target("total", value=60), {last - 1: 10.0, last: 10.0}, options={"method": "last"})
        assert got["projected"] == pytest.approx(50)


class TestInterval:
    """Without a calibrated distribution there is none; a falling target keeps low below high."""

    def test_low_is_below_high_whatever_the_direction(self):
        fall = {2021: 96.0, 2022: 91.0, 2023: 88.0}
        for what in (target(op="<=", value=80), target("change", "<=", -20), target("total", "<=", 400)):
            got = row(what, fall, baseline=100, direction="down")
            assert got["projected_low"] < got["projected"] < got["projected_high"]
            assert (got["interval"], 0 < got["probability"] < 1) == (80, True)

    @pytest.mark.parametrize("percent", [80, 50])
    def test_the_ends_are_exceeded_as_often_as_the_name_of_the_interval_says(self, percent):
        values = {2021: 108.0, 2022: 117.0, 2023: 126.0}
        got = row(target(value=140), values, baseline=100, options={"interval": percent})
        low, high = (row(target(value=got[f"projected_{end}"]), values, baseline=100) for end in ("low", "high"))
        tail = (1 - percent / 100) / 2
        assert (low["probability"], high["probability"]) == (
            pytest.approx(1 - tail, abs=1e-3),
            pytest.approx(tail, abs=1e-3),
        )

    def test_a_long_way_ahead_has_one_too(self):
        got = row(target(year=2030), {2018: 85.0, 2019: 92.0, 2021: 108.0}, baseline=100)
        assert got["projected_low"] < got["projected"] < got["projected_high"]

    def test_points_and_growth_have_one_in_their_own_unit(self):
        rising = {2021: 31.0, 2022: 32.5, 2023: 33.0}
        got = row(target("points", value=5), rising, baseline=30, **SHARE)
        assert 0 < got["projected_low"] < got["projected"] < got["projected_high"] < 10
        got = row(target("growth", value=3), rising, baseline=30)
        assert -5 < got["projected_low"] < got["projected"] < got["projected_high"] < 10


class TestGap:
    def test_short_of_the_target_is_negative_whatever_the_direction(self):
        up = row(target(value=150), {2025: 140}, baseline=100)
        down = row(target(op="<=", value=50), {2025: 60}, baseline=100, direction="down")
        assert (up["gap"], down["gap"]) == (-10, -10)
        assert (up["gap_percent"], down["gap_percent"]) == (pytest.approx(-100 / 15), -20)

    def test_a_target_below_zero_is_measured_by_its_size(self):
        got = row(target(value=-50), {2025: -60}, baseline=-100, measure="index", unit="点")
        assert (got["gap"], got["gap_percent"]) == (-10, -20)

    def test_no_percentage_of_a_share_a_rate_a_rank_or_of_zero(self):
        assert row(target(value=60), {2025: 50}, baseline=40, **SHARE)["gap_percent"] is None
        assert row(target(value=60), {2025: 50}, baseline=40, measure="rate", unit="%")["gap_percent"] is None
        zero = row(target(op="<=", value=0), {2025: 5}, baseline=40, direction="down", measure="index", unit="点")
        assert (zero["gap"], zero["gap_percent"]) == (-5, None)
        rank = row(target(op="<=", value=10), {2022: 12}, measure="rank", unit="位", direction="down")
        assert (rank["gap"], rank["gap_percent"]) == (-2, None)

    def test_a_milestone_has_none(self):
        for year in (2023, 2025):
            assert row(target("milestone", value=1), {year: 0}, measure="count", unit="家")["gap"] is None
