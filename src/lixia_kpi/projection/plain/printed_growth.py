"""A printed growth rate, carried on from the one value that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.arrays import floats
from lixia_kpi.growth.compound import compound_path
from lixia_kpi.projection.observed import observed

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from lixia_kpi.growth.arrays import FloatArray


def printed_growth(values: FloatArray, growth: ArrayLike, horizon: int) -> FloatArray:
    """Carry on a published historical growth rate from the only observation.

    c (1 + g) ** k, k years after the observation.

    Parameters
    ----------
    values : shape (series, years), NaN where missing, with exactly one value > 0 a series [unit of the indicator].
    growth : g > −1 on the same basis as the values, scalar or (series,), NaN where none [fraction per year].
    horizon : years after the last column, >= 1.

    Returns
    -------
    FloatArray
        Shape (series, horizon), in the unit of the indicator; NaN where a series has no point or several (its own
        growth is then known), and where no growth is given.

    Raises
    ------
    ValueError
        Wrong shape or horizon.

    Notes
    -----
    Source: the growth of the previous period as the plan itself prints it; an assumption, and named as one.

    Examples
    --------
    >>> printed_growth(np.array([[100.0], [50.0]]), [0.07, np.nan], 2).round(6).tolist()
    [[107.0, 114.49], [nan, nan]]
    """
    seen = observed(values)
    rate, count = floats(growth, seen.count)
    rate = np.where(count == 1, rate, np.nan)
    return compound_path(seen.latest[:, np.newaxis], rate[:, np.newaxis], seen.steps(horizon))
