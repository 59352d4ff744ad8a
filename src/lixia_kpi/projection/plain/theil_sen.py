"""Median of the slopes between all pairs of years, carried on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.straight import straight_path
from lixia_kpi.projection.observed import observed

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray


def theil_sen(values: FloatArray, horizon: int) -> FloatArray:
    """Carry on the median slope from the latest value; one outlying year hardly moves it.

    c + k · median over i < j of (y_j − y_i) / (j − i), k years after the latest observation.

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
    Source: Sen, Estimates of the regression coefficient based on Kendall's tau, JASA 63 (1968); the slope only, from
    the latest value on, as for the other methods.

    Examples
    --------
    >>> theil_sen(np.array([[1.0, 2.0, 30.0, 4.0, 5.0]]), 2).tolist()
    [[6.0, 7.0]]
    """
    seen = observed(values)
    slopes = np.full((values.shape[0], 1), np.nan)
    rows = np.flatnonzero(seen.count >= 2)
    if rows.size:
        series = values[rows]
        years = series.shape[1]
        pairs = [(series[:, lag:] - series[:, :-lag]) / lag for lag in range(1, years)]
        slopes[rows, 0] = np.nanmedian(np.concatenate(pairs, axis=1), axis=1)
    return straight_path(seen.latest[:, np.newaxis], slopes, seen.steps(horizon))
