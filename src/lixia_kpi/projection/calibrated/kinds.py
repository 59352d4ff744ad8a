"""Kinds of series: what is the same for every series that the rule evaluates together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lixia_kpi.projection.bounds import BOUNDS, MEASURES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lixia_kpi.growth.arrays import FloatArray

AMOUNT, COUNT, SHARE, RANK = (MEASURES.index(name) for name in ("amount", "count", "share", "rank"))
LONGEST = 15
"""Years of history that the rule looks back."""

TOP = BOUNDS["share"][1]


class Kind(NamedTuple):
    """Scale and measure of a series.

    `level` says whether the scale is the latest value itself (positive series), `share` and `counted` name the
    measure, `touching` says that a value stood at a bound (for points: at or below zero). A level is bounded below, a
    share above as well.
    """

    level: bool
    share: bool
    counted: bool
    touching: bool


_LEVELS = (Kind(True, False, False, False), Kind(True, False, True, False), Kind(True, True, False, False))
_POINTS = (Kind(False, False, False, False), Kind(False, False, True, False))
KINDS = tuple(kind._replace(touching=touching) for kind in _POINTS + _LEVELS for touching in (False, True))
"""Points, points of a count, amounts, counts, shares; each without and with a value at a bound."""

_PLACES = np.array(
    [KINDS.index(_LEVELS[code]) if code < len(_LEVELS) else 0 for code in range(len(MEASURES))], np.int32
)
_TO_POINTS = KINDS.index(_LEVELS[AMOUNT])


def kind_places(codes: NDArray[np.int8], lowest: FloatArray, highest: FloatArray) -> NDArray[np.int32]:
    """Find the kind of each series.

    Parameters
    ----------
    codes : measures as positions in `MEASURES`, shape (series,).
    lowest, highest : of the values looked back on, shape (series,) [unit of the indicator].

    Returns
    -------
    NDArray
        Places in `KINDS`, shape (series,). An amount or a count that has been negative is measured in points.

    Examples
    --------
    >>> KINDS[kind_places(np.array([1], np.int8), np.array([-2.0]), np.array([5.0]))[0]]
    Kind(level=False, share=False, counted=True, touching=True)
    """
    places = _PLACES[codes]
    below, share = lowest <= 0, codes == SHARE
    if below.any():
        places -= _TO_POINTS * ((lowest < 0) & (codes <= COUNT))
    touching = below | ((highest >= TOP) & share) if share.any() else below
    return np.asarray(places + touching, np.int32)
