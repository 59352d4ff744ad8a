"""The years to come of one series: carried on at a rate, or as projected, and turned by a shock.

Everything is reckoned on levels (for totals on yearly flows), the first of them in the origin, the year of the latest
value; what is published as yearly changes or as sums is put back into that form at the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.folder.series import Series
    from lixia_kpi.scenario.assumptions import Growth, RateUnit, Shock

Published = Literal["level", "flow", "percent", "points", "sum"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the years to come start.

    `level` is that of the origin year: the value, the flow of a total, 1 or 0 for yearly changes in percent or points;
    None where nothing is known. `total` is the sum published by then.
    """

    year: int
    level: float | None
    published: Published
    total: float = 0.0


def published_as(series: Series) -> Published:
    """Name the form in which the values of a series are published."""
    indicator = series.indicator
    forms = {target.form for target in indicator.targets}
    if indicator.observed_as == "yearly_change":
        return "points" if "points" in forms or rate_unit_of(series) == "points" else "percent"
    if indicator.observed_as == "cumulative":
        return "sum"
    return "flow" if "total" in forms else "level"


def rate_unit_of(series: Series) -> RateUnit | None:
    """Give the unit in which an indicator grows: percent, or points for shares, indices and rates; None for ranks.

    A series of yearly changes in percent grows in percent whatever is measured.
    """
    indicator = series.indicator
    if indicator.measure == "rank":
        return None
    if indicator.measure in ("amount", "count"):
        return "%"
    changes = {target.form for target in indicator.targets} & {"growth", "change", "every_year"}
    return "%" if indicator.observed_as == "yearly_change" and changes else "points"


def origin_of(series: Series, base_year: int) -> Origin:
    """Find where the years to come start: at the latest value, or in the base year where there is none.

    Parameters
    ----------
    series : the values that are to count.
    base_year : the year before the period of the target.
    """
    published = published_as(series)
    values = {item.year: item.value for item in series.values}
    year = max(values, default=base_year)
    if published in ("percent", "points"):
        return Origin(max(year, base_year), 1.0 if published == "percent" else 0.0, published)
    if published == "sum":
        before = 0.0 if year == base_year + 1 else values.get(year - 1)
        flow = values[year] - before if year in values and before is not None else None
        return Origin(year, flow, published, values.get(year, 0.0))
    return Origin(year, values.get(year), published)


def carried_on(origin: Origin, growth: Growth, until: int) -> list[float]:
    """Carry the level on at a rate: L (1 + g)^k, L + k g, or the same flow every year.

    Parameters
    ----------
    origin : where it starts, its level known unless a flow is given.
    growth : the yearly rate.
    until : last year.

    Returns
    -------
    list of float
        Levels of the years after the origin.

    Examples
    --------
    >>> from lixia_kpi.scenario.assumptions import Growth
    >>> carried_on(Origin(2023, 100.0, "level"), Growth("gdp", 10, "%"), 2025)
    [110.00000000000001, 121.00000000000001]
    """
    count = range(1, until - origin.year + 1)
    if growth.unit == "flow":
        return [growth.rate for _ in count]
    if origin.level is None:
        return []
    if growth.unit == "%":
        return [origin.level * (1 + growth.rate / 100) ** k for k in count]
    return [origin.level + k * growth.rate for k in count]


def shocked(levels: Sequence[float], first_year: int, shock: Shock) -> list[float]:
    """Turn levels by a shock that is made up for by equal steps: L (1 + s w), or L + s w for points.

    w is 1 in the year of the shock and 0 before; it falls to 0 within `recover` years, or stays 1.

    Parameters
    ----------
    levels : of the years from `first_year` on.
    first_year : year of the first level.
    shock : size, year and years of recovery.

    Examples
    --------
    >>> from lixia_kpi.scenario.assumptions import Shock
    >>> shocked([100.0, 100.0, 100.0, 100.0], 2022, Shock("gdp", 2023, -10, "%", recover=2))
    [100.0, 90.0, 95.0, 100.0]
    """
    found = []
    for year, level in enumerate(levels, first_year):
        since = year - shock.year
        weight = 0.0 if since < 0 else 1.0 if not shock.recover else max(0.0, 1 - since / shock.recover)
        found.append(level * (1 + shock.size * weight / 100) if shock.unit == "%" else level + shock.size * weight)
    return found


def as_published(origin: Origin, levels: Sequence[float]) -> list[float]:
    """Put the levels of the years after the origin into the form in which the series is published.

    Examples
    --------
    >>> as_published(Origin(2023, 4.0, "sum", total=11.0), [5.0, 6.0])
    [16.0, 22.0]
    """
    if origin.published in ("level", "flow"):
        return list(levels)
    if origin.published == "sum":
        sums, total = [], origin.total
        for flow in levels:
            total += flow
            sums.append(total)
        return sums
    before = [origin.level or 0.0, *levels[:-1]]
    if origin.published == "percent":
        return [100 * (level / last - 1) for level, last in zip(levels, before, strict=True)]
    return [level - last for level, last in zip(levels, before, strict=True)]
