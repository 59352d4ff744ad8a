"""The wide form: one row an indicator, one column a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.actuals.common import read_common

if TYPE_CHECKING:
    from lixia_kpi.actuals.cells import Cells
    from lixia_kpi.actuals.observation import Observation
    from lixia_kpi.actuals.rows import Row

# What tables print where there is no value.
MISSING = frozenset(
    {"", "-", "–", "—", "--", "——", "…", "……", "...", "..", ".", "/", "na", "n/a", "n.a.", "null", "无"}
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
    common = read_common(row, cells)
    found = []
    for index, year in cells.header.years.items():
        if index >= len(row.cells) or row.cells[index].strip().casefold() in MISSING:
            continue
        number = cells.number(row, index, str(year))
        if number is not None and common is not None:
            found.append(common.observation(year, number, row.place(index, cells.file)))
    return found
