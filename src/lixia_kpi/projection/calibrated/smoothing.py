"""Damped exponential smoothing over a fixed grid of settings, each weighted by how well it fitted the series.

No setting is searched for: with a given setting level, trend and one-step errors are fixed linear maps of the values,
so that a million series cost one matrix product.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.products import times

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.projection.workers import Workspace

DAMPING = (0.8, 0.95)
LEVEL_WEIGHTS = (0.15, 0.4, 0.7, 1.0)
TREND_WEIGHTS = (0.1, 0.4)
SETTINGS = len(DAMPING) * len(LEVEL_WEIGHTS) * len(TREND_WEIGHTS)
EPSILON = 1e-3
MOST_HALVES = 6
"""Weights fall with the squared error to the power 3 at most."""

TOGETHER = 2048
"""Series whose products of changes are held at a time, a multiple of 64: for ten years they just fit into the cache."""


SMOOTHED = ("level", "strong", "weak")
"""Means over the grid: of the level, and of the trends of strongly and of weakly damped settings, parts of one mean."""


@cache
def smoothing_maps(years: int) -> FloatArray:
    """Give the linear maps from values to one-step errors, level and trend, for every setting of the grid.

    f_t = l + φ b, e_t = y_t − f_t, l = f_t + α e_t, b = φ b + α β e_t; started from the first value and the mean change
    over the first three years.

    Parameters
    ----------
    years : length of the series, >= 2.

    Returns
    -------
    FloatArray
        Shape (rows, years): the errors, (settings × years − 1) rows, then a row a setting for the level, then a row a
        setting for the trend; the settings with the first damping come first.

    Notes
    -----
    Source: Hyndman, Koehler, Ord, Snyder, Forecasting with Exponential Smoothing (2008), ETS(A,Ad,N).

    Examples
    --------
    >>> smoothing_maps(3).shape == (16 * 2 + 16 + 16, 3)
    True
    """
    one = np.eye(years)
    start = min(3, years - 1)
    errors, levels, trends = [], [], []
    for damping in DAMPING:
        for level_weight in LEVEL_WEIGHTS:
            for trend_weight in TREND_WEIGHTS:
                level, trend = one[0], (one[start] - one[0]) / start
                for year in range(1, years):
                    foreseen = level + damping * trend
                    error = one[year] - foreseen
                    level = foreseen + level_weight * error
                    trend = damping * trend + level_weight * trend_weight * error
                    errors.append(error)
                levels.append(level)
                trends.append(trend)
    return np.array(errors + levels + trends)


@cache
def squared_error_map(years: int) -> FloatArray:
    """Give the linear map from products of changes to the mean squared one-step error, for every setting of the grid.

    Errors do not depend on the level: they are a linear map E of the changes c, and their mean square is the form
    c′ E′E c / (n − 1). One product serves all years, where the errors themselves would need a row a year and setting.
    To it ε floor² is added.

    Parameters
    ----------
    years : length of the series n, >= 2.

    Returns
    -------
    FloatArray
        Shape (settings, n (n − 1) / 2 + 1): coefficients of c_i c_j, i <= j, for each i in turn, and ε, that of floor².

    Examples
    --------
    >>> squared_error_map(4).shape
    (16, 7)
    """
    count = years - 1
    errors = smoothing_maps(years)[: -2 * SETTINGS].reshape(SETTINGS, count, years)
    of_changes = np.cumsum(errors[:, :, :0:-1], axis=2)[:, :, ::-1]
    forms = np.einsum("kti,ktj->kij", of_changes, of_changes) / count
    forms *= 2 - np.eye(count)
    floor = np.full((SETTINGS, 1), EPSILON)
    return np.concatenate([*(forms[:, i, i:] for i in range(count)), floor], axis=1)


@cache
def end_maps(years: int) -> FloatArray:
    """Give the linear maps from the moves before the latest value, which is zero, to level and trend at the end.

    Parameters
    ----------
    years : length of the series, >= 2.

    Returns
    -------
    FloatArray
        Shape (2 × settings, years − 1): a row a setting for the level, then a row a setting for the trend.

    Examples
    --------
    >>> end_maps(3).shape
    (32, 2)
    """
    return np.ascontiguousarray(smoothing_maps(years)[-2 * SETTINGS :, :-1])


def smoothed(
    changes: FloatArray, moves: FloatArray, floor: FloatArray, out: FloatArray, workspace: Workspace
) -> FloatArray:
    """Average level and trends over the grid, weighted by fit.

    w ∝ (mean squared error + ε floor²) ** −min(3, (n − 1) / 2), n years.

    Parameters
    ----------
    changes : from year to year, shape (years − 1, series) [units of scale].
    moves : before the latest value, which is zero: shape (years − 1, series), years >= 2, series a multiple of 64
        [units of scale].
    floor : volatility, > 0, shape (series,) [units of scale].
    out : where the means are put, a row for each of `SMOOTHED`, shape (3, series) [units of scale].
    workspace : where products are put.

    Returns
    -------
    FloatArray
        The least mean squared error, ε floor² with it, shape (series,) [units of scale, squared].

    Notes
    -----
    Source: a weighted mean of forecasts in the manner of forecast combination; the weights are this package's own.

    Examples
    --------
    >>> from lixia_kpi.projection.workers import Workspace
    >>> changes, moves = np.ones((2, 64)), np.array([[-2.0], [-1.0]]).repeat(64, axis=1)
    >>> means = np.empty((3, 64))
    >>> error = smoothed(changes, moves, np.ones(64), means, Workspace())
    >>> level, strong, weak = means[:, 0]
    >>> bool(-0.5 < level < 0.5), bool(strong + weak > 0.5), bool(error[0] > 0)
    (True, True, True)
    """
    years, series = len(moves) + 1, moves.shape[1]
    squared = workspace.take("squared", SETTINGS, series)
    for start in range(0, series, TOGETHER):
        some = slice(start, start + TOGETHER)
        times(squared_error_map(years), _pairs(changes[:, some], floor[some], workspace), squared[:, some])
    least: FloatArray = np.minimum.reduce(squared)
    weight = _to_halves(np.divide(least, squared, out=squared), min(years - 1, MOST_HALVES))
    ends = times(end_maps(years), moves, workspace.take("ends", 2 * SETTINGS, series))
    levels, trends, half = ends[:SETTINGS], ends[SETTINGS:], SETTINGS // 2
    level, strong, weak = out
    np.einsum("ks,ks->s", weight, levels, out=level)
    np.einsum("ks,ks->s", weight[:half], trends[:half], out=strong)
    np.einsum("ks,ks->s", weight[half:], trends[half:], out=weak)
    out /= np.add.reduce(weight)
    return least


def _pairs(changes: FloatArray, floor: FloatArray, workspace: Workspace) -> FloatArray:
    """Multiply each change with itself and every later one, and the floor with itself, shape (pairs + 1, series)."""
    count, series = changes.shape
    pairs = workspace.take("pairs", count * (count + 1) // 2 + 1, series)
    row = 0
    for first in range(count):
        np.multiply(changes[first:], changes[first], out=pairs[row : row + count - first])
        row += count - first
    np.multiply(floor, floor, out=pairs[row])
    return pairs


def _to_halves(base: FloatArray, halves: int) -> FloatArray:
    """Raise to a number of halves, using up the base: products and a root are several times faster than a power."""
    if halves == 1:
        return np.sqrt(base, out=base)
    power = base.copy() if halves < 4 else base * base
    for _ in range(halves // 2 - 2):
        power *= base
    if halves % 2:
        power *= np.sqrt(base, out=base)
    return power
