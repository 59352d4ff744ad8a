"""The field's measures of a projection's quality, each from arrays to arrays or one figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray

CLIP = 3.0
"""Largest logarithm of an error ratio that counts: a ratio beyond 20 or below 1/20 is taken as that."""

LARGEST_SCORE = 200.0
"""Largest scaled interval score that one origin can bring into a mean."""

_SMALLEST_ERROR = 1e-6
_SMALLEST_SCALE = 1e-4


def log_error_ratio(error: FloatArray, naive: FloatArray, latest: FloatArray) -> FloatArray:
    """Set absolute errors in relation to those of standing still: ln((e + ε) / (e₀ + ε)), ε = 10⁻⁶ · |latest|.

    Parameters
    ----------
    error, naive : absolute errors of the projection and of the last value, same shape.
    latest : the value at the origin, broadcastable.

    Returns
    -------
    FloatArray
        Within ±`CLIP`; exp of the mean is the relative error (relMAE). NaN where an error is.

    Examples
    --------
    >>> ratios = log_error_ratio(np.array([1.0, 4.0]), np.array([2.0, 2.0]), np.array([0.0, 0.0]))
    >>> float(np.exp(ratios.mean()))
    1.0
    """
    least = _SMALLEST_ERROR * np.abs(latest)
    with np.errstate(all="ignore"):
        ratio = np.log((error + least) / (naive + least))
    ratio = np.where((error + least == 0) & (naive + least == 0), 0.0, ratio)
    return np.clip(ratio, -CLIP, CLIP)


def error_ratio(error: FloatArray, naive: FloatArray, latest: FloatArray) -> FloatArray:
    """Give the logarithm of each origin's mean error over that of standing still, years that both know.

    Parameters
    ----------
    error, naive : (origins, horizon) absolute errors, NaN where unknown.
    latest : (origins,) the value at the origin.

    Returns
    -------
    FloatArray
        (origins,), NaN where there is no year to compare.

    Examples
    --------
    >>> ratio = error_ratio(np.array([[1.0, 3.0, np.nan]]), np.array([[4.0, 4.0, 4.0]]), np.array([0.0]))
    >>> float(np.exp(ratio[0]).round(3))
    0.5
    """
    both = ~np.isnan(error) & ~np.isnan(naive)
    count = both.sum(axis=1)
    own, base = (np.where(both, e, 0.0).sum(axis=1) / np.maximum(count, 1) for e in (error, naive))
    return np.where(count > 0, log_error_ratio(own, base, latest), np.nan)


def mean_change(history: FloatArray) -> FloatArray:
    """Give the mean absolute change a year, the scale of interval scores; gaps count by the years they span.

    Parameters
    ----------
    history : (origins, years), oldest first, NaN where missing.

    Returns
    -------
    FloatArray
        (origins,); NaN where the series hardly moves (below 10⁻⁴ of its latest value), so that nothing is divided by 0.

    Examples
    --------
    >>> mean_change(np.array([[1.0, 2.0, 4.0], [np.nan, 3.0, 3.0]])).tolist()
    [1.5, nan]
    """
    columns = np.arange(history.shape[1])
    known = ~np.isnan(history)
    at = np.maximum.accumulate(np.where(known, columns, -1), axis=1)
    before = at[:, :-1]
    pairs = known[:, 1:] & (before >= 0)
    earlier = np.take_along_axis(history, np.maximum(before, 0), axis=1)
    moved = np.where(pairs, np.abs(history[:, 1:] - earlier), 0.0).sum(axis=1)
    span = np.where(pairs, columns[1:] - before, 0).sum(axis=1)
    with np.errstate(all="ignore"):
        change = moved / span
    return np.where(change > _SMALLEST_SCALE * np.abs(history[:, -1]), change, np.nan)


def interval_score(
    truth: FloatArray, lower: FloatArray, upper: FloatArray, *, level: float, scale: FloatArray
) -> FloatArray:
    """Score intervals: (u − l + 2/α · what lies outside) / scale, α = 1 − level; lower is better.

    Parameters
    ----------
    truth, lower, upper : (origins, horizon) [unit of the indicator].
    level : probability that the intervals are meant to hold.
    scale : (origins, 1) mean absolute change a year of the history.

    Returns
    -------
    FloatArray
        (origins, horizon), at most `LARGEST_SCORE`.

    Notes
    -----
    Source: Gneiting and Raftery (2007); scaled as in the M4 competition (MSIS).

    Examples
    --------
    >>> one = np.array([[1.0]])
    >>> interval_score(one * 12, one * 8, one * 10, level=0.8, scale=one * 2).round(2).tolist()
    [[11.0]]
    """
    outside = np.maximum(lower - truth, 0) + np.maximum(truth - upper, 0)
    with np.errstate(all="ignore"):
        return np.minimum((upper - lower + 2 / (1 - level) * outside) / scale, LARGEST_SCORE)


def mean_by(values: FloatArray, rows: BoolArray) -> float:
    """Give the mean over some rows of what is known; NaN where nothing is."""
    some = values[rows]
    some = some[~np.isnan(some)]
    return float(some.mean()) if some.size else np.nan


def clustered_error(values: FloatArray, cluster: IntArray) -> float:
    """Give the standard error of a mean whose values hang together within clusters.

    √(G / (G − 1) · Σ (sum of deviations in a cluster)²) / n: origins of one series are no independent witnesses.

    Parameters
    ----------
    values : (n,), NaN where unknown.
    cluster : (n,) the series of each value.

    Returns
    -------
    float
        NaN with fewer than two clusters.

    Notes
    -----
    Source: Liang and Zeger (1986), the variance of a mean under clustering.

    Examples
    --------
    >>> round(clustered_error(np.array([1.0, 1.0, 0.0, 0.0]), np.array([0, 0, 1, 1])), 3)
    0.5
    """
    known = ~np.isnan(values)
    numbers = values[known]
    groups, place = np.unique(cluster[known], return_inverse=True)
    if groups.size < 2:
        return np.nan
    sums = np.bincount(place, weights=numbers - numbers.mean())
    return float(np.sqrt(groups.size / (groups.size - 1) * np.sum(sums**2)) / numbers.size)
