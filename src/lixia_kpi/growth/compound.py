"""Compound growth: the same percentage every year, for levels of amounts and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.arrays import defined, floats, log_ratio

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from lixia_kpi.growth.arrays import FloatArray


def compound_rate(start: ArrayLike, end: ArrayLike, years: ArrayLike) -> FloatArray:
    """Give the yearly growth rate that leads from one value to another.

    (end / start) ** (1 / years) − 1: required rate from baseline to target, actual rate from baseline
    to latest, needed rate from latest to target.

    Parameters
    ----------
    start : > 0, any shape [unit of the indicator].
    end : > 0, broadcastable [unit of the indicator].
    years : > 0, broadcastable [years].

    Returns
    -------
    FloatArray
        Fraction per year; NaN where start, end or years is missing or not positive.

    Raises
    ------
    ValueError
        The shapes do not broadcast.

    Notes
    -----
    Source: compound annual growth rate, as used for required and actual rates by Eurostat's and the UN
    Statistics Division's progress methods.

    Examples
    --------
    >>> float(compound_rate(1910.41, 2500, 5).round(5))
    0.05527
    >>> compound_rate([362.0, 0.0], [600.0, 10.0], 5).round(4).tolist()
    [0.1063, nan]
    """
    b, c, n = floats(start, end, years)
    with np.errstate(all="ignore"):
        return defined(np.expm1(log_ratio(b, c) / n), (c > 0) & (n > 0))


def compound_path(start: ArrayLike, rate: ArrayLike, steps: ArrayLike) -> FloatArray:
    """Carry a value forward at a constant growth rate.

    start * (1 + rate) ** steps.

    Parameters
    ----------
    start : > 0, any shape [unit of the indicator].
    rate : > −1, broadcastable [fraction per year].
    steps : years after the start, broadcastable, fractions and negative steps allowed [years].

    Returns
    -------
    FloatArray
        Values in the unit of the indicator; NaN where undefined.

    Raises
    ------
    ValueError
        The shapes do not broadcast.

    Notes
    -----
    Source: the definition of compound growth.

    Examples
    --------
    >>> compound_path(100, 0.1, [0, 1, 2]).round(6).tolist()
    [100.0, 110.0, 121.0]
    """
    b, r, k = floats(start, rate, steps)
    with np.errstate(all="ignore"):
        return defined(b * np.exp(k * np.log1p(r)), (b > 0) & (r > -1))


def log_completion(baseline: ArrayLike, latest: ArrayLike, target: ArrayLike) -> FloatArray:
    """Give the share of a compound target that is done: the natural one, equal to elapsed time on plan.

    ln(latest / baseline) / ln(target / baseline).

    Parameters
    ----------
    baseline : > 0, any shape [unit of the indicator].
    latest : > 0, broadcastable [unit of the indicator].
    target : > 0 and different from the baseline, broadcastable [unit of the indicator].

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
    Source: the national rule for energy intensity (Qinghai Statistics Bureau, 2009), ln F / ln(1 − T).

    Examples
    --------
    >>> float(log_completion(1910.41, 2446.9, 2500).round(4))
    0.9202
    >>> float(log_completion(100, 90, 100))
    nan
    """
    b, c, t = floats(baseline, latest, target)
    with np.errstate(all="ignore"):
        return defined(log_ratio(b, c) / log_ratio(b, t), t > 0)
