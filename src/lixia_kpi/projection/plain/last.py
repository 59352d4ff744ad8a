"""The latest value, carried on unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.straight import straight_path
from lixia_kpi.projection.observed import observed

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray


def last(values: FloatArray, horizon: int) -> FloatArray:
    """Carry the latest value on unchanged.

    c, in every projected year.

    Parameters
    ----------
    values : shape (series, years), NaN where missing, any sign [unit of the indicator].
    horizon : years after the last column, >= 1.

    Returns
    -------
    FloatArray
        Shape (series, horizon), in the unit of the indicator; NaN where nothing is observed.

    Raises
    ------
    ValueError
        Wrong shape or horizon.

    Notes
    -----
    Source: the naive method that forecasting competitions measure others against; WHO billionaiRe's `bau`.

    Examples
    --------
    >>> last(np.array([[3.0, 5.0, np.nan]]), 2).tolist()
    [[5.0, 5.0]]
    """
    seen = observed(values)
    return straight_path(seen.latest[:, np.newaxis], 0.0, seen.steps(horizon))
