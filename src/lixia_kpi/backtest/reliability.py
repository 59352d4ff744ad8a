"""Reliability: what was said by chances of one class, and how often it happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.backtest.metrics import clustered_error
from lixia_kpi.projection.likelihood import LIKELIHOODS, likelihood

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray, IntArray


@dataclass(frozen=True, slots=True)
class Reliability:
    """One class of chances: its name, how many were stated, their mean, and the share that happened."""

    likelihood: str
    count: int
    stated: float
    happened: float


def reliability_of(stated: FloatArray, happened: FloatArray) -> tuple[Reliability, ...]:
    """Sort chances by the classes of `projection.likelihood` and count what happened.

    Parameters
    ----------
    stated : chances, NaN where none was stated.
    happened : 1 or 0 of the same shape, NaN where it is not known.

    Returns
    -------
    tuple of Reliability
        From very likely to very unlikely; classes without a chance are left out.

    Examples
    --------
    >>> reliability_of(np.array([0.95, 0.95, 0.5]), np.array([1.0, 0.0, 1.0]))[0].happened
    0.5
    """
    known = ~np.isnan(stated) & ~np.isnan(happened)
    chances, truth = stated[known], happened[known]
    classes = np.array([LIKELIHOODS.index(likelihood(percent / 100)) for percent in range(101)])
    own = classes[np.rint(100 * chances).astype(np.intp)]
    return tuple(
        Reliability(name, int(rows.sum()), float(chances[rows].mean()), float(truth[rows].mean()))
        for place, name in enumerate(LIKELIHOODS)
        if (rows := own == place).any()
    )


def brier(stated: FloatArray, happened: FloatArray) -> FloatArray:
    """Give the squared distance of each chance from what happened; the mean is the Brier score.

    Notes
    -----
    Source: Brier (1950).

    Examples
    --------
    >>> brier(np.array([0.9, 0.5]), np.array([1.0, 0.0])).round(2).tolist()
    [0.01, 0.25]
    """
    return (stated - happened) ** 2


def overconfidence(stated: FloatArray, happened: FloatArray, series: IntArray) -> tuple[float, float]:
    """Give how far the Brier score exceeds what the chances themselves promise, Σ p (1 − p) / n, and its error.

    Parameters
    ----------
    stated, happened : as for `reliability_of`, shape (n,).
    series : (n,) the series each chance belongs to.

    Returns
    -------
    tuple
        The excess: 0 for chances that hold, positive for chances too close to 0 or 1; and its standard error.

    Notes
    -----
    Source: the numerator of Spiegelhalter's statistic (1986), with errors clustered by series.

    Examples
    --------
    >>> overconfidence(np.array([0.9, 0.9]), np.array([1.0, 0.0]), np.array([0, 1]))[0].__round__(2)
    0.32
    """
    excess = brier(stated, happened) - stated * (1 - stated)
    known = excess[~np.isnan(excess)]
    mean = float(known.mean()) if known.size else np.nan
    return mean, clustered_error(excess, series)
