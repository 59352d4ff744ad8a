"""Targets of cumulative change: 五年累计下降 13.5 %, compounded, with or without a baseline level."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.arrays import defined, floats

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from lixia_kpi.growth.arrays import FloatArray


def change_required(change: ArrayLike, years: ArrayLike) -> FloatArray:
    """Give the yearly change that compounds to a cumulative change.

    (1 + p) ** (1 / n) − 1.

    Parameters
    ----------
    change : p > −1, any shape, negative for a cut [fraction].
    years : n > 0, broadcastable [years].

    Returns
    -------
    FloatArray
        Fraction per year; NaN where undefined.

    Raises
    ------
    ValueError
        The shapes do not broadcast.

    Notes
    -----
    Source: the national rule for energy intensity (Qinghai Statistics Bureau, 2009), planned yearly cut.

    Examples
    --------
    >>> float(change_required(-0.17, 5).round(4))
    -0.0366
    """
    p, n = floats(change, years)
    with np.errstate(all="ignore"):
        return defined(np.expm1(np.log1p(p) / n), (p > -1) & (n > 0))


def change_completion(done: ArrayLike, change: ArrayLike) -> FloatArray:
    """Give the share of a cumulative change that is done.

    ln F / ln(1 + p), with F = 1 + done.

    Parameters
    ----------
    done : > −1, the change so far: `compounded_change` of the yearly ones, or c/b − 1, any shape [fraction].
    change : p > −1 and not 0, broadcastable [fraction].

    Returns
    -------
    FloatArray
        Fraction, equal to the elapsed share on plan; NaN where undefined.

    Raises
    ------
    ValueError
        The shapes do not broadcast.

    Notes
    -----
    Source: the national rule for energy intensity (Qinghai Statistics Bureau, 2009).

    Examples
    --------
    >>> float(change_completion(0.9513 - 1, -0.17).round(3))
    0.268
    """
    f, p = floats(done, change)
    with np.errstate(all="ignore"):
        return defined(np.log1p(f) / np.log1p(p), p > -1)


def change_needed(done: ArrayLike, change: ArrayLike, remaining: ArrayLike) -> FloatArray:
    """Give the yearly change that the remaining years need.

    ((1 + p) / F) ** (1 / (Y − t)) − 1, with F = 1 + done.

    Parameters
    ----------
    done : > −1, the change so far, any shape [fraction].
    change : p > −1, broadcastable [fraction].
    remaining : Y − t > 0, broadcastable [years].

    Returns
    -------
    FloatArray
        Fraction per year; NaN where undefined.

    Raises
    ------
    ValueError
        The shapes do not broadcast.

    Notes
    -----
    Source: the national rule for energy intensity (Qinghai Statistics Bureau, 2009), remaining yearly cut.

    Examples
    --------
    >>> float(change_needed(-0.1561, -0.20, 1).round(4))
    -0.052
    """
    f, p, n = floats(done, change, remaining)
    with np.errstate(all="ignore"):
        return defined(np.expm1((np.log1p(p) - np.log1p(f)) / n), (p > -1) & (n > 0))
