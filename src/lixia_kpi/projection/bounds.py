"""Natural bounds of a measure: amounts and counts are never negative, shares never leave 0 to 100."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from numpy.typing import NDArray

    from lixia_kpi.growth.arrays import FloatArray, NameArray

    CodeArray: TypeAlias = NDArray[np.int8]

BOUNDS: dict[str, tuple[float, float]] = {
    "amount": (0.0, np.inf),
    "count": (0.0, np.inf),
    "share": (0.0, 100.0),
    "index": (-np.inf, np.inf),
    "rate": (-np.inf, np.inf),
    "rank": (1.0, np.inf),
}
MEASURES = tuple(BOUNDS)
ROUNDING = 0.5
"""Points by which a share may be over 100 for rounding alone."""


def measure_codes(measure: str | Sequence[str] | NameArray, series: int) -> CodeArray:
    """Read one measure for all series, or one a series, as positions in `MEASURES`.

    Parameters
    ----------
    measure : one of `MEASURES`, or a sequence of them, one a series.
    series : number of series.

    Returns
    -------
    CodeArray
        Shape (series,).

    Raises
    ------
    ValueError
        An unknown measure, or not as many measures as series.

    Examples
    --------
    >>> measure_codes(["count", "share"], 2).tolist()
    [1, 2]
    """
    names = np.asarray(measure, dtype=np.str_)
    if names.ndim > 1 or (names.ndim == 1 and names.shape[0] != series):
        raise ValueError(f"measure must be one name or one for each of {series} series, not shape {names.shape}")
    codes = np.full(names.shape, -1, dtype=np.int8)
    for code, name in enumerate(MEASURES):
        codes[names == name] = code
    unknown = codes < 0
    if bool(np.any(unknown)):
        first = str(names[unknown].ravel()[0])
        raise ValueError(f"unknown measure {first!r}: expected one of {', '.join(MEASURES)}")
    return np.broadcast_to(codes, (series,))


def within_bounds(values: FloatArray, codes: CodeArray) -> FloatArray:
    """Cut projected values at the natural bounds of their measure.

    Parameters
    ----------
    values : shape (series, horizon) [unit of the indicator, per cent for shares].
    codes : measures as `measure_codes` gives them, shape (series,).

    Returns
    -------
    FloatArray
        The same shape: shares within 0 to 100, amounts and counts at least 0, ranks at least 1; NaN stays NaN.

    Notes
    -----
    Source: the definition of each measure.

    Examples
    --------
    >>> within_bounds(np.array([[98.0, 103.0], [1.0, -2.0]]), measure_codes(["share", "amount"], 2)).tolist()
    [[98.0, 100.0], [1.0, 0.0]]
    """
    limits = np.array(list(BOUNDS.values()))[codes]
    return np.clip(values, limits[:, :1], limits[:, 1:])
