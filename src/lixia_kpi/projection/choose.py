"""Which plain method `auto` takes for a series: by its measure, its number of points and their sign.

Amounts and counts grow by percentages: with three points or more the rate is fitted to all of them (`loglinear`), with
two it is theirs (`cagr`), with one it is the printed one, if there is any. Shares, indices and rates move by points
(`linear`), also because a percentage of a share runs into its bound. A zero or negative value rules compounding out, so
such amounts are carried on by their mean yearly change. Ranks are not projected: they depend on the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.bounds import MEASURES
from lixia_kpi.projection.methods import NO_METHOD, PRINTED_GROWTH
from lixia_kpi.projection.observed import observed

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray, NameArray

CHOICE: dict[str, tuple[str, str, str]] = {
    "amount": (PRINTED_GROWTH, "cagr", "loglinear"),
    "count": (PRINTED_GROWTH, "cagr", "loglinear"),
    "share": (NO_METHOD, "linear", "linear"),
    "index": (NO_METHOD, "linear", "linear"),
    "rate": (NO_METHOD, "linear", "linear"),
    "rank": (NO_METHOD, NO_METHOD, NO_METHOD),
}
"""For each measure the method with one point, with two, and with three or more."""

WITHOUT_COMPOUNDING = {PRINTED_GROWTH: NO_METHOD, "cagr": "linear", "loglinear": "linear"}
"""What stands in for a compounding method where a value is zero or negative."""


def choose(values: FloatArray, codes: IntArray, *, growth: FloatArray) -> NameArray:
    """Choose a plain method for each series.

    Parameters
    ----------
    values : shape (series, years), NaN where missing [unit of the indicator].
    codes : measures as `measure_codes` gives them, shape (series,).
    growth : printed growth, shape (series,), NaN where none [fraction per year].

    Returns
    -------
    NameArray
        Shape (series,): names of methods, `none` where a series cannot be carried on.

    Raises
    ------
    ValueError
        Wrong shape.

    Notes
    -----
    Source: the forms of the plan arithmetic (compound for amounts and counts, straight for shares, indices, rates).

    Examples
    --------
    >>> values = np.array([[1.0, 2.0, 3.0], [np.nan, 2.0, 3.0], [0.0, 2.0, 3.0], [np.nan, np.nan, 3.0]])
    >>> choose(values, np.zeros(4, np.intp), growth=np.array([np.nan, np.nan, np.nan, 0.05])).tolist()
    ['loglinear', 'cagr', 'linear', 'printed_growth']
    """
    points = np.minimum(observed(values).count, 3)
    points = np.where((points == 1) & np.isnan(growth) & _PRINTED[codes], 0, points)
    barred = np.any(values <= 0, axis=1).astype(np.intp)
    return np.asarray(_TABLE[barred, codes, points])


def _table() -> NameArray:
    """Lay the choice out by sign (0 all positive, 1 not), measure and number of points (0 to 3)."""
    positive = [(NO_METHOD, *CHOICE[name]) for name in MEASURES]
    barred = [tuple(WITHOUT_COMPOUNDING.get(method, method) for method in row) for row in positive]
    return np.array([positive, barred], dtype=np.str_)


_TABLE = _table()
_PRINTED: BoolArray = _TABLE[0, :, 1] == PRINTED_GROWTH
