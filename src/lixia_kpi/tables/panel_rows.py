"""The rows of several plans as one panel: each region with a plan of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.panel.coded import Coded, spread
from lixia_kpi.tables.columns import PANEL, columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.panel.evaluate import Rows
    from lixia_kpi.tables.gap import GapRow
    from lixia_kpi.tables.table import Value


def rows_of_plans(plans: Sequence[tuple[str, Sequence[GapRow]]]) -> Rows:
    """Give the rows of plans as the columns of `kpi panel`, one plan behind the other.

    Parameters
    ----------
    plans : (region, rows) of each plan.

    Returns
    -------
    Rows
        The columns by id: texts, codes and flags as `Coded`, numbers and years as floats, NaN where there is none.
    """
    values: list[Mapping[str, Value]] = [{**row.values, "region": region} for region, rows in plans for row in rows]
    found: dict[str, Coded | FloatArray] = {}
    for column in columns(PANEL):
        cells = [row[column.id] for row in values]
        if column.kind in ("integer", "number"):
            found[column.id] = np.array([_number(cell) for cell in cells], dtype=np.float64)
        else:
            found[column.id] = spread([_text(cell) for cell in cells], np.arange(len(cells)))
    places = [STATUSES.index(str(row["status"])) for row in values]
    found["status"] = Coded(STATUSES, np.array(places, dtype=np.intp))
    return found


def _number(cell: Value) -> float:
    return float(cell) if isinstance(cell, int | float) else np.nan


def _text(cell: Value) -> str | None:
    """Write a cell as the machine formats do; None for an empty one."""
    if isinstance(cell, tuple):
        return ";".join(cell) or None
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return None if cell is None else str(cell)
