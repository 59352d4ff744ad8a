"""Eurostat's approach: categories with and without a target, score both ways, edge cases."""

from __future__ import annotations

import math

import pytest

from lixia_kpi.assessment.rules import assess


def one(values, years=(2015, 2025), **options):
    return assess("eurostat", years=years, values=values, **{"direction": "up", **options})


def with_ratio(ratio):
    """A series whose actual rate is `ratio` times the required one (4 % a year)."""
    return one([100.0, 100 * (1 + 0.04 * ratio) ** 10], target=100 * 1.04**15)


@pytest.mark.parametrize(
    ("ratio", "category", "score"),
    [
        (1.35, "significant_progress", 5.0),
        (1.0, "significant_progress", 5 / 0.7 * 0.4),
        (0.95, "significant_progress", 5 / 0.7 * 0.35),
        (0.94, "moderate_progress", 5 / 0.7 * 0.34),
        (0.6, "moderate_progress", 0.0),
        (0.59, "insufficient_progress", 5 / 1.2 * 1.19 - 5),
        (0.0, "insufficient_progress", -2.5),
        (-0.01, "movement_away", 5 / 1.2 * 0.59 - 5),
        (-0.7, "movement_away", -5.0),
    ],
)
def test_ratios_with_a_target(ratio, category, score):
    got = with_ratio(ratio)
    assert (str(got.category), float(got.score)) == (category, pytest.approx(score, abs=1e-9))
    assert float(got.value) == pytest.approx(ratio, abs=1e-9)


@pytest.mark.parametrize(
    ("percent", "category", "score"),
    [
        (2.5, "significant_progress", 5.0),
        (1.0, "significant_progress", 2.5),
        (0.99, "moderate_progress", 2.475),
        (0.1, "moderate_progress", 0.25),
        (0.09, "no_progress", 0.225),
        (0.0, "no_progress", 0.0),
        (-0.1, "no_progress", -0.25),
        (-0.11, "moderate_movement_away", -0.275),
        (-1.0, "moderate_movement_away", -2.5),
        (-1.01, "significant_movement_away", -2.525),
        (-3.0, "significant_movement_away", -5.0),
    ],
)
def test_rates_without_a_target_in_both_directions(percent, category, score):
    rising = one([100.0, 100 * (1 + percent / 100) ** 10])
    assert (str(rising.category), float(rising.score)) == (category, pytest.approx(score, abs=1e-9))
    falling = one([100.0, 100 * (1 - percent / 100) ** 10], direction="down")
    assert (str(falling.category), float(falling.score)) == (category, pytest.approx(score, abs=1e-9))


def test_a_natural_limit_lowers_the_cuts_of_progress_only():
    free, capped = one([95.0, 95.9]), one([95.0, 95.9], limit=100)
    assert (str(free.category), str(capped.category)) == ("no_progress", "moderate_progress")
    assert float(capped.score) > float(free.score) > 0
    assert float(one([95.0, 94.0], limit=100).score) == float(one([95.0, 94.0]).score)


def test_a_limit_that_is_kept_counts_as_best():
    got = one([100.0, 100.0], limit=100)
    assert (str(got.category), float(got.score)) == ("significant_progress", 5.0)


def test_the_nearest_year_serves_as_baseline_the_later_one_first():
    assert int(one([1.0, 2.0, 3.0], years=[2014, 2016, 2020]).details["baseline_year"]) == 2016
    assert int(one([1.0, 2.0, 3.0], years=[2014, 2017, 2020]).details["baseline_year"]) == 2014


def test_a_baseline_beyond_the_target_that_moves_away_is_flagged():
    got = one([70.0, 55.0], target=69.5)
    assert (str(got.category), str(got.status)) == ("movement_away", "reversing")
    assert got.quirk == "base_beyond_target;large_ratio"


def test_a_reached_target_is_significant_progress_whatever_the_trend():
    got = one([70.0, 65.0], target=60)
    assert (str(got.category), float(got.score), str(got.status)) == ("significant_progress", 5.0, "met")
    assert got.quirk == "achieved_hides_trend"


def test_a_fall_to_zero_is_a_rate_of_minus_one():
    assert float(one([5.0, 0.0], direction="down").value) == 1.0


def test_two_negative_values_turn_the_sign():
    """The levels are those EUSTAT has for 13-2-2a; the years are chosen here."""
    got = one([-6.21, -21.98], target=-45, direction="down")
    by_hand = ((21.98 / 6.21) ** (1 / 10) - 1) / ((45 / 6.21) ** (1 / 15) - 1)
    assert float(got.value) == pytest.approx(by_hand)
    assert (str(got.category), str(got.quirk)) == ("significant_progress", "sign_turned")


def test_what_is_refused():
    assert one([5.0, -1.0]).reason == "sign_change"
    assert one([5.0, 4.0], target=5).reason == "target_equals_baseline"
    assert one([math.nan, 4.0]).reason == "no_actual"


def test_coarser_cuts_can_be_set():
    five_times = {"growth.significant_progress": 0.05, "growth.moderate_progress": 0.01}
    series = [100.0, 100 * 1.03**10]
    assert one(series).category == "significant_progress"
    assert one(series, cuts=five_times).category == "moderate_progress"
    with pytest.raises(
        ValueError, match=r"unknown cut 'growth\.best' of rule 'eurostat': it has growth\.moderate_movement_away, "
    ):
        one(series, cuts={"growth.best": 1})


@pytest.mark.parametrize(("ratio", "quirk"), [(-4.9, ""), (-5.1, "large_ratio")])
def test_a_ratio_of_five_and_more_says_little(ratio, quirk):
    assert with_ratio(ratio).quirk == quirk


def test_a_large_ratio_is_named_only_where_there_is_a_way_to_go():
    assert with_ratio(6.0).quirk == ""
    assert one([1.0, 1e9]).quirk == ""


def test_what_a_verdict_may_hang_on_is_named():
    assert one([50.0, 50 * 1.01**10]).quirk == "on_the_cut"
    assert one([50.0, 50.0], target=80).quirk == "on_the_cut"
    assert one([60.0, 61.0], target=60).quirk == "achieved_without_trend"
    assert one([50.0, 55.0], target=80).quirk == ""
    assert one([50.0, 90.0], target=80, limit=100).quirk == "limit_ignored"


def test_with_a_target_no_limit_eases_the_score():
    got = one([90.0, 91.0], target=95, limit=100)
    assert float(got.details["coefficient"]) == 1.0
    assert float(got.score) == float(one([90.0, 91.0], target=95).score)


def test_the_score_near_a_limit_counts_the_eased_rate():
    got = one([50.0, 50 * 1.01**10], limit=100)
    assert float(got.score) == pytest.approx(2.5 / (1 - 0.5**4.44))


def test_without_a_later_value_there_is_nothing_to_judge():
    got = one([5.0, math.nan])
    assert (str(got.category), str(got.reason), str(got.status)) == ("not_available", "no_actual", "no_data")
    assert one([5.0, 6.0], target=9, target_year=2015).reason == "target_year_not_after_baseline"
