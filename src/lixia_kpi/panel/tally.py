"""Statuses counted by region and by indicator while blocks of rows go by; parts counted apart add up to the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.panel.coded import Coded
from lixia_kpi.panel.tally_cells import CellTally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lixia_kpi.growth.arrays import FloatArray, IntArray
    from lixia_kpi.panel.evaluate import Rows

CHANCE_UNITS = 10**6
"""Chances are added up in millionths, as whole numbers: sums of these do not depend on the order of the parts."""

_WIDTH = len(STATUSES) + 2
_CHANCES, _CHANCE_SUM = len(STATUSES), len(STATUSES) + 1


class NamedCounts:
    """Counts by name; a name gets its place when it first appears."""

    __slots__ = ("_counts", "_places")

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._counts = np.zeros((0, _WIDTH), dtype=np.int64)

    def __len__(self) -> int:
        """Count the names."""
        return len(self._places)

    @property
    def names(self) -> tuple[str, ...]:
        """The names, in the order of their first appearance."""
        return tuple(self._places)

    @property
    def statuses(self) -> IntArray:
        """How many rows of each name have each status: (names, statuses)."""
        return self._counts[: len(self), : len(STATUSES)]

    @property
    def chances(self) -> IntArray:
        """How many rows of each name have a chance: (names,)."""
        return self._counts[: len(self), _CHANCES]

    @property
    def chance_sum(self) -> IntArray:
        """The sum of these chances [millionths]: (names,)."""
        return self._counts[: len(self), _CHANCE_SUM]

    def places(self, names: Sequence[str]) -> IntArray:
        """Give the place of each name, new ones behind the known."""
        known = self._places
        found = np.fromiter((known.setdefault(name, len(known)) for name in names), dtype=np.int64, count=len(names))
        if len(known) > len(self._counts):
            grown = np.zeros((max(2 * len(self._counts), len(known)), _WIDTH), dtype=np.int64)
            grown[: len(self._counts)] = self._counts
            self._counts = grown
        return found

    def add(self, column: Coded, status: IntArray, millionths: IntArray, known: IntArray) -> IntArray:
        """Count rows and give the place of each name of the column; `known` lists the rows that have a chance."""
        size, codes = len(column.names), column.codes.astype(np.int64, copy=False)
        found = np.empty((size, _WIDTH), dtype=np.int64)
        width = len(STATUSES)
        found[:, :width] = np.bincount(codes * width + status, minlength=size * width).reshape(size, width)
        found[:, _CHANCES] = np.bincount(codes[known], minlength=size)
        found[:, _CHANCE_SUM] = np.bincount(codes[known], weights=millionths[known], minlength=size)
        places = self.places(column.names)
        self._counts[places] += found
        return places

    def merge(self, other: NamedCounts) -> IntArray:
        """Add the counts of another part and give the place of each of its names."""
        places = self.places(other.names)
        self._counts[places] += other._counts[: len(other)]
        return places


class Counted(NamedTuple):
    """The columns of rows that are counted."""

    regions: Coded
    ids: Coded
    status: IntArray
    chance: FloatArray
    latest_year: FloatArray


def counted(rows: Rows) -> Counted:
    """Pick the columns that are counted."""
    return Counted(
        _words(rows, "region"), _words(rows, "id"), _words(rows, "status").codes,
        _numbers(rows, "probability"), _numbers(rows, "latest_year"),
    )  # fmt: skip


class Tally:
    """What is known of a panel without its rows: statuses and chances by region and by indicator.

    Parameters
    ----------
    cells
        keep the worst status of each indicator in each region, too, as a map of the panel needs it.

    Examples
    --------
    >>> from lixia_kpi.panel.coded import Coded
    >>> tally = Tally()
    >>> regions = Coded(("A", "B"), np.array([0, 0, 1]))
    >>> ids = Coded(("gdp", "jobs"), np.array([0, 1, 0]))
    >>> tally.count(regions, ids, np.array([0, 3, 2]), np.array([1.0, 0.2, np.nan]), np.array([2023.0, 2022.0, 2023.0]))
    >>> tally.regions.names, tally.regions.statuses.sum(axis=1).tolist(), tally.latest_year
    (('A', 'B'), [2, 1], 2023)
    """

    __slots__ = ("cells", "indicators", "latest_year", "regions")

    def __init__(self, *, cells: bool = False) -> None:
        self.regions = NamedCounts()
        self.indicators = NamedCounts()
        self.cells = CellTally() if cells else None
        self.latest_year: int | None = None

    @property
    def prepare(self) -> Callable[[Rows], Counted]:
        """Give what picks the columns that are counted."""
        return counted

    def add(self, rows: Counted, /) -> None:
        """Count the rows of a block."""
        self.count(*rows)

    def count(self, regions: Coded, ids: Coded, status: IntArray, chance: FloatArray, latest_year: FloatArray) -> None:
        """Count rows by what is known of them.

        Parameters
        ----------
        regions, ids : whose rows they are.
        status : (rows,), each a place in `assessment.codes.STATUSES`.
        chance : (rows,) of reaching the target [fraction], NaN where there is none.
        latest_year : (rows,) year of the latest observation used, NaN where there is none.
        """
        status = status.astype(np.int64, copy=False)
        known = np.flatnonzero(~np.isnan(chance))
        millionths = np.zeros(len(chance), dtype=np.int64)
        millionths[known] = np.rint(chance[known] * CHANCE_UNITS)
        rows = self.regions.add(regions, status, millionths, known)
        columns = self.indicators.add(ids, status, millionths, known)
        if self.cells is not None:
            self.cells.add(rows[regions.codes], columns[ids.codes], status, chance)
        if np.isfinite(latest_year).any():
            self._seen(int(np.nanmax(latest_year)))

    def any_of(self, statuses: Iterable[str]) -> bool:
        """Whether any row has one of these statuses."""
        return any(self.regions.statuses[:, STATUSES.index(status)].any() for status in statuses)

    def merge(self, other: Tally) -> None:
        """Add another part, counted apart; both with cells or both without."""
        rows, columns = self.regions.merge(other.regions), self.indicators.merge(other.indicators)
        if self.cells is not None and other.cells is not None:
            self.cells.merge(other.cells, rows, columns)
        if other.latest_year is not None:
            self._seen(other.latest_year)

    def _seen(self, year: int) -> None:
        self.latest_year = year if self.latest_year is None else max(self.latest_year, year)


def _words(rows: Rows, name: str) -> Coded:
    column = rows[name]
    if not isinstance(column, Coded):
        raise TypeError(f"{name} is no column of words")
    return column


def _numbers(rows: Rows, name: str) -> FloatArray:
    column = rows[name]
    if isinstance(column, Coded):
        raise TypeError(f"{name} is no column of numbers")
    return column
