"""Distance on a bounded scale: towards a bound it is measured in logarithms, away from one in units."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray

NEAREST = 1e-9
"""The least share of the way to a bound that is left, so that a distance stays finite."""


def distance(move: FloatArray, *, level: bool, above: FloatArray | None) -> FloatArray:
    """Measure how far a value has moved, so that a bound is infinitely far away.

    ln(1 + m) for a fall m < 0 of a level, whose lower bound is one unit away; −a ln(1 − m / a) for a rise towards an
    upper bound a away; m itself where there is no bound. Small moves keep their size on both sides.

    Parameters
    ----------
    move : value minus latest value, any shape [units of scale].
    level : whether the unit of scale is the latest value itself, zero its lower bound.
    above : distance from the latest value to the upper bound, > 0, broadcastable, None where there is none [units of
        scale].

    Returns
    -------
    FloatArray
        Signed distance [units of scale]; very large, but finite, at or beyond a bound.

    Notes
    -----
    Source: the logarithm for positive quantities and its mirror image below an upper bound; written here half and half,
    because growth of official series is nearer to straight than to exponential over ten years.

    Examples
    --------
    >>> distance(np.array([-0.5, 0.5]), level=True, above=None).round(4).tolist()
    [-0.6931, 0.5]
    """
    if not level:
        return move
    left = np.asarray(np.minimum(move, 0.0))
    left += 1
    fall = np.log(np.maximum(left, NEAREST, out=left), out=left)
    rise = np.asarray(np.maximum(move, 0.0))
    if above is not None:
        rise = -above * np.log(np.maximum(1 - rise / above, NEAREST))
    return np.asarray(np.add(fall, rise, out=fall))


def move_of(distance: FloatArray, *, level: bool, above: FloatArray | None) -> FloatArray:
    """Turn a distance back into a move; the inverse of `distance`, never past a bound.

    e^d − 1 for a fall d < 0 of a level, a (1 − e^(−d / a)) for a rise towards an upper bound a away, d itself where
    there is no bound.

    Parameters
    ----------
    distance : signed distance, any shape [units of scale].
    level, above : as for `distance`.

    Returns
    -------
    FloatArray
        Value minus latest value [units of scale].

    Notes
    -----
    Source: algebra from `distance`.

    Examples
    --------
    >>> move_of(np.array([-3.0, 3.0]), level=True, above=np.array(2.0)).round(4).tolist()
    [-0.9502, 1.5537]
    """
    if not level:
        return distance
    fall = np.asarray(np.minimum(distance, 0.0))
    np.expm1(fall, out=fall)
    if above is None:
        np.maximum(fall, distance, out=fall)  # e^d − 1 is never below d
        return fall
    fall -= above * np.expm1(-np.maximum(distance, 0.0) / above)
    return fall


def ratio_of(distance: FloatArray, out: FloatArray | None = None) -> FloatArray:
    """Turn a distance from a level without upper bound into the ratio to it: 1 + `move_of`, in fewer steps.

    e^d for a fall d < 0, 1 + d for a rise; e^d is never below 1 + d, so that the larger of both is taken.

    Parameters
    ----------
    distance : signed distance, any shape [units of scale]; overwritten.
    out : where the ratios are put, the shape of `distance` but other memory; an array of its own where None.

    Returns
    -------
    FloatArray
        Value divided by latest value, without unit.

    Notes
    -----
    Source: algebra from `distance`.

    Examples
    --------
    >>> ratio_of(np.array([-3.0, 0.0, 3.0])).round(4).tolist()
    [0.0498, 1.0, 4.0]
    """
    ratio = np.minimum(distance, _zeros(distance.shape[-1]), out=out)
    np.exp(ratio, out=ratio)
    distance += 1.0
    return np.maximum(ratio, distance, out=ratio)


@lru_cache(maxsize=4)
def _zeros(width: int) -> FloatArray:
    """Give a row of zeros, to compare with in half the time that a single zero takes; most blocks are of one size."""
    zeros = np.zeros(width)
    zeros.flags.writeable = False
    return zeros
