"""Series side by side: entries spread over years, in one unit, with what was left out on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import pyarrow as pa

from lixia_kpi.panel.conversion import converted
from lixia_kpi.panel.faults import FaultRows
from lixia_kpi.panel.row_batch import NO_YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray
    from lixia_kpi.panel.faults import FaultCount
    from lixia_kpi.panel.merge import Merged
    from lixia_kpi.units.unit import Factor


class Units(Protocol):
    """Knows in which unit each series is wanted."""

    def labels(self, merged: Merged) -> IntArray:
        """Give a label a series that stands for the unit it is wanted in."""
        ...

    def factor(self, unit: int, label: int) -> Factor | None:
        """Give the factor from the unit of an entry to the unit of a label; None where they do not convert."""
        ...

    def numbers(self, merged: Merged, label: IntArray) -> tuple[dict[str, FloatArray], NDArray[np.int32]]:
        """Give the figures of each series' target in the unit of its label, and on what its rows do not agree."""
        ...

    def word(self, unit: int) -> str:
        """Give the unit of an entry in words."""
        ...


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SeriesTable:
    """Whole series in the order of region and id; arrays (series,) unless said otherwise.

    Parameters
    ----------
    region, id
        Arrow string arrays.
    label
        of the unit the values are in.
    words, numbers, mixed
        what the rows of each series say of its target, and on which attributes they do not agree.
    years
        (years,) the columns of `values`.
    values
        (series, years), NaN where missing.
    unit_mismatch, left_out
        values were left out because of their unit, or for any reason.
    """

    region: Any
    id: Any
    label: IntArray
    words: dict[str, NDArray[np.int32]]
    numbers: dict[str, FloatArray]
    mixed: NDArray[np.int32]
    years: IntArray
    values: FloatArray
    unit_mismatch: BoolArray
    left_out: BoolArray

    def __len__(self) -> int:
        """Count the series."""
        return len(self.label)

    def slice(self, start: int, stop: int) -> SeriesTable:
        """Give the series from `start` to before `stop`."""
        part = slice(start, stop)
        return SeriesTable(
            region=self.region.slice(start, stop - start),
            id=self.id.slice(start, stop - start),
            label=self.label[part],
            words={name: codes[part] for name, codes in self.words.items()},
            numbers={name: figures[part] for name, figures in self.numbers.items()},
            mixed=self.mixed[part],
            years=self.years,
            values=self.values[part],
            unit_mismatch=self.unit_mismatch[part],
            left_out=self.left_out[part],
        )


def behind_one_another(parts: Sequence[SeriesTable]) -> SeriesTable:
    """Put the series of several tables with the same years into one."""
    if len(parts) == 1:
        return parts[0]
    first = parts[0]
    return SeriesTable(
        region=pa.concat_arrays([part.region for part in parts]),
        id=pa.concat_arrays([part.id for part in parts]),
        label=np.concatenate([part.label for part in parts]),
        words={name: np.concatenate([part.words[name] for part in parts]) for name in first.words},
        numbers={name: np.concatenate([part.numbers[name] for part in parts]) for name in first.numbers},
        mixed=np.concatenate([part.mixed for part in parts]),
        years=first.years,
        values=np.concatenate([part.values for part in parts]),
        unit_mismatch=np.concatenate([part.unit_mismatch for part in parts]),
        left_out=np.concatenate([part.left_out for part in parts]),
    )


def lay_out(merged: Merged, span: tuple[int, int], units: Units, faults: FaultCount) -> SeriesTable:
    """Spread the rows of series over years.

    Years given twice with one value count once; years given twice with different values are left out, since no order of
    the rows tells which is right.

    Parameters
    ----------
    merged : whole series.
    span : first and last year of the whole panel.
    units : in which unit each series is wanted.
    faults : takes duplicates, gaps and units that do not go together.
    """
    years = np.arange(span[0], span[1] + 1, dtype=np.intp)
    size = (len(merged.mixed), len(years))
    lengths = np.diff(merged.entries.offsets)
    unreadable = np.zeros(size[0], dtype=np.bool_)
    unreadable[merged.series[merged.entries.unreadable]] = True
    label = units.labels(merged)
    numbers, mixed = units.numbers(merged, label)
    value, unit_mismatch = _in_wanted_units(merged, label, lengths, units, faults)
    series = np.repeat(merged.series, lengths)
    known = ~np.isnan(value) & (merged.entries.year != NO_YEAR)
    if not known.all():
        series, value = series[known], value[known]
    year = merged.entries.year[known] if not known.all() else merged.entries.year
    cell = series * len(years) + (year.astype(np.intp) - years[0])
    values = np.full(size, np.nan)
    values.ravel()[cell] = value
    _count_gaps(values, years, merged, faults)
    twice = _without_duplicates(values, cell, value, merged, years, faults)
    return SeriesTable(
        region=merged.region,
        id=merged.id,
        label=label,
        words=merged.words,
        numbers=numbers,
        mixed=mixed,
        years=years,
        values=values,
        unit_mismatch=unit_mismatch,
        left_out=unreadable | unit_mismatch | twice,
    )


def of_several_units(merged: Merged) -> BoolArray:
    """Tell which series have entries in more than one unit."""
    last = np.empty(len(merged.mixed), dtype=np.int32)
    last[merged.series] = merged.entries.unit
    several = np.zeros(len(last), dtype=np.bool_)
    several[merged.series[merged.entries.unit != last[merged.series]]] = True
    return several


def _in_wanted_units(
    merged: Merged, label: IntArray, lengths: IntArray, units: Units, faults: FaultCount
) -> tuple[FloatArray, BoolArray]:
    """The values of all rows in the unit of their series, and which series have values that do not convert."""
    entries, mismatch = merged.entries, np.zeros(len(label), dtype=np.bool_)
    value = entries.value
    several = of_several_units(merged)
    if several.any():
        _take_entries("mixed_unit", np.flatnonzero(several[merged.series]), merged, units, faults)
    pairs = (entries.unit.astype(np.int64) + 1) << 32 | (label[merged.series] + 1)
    for pair in np.unique(pairs).tolist():
        factor = units.factor((pair >> 32) - 1, (pair & 0xFFFFFFFF) - 1)
        if factor is not None and factor.numerator == factor.denominator:
            continue
        held = pairs == pair
        rows = np.repeat(held, lengths)
        value = value.copy() if value is entries.value else value
        if factor is None:
            value[rows] = np.nan
            mismatch[merged.series[held]] = True
            _take_entries("unit_not_converted", np.flatnonzero(held), merged, units, faults)
        else:
            value[rows] = converted(value[rows], factor)
    return value, mismatch


def _take_entries(code: str, places: IntArray, merged: Merged, units: Units, faults: FaultCount) -> None:
    """Report each series with each unit of these entries once, in the order of series and units."""
    pairs = zip(merged.series[places].tolist(), merged.entries.unit[places].tolist(), strict=True)
    found = sorted({(series, units.word(unit)) for series, unit in pairs})
    chosen = pa.array([series for series, _ in found])
    unit = pa.array([word for _, word in found], type=pa.string())
    faults.take(FaultRows(code, merged.region.take(chosen), merged.id.take(chosen), unit=unit))


def _without_duplicates(
    values: FloatArray, cell: IntArray, value: FloatArray, merged: Merged, years: IntArray, faults: FaultCount
) -> BoolArray:
    """Leave out the years that have different values; give the series of which years were left out."""
    left_out = np.zeros(len(values), dtype=np.bool_)
    if np.count_nonzero(~np.isnan(values)) == len(cell):
        return left_out
    order = np.lexsort((value, cell))
    ordered, sorted_values = cell[order], value[order]
    starts = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    ends = np.append(starts[1:], len(ordered)) - 1
    doubled = ends > starts
    cells, lowest, highest = ordered[starts[doubled]], sorted_values[starts[doubled]], sorted_values[ends[doubled]]
    differ = lowest != highest
    for code, held in (("equal_duplicate", ~differ), ("different_duplicate", differ)):
        row, column = np.divmod(cells[held], len(years))
        chosen = pa.array(row)
        faults.take(
            FaultRows(
                code, merged.region.take(chosen), merged.id.take(chosen), years[column], lowest[held], highest[held]
            )
        )
    values.ravel()[cells[differ]] = np.nan
    left_out[cells[differ] // len(years)] = True
    return left_out


def _count_gaps(values: FloatArray, years: IntArray, merged: Merged, faults: FaultCount) -> None:
    """Count the years without a value between the first and the last of a series."""
    seen = ~np.isnan(values)
    if seen.all():
        return
    inside = np.logical_or.accumulate(seen, axis=1) & np.logical_or.accumulate(seen[:, ::-1], axis=1)[:, ::-1]
    inside &= ~seen
    if not faults.wants_rows:
        faults.count("gap", int(np.count_nonzero(inside)))
        return
    row, column = np.nonzero(inside)
    chosen = pa.array(row)
    faults.take(FaultRows("gap", merged.region.take(chosen), merged.id.take(chosen), years[column]))
