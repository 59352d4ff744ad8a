"""Which plain method `auto` takes for a series: by its measure, its number of points and their sign.

Amounts and counts grow by percentages: with three points or more the rate is fitted to all of them (`loglinear`), with
two it is theirs (`cagr`), with one it is the printed one, if there is any. Shares, indices and rates move by points
(`linear`), also because a percentage of a share runs into its bound. A zero or negative value rules compounding out, so
such amounts are carried on by their mean yearly change. Ranks are not projected: they depend on the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.bounds import measure_names
from lixia_kpi.projection.methods import NO_METHOD, PRINTED_GROWTH
from lixia_kpi.projection.observed import observed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.growth.arrays import FloatArray, NameArray

CHOICE: dict[str, tuple[str, str, str]] = {
    "amount": (PRINTED_GROWTH, "cagr", "loglinear"),
    "count": (PRINTED_GROWTH, "cagr", "loglinear"),
    "share": (NO_METHOD, "linear", "linear"),
    "index": (NO_METHOD, "linear", "linear"),
    "rate": (NO_METHOD, "linear", "linear"),
    "rank": (NO_METHOD, NO_METHOD, NO_METHOD),
}
"""For each measure the method with one point, with two, and with three or more."""

COMPOUNDING = (PRINTED_GROWTH, "cagr", "loglinear")
WITHOUT_COMPOUNDING = "linear"


def choose(values: FloatArray, measure: str | Sequence[str] | NameArray, *, growth: FloatArray) -> NameArray:
    """Choose a plain method for each series.

    Parameters
    ----------
    values : shape (series, years), NaN where missing [unit of the indicator].
    measure : one of `MEASURES`, or one a series.
    growth : printed growth, shape (series,), NaN where none [fraction per year].

    Returns
    -------
    NameArray
        Shape (series,): names of methods, `none` where a series cannot be carried on.

    Raises
    ------
    ValueError
        Wrong shape, an unknown measure, or not as many measures as series.

    Notes
    -----
    Source: the forms of the plan arithmetic (compound for amounts and counts, straight for shares, indices, rates).

    Examples
    --------
    >>> values = np.array([[1.0, 2.0, 3.0], [np.nan, 2.0, 3.0], [0.0, 2.0, 3.0], [np.nan, np.nan, 3.0]])
    >>> choose(values, "amount", growth=np.array([np.nan, np.nan, np.nan, 0.05])).tolist()
    ['loglinear', 'cagr', 'linear', 'printed_growth']
    """
    seen = observed(values)
    measures, which = np.unique(measure_names(measure, values.shape[0]), return_inverse=True)
    table = np.array([(NO_METHOD, *CHOICE[str(name)]) for name in measures], dtype="<U16").reshape(-1, 4)
    chosen = table[which, np.minimum(seen.count, 3)]
    positive = ~np.any(values <= 0, axis=1)
    compounding = np.isin(chosen, COMPOUNDING)
    several = seen.count >= 2
    chosen = np.where(compounding & ~positive, np.where(several, WITHOUT_COMPOUNDING, NO_METHOD), chosen)
    return np.where((chosen == PRINTED_GROWTH) & np.isnan(growth), NO_METHOD, chosen)
