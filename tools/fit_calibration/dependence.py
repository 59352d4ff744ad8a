"""How the errors of one series hang together from year to year, and quasi-random paths that do the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from pooled import described
from scipy.special import ndtri
from scipy.stats import qmc

from lixia_kpi.projection.calibrated.standard import standard_probability
from lixia_kpi.projection.calibrated.tables import KNOTS, LENGTHS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from panel import Drawn

PATHS = 512
YEARS = 20
FROM_LENGTHS = (5, 8, 10)


def year_correlation(drawn: Mapping[int, Drawn], fitted: Mapping[str, NDArray[np.float64]]) -> NDArray[np.float64]:
    """Correlate the normal scores of standard errors at the knots, pooled over three lengths."""
    scores = []
    for n in FROM_LENGTHS:
        one, place = described(drawn[n], level=True), LENGTHS.index(n)
        known = np.all(np.isfinite(one.far), axis=1)
        score = np.empty((int(known.sum()), len(KNOTS)))
        for k in range(len(KNOTS)):
            size = np.exp(np.clip(one.spread[known] @ fitted["spread"][1, place, k], -6, 6))
            centre = one.centre[known] @ fitted["centre"][1, place, k] * one.volatility[known]
            centre = np.clip(centre, one.lowest[known], one.highest[known])
            error = (one.far[known, k] - centre) / one.volatility[known]
            score[:, k] = ndtri(standard_probability(fitted["quantiles"][1, place, k], error / size))
        scores.append(score)
    return np.asarray(np.corrcoef(np.concatenate(scores), rowvar=False))


def power_of(correlation: NDArray[np.float64]) -> float:
    """Fit p in the correlation (i / j)^p of years i < j; a random walk has p = 1/2."""
    pairs = [(i, j) for i in range(len(KNOTS)) for j in range(i + 1, len(KNOTS))]
    x = np.array([np.log(KNOTS[i] / KNOTS[j]) for i, j in pairs])
    y = np.array([np.log(max(correlation[i, j], 0.01)) for i, j in pairs])
    return float(x @ y / (x @ x))


def ranks(correlation: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rank a Sobol sample of a Gaussian copula with the fitted correlations, (paths, years)."""
    year = np.arange(1, YEARS + 1)
    ratio = np.minimum.outer(year, year) / np.maximum.outer(year, year)
    matrix = ratio ** power_of(correlation)
    uniform = (qmc.Sobol(YEARS, scramble=False).random(PATHS) + 0.5 / PATHS) % 1.0
    normal = ndtri(uniform) @ np.linalg.cholesky(matrix).T
    return np.argsort(np.argsort(normal, axis=0, kind="stable"), axis=0, kind="stable")
