"""The tidy form: one row a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.actuals.common import read_common

if TYPE_CHECKING:
    from lixia_kpi.actuals.cells import Cells
    from lixia_kpi.actuals.observation import Observation
    from lixia_kpi.actuals.rows import Row


def observation_of(row: Row, cells: Cells) -> Observation | None:
    """Read a row of the form `id,year,value,unit[,period,status,published,source,note]`.

    Parameters
    ----------
    row
        a row below the header.
    cells
        the reader of its fields; every fault of the row ends up in its `problems`.

    Returns
    -------
    Observation or None
        None where anything in the row cannot be read, or where its value is empty (a note says so).
    """
    common = read_common(row, cells)
    year = cells.year(row)
    if not cells.text(row, "value"):
        cells.add("empty_value", cells.place(row, "value"), {"id": cells.text(row, "id")[:60]}, "note")
        return None
    index = cells.header.names["value"]
    number = cells.number(row, index, "value")
    if common is None or year is None or number is None:
        return None
    return common.observation(year, number, row.place(index, cells.file))
