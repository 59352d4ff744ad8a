import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq

from lixia_kpi.growth import (
    growth_from_base_flow,
    growth_from_previous_total,
    total_completion,
    total_needed,
    total_required,
)
from strategies import positive_values, year_counts


def summed_flow(rate: float, base_flow: float, years: int) -> float:
    return base_flow * sum((1 + rate) ** k for k in range(1, years + 1))


@given(positive_values, st.floats(-0.9, 3), year_counts)
def test_growth_from_base_flow_agrees_with_brentq(base_flow, rate, years):
    target = summed_flow(rate, base_flow, years)
    expected = brentq(lambda g: summed_flow(g, base_flow, years) / target - 1, -0.95, 4, xtol=1e-15, rtol=1e-14)
    assert growth_from_base_flow(target, base_flow, years) == pytest.approx(expected, rel=1e-12, abs=1e-13)


@given(positive_values, positive_values, st.integers(1, 60))
def test_flows_that_grow_so_add_up_to_the_total(target, base_flow, years):
    rate = float(growth_from_base_flow(target, base_flow, years))
    total = base_flow * np.sum(np.exp(np.log1p(rate) * np.arange(1, years + 1)))
    assert total == pytest.approx(target, rel=1e-13 + years * 2.0**-51 / min(1 + rate, 1))


@given(positive_values, st.integers(1, 40))
def test_equal_flows_mean_no_growth(base_flow, years):
    assert growth_from_base_flow(base_flow * years, base_flow, years) == pytest.approx(0, abs=1e-15)


def test_one_year_is_plain_growth():
    assert growth_from_base_flow(12, 10, 1) == pytest.approx(0.2, rel=1e-14)


def test_far_ends_and_long_periods_converge():
    for target, base_flow, years in [(1e300, 1e-300, 3), (1e-300, 1e300, 3), (1e9, 1, 100_000), (1e-9, 1, 7)]:
        rate = float(growth_from_base_flow(target, base_flow, years))
        assert -1 <= rate < np.inf
    assert float(growth_from_base_flow(1e-9, 1, 7)) == pytest.approx(1e-9 - 1, rel=1e-14)
    wide = np.array([growth_from_base_flow(s, 1, 5) for s in np.logspace(-12, 12, 97)])
    assert (np.diff(wide) > 0).all()


def test_near_zero_growth_is_resolved():
    rates = np.concatenate([-np.logspace(-3, -12, 91), np.logspace(-12, -3, 91)])
    totals = [summed_flow(rate, 1.0, 5) for rate in rates]
    assert growth_from_base_flow(totals, 1.0, 5) == pytest.approx(rates, rel=0, abs=4e-16)


def test_one_call_for_all_series_equals_one_each():
    rng = np.random.default_rng(5)
    targets, flows, years = rng.uniform(1, 90, 200), rng.uniform(1, 20, 200), rng.integers(1, 12, 200)
    batch = growth_from_base_flow(targets, flows, years)
    single = [float(growth_from_base_flow(*row)) for row in zip(targets, flows, years, strict=True)]
    assert batch == pytest.approx(single, rel=1e-13, abs=1e-15)


@pytest.mark.parametrize(
    ("target", "base_flow", "years"),
    [(0, 1, 5), (-3, 1, 5), (3, 0, 5), (3, -1, 5), (3, 1, 0), (3, 1, 2.5), (np.nan, 1, 5), (3, np.inf, 5)],
)
def test_undefined_growth_is_nan(target, base_flow, years):
    assert np.isnan(growth_from_base_flow(target, base_flow, years))


def test_growth_between_totals():
    assert float(growth_from_previous_total(32, 1)) == pytest.approx(1.0)
    assert np.isnan(growth_from_previous_total(20, 0))


def test_plain_shares_of_a_total():
    assert total_required(20, 5) == 4
    assert total_needed(20, 8, 3) == 4
    assert total_needed(20, 11, 1) == 9
    assert total_needed(20, 26, 2) == -3
    assert total_completion(20, 5) == 0.25
    assert np.isnan([total_required(20, 0), total_needed(20, 8, 0), total_completion(0, 5)]).all()


def test_small_totals_and_single_years_are_served():
    assert total_completion(0.5, 0.25) == 0.5
    assert total_required(0.5, 1) == 0.5
    assert total_needed(0.5, 0.2, 1) == pytest.approx(0.3)
