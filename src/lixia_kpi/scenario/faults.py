"""Assumptions that cannot be made: all of them at once, each with the indicator it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.errors import SeveralUsageError, UsageError
from lixia_kpi.scenario.altered import last_year
from lixia_kpi.scenario.trajectory import rate_unit_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lixia_kpi.scenario.altered import Altered
    from lixia_kpi.scenario.assumptions import Growth, Scenario, Shock
    from lixia_kpi.scenario.trajectory import Origin


def scenario_faults(
    altered: Sequence[Altered],
    origins: Mapping[str, Origin],
    rates: Mapping[str, Growth],
    projected: Mapping[str, list[float]],
    scenario: Scenario,
) -> None:
    """Refuse assumptions that say nothing about their indicator.

    Parameters
    ----------
    altered : the series with assumed values and targets.
    origins : by indicator, where its years to come start.
    rates : by indicator, the rate they are filled with.
    projected : by indicator under a shock, the levels of its projection; empty where there is none.
    scenario : what is assumed.

    Raises
    ------
    SeveralUsageError
        with every fault.
    """
    by_id = {one.series.indicator.id: one for one in altered}
    faults: list[UsageError] = []
    for growth in scenario.growths:
        faults += _of_growth(by_id[growth.id], origins[growth.id], growth)
    for value in scenario.values:
        series = by_id[value.id].series
        first, last = series.baseline_year + 1, last_year(series)
        if not first <= value.year <= last:
            details: dict[str, str | int | float] = {"id": value.id, "year": value.year, "first": first, "last": last}
            faults.append(UsageError("assumed_year_outside", details))
    for shock in scenario.shocks:
        known = shock.id in rates or bool(projected.get(shock.id))
        faults += _of_shock(by_id[shock.id], origins[shock.id], shock, known=known)
    if faults:
        raise SeveralUsageError(faults)


def _of_growth(one: Altered, origin: Origin, growth: Growth) -> Iterator[UsageError]:
    unit = rate_unit_of(one.series)
    if unit is None:
        yield UsageError("rank_has_no_growth", {"id": growth.id})
    elif growth.unit != unit:
        yield UsageError("growth_in_percent" if unit == "%" else "growth_in_points", {"id": growth.id})
    elif origin.level is None:
        yield UsageError("nothing_to_grow_from", {"id": growth.id})
    elif origin.year >= last_year(one.series):
        yield UsageError("no_year_left", {"id": growth.id, "year": origin.year})


def _of_shock(one: Altered, origin: Origin, shock: Shock, *, known: bool) -> Iterator[UsageError]:
    unit, last = rate_unit_of(one.series), last_year(one.series)
    if unit is None:
        yield UsageError("rank_has_no_growth", {"id": shock.id})
    elif shock.unit != unit:
        yield UsageError("growth_in_percent" if unit == "%" else "growth_in_points", {"id": shock.id})
    elif origin.year >= last:
        yield UsageError("no_year_left", {"id": shock.id, "year": origin.year})
    elif not origin.year < shock.year <= last:
        details: dict[str, str | int | float] = {
            "id": shock.id,
            "year": shock.year,
            "first": origin.year + 1,
            "last": last,
        }
        yield UsageError("shock_year_outside", details)
    elif not known:
        yield UsageError("nothing_to_shock", {"id": shock.id})
