"""Distance on a bounded scale: towards a bound it is measured in logarithms, away from one in units."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray

NEAREST = 1e-9
"""The least share of the way to a bound that is left, so that a distance stays finite."""


def distance(move: FloatArray, *, below: FloatArray, above: FloatArray) -> FloatArray:
    """Measure how far a value has moved, so that a bound is infinitely far away.

    b ln(1 + m / b) for a fall m < 0 towards a lower bound b away, −a ln(1 − m / a) for a rise towards an upper bound a
    away, m itself where the bound is infinite. Small moves keep their size on both sides.

    Parameters
    ----------
    move : value minus latest value, any shape [units of scale].
    below, above : distance from the latest value to the lower and the upper bound, > 0, infinite where there is none,
        broadcastable [units of scale].

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
    >>> distance(np.array([-0.5, 0.5]), below=np.array(1.0), above=np.array(np.inf)).round(4).tolist()
    [-0.6931, 0.5]
    """
    with np.errstate(all="ignore"):
        fall = below * np.log(np.maximum(1 + move / below, NEAREST))
        rise = -above * np.log(np.maximum(1 - move / above, NEAREST))
    down = np.where(np.isfinite(below), fall, move)
    up = np.where(np.isfinite(above), rise, move)
    return np.where(move < 0, down, up)


def move_of(distance: FloatArray, *, below: FloatArray, above: FloatArray) -> FloatArray:
    """Turn a distance back into a move; the inverse of `distance`, never past a bound.

    b (e^(d / b) − 1) for d < 0, a (1 − e^(−d / a)) for d > 0, d itself where the bound is infinite.

    Parameters
    ----------
    distance : signed distance, any shape [units of scale].
    below, above : as for `distance`.

    Returns
    -------
    FloatArray
        Value minus latest value [units of scale].

    Notes
    -----
    Source: algebra from `distance`.

    Examples
    --------
    >>> move_of(np.array([-3.0, 3.0]), below=np.array(1.0), above=np.array(2.0)).round(4).tolist()
    [-0.9502, 1.5537]
    """
    fall, rise = np.minimum(distance, 0.0), np.maximum(distance, 0.0)
    with np.errstate(all="ignore"):
        if not bool(np.all(np.isinf(below))):
            fall = np.where(np.isfinite(below), below * np.expm1(fall / below), fall)
        if not bool(np.all(np.isinf(above))):
            rise = np.where(np.isfinite(above), -above * np.expm1(-rise / above), rise)
    return fall + rise
