"""Which method `auto` takes for a series: by its measure and its number of points.

Two values or more are carried on by the calibrated rule. A single value is carried on by a printed growth, if there is
one, and not otherwise: one value says nothing of where it leads. A series of nothing but zeros has no scale to put
errors to and is carried on as it is. Ranks are not projected: they depend on the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.bounds import MEASURES
from lixia_kpi.projection.methods import CALIBRATED, NO_METHOD, PRINTED_GROWTH
from lixia_kpi.projection.observed import observed

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray, IntArray, NameArray

COMPOUNDING = ("amount", "count")
"""Measures whose single value a printed growth may carry on."""

ALL_ZERO = "last"
"""What stands in for the calibrated rule where every value is zero."""


def choose(values: FloatArray, codes: IntArray, *, growth: FloatArray) -> NameArray:
    """Choose a method for each series.

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
    Source: the calibrated rule beats every plain method on series it was not fitted on (docs/method.md).

    Examples
    --------
    >>> values = np.array([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0], [np.nan, np.nan, 3.0], [np.nan, np.nan, 3.0]])
    >>> choose(values, np.zeros(4, np.intp), growth=np.array([np.nan, np.nan, np.nan, 0.05])).tolist()
    ['calibrated', 'last', 'none', 'printed_growth']
    """
    points = observed(values).count
    ranked = codes == MEASURES.index("rank")
    compounding = np.isin(codes, [MEASURES.index(name) for name in COMPOUNDING])
    several = (points > 1) & ~ranked
    known = np.where(np.isnan(values), 0.0, values)
    nothing_but_zeros = several & ~np.any(known, axis=1)
    printed = (points == 1) & compounding & ~np.isnan(growth) & np.any(known > 0, axis=1)
    choices = [ALL_ZERO, CALIBRATED, PRINTED_GROWTH]
    return np.select([nothing_but_zeros, several, printed], choices, default=NO_METHOD)
