"""Natural bounds of a measure: amounts and counts are never negative, shares never leave 0 to 100."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.growth.arrays import FloatArray, NameArray

BOUNDS: dict[str, tuple[float, float]] = {
    "amount": (0.0, np.inf),
    "count": (0.0, np.inf),
    "share": (0.0, 100.0),
    "index": (-np.inf, np.inf),
    "rate": (-np.inf, np.inf),
    "rank": (1.0, np.inf),
}
MEASURES = tuple(BOUNDS)


def measure_names(measure: str | Sequence[str] | NameArray, series: int) -> NameArray:
    """Read one measure for all series, or one a series.

    Parameters
    ----------
    measure : one of `MEASURES`, or a sequence of them, one a series.
    series : number of series.

    Returns
    -------
    NameArray
        Shape (series,).

    Raises
    ------
    ValueError
        An unknown measure, or not as many measures as series.

    Examples
    --------
    >>> measure_names("share", 2).tolist()
    ['share', 'share']
    """
    names = np.asarray(measure, dtype=np.str_)
    unknown = ~np.isin(names, MEASURES)
    if bool(np.any(unknown)):
        first = str(names[unknown].ravel()[0])
        raise ValueError(f"unknown measure {first!r}: expected one of {', '.join(MEASURES)}")
    if names.ndim > 1 or (names.ndim == 1 and names.shape[0] != series):
        raise ValueError(f"measure must be one name or one for each of {series} series, not shape {names.shape}")
    return np.broadcast_to(names, (series,))


def within_bounds(values: FloatArray, measure: str | Sequence[str] | NameArray) -> FloatArray:
    """Cut projected values at the natural bounds of their measure.

    Parameters
    ----------
    values : shape (series, horizon) [unit of the indicator, per cent for shares].
    measure : one of `MEASURES`, or one a series.

    Returns
    -------
    FloatArray
        The same shape: shares within 0 to 100, amounts and counts at least 0, ranks at least 1; NaN stays NaN.

    Raises
    ------
    ValueError
        An unknown measure, or not as many measures as series.

    Notes
    -----
    Source: the definition of each measure.

    Examples
    --------
    >>> within_bounds(np.array([[98.0, 103.0], [1.0, -2.0]]), ["share", "amount"]).tolist()
    [[98.0, 100.0], [1.0, 0.0]]
    """
    names, which = np.unique(measure_names(measure, values.shape[0]), return_inverse=True)
    if names.size == 0:
        return values
    limits = np.array([BOUNDS[str(name)] for name in names])[which]
    return np.clip(values, limits[:, :1], limits[:, 1:])
