"""Compound annual growth rate between the first and the latest observation, carried on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.compound import compound_path, compound_rate
from lixia_kpi.projection.observed import observed

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray


def cagr(values: FloatArray, horizon: int) -> FloatArray:
    """Carry on the compound growth rate between the first and the latest observation.

    c ((c / b) ** (1 / (t − y0))) ** k, k years after the latest observation.

    Parameters
    ----------
    values : shape (series, years), NaN where missing; the first and the latest must be > 0 [unit of the indicator].
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
    Source: UN Statistics Division, progress chart of 2023: the latest value carried on at its own compound rate.

    Examples
    --------
    >>> cagr(np.array([[100.0, np.nan, 121.0]]), 2).round(6).tolist()
    [[133.1, 146.41]]
    """
    seen = observed(values)
    rate = compound_rate(seen.first, seen.latest, seen.span)
    return compound_path(seen.latest[:, np.newaxis], rate[:, np.newaxis], seen.steps(horizon))
