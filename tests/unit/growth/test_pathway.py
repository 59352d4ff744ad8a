import numpy as np
import pytest
from hypothesis import given

from lixia_kpi.growth import (
    bound_pathway,
    change_pathway,
    compound_pathway,
    compound_rate,
    growth_pathway,
    straight_pathway,
    total_pathway,
)
from strategies import any_values, growth_rates, positive_values, year_counts


def assert_runs_from_to(path, start, end):
    (row,) = path
    assert row[0] == pytest.approx(start, rel=1e-15)
    assert row[-1] == end
    steps = np.diff(row) * np.sign(end - start)
    assert (steps >= -1e-12 * max(abs(start), abs(end))).all()


@given(positive_values, positive_values, year_counts)
def test_compound_pathway_runs_from_baseline_to_target(baseline, target, years):
    path = compound_pathway(baseline, target, years)
    assert path.shape == (1, years + 1)
    assert_runs_from_to(path, baseline, target)


@given(positive_values, positive_values, year_counts)
def test_compound_pathway_grows_by_the_required_rate(baseline, target, years):
    path = compound_pathway(baseline, target, years)[0]
    assert path[1:] / path[:-1] - 1 == pytest.approx(float(compound_rate(baseline, target, years)), rel=1e-9, abs=1e-12)


@given(any_values, any_values, year_counts)
def test_straight_pathway_runs_from_baseline_to_target(baseline, target, years):
    assert_runs_from_to(straight_pathway(baseline, target, years), baseline, target)


@given(positive_values, year_counts)
def test_total_pathway_runs_from_nothing_to_the_total(target, years):
    path = total_pathway(target, years)
    assert_runs_from_to(path, 0, target)
    assert np.diff(path[0]) == pytest.approx(target / years)


@given(growth_rates, year_counts)
def test_change_pathway_compounds(change, years):
    path = change_pathway(change, years)
    assert_runs_from_to(path, 0, change)
    assert 1 + path[0, -1] == pytest.approx((1 + path[0, 1]) ** years)


@given(growth_rates, year_counts)
def test_growth_pathway_compounds(rate, years):
    expected = [(1 + rate) ** k - 1 for k in range(years + 1)]
    assert growth_pathway(rate, years)[0] == pytest.approx(expected, rel=1e-12, abs=1e-12)


def test_series_of_different_length_end_in_nan():
    path = compound_pathway([100, 100], [121, 200], [2, 1])
    assert path[0].round(9).tolist() == [100, 110, 121]
    assert path[1, :2].tolist() == [100, 200]
    assert np.isnan(path[1, 2])


def test_a_bound_asks_nothing_of_the_baseline_year():
    path = bound_pathway([3.5, np.nan], 2)
    assert np.isnan(path[:, 0]).all()
    assert path[0, 1:].tolist() == [3.5, 3.5]
    assert np.isnan(path[1]).all()


def test_undefined_rows_are_nan():
    assert np.isnan(compound_pathway([0, -1, np.nan], 5, 3)).all()
    assert np.isnan(change_pathway(-1, 3)).all()
    assert np.isnan(growth_pathway(-1.5, 3)).all()
    assert np.isnan(growth_pathway(-1, 3)).all()


def test_no_series_gives_an_empty_array():
    assert straight_pathway(np.empty(0), np.empty(0), 5).shape == (0, 6)


def test_a_series_without_a_period_has_no_pathway():
    path = straight_pathway(1, 2, [0, -1, 2.5, np.nan, 2])
    assert path.shape == (5, 3)
    assert np.isnan(path[:4]).all()
    assert path[4].tolist() == [1, 1.5, 2]
    assert np.isnan(bound_pathway(1, np.nan)).all()


def test_one_value_per_series():
    with pytest.raises(ValueError, match="one value per series"):
        total_pathway(np.ones((2, 2)), 5)


@pytest.mark.parametrize("years", [0, -1, 2.5, np.nan])
def test_a_period_that_is_no_number_of_years_leaves_one_empty_column(years):
    assert compound_pathway(100, 200, years).shape == (1, 1)
    assert np.isnan(compound_pathway(100, 200, years)).all()
    assert compound_pathway([100, 100], [200, 200], [years, 2]).shape == (2, 3)


def test_a_fall_to_nothing_has_no_compound_pathway():
    assert np.isnan(compound_pathway(100, 0, 5)).all()


def test_a_fall_starts_from_nought_without_a_sign():
    assert str(growth_pathway(-0.05, 3)[0, 0]) == str(change_pathway(-0.05, 3)[0, 0]) == "0.0"
