"""Damped exponential smoothing over a fixed grid of settings, each weighted by how well it fitted the series.

No setting is searched for: with a given setting level, trend and one-step errors are fixed linear maps of the values,
so that a million series cost a few matrix products.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.products import times

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray

DAMPING = (0.8, 0.95)
LEVEL_WEIGHTS = (0.15, 0.4, 0.7, 1.0)
TREND_WEIGHTS = (0.1, 0.4)
EPSILON = 1e-3


@cache
def smoothing_maps(years: int) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Give the linear maps from values to one-step errors, level and trend, for every setting of the grid.

    f_t = l + φ b, e_t = y_t − f_t, l = f_t + α e_t, b = φ b + α β e_t; started from the first value and the mean change
    over the first three years.

    Parameters
    ----------
    years : length of the series, >= 2.

    Returns
    -------
    tuple of FloatArray
        Errors (settings, years − 1, years), level and trend (settings, years); the settings with the first damping come
        first.

    Notes
    -----
    Source: Hyndman, Koehler, Ord, Snyder, Forecasting with Exponential Smoothing (2008), ETS(A,Ad,N).

    Examples
    --------
    >>> [part.shape for part in smoothing_maps(3)]
    [(16, 2, 3), (16, 3), (16, 3)]
    """
    one = np.eye(years)
    start = min(3, years - 1)
    errors, levels, trends = [], [], []
    for damping in DAMPING:
        for level_weight in LEVEL_WEIGHTS:
            for trend_weight in TREND_WEIGHTS:
                level, trend = one[0], (one[start] - one[0]) / start
                steps = []
                for year in range(1, years):
                    foreseen = level + damping * trend
                    error = one[year] - foreseen
                    level = foreseen + level_weight * error
                    trend = damping * trend + level_weight * trend_weight * error
                    steps.append(error)
                errors.append(steps)
                levels.append(level)
                trends.append(trend)
    return np.array(errors), np.array(levels), np.array(trends)


def smoothed(moves: FloatArray, floor: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Average level and trends over the grid, weighted by fit.

    w ∝ (mean squared error + ε floor²) ** −min(3, (n − 1) / 2), n years.

    Parameters
    ----------
    moves : shape (years, series), years >= 2, series a multiple of 64 [units of scale].
    floor : volatility, > 0, shape (series,) [units of scale].

    Returns
    -------
    tuple of FloatArray
        Level, trend of the strongly and of the weakly damped settings (each a part of one weighted mean), and the least
        mean squared error; shape (series,), in units of scale, the last one squared.

    Notes
    -----
    Source: a weighted mean of forecasts in the manner of forecast combination; the weights are this package's own.

    Examples
    --------
    >>> level, strong, weak, error = smoothed(np.array([[-2.0], [-1.0], [0.0]]).repeat(64, axis=1), np.ones(64))
    >>> bool(-0.5 < level[0] < 0.5), bool(strong[0] + weak[0] > 0.5)
    (True, True)
    """
    years = moves.shape[0]
    errors, levels, trends = smoothing_maps(years)
    settings = levels.shape[0]
    left = times(errors.reshape(-1, years), moves).reshape(settings, years - 1, -1)
    squared = np.einsum("kts,kts->ks", left, left) / (years - 1) + EPSILON * floor * floor
    least = squared.min(axis=0)
    weight = least / squared
    weight = weight**3 if years >= 7 else weight ** ((years - 1) / 2)
    weight /= weight.sum(axis=0)
    level = np.einsum("ks,ks->s", weight, times(levels, moves))
    trend = weight * times(trends, moves)
    half = settings // 2
    return level, trend[:half].sum(axis=0), trend[half:].sum(axis=0), least
