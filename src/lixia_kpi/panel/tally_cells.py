"""The worst status of each indicator in each region, kept as a table that grows with the names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.codes import ORDERED_STATUSES, STATUSES
from lixia_kpi.errors import UsageError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lixia_kpi.growth.arrays import FloatArray, IntArray

MOST_CELLS = 4_000_000
"""Regions times indicators: beyond it a map is neither drawn nor read."""

NO_CHANCE = 255
"""Stands for a chance that is not known, beside whole percents."""

_ORDERED = len(ORDERED_STATUSES)
_UNJUDGED = len(STATUSES) - _ORDERED
_BADNESS = np.array([*(range(_UNJUDGED, len(STATUSES))), *reversed(range(_UNJUDGED))], dtype=np.uint16)
"""By status: what is judged goes before what is not, the worse before the better, least known last."""
_STATUS_OF = np.argsort(_BADNESS).astype(np.uint8)


class CellTally:
    """One cell a region and indicator: of its targets the worst, by status, then by chance.

    A cell is a whole number that is larger the worse its target stands, 0 where the region does not have the
    indicator; parts are joined by the larger one, whatever their order.
    """

    __slots__ = ("_cells", "_columns", "_rows")

    def __init__(self) -> None:
        self._cells: NDArray[np.uint16] = np.zeros((0, 0), dtype=np.uint16)
        self._rows = self._columns = 0

    def add(self, rows: IntArray, columns: IntArray, status: IntArray, chance: FloatArray) -> None:
        """Take rows: the places of their regions and indicators, their status and chance [fraction], each (rows,)."""
        if not len(rows):
            return
        self._reach(int(rows.max()) + 1, int(columns.max()) + 1)
        percent = np.where(np.isnan(chance), 0.0, np.rint(100 * np.nan_to_num(chance))).astype(np.uint16)
        worse = np.where(np.isnan(chance), 0, 101 - percent).astype(np.uint16)
        np.maximum.at(self._cells, (rows, columns), (_BADNESS[status] + 1) * 128 + worse)

    def merge(self, other: CellTally, rows: IntArray, columns: IntArray) -> None:
        """Join another part; `rows` and `columns` are the places of its regions and indicators in this one."""
        if not other._rows:
            return
        rows, columns = rows[: other._rows], columns[: other._columns]
        self._reach(int(rows.max()) + 1, int(columns.max()) + 1)
        place = np.ix_(rows, columns)
        self._cells[place] = np.maximum(self._cells[place], other._cells[: other._rows, : other._columns])

    def tables(self, rows: IntArray, columns: IntArray) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """Give statuses and chances of the regions and indicators at these places.

        Returns
        -------
        tuple of (regions, indicators) arrays
            places in `STATUSES`, `len(STATUSES)` where there is no such target; chances [whole percent], `NO_CHANCE`
            where there is none.
        """
        self._reach(int(rows.max(initial=-1)) + 1, int(columns.max(initial=-1)) + 1)
        cells = self._cells[np.ix_(rows, columns)]
        badness, worse = np.divmod(cells, np.uint16(128))
        names = np.append(np.uint8(len(STATUSES)), _STATUS_OF)
        chance = np.where(worse == 0, np.uint16(NO_CHANCE), 101 - worse)
        return names[badness], chance.astype(np.uint8)

    def _reach(self, rows: int, columns: int) -> None:
        """Grow so that there is a cell for so many regions and indicators."""
        self._rows, self._columns = max(rows, self._rows), max(columns, self._columns)
        if self._rows * self._columns > MOST_CELLS:
            details = {"regions": self._rows, "indicators": self._columns, "most": MOST_CELLS}
            raise UsageError("map_too_large", details)
        have = self._cells.shape
        if self._rows > have[0] or self._columns > have[1]:
            shape = tuple(
                size if need <= size else max(need, 2 * size)
                for need, size in zip((self._rows, self._columns), have, strict=True)
            )
            grown = np.zeros(shape, dtype=np.uint16)
            grown[: have[0], : have[1]] = self._cells
            self._cells = grown
