"""A series under assumptions: values put in, targets exchanged, the years to come filled; what is assumed is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lixia_kpi.assessment.plan_cases import base_year_of
from lixia_kpi.folder.series import YearValue
from lixia_kpi.scenario.trajectory import as_published, carried_on, origin_of, shocked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lixia_kpi.folder.series import Series
    from lixia_kpi.plan.model import PlanInfo, Target
    from lixia_kpi.scenario.assumptions import Growth, Scenario, Shock
    from lixia_kpi.scenario.trajectory import Origin


@dataclass(frozen=True, slots=True)
class Altered:
    """A series under assumptions, and the years whose values are assumed."""

    series: Series
    assumed: frozenset[int] = frozenset()


def with_values(series: Series, scenario: Scenario) -> Altered:
    """Hide what is not to be known yet, put assumed values and targets in.

    Parameters
    ----------
    series : what is published of one indicator.
    scenario : what is assumed.
    """
    indicator = series.indicator
    targets = {other.old: other.new for other in scenario.targets if other.id == indicator.id}
    if targets:
        indicator = indicator._replace(targets=tuple(targets.get(target, target) for target in indicator.targets))
    kept = [item for item in series.values if _known(item, scenario.start)]
    values = {one.year: one.value for one in scenario.values if one.id == indicator.id}
    if not targets and not values and len(kept) == len(series.values):
        return Altered(series)
    return Altered(_with(series._replace(indicator=indicator, values=tuple(kept)), values), frozenset(values))


def origin_year(altered: Altered, info: PlanInfo) -> Origin:
    """Find where the years to come start.

    Parameters
    ----------
    altered : the series, its assumed values included.
    info : the head of the plan, for the base year.
    """
    series = altered.series
    targets = series.indicator.targets
    return origin_of(series, base_year_of(series, targets[0], info) if targets else info.baseline_year)


def last_year(series: Series) -> int:
    """Give the last target year of an indicator; the year of its baseline where it has no target."""
    return max((target.year for target in series.indicator.targets), default=series.baseline_year)


def with_years_to_come(
    altered: Altered, origin: Origin, *, growth: Growth | None, shocks: Sequence[Shock], projected: Sequence[float]
) -> Altered:
    """Fill the years from the origin to the last target year.

    Parameters
    ----------
    altered : the series, its assumed values included.
    origin : where the years to come start.
    growth : the rate they are carried on with; None leaves them as projected.
    shocks : what turns them.
    projected : levels of the years after the origin, as the projection has them.
    """
    levels = list(projected) if growth is None else carried_on(origin, growth, last_year(altered.series))
    for shock in shocks:
        levels = shocked(levels, origin.year + 1, shock)
    values = dict(enumerate(as_published(origin, levels), origin.year + 1))
    return Altered(_with(altered.series, values), altered.assumed | frozenset(values))


def new_target(target: Target, value: float, decimals: int, year: int | None) -> Target:
    """Give a target another figure, and another year where one is named.

    Parameters
    ----------
    target : as the plan has it.
    value : in the unit of the target.
    decimals : that the value is written with.
    year : None keeps the target's own.
    """
    return target._replace(value=value, value_high=None, decimals=decimals, year=year or target.year)


def _known(item: YearValue, start: int | None) -> bool:
    return start is None or item.year <= start or item.observation is None


def _with(series: Series, values: Mapping[int, float]) -> Series:
    """Put values in, in place of those of the same years."""
    by_year = {item.year: item for item in series.values}
    by_year |= {year: YearValue(year, value) for year, value in values.items()}
    return series._replace(values=tuple(by_year[year] for year in sorted(by_year)))
