"""Projection of arrays: one call for one series or a million."""

from __future__ import annotations

from operator import index
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.arrays import floats
from lixia_kpi.projection.bounds import measure_codes, within_bounds
from lixia_kpi.projection.calibrated import errors_around, rule_over
from lixia_kpi.projection.calibrated.survey import once, survey
from lixia_kpi.projection.choose import choose
from lixia_kpi.projection.methods import (
    AUTO,
    CALIBRATED,
    METHODS,
    NAMES,
    NO_METHOD,
    PRINTED_GROWTH,
    check_method,
    named,
)
from lixia_kpi.projection.plain.printed_growth import printed_growth as carry_on_printed_growth
from lixia_kpi.projection.result import Projection
from lixia_kpi.projection.workers import cores

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

    from lixia_kpi.growth.arrays import FloatArray, NameArray
    from lixia_kpi.projection.calibrated.survey import Survey
    from lixia_kpi.projection.result import Distribution


def project_array(
    values: ArrayLike,
    *,
    horizon: int,
    measure: str | Sequence[str] | NameArray,
    interval: float = 0.80,
    method: str = AUTO,
    printed_growth: ArrayLike | None = None,
    ends: bool = True,
    workers: int | None = None,
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
    ends : work out `lower` and `upper` along with the centre; without, they are worked out when they are first read.
    workers : blocks of series worked on at a time, >= 1; None for as many as the process has cores, where there are
        enough series. The figures are the same whatever the number.

    Returns
    -------
    Projection
        Arrays of shape (series, horizon) in the unit of the indicator, within the bounds of the measure; NaN, and the
        method `none`, where a series cannot be carried on.

    Raises
    ------
    ValueError
        An unknown method or measure, a wrong shape, infinite values, a horizon or workers below 1, or an
        interval outside (0, 1).

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
    years = _whole(horizon, "horizon")
    check_method(method)
    if not 0 < interval < 1:
        raise ValueError(f"interval must lie between 0 and 1, not {interval}")
    series = _series(values)
    count = series.shape[0]
    growth = _growth(printed_growth, count)
    used = cores(count) if workers is None else _whole(workers, "workers")
    seen = survey(series, measure_codes(measure, count), workers=used)
    if once(seen.infinite).any():
        row, column = np.argwhere(np.isinf(series))[0].tolist()
        raise ValueError(f"values must be finite or NaN: series {row}, year {column} is infinite")
    chosen = choose(seen, growth=growth) if method == AUTO else np.full(count, NAMES.index(method), np.int8)
    centre, distribution = _carry_on(series, seen, chosen, growth, years, interval if ends else None, used)
    if method in METHODS:
        distribution = errors_around(series, seen.key, centre, method=method, workers=used)
    unknown = np.flatnonzero(np.isnan(centre[:, 0]))
    chosen[unknown[np.all(np.isnan(centre[unknown]), axis=1)]] = NAMES.index(NO_METHOD)
    return Projection(centre, interval=float(interval), method=named(chosen), distribution=distribution)


def _carry_on(
    values: FloatArray,
    seen: Survey,
    chosen: NDArray[np.int8],
    growth: FloatArray,
    horizon: int,
    interval: float | None,
    workers: int,
) -> tuple[FloatArray, Distribution | None]:
    """Run each method once, on the series that it was chosen for."""
    calibrated = chosen == NAMES.index(CALIBRATED)
    distribution: Distribution | None = None
    if calibrated.any():
        wanted = None if calibrated.all() else calibrated
        distribution = rule_over(values, seen.key, horizon=horizon, interval=interval, wanted=wanted, workers=workers)
        if wanted is None:
            return distribution.centre, distribution
        centre = distribution.centre.copy(order="K")
    else:
        centre = np.full((horizon, len(values)), np.nan).T
    for place in np.flatnonzero(np.bincount(chosen)).tolist():
        name, rows = NAMES[place], chosen == place
        if name == PRINTED_GROWTH:
            centre[rows] = within_bounds(carry_on_printed_growth(values[rows], growth[rows], horizon), seen.codes[rows])
        elif name in METHODS:
            centre[rows] = within_bounds(METHODS[name](values[rows], horizon), seen.codes[rows])
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
    return array


def _growth(printed_growth: ArrayLike | None, series: int) -> FloatArray:
    """Read printed growth as one rate a series, NaN where none."""
    (growth,) = floats(np.nan if printed_growth is None else printed_growth)
    if growth.ndim > 1 or (growth.ndim == 1 and growth.shape[0] != series):
        raise ValueError(f"printed_growth must be one rate or one for each of {series} series, not {growth.shape}")
    return np.broadcast_to(growth, (series,))


def _whole(number: int, name: str) -> int:
    """Read a number that is whole and at least 1."""
    try:
        whole = index(number)
    except TypeError:
        raise ValueError(f"{name} must be a whole number, not {number!r}") from None
    if whole < 1:
        raise ValueError(f"{name} must be at least 1, not {whole}")
    return whole
