"""Required pathways: the values a target asks for, year by year, from the baseline year to the target year.

Every function returns an array of shape (series, years + 1), column 0 being the baseline year; scalars are one series.
Where series differ in length, columns after a series' own target year are NaN; a series whose years are not a whole
number of at least 1 is NaN throughout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.arrays import defined, floats, log_ratio

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from lixia_kpi.growth.arrays import FloatArray


def compound_pathway(baseline: ArrayLike, target: ArrayLike, years: ArrayLike) -> FloatArray:
    """Give the yearly levels of a compound target.

    b (T / b) ** (k / n) for k = 0 … n.

    Parameters
    ----------
    baseline : b > 0, scalar or (series,) [unit of the indicator].
    target : T > 0, scalar or (series,) [the same unit].
    years : n, a whole number >= 1, scalar or (series,) [years].

    Returns
    -------
    FloatArray
        Shape (series, years + 1), in the unit of the indicator; NaN where undefined.

    Raises
    ------
    ValueError
        More than one axis, or shapes that do not broadcast.

    Notes
    -----
    Source: constant-growth path, as in the WHO billionaiRe target scenario.

    Examples
    --------
    >>> compound_pathway(100, 121, 2).round(6).tolist()
    [[100.0, 110.0, 121.0]]
    """
    b, t, n, k = _grid(baseline, target, years)
    with np.errstate(all="ignore"):
        path = np.where(k == n, t, b * np.exp(log_ratio(b, t) * (k / n)))
        return defined(path, (b > 0) & (t > 0) & (k <= n))


def straight_pathway(baseline: ArrayLike, target: ArrayLike, years: ArrayLike) -> FloatArray:
    """Give the yearly levels of a straight-line target.

    b + (T − b) k / n for k = 0 … n. From 0 to x it is the pathway of a rise by x points.

    Parameters
    ----------
    baseline : b, scalar or (series,) [unit of the indicator or points].
    target : T, scalar or (series,) [the same unit].
    years : n, a whole number >= 1, scalar or (series,) [years].

    Returns
    -------
    FloatArray
        Shape (series, years + 1), in the unit of the indicator; NaN where undefined.

    Raises
    ------
    ValueError
        More than one axis, or shapes that do not broadcast.

    Notes
    -----
    Source: straight path, as in the SDG Index and the WHO billionaiRe fixed-target scenario.

    Examples
    --------
    >>> straight_pathway(46.5, [48.0, 47.5], [3, 2]).tolist()
    [[46.5, 47.0, 47.5, 48.0], [46.5, 47.0, 47.5, nan]]
    """
    b, t, n, k = _grid(baseline, target, years)
    with np.errstate(all="ignore"):
        share = k / n
        return defined(np.where(k == n, t, b * (1 - share) + t * share), k <= n)


def total_pathway(target: ArrayLike, years: ArrayLike) -> FloatArray:
    """Give the cumulative sums of a total that comes in equal yearly parts.

    k T / n for k = 0 … n.

    Parameters
    ----------
    target : T, scalar or (series,) [unit of the indicator].
    years : n, a whole number >= 1, scalar or (series,) [years].

    Returns
    -------
    FloatArray
        Shape (series, years + 1), sums since the start of the period; NaN where undefined.

    Raises
    ------
    ValueError
        More than one axis, or shapes that do not broadcast.

    Notes
    -----
    Source: 20, 40, 60, 80, 100 per cent, as yearly schedules of totals are drawn up.

    Examples
    --------
    >>> total_pathway(20, 5).tolist()
    [[0.0, 4.0, 8.0, 12.0, 16.0, 20.0]]
    """
    return straight_pathway(0.0, target, years)


def bound_pathway(bound: ArrayLike, years: ArrayLike) -> FloatArray:
    """Give the bound of an every-year target in each year of the period.

    The bound for k = 1 … n; nothing is asked of the baseline year, so column 0 is NaN.

    Parameters
    ----------
    bound : scalar or (series,) [unit of the indicator].
    years : n, a whole number >= 1, scalar or (series,) [years].

    Returns
    -------
    FloatArray
        Shape (series, years + 1), in the unit of the indicator.

    Raises
    ------
    ValueError
        More than one axis, or shapes that do not broadcast.

    Notes
    -----
    Source: the definition of a bound that holds every year.

    Examples
    --------
    >>> bound_pathway(3.5, 3).tolist()
    [[nan, 3.5, 3.5, 3.5]]
    """
    _, t, n, k = _grid(0.0, bound, years)
    return defined(t, (k >= 1) & (k <= n))


def growth_pathway(rate: ArrayLike, years: ArrayLike) -> FloatArray:
    """Give the cumulative change that average yearly growth amounts to.

    (1 + r) ** k − 1 for k = 0 … n; one plus it, times the baseline, is the level at constant prices.

    Parameters
    ----------
    rate : r > −1, scalar or (series,) [fraction per year].
    years : n, a whole number >= 1, scalar or (series,) [years].

    Returns
    -------
    FloatArray
        Shape (series, years + 1), fraction since the baseline year; NaN where undefined.

    Raises
    ------
    ValueError
        More than one axis, or shapes that do not broadcast.

    Notes
    -----
    Source: the definition of compound growth.

    Examples
    --------
    >>> growth_pathway(0.1, 2).round(6).tolist()
    [[0.0, 0.1, 0.21]]
    """
    _, r, n, k = _grid(0.0, rate, years)
    with np.errstate(all="ignore"):
        return defined(np.expm1(k * np.log1p(r)) + 0.0, (r > -1) & (k <= n))


def change_pathway(change: ArrayLike, years: ArrayLike) -> FloatArray:
    """Give the cumulative change, year by year, on the way to a cumulative change.

    (1 + p) ** (k / n) − 1 for k = 0 … n.

    Parameters
    ----------
    change : p > −1, scalar or (series,), negative for a cut [fraction].
    years : n, a whole number >= 1, scalar or (series,) [years].

    Returns
    -------
    FloatArray
        Shape (series, years + 1), fraction since the baseline year; NaN where undefined.

    Raises
    ------
    ValueError
        More than one axis, or shapes that do not broadcast.

    Notes
    -----
    Source: compounded cuts of the national rule for energy intensity.

    Examples
    --------
    >>> change_pathway(-0.19, 2).round(6).tolist()
    [[0.0, -0.1, -0.19]]
    """
    _, p, n, k = _grid(0.0, change, years)
    with np.errstate(all="ignore"):
        path = np.where(k == n, p, np.expm1(np.log1p(p) * (k / n)) + 0.0)
        return defined(path, (p > -1) & (k <= n))


def _grid(baseline: ArrayLike, target: ArrayLike, years: ArrayLike) -> tuple[FloatArray, ...]:
    """Spread baseline, target and years over the columns k = 0 … longest period."""
    b, t, n = (np.atleast_1d(array) for array in floats(baseline, target, years))
    if b.ndim > 1:
        raise ValueError(f"a pathway takes one value per series, not an array of {b.ndim} axes")
    (asked,) = floats(years)
    whole = (asked >= 1) & (asked == np.floor(asked))
    k = np.arange(int(np.max(np.where(whole, asked, 0), initial=0)) + 1, dtype=np.float64)
    n = np.where((n >= 1) & (n == np.floor(n)), n, np.nan)
    b, t, n, k = np.broadcast_arrays(b[:, np.newaxis], t[:, np.newaxis], n[:, np.newaxis], k)
    return b, t, n, k
