"""Chains of yearly changes: compounded, never added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.arrays import defined, floats

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from lixia_kpi.growth.arrays import BoolArray, FloatArray


def leading_years(count: ArrayLike, columns: int) -> BoolArray:
    """Mark the first years of a period, as many as each series asks for.

    Parameters
    ----------
    count : years from the start of the period, any shape; 0 marks none [years].
    columns : number of years in the arrays to be masked.

    Returns
    -------
    BoolArray
        Shape of `count` plus one last axis of `columns`.

    Examples
    --------
    >>> leading_years([1, 3], 3).tolist()
    [[True, False, False], [True, True, True]]
    """
    years = floats(count)[0]
    return np.asarray(np.arange(columns) < years[..., np.newaxis])


def compounded_change(changes: ArrayLike, *, span: ArrayLike | None = None) -> FloatArray:
    """Compound yearly changes into the change over the whole span.

    Π(1 + k) − 1 over the years of the span.

    Parameters
    ----------
    changes : k > −1, shape (..., years), NaN where missing [fraction of the year before].
    span : booleans broadcastable to `changes`, the years that count; every year when absent.

    Returns
    -------
    FloatArray
        Fraction, shape (...). NaN where a year of the span is missing, where a change is −100 % or
        worse, and where the span holds no year.

    Raises
    ------
    ValueError
        `changes` has no axis of years, or the shapes do not broadcast.

    Notes
    -----
    Source: the national rule for cumulative cuts; two per cent a year for five years is 9.6 %, not 10 %.

    Examples
    --------
    >>> float(compounded_change([0.0151, -0.0220, -0.0418]).round(4))
    -0.0487
    >>> float(compounded_change([-0.02] * 5).round(4))
    -0.0961
    """
    total, _ = _sum_of_logs(changes, span)
    with np.errstate(all="ignore"):
        return defined(np.expm1(total), True)


def mean_growth_rate(changes: ArrayLike, *, span: ArrayLike | None = None) -> FloatArray:
    """Give the mean yearly growth rate of a chain of yearly changes (geometric).

    Π(1 + k) ** (1 / m) − 1 over the m years of the span.

    Parameters
    ----------
    changes : k > −1, shape (..., years), NaN where missing [fraction of the year before].
    span : booleans broadcastable to `changes`, the years that count; every year when absent.

    Returns
    -------
    FloatArray
        Fraction per year, shape (...); NaN as in `compounded_change`.

    Raises
    ------
    ValueError
        `changes` has no axis of years, or the shapes do not broadcast.

    Notes
    -----
    Source: average annual growth (年均增长) at constant prices as statistical bulletins define it.

    Examples
    --------
    >>> float(mean_growth_rate([0.0, 0.21]).round(4))
    0.1
    """
    total, count = _sum_of_logs(changes, span)
    with np.errstate(all="ignore"):
        return defined(np.expm1(total / count), count > 0)


def _sum_of_logs(changes: ArrayLike, span: ArrayLike | None) -> tuple[FloatArray, FloatArray]:
    """Sum ln(1 + k) over the span, and count its years; NaN where a year is missing or has no logarithm."""
    (k,) = floats(changes)
    if k.ndim == 0:
        raise ValueError("changes need an axis of years: shape (years,) or (series, years)")
    k, counted = np.broadcast_arrays(k, np.asarray(True if span is None else span, dtype=np.bool_))
    with np.errstate(all="ignore"):
        logs = np.where(k > -1, np.log1p(k), np.nan)
    total = np.sum(np.where(counted, logs, 0.0), axis=-1)
    count = np.sum(counted, axis=-1, dtype=np.float64)
    return np.where(count > 0, total, np.nan), np.asarray(count)
