"""Figures published twice: the same again is a note, another one of equal rank a warning."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING

from lixia_kpi.problems import Problem
from lixia_kpi.text.number import shown_number
from lixia_kpi.units.conversion import convert

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.actuals.observation import Observation
    from lixia_kpi.problems import Detail

_SAME = 1e-12


def repeated_years(observations: Iterable[Observation]) -> list[Problem]:
    """Find rows with the same id, year, period, status and date of publication as an earlier one.

    Parameters
    ----------
    observations
        in the order of the files.

    Returns
    -------
    list of Problem
        `doubled_year` (warning) where the values differ, so that the later row is used only because it is later;
        `repeated_row` (note) where they are equal, in whatever unit.

    Examples
    --------
    >>> from lixia_kpi.actuals.observation import Observation
    >>> from lixia_kpi.problems import Place
    >>> first = Observation("gdp", 2022, 2282.9, "亿元", Place("a.csv", 2, 1))
    >>> second = Observation("gdp", 2022, 228.29, "billion yuan", Place("a.csv", 3, 1))
    >>> [problem.code for problem in repeated_years([first, second])]
    ['repeated_row']
    """
    seen: dict[tuple[str, int, str, str, str | None], Observation] = {}
    problems = []
    for row in observations:
        key = (row.id, row.year, row.period, row.status, row.published)
        earlier = seen.get(key)
        if earlier is not None:
            details: dict[str, Detail] = {
                "id": row.id,
                "year": row.year,
                "value": shown_number(row.value),
                "unit": row.unit,
                "other_value": shown_number(earlier.value),
                "other_unit": earlier.unit,
                "other_place": str(earlier.place),
            }
            if _same_value(row, earlier):
                problems.append(Problem("repeated_row", row.place, "note", details))
            else:
                problems.append(Problem("doubled_year", row.place, "warning", details))
        seen[key] = row
    return problems


def _same_value(row: Observation, other: Observation) -> bool:
    if row.unit == other.unit:
        return row.value == other.value
    value = convert(row.value, row.unit, other.unit)
    return value is not None and isclose(value, other.value, rel_tol=_SAME)
