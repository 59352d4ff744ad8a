"""Which method `auto` takes for a series: by its measure and its number of points.

Two values or more are carried on by the calibrated rule. A single value is carried on by a printed growth, if there is
one, and not otherwise: one value says nothing of where it leads. A series of nothing but zeros has no scale to put
errors to and is carried on as it is. Ranks are not projected: they depend on the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.bounds import MEASURES
from lixia_kpi.projection.calibrated.survey import once
from lixia_kpi.projection.methods import CALIBRATED, NAMES, NO_METHOD, PRINTED_GROWTH

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.projection.calibrated.survey import Survey

COMPOUNDING = ("amount", "count")
"""Measures whose single value a printed growth may carry on."""

ALL_ZERO = "last"
"""What stands in for the calibrated rule where every value is zero."""

_COMPOUNDING = [MEASURES.index(name) for name in COMPOUNDING]


def choose(seen: Survey, *, growth: FloatArray) -> NDArray[np.int8]:
    """Choose a method for each series.

    Parameters
    ----------
    seen : what a first look gives of each series.
    growth : printed growth, shape (series,), NaN where none [fraction per year].

    Returns
    -------
    NDArray
        Shape (series,): places in `NAMES`, that of `none` where a series cannot be carried on.

    Notes
    -----
    Source: the calibrated rule beats every plain method on series it was not fitted on (docs/method.md).

    Examples
    --------
    >>> from lixia_kpi.projection.calibrated.survey import survey
    >>> values = np.array([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0], [np.nan, np.nan, 3.0], [np.nan, np.nan, 3.0]])
    >>> chosen = choose(survey(values, np.zeros(4, np.int8)), growth=np.array([np.nan, np.nan, np.nan, 0.05]))
    >>> [NAMES[place] for place in chosen]
    ['calibrated', 'last', 'none', 'printed_growth']
    """
    calibrated, none = np.int8(NAMES.index(CALIBRATED)), np.int8(NAMES.index(NO_METHOD))
    several = (once(seen.points) > 1) & (once(seen.codes) != MEASURES.index("rank"))
    if several.all() and not once(seen.zero).any():
        return np.full(len(seen.points), calibrated)
    several = np.broadcast_to(several, seen.points.shape)
    chosen = np.where(several, calibrated, none)
    chosen[several & seen.zero] = NAMES.index(ALL_ZERO)
    single = np.flatnonzero((seen.points == 1) & seen.positive)
    if single.size:
        printed = np.isin(seen.codes[single], _COMPOUNDING) & ~np.isnan(growth[single])
        chosen[single[printed]] = NAMES.index(PRINTED_GROWTH)
    return chosen
