"""The coefficient by which a natural limit lowers the cuts: near a cap the same growth counts for more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray

EXPONENT = 4.44
"""As in sdg-build and in Statistics Canada's method."""


def limit_coefficient(base: FloatArray, limit: FloatArray) -> FloatArray:
    """Give C: 1 without a limit or far from it, 0 at it.

    b ≥ 2l: 1;  b ≤ l: 1 − (b/l) ** 4.44;  between: 1 − ((2l − b)/l) ** 4.44, all with absolute values.

    Parameters
    ----------
    base : (series,) b as observed [unit of the indicator].
    limit : (series,) l, NaN where there is none [the same unit].

    Returns
    -------
    FloatArray
        Without unit, 0 to 1; NaN where a limit is given and the base is missing.

    Notes
    -----
    Source: sdg-build 2.4.0, `ProgressMeasure`; Statistics Canada, sdgcif methodology.

    Examples
    --------
    >>> limit_coefficient(np.array([50.0, 100.0, 150.0, 200.0, 50.0]), np.array([100, 100, 100, 100, np.nan])).round(4)
    array([0.9539, 0.    , 0.9539, 1.    , 1.    ])
    """
    b, cap = np.abs(base), np.abs(limit)
    with np.errstate(all="ignore"):
        away = np.minimum(b, 2 * cap - b) / cap
        coefficient = np.where(b >= 2 * cap, 1.0, 1 - away**EXPONENT)
    return np.where(np.isnan(limit), 1.0, coefficient)
