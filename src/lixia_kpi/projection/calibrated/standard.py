"""Standard errors: what is left of the pooled errors once each is divided by its spread, as quantiles and chances."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray

_HALF = (0.005, 0.01, 0.02, 0.035, 0.05, 0.075, 0.1, 0.14, 0.18, 0.22, 0.26, 0.3, 0.35, 0.4, 0.45)
PROBABILITIES: FloatArray = np.array([*_HALF, 0.5, *(round(1 - p, 4) for p in reversed(_HALF))])
"""Probabilities at which the quantiles of the pooled errors are stored."""

SUREST = 0.999
"""No chance is stated above this or below its complement: the panel cannot show more."""

TAIL = 3.0
"""Beyond the stored quantiles the tails fall with this power."""

_MIDDLE = len(_HALF)
_LINES = np.clip(np.arange(PROBABILITIES.size + 1) - 1, 0, PROBABILITIES.size - 2)
"""Which line between stored quantiles serves an error that has passed so many of them."""


def standard_quantile(table: FloatArray, q: float) -> FloatArray:
    """Give the quantile of the standard errors.

    Linear between stored probabilities; beyond them z_e + (z_e − z_½)((p_e / p)^(1/3) − 1), p the tail's probability.

    Parameters
    ----------
    table : quantiles at `PROBABILITIES`, shape (…, probabilities).
    q : probability between 0 and 1; taken as 0.001 or 0.999 beyond these.

    Returns
    -------
    FloatArray
        Shape (…), without unit.

    Notes
    -----
    Source: empirical quantiles of pooled errors, with a tail as heavy as Student's t with three degrees of freedom.

    Examples
    --------
    >>> standard_quantile(np.linspace(-2, 2, PROBABILITIES.size), 0.5).item()
    0.0
    """
    q = min(max(q, 1 - SUREST), SUREST)
    edge = 0 if q < 0.5 else -1
    inner, p = (PROBABILITIES[0], q) if q < 0.5 else (1 - PROBABILITIES[-1], 1 - q)
    if p < inner:
        end = table[..., edge]
        return np.asarray(end + (end - table[..., _MIDDLE]) * ((inner / p) ** (1 / TAIL) - 1))
    right = min(max(int(np.searchsorted(PROBABILITIES, q)), 1), PROBABILITIES.size - 1)
    share = (q - PROBABILITIES[right - 1]) / (PROBABILITIES[right] - PROBABILITIES[right - 1])
    return np.asarray(table[..., right - 1] * (1 - share) + table[..., right] * share)


def standard_quantiles(quantiles: FloatArray, probabilities: FloatArray) -> FloatArray:
    """Give many quantiles of one table; the same figures as `standard_quantile`.

    Parameters
    ----------
    quantiles : at `PROBABILITIES`, shape (probabilities,).
    probabilities : between 0 and 1, any shape; taken as 0.001 or 0.999 beyond these.

    Returns
    -------
    FloatArray
        The shape of `probabilities`, without unit.

    Notes
    -----
    Source: as for `standard_quantile`.

    Examples
    --------
    >>> standard_quantiles(np.linspace(-2, 2, PROBABILITIES.size), np.array([0.1, 0.5])).round(4).tolist()
    [-1.2, 0.0]
    """
    q = np.clip(probabilities, 1 - SUREST, SUREST)
    low, middle, high = quantiles[0], quantiles[_MIDDLE], quantiles[-1]
    below = low + (low - middle) * ((PROBABILITIES[0] / np.minimum(q, PROBABILITIES[0])) ** (1 / TAIL) - 1)
    rest = 1 - PROBABILITIES[-1]
    beyond = high + (high - middle) * ((rest / np.minimum(1 - q, rest)) ** (1 / TAIL) - 1)
    inside = np.interp(q, PROBABILITIES, quantiles)
    return np.where(q < PROBABILITIES[0], below, np.where(q > PROBABILITIES[-1], beyond, inside))


def standard_probability(quantiles: FloatArray, error: FloatArray) -> FloatArray:
    """Give the probability that a standard error is at most a value; the inverse of `standard_quantile`.

    Parameters
    ----------
    quantiles : at `PROBABILITIES`, strictly rising, shape (probabilities,).
    error : any shape, without unit.

    Returns
    -------
    FloatArray
        The shape of `error`, between 0.001 and 0.999; NaN stays NaN.

    Notes
    -----
    Source: the inverse of the table; the bounds keep a chance from being stated as certain.

    Examples
    --------
    >>> standard_probability(np.linspace(-2, 2, PROBABILITIES.size), np.array([-99.0, 0.0, 99.0])).round(4).tolist()
    [0.001, 0.5, 0.999]
    """
    flat = np.asarray(error).ravel()
    passed = np.add.reduce(np.greater_equal(flat, quantiles[:, np.newaxis]).view(np.int8), dtype=np.int8)
    slope = np.diff(PROBABILITIES) / np.diff(quantiles)
    start = PROBABILITIES[:-1] - slope * quantiles[:-1]
    line = passed.astype(np.intp)
    found = flat * slope[_LINES][line]
    found += start[_LINES][line]
    low, middle, high = quantiles[0], quantiles[_MIDDLE], quantiles[-1]
    below, beyond = np.flatnonzero(flat < low), np.flatnonzero(passed == quantiles.size)
    far = 1 + (low - flat[below]) / (middle - low)
    found[below] = np.maximum(PROBABILITIES[0] * far**-TAIL, 1 - SUREST)
    far = 1 + (flat[beyond] - high) / (high - middle)
    found[beyond] = np.minimum(1 - (1 - PROBABILITIES[-1]) * far**-TAIL, SUREST)
    return np.asarray(found.reshape(np.shape(error)))
