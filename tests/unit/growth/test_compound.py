import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lixia_kpi.growth import compound_path, compound_rate, log_completion
from strategies import positive_values, scales, year_counts


@given(positive_values, positive_values, year_counts)
def test_compounding_the_required_rate_gives_the_target(baseline, target, years):
    rate = float(compound_rate(baseline, target, years))
    resolution = years * 2.0**-52 / (1 + rate)  # of 1 + rate, where the rate is near -1
    assert compound_path(baseline, rate, years) == pytest.approx(target, rel=1e-13 + resolution)


@given(positive_values, positive_values, st.integers(2, 15), st.data())
def test_splitting_the_period_changes_nothing(baseline, target, years, data):
    middle = data.draw(st.integers(1, years - 1))
    rate = float(compound_rate(baseline, target, years))
    halfway = compound_path(baseline, rate, middle)
    assert compound_rate(halfway, target, years - middle) == pytest.approx(rate, rel=1e-9, abs=1e-12)


@given(positive_values, positive_values, year_counts, scales)
def test_a_change_of_unit_changes_no_rate(baseline, target, years, factor):
    rate = float(compound_rate(baseline, target, years))
    assert compound_rate(baseline * factor, target * factor, years) == pytest.approx(rate, rel=1e-9, abs=1e-12)


@given(positive_values, positive_values, positive_values, scales)
def test_a_change_of_unit_changes_no_completion(baseline, latest, target, factor):
    assume(abs(target / baseline - 1) > 1e-6)
    done = float(log_completion(baseline, latest, target))
    scaled = log_completion(baseline * factor, latest * factor, target * factor)
    assert scaled == pytest.approx(done, rel=1e-6, abs=1e-6)


@given(positive_values, st.floats(0.01, 0.5), st.integers(2, 15), st.data())
def test_on_its_pathway_completion_equals_elapsed_time(baseline, rate, years, data):
    gone = data.draw(st.integers(0, years))
    target, latest = compound_path(baseline, rate, [years, gone])
    assert log_completion(baseline, latest, target) == pytest.approx(gone / years, abs=1e-10)


def test_a_small_change_keeps_its_digits():
    start = 3 * 2.0**20
    assert float(compound_rate(start, start * (1 + 2.0**-28), 1)) == pytest.approx(2.0**-28, rel=1e-14, abs=0)


def test_the_whole_range_of_floats_is_served():
    assert float(compound_rate(1e-300, 1e300, 600)) == pytest.approx(9.0, rel=1e-12)
    assert float(compound_rate(1.0, 1e-20, 1)) == pytest.approx(-1.0, rel=1e-12)


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        (0, 1, 5),
        (1, 0, 5),
        (-2, -1, 5),
        (-1, 2, 5),
        (1, 2, 0),
        (1, 2, -1),
        (np.nan, 1, 5),
        (np.inf, 1, 5),
        (None, 1, 5),
    ],
)
def test_undefined_rates_are_nan(start, end, years):
    assert np.isnan(compound_rate(start, end, years))


def test_an_unchanged_value_has_rate_zero_and_no_completion():
    assert compound_rate(7, 7, 5) == 0
    assert np.isnan(log_completion(7, 7, 7))
    assert np.isnan(log_completion(100, 50, 0))


def test_moving_away_is_negative_and_passing_is_above_one():
    assert log_completion(100, 110, 90) < 0
    assert log_completion(100, 80, 90) > 1


@pytest.mark.parametrize(("start", "rate"), [(0, 0.1), (-5, 0.1), (5, -1), (5, -1.5)])
def test_undefined_paths_are_nan(start, rate):
    assert np.isnan(compound_path(start, rate, 2))


def test_overflow_is_undefined_and_silent():
    assert np.isnan(compound_path(1e300, 9.0, 100))


def test_shapes_broadcast_and_scalars_give_zero_dimensional_arrays():
    assert compound_rate(np.ones((3, 1)), np.ones(4), 2).shape == (3, 4)
    scalar = compound_rate(1, 2, 3)
    assert isinstance(scalar, np.ndarray)
    assert scalar.shape == ()
    assert scalar.dtype == np.float64
    with pytest.raises(ValueError, match="broadcast"):
        compound_rate(np.ones(3), np.ones(4), 2)


def test_text_is_refused():
    with pytest.raises(ValueError, match="could not convert"):
        compound_rate("many", 1, 2)
    with pytest.raises(ValueError, match="not numbers"):
        compound_rate(1, 2, {"years": 5})


@pytest.mark.parametrize("years", [0, -1])
@pytest.mark.parametrize("end", [90, 100, 110])
def test_no_time_no_rate(end, years):
    assert np.isnan(compound_rate(100, end, years))


@pytest.mark.parametrize(
    "values", [(0, 90, 100), (100, 0, 90), (100, 90, 0), (-1, 90, 100), (100, -1, 90), (0, 0, 0), (0, 5, 0)]
)
def test_completion_needs_three_positive_values(values):
    assert np.isnan(log_completion(*values))
