"""Pieces of series in the order of region, id and unit: what sorting gives, what is kept on disk, what is merged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from lixia_kpi.panel.form import ATTRIBUTES, NUMBERS, WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray

MIXED = {name: 1 << place for place, name in enumerate(ATTRIBUTES)}
"""The bit that says that the rows of a series do not agree on an attribute."""

_OF_ENTRIES = ("unit", "mixed", "unreadable")
_OF_ROWS = ("year", "value")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Entries:
    """One entry for each region, id and unit; arrays (entries,) unless said otherwise.

    Parameters
    ----------
    region, id
        Arrow string arrays.
    unit
        number of the unit's word, −1 for none.
    offsets
        (entries + 1,) where the rows of each entry begin and end.
    words, numbers
        what the rows say of the target, by attribute: −1 and NaN for nothing.
    mixed
        bits of `MIXED`: attributes on which the rows do not agree.
    unreadable
        a row had a cell that could not be read.
    year, value
        (rows,) of each row; the value is NaN where there is none.
    """

    region: Any
    id: Any
    unit: NDArray[np.int32]
    offsets: NDArray[np.int64]
    words: Mapping[str, NDArray[np.int32]]
    numbers: Mapping[str, FloatArray]
    mixed: NDArray[np.int32]
    unreadable: BoolArray
    year: NDArray[np.int16]
    value: FloatArray

    def __len__(self) -> int:
        """Count the entries."""
        return len(self.unit)

    @property
    def nbytes(self) -> int:
        """How much memory they take."""
        of_entries = len(self) * (24 + 8 * (len(self.words) + len(self.numbers)))
        return int(self.region.nbytes + self.id.nbytes + self.year.nbytes + self.value.nbytes + of_entries)

    def key(self, entry: int) -> tuple[str, str]:
        """Give region and id of an entry."""
        return self.region[entry].as_py(), self.id[entry].as_py()

    def slice(self, start: int, stop: int) -> Entries:
        """Give the entries from `start` to before `stop`."""
        first, last = int(self.offsets[start]), int(self.offsets[stop])
        part = slice(start, stop)
        return Entries(
            region=self.region.slice(start, stop - start),
            id=self.id.slice(start, stop - start),
            unit=self.unit[part],
            offsets=self.offsets[start : stop + 1] - first,
            words={name: codes[part] for name, codes in self.words.items()},
            numbers={name: figures[part] for name, figures in self.numbers.items()},
            mixed=self.mixed[part],
            unreadable=self.unreadable[part],
            year=self.year[first:last],
            value=self.value[first:last],
        )

    def until(self, bound: tuple[str, str]) -> int:
        """Count the entries whose region and id are not after the bound."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self.key(middle) <= bound:
                low = middle + 1
            else:
                high = middle
        return low

    def to_arrow(self) -> Any:
        """Give the entries as an Arrow record batch, the rows as lists."""
        offsets = pa.array(self.offsets.astype(np.int32))
        columns = {"region": self.region, "id": self.id}
        columns |= {name: pa.array(getattr(self, name)) for name in _OF_ENTRIES}
        columns |= {name: pa.array(values) for name, values in {**self.words, **self.numbers}.items()}
        columns |= {name: pa.ListArray.from_arrays(offsets, pa.array(getattr(self, name))) for name in _OF_ROWS}
        return pa.RecordBatch.from_pydict(columns)

    @classmethod
    def from_arrow(cls, batch: Any) -> Entries:
        """Read the entries from what `to_arrow` gave."""
        arrays = {name: batch.column(name) for name in batch.schema.names}
        plain = {
            name: column.to_numpy(zero_copy_only=False)
            for name, column in arrays.items()
            if name not in ("region", "id", *_OF_ROWS)
        }
        return cls(
            region=arrays["region"],
            id=arrays["id"],
            unit=plain["unit"],
            offsets=arrays["year"].offsets.to_numpy().astype(np.int64),
            words={name: plain[name] for name in WORDS if name != "unit" and name in plain},
            numbers={name: plain[name] for name in NUMBERS if name in plain},
            mixed=plain["mixed"],
            unreadable=plain["unreadable"],
            year=arrays["year"].values.to_numpy(),
            value=arrays["value"].values.to_numpy(),
        )


def together(parts: Sequence[Entries]) -> Entries:
    """Put entries behind one another, in the order of the parts."""
    if len(parts) == 1:
        return parts[0]
    lengths = np.concatenate([np.diff(part.offsets) for part in parts])
    return Entries(
        region=pa.concat_arrays([part.region for part in parts]),
        id=pa.concat_arrays([part.id for part in parts]),
        unit=np.concatenate([part.unit for part in parts]),
        offsets=np.concatenate([[0], np.cumsum(lengths)]),
        words={name: np.concatenate([part.words[name] for part in parts]) for name in parts[0].words},
        numbers={name: np.concatenate([part.numbers[name] for part in parts]) for name in parts[0].numbers},
        mixed=np.concatenate([part.mixed for part in parts]),
        unreadable=np.concatenate([part.unreadable for part in parts]),
        year=np.concatenate([part.year for part in parts]),
        value=np.concatenate([part.value for part in parts]),
    )


def agreed(
    words: Mapping[str, NDArray[np.int32]], numbers: Mapping[str, FloatArray], starts: IntArray, rows: int
) -> tuple[dict[str, NDArray[np.int32]], dict[str, FloatArray], NDArray[np.int32]]:
    """Give what neighbouring rows agree on, and where they do not.

    Parameters
    ----------
    words, numbers : (rows,) by attribute, −1 and NaN for nothing said.
    starts : where each group of rows begins.
    rows : how many there are.

    Returns
    -------
    tuple
        words and numbers of each group, the largest where rows differ, and the bits of `MIXED` of each group.

    Examples
    --------
    >>> agreed({}, {"target": np.array([5.0, np.nan, 7.0, 8.0])}, np.array([0, 2]), 4)[1:]
    ({'target': array([5., 8.])}, array([ 0, 64], dtype=int32))
    """
    mixed = np.zeros(len(starts), dtype=np.int32)
    if not len(starts):
        return dict(words), dict(numbers), mixed
    lengths = np.diff(np.append(starts, rows))
    inside = np.ones(rows, dtype=np.bool_)
    inside[starts] = False
    of_groups = {}
    for name, codes in words.items():
        if not _changes(codes, inside):
            of_groups[name] = codes[starts]
            continue
        highest = np.maximum.reduceat(codes, starts)
        of_groups[name] = highest
        differs = (codes != -1) & (codes != np.repeat(highest, lengths))
        if differs.any():
            mixed |= np.where(np.logical_or.reduceat(differs, starts), MIXED[name], 0).astype(np.int32)
    figures = {}
    for name, values in numbers.items():
        if not _changes(values, inside):
            figures[name] = values[starts]
            continue
        figures[name] = np.fmax.reduceat(values, starts)
        lowest = np.fmin.reduceat(values, starts)
        mixed |= np.where(figures[name] != lowest, MIXED[name], 0) & np.where(np.isnan(lowest), 0, -1)
    return of_groups, figures, mixed


def _changes(values: NDArray[Any], inside: BoolArray) -> bool:
    """Whether any value inside a group is another than that before it; what is missing counts as another."""
    return bool(((values[1:] != values[:-1]) & inside[1:]).any())
