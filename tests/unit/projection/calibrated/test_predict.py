"""What the default rule promises for any series."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lixia_kpi.projection.calibrated import METHODS, around, predict
from strategies import any_values, positive_values, series

POSITIVE = ("amount", "count")
UNBOUNDED = ("index", "rate")
measures = st.sampled_from([*POSITIVE, "share", *UNBOUNDED])
shares = st.floats(min_value=0.0, max_value=100.0).map(lambda value: round(value, 1))
GROWING = np.array([[100.0, 104.0, 109.0, 113.0, 118.0, 124.0]])


def of_each_series(found, name):
    """What is stored of each series, in the order of the batch."""
    values = np.full(len(found.centre), np.nan)
    for part in found.parts:
        values[part.rows] = getattr(found.stored, name)[part.inside]
    return values


def same(first, second, rtol=1e-6, size=1.0):
    np.testing.assert_allclose(first, second, rtol=rtol, atol=1e-9 * size)


@settings(max_examples=60)
@given(values=series(), measure=st.sampled_from(POSITIVE), horizon=st.integers(1, 15), power=st.integers(-8, 20))
def test_scaling_amounts_scales_the_projection_and_keeps_the_chance(values, measure, horizon, power):
    factor = 2.0**power
    one, other = (predict(values * f, horizon=horizon, measure=measure) for f in (1.0, factor))
    for q in (0.05, 0.5, 0.9):
        np.testing.assert_allclose(one.quantile(q) * factor, other.quantile(q), rtol=1e-9)
    target = np.full(values.shape[0], 7.0)
    first, second = (p.chance(target * f, step=horizon, direction="up") for p, f in ((one, 1.0), (other, factor)))
    np.testing.assert_allclose(first, second, rtol=1e-9)


@settings(max_examples=60)
@given(values=series(st.one_of(st.just(0.0), any_values)), measure=measures, horizon=st.integers(1, 15))
@example(values=np.zeros((2, 4)), measure="count", horizon=3)
@example(values=np.array([[1e-300, 1e300]]), measure="amount", horizon=12)
@example(values=np.array([[1e-310, 2e-310, 3e-310]]), measure="amount", horizon=2)
def test_any_values_give_finite_numbers_or_nan_and_quantiles_that_rise(values, measure, horizon):
    found = predict(values, horizon=horizon, measure=measure)
    ends = np.stack([found.quantile(q) for q in (0.0001, 0.05, 0.1, 0.33, 0.5, 0.9, 0.999)])
    assert not np.any(np.isinf(ends))
    known = ~np.isnan(ends[0])
    assert np.all(np.diff(ends[:, known], axis=0) >= 0)
    np.testing.assert_array_equal(found.centre, found.quantile(0.5))


@settings(max_examples=60)
@given(values=series(st.one_of(st.just(0.0), positive_values)), horizon=st.integers(1, 12))
def test_amounts_are_never_negative(values, horizon):
    lowest = predict(values, horizon=horizon, measure="count").quantile(0.001)
    assert np.all((lowest >= 0) | np.isnan(lowest))


@settings(max_examples=60)
@given(values=series(st.one_of(shares, st.sampled_from([0.0, 100.0, 101.0, 250.0]))), horizon=st.integers(1, 12))
@example(values=np.array([[0.0, np.nan, np.nan, np.nan, 17.8]]), horizon=10)
def test_shares_stay_inside_their_bounds(values, horizon):
    found = predict(values, horizon=horizon, measure="share")
    low, high = found.quantile(0.001), found.quantile(0.999)
    known = np.any(np.isfinite(values), axis=1)
    assert not np.any(np.isnan(high[known]))
    assert np.all(low[known] >= 0)
    assert np.all(high[known] <= 100)
    assert np.all(low[known] < high[known])


@settings(max_examples=50)
@given(values=series(), measure=measures, horizon=st.integers(1, 8))
def test_one_series_equals_the_batch_in_any_order(values, measure, horizon):
    values = np.minimum(values, 99.0) if measure == "share" else values
    size = float(np.nanmax(values, initial=1.0))  # sums may differ in the last digits of the largest value
    batch = predict(values, horizon=horizon, measure=measure)
    turned = predict(values[::-1], horizon=horizon, measure=measure)
    target = np.full(values.shape[0], 5.0)
    same(turned.quantile(0.9)[::-1], batch.quantile(0.9), size=size)
    same(turned.sum_quantile(0.1, steps=1)[::-1], batch.sum_quantile(0.1, steps=1), size=size)
    for row, series_ in enumerate(values):
        alone = predict(series_[np.newaxis], horizon=horizon, measure=measure)
        same(alone.lower(0.8)[0], batch.lower(0.8)[row], size=size)
        chances = [p.chance(t, step=horizon, direction="down") for p, t in ((alone, target[:1]), (batch, target))]
        same(chances[0][0], chances[1][row])


def test_measures_may_differ_from_series_to_series():
    values = np.repeat(np.array([[40.0, 44.0, 47.0, 52.0]]), 3, axis=0)
    names = np.array(["share", "amount", "rate"])
    together = predict(values, horizon=5, measure=names)
    for row, name in enumerate(names):
        same(predict(values[:1], horizon=5, measure=str(name)).centre[0], together.centre[row])


@settings(max_examples=40)
@given(values=series(years=8), measure=measures, q=st.floats(0.002, 0.998), step=st.integers(1, 6))
def test_the_chance_of_a_quantile_is_its_probability(values, measure, q, step):
    values = np.minimum(values, 99.0) if measure == "share" else values
    found = predict(values, horizon=6, measure=measure)
    target = found.quantile(q)[:, step - 1]
    nearest, latest, unit = (of_each_series(found, name) for name in ("nearest", "latest", "unit"))
    inside = (target > nearest) & (target < (100 - nearest if measure == "share" else np.inf))
    inside &= np.abs(target - latest) > 1e-6 * unit  # where a pooled table says "unchanged", it has a step
    inside &= (target > 1e-6 * latest) | (measure in UNBOUNDED)
    down = found.chance(target, step=step, direction="down")[inside]
    np.testing.assert_allclose(down, q, atol=2e-3)
    np.testing.assert_allclose(found.chance(target, step=step, direction="up")[inside], 1 - q, atol=2e-3)


@pytest.mark.parametrize("target", [-1e9, 0.0, 1e-9, 118.0, 1e30])
@pytest.mark.parametrize("direction", ["up", "down"])
def test_no_chance_is_certain(target, direction):
    found = predict(GROWING, horizon=5, measure="amount")
    for chance in (
        found.chance(target, step=1, direction=direction),
        found.sum_chance(target, steps=5, direction=direction),
        found.all_years_chance(target, steps=5, direction=direction),
    ):
        assert 0.001 <= chance[0] <= 0.999


@pytest.mark.parametrize("measure", ["amount", "count", "share", "index", "rate"])
@pytest.mark.parametrize("years", [2, 3, 5, 10, 15])
def test_a_flat_series_is_not_certain(measure, years):
    found = predict(np.full((1, years), 60.0), horizon=5, measure=measure)
    low, high = found.lower(0.8)[0], found.upper(0.8)[0]
    assert np.all(low < high)
    assert high[4] - low[4] > high[0] - low[0]
    assert found.chance(61.0, step=5, direction="up")[0] > 0.01


def test_single_points_are_wide_for_levels_and_nothing_for_points():
    one = predict(np.array([[50.0]]), horizon=5, measure=["amount"])
    two = predict(np.array([[49.0, 50.0]]), horizon=5, measure=["amount"])
    width = [p.upper(0.8)[0, 4] - p.lower(0.8)[0, 4] for p in (one, two)]
    assert width[0] > 0.3 * 50
    assert width[0] > 0.5 * width[1]
    assert np.all(np.isnan(predict(np.array([[50.0]]), horizon=5, measure="rate").quantile(0.5)))


@pytest.mark.parametrize("measure", ["amount", "share", "rate"])
def test_series_that_cannot_be_projected_are_nan_throughout(measure):
    values = np.array([[np.nan, np.nan, np.nan], [0.0, 0.0, 0.0]])
    found = predict(values, horizon=3, measure=measure)
    rows = [0, 1] if measure != "share" else [0]
    for result in (
        found.centre,
        found.quantile(0.9),
        found.chance(1.0, step=2, direction="up"),
        found.sum_quantile(0.5, steps=2),
        found.sum_chance(1.0, steps=2, direction="up"),
        found.all_years_chance(1.0, steps=2, direction="up"),
    ):
        assert np.all(np.isnan(result[rows]))


def test_ranks_have_no_distribution():
    assert np.all(np.isnan(predict(GROWING, horizon=2, measure="rank").centre))


def test_a_trailing_gap_lengthens_the_distance():
    behind = predict(np.array([[*GROWING[0], np.nan, np.nan]]), horizon=3, measure="amount")
    ahead = predict(GROWING, horizon=5, measure="amount")
    same(behind.lower(0.8), ahead.lower(0.8)[:, 2:])
    same(behind.chance(140.0, step=3, direction="up"), ahead.chance(140.0, step=5, direction="up"))


def test_a_hole_widens():
    whole = np.array([[100.0, 103.0, 106.0, 109.0, 112.0, 116.0]])
    holed = whole.copy()
    holed[0, [1, 2]] = np.nan
    widths = [predict(v, horizon=5, measure="amount") for v in (holed, whole)]
    first, second = ((p.upper(0.8) - p.lower(0.8))[0, 4] for p in widths)
    assert first > second


def test_only_the_last_fifteen_years_count():
    long = np.concatenate([[5.0, 900.0, 3.0], 100 * 1.03 ** np.arange(15)])[np.newaxis]
    same(
        predict(long, horizon=4, measure="amount").upper(0.9),
        predict(long[:, 3:], horizon=4, measure="amount").upper(0.9),
    )


@pytest.mark.parametrize("measure", ["amount", "share", "rate"])
def test_beyond_ten_years_the_interval_keeps_widening(measure):
    found = predict(np.array([[40.0, 41.0, 41.5, 43.0, 43.4, 44.0]]), horizon=15, measure=measure)
    width = (found.upper(0.5) - found.lower(0.5))[0]
    assert np.all(np.diff(width[9:]) > 0)


def test_a_share_at_its_bound_is_taken_half_a_printed_unit_inside():
    found = predict(np.array([[96.0, 98.0, 100.0, 100.0]]), horizon=3, measure="share")
    assert of_each_series(found, "latest").tolist() == [99.5]
    same(found.chance(100.0, step=3, direction="up"), found.chance(99.5, step=3, direction="up"))
    assert found.chance(100.0, step=1, direction="up")[0] > 0.2


def test_steady_growth_is_carried_on_and_noise_is_not():
    steady = 100 * 1.07 ** np.arange(10)
    noisy = steady[0] * np.array([1, 1.4, 0.9, 1.5, 1.0, 1.3, 0.8, 1.5, 1.1, 1.6])
    found = predict(np.stack([steady, noisy]), horizon=5, measure="amount")
    assert found.centre[0, 4] > steady[-1] * 1.25
    assert found.centre[1, 0] < noisy[-1]


def test_totals_depend_on_years_hanging_together():
    found = predict(GROWING, horizon=5, measure="amount")
    low, high = (found.sum_quantile(q, steps=5)[0] for q in (0.1, 0.9))
    assert low < found.centre[0].sum() < high
    independent = np.sqrt(np.sum((found.upper(0.8) - found.lower(0.8))[0] ** 2))
    together = np.sum((found.upper(0.8) - found.lower(0.8))[0])
    assert independent < high - low <= together * 1.01
    assert found.sum_chance(low, steps=5, direction="up")[0] == pytest.approx(0.9, abs=0.01)
    same(found.sum_quantile(0.9, steps=1), found.upper(0.8)[:, 0], rtol=5e-3)


def test_a_bound_in_every_year_is_harder_than_in_one():
    found = predict(GROWING, horizon=5, measure="amount")
    each = [found.chance(120.0, step=k, direction="up")[0] for k in range(1, 6)]
    every = found.all_years_chance(120.0, steps=5, direction="up")[0]
    assert np.prod(each) < every <= min(each) + 0.01
    assert found.all_years_chance(120.0, steps=1, direction="up")[0] == pytest.approx(each[0], abs=0.01)


@pytest.mark.parametrize("method", METHODS)
def test_a_plain_method_keeps_its_centre_and_gets_a_width(method):
    centre = np.array([[126.0, 129.0, 133.0]])
    found = around(centre, GROWING, method=method, measure="amount")
    np.testing.assert_array_equal(found.centre, centre)
    assert np.all(found.lower(0.8) < centre)
    assert np.all(found.upper(0.8) > 124.0)
    assert np.all(np.diff(found.upper(0.8) - found.lower(0.8)) > 0)


def test_around_an_undefined_centre_there_is_nothing():
    found = around(np.array([[np.nan, np.nan]]), GROWING, method="cagr", measure="amount")
    assert np.all(np.isnan(found.quantile(0.3)))
    assert np.all(np.isnan(found.sum_chance(3.0, steps=2, direction="up")))


def test_a_series_that_never_changed_has_its_interval_around_the_given_centre():
    values = np.full((2, 5), 60.0)
    found = around(np.array([[63.0, 66.0], [np.nan, np.nan]]), values, method="linear", measure="amount")
    assert np.all((found.lower(0.8)[0] < [63, 66]) & (found.upper(0.8)[0] > [63, 66]))
    assert np.all(np.isnan(found.quantile(0.2)[1]))


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: predict(GROWING, horizon=0, measure="amount"), "horizon"),
        (lambda: predict(GROWING[0], horizon=1, measure="amount"), "shape"),
        (lambda: predict(GROWING, horizon=1, measure="weight"), "unknown measure"),
        (lambda: around(GROWING, GROWING, method="guess", measure="amount"), "unknown method"),
        (lambda: around(GROWING[:, :0].T, GROWING, method="last", measure="amount"), "one row for each"),
        (lambda: predict(GROWING, horizon=1, measure="amount").quantile(1.0), "between 0 and 1"),
        (lambda: predict(GROWING, horizon=1, measure="amount").sum_quantile(0.0, steps=1), "between 0 and 1"),
        (lambda: predict(GROWING, horizon=2, measure="amount").chance(1.0, step=3, direction="up"), "1 to 2"),
        (lambda: predict(GROWING, horizon=2, measure="amount").chance(1.0, step=1, direction="left"), "direction"),
    ],
)
def test_wrong_calls_are_refused_in_words(call, words):
    with pytest.raises(ValueError, match=words):
        call()
