"""Straight-line change: the same number of units or points every year, for shares, indices and rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.arrays import defined, floats

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from lixia_kpi.growth.arrays import FloatArray


def straight_rate(start: ArrayLike, end: ArrayLike, years: ArrayLike) -> FloatArray:
    """Give the yearly change that leads from one value to another on a straight line.

    (end − start) / years.

    Parameters
    ----------
    start : any sign, any shape [unit of the indicator, percentage points for shares].
    end : any sign, broadcastable [the same unit].
    years : > 0, broadcastable [years].

    Returns
    -------
    FloatArray
        Units (or points) per year; NaN where a value is missing or years is not positive.

    Raises
    ------
    ValueError
        The shapes do not broadcast.

    Notes
    -----
    Source: the mean yearly change, as in the SDG Index's linear trend and Destatis' indicator symbols.

    Examples
    --------
    >>> float(straight_rate(46.5, 48, 5).round(6))
    0.3
    """
    b, c, n = floats(start, end, years)
    with np.errstate(all="ignore"):
        return defined((c - b) / n, n > 0)


def straight_path(start: ArrayLike, rate: ArrayLike, steps: ArrayLike) -> FloatArray:
    """Carry a value forward by the same change every year.

    start + rate * steps.

    Parameters
    ----------
    start : any shape [unit of the indicator].
    rate : broadcastable [units or points per year].
    steps : years after the start, broadcastable [years].

    Returns
    -------
    FloatArray
        Values in the unit of the indicator; NaN where a value is missing.

    Raises
    ------
    ValueError
        The shapes do not broadcast.

    Notes
    -----
    Source: the definition of a straight line.

    Examples
    --------
    >>> straight_path(46.5, 0.5, [0, 1, 2]).tolist()
    [46.5, 47.0, 47.5]
    """
    b, r, k = floats(start, rate, steps)
    with np.errstate(all="ignore"):
        return defined(b + r * k, True)


def straight_completion(baseline: ArrayLike, latest: ArrayLike, target: ArrayLike) -> FloatArray:
    """Give the share of the distance from baseline to target that is covered.

    (latest − baseline) / (target − baseline).

    Parameters
    ----------
    baseline : any shape [unit of the indicator].
    latest : broadcastable [the same unit].
    target : different from the baseline, broadcastable [the same unit].

    Returns
    -------
    FloatArray
        Fraction: 1 when done, above 1 beyond the target, negative when moved away; NaN where undefined.

    Raises
    ------
    ValueError
        The shapes do not broadcast.

    Notes
    -----
    Source: gap closed, as in Chinese evaluations and ESCAP's current status index (which prints it times ten).

    Examples
    --------
    >>> float(straight_completion(174, 210, 223).round(3))
    0.735
    """
    b, c, t = floats(baseline, latest, target)
    with np.errstate(all="ignore"):
        return defined((c - b) / (t - b), t != b)
