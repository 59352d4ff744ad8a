import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.projection.bounds import MEASURES, measure_codes, within_bounds
from strategies import series

LOWEST = {"amount": 0, "count": 0, "share": 0, "rank": 1}


@given(series(st.floats(-1e3, 1e3)), st.sampled_from(MEASURES))
def test_values_stay_within_the_bounds_of_their_measure(values, measure):
    cut = within_bounds(values, measure_codes(measure, len(values)))
    seen = cut[np.isfinite(cut)]
    assert (np.isnan(cut) == np.isnan(values)).all()
    assert (seen >= LOWEST.get(measure, -np.inf)).all()
    assert measure != "share" or (seen <= 100).all()
    inside = (values > LOWEST.get(measure, -np.inf)) & (values < 100)
    np.testing.assert_array_equal(cut[inside], values[inside])


def test_one_measure_a_series():
    cut = within_bounds(np.array([[-5.0, 150.0]] * 3), measure_codes(["share", "count", "rate"], 3))
    assert cut.tolist() == [[0, 100], [0, 150], [-5, 150]]


def test_unknown_measures_and_wrong_numbers_of_them_are_refused():
    with pytest.raises(ValueError, match="unknown measure 'shares': expected one of amount, count, share"):
        measure_codes("shares", 1)
    with pytest.raises(ValueError, match="one for each of 3 series"):
        measure_codes(["share", "count"], 3)


def test_no_series_at_all():
    assert within_bounds(np.empty((0, 4)), measure_codes([], 0)).shape == (0, 4)
