"""UN ESCAP: current status index and anticipated progress."""

from __future__ import annotations

import numpy as np
import pytest

from lixia_kpi.assessment.rules import RULES, assess
from lixia_kpi.assessment.rules.escap import weighted_trend


def one(values, years=(2015, 2020), **options):
    return assess("escap", years=years, values=values, **{"direction": "up", "target": 80, **options})


def test_the_index_runs_from_zero_at_the_base_to_ten_at_the_target():
    assert float(one([50.0, 50.0]).value) == 0
    assert float(one([50.0, 65.0]).value) == pytest.approx(5)
    assert float(one([50.0, 80.0]).value) == pytest.approx(10)
    assert float(one([50.0, 44.0]).value) == pytest.approx(-2)
    assert float(one([50.0, 35.0], target=20, direction="down").value) == pytest.approx(5)


@pytest.mark.parametrize(
    ("latest", "reading", "status", "gap"),
    [
        (60.0, "maintain", "on_track", 0.0),
        (55.0, "accelerate", "behind", 0.5),
        (50.0, "reverse", "reversing", 1.0),
        (45.0, "reverse", "reversing", 1.5),
    ],
)
def test_the_reading_follows_the_anticipated_value(latest, reading, status, gap):
    got = one([50.0, latest])
    assert (str(got.category), str(got.status)) == (reading, status)
    assert float(got.details["anticipated_gap"]) == pytest.approx(gap)


def test_the_trend_is_the_weighted_least_squares_line():
    years = np.arange(1998, 2021)
    rng = np.random.default_rng(5)
    values = rng.normal(50, 5, len(years))
    values[[1, 6, 9]] = np.nan
    used = (years >= 2000) & ~np.isnan(values)
    weights = 1.0 + years[used] - years[used][0]
    slope, level = np.polyfit(years[used], values[used], 1, w=np.sqrt(weights))
    got = weighted_trend(years, values[None, :], np.array([2030]))
    assert float(got[0]) == pytest.approx(slope * 2030 + level)


def test_one_value_since_2000_has_no_trend():
    assert np.isnan(
        weighted_trend(np.array([1999, 2005]), np.array([[4.0, 5.0], [4.0, np.nan]]), np.array([2030]))
    ).all()


def test_recent_years_weigh_more():
    bent = [50.0, 50.0, 50.0, 50.0, 54.0, 60.0]
    years = np.arange(2015, 2021)
    plain = np.polyval(np.polyfit(years, bent, 1), 2030)
    assert float(one(bent, years=years).details["anticipated"]) > plain


def test_parity_is_lost_on_both_sides():
    near = one([0.8, 0.9], target=1, method="parity")
    beyond = one([0.8, 1.1], target=1, method="parity")
    assert float(near.value) == pytest.approx(5)
    assert float(beyond.value) == pytest.approx(5)
    assert (str(near.category), str(beyond.category)) == ("accelerate", "reverse")
    assert one([1.3, 1.25], target=1, method="parity").quirk == ""
    equal = one([1.0, 1.2], target=1, method="parity")
    assert (str(equal.category), str(equal.reason)) == ("not_available", "target_equals_baseline")


def test_a_target_that_is_left_again_is_judged_by_what_is_anticipated():
    got = one([95.0, 85.0])
    assert (str(got.category), str(got.status)) == ("reverse", "reversing")
    assert got.quirk == "base_beyond_target;reached_but_anticipated_to_leave"
    kept = one([95.0, 94.0])
    assert (str(kept.category), str(kept.status), str(kept.quirk)) == ("maintain", "met", "")


def test_parity_that_is_reached_and_kept_is_met():
    got = one([0.8, 0.9, 1.0], target=1, method="parity", years=(2015, 2016, 2017), target_year=2017)
    assert (str(got.category), str(got.status), float(got.value)) == ("maintain", "met", 10)


def test_a_baseline_beyond_the_target_counts_what_is_lost():
    assert float(one([95.0, 85.0]).value) == pytest.approx(-20 / 3)
    assert one([80.5, 79.0]).quirk == "base_beyond_target"
    assert float(one([0.5, 0.6], target=0.9).value) == pytest.approx(2.5)


def test_a_projection_exactly_at_a_cut_is_named():
    assert one([50.0, 50.0]).quirk == "on_the_cut"
    assert one([50.0, 60.0]).quirk == ""


def test_a_target_equal_to_the_baseline_that_is_kept_has_no_index():
    got = one([80.0, 81.0])
    assert (str(got.category), str(got.status), str(got.reason)) == ("maintain", "met", "target_equals_baseline")
    assert np.isnan(float(got.value))


def test_what_is_refused():
    assert one([50.0, 60.0], years=[2010, 2014]).reason == "no_baseline"
    unseen = one([50.0, np.nan])
    assert (str(unseen.reason), str(unseen.status)) == ("no_actual", "no_data")
    assert one([50.0, 60.0], target=None).reason == "no_target"
    assert one([80.0, 79.0]).reason == "target_equals_baseline"
    assert one([80.0, 79.0]).quirk == ""
    assert one([50.0, 60.0], years=[1990, 1995], baseline_year=1990).reason == "too_few_years"


def test_the_weights_are_data():
    assert dict(RULES["escap"].parameters) == {"first_year": 2000, "first_weight": 1, "weight_per_year": 1}
