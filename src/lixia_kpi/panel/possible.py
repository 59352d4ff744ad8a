"""Values and targets that cannot be, found in arrays by the bounds that `kpi validate` holds single figures against."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from lixia_kpi.panel.faults import FaultRows
from lixia_kpi.plan.bounds import UNBOUNDED, bounds_of_target
from lixia_kpi.plan.target_rules import broken_wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray
    from lixia_kpi.panel.block import Kind
    from lixia_kpi.panel.faults import FaultCount
    from lixia_kpi.panel.series_table import SeriesTable
    from lixia_kpi.plan.bounds import Bounds


def impossible(figures: FloatArray, bounds: Sequence[Bounds], place: IntArray) -> BoolArray:
    """Tell which figures are out of their bounds or at a point that cannot be reached; what is missing is not.

    Parameters
    ----------
    figures : (rows,) or (rows, years), NaN where missing [unit of the bounds].
    bounds : (records,) of what the rows refer to.
    place : (rows,) the record of each row.

    Returns
    -------
    BoolArray
        in the shape of the figures.

    Examples
    --------
    >>> from lixia_kpi.plan.bounds import bounds_of_value
    >>> bounds = [bounds_of_value("share", "%"), bounds_of_value("rank", "位")]
    >>> impossible(np.array([100.5, np.nan, 2.5, 2.0]), bounds, np.array([0, 0, 1, 1])).tolist()
    [True, False, True, False]
    """
    row = place if figures.ndim == 1 else place[:, np.newaxis]
    low, high, whole, unreachable = (np.array(column) for column in zip(*bounds, strict=True))
    found = np.asarray((figures < low[row]) | (figures > high[row]))
    if whole.any():
        found |= whole[row] & (np.floor(figures) < figures)
    if not np.isnan(unreachable).all():
        found |= figures == unreachable[row]
    return found


def impossible_targets(target: FloatArray, kinds: Sequence[Kind], kind: IntArray) -> BoolArray:
    """Tell which targets a plan could not have: their figure, comparator or form goes against what is measured.

    Parameters
    ----------
    target : (rows,) T, as printed.
    kinds : how targets are worded.
    kind : (rows,) the kind of each row.

    Examples
    --------
    >>> from lixia_kpi.panel.block import Kind
    >>> kinds = [Kind("share", "level", ">=", "up", "%"), Kind("amount", "level", "<=", "up")]
    >>> impossible_targets(np.array([70.0, 120.0, 70.0]), kinds, np.array([0, 0, 1])).tolist()
    [False, True, True]
    """
    if not len(kinds):
        return np.zeros(len(target), dtype=np.bool_)
    bounds = [bounds_of_target(one.form, one.op, one.measure, one.unit or "", one.observed_as) for one in kinds]
    broken = np.array([_is_broken(one) for one in kinds])
    return np.asarray(impossible(target, bounds, kind) | broken[kind])


def _is_broken(kind: Kind) -> bool:
    """Whether a comparator, a form or a unit goes against what is measured."""
    about = {"direction": kind.direction, "measure": kind.measure, "observed_as": kind.observed_as}
    return bool(broken_wording(kind.form, kind.op, unit=kind.unit or "", **about))


def without_impossible(
    table: SeriesTable, bounds: Sequence[Bounds], place: IntArray, units: Sequence[str], faults: FaultCount
) -> SeriesTable:
    """Leave out the values that cannot be, and report each of them as `impossible_value`.

    Parameters
    ----------
    table : series side by side.
    bounds, units : (records,) what the values of a series can be, and their unit in words.
    place : (series,) the record of each series, −1 where nothing is known of it.
    faults : takes the values that cannot be.
    """
    bounded = np.array([*(one is not UNBOUNDED for one in bounds), False])
    rows = np.flatnonzero(bounded[place])
    if not len(rows):
        return table
    values = table.values if len(rows) == len(table) else table.values[rows]
    row, column = np.nonzero(impossible(values, bounds, place[rows]))
    if not len(row):
        return table
    series = rows[row]
    chosen = pa.array(series)
    faults.take(
        FaultRows(
            "impossible_value",
            table.region.take(chosen),
            table.id.take(chosen),
            table.years[column],
            table.values[series, column],
            unit=pa.array([units[one] for one in place[series].tolist()], type=pa.string()),
        )
    )
    kept, left_out = table.values.copy(), table.left_out.copy()
    kept[series, column] = np.nan
    left_out[series] = True
    return replace(table, values=kept, left_out=left_out)
