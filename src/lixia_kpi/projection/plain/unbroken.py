"""Series without holes: gaps bridged by straight lines, series of equal length together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.observed import observed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lixia_kpi.growth.arrays import FloatArray, IntArray


def unbroken(values: FloatArray) -> Iterator[tuple[IntArray, FloatArray]]:
    """Cut series from their first to their latest value and bridge the years between that are missing.

    Parameters
    ----------
    values : shape (series, years), NaN where missing [unit of the indicator].

    Yields
    ------
    tuple of IntArray and FloatArray
        Rows of series of one length of at least two years, and their values, shape (rows, length).

    Raises
    ------
    ValueError
        Wrong shape.

    Notes
    -----
    Source: linear interpolation between neighbouring observations.

    Examples
    --------
    >>> [(r.tolist(), v.tolist()) for r, v in unbroken(np.array([[1.0, np.nan, 2.0, np.nan], [np.nan, 1.0, 2.0, 4.0]]))]
    [([0, 1], [[1.0, 1.5, 2.0], [1.0, 2.0, 4.0]])]
    """
    seen = observed(values)
    length = np.where(seen.count >= 2, seen.span + 1, 0)
    end = values.shape[1] - seen.behind
    for n in np.flatnonzero(np.bincount(length[length > 0])).tolist():
        rows = np.flatnonzero(length == n)
        columns = (end[rows] - n)[:, np.newaxis] + np.arange(n)
        yield rows, bridged(np.take_along_axis(values[rows], columns, axis=1))


def bridged(values: FloatArray) -> FloatArray:
    """Bridge missing years between two values by a straight line.

    Parameters
    ----------
    values : shape (series, years), first and last year observed [unit of the indicator].

    Returns
    -------
    FloatArray
        The same shape, without NaN.

    Examples
    --------
    >>> bridged(np.array([[1.0, np.nan, np.nan, 4.0]])).tolist()
    [[1.0, 2.0, 3.0, 4.0]]
    """
    gaps = np.isnan(values)
    if not bool(np.any(gaps)):
        return values
    year, end = np.arange(values.shape[1]), values.shape[1] - 1
    left = np.maximum.accumulate(np.where(gaps, 0, year), axis=1)
    right = np.minimum.accumulate(np.where(gaps, end, year)[:, ::-1], axis=1)[:, ::-1]
    start, stop = np.take_along_axis(values, left, axis=1), np.take_along_axis(values, right, axis=1)
    return np.asarray(start + (stop - start) * (year - left) / np.maximum(right - left, 1))
