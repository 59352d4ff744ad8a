"""The log-ratio rule for cumulative changes."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.assessment.rules import assess


def one(values, years=(2021, 2022, 2023), **options):
    usual = {"direction": "down", "target": -13.5, "target_year": 2025, "baseline_year": 2020}
    return assess("china_intensity", years=years, values=values, **{**usual, **options})


def test_an_even_path_is_on_schedule_and_completion_is_elapsed_time():
    yearly = 100 * (0.865**0.2 - 1)
    got = one([yearly] * 3)
    assert (float(got.value), str(got.category), str(got.status)) == (pytest.approx(0.6), "on_schedule", "on_track")
    assert float(got.details["remaining_yearly"]) == pytest.approx(yearly)
    assert float(got.details["planned_yearly"]) == pytest.approx(yearly)


def test_percentages_compound():
    assert float(one([-2.0] * 3).details["change_to_date"]) == pytest.approx(100 * (0.98**3 - 1))


@given(st.lists(st.floats(-8, 8), min_size=3, max_size=3))
def test_changes_levels_and_changes_to_date_agree(changes):
    factors = np.cumprod(1 + np.array(changes) / 100)
    levels = one([100.0, *(100 * factors)], years=(2020, 2021, 2022, 2023), method="levels")
    to_date = one(100 * (factors - 1), method="cumulative")
    for got in (levels, to_date):
        assert float(got.value) == pytest.approx(float(one(changes).value), abs=1e-9)


def test_a_rising_target_works_the_same_way():
    got = one([7.0, 7.0, 7.0], target=100 * (1.07**5 - 1), direction="up")
    assert (float(got.value), str(got.category)) == (pytest.approx(0.6), "on_schedule")


def test_more_than_asked_for_is_completed_and_a_rise_has_moved_away():
    assert (str(one([-6.0] * 3).category), str(one([-6.0] * 3).status)) == ("completed", "met")
    assert (str(one([1.0] * 3).category), str(one([1.0] * 3).status)) == ("moved_away", "reversing")


def test_a_cap_that_is_kept_is_completed_and_has_no_completion():
    got = one([-3.0] * 3, target=0)
    assert (str(got.category), str(got.status)) == ("completed", "met")
    assert math.isnan(float(got.value))


def test_only_changes_after_the_base_year_and_up_to_the_target_year_count():
    around = one([5.0, -2.0, -3.0, 9.0], years=(2020, 2021, 2022, 2026))
    assert float(around.details["change_to_date"]) == pytest.approx(100 * (0.98 * 0.97 - 1))
    assert one([-3.0], years=(2020,)).reason == "no_actual"
    assert one([-100.0, -3.0, math.nan, -3.0], years=(2020, 2021, 2022, 2023)).reason == "missing_year"
    assert one([-3.0, -3.0, -3.0, -3.0, -100.0], years=range(2021, 2026)).reason == "non_positive"


def test_a_period_may_be_one_year():
    got = one([-6.0], years=(2021,), target_year=2021)
    assert float(got.value) == pytest.approx(math.log(0.94) / math.log(0.865))
    assert (str(got.reason), str(got.status)) == ("", "behind")
    assert one([math.nan], years=(2021,), target_year=2021).status == "no_data"
    assert one([-3.0] * 3, target=-99.5).reason == ""
    none = one([-6.0], years=(2021,), target_year=2020)
    assert (str(none.reason), str(none.status)) == ("target_year_not_after_baseline", "undetermined")


def test_levels_need_something_to_start_from_and_something_left():
    usual = {"years": (2020, 2021, 2022), "method": "levels"}
    got = one([0.0, 5.0, 6.0], **usual)
    assert (str(got.reason), math.isnan(float(got.details["change_to_date"]))) == ("non_positive", True)
    assert one([100.0, 90.0, 0.0], target=10, direction="up", **usual).reason == "non_positive"
    assert one([100.0, 90.0, 95.0], target=10, direction="up", **usual).reason == ""


def test_what_a_verdict_may_hang_on_is_named():
    assert one([100 * (0.865**0.2 - 1)] * 3).quirk == "on_the_cut"
    assert one([-3.0] * 3).quirk == ""
    assert one([-6.0] * 3).quirk == ""
    assert one([-99.5, 5.0, 5.0], target=10, direction="up").reason == ""


def test_what_is_refused():
    assert one([-3.0, math.nan, -3.0]).reason == "missing_year"
    assert one([-3.0, -100.0, -3.0]).reason == "non_positive"
    assert one([3.0] * 3, target=0).reason == "target_equals_baseline"
    assert one([-3.0] * 3, target=-100).reason == "target_not_positive"
    assert one([3.0] * 3, target=5).reason == "target_against_direction"
    assert one([-3.0] * 3, target=None).reason == "no_target"
    assert one([math.nan] * 3).status == "no_data"
    assert one([-3.0] * 3, method="levels").reason == "no_baseline"
    with pytest.raises(ValueError, match="target_year must be given"):
        one([-3.0] * 3, target_year=None)
