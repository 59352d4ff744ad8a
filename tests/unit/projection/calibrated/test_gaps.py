"""Gaps inside a series count as one step."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.projection.calibrated.gaps import GAP_POWER, gaps_closed

NAN = np.nan


def closed(values):
    column = np.array(values, dtype=float)[:, np.newaxis]
    return gaps_closed(column, length=int(np.isfinite(column).sum()))[:, 0]


def test_a_gap_is_one_step_of_its_change_over_the_years_to_a_power():
    np.testing.assert_allclose(closed([10.0, NAN, NAN, NAN, 18.0, 20.0]), [18 - 8 / 4**GAP_POWER, 18, 20])


def test_leading_years_are_no_gap():
    np.testing.assert_allclose(closed([NAN, NAN, 1.0, 3.0, 2.0]), [1, 3, 2])


def test_each_series_has_gaps_of_its_own():
    values = np.array([[1.0, NAN, 3.0, 4.0], [1.0, 3.0, NAN, 4.0]])
    together = gaps_closed(values.T, length=3)
    for column, row in zip(together.T, values, strict=True):
        np.testing.assert_array_equal(column, closed(row))


@given(
    st.lists(st.one_of(st.none(), st.floats(0, 100)), min_size=1, max_size=14),
    st.floats(0, 100),
)
def test_the_latest_stays_and_nothing_leaves_the_observed_range(earlier, latest):
    values = np.array([NAN if v is None else v for v in earlier] + [latest])
    found = closed(values)
    assert len(found) == np.isfinite(values).sum()
    assert found[-1] == latest
    assert np.nanmin(values) <= found.min()
    assert found.max() <= np.nanmax(values)


@given(st.lists(st.floats(0, 100), min_size=2, max_size=6), st.integers(1, 4), st.floats(0, 100))
def test_two_equal_years_stay_equal_whatever_comes_after(earlier, gap, latest):
    found = closed([*earlier, earlier[-1], *[NAN] * gap, latest])
    assert found[len(earlier) - 1] == found[len(earlier)]


def test_a_flat_year_beside_a_gap_stays_flat_in_every_unit():
    for scale in (1, 10, 1000):
        first, second, third, last = closed([0.9 * scale, 0.3 * scale, 0.3 * scale, NAN, NAN, 0.0])
        assert second == third
        assert first > second > last == 0
