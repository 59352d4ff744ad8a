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

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.projection.calibrated.kinds import Kind

LEAST_ROOM = 0.02
"""Added to the room below an upper bound before its logarithm is taken."""

CENTRE = (
    *("one", "share", "near", "near near", "overall", "recent", "mean", "last"),
    *("overall share", "overall count", "overall near", "recent near", "overall room"),
    *("mean room steadiness", "mean share steadiness"),
    *("overall noise", "last noise", "mean noise noise", "last noise noise"),
    *("mean ratio", "last ratio", "mean ratio share", "last ratio agreement"),
    *("overall noise agreement", "mean share agreement", "mean echo", "recent echo"),
    *("last_rise", "last_rise share", "mean_rise agreement", "overall_size noise"),
)
"""Features of the centre. Every move is in units of the series' own yearly volatility; the rest is without unit."""

SPREAD = (
    *("one", "noise", "log_residual", "turn", "overall_size", "echo", "mean"),
    *("share", "share noise", "count noise", "touching", "touching noise", "log_near"),
)
"""Features of the logarithm of the spread."""

SPREAD_OF_METHOD = (
    *SPREAD,
    *("steadiness", "agreement", "noise noise", "steadiness noise", "steadiness agreement"),
    *("count", "share steadiness", "near", "near near", "room", "log_room", "filled steadiness", "filled filled"),
)
"""The same for plain methods, whose errors hang more on how a series has moved: the default rule has seen to that."""


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
