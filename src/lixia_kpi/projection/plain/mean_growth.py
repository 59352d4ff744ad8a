"""Arithmetic mean of the observed yearly growth rates, carried on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.arrays import defined
from lixia_kpi.growth.compound import compound_path
from lixia_kpi.projection.observed import observed

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray


def mean_growth(values: FloatArray, horizon: int) -> FloatArray:
    """Carry on the arithmetic mean of the yearly growth rates between neighbouring observed years.

    c (1 + mean(y_i / y_{i−1} − 1)) ** k, k years after the latest observation. The mean is arithmetic, as it is
    usually printed; the geometric mean of an unbroken series is what `cagr` carries on.

    Parameters
    ----------
    values : shape (series, years), NaN where missing; observed values must be > 0 [unit of the indicator].
    horizon : years after the last column, >= 1.

    Returns
    -------
    FloatArray
        Shape (series, horizon), in the unit of the indicator; NaN without two neighbouring years or with values <= 0.

    Raises
    ------
    ValueError
        Wrong shape or horizon.

    Notes
    -----
    Source: mean of yearly growth rates; a rate across a missing year is not a yearly rate and is left out.

    Examples
    --------
    >>> mean_growth(np.array([[100.0, 120.0, 120.0]]), 2).round(6).tolist()
    [[132.0, 145.2]]
    """
    seen = observed(values)
    with np.errstate(all="ignore"):
        growth = values[:, 1:] / values[:, :-1] - 1
        yearly = np.isfinite(growth)
        mean = np.sum(np.where(yearly, growth, 0.0), axis=1) / np.sum(yearly, axis=1)
        positive = np.all(np.isnan(values) | (values > 0), axis=1)
        rate = defined(mean, positive)
    return compound_path(seen.latest[:, np.newaxis], rate[:, np.newaxis], seen.steps(horizon))
