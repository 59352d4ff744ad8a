"""A series is projected alike alone and in any company: the same bits, in any order, on any number of workers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lixia_kpi.projection import MEASURES, project_array
from lixia_kpi.projection.calibrated import block_size
from strategies import series

HORIZON = 4


def figures(values, measure, workers=1):
    """Every figure of a projection as bits, one row a series."""
    p = project_array(values, horizon=HORIZON, measure=measure, workers=workers)
    asked = {"direction": "up"}
    columns = [p.centre, p.lower, p.upper, p.quantile(0.003), p.chance(60.0, step=2, **asked)[:, np.newaxis]]
    columns += [p.sum_quantile(0.3, steps=3)[:, np.newaxis], p.all_years_chance(40.0, steps=3, **asked)[:, np.newaxis]]
    bits = np.nan_to_num(np.concatenate(columns, axis=1), nan=-7.25).view(np.int64)
    return bits, p.method


def varied(rows, years=10):
    """Walks with every measure, holes, zeros, series that end early or never changed."""
    generator = np.random.default_rng(rows)
    values = 50 * np.exp(np.cumsum(generator.normal(0.02, 0.1, (rows, years)), axis=1))
    kind = generator.integers(0, 8, rows)
    values[kind == 1] = np.round(np.minimum(values[kind == 1], 100), 1)
    values[(kind == 2)[:, np.newaxis] & (generator.random(values.shape) < 0.3)] = np.nan
    values[(kind == 3)[:, np.newaxis] & (generator.random(values.shape) < 0.2)] = 0
    values[kind == 4] = values[kind == 4, :1]
    values[kind == 5, -2:] = np.nan
    values[kind == 6] -= 50
    return values, generator.choice(np.array(MEASURES), rows)


@settings(max_examples=40)
@given(series(st.floats(-50, 200), rows=5, years=6), st.data())
def test_any_series_alone_and_in_company(values, data):
    measure = np.array(data.draw(st.lists(st.sampled_from(MEASURES), min_size=len(values), max_size=len(values))))
    together, method = figures(values, measure)
    for row in range(len(values)):
        alone, name = figures(values[row : row + 1], measure[row : row + 1])
        np.testing.assert_array_equal(alone[0], together[row])
        assert name[0] == method[row]


@pytest.mark.parametrize("taken", [1, 63, 64, 65, 500])
def test_any_part_of_a_batch_in_any_order(taken):
    values, measure = varied(700)
    together, _ = figures(values, measure)
    rows = np.random.default_rng(taken).permutation(700)[:taken]
    np.testing.assert_array_equal(figures(values[rows], measure[rows])[0], together[rows])


@pytest.mark.parametrize("workers", [2, 3, 7])
def test_any_number_of_workers(workers, monkeypatch):
    monkeypatch.setattr(block_size, "BLOCK", 320)
    values, measure = varied(5000)
    rows = np.arange(0, 5000, 10)
    alone = figures(values[rows], measure[rows])[0]
    np.testing.assert_array_equal(figures(values, measure, workers)[0][rows], alone)


def test_any_layout_in_memory():
    values, measure = varied(300)
    np.testing.assert_array_equal(figures(np.asfortranarray(values), measure)[0], figures(values, measure)[0])


def test_more_series_than_fit_into_a_block_and_every_place_in_a_width():
    one = varied(1)[0] + np.arange(10)
    alone = figures(one, "amount")[0]
    np.testing.assert_array_equal(figures(one.repeat(2500, axis=0), "amount")[0], alone.repeat(2500, axis=0))
