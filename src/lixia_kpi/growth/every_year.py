"""Bounds that hold every year: 每年新增 20 条, 控制在 3.5 % 以内."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.arrays import defined, floats
from lixia_kpi.growth.comparison import DEFAULT_TOLERANCE, satisfies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, NameArray


def held_each_year(
    values: ArrayLike,
    bound: ArrayLike,
    op: str | Sequence[str] | NameArray,
    *,
    direction: str | Sequence[str] | NameArray,
    tolerance: ArrayLike = DEFAULT_TOLERANCE,
    decimals: ArrayLike = np.nan,
) -> BoolArray:
    """Tell for each year whether a bound held.

    Parameters
    ----------
    values : shape (..., years), NaN where missing [unit of the indicator].
    bound : one per series, broadcastable to (...) [the same unit].
    op, direction, tolerance, decimals : as for `satisfies`, one for all or one per series.

    Returns
    -------
    BoolArray
        Shape of `values`; False where the bound was broken and where the year is missing.

    Raises
    ------
    ValueError
        `values` has no axis of years, unknown names, or shapes that do not broadcast.

    Examples
    --------
    >>> held_each_year([3.4, 3.6, float("nan")], 3.5, "<=", direction="down").tolist()
    [True, False, False]
    """
    (v,) = floats(values)
    if v.ndim == 0:
        raise ValueError("values need an axis of years: shape (years,) or (series, years)")
    return satisfies(
        v,
        np.asarray(op, dtype=np.str_)[..., np.newaxis],
        floats(bound)[0][..., np.newaxis],
        direction=np.asarray(direction, dtype=np.str_)[..., np.newaxis],
        tolerance=floats(tolerance)[0][..., np.newaxis],
        decimals=floats(decimals)[0][..., np.newaxis],
    )


def share_of_years_held(
    values: ArrayLike,
    bound: ArrayLike,
    op: str | Sequence[str] | NameArray,
    *,
    direction: str | Sequence[str] | NameArray,
    tolerance: ArrayLike = DEFAULT_TOLERANCE,
    decimals: ArrayLike = np.nan,
) -> FloatArray:
    """Give the share of the observed years in which a bound held.

    years held / years observed.

    Parameters
    ----------
    values : shape (..., years), NaN where missing [unit of the indicator].
    bound : one per series, broadcastable to (...) [the same unit].
    op, direction, tolerance, decimals : as for `satisfies`, one for all or one per series.

    Returns
    -------
    FloatArray
        Fraction, shape (...); NaN where no year is observed or the bound is missing.

    Raises
    ------
    ValueError
        `values` has no axis of years, unknown names, or shapes that do not broadcast.

    Notes
    -----
    Source: keep-each-year targets, as in Destatis' indicator symbols.

    Examples
    --------
    >>> float(share_of_years_held([3.4, 3.6, float("nan"), 3.5], 3.5, "<=", direction="down").round(4))
    0.6667
    """
    held = held_each_year(values, bound, op, direction=direction, tolerance=tolerance, decimals=decimals)
    v, limit = floats(values, floats(bound)[0][..., np.newaxis])
    observed = np.sum(np.isfinite(v), axis=-1)
    with np.errstate(all="ignore"):
        return defined(np.sum(held, axis=-1) / observed, np.all(np.isfinite(limit), axis=-1))
