"""The best observation of each year, and of each part of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.actuals.period import part_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.actuals.observation import Observation
    from lixia_kpi.actuals.period import Part

_RANK = {"expected": 0, "preliminary": 1, "actual": 2}


def yearly(
    observations: Iterable[Observation], *, as_of: int | None = None, vintage: str | None = None
) -> dict[str, dict[int, Observation]]:
    """Choose one yearly value for each indicator and year.

    actual beats preliminary beats expected; then the latest date of publication (none is the oldest); then the later
    row.

    Parameters
    ----------
    observations
        in the order of the files.
    as_of
        last year that is looked at; None for all.
    vintage
        ISO date; what was published later is left out, what has no date is kept; None for all.

    Returns
    -------
    dict
        by id, then by year in ascending order.

    Examples
    --------
    >>> from lixia_kpi.actuals.observation import Observation
    >>> from lixia_kpi.problems import Place
    >>> first = Observation("gdp", 2023, 2446.9, "亿元", Place("a.csv", 2))
    >>> later = Observation("gdp", 2023, 2440.0, "亿元", Place("a.csv", 3), status="expected")
    >>> yearly([first, later])["gdp"][2023].value
    2446.9
    """
    chosen: dict[str, dict[int, Observation]] = {}
    for row in observations:
        if not row.is_yearly or (as_of is not None and row.year > as_of):
            continue
        if vintage is not None and row.published is not None and row.published > vintage:
            continue
        years = chosen.setdefault(row.id, {})
        best = years.get(row.year)
        if best is None or _rank(row) >= _rank(best):
            years[row.year] = row
    return {id_: dict(sorted(years.items())) for id_, years in chosen.items()}


def part_years(
    observations: Iterable[Observation], *, vintage: str | None = None
) -> dict[Part, dict[int, Observation]]:
    """Choose one value for each part of a year and each year, as `yearly` does; H1, Q1-Q2 and Jan-Jun are the same.

    Parameters
    ----------
    observations
        of one indicator, in the order of the file; those of years and of several years are passed over.
    vintage
        as for `yearly`.

    Returns
    -------
    dict
        by part (moments without their year), then by year.
    """
    chosen: dict[Part, dict[int, Observation]] = {}
    for row in observations:
        part = part_of(row.period)
        if part is None or (vintage is not None and row.published is not None and row.published > vintage):
            continue
        years = chosen.setdefault(part._replace(year=0), {})
        best = years.get(row.year)
        if best is None or _rank(row) >= _rank(best):
            years[row.year] = row
    return chosen


def _rank(row: Observation) -> tuple[int, str]:
    return _RANK[row.status], row.published or ""
