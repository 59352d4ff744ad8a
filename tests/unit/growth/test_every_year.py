import numpy as np
import pytest

from lixia_kpi.growth import held_each_year, share_of_years_held


def test_share_counts_observed_years_only():
    values = [[20, 25, np.nan, 19], [20, 20, 20, 20], [np.nan] * 4]
    share = share_of_years_held(values, 20, ">=", direction="up")
    assert share[:2].tolist() == [2 / 3, 1]
    assert np.isnan(share[2])


def test_bounds_and_comparators_per_series():
    values = [[3.4, 3.5], [20, 21]]
    held = held_each_year(values, [3.5, 20.5], ["<", ">="], direction=["down", "up"])
    assert held.tolist() == [[True, False], [False, True]]


def test_the_slack_of_comparisons_applies():
    assert share_of_years_held([0.1 + 0.2], 0.3, "<=", direction="down") == 1
    assert share_of_years_held([0.1 + 0.2], 0.3, ">", direction="up") == 0


def test_a_missing_bound_is_undefined():
    assert np.isnan(share_of_years_held([1, 2], np.nan, ">=", direction="up"))


def test_a_scalar_has_no_years():
    with pytest.raises(ValueError, match="axis of years"):
        share_of_years_held(3.4, 3.5, "<=", direction="down")
