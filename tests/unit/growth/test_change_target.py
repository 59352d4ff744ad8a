import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.growth import change_completion, change_needed, change_required, compounded_change
from strategies import growth_rates


@given(st.lists(growth_rates, min_size=1, max_size=6), growth_rates, st.integers(1, 6))
def test_changing_as_needed_gives_the_cumulative_change(changes, target, remaining):
    needed = float(change_needed(compounded_change(changes), target, remaining))
    assert compounded_change([*changes, *[needed] * remaining]) == pytest.approx(target, rel=1e-9, abs=1e-10)


@given(st.floats(-0.9, -0.01), st.integers(1, 10), st.integers(0, 10))
def test_the_required_change_completes_with_the_time(target, gone, remaining):
    years = gone + remaining
    required = float(change_required(target, years))
    done = compounded_change([required] * gone)
    assert change_completion(done, target) == pytest.approx(gone / years, rel=1e-9)


def test_moving_away_is_negative():
    assert change_completion(0.0151, -0.17) < 0


def test_a_doubling_is_a_change_like_any():
    assert change_completion(0.5, 1.0) == pytest.approx(np.log(1.5) / np.log(2))
    assert change_completion(0.0, 0.5) == 0
    assert np.isnan(change_completion(0.0, 0.0))


@pytest.mark.parametrize(
    ("done", "change"), [(-1, -0.1), (-1.5, -0.1), (0.05, -1.5), (-1, -1), (np.nan, -0.1), (-0.05, -1), (-0.05, 0)]
)
def test_undefined_completion_is_nan(done, change):
    assert np.isnan(change_completion(done, change))


def test_nothing_is_needed_once_the_period_is_over():
    assert np.isnan(change_needed(-0.05, -0.1, 0))
    assert np.isnan(change_required(-0.1, 0))


def test_nothing_leads_to_a_loss_of_everything():
    assert np.isnan(change_needed(0.1, -1, 2))
    assert np.isnan(change_required(-1, 5))
    assert np.isnan(change_required(-1.5, 5))


@pytest.mark.parametrize("done", [-1, -1.5])
def test_from_nothing_nothing_leads_anywhere(done):
    assert np.isnan(change_needed(done, -0.1, 2))
    assert np.isnan(change_needed(done, -1, 2))
