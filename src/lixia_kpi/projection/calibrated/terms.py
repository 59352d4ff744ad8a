"""The features by name, in the order of the fitted coefficients, and what is left of them for one kind of series.

A feature is a product of factors. Where a factor is the same for every series of a kind (no share is a count), it is
not computed: features that vanish are dropped, those that come to the same are taken once with the sum of their
coefficients.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.kinds import LONGEST

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.projection.calibrated.kinds import Kind

LEAST_ROOM = 0.02
"""Added to the room below an upper bound before its logarithm is taken."""

MOVES = ("mean", "last", "recent", "overall", "soft")
_MODIFIERS = ("agreement", "steadiness", "share", "count", "noise", "near")

CENTRE = (
    *("one", "share", "count", "near", "noise", "near near"),
    *(feature for move in MOVES for feature in (move, *(f"{move} {modifier}" for modifier in _MODIFIERS))),
    *("mean ratio", "last ratio", "soft ratio"),
    *("mean ratio agreement", "last ratio agreement", "mean ratio share"),
    *("mean noise noise", "overall noise noise", "soft noise noise", "last noise noise"),
    *("mean noise agreement", "overall noise agreement", "soft noise agreement"),
    *("mean noise share", "soft noise share", "overall noise share"),
    *("last echo", "mean echo", "overall echo", "recent echo", "soft echo"),
    *("mean_rise agreement", "mean_rise share", "soft_rise", "overall_rise", "last_rise", "last_rise share"),
    *("soft_rise share", "last_size", "overall_size noise"),
    *("mean_rise", "mean agreement steadiness", "last agreement steadiness", "level", "strong", "weak"),
    *("yearly", "five", "five agreement", "five steadiness"),
    *("mean share steadiness", "mean share agreement", "mean count agreement"),
    *("room", "mean room", "last room", "soft room", "overall room"),
    *("mean room steadiness", "soft room steadiness"),
    *("touching", "mean touching", "overall touching"),
    *(f"change_{ago}" for ago in range(LONGEST - 1)),
)
"""Features of the centre. Every move is in units of the series' own yearly volatility; the rest is without unit."""

SPREAD = (
    *("one", "noise", "noise noise", "steadiness", "agreement", "log_residual", "share", "count", "near", "near near"),
    *("share noise", "count noise", "turn", "largest", "rough", "soft_size", "overall_size", "log_error"),
    *("steadiness noise", "mean", "steadiness agreement", "log_near", "share steadiness", "log_room", "room"),
    *("touching", "touching noise", "filled steadiness", "filled filled"),
)
"""Features of the logarithm of the spread."""


def canonical(feature: str) -> str:
    """Put the factors of a feature in alphabetical order.

    Examples
    --------
    >>> canonical("mean agreement")
    'agreement mean'
    """
    return " ".join(sorted(feature.split()))


def reduced(feature: str, kind: Kind) -> tuple[str, float]:
    """Give what a feature comes to in one kind: the name of what is left, and the factor before it.

    Parameters
    ----------
    feature : factors with blanks between them.
    kind : of the series.

    Returns
    -------
    tuple
        Factors that differ from series to series in alphabetical order, `one` if there are none; and what the others
        multiply to, 0 where the feature vanishes.

    Examples
    --------
    >>> from lixia_kpi.projection.calibrated.kinds import KINDS
    >>> amount, share = KINDS[4], KINDS[8]
    >>> reduced("mean share agreement", share), reduced("mean share agreement", amount)[1]
    (('agreement mean', 1.0), 0.0)
    """
    known = {"one": 1.0, "share": float(kind.share), "count": float(kind.counted), "touching": float(kind.touching)}
    if not kind.share:
        known |= {"near": 0.0, "log_near": 0.0, "room": 1.0, "log_room": math.log1p(LEAST_ROOM), "filled": 0.0}
    if not kind.level:
        known |= {"yearly": 0.0, "five": 0.0}
    factors = feature.split()
    left = " ".join(factor for factor in factors if factor not in known)
    return canonical(left) or "one", math.prod(known[factor] for factor in factors if factor in known)


@cache
def folding(features: tuple[str, ...], rows: tuple[str, ...], kind: Kind) -> FloatArray:
    """Give the matrix that turns coefficients of all features into coefficients of those that are computed.

    Parameters
    ----------
    features : all, in the order of the coefficients.
    rows : names of what is computed, factors in alphabetical order.
    kind : of the series.

    Returns
    -------
    FloatArray
        Shape (features, rows).

    Raises
    ------
    ValueError
        A feature is not among the rows.

    Examples
    --------
    >>> from lixia_kpi.projection.calibrated.kinds import KINDS
    >>> folding(("mean", "mean share", "share"), ("one", "mean"), KINDS[8]).tolist()
    [[0.0, 1.0], [0.0, 1.0], [1.0, 0.0]]
    """
    matrix = np.zeros((len(features), len(rows)))
    for place, feature in enumerate(features):
        name, factor = reduced(feature, kind)
        if factor:
            matrix[place, rows.index(name)] = factor
    return matrix
