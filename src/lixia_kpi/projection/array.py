"""Projection of arrays: one call for one series or a million."""

from __future__ import annotations

from operator import index
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.arrays import floats
from lixia_kpi.projection.bounds import MEASURES, measure_codes, within_bounds, without_false_shares
from lixia_kpi.projection.calibrated import around, predict
from lixia_kpi.projection.choose import choose
from lixia_kpi.projection.methods import AUTO, CALIBRATED, METHODS, NO_METHOD, PRINTED_GROWTH, check_method
from lixia_kpi.projection.plain.printed_growth import printed_growth as carry_on_printed_growth
from lixia_kpi.projection.result import Projection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike

    from lixia_kpi.growth.arrays import FloatArray, IntArray, NameArray
    from lixia_kpi.projection.result import Distribution


def project_array(
    values: ArrayLike,
    *,
    horizon: int,
    measure: str | Sequence[str] | NameArray,
    interval: float = 0.80,
    method: str = AUTO,
    printed_growth: ArrayLike | None = None,
) -> Projection:
    """Project yearly series.

    Parameters
    ----------
    values : shape (series, years), or (years,) for one series; oldest first, NaN where missing [unit of the
        indicator, per cent for shares].
    horizon : years to project, >= 1; step 1 is the year after the last column.
    measure : `amount`, `count`, `share`, `index`, `rate` or `rank`, one for all or one a series; a share that has been
        well above 100 is projected as a rate.
    interval : probability that the interval is meant to hold, between 0 and 1.
    method : `auto`, or a method by name.
    printed_growth : published growth for series with a single value, scalar or (series,), NaN where none [fraction
        per year].

    Returns
    -------
    Projection
        Arrays of shape (series, horizon) in the unit of the indicator, within the bounds of the measure; NaN, and the
        method `none`, where a series cannot be carried on.

    Raises
    ------
    ValueError
        An unknown method or measure, a wrong shape, infinite values, a horizon below 1, or an interval outside (0, 1).

    Notes
    -----
    Source: docs/method.md for the calibrated rule, each plain method's own page; `auto` follows `choose`.

    Examples
    --------
    >>> p = project_array([100.0, 110.0, 121.0, 130.0], horizon=2, measure="amount")
    >>> p.method.tolist(), bool(p.lower[0, 1] < p.centre[0, 1] < p.upper[0, 1])
    (['calibrated'], True)
    >>> bool(p.chance(130.0, step=2, direction="up")[0] > 0.5)
    True
    >>> project_array([[96.0, 98.0], [50.0, 52.0]], horizon=2, measure="share", method="linear").centre.tolist()
    [[100.0, 100.0], [54.0, 56.0]]
    """
    years = _horizon(horizon)
    check_method(method)
    if not 0 < interval < 1:
        raise ValueError(f"interval must lie between 0 and 1, not {interval}")
    series = _series(values)
    codes = without_false_shares(series, measure_codes(measure, series.shape[0]))
    growth = _growth(printed_growth, series.shape[0])
    chosen = choose(series, codes, growth=growth) if method == AUTO else np.full(series.shape[0], method)
    centre, distribution = _carry_on(series, chosen, years, growth, codes)
    chosen = np.where(np.all(np.isnan(centre), axis=1), NO_METHOD, chosen)
    return Projection.around(centre, interval=float(interval), method=chosen, distribution=distribution)


def _carry_on(
    values: FloatArray,
    chosen: NameArray,
    horizon: int,
    growth: FloatArray,
    codes: IntArray,
) -> tuple[FloatArray, Distribution | None]:
    """Run each method once, on the series that it was chosen for, and put its own errors around it."""
    centre = np.full((values.shape[0], horizon), np.nan)
    distribution: Distribution | None = None
    measure = np.array(MEASURES)[codes]
    for name in (CALIBRATED, PRINTED_GROWTH, *METHODS):
        rows = chosen == name
        if not rows.any():
            continue
        if name == CALIBRATED:
            distribution = predict(np.where(rows[:, np.newaxis], values, np.nan), horizon=horizon, measure=measure)
            centre[rows] = distribution.centre[rows]
        elif name == PRINTED_GROWTH:
            centre[rows] = within_bounds(carry_on_printed_growth(values[rows], growth[rows], horizon), codes[rows])
        else:
            centre[rows] = within_bounds(METHODS[name](values[rows], horizon), codes[rows])
            if rows.all():
                distribution = around(centre, values, method=name, measure=measure)
    return centre, distribution


def _series(values: ArrayLike) -> FloatArray:
    """Read values as (series × years), refusing what is no such array."""
    try:
        array = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ValueError(f"values must be numbers in rows of equal length: {error}") from error
    if array.ndim == 1:
        array = array[np.newaxis, :]
    if array.ndim != 2 or array.shape[1] == 0:
        raise ValueError(f"values must have shape (series, years) with at least one year, not {array.shape}")
    infinite = np.argwhere(np.isinf(array))
    if infinite.size:
        row, column = infinite[0].tolist()
        raise ValueError(f"values must be finite or NaN: series {row}, year {column} is infinite")
    return array


def _growth(printed_growth: ArrayLike | None, series: int) -> FloatArray:
    """Read printed growth as one rate a series, NaN where none."""
    (growth,) = floats(np.nan if printed_growth is None else printed_growth)
    if growth.ndim > 1 or (growth.ndim == 1 and growth.shape[0] != series):
        raise ValueError(f"printed_growth must be one rate or one for each of {series} series, not {growth.shape}")
    return np.broadcast_to(growth, (series,))


def _horizon(horizon: int) -> int:
    """Read the horizon as a whole number of at least 1."""
    try:
        years = index(horizon)
    except TypeError:
        raise ValueError(f"horizon must be a whole number, not {horizon!r}") from None
    if years < 1:
        raise ValueError(f"horizon must be at least 1, not {years}")
    return years
