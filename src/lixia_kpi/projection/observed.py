"""What is observed of each series: how many points, the first, the latest, and the years since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Observed:
    """First and latest observation of each series; all fields have shape (series,).

    `first` and `latest` are values (NaN where nothing is observed), `span` the years between them, `behind` the
    years from the latest observation to the last column, `count` the number of points.
    """

    count: IntArray
    first: FloatArray
    latest: FloatArray
    span: IntArray
    behind: IntArray

    def steps(self, horizon: int) -> FloatArray:
        """Give the years from the latest observation to each projected year.

        Parameters
        ----------
        horizon : number of years after the last column, >= 1.

        Returns
        -------
        FloatArray
            Shape (series, horizon): `behind` + 1, + 2, …

        Raises
        ------
        ValueError
            The horizon is less than 1.

        Examples
        --------
        >>> observed(np.array([[1.0, 2.0, np.nan]])).steps(2).tolist()
        [[2.0, 3.0]]
        """
        if horizon < 1:
            raise ValueError(f"horizon must be at least 1, not {horizon}")
        return np.asarray(self.behind[:, np.newaxis] + np.arange(1.0, horizon + 1.0))


def observed(values: FloatArray) -> Observed:
    """Find the first and the latest observation of each series.

    Parameters
    ----------
    values : shape (series, years), oldest first, NaN where missing, at least one year [unit of the indicator].

    Returns
    -------
    Observed
        Values in the unit of the indicator, spans in years.

    Raises
    ------
    ValueError
        The array does not have two axes or has no year.

    Examples
    --------
    >>> seen = observed(np.array([[np.nan, 3.0, np.nan, 5.0, np.nan]]))
    >>> seen.count.tolist(), seen.first.tolist(), seen.latest.tolist(), seen.span.tolist(), seen.behind.tolist()
    ([2], [3.0], [5.0], [2], [1])
    """
    if values.ndim != 2 or values.shape[1] == 0:
        raise ValueError(f"values must have shape (series, years) with at least one year, not {values.shape}")
    seen: BoolArray = np.isfinite(values)
    years = values.shape[1]
    first = np.argmax(seen, axis=1)
    behind = np.argmax(seen[:, ::-1], axis=1)
    latest = years - 1 - behind
    some = np.any(seen, axis=1)
    rows = np.arange(values.shape[0])
    return Observed(
        count=np.sum(seen, axis=1, dtype=np.intp),
        first=np.where(some, values[rows, first], np.nan),
        latest=np.where(some, values[rows, latest], np.nan),
        span=np.where(some, latest - first, 0),
        behind=np.where(some, behind, 0),
    )
