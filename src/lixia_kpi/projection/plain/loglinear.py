"""Average annual rate of change fitted to all points (AARR), carried on from the latest value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.arrays import defined
from lixia_kpi.growth.compound import compound_path
from lixia_kpi.projection.observed import observed

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray


def loglinear(values: FloatArray, horizon: int) -> FloatArray:
    """Carry on the growth rate of a least-squares line through the logarithms of all points.

    c e^(β k), k years after the latest observation, β the slope of ln y on the year.

    The line gives the rate only: the projection starts from the latest value, not from the fitted one. The latest
    value is published and needed rates are counted from it; starting elsewhere would print a jump that nobody
    observed.

    Parameters
    ----------
    values : shape (series, years), NaN where missing; observed values must be > 0 [unit of the indicator].
    horizon : years after the last column, >= 1.

    Returns
    -------
    FloatArray
        Shape (series, horizon), in the unit of the indicator; NaN for fewer than two points or values <= 0.

    Raises
    ------
    ValueError
        Wrong shape or horizon.

    Notes
    -----
    Source: UNICEF's technical note of 2007 on the average annual rate of reduction.

    Examples
    --------
    >>> loglinear(np.array([[100.0, 110.0, np.nan, 133.1]]), 2).round(4).tolist()
    [[146.41, 161.051]]
    """
    seen = observed(values)
    with np.errstate(all="ignore"):
        rate = np.expm1(log_slope(values))
    return compound_path(seen.latest[:, np.newaxis], rate[:, np.newaxis], seen.steps(horizon))


def log_slope(values: FloatArray) -> FloatArray:
    """Fit the slope of ln y on the year by least squares.

    β = Σ (x − x̄)(ln y − mean ln y) / Σ (x − x̄)².

    Parameters
    ----------
    values : shape (series, years), NaN where missing; observed values must be > 0 [unit of the indicator].

    Returns
    -------
    FloatArray
        Shape (series,), log change per year; NaN for fewer than two points or values <= 0.

    Notes
    -----
    Source: UNICEF's technical note of 2007; the rate of reduction it prints is 1 − e^β.

    Examples
    --------
    >>> log_slope(np.array([[1.0, 2.0, 4.0]])).round(6).tolist()
    [0.693147]
    """
    seen = np.isfinite(values)
    count = np.sum(seen, axis=1)
    with np.errstate(all="ignore"):
        logs = np.where(seen, np.log(values), 0.0)
        year = np.arange(values.shape[1], dtype=np.float64)
        mean_year = np.sum(seen * year, axis=1) / count
        mean_log = np.sum(logs, axis=1) / count
        lag = np.where(seen, year - mean_year[:, np.newaxis], 0.0)
        slope = np.sum(lag * (logs - mean_log[:, np.newaxis]), axis=1) / np.sum(lag * lag, axis=1)
    return defined(slope, count >= 2)
