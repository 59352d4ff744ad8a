"""The wide form: one row an indicator, one column a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.actuals.observation import Observation

if TYPE_CHECKING:
    from lixia_kpi.actuals.cells import Cells
    from lixia_kpi.actuals.rows import Row

# What tables print where there is no value.
MISSING = frozenset(
    {"", "-", "–", "—", "――", "——", "…", "……", "...", "..", ".", "/", "na", "n/a", "n.a.", "null", "none", "无"}
)


def observations_of(row: Row, cells: Cells) -> list[Observation]:
    """Read a row of the form `id,unit,2021,2022,…`; other fields, where there are any, hold for all its values.

    Parameters
    ----------
    row
        a row below the header.
    cells
        the reader of its fields; every fault of the row ends up in its `problems`.

    Returns
    -------
    list of Observation
        one for each year with a value that can be read; none where id, unit or another field cannot.
    """
    cells.surplus(row)
    id_ = cells.code(row, "id", required=True)
    unit = cells.code(row, "unit", required=True)
    period = cells.period(row)
    status = cells.status(row)
    published, published_read = cells.published(row)
    source, note = cells.free(row, "source"), cells.free(row, "note")
    found = []
    for index, year in cells.header.years.items():
        if index >= len(row.cells) or row.cells[index].strip().casefold() in MISSING:
            continue
        number = cells.number(row, index, str(year))
        if number is None or id_ is None or unit is None or period is None or status is None or not published_read:
            continue
        observation = Observation(
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
        found.append(observation)
    return found
