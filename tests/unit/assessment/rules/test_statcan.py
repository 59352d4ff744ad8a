"""Open SDG's progress measure: against a scalar transcription of the published method, and its edge cases."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lixia_kpi.assessment.rules import assess


def scalar(years, values, *, target=None, direction="up", limit=None, base_year=2015, target_year=2030):
    """The method for one series in plain Python arithmetic, complex roots and all: (category, value, score)."""
    data = {y: v for y, v in zip(years, values, strict=True) if not math.isnan(v)}
    later = [y for y in data if y >= base_year]
    if not later:
        return "not_available", None, None
    y0, t = min(later), max(data)
    b, c = data[y0], data[t]
    wanted = 1 if direction == "up" else -1
    goal = 0.001 if target == 0 else target
    sign = -1 if b < 0 else 1
    coefficient = 1.0
    if limit is not None and target is None and abs(b) < 2 * abs(limit):
        near = abs(b) if abs(b) <= abs(limit) else 2 * abs(limit) - abs(b)
        coefficient = 1 - (near / abs(limit)) ** 4.44
    achieved = goal is not None and (c >= goal if wanted > 0 else c <= goal)
    start = b or 0.001
    value = None
    if t > y0 and start * c >= 0:
        growth = (c / start) ** (1 / (t - y0)) - 1
        value = sign * wanted * growth
        if goal is not None:
            required = abs((goal / start) ** (1 / (target_year - y0)) - 1)
            value = value / required if required else None
    if achieved:
        return "target_achieved", value, 5.0
    if value is None:
        return "not_available", None, None
    if goal is not None:
        score = min(7.1429 * value - 4.2857, 5) if value >= 0.6 else max(4.1667 * value - 2.5, -5)
        cuts = (0.95, 0.6, 0)
    else:
        cuts = (0.015 * coefficient, 0.005 * coefficient, 0)
        if value < 0:
            score = max(125 * value - 2.5, -5)
        elif coefficient == 0:
            score = 5
        elif value >= cuts[0]:
            score = min(500 * value / coefficient - 5, 5)
        elif value >= cuts[1]:
            score = 250 * value / coefficient - 1.25
        else:
            score = 500 * value / coefficient - 2.5
    words = ("substantial_progress", "moderate_progress", "limited_progress")
    return next((w for w, cut in zip(words, cuts, strict=True) if value >= cut), "deterioration"), value, score


levels = st.one_of(
    st.sampled_from([0.0, 1.0, -1.0, 50.0, 100.0]), st.floats(0.01, 500), st.floats(-500, -0.01), st.just(math.nan)
)
maybe = st.one_of(st.none(), st.sampled_from([0.0, 50.0, 100.0, -20.0]), st.floats(0.5, 300))


@settings(max_examples=300)
@given(
    values=st.lists(levels, min_size=8, max_size=8),
    target=maybe,
    limit=maybe,
    direction=st.sampled_from(["up", "down"]),
    base_year=st.integers(2011, 2019),
)
def test_it_is_the_published_method(values, target, limit, direction, base_year):
    years = list(range(2012, 2020))
    got = assess(
        "statcan", years=years, values=values, target=target, limit=limit, direction=direction, baseline_year=base_year
    )
    category, value, score = scalar(years, values, target=target, limit=limit, direction=direction, base_year=base_year)
    near_a_cut = "on_the_cut" in str(got.quirk)
    assert near_a_cut or got.category == category
    assert float(got.value) == pytest.approx(math.nan if value is None else value, nan_ok=True, rel=1e-9, abs=1e-12)
    assert near_a_cut or float(got.score) == pytest.approx(
        math.nan if score is None else score, nan_ok=True, rel=1e-6, abs=1e-9
    )


def one(values, years=(2015, 2020), **options):
    return assess("statcan", years=years, values=values, **{"direction": "up", **options})


@pytest.mark.parametrize(
    ("base", "coefficient"),
    [(50.0, 1 - 0.5**4.44), (100.0, 0.0), (150.0, 1 - 0.5**4.44), (200.0, 1.0), (250.0, 1.0), (0.0, 1.0)],
)
def test_a_limit_lowers_the_cuts_near_it(base, coefficient):
    got = one([base, base + 1], limit=100)
    assert float(got.details["coefficient"]) == pytest.approx(coefficient)


def test_at_the_limit_any_growth_is_best_and_a_fall_is_not():
    assert (str(one([100, 100], limit=100).category), float(one([100, 100], limit=100).score)) == (
        "substantial_progress",
        5.0,
    )
    assert one([100, 99], limit=100).category == "deterioration"


def test_the_limit_is_ignored_where_there_is_a_target_and_this_is_flagged():
    with_limit, without = one([90, 91], limit=100, target=95), one([90, 91], target=95)
    assert float(with_limit.value) == float(without.value)
    assert with_limit.quirk == "limit_ignored"


def test_zero_stands_as_a_thousandth_and_is_flagged():
    got = one([0.0, 10.0])
    assert float(got.value) == pytest.approx((10 / 0.001) ** 0.2 - 1)
    assert got.quirk == "zero_as_0_001"
    assert float(one([10.0, 5.0], target=0, direction="down").value) == pytest.approx(
        (1 - 0.5**0.2) / (1 - 0.0001 ** (1 / 15))
    )


def test_a_negative_baseline_turns_the_sign():
    got = one([-10.0, -5.0])
    assert float(got.value) == pytest.approx(1 - 0.5**0.2)
    assert (str(got.category), str(got.quirk)) == ("substantial_progress", "sign_turned")


def test_a_change_of_sign_is_refused():
    got = one([10.0, -5.0])
    assert (str(got.category), str(got.reason), str(got.status)) == ("not_available", "sign_change", "undetermined")
    assert math.isnan(float(got.value))


def test_a_target_across_zero_divides_by_a_complex_size():
    got = one([-5.0, -4.0], target=3)
    assert float(got.value) == pytest.approx(-((0.8**0.2) - 1) / abs((3 / -5) ** (1 / 15) - 1))
    assert got.quirk == "sign_turned;target_across_zero"


def test_a_reached_target_hides_the_trend_and_is_flagged():
    got = one([70.0, 65.0], target=60)
    assert (str(got.category), float(got.score), str(got.status)) == ("target_achieved", 5.0, "met")
    assert got.quirk == "achieved_hides_trend"
    assert float(got.value) < 0


def test_a_target_equal_to_the_baseline_has_no_ratio():
    got = one([60.0, 55.0], target=60)
    assert (str(got.category), str(got.reason)) == ("not_available", "target_equals_baseline")
    assert one([60.0, 61.0], target=60).category == "target_achieved"


def test_the_baseline_is_the_year_asked_for_or_the_next_never_one_before():
    got = one([1.0, 2.0, 3.0], years=[2013, 2017, 2020])
    assert int(got.details["baseline_year"]) == 2017
    assert one([1.0, 2.0], years=[2010, 2014]).reason == "no_baseline"
    assert one([1.0, np.nan], years=[2015, 2016]).reason == "no_actual"
    assert one([np.nan, np.nan], years=[2015, 2016]).status == "no_data"


def test_a_target_year_that_is_not_after_the_baseline_is_refused():
    assert one([1.0, 2.0], target=3, target_year=2015).reason == "target_year_not_after_baseline"


@pytest.mark.parametrize(
    ("percent", "score"),
    [(-3.0, -5.0), (-1.0, -3.75), (0.4, -0.5), (0.5, 0.0), (1.0, 1.25), (1.5, 2.5), (1.8, 4.0), (3.0, 5.0)],
)
def test_the_score_without_a_target_rises_by_straight_pieces(percent, score):
    got = one([100.0, 100 * (1 + percent / 100) ** 5])
    assert float(got.score) == pytest.approx(score)


def test_the_score_near_a_limit_counts_the_eased_rate():
    """Half way to the limit the coefficient is 1 - 0.5 ** 4.44 = 0.9539: 1.5 % counts as 1.5725 %."""
    got = one([50.0, 50 * 1.015**5], limit=100)
    assert float(got.score) == pytest.approx(500 * 0.015 / (1 - 0.5**4.44) - 5)


@pytest.mark.parametrize(
    ("ratio", "score"), [(2.0, 5.0), (1.0, 2.8572), (0.61, 0.0715), (0.5, -0.4167), (0.0, -2.5), (-1.0, -5.0)]
)
def test_the_score_with_a_target_has_two_straight_pieces(ratio, score):
    got = one([100.0, 100 * (1 + 0.04 * ratio) ** 5], target=100 * 1.04**15)
    assert float(got.score) == pytest.approx(score, abs=1e-4)
    assert float(got.details["coefficient"]) == 1.0


def test_what_a_verdict_may_hang_on_is_named():
    assert one([60.0, 61.0], target=60).quirk == "achieved_without_trend"
    assert one([50.0, 50.0]).quirk == "on_the_cut"
    assert one([50.0, 50.0], target=80).quirk == "on_the_cut"
    assert one([50.0, 90.0], target=80).quirk == ""
    assert one([-5.0, -4.0], target=-3).quirk == "sign_turned"
    assert one([70.0, 70.0], target=60).quirk == ""
    assert one([0.5, 0.6], target=0.9).quirk == ""
    assert one([0.5, 0.6], target=2).quirk == ""
    assert one([0.0, 4.0], target=9).quirk == "zero_as_0_001"
    assert one([9.0, 4.0], target=0, direction="down").quirk == "zero_as_0_001"
    assert one([1.0, 4.0], target=-3, years=(2010, 2014)).quirk == ""


def test_a_limit_of_zero_scales_nothing():
    assert float(one([0.0, 1.0], limit=0).details["coefficient"]) == 1.0
