"""What every plain method promises, and what each one carries on."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lixia_kpi.projection.methods import METHODS
from lixia_kpi.projection.plain.cagr import cagr
from lixia_kpi.projection.plain.last import last
from lixia_kpi.projection.plain.linear import linear
from lixia_kpi.projection.plain.loglinear import log_slope, loglinear
from lixia_kpi.projection.plain.mean_growth import mean_growth
from lixia_kpi.projection.plain.printed_growth import printed_growth
from strategies import any_values, awkward, growth_rates, positive_values, scales, series

COMPOUND = {"cagr": cagr, "loglinear": loglinear, "mean_growth": mean_growth}
PLAIN = {**COMPOUND, "last": last, "linear": linear}
every_plain_method = pytest.mark.parametrize("method", PLAIN.values(), ids=list(PLAIN))
every_compound_method = pytest.mark.parametrize("method", COMPOUND.values(), ids=list(COMPOUND))
NAN = np.nan


def test_every_plain_method_has_its_name():
    assert {name: METHODS[name] for name in PLAIN} == PLAIN


@every_plain_method
@settings(max_examples=40)
@given(values=series(), horizon=st.integers(1, 8))
def test_one_series_equals_the_batch(method, values, horizon):
    batch = method(values, horizon)
    assert batch.shape == (values.shape[0], horizon)
    for row, projected in zip(values, batch, strict=True):
        np.testing.assert_array_equal(method(row[np.newaxis], horizon)[0], projected)


@every_plain_method
@settings(max_examples=40)
@given(values=series(), factor=scales)
def test_converting_units_then_projecting_equals_projecting_then_converting(method, values, factor):
    np.testing.assert_allclose(method(values * factor, 4), method(values, 4) * factor, rtol=1e-7)


@every_plain_method
@settings(max_examples=40)
@given(values=series(), gap=st.integers(1, 4))
def test_missing_years_at_the_end_are_carried_over(method, values, gap):
    padded = np.pad(values, ((0, 0), (0, gap)), constant_values=NAN)
    np.testing.assert_allclose(method(padded, 3), method(values, 3 + gap)[:, gap:], rtol=1e-7)


@every_plain_method
@settings(max_examples=40)
@given(values=series(), gap=st.integers(1, 4))
def test_missing_years_at_the_start_change_nothing(method, values, gap):
    padded = np.pad(values, ((0, 0), (gap, 0)), constant_values=NAN)
    np.testing.assert_allclose(method(padded, 3), method(values, 3), rtol=1e-7)


@every_plain_method
@settings(max_examples=40)
@given(value=positive_values, years=st.integers(2, 10))
def test_an_unchanged_series_stays(method, value, years):
    np.testing.assert_allclose(method(np.full((1, years), value), 5), value, rtol=1e-12)


@every_compound_method
@settings(max_examples=40)
@given(value=positive_values, rate=growth_rates, years=st.integers(2, 10), missing=st.integers(1, 9))
def test_steady_growth_goes_on(method, value, rate, years, missing):
    path = value * (1 + rate) ** np.arange(years + 5)
    values = path[np.newaxis, :years].copy()
    if missing < years - 2:
        values[0, missing] = NAN
    np.testing.assert_allclose(method(values, 5)[0], path[years:], rtol=1e-9)


@settings(max_examples=40)
@given(start=any_values, change=st.floats(-1e4, 1e4), years=st.integers(2, 10))
def test_a_straight_line_goes_on(start, change, years):
    path = start + change * np.arange(years + 5.0)
    np.testing.assert_allclose(linear(path[np.newaxis, :years], 5)[0], path[years:], rtol=1e-9, atol=1e-6)


@every_compound_method
def test_compounding_needs_positive_values(method):
    assert np.isnan(method(np.array([[0.0, 1.0, 0.0], [-1.0, 1.0, -2.0], [-1.0, -2.0, 3.0]]), 2)).all()


@pytest.mark.parametrize("method", [cagr, linear, loglinear, mean_growth])
def test_a_rate_needs_two_points(method):
    assert np.isnan(method(np.array([[NAN, 5.0, NAN], [NAN] * 3]), 2)).all()


def test_last_needs_one_point():
    projected = last(np.array([[NAN, -5.0, NAN], [NAN] * 3]), 2)
    assert projected[0].tolist() == [-5, -5]
    assert np.isnan(projected[1]).all()


def test_cagr_and_linear_see_the_ends_only():
    bent = np.array([[100.0, 400.0, 121.0]])
    np.testing.assert_allclose(cagr(bent, 1), [[133.1]])
    np.testing.assert_allclose(linear(bent, 1), [[131.5]])


def test_mean_growth_leaves_out_rates_across_a_missing_year():
    values = np.array([[100.0, 110.0, NAN, 500.0]])
    np.testing.assert_allclose(mean_growth(values, 1), [[550.0]])
    assert np.isnan(mean_growth(np.array([[100.0, NAN, 121.0]]), 1)).all()


def test_mean_growth_is_arithmetic():
    np.testing.assert_allclose(mean_growth(np.array([[100.0, 200.0, 100.0]]), 1), [[125.0]])
    np.testing.assert_allclose(cagr(np.array([[100.0, 200.0, 100.0]]), 1), [[100.0]])


@settings(max_examples=40)
@given(series())
def test_the_slope_of_the_logarithms_agrees_with_polyfit(values):
    for row, slope in zip(values, log_slope(values), strict=True):
        seen = np.isfinite(row)
        if seen.sum() < 2:
            assert np.isnan(slope)
        else:
            expected = np.polyfit(np.flatnonzero(seen), np.log(row[seen]), 1)[0]
            assert slope == pytest.approx(expected, rel=1e-8, abs=1e-10)


def test_loglinear_starts_from_the_latest_value():
    values = np.array([[1.0, 2.0, 4.0, 8.0, 8.0]])
    rate = np.exp(log_slope(values))[0]
    np.testing.assert_allclose(loglinear(values, 2), [[8 * rate, 8 * rate**2]])


def test_average_annual_rate_of_reduction_of_the_technical_note():
    # UNICEF, technical note of 2007: a slope of -0.06613 is a reduction of 6.4 % a year.
    values = 50 * np.exp(-0.06613 * np.arange(6.0))[np.newaxis]
    assert 100 * (1 - np.exp(log_slope(values)[0])) == pytest.approx(6.4, abs=0.05)


def test_printed_growth_needs_exactly_one_point():
    values = np.array([[NAN, 100.0, NAN], [90.0, 100.0, NAN], [NAN] * 3, [NAN, NAN, -4.0]])
    projected = printed_growth(values, 0.1, 2)
    np.testing.assert_allclose(projected[0], [121.0, 133.1])
    assert np.isnan(projected[1:]).all()


@every_plain_method
@pytest.mark.parametrize(("shape", "horizon"), [((3,), 2), ((2, 0), 2), ((2, 2, 2), 2), ((2, 3), 0)])
def test_wrong_shapes_are_refused(method, shape, horizon):
    with pytest.raises(ValueError, match="must"):
        method(np.ones(shape), horizon)


@every_plain_method
@settings(max_examples=100)
@given(values=series(awkward, years=5))
@example(values=np.array([[0.5, 1.7e308], [1.7e308, 5e-324], [5e-324, 1.7e308], [-1.7e308, 1.7e308]]))
def test_no_value_makes_a_method_warn_or_overflow(method, values):
    projected = method(np.where(np.isinf(values), NAN, values), 3)
    assert not np.isinf(projected).any()
