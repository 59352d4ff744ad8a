import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.growth import compounded_change, growth_completion, mean_growth_rate, needed_growth
from strategies import growth_rates


@given(st.lists(growth_rates, min_size=1, max_size=6), growth_rates, st.integers(1, 6))
def test_growing_as_needed_makes_the_average_come_out(changes, rate, remaining):
    years = len(changes) + remaining
    needed = float(needed_growth(compounded_change(changes), rate, years, len(changes)))
    assert mean_growth_rate([*changes, *[needed] * remaining]) == pytest.approx(rate, rel=1e-9, abs=1e-10)


@given(st.floats(0.001, 0.5), st.integers(1, 10), st.integers(1, 10))
def test_growing_as_required_completes_with_the_time(rate, gone, remaining):
    years = gone + remaining
    done = compounded_change([rate] * gone)
    assert growth_completion(done, rate, years) == pytest.approx(gone / years, rel=1e-10)
    assert needed_growth(done, rate, years, gone) == pytest.approx(rate, rel=1e-9)


def test_zero_growth_has_no_completion_but_a_needed_rate():
    assert np.isnan(growth_completion(0.05, 0.0, 5))
    assert needed_growth(0.21, 0.0, 4, 2) == pytest.approx(1 / 1.1 - 1)


def test_nothing_is_needed_once_the_period_is_over():
    assert np.isnan(needed_growth(0.4, 0.07, 5, 5))
    assert np.isnan(needed_growth(0.4, 0.07, 5, 6))
    assert np.isnan(needed_growth(0.6, 0.07, 5, 5))
    assert np.isnan(growth_completion(0.4, 0.07, 0))
    assert np.isnan(growth_completion(0.4, 0.07, -5))


@pytest.mark.parametrize(
    ("done", "rate"), [(-1, 0.07), (-1.5, 0.07), (-1, -1), (0.1, -1.5), (np.nan, 0.07), (0.1, -1), (0.1, np.nan)]
)
def test_undefined_is_nan(done, rate):
    assert np.isnan(growth_completion(done, rate, 5))
    assert np.isnan(needed_growth(done, rate, 5, 2))


def test_before_anything_is_done_the_promised_rate_is_needed():
    assert needed_growth(0.0, 0.07, 5, 0) == pytest.approx(0.07)


@pytest.mark.parametrize("rate", [0.07, 1.0])
def test_a_single_year_at_the_promised_rate_completes(rate):
    assert growth_completion(rate, rate, 1) == pytest.approx(1.0)
