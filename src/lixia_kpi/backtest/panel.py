"""Known series as one array, and every origin from which they can be projected and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray, NameArray

LONGEST = 15
"""Years of history that a projection is given: no rule looks further back."""

LEAST_HISTORY = 2
"""Values that an origin must have behind it, itself included."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Known yearly series; column k of a row is k years after the row's own first year.

    Parameters
    ----------
    values
        (series, years), NaN where missing [unit of the indicator, per cent for shares].
    measure
        (series,) names as in `projection.MEASURES`.
    required
        (series, years) what a plan requires of each year, NaN where nothing.
    rising
        (series,) whether the required value is to be reached from below.
    """

    values: FloatArray
    measure: NameArray
    required: FloatArray
    rising: BoolArray

    @classmethod
    def of(
        cls,
        series: Sequence[Sequence[float]],
        measure: Sequence[str],
        required: Sequence[Sequence[float]] | None = None,
        rising: Sequence[bool] | None = None,
    ) -> Panel:
        """Set series of any lengths under one another.

        Parameters
        ----------
        series : values of each series, a year a place, NaN where missing.
        measure : one name a series.
        required : what a plan requires of the same years, as long as the series; None where there is no plan.
        rising : one a series; None where there is no plan.

        Raises
        ------
        ValueError
            The lengths do not fit.

        Examples
        --------
        >>> Panel.of([[1.0, 2.0], [3.0]], ["amount", "share"]).values.tolist()
        [[1.0, 2.0], [3.0, nan]]
        """
        if len(measure) != len(series) or (required is not None and list(map(len, required)) != list(map(len, series))):
            raise ValueError("measure and required must fit the series")
        years = max(map(len, series), default=0)
        values, wanted = (np.full((len(series), years), np.nan) for _ in range(2))
        for row, numbers in enumerate(series):
            values[row, : len(numbers)] = numbers
            if required is not None:
                wanted[row, : len(numbers)] = required[row]
        upward = np.ones(len(series), dtype=np.bool_) if rising is None else np.array(rising, dtype=np.bool_)
        return cls(values, np.array(measure, dtype=np.str_), wanted, upward)


@dataclass(frozen=True, slots=True)
class Origins:
    """Years to project from: (origins, …) each with the series it belongs to.

    `history` (origins, `LONGEST`) ends with the origin; `truth` and `required` (origins, horizon) follow it.
    """

    series: IntArray
    measure: NameArray
    history: FloatArray
    truth: FloatArray
    required: FloatArray
    rising: BoolArray

    @property
    def latest(self) -> FloatArray:
        """The value at each origin, shape (origins,)."""
        return self.history[:, -1]


def rolling_origins(panel: Panel, *, horizon: int) -> Origins:
    """Find every year of every series that has a value, one before it, and one within the horizon after it.

    Parameters
    ----------
    panel : the known series.
    horizon : years to look ahead, >= 1.

    Examples
    --------
    >>> origins = rolling_origins(Panel.of([[1.0, 2.0, 3.0, 5.0]], ["amount"]), horizon=2)
    >>> origins.latest.tolist(), origins.truth.tolist()
    ([2.0, 3.0], [[3.0, 5.0], [5.0, nan]])
    """
    rows, years = panel.values.shape
    before, after = np.full((rows, LONGEST - 1), np.nan), np.full((rows, horizon), np.nan)
    values = np.concatenate([before, panel.values, after], axis=1)
    required = np.concatenate([before, panel.required, after], axis=1)
    known = ~np.isnan(panel.values)
    enough = known & (np.cumsum(known, axis=1) >= LEAST_HISTORY)
    later = np.cumsum(np.concatenate([known, np.zeros((rows, horizon), dtype=np.bool_)], axis=1), axis=1)
    enough &= later[:, horizon : horizon + years] > later[:, :years]
    series, column = np.nonzero(enough)
    place = column + LONGEST - 1
    past = values[series[:, None], place[:, None] + np.arange(1 - LONGEST, 1)]
    ahead = place[:, None] + np.arange(1, horizon + 1)
    kept = np.count_nonzero(~np.isnan(past), axis=1) >= LEAST_HISTORY
    series, ahead = series[kept], ahead[kept]
    return Origins(
        series=series,
        measure=panel.measure[series],
        history=past[kept],
        truth=values[series[:, None], ahead],
        required=required[series[:, None], ahead],
        rising=panel.rising[series],
    )
