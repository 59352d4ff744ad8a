"""Missing years inside a series: a gap counts as one step, smaller than its change and larger than its yearly mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.kinds import LONGEST

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray

GAP_POWER = 0.65
"""A change over g years counts as a yearly one of its g-th part to this power (1/2 for noise alone, 1 for trend alone).

Chosen on the development panel with inner years left out, so that intervals hold what they say: with two values two
to six years apart 79 to 82 per cent at 80, where a straight line between them gives 31 to 66. An interpolated series
looks steadier than any real one.
"""

_YEARS_COUNT_AS = np.arange(LONGEST) ** GAP_POWER


def gaps_closed(values: FloatArray, *, length: int) -> FloatArray:
    """Move observed values together, so that a gap of g years becomes one step of its change / g^0.65.

    Parameters
    ----------
    values : shape (years, series), the last year observed, NaN where missing [unit of the indicator].
    length : how many years are observed, the same number in each series.

    Returns
    -------
    FloatArray
        Shape (length, series): the latest value last, the earlier ones before it, within the range of the observed
        values.

    Notes
    -----
    Source: this tool's own; docs/method.md has the coverage with and without it.

    Examples
    --------
    >>> gaps_closed(np.array([[90.0], [np.nan], [100.0]]), length=2).round(2).tolist()
    [[93.63], [100.0]]
    """
    seen = np.isfinite(values.T)
    known = values.T[seen].reshape(-1, length).T
    years = np.nonzero(seen)[1].reshape(-1, length).T
    steps = np.zeros(known.shape)
    np.divide(known[1:] - known[:-1], _YEARS_COUNT_AS[years[1:] - years[:-1]], out=steps[1:])
    after = np.zeros(known.shape)  # a step of nothing adds nothing: a flat year stays one to the last bit
    np.cumsum(steps[:0:-1], axis=0, out=after[-2::-1])
    moved = known[-1] - after
    return np.asarray(np.clip(moved, known.min(axis=0), known.max(axis=0)))
