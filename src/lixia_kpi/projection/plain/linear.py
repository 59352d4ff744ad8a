"""Mean yearly change between the first and the latest observation, carried on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.straight import straight_path, straight_rate
from lixia_kpi.projection.observed import observed

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray


def linear(values: FloatArray, horizon: int) -> FloatArray:
    """Carry on the mean yearly change between the first and the latest observation.

    c + k (c − b) / (t − y0), k years after the latest observation. It is the straight line through the first and
    the latest point, not a least-squares line: years between the two do not move it.

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
    Source: Destatis' indicator symbols carry the mean yearly change on to the target year.

    Examples
    --------
    >>> linear(np.array([[40.0, 41.5, np.nan, 43.0, np.nan]]), 2).tolist()
    [[45.0, 46.0]]
    """
    seen = observed(values)
    change = straight_rate(seen.first, seen.latest, seen.span)
    return straight_path(seen.latest[:, np.newaxis], change[:, np.newaxis], seen.steps(horizon))
