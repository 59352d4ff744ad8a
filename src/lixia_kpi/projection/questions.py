"""What is asked of a projection: for which year and in which direction, one answer for all or one a series."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

from lixia_kpi.growth.comparison import DIRECTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray, NameArray

    Item = TypeVar("Item", bound=np.generic)


def ends_of(interval: float) -> tuple[float, float]:
    """Give the probabilities below the ends of the central interval that holds a probability.

    Examples
    --------
    >>> ends_of(0.5)
    (0.25, 0.75)
    """
    return (1 - interval) / 2, (1 + interval) / 2


def read_values(value: ArrayLike, series: int) -> FloatArray:
    """Read a value [unit of the indicator] for all series or one for each; ValueError where the shape does not fit.

    Examples
    --------
    >>> read_values(3, 2).tolist(), read_values([3, None], 2).tolist()
    (3.0, [3.0, nan])
    """
    values = _fitting(np.asarray(value, dtype=np.float64), series)
    finite = np.isfinite(values)
    return values if finite.all() else np.where(finite, values, np.nan)


def read_steps(step: int | IntArray, series: int, *, horizon: int) -> IntArray:
    """Read a projected year, 1 to horizon, for all series or one for each; ValueError where it is none.

    Examples
    --------
    >>> read_steps(3, 2, horizon=5).tolist()
    3
    """
    read = np.asarray(step)
    if not np.issubdtype(read.dtype, np.integer) or bool(np.any((read < 1) | (read > horizon))):
        raise ValueError(f"step must be a whole number from 1 to {horizon}")
    return _fitting(read.astype(np.intp, copy=False), series)


def read_rising(direction: str | Sequence[str] | NameArray, series: int) -> BoolArray:
    """Read a direction for all series or one for each: whether it is `up`; ValueError where it is unknown.

    Examples
    --------
    >>> read_rising(["up", "down"], 2).tolist()
    [True, False]
    """
    names = _fitting(np.asarray(direction, dtype=np.str_), series)
    rising = names == DIRECTIONS[0]
    if not bool(np.all(rising | (names == DIRECTIONS[1]))):
        raise ValueError(f"direction must be one of {', '.join(DIRECTIONS)}")
    return np.asarray(rising)


def taken(answers: NDArray[Item], rows: slice | IntArray) -> NDArray[Item]:
    """Take the answers for some rows; one that is for all stays as it is.

    Examples
    --------
    >>> taken(np.array([3, 4]), slice(1, 2)).tolist(), taken(np.array(3), slice(1, 2)).tolist()
    ([4], 3)
    """
    return answers if answers.ndim == 0 else answers[rows]


def _fitting(answers: NDArray[Item], series: int) -> NDArray[Item]:
    """Keep one answer for all; one for each series has to have their number."""
    return np.broadcast_to(answers, (series,)) if answers.ndim else answers
