"""What departments are asked for: one row an indicator, with what is known of it and what its figure can be."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.actuals.period import part_of
from lixia_kpi.actuals.selection import part_years
from lixia_kpi.folder.series import series_of
from lixia_kpi.plan.bounds import share_limit
from lixia_kpi.units.conversion import conversion, convert
from lixia_kpi.units.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lixia_kpi.actuals.observation import Observation
    from lixia_kpi.folder.open import PlanFolder
    from lixia_kpi.folder.series import Series
    from lixia_kpi.plan.model import Indicator, PlanInfo

MOST = 1e15
"""Digits that a spreadsheet keeps."""
_PREFIXES = (("亿", "万"), ("万", ""))
_PERCENT = "%"


class Bounds(NamedTuple):
    """What a figure can be: within `low` and `high`, and whole where `whole`."""

    whole: bool
    low: float
    high: float


class TemplateRow(NamedTuple):
    """One indicator to be reported.

    `units` are those in which it may be reported, the usual one first; `last_value` is the latest known one of the
    same kind of period, in that unit, of `last_year`.
    """

    indicator: Indicator
    units: tuple[str, ...]
    bounds: Bounds
    last_year: int | None = None
    last_value: float | None = None


class Template(NamedTuple):
    """A form to be filled in: `period` of `year`, by one department (`owner`) or by several (None).

    `dated` is the latest date of publication that is known, else the first day of the plan.
    """

    plan: PlanInfo
    year: int
    period: str
    dated: str
    rows: tuple[TemplateRow, ...]
    owner: str | None = None


class Asked(NamedTuple):
    """Which indicators are asked for, each empty for all; `year` None is the year after the latest one known."""

    ids: tuple[str, ...] = ()
    chapters: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    year: int | None = None
    period: str = "full-year"


def template_of(folder: PlanFolder, asked: Asked) -> Template:
    """Put a form together.

    Parameters
    ----------
    folder : the plan with its actuals.
    asked : the indicators, the year and the period. An indicator that follows from others by a formula is left out
        unless it is named.

    Returns
    -------
    Template
        rows in the order of the plan.
    """
    info = folder.plan.info
    latest = max((row.year for row in folder.observations if row.is_yearly), default=info.baseline_year)
    year = latest + 1 if asked.year is None else asked.year
    observed: dict[str, list[Observation]] = {}
    for observation in folder.observations:
        observed.setdefault(observation.id, []).append(observation)
    rows = tuple(
        _row(series, observed.get(series.indicator.id, []), year, asked.period)
        for series in series_of(folder)
        if _wanted(series.indicator, asked)
    )
    published = [row.published for row in folder.observations if row.published]
    dated = max(published) if published else f"{max(info.start, 1980)}-01-01"
    return Template(info, year, asked.period, dated, rows, asked.owners[0] if len(asked.owners) == 1 else None)


def by_owner(template: Template) -> list[Template]:
    """Give each department a form of its own, in the order in which they first occur; those without one come last."""
    owners = dict.fromkeys(row.indicator.owner for row in template.rows)
    order = {owner: position for position, owner in enumerate(sorted(owners, key=lambda owner: owner is None))}
    rows = sorted(template.rows, key=lambda row: order[row.indicator.owner])
    return [
        template._replace(rows=tuple(own), owner=owner)
        for owner, own in groupby(rows, key=lambda row: row.indicator.owner)
    ]


def _wanted(indicator: Indicator, asked: Asked) -> bool:
    if asked.ids:
        return indicator.id in asked.ids
    citations = (indicator.citation, *(target.citation for target in indicator.targets if target.citation))
    return (
        indicator.formula is None
        and (not asked.groups or indicator.group in asked.groups)
        and (not asked.owners or indicator.owner in asked.owners)
        and (not asked.chapters or any(citation.chapter in asked.chapters for citation in citations))
    )


def _row(series: Series, observed: Sequence[Observation], year: int, period: str) -> TemplateRow:
    indicator = series.indicator
    units = _units(indicator, observed)
    known = _part_values(indicator, observed, period) if part_of(period) else _yearly_values(series, units[0])
    before = [one for one in known if one < year]
    last = max(before) if before else None
    return TemplateRow(indicator, units, _bounds(indicator, units), last, None if last is None else known[last])


def _units(indicator: Indicator, observed: Iterable[Observation]) -> tuple[str, ...]:
    if indicator.observed_as == "yearly_change":
        seen = [row.unit for row in observed]
        return tuple(dict.fromkeys([*seen[-1:], _PERCENT]))
    own = indicator.unit
    others = [row.unit for row in observed if conversion(row.unit, own, also=indicator.unit_also) is not None]
    smaller = []
    for prefix, below in _PREFIXES:
        if own.startswith(prefix) and conversion(unit := below + own.removeprefix(prefix), own) is not None:
            smaller.append(unit)
            break
    return tuple(dict.fromkeys([own, *indicator.unit_also, *smaller, *others]))


def _bounds(indicator: Indicator, units: Iterable[str]) -> Bounds:
    if indicator.observed_as == "yearly_change":
        return Bounds(whole=False, low=-100.0, high=MOST)
    whole = all(parse(unit).numerator == parse(unit).denominator == 1 for unit in units)
    if indicator.measure == "share":
        return Bounds(whole=False, low=0.0, high=share_limit(indicator.unit))
    if indicator.measure == "rank":
        return Bounds(whole=True, low=1.0, high=MOST)
    if indicator.measure == "count":
        return Bounds(whole=whole, low=0.0, high=MOST)
    return Bounds(whole=False, low=-MOST, high=MOST)


def _yearly_values(series: Series, unit: str) -> dict[int, float]:
    """The values of years in the unit of the form; yearly changes are in percent or points already."""
    if series.indicator.observed_as == "yearly_change":
        return {one.year: one.value for one in series.values}
    own, also = series.indicator.unit, series.indicator.unit_also
    values = {one.year: convert(one.value, own, unit, also=also) for one in series.values}
    return {year: value for year, value in values.items() if value is not None}


def _part_values(indicator: Indicator, observed: Iterable[Observation], period: str) -> dict[int, float]:
    """The values of the same part of other years."""
    part = part_of(period)
    same = {} if part is None else part_years(observed).get(part._replace(year=0), {})
    if indicator.observed_as == "yearly_change":
        return {year: row.value for year, row in same.items()}
    values = {
        year: convert(row.value, row.unit, indicator.unit, also=indicator.unit_also) for year, row in same.items()
    }
    return {year: value for year, value in values.items() if value is not None}
