"""What could not be used as it stands: counted by kind, and listed where a list is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np
import pyarrow as pa

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import IntArray

FAULTS = (
    "ragged_row", "empty_id", "bad_year", "bad_value", "bad_target", "bad_target_year", "bad_baseline_year",
    "part_year", "equal_duplicate", "different_duplicate", "mixed_unit", "unit_not_converted", "impossible_value",
    "gap",
    "mixed_direction", "mixed_measure", "mixed_form", "mixed_op", "mixed_observed_as",
    "mixed_target", "mixed_target_year", "mixed_baseline_year",
    "unknown_id", "no_value", "no_target", "no_target_year", "no_direction",
    "unknown_direction", "unknown_measure", "unknown_form", "unknown_op", "unknown_observed_as",
    "target_year_not_after_baseline", "impossible_target",
)  # fmt: skip
"""Every kind of fault: of cells, of years, of series, of targets."""

NOT_JUDGED = FAULTS[FAULTS.index("mixed_direction") :]
"""Faults that leave a whole series without a row."""

NOTICED = ("part_year", "equal_duplicate", "mixed_unit", "gap")
"""Faults that leave out nothing that counts."""

MOST_LISTED = 1_000_000
"""Faults of cells that are listed; those beyond are counted."""

COLUMNS = ("fault", "region", "id", "year", "value", "other_value", "unit")


class FaultRows(NamedTuple):
    """Faults of one kind, one a row: Arrow or numpy columns; None where a column says nothing."""

    code: str
    region: Any
    id: Any
    year: Any = None
    value: Any = None
    other_value: Any = None
    unit: Any = None


class FaultSink(Protocol):
    """Takes faults as they are found."""

    def take(self, faults: FaultRows) -> None:
        """Take faults of one kind."""
        ...


class FaultCount:
    """How many faults of each kind there were; passes them on to a list, if one is kept."""

    def __init__(self, sink: FaultSink | None = None) -> None:
        self.counts = dict.fromkeys(FAULTS, 0)
        self.wants_rows = sink is not None
        self._sink = sink

    def count(self, code: str, times: int) -> None:
        """Count faults that nobody lists."""
        self.counts[code] += times

    def take(self, faults: FaultRows) -> None:
        """Count faults of one kind and list them."""
        self.counts[faults.code] += len(faults.id)
        if self._sink is not None and len(faults.id):
            self._sink.take(faults)


class ReadingFaults:
    """Cells that cannot be read, kept until everything is read and then given in order."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self._tables: list[Any] = []
        self._kept = 0

    def add(self, code: str, rows: IntArray, region: Any, name: Any, years: Any, values: Any) -> None:
        """Take the cells of these rows of a batch; `years` is a column or one year."""
        self.counts[code] = self.counts.get(code, 0) + len(rows)
        if self._kept >= MOST_LISTED:
            return
        self._kept += len(rows)
        nothing = pa.nulls(len(rows), pa.string())
        year = pa.array([str(years)] * len(rows)) if isinstance(years, int) else _texts(years, rows, nothing)
        self._tables.append(
            pa.table(
                {
                    "fault": pa.array([code] * len(rows)),
                    "region": _texts(region, rows, nothing),
                    "id": _texts(name, rows, nothing),
                    "year": year,
                    "value": _texts(values, rows, nothing),
                }
            )
        )

    def ragged(self, line: str) -> None:
        """Take a line with too few or too many cells."""
        one = np.zeros(1, dtype=np.intp)
        self.add("ragged_row", one, None, None, None, pa.array([line]))

    def hand_over(self, count: FaultCount) -> None:
        """Give everything to the count, in the order of region, id, year and value."""
        listed = dict.fromkeys(self.counts, 0)
        if self._tables:
            table = pa.concat_tables(self._tables)
            table = table.sort_by([(name, "ascending") for name in ("region", "id", "year", "fault", "value")])
            kinds = np.array(table["fault"].to_pylist())
            for code in FAULTS:
                part = table.filter(pa.array(kinds == code))
                if part.num_rows:
                    listed[code] = part.num_rows
                    count.take(FaultRows(code, part["region"], part["id"], part["year"], part["value"]))
        for code, total in self.counts.items():
            count.count(code, total - listed[code])


def _texts(column: Any, rows: IntArray, nothing: Any) -> Any:
    if column is None:
        return nothing
    taken = column.take(pa.array(rows))
    if pa.types.is_dictionary(taken.type):
        taken = taken.cast(taken.type.value_type)
    return taken.cast(pa.string())
