"""Damped trend: exponential smoothing of level and trend, the trend fading year by year."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.observed import observed
from lixia_kpi.projection.plain.unbroken import unbroken

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray

LEVEL_WEIGHTS = (0.1, 0.3, 0.5, 0.7, 0.9, 1.0)
TREND_WEIGHTS = (0.05, 0.2, 0.5)
DAMPING = (0.8, 0.9, 0.98)


def damped(values: FloatArray, horizon: int) -> FloatArray:
    """Carry on smoothed level and trend, the trend damped.

    l + b (φ + φ² + … + φ^k), k years after the latest observation; weights of level and trend and damping φ out of a
    grid of 54 settings, those with the least squared one-step errors; started from the first value and the mean change
    over the first three years.

    Parameters
    ----------
    values : shape (series, years), NaN where missing, any sign [unit of the indicator].
    horizon : years after the last column, >= 1.

    Returns
    -------
    FloatArray
        Shape (series, horizon), in the unit of the indicator; NaN for fewer than two points.

    Raises
    ------
    ValueError
        Wrong shape or horizon.

    Notes
    -----
    Source: Gardner, McKenzie, Forecasting trends in time series, Management Science 31 (1985). A grid in place of an
    optimiser: ten yearly points do not tell neighbouring settings apart.

    Examples
    --------
    >>> damped(np.array([[1.0, 1.0, 1.0]]), 2).tolist()
    [[1.0, 1.0]]
    """
    steps = observed(values).steps(horizon)
    centre = np.full((values.shape[0], horizon), np.nan)
    for rows, history in unbroken(values):
        level, trend, damping = (column[:, np.newaxis] for column in _smoothed(history))
        centre[rows] = level + trend * damping * (1 - damping ** steps[rows]) / (1 - damping)
    return centre


def _smoothed(history: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Smooth with every setting; give level, trend and damping of the best fit, shape (series,) each."""
    series, years = history.shape
    start = min(3, years - 1)
    best = np.full(series, np.inf)
    kept = np.empty((3, series))
    for damping, level_weight, trend_weight in product(DAMPING, LEVEL_WEIGHTS, TREND_WEIGHTS):
        level, trend = history[:, 0], (history[:, start] - history[:, 0]) / start
        squared = np.zeros(series)
        for year in range(1, years):
            foreseen = level + damping * trend
            error = history[:, year] - foreseen
            squared = squared + error * error
            level = foreseen + level_weight * error
            trend = damping * trend + level_weight * trend_weight * error
        better = squared < best
        best = np.where(better, squared, best)
        kept[:, better] = np.stack([level, trend, np.full(series, damping)])[:, better]
    return kept[0], kept[1], kept[2]
