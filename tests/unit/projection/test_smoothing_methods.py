"""Theta, damped trend and Theil-Sen: known answers and what all of them promise."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lixia_kpi.projection.plain.damped import damped
from lixia_kpi.projection.plain.theil_sen import theil_sen
from lixia_kpi.projection.plain.theta import theta
from lixia_kpi.projection.plain.unbroken import bridged, unbroken
from strategies import any_values, series

every_method = pytest.mark.parametrize("method", [damped, theil_sen, theta], ids=["damped", "theil_sen", "theta"])
NAN = np.nan


@every_method
@settings(max_examples=40)
@given(values=series(any_values), horizon=st.integers(1, 6), power=st.integers(-6, 20))
def test_scaling_scales(method, values, horizon, power):
    np.testing.assert_allclose(method(values * 2.0**power, horizon), method(values, horizon) * 2.0**power, rtol=1e-9)


@every_method
@settings(max_examples=40)
@given(values=series(any_values), horizon=st.integers(1, 6))
def test_one_series_equals_the_batch(method, values, horizon):
    batch = method(values, horizon)
    assert batch.shape == (values.shape[0], horizon)
    for row, projected in zip(values, batch, strict=True):
        np.testing.assert_allclose(method(row[np.newaxis], horizon)[0], projected, rtol=1e-6, atol=1e-6)


@every_method
def test_two_points_at_least(method):
    assert np.all(np.isnan(method(np.array([[NAN, 5.0, NAN], [NAN, NAN, NAN]]), 2)))


@every_method
def test_a_straight_line_goes_on_upwards(method):
    found = method(np.array([[10.0, 12.0, 14.0, 16.0, 18.0, NAN]]), 3)[0]
    assert np.all(np.diff(found) > 0)
    assert 18.0 < found[0] <= 22.0


def test_theil_sen_carries_a_straight_line_on_whatever_one_year_says():
    assert theil_sen(np.array([[10.0, 12.0, NAN, 99.0, 18.0, 20.0]]), 2).tolist() == [[22.0, 24.0]]


def test_theta_adds_half_the_slope():
    steps = np.diff(theta(np.array([[3.0, 8.0, 2.0, 9.0, 4.0, 7.0]]), 4)[0])
    slope = np.polyfit(np.arange(6), [3.0, 8.0, 2.0, 9.0, 4.0, 7.0], 1)[0]
    np.testing.assert_allclose(steps, slope / 2, rtol=1e-9)


def test_theta_of_a_line_by_hand():
    # alpha 1 fits a line best: level 20, slope 2, so 20 + 1 * (k - 1 + 1)
    np.testing.assert_allclose(theta(np.array([[12.0, 14.0, 16.0, 18.0, 20.0]]), 2), [[21.0, 22.0]])


def test_damped_steps_shrink_by_the_damping():
    steps = np.diff(damped(np.array([[10.0, 12.0, 14.0, 16.0, 18.0]]), 5)[0])
    np.testing.assert_allclose(steps[1:] / steps[:-1], 0.98)


def test_bridging_and_cutting():
    np.testing.assert_allclose(
        bridged(np.array([[2.0, NAN, NAN, 8.0], [1.0, 2.0, NAN, 0.0]])), [[2, 4, 6, 8], [1, 2, 1, 0]]
    )
    rows = {
        tuple(r.tolist()): v.shape for r, v in unbroken(np.array([[1.0, 2.0, 3.0], [NAN, 2.0, 3.0], [NAN, NAN, 3.0]]))
    }
    assert rows == {(1,): (1, 2), (0,): (1, 3)}
