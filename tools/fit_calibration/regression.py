"""The two regressions: medians by least absolute deviations, spreads by the Laplace likelihood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.linalg import cho_factor, cho_solve

if TYPE_CHECKING:
    from numpy.typing import NDArray

RIDGE = 1e-3
LARGEST = 30.0
"""Scaled errors beyond this count as this."""


def median_fit(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    weight: NDArray[np.float64],
    *,
    start: NDArray[np.float64] | None = None,
    rounds: int = 16,
) -> NDArray[np.float64]:
    """Fit b so that the weighted sum of |y − x b| is least, by reweighted least squares with a small ridge.

    Features are scaled to a mean square of one first; a feature that is zero throughout gets no weight.
    """
    size = np.sqrt(np.mean(x * x, axis=0))
    used = size > 1e-9
    scaled = x[:, used] / size[used]
    b = np.zeros(int(used.sum())) if start is None else (start * size)[used]
    penalty = np.full(b.size, RIDGE * len(y))
    penalty[0] = 0.0
    for turn in range(rounds):
        residual = np.abs(y - scaled @ b)
        w = weight / np.maximum(residual, 0.02 + (0.3 * 0.6**turn if start is None else 0.0))
        weighted = scaled * w[:, np.newaxis]
        matrix = weighted.T @ scaled + np.diag(penalty * np.mean(w) + 1e-9)
        b = cho_solve(cho_factor(matrix), weighted.T @ y)
    result = np.zeros(x.shape[1])
    result[used] = b / size[used]
    return result


def spread_fit(x: NDArray[np.float64], error: NDArray[np.float64], *, rounds: int = 14) -> NDArray[np.float64]:
    """Fit g so that the sum of x g + |error| exp(−x g) is least: the Laplace likelihood with spread exp(x g)."""
    mean, deviation = x.mean(axis=0), x.std(axis=0)
    used = deviation > 1e-9
    used[0] = False
    z = np.column_stack([np.ones(len(x)), (x[:, used] - mean[used]) / deviation[used]])
    size = np.minimum(np.abs(error), LARGEST)
    g = np.zeros(z.shape[1])
    g[0] = np.log(size.mean() + 1e-9)
    penalty = RIDGE * np.eye(g.size)
    penalty[0, 0] = 0.0
    for _ in range(rounds):
        e = size * np.exp(-np.clip(z @ g, -8, 8))
        slope = z.T @ (1 - e) / len(z) + penalty @ g
        curve = (z * e[:, np.newaxis]).T @ z / len(z) + penalty + 1e-6 * np.eye(g.size)
        step = np.linalg.solve(curve, slope)
        g = g - step * min(1.0, 1.5 / float(np.max(np.abs(step))))
    result = np.zeros(x.shape[1])
    result[used] = g[1:] / deviation[used]
    result[0] = g[0] - float(result[used] @ mean[used])
    return result
