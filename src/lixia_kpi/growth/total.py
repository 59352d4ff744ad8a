"""Cumulative totals: 五年累计 T, the sum of yearly flows, and the growth that such a sum implies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.arrays import defined, floats, log_ratio
from lixia_kpi.growth.compound import compound_rate

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from lixia_kpi.growth.arrays import FloatArray

_MOST_STEPS = 100
_CLOSE = 4 * np.finfo(np.float64).eps


def total_required(target: ArrayLike, years: ArrayLike) -> FloatArray:
    """Give the mean yearly flow that a cumulative total asks for.

    T / n.

    Parameters
    ----------
    target : T, any shape [unit of the indicator].
    years : n > 0, broadcastable [years].

    Returns
    -------
    FloatArray
        Units per year; NaN where a value is missing or years is not positive.

    Raises
    ------
    ValueError
        The shapes do not broadcast.

    Notes
    -----
    Source: the definition of a cumulative total; no growth rate is implied.

    Examples
    --------
    >>> float(total_required(20, 5))
    4.0
    """
    t, n = floats(target, years)
    with np.errstate(all="ignore"):
        return defined(t / n, n > 0)


def total_needed(target: ArrayLike, done: ArrayLike, remaining: ArrayLike) -> FloatArray:
    """Give the mean yearly flow that the remaining years need.

    (T − Σ) / (Y − t).

    Parameters
    ----------
    target : T, any shape [unit of the indicator].
    done : Σ, the sum of the years observed so far, broadcastable [the same unit].
    remaining : Y − t > 0, broadcastable [years].

    Returns
    -------
    FloatArray
        Units per year, negative when the total is already exceeded; NaN where undefined.

    Raises
    ------
    ValueError
        The shapes do not broadcast.

    Notes
    -----
    Source: the definition of a cumulative total.

    Examples
    --------
    >>> float(total_needed(20, 11, 2))
    4.5
    """
    t, s, n = floats(target, done, remaining)
    with np.errstate(all="ignore"):
        return defined((t - s) / n, n > 0)


def total_completion(target: ArrayLike, done: ArrayLike) -> FloatArray:
    """Give the share of a cumulative total that is done.

    Σ / T.

    Parameters
    ----------
    target : T > 0, any shape [unit of the indicator].
    done : Σ, the sum of the years observed so far, broadcastable [the same unit].

    Returns
    -------
    FloatArray
        Fraction; NaN where a value is missing or the target is not positive.

    Raises
    ------
    ValueError
        The shapes do not broadcast.

    Notes
    -----
    Source: plain share of a total, as Chinese evaluations of housing and training totals use it.

    Examples
    --------
    >>> float(total_completion(20, 11))
    0.55
    """
    t, s = floats(target, done)
    with np.errstate(all="ignore"):
        return defined(s / t, t > 0)


def growth_from_previous_total(target: ArrayLike, previous: ArrayLike, years: ArrayLike = 5) -> FloatArray:
    """Give the yearly growth between two totals that lie one period apart.

    (T / P) ** (1 / years) − 1.

    Parameters
    ----------
    target : T > 0, any shape [unit of the indicator].
    previous : P > 0, the total of the period before, broadcastable [the same unit].
    years : > 0, the years from one period to the next, broadcastable [years].

    Returns
    -------
    FloatArray
        Fraction per year; NaN where undefined.

    Raises
    ------
    ValueError
        The shapes do not broadcast.

    Notes
    -----
    Source: flows that grow steadily by g have totals that grow by (1 + g) ** years.

    Examples
    --------
    >>> float(growth_from_previous_total(20, 15).round(5))
    0.05922
    """
    return compound_rate(previous, target, years)


def growth_from_base_flow(target: ArrayLike, base_flow: ArrayLike, years: ArrayLike) -> FloatArray:
    """Give the steady yearly growth at which flows after a base year add up to a total.

    The g that solves Σ_{k=1..n} b (1 + g)^k = T. With u = ln(1 + g) the log of the mean flow rises in u, is
    convex and has slopes between 1 and n, so Newton's method inside a bracket finds the only root.

    Parameters
    ----------
    target : T > 0, any shape [unit of the indicator].
    base_flow : b > 0, the flow of the year before the period, broadcastable [the same unit].
    years : n, a whole number >= 1, broadcastable [years].

    Returns
    -------
    FloatArray
        Fraction per year, > −1; NaN where undefined.

    Raises
    ------
    ValueError
        The shapes do not broadcast.

    Notes
    -----
    Source: sum of a geometric series.

    Examples
    --------
    >>> float(growth_from_base_flow(20, 3.5, 5).round(5))
    0.04485
    >>> float(growth_from_base_flow(50, 10, 5))
    0.0
    """
    t, b, n = floats(target, base_flow, years)
    with np.errstate(all="ignore"):
        solvable = (t > 0) & (b > 0) & (n >= 1) & (n == np.floor(n))
        n = np.where(solvable, n, 1.0)
        excess = np.where(solvable, log_ratio(n * b, t), 0.0)
        return defined(np.expm1(_solve_log_growth(excess, n)), solvable)


def _solve_log_growth(excess: FloatArray, n: FloatArray) -> FloatArray:
    """Solve ln mean exp(k u) = excess for u, k = 1 … n, by Newton's method from above inside a bracket."""
    low = np.minimum(excess, excess / n)
    largest = excess + np.log(n)  # no term of the sum exceeds the sum, the mean lag is (n + 1) / 2
    high = np.minimum(2 * excess / (n + 1), np.minimum(largest, largest / n))
    u = high
    for _ in range(_MOST_STEPS):
        log_mean, slope = _log_mean(u, n)
        distance = log_mean - excess
        high = np.where(distance > 0, u, high)
        low = np.where(distance < 0, u, low)
        step = u - distance / slope
        proposal = np.where((step >= low) & (step <= high), step, 0.5 * (low + high))
        moved = np.abs(proposal - u)
        u = np.where(distance == 0, u, proposal)
        if bool(np.all((moved <= _CLOSE * (1 + np.abs(u))) | (distance == 0))):
            break
    return u


def _log_mean(u: FloatArray, n: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Give ln mean exp(k u), k = 1 … n, and its derivative, without overflow and without cancellation at u = 0."""
    a = np.abs(u)
    tiny = n * a < 1e-3
    safe = np.where(tiny, 1.0, a)
    half, spread = 0.5 * (n - 1), (n * n - 1) / 12
    falling = np.log(-np.expm1(-n * safe)) - np.log(-np.expm1(-safe)) - np.log(n)
    falling = np.where(tiny, a * (0.5 * spread * a - half), falling)
    mean_lag = 1 / np.expm1(safe) - n / np.expm1(n * safe)
    mean_lag = np.where(tiny, half - spread * a, mean_lag)
    growing = u > 0
    value = u + falling + np.where(growing, (n - 1) * u, 0.0)
    slope = 1 + np.where(growing, (n - 1) - mean_lag, mean_lag)
    return value, slope
