"""Series and the targets they are set against, laid out as a block that can be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np
import pyarrow as pa

from lixia_kpi.panel.block import PanelBlock
from lixia_kpi.panel.coded import Coded
from lixia_kpi.panel.faults import FaultRows
from lixia_kpi.panel.series_table import Units

if TYPE_CHECKING:
    from typing import Any

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray
    from lixia_kpi.panel.block import Kind
    from lixia_kpi.panel.faults import FaultCount
    from lixia_kpi.panel.series_table import SeriesTable


class Targets(Units, Protocol):
    """Where targets come from: columns of the panel itself, or a plan."""

    def attach(self, table: SeriesTable, faults: FaultCount) -> PanelBlock:
        """Give the block of the series that can be judged, and report the others."""
        ...


def block_of(
    table: SeriesTable,
    series: IntArray,
    *,
    kinds: tuple[Kind, ...],
    kind: IntArray,
    target: FloatArray,
    due_year: IntArray,
    base_year: IntArray,
) -> PanelBlock:
    """Lay out one row for each of these series of a table; a series may be named for several targets.

    Parameters
    ----------
    table : series side by side.
    series : (rows,) place of the series of each row, ascending.
    kinds, kind, target, due_year, base_year : as in `PanelBlock`.
    """
    whole = len(series) == len(table) and bool(np.all(series == np.arange(len(table))))
    values, chosen = table.values if whole else table.values[series], pa.array(series)
    years = table.years
    seen = np.flatnonzero(~np.isnan(values).all(axis=0))
    if len(seen):
        years, values = years[seen[0] : seen[-1] + 1], values[:, seen[0] : seen[-1] + 1]
    else:
        years, values = base_year[:1], np.full((len(series), 1), np.nan)
    return PanelBlock(
        region=_coded(table.region, chosen),
        id=_coded(table.id, chosen),
        kinds=kinds,
        kind=kind,
        target=target,
        due_year=due_year,
        base_year=base_year,
        years=years,
        values=values,
        unit_mismatch=table.unit_mismatch[series],
        left_out=table.left_out[series],
    )


def report_series(code: str, held: BoolArray, table: SeriesTable, faults: FaultCount, value: Any = None) -> None:
    """Report the series of a table of which something holds; `value` (series,) is what was found."""
    report_rows(code, np.flatnonzero(held), table, faults, value)


def report_rows(
    code: str, rows: IntArray, table: SeriesTable, faults: FaultCount, value: Any = None, unit: Any = None
) -> None:
    """Report the series at these places of a table; `value` (series,) is what was found, `unit` (rows,) in words."""
    if len(rows):
        chosen = pa.array(rows)
        found = None if value is None else value[rows]
        words = None if unit is None else pa.array(unit, type=pa.string())
        faults.take(FaultRows(code, table.region.take(chosen), table.id.take(chosen), value=found, unit=words))


def _coded(texts: Any, chosen: Any) -> Coded:
    encoded = texts.take(chosen).dictionary_encode()
    return Coded(encoded.dictionary.to_pylist(), encoded.indices.to_numpy().astype(np.intp))
