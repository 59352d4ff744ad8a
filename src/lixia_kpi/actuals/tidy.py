"""The tidy form: one row a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.actuals.observation import Observation

if TYPE_CHECKING:
    from lixia_kpi.actuals.cells import Cells
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
    cells.surplus(row)
    id_ = cells.code(row, "id", required=True)
    year = cells.year(row)
    unit = cells.code(row, "unit", required=True)
    period = cells.period(row)
    status = cells.status(row)
    published, published_read = cells.published(row)
    source, note = cells.free(row, "source"), cells.free(row, "note")
    if not cells.text(row, "value"):
        cells.add("empty_value", cells.place(row, "value"), {"id": id_ or "", "year": year or ""}, "note")
        return None
    index = cells.header.names["value"]
    number = cells.number(row, index, "value")
    if id_ is None or year is None or unit is None or number is None:
        return None
    if period is None or status is None or not published_read:
        return None
    return Observation(
        id_,
        year,
        number.value,
        unit,
        row.place(index, cells.file),
        period=period,
        status=status,
        published=published,
        source=source,
        note=note,
        decimals=number.decimals,
    )
