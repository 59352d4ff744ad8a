"""An actuals file read: bytes to observations, with every fault of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.actuals.cells import Cells
from lixia_kpi.actuals.header import read_header
from lixia_kpi.actuals.period import AS_OF
from lixia_kpi.actuals.repeated import repeated_years
from lixia_kpi.actuals.rows import read_rows
from lixia_kpi.actuals.tidy import observation_of
from lixia_kpi.actuals.wide import observations_of
from lixia_kpi.problems import Place, Problem
from lixia_kpi.text.decode import decode

if TYPE_CHECKING:
    from lixia_kpi.actuals.observation import Observation

MAX_FAULTS = 10_000


def read_actuals(data: bytes, *, file: str) -> tuple[list[Observation], list[Problem]]:
    r"""Read published figures from CSV, tidy or wide.

    Parameters
    ----------
    data
        the whole file.
    file
        its name as the user gave it.

    Returns
    -------
    tuple
        the observations of the rows without fault, in the order of the file, and all problems.

    Examples
    --------
    >>> found, problems = read_actuals(b"id,year,value,unit\ngdp,2021,2124.15,yuan", file="a.csv")
    >>> found[0].value, found[0].decimals, str(found[0].place), problems
    (2124.15, 2, 'a.csv:2:10', [])
    """
    text, problems = decode(data, file=file)
    if text is None:
        return [], problems
    rows, faults = read_rows(text, file=file)
    problems += faults
    if not rows:
        problems.append(Problem("empty_file", Place(file)))
        return [], problems
    header, faults = read_header(rows[0], file=file)
    problems += faults
    if any(fault.code == "missing_columns" for fault in faults):
        return [], problems
    cells = Cells(header, file)
    observations: list[Observation] = []
    for row in rows[1:]:
        if header.is_wide:
            observations += observations_of(row, cells)
        elif observation := observation_of(row, cells):
            observations.append(observation)
        if len(cells.problems) >= MAX_FAULTS:
            cells.add("too_many_faults", Place(file, row.line), {"limit": MAX_FAULTS})
            break
    return observations, problems + cells.problems + repeated_years(observations) + _other_years(observations)


def _other_years(observations: list[Observation]) -> list[Problem]:
    """Point at figures as of a moment of another year than their own."""
    return [
        Problem("period_of_another_year", row.place, "warning", {"id": row.id, "year": row.year, "value": row.period})
        for row in observations
        if row.period.startswith(AS_OF) and row.period[len(AS_OF) : len(AS_OF) + 4] != str(row.year)
    ]
