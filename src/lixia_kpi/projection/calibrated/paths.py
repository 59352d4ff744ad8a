"""Paths of values through the projected years, whose errors depend on one another as those of the panel do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.standard import SUREST, standard_quantiles

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray
    from lixia_kpi.projection.calibrated.scale import Scale


def drawn_errors(standard: FloatArray, ranks: IntArray, *, behind: int) -> FloatArray:
    """Draw standard errors with the dependence between years.

    Parameters
    ----------
    standard : quantiles of standard errors, shape (horizon, probabilities).
    ranks : dependence between years, shape (paths, years).
    behind : years from the latest value to the last column.

    Returns
    -------
    FloatArray
        Shape (horizon, paths), without unit.

    Notes
    -----
    Source: quasi-random ranks joined by a Gaussian copula; docs/method.md.
    """
    drawn = (ranks + 0.5) / ranks.shape[0]
    years = np.minimum(behind + np.arange(len(standard)), drawn.shape[1] - 1)
    steps = [standard_quantiles(table, drawn[:, year]) for table, year in zip(standard, years, strict=True)]
    return np.stack(steps)


def paths(distances: FloatArray, spread: FloatArray, errors: FloatArray, scale: Scale) -> FloatArray:
    """Give values along every path.

    Parameters
    ----------
    distances, spread : shape (horizon, series) [units of scale].
    errors : as `drawn_errors` gives them, shape (horizon, paths).
    scale : of the series.

    Returns
    -------
    FloatArray
        Shape (horizon, paths, series) [unit of the indicator].
    """
    return scale.values(distances[:, np.newaxis] + spread[:, np.newaxis] * errors[:, :, np.newaxis])


def sums(values: FloatArray, steps: IntArray) -> FloatArray:
    """Add up the first years of every path (horizon, paths, series), shape (paths, series)."""
    counted = np.arange(len(values))[:, np.newaxis] < steps
    return np.asarray(np.add.reduce(np.where(counted[:, np.newaxis], values, 0.0)))


def share_of(happened: BoolArray) -> FloatArray:
    """Give the share of paths (paths, series) in which something happened, never 0 or 1."""
    share = (happened.sum(axis=0) + 0.5) / (len(happened) + 1)
    return np.asarray(np.clip(share, 1 - SUREST, SUREST))
