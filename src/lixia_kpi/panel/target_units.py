"""Targets that the rows of a series name in units of their own, put into the unit of the series."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.panel.conversion import converted
from lixia_kpi.panel.entries import MIXED
from lixia_kpi.panel.series_table import of_several_units

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray
    from lixia_kpi.panel.merge import Merged
    from lixia_kpi.panel.series_table import Units


def targets_in_one_unit(
    merged: Merged, label: IntArray, units: Units, *, also: BoolArray, but: BoolArray
) -> tuple[FloatArray, NDArray[np.int32]]:
    """Convert the target of each entry by the entry's own unit and see whether those of a series agree.

    A target in a unit that does not convert is left out, as the values beside it are.

    Parameters
    ----------
    merged : whole series, of which some rows name a target.
    label : (series,) unit of each series.
    units : converts between the units of entries and series.
    also : (series,) the unit of the series may be another than that of its rows, though these agree.
    but : (series,) the target is in percent or points, whatever the unit.

    Returns
    -------
    tuple
        the target of each series, and on which attributes its rows do not agree, (series,) each.
    """
    target, mixed = merged.numbers["target"], merged.mixed
    concerned = (of_several_units(merged) | also) & ~but
    if not concerned.any():
        return target, mixed
    entries, bit = merged.entries, np.int32(MIXED["target"])
    held = np.flatnonzero(concerned[merged.series])
    series = merged.series[held]
    own = _in_label(entries.numbers["target"][held], entries.unit[held], label[series], units)
    lowest, highest = np.full(len(target), np.nan), np.full(len(target), np.nan)
    np.fmin.at(lowest, series, own)
    np.fmax.at(highest, series, own)
    differs = concerned & ~np.isnan(highest) & (lowest != highest)
    mixed = mixed.copy()
    mixed[concerned] &= ~bit
    mixed[differs] |= bit
    np.bitwise_or.at(mixed, series, entries.mixed[held] & bit)
    return np.where(concerned, highest, target), mixed


def _in_label(target: FloatArray, unit: NDArray[np.int32], label: IntArray, units: Units) -> FloatArray:
    """Convert (entries,) targets from units to labels; NaN where they do not convert."""
    result, pairs = target.copy(), unit.astype(np.int64) + 1 << 32 | (label + 1)
    for pair in np.unique(pairs).tolist():
        factor = units.factor((pair >> 32) - 1, (pair & 0xFFFFFFFF) - 1)
        rows = pairs == pair
        result[rows] = np.nan if factor is None else converted(target[rows], factor)
    return result
