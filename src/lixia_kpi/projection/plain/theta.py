"""Theta method: simple exponential smoothing, drifting by half the slope of the trend line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.observed import observed
from lixia_kpi.projection.plain.unbroken import unbroken

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray

LEVEL_WEIGHTS = tuple(round(0.05 * k, 2) for k in range(1, 21))


def theta(values: FloatArray, horizon: int) -> FloatArray:
    """Carry on the smoothed level with half the slope of the least-squares line.

    l_n + (b / 2)(k − 1 + (1 − (1 − α)^n) / α), k years after the latest observation; l the level of simple exponential
    smoothing, α out of 0.05, 0.10, …, 1 with the least squared one-step errors, b the slope, n the years of history.

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
    Source: Hyndman, Billah, Unmasking the Theta method, International Journal of Forecasting 19 (2003), equation 8.

    Examples
    --------
    >>> theta(np.array([[1.0, 2.0, 3.0, 4.0]]), 2).tolist()
    [[4.5, 5.0]]
    """
    steps = observed(values).steps(horizon)
    centre = np.full((values.shape[0], horizon), np.nan)
    for rows, history in unbroken(values):
        years = history.shape[1]
        lag = np.arange(years) - (years - 1) / 2
        slope = (history @ lag / (lag @ lag))[:, np.newaxis]
        level, weight = (column[:, np.newaxis] for column in _smoothed(history))
        centre[rows] = level + slope / 2 * (steps[rows] - 1 + (1 - (1 - weight) ** years) / weight)
    return centre


def _smoothed(history: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Smooth with every weight of the grid; give the level and the weight of the best fit, shape (series,) each."""
    best = np.full(history.shape[0], np.inf)
    level, weight = np.empty(history.shape[0]), np.empty(history.shape[0])
    for candidate in LEVEL_WEIGHTS:
        now, squared = history[:, 0], np.zeros(history.shape[0])
        for year in range(1, history.shape[1]):
            error = history[:, year] - now
            squared = squared + error * error
            now = now + candidate * error
        better = squared <= best
        best = np.where(better, squared, best)
        level, weight = np.where(better, now, level), np.where(better, candidate, weight)
    return level, weight
