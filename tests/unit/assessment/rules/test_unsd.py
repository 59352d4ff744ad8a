"""The UN progress chart of 2022 and of 2023."""

from __future__ import annotations

import math

import pytest

from lixia_kpi.assessment.rules import assess


def old(values, years=(2015, 2025), **options):
    return assess("unsd_2022", years=years, values=values, **{"direction": "up", **options})


def new(values, years=(2015, 2025), **options):
    return assess("unsd_2023", years=years, values=values, **{"direction": "up", **options})


@pytest.mark.parametrize(
    ("ratio", "category"),
    [
        (0.96, "substantial_progress"),
        (0.95, "fair_progress"),
        (0.5, "fair_progress"),
        (0.49, "limited_or_no_progress"),
        (-0.1, "limited_or_no_progress"),
        (-0.11, "deterioration"),
    ],
)
def test_2022_cuts_with_a_target(ratio, category):
    got = old([100.0, 100 * (1 + 0.04 * ratio) ** 10], target=100 * 1.04**15)
    assert (str(got.category), float(got.value)) == (category, pytest.approx(ratio))
    assert (got.quirk == "on_the_cut") == (ratio in (0.95, 0.5, -0.1))


@pytest.mark.parametrize(
    ("percent", "category"),
    [
        (1.01, "substantial_progress"),
        (1.0, "fair_progress"),
        (0.5, "fair_progress"),
        (0.49, "limited_or_no_progress"),
        (-1.0, "limited_or_no_progress"),
        (-3.7, "deterioration"),
    ],
)
def test_2022_cuts_without_a_target(percent, category):
    assert old([100.0, 100 * (1 + percent / 100) ** 10]).category == category
    assert old([100.0, 100 * (1 - percent / 100) ** 10], direction="down").category == category


def test_2022_takes_a_required_rate_in_percent():
    got = old([100.0, 100 * 0.987**10], target=-2.6, direction="down", method="required_rate")
    assert (str(got.category), float(got.value)) == ("fair_progress", pytest.approx(0.5))


def test_2022_needs_its_baseline_year():
    assert old([1.0, 2.0], years=[2016, 2025]).reason == "no_baseline"


def test_2022_edges():
    assert old([0.0, 2.0]).reason == "non_positive"
    assert old([5.0, -2.0]).reason == "non_positive"
    assert old([5.0, 4.0], target=5).reason == "target_equals_baseline"
    assert old([5.0, 6.0], target=-5, direction="down").reason == "target_not_positive"
    fall = old([100.0, 80.0], target=0, direction="down")
    assert (float(fall.value), str(fall.quirk)) == (pytest.approx(1 - 0.8**0.1), "zero_target")


def test_2022_a_baseline_beyond_the_target_that_worsens_is_deterioration_until_the_target_is_lost():
    held, lost = old([70.0, 65.0], target=60), old([70.0, 55.0], target=60)
    assert (str(held.category), str(held.status)) == ("substantial_progress", "met")
    assert held.quirk == "achieved_hides_trend"
    assert (str(lost.category), str(lost.quirk)) == ("deterioration", "base_beyond_target")


@pytest.mark.parametrize(("share", "category", "score"), [(0.95, "on_track", 3), (0.94, "fair_progress", 2)])
def test_2023_cuts_with_a_target(share, category, score):
    projected = 100 + share * 50
    got = new([100.0, 100 * (projected / 100) ** (10 / 15)], target=150)
    assert (str(got.category), float(got.score)) == (category, score)
    assert float(got.details["projected"]) == pytest.approx(projected)


@pytest.mark.parametrize(
    ("percent", "category"),
    [(2.0, "on_track"), (1.99, "fair_progress"), (0.5, "fair_progress"), (0.49, "stagnation_or_regression")],
)
def test_2023_cuts_without_a_target(percent, category):
    assert new([100.0, 100 * (1 + percent / 100) ** 10]).category == category
    assert new([100.0, 100 * (1 - percent / 100) ** 10], direction="down").category == category


def test_the_two_editions_disagree_when_the_target_is_far():
    series, target = [1.0, 6.31], 100.0
    assert old(series, target=target).category == "fair_progress"
    assert new(series, target=target).category == "fair_progress"
    assert float(old(series, target=target).value) > 0.55
    assert float(new(series, target=target).value) < 0.16


def test_2023_within_one_point_of_all_or_nothing_counts_as_reached():
    close = new([99.2, 99.2], target=100)
    assert (str(close.category), str(close.status), str(close.quirk)) == ("on_track", "met", "near_limit")
    assert new([99.2, 99.2], target=100, measure="amount").category == "stagnation_or_regression"
    assert new([1.5, 0.9], target=0, direction="down").status == "met"
    assert new([1.5, 1.1], target=0, direction="down").status != "met"


def test_2023_takes_a_later_baseline_then_an_earlier_one():
    assert int(new([1.0, 2.0, 3.0], years=[2013, 2017, 2020]).details["baseline_year"]) == 2017
    assert int(new([1.0, 2.0, 3.0], years=[2010, 2013, 2015]).details["baseline_year"]) == 2013
    assert int(new([1.0, 2.0, math.nan], years=[2010, 2013, 2015]).details["baseline_year"]) == 2010


def test_2023_a_later_baseline_comes_before_a_nearer_earlier_one():
    got = new([1.0, 2.0, 3.0, 4.0], years=[2010, 2013, 2025, 2030])
    assert int(got.details["baseline_year"]) == 2025
    assert int(new([1.0, 2.0, 3.0], years=[2010, 2013, 2025]).details["baseline_year"]) == 2013


def test_2023_edges():
    assert new([5.0, 4.0], target=5).reason == "target_equals_baseline"
    assert new([-5.0, 6.0], target=5).status == "met"
    assert new([-5.0, 4.0], target=6).reason == "non_positive"
    lost = new([70.0, 55.0], target=60)
    assert (str(lost.category), str(lost.quirk)) == ("stagnation_or_regression", "base_beyond_target")
    assert float(lost.value) < 0
    zero = new([50.0, 25.0], target=0, direction="down", years=(2015, 2022))
    assert float(zero.value) == pytest.approx(1 - 0.5 ** (15 / 7))


@pytest.mark.parametrize("edition", [old, new])
def test_what_both_editions_refuse(edition):
    assert edition([120.0], years=[2020], target=100).status != "met"
    assert edition([math.nan, math.nan]).status == "no_data"
    assert edition([0.0, 0.0]).reason == "non_positive"
    assert edition([5.0, 6.0], target=9, target_year=2015).status != "met"


def test_a_fall_to_zero_is_a_rate_of_minus_one():
    for edition in (old, new):
        got = edition([5.0, 0.0])
        assert (float(got.value), str(got.reason)) == (-1.0, "")


def test_2022_takes_small_targets_and_zero_and_none_below():
    for target, quirk in ((0, "zero_target"), (0.5, "")):
        got = old([100.0, 80.0], target=target, direction="down")
        assert (str(got.reason), str(got.quirk)) == ("", quirk)
    unseen = old([1.0, math.nan])
    assert (str(unseen.reason), str(unseen.status)) == ("no_actual", "no_data")
    assert old([5.0, 4.0], target=5).quirk == ""
    assert old([5.0, 6.0], target=9, target_year=2015).reason == "target_year_not_after_baseline"


def test_a_target_that_is_reached_hides_a_trend_only_where_it_falls():
    for edition in (old, new):
        assert edition([70.0, 70.0], target=60).quirk == ""
        assert edition([70.0, 69.0], target=60).quirk == "achieved_hides_trend"
        assert edition([50.0, 60.0], target=60).quirk == ""


def test_2023_near_means_within_one_point_of_nought_or_a_hundred_percent():
    for latest, met in ((99.0, True), (98.9, False)):
        got = new([98.0, latest], target=100, measure="share")
        assert (got.status == "met", got.quirk == "near_limit") == (met, met)
    assert new([1.5, 1.0], target=0, direction="down", measure="rate").status != "met"
    assert new([98.0, 98.5], target=99, measure="share").status != "met"
    assert new([math.nan, 99.5], years=(2010, 2011), target=100).status != "met"


def test_2023_names_what_stands_on_a_cut():
    assert new([100.0, 100 * 1.02**10]).quirk == "on_the_cut"
    assert new([100.0, 100 * 1.03**10]).quirk == ""
    on = 100 * 1.475 ** (10 / 15)
    assert new([100.0, on], target=150).quirk == "on_the_cut"
    assert new([100.0, on + 1], target=150).quirk == ""


def test_2023_carries_nothing_on_once_the_target_year_is_over():
    for year in (2025, 2030):
        got = new([100.0, 120.0], years=(2015, 2030), target=150, target_year=year)
        assert (float(got.details["projected"]), float(got.value)) == (120.0, pytest.approx(0.4))
    assert math.isnan(float(new([100.0, 120.0]).details["projected"]))


def test_2023_scores_run_from_three_to_one():
    got = [new([100.0, latest], target=150) for latest in (140.0, 110.0, 90.0, 160.0)]
    assert [float(one.score) for one in got] == [3, 2, 1, 3]
    assert [str(one.status) for one in got] == ["on_track", "behind", "off_track", "met"]
    assert math.isnan(float(new([0.0, 1.0]).score))


def test_2023_a_baseline_beyond_the_target_is_named_however_near_it_lies():
    assert new([5.5, 4.0], target=5).quirk == "base_beyond_target"
    assert new([5.0, 4.0], target=5).quirk == ""
    assert new([4.0, 4.5], target=5).quirk == ""


def test_2023_says_what_is_missing():
    assert new([120.0], years=[2020], target=100).reason == "no_baseline"
    assert new([math.nan, math.nan]).reason == "no_actual"
    assert new([0.0, 1.0]).reason == "non_positive"
