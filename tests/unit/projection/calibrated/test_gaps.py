"""Gaps inside a series count as one step."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.projection.calibrated.gaps import GAP_POWER, gaps_closed

NAN = np.nan


def test_a_gap_is_one_step_of_its_change_over_the_years_to_a_power():
    closed = gaps_closed(np.array([[10.0, NAN, NAN, NAN, 18.0, 20.0]]))
    assert np.isnan(closed[0, :3]).all()
    np.testing.assert_allclose(closed[0, 3:], [18 - 8 / 4**GAP_POWER, 18, 20])


def test_series_without_gaps_and_leading_years_stay_as_they_are():
    values = np.array([[NAN, NAN, 1.0, 3.0, 2.0], [1.0, 2.0, 3.0, 4.0, 5.0]])
    np.testing.assert_array_equal(gaps_closed(values), values)


@given(
    st.lists(st.one_of(st.none(), st.floats(0, 100)), min_size=1, max_size=15),
    st.floats(0, 100),
)
def test_the_latest_stays_and_nothing_leaves_the_observed_range(earlier, latest):
    values = np.array([[NAN if v is None else v for v in earlier] + [latest]])
    closed = gaps_closed(values)
    count = np.isfinite(values).sum()
    assert np.isfinite(closed[0, -count:]).all()
    assert np.isnan(closed[0, :-count]).all()
    assert closed[0, -1] == latest
    assert np.nanmin(values) <= np.nanmin(closed)
    assert np.nanmax(closed) <= np.nanmax(values)
