"""Missing years inside a series: a gap counts as one step, smaller than its change and larger than its yearly mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import BoolArray, FloatArray

GAP_POWER = 0.65
"""A change over g years counts as a yearly one of its g-th part to this power (1/2 for noise alone, 1 for trend alone).

Chosen on the development panel with inner years left out, so that intervals hold what they say: with two values two
to six years apart 79 to 82 per cent at 80, where a straight line between them gives 31 to 66. An interpolated series
looks steadier than any real one.
"""


def gaps_closed(values: FloatArray) -> FloatArray:
    """Move observed values together, so that a gap of g years becomes one step of its change / g^0.65.

    Parameters
    ----------
    values : shape (series, years), the last column observed, NaN where missing [unit of the indicator].

    Returns
    -------
    FloatArray
        The same shape: the latest value where it was, the earlier ones in the columns before it, within the range of
        the observed values; series without gaps as they were.

    Notes
    -----
    Source: this tool's own; docs/method.md has the coverage with and without it.

    Examples
    --------
    >>> gaps_closed(np.array([[np.nan, 90.0, np.nan, 100.0], [1.0, 2.0, 3.0, 5.0]])).round(2).tolist()
    [[nan, nan, 93.63, 100.0], [1.0, 2.0, 3.0, 5.0]]
    """
    seen = np.isfinite(values)
    gappy = values.shape[1] - np.argmax(seen, axis=1) > np.sum(seen, axis=1)
    gappy &= np.any(seen, axis=1)
    if not bool(np.any(gappy)):
        return values
    closed = values.copy()
    closed[gappy] = _closed(values[gappy], seen[gappy])
    return closed


def _closed(values: FloatArray, seen: BoolArray) -> FloatArray:
    """Close the gaps of series that have some."""
    columns = np.arange(values.shape[1])
    known = np.maximum.accumulate(np.where(seen, columns, -1), axis=1)
    before = np.concatenate([np.full((values.shape[0], 1), -1), known[:, :-1]], axis=1)
    change = values - np.take_along_axis(values, np.maximum(before, 0), axis=1)
    step = np.where(seen & (before >= 0), change / np.maximum(columns - before, 1) ** GAP_POWER, 0.0)
    later = np.cumsum(step[:, ::-1], axis=1)[:, ::-1] - step
    moved = np.where(seen, values[:, -1:] - later, np.nan)
    inside = np.clip(moved, np.nanmin(values, axis=1, keepdims=True), np.nanmax(values, axis=1, keepdims=True))
    return np.take_along_axis(inside, np.argsort(seen, axis=1, kind="stable"), axis=1)
