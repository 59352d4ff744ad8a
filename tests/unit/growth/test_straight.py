import numpy as np
import pytest
from hypothesis import assume, given

from lixia_kpi.growth import straight_completion, straight_path, straight_rate
from strategies import any_values, year_counts


@given(any_values, any_values, year_counts)
def test_adding_the_required_change_gives_the_target(baseline, target, years):
    rate = straight_rate(baseline, target, years)
    assert straight_path(baseline, rate, years) == pytest.approx(target, rel=1e-12, abs=1e-8)


@given(any_values, any_values, any_values)
def test_mirroring_all_values_changes_no_completion(baseline, latest, target):
    assume(baseline != target)
    done = straight_completion(baseline, latest, target)
    mirrored = straight_completion(-baseline, -latest, -target)
    np.testing.assert_array_equal(done, mirrored)


def test_negative_and_zero_values_are_served():
    assert straight_rate(-2, 3, 5) == 1
    assert straight_completion(-2, 0, 2) == 0.5


@pytest.mark.parametrize(("start", "end", "years"), [(1, 2, 0), (1, 2, -3), (np.nan, 2, 1), (1, np.inf, 1)])
def test_undefined_rates_are_nan(start, end, years):
    assert np.isnan(straight_rate(start, end, years))


def test_no_distance_no_completion():
    assert np.isnan(straight_completion(65, 66, 65))
