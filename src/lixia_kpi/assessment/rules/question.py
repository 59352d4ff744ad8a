"""What is asked of a rule: series, years, targets and directions as checked arrays of one shape."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth import DIRECTIONS, floats, satisfies

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import ArrayLike

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray, NameArray


@dataclass(frozen=True, slots=True)
class Question:
    """Series to be judged, all arrays (series,) unless said otherwise, NaN where there is none.

    Parameters
    ----------
    years
        (years,) ascending calendar years, the columns of `values`.
    values
        (series, years) [unit of the indicator; percent where the rule takes yearly changes].
    baseline_year, target_year
        y0 as asked for, and Y.
    target, limit
        T and a natural limit [unit of the indicator].
    direction
        `up` or `down`.
    measure
        of the indicator; empty where it was not said.
    method
        variant of the rule; empty for the usual one.
    cuts
        cuts that replace the rule's own, by `ladder.category`.
    """

    years: IntArray
    values: FloatArray
    baseline_year: IntArray
    target: FloatArray
    target_year: IntArray
    direction: NameArray
    limit: FloatArray
    measure: NameArray
    method: str = ""
    cuts: Mapping[str, float] = field(default_factory=dict)

    @property
    def seen(self) -> BoolArray:
        """(series, years) where something is observed."""
        return ~np.isnan(self.values)

    @property
    def sign(self) -> FloatArray:
        """D: +1 where more is better, −1 where less is."""
        return np.where(self.direction == "up", 1.0, -1.0)

    def reached(self, value: FloatArray, target: FloatArray) -> BoolArray:
        """Tell where a value is at the target or beyond it in the wanted direction."""
        op = np.where(self.direction == "up", ">=", "<=")
        return satisfies(value, op, target, direction=self.direction)


def read_years(years: Sequence[int | str] | ArrayLike) -> IntArray:
    """Read calendar years; a year written as a range (`2015-2016`, `2015/16`) is its first year.

    Raises ValueError for what is no year, and for a year that comes twice.

    >>> read_years(["2014-15", 2016]).tolist()
    [2014, 2016]
    """
    found = []
    for year in np.atleast_1d(np.asarray(years, dtype=object)).ravel().tolist():
        text = str(int(year)) if isinstance(year, float) and year.is_integer() else str(year)
        head, rest = text[:4], text[4:]
        if not (head.isascii() and head.isdigit() and len(head) == 4 and (not rest or rest[0] in "-/–")):
            raise ValueError(f"years must be calendar years, not {year!r}")
        found.append(int(head))
    if len(set(found)) != len(found):
        raise ValueError("a year comes twice")
    return np.array(found, dtype=np.intp)


def read_values(values: ArrayLike, years: int) -> FloatArray:
    """Read values as (series, years), refusing other shapes and infinite values."""
    try:
        array = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ValueError(f"values must be numbers in rows of equal length: {error}") from error
    if array.ndim not in (1, 2) or array.shape[-1] != years:
        raise ValueError(f"values must have shape (series, {years}) or ({years},), not {array.shape}")
    if bool(np.isinf(array).any()):
        raise ValueError("values must be finite or NaN")
    return np.atleast_2d(array)


def read_names(names: str | Sequence[str] | NameArray, known: tuple[str, ...], what: str, series: int) -> NameArray:
    """Read one name for all series or one for each, refusing any that is not known."""
    array = np.asarray(names, dtype=np.str_)
    unknown = ~np.isin(array, known)
    if bool(unknown.any()):
        first = str(array[unknown].ravel()[0])
        raise ValueError(f"unknown {what} {first!r}: expected one of {', '.join(known)}")
    _check_count(array.shape, what, series)
    return np.broadcast_to(array, (series,))


def read_numbers(numbers: ArrayLike | None, what: str, series: int) -> FloatArray:
    """Read one number for all series or one for each; None and NaN stand for none."""
    given = np.nan if numbers is None else numbers
    (array,) = floats(given)
    if bool(np.isinf(np.asarray(given, dtype=np.float64)).any()):
        raise ValueError(f"{what} must be finite, NaN or None")
    _check_count(array.shape, what, series)
    return np.broadcast_to(array, (series,))


def read_year(year: ArrayLike | None, what: str, series: int) -> IntArray:
    """Read one whole year for all series or one for each."""
    numbers = read_numbers(year, what, series)
    if bool((np.isnan(numbers) | (numbers != np.round(numbers))).any()):
        raise ValueError(f"{what} must be given as whole years")
    return numbers.astype(np.intp)


def read_direction(direction: str | Sequence[str] | NameArray, series: int) -> NameArray:
    """Read the wanted direction; there is no default."""
    return read_names(direction, DIRECTIONS, "direction", series)


def _check_count(shape: tuple[int, ...], what: str, series: int) -> None:
    if len(shape) > 1 or (len(shape) == 1 and shape[0] != series):
        raise ValueError(f"{what} must be one for all or one for each of {series} series, not {shape}")
