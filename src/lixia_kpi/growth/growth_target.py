"""Targets of average yearly growth: 年均增长 r over the n years of a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.arrays import defined, floats

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from lixia_kpi.growth.arrays import FloatArray


def growth_completion(done: ArrayLike, rate: ArrayLike, years: ArrayLike) -> FloatArray:
    """Give the share of a growth target's whole growth that is done.

    Σ ln(1 + k) / (n ln(1 + r)), with Π(1 + k) = 1 + done.

    Parameters
    ----------
    done : > −1, the change compounded since the baseline year (`compounded_change`), any shape [fraction].
    rate : r > −1 and not 0, broadcastable [fraction per year].
    years : n > 0, the whole period, broadcastable [years].

    Returns
    -------
    FloatArray
        Fraction, equal to the elapsed share when every year grew by r; NaN where undefined.

    Raises
    ------
    ValueError
        The shapes do not broadcast.

    Notes
    -----
    Source: the log ratio of the national rule for compound targets.

    Examples
    --------
    >>> float(growth_completion(1.07**3 - 1, 0.07, 5).round(12))
    0.6
    """
    f, r, n = floats(done, rate, years)
    with np.errstate(all="ignore"):
        return defined(np.log1p(f) / (n * np.log1p(r)), (r > -1) & (n > 0))


def needed_growth(done: ArrayLike, rate: ArrayLike, years: ArrayLike, elapsed: ArrayLike) -> FloatArray:
    """Give the yearly growth that the remaining years need for the average to come out.

    ((1 + r) ** n / Π(1 + k)) ** (1 / (n − m)) − 1.

    Parameters
    ----------
    done : > −1, the change compounded over the elapsed years (`compounded_change`), any shape [fraction].
    rate : r > −1, broadcastable [fraction per year].
    years : n > 0, the whole period, broadcastable [years].
    elapsed : 0 <= m < n, the years observed, broadcastable [years].

    Returns
    -------
    FloatArray
        Fraction per year; NaN where undefined, also once no year remains.

    Raises
    ------
    ValueError
        The shapes do not broadcast.

    Notes
    -----
    Source: average annual growth (年均增长) solved for the years that are left.

    Examples
    --------
    >>> float(needed_growth(1.05**2 - 1, 0.07, 5, 2).round(5))
    0.08354
    """
    f, r, n, m = floats(done, rate, years, elapsed)
    with np.errstate(all="ignore"):
        logs = (n * np.log1p(r) - np.log1p(f)) / (n - m)
        return defined(np.expm1(logs), (r > -1) & (m >= 0) & (n > m))
