"""The weather symbols, each kind of target."""

from __future__ import annotations

import math

import pytest

from lixia_kpi.assessment.rules import assess

YEARS = list(range(2015, 2021))


def one(values, years=YEARS, **options):
    return assess("destatis", years=years, values=values, **{"direction": "down", "target": 0, **options})


def falling(covered):
    """Six values that end in 10 and would cover this share of the way to zero by 2030."""
    return [10 + covered * (5 - k) for k in range(6)]


@pytest.mark.parametrize(
    ("covered", "symbol", "status"),
    [
        (1.2, "sun", "on_track"),
        (0.96, "sun", "on_track"),
        (0.95, "sun_cloud", "behind"),
        (0.80, "sun_cloud", "behind"),
        (0.79, "cloud", "off_track"),
        (0.01, "cloud", "off_track"),
        (0.0, "thunderstorm", "reversing"),
        (-0.5, "thunderstorm", "reversing"),
    ],
)
def test_specific_targets_by_the_share_that_would_be_missed(covered, symbol, status):
    got = one(falling(covered))
    assert (str(got.category), str(got.status)) == (symbol, status)
    assert float(got.value) == pytest.approx(covered, abs=1e-12)


def test_only_the_last_five_years_count():
    assert one([99, 1, *falling(0.9)], years=range(2013, 2021)).category == one(falling(0.9)).category


def test_four_points_in_the_window_are_enough_and_three_are_not():
    gaps = falling(0.96)
    gaps[1] = gaps[3] = math.nan
    assert one(gaps).category == "sun"
    gaps[2] = math.nan
    assert (str(one(gaps).category), str(one(gaps).reason)) == ("not_available", "too_few_years")


def test_a_first_year_later_in_the_window_serves():
    values = [math.nan, math.nan, *falling(0.96)[2:]]
    assert float(one(values).details["mean_change"]) == pytest.approx(-0.96)


def test_a_target_reached_before_its_year_is_judged_as_a_bound():
    better, worse = one([5, 4, 3, 2, 1, -1]), one([-6, -5, -4, -3, -2, -1])
    assert (str(better.category), str(better.status), str(better.quirk)) == ("sun", "met", "judged_as_bound")
    assert (str(worse.category), str(worse.status), str(worse.quirk)) == ("sun_cloud", "met", "judged_as_bound")


def test_a_missed_target_year_is_a_cloud_or_a_thunderstorm():
    assert one(falling(0.9), target_year=2020).category == "cloud"
    assert one(falling(-0.9), target_year=2020).category == "thunderstorm"
    assert one(falling(0.0), target_year=2020).category == "thunderstorm"
    late = one(falling(0.9), target_year=2018)
    assert (str(late.category), float(late.value), str(late.quirk)) == ("cloud", 0.0, "")


@pytest.mark.parametrize(
    ("values", "symbol"),
    [
        ([10, 9, 8, 7, 6, 5], "sun"),
        ([5, 5, 5, 5, 5, 5], "sun"),
        ([1, 2, 3, 4, 5, 6], "sun_cloud"),
        ([20, 19, 18, 17, 16, 15], "cloud"),
        ([10, 11, 12, 13, 14, 15], "thunderstorm"),
        ([15, 15, 15, 15, 15, 15], "thunderstorm"),
    ],
)
def test_bounds_for_every_year(values, symbol):
    got = one(values, target=8, method="every_year")
    assert got.category == symbol
    assert (got.status == "met") == (values[-1] <= 8)


@pytest.mark.parametrize(
    ("values", "symbol"),
    [
        ([10, 9, 8, 7, 6, 5], "sun"),
        ([10, 9, 8, 7, 6, 6], "sun_cloud"),
        ([10, 9, 8, 7, 6, 7], "sun_cloud"),
        ([5, 6, 7, 8, 9, 8], "cloud"),
        ([8, 6, 7, 8, 9, 8], "cloud"),
        ([5, 6, 7, 8, 9, 10], "thunderstorm"),
        ([9, 9, 9, 9, 9, 9], "thunderstorm"),
        ([10, 9, 8, 7, math.nan, 6], "sun"),
        ([10, 9, 8, 5, math.nan, 6], "sun_cloud"),
    ],
)
def test_directions_without_a_target(values, symbol):
    assert one(values, target=None).category == symbol
    assert one(values, target=3, method="direction_only").category == symbol


def test_zero_and_negative_values_are_no_obstacle():
    assert one([-5, -4, -3, -2, -1, 0], target=3, direction="up").category == "sun"


def test_what_is_refused():
    assert one(falling(1), target=None, method="specific").reason == "no_target"
    assert one([math.nan] * 6).status == "no_data"


def test_the_figure_is_a_share_of_the_way_or_else_the_mean_change_in_the_wanted_direction():
    assert float(one([5, 4, 3, 2, 1, -1]).value) == pytest.approx(1.2)
    assert float(one([20, 19, 18, 17, 16, 15], target=8, method="every_year").value) == 1
    assert float(one([10, 9, 8, 7, 6, 7], target=3, method="direction_only").value) == pytest.approx(0.6)
    assert float(one([10, 9, 8, 7, 6, 7], target=None).value) == pytest.approx(0.6)
    assert math.isnan(float(one([10, 9, 8], years=[2018, 2019, 2020]).value))


def test_what_a_verdict_may_hang_on_is_named():
    assert one(falling(0.8)).quirk == "on_the_cut"
    assert one(falling(0.9)).quirk == ""
    assert one(falling(0.0)).quirk == "on_the_cut"
    assert one(falling(0.8), method="direction_only").quirk == ""
    assert one([15] * 6, target=8, method="every_year").quirk == "unchanged_short_of_bound"
    assert one([15] * 6, target=15, method="every_year").quirk == ""
    assert one([15, 14, 13, 12, 11, 10], target=8, method="every_year").quirk == ""
