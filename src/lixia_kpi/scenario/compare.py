"""Every target judged twice: as things are, and under assumptions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.evaluate import evaluate
from lixia_kpi.scenario.altered import last_year, origin_year, with_values, with_years_to_come
from lixia_kpi.scenario.assumptions import Growth
from lixia_kpi.scenario.faults import scenario_faults
from lixia_kpi.scenario.rates import CHANCES, best_year, growth_for_chance, halving_rates

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.assessment.options import Options
    from lixia_kpi.folder.series import Series
    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.scenario.altered import Altered
    from lixia_kpi.scenario.assumptions import Scenario
    from lixia_kpi.scenario.trajectory import Origin


@dataclass(frozen=True, slots=True)
class Comparison:
    """Before and after, case by case in the same order.

    Parameters
    ----------
    before, after
        every target judged as things are, and under the assumptions.
    scenario
        what was assumed.
    rates
        by indicator, the rate its years to come were filled with.
    assumed
        by indicator, the years whose values are assumed.
    growth_for
        by chance in percent, (cases,) the rate [percent or points a year] with which the target is just reached with
        that chance, after the assumed values and targets, whatever growth is assumed.
    """

    before: Evaluation
    after: Evaluation
    scenario: Scenario
    rates: Mapping[str, Growth]
    assumed: Mapping[str, frozenset[int]]
    growth_for: Mapping[int, FloatArray]


def compare(series: Sequence[Series], info: PlanInfo, options: Options, scenario: Scenario) -> Comparison:
    """Judge every target before and after the assumptions.

    Values, targets and the start come first; then the years to come of the indicators for which a growth, the rate of
    the best year, half the gap or a shock is assumed are filled from their latest value to their target year.

    Parameters
    ----------
    series : what is published, in plan order.
    info : the head of the plan.
    options : as for `evaluate`.
    scenario : what is assumed.

    Raises
    ------
    SeveralUsageError
        Assumptions that cannot be made of these series, all of them.
    """
    before = evaluate(series, info, options)
    altered = [with_values(one, scenario) for one in series]
    if all(new.series is old for new, old in zip(altered, series, strict=True)):
        ground = before
    else:
        ground = evaluate([one.series for one in altered], info, options)
    origins = {one.series.indicator.id: origin_year(one, info) for one in altered}
    rates = _rates(altered, ground, scenario)
    levels = {name: _projected(ground, name, origin) for name, origin in origins.items() if _shocked(scenario, name)}
    scenario_faults(altered, origins, rates, levels, scenario)
    filled = [_filled(one, origins, rates, levels, scenario) for one in altered]
    carried = any(new is not old for new, old in zip(filled, altered, strict=True))
    return Comparison(
        before=before,
        after=evaluate([one.series for one in filled], info, options) if carried else ground,
        scenario=scenario,
        rates=rates,
        assumed={one.series.indicator.id: one.assumed for one in filled},
        growth_for={chance: growth_for_chance(ground, chance / 100) for chance in CHANCES},
    )


def _rates(altered: Sequence[Altered], ground: Evaluation, scenario: Scenario) -> dict[str, Growth]:
    """The rate of each indicator whose years to come are to be filled: its own, else the best, else the halving one."""
    found: dict[str, Growth] = {}
    if scenario.halve_gap:
        found |= {name: growth for name, growth in _halving(ground).items() if _about(scenario, name)}
    if scenario.best_year:
        for one in altered:
            best = best_year(one.series) if _about(scenario, one.series.indicator.id) else None
            if best is not None:
                found[best.id] = best
    return found | {growth.id: growth for growth in scenario.growths}


def _about(scenario: Scenario, name: str) -> bool:
    return not scenario.ids or name in scenario.ids


def _halving(ground: Evaluation) -> dict[str, Growth]:
    """By indicator, the rate that halves the gap of its last target that has one."""
    rates = halving_rates(ground)
    found: dict[str, tuple[int, Growth]] = {}
    for row in np.flatnonzero(~np.isnan(rates)).tolist():
        case = ground.cases.cases[row]
        by_rate, sums = bool(ground.cases.by_rate[row]), str(ground.cases.path[row]) == "sum"
        growth = Growth(
            case.indicator.id, float(rates[row]), "flow" if sums else "%" if by_rate else "points", "halve_gap"
        )
        if growth.id not in found or case.target.year >= found[growth.id][0]:
            found[growth.id] = (case.target.year, growth)
    return {name: growth for name, (_, growth) in found.items()}


def _shocked(scenario: Scenario, name: str) -> bool:
    return any(shock.id == name for shock in scenario.shocks)


def _projected(ground: Evaluation, name: str, origin: Origin) -> list[float]:
    """The levels that the projection of an indicator has for the years after the origin, as far as they are known.

    A projection of chained yearly changes is brought to the level that the origin has.
    """
    rows = [row for row, case in enumerate(ground.cases.cases) if case.indicator.id == name]
    if not rows or origin.level is None:
        return []
    row = max(rows, key=lambda r: int(ground.cases.due_year[r]))
    outlook = ground.outlook
    count = max(last_year(ground.cases.cases[row].series) - origin.year, 0)
    centre = outlook.projection.centre[row, :count]
    at_origin = outlook.series.values[row, -1]
    if origin.published == "percent":
        centre = origin.level * centre / at_origin
    elif origin.published == "points":
        centre = origin.level + centre - at_origin
    known = centre.tolist()
    return known if int(outlook.series.origin[row]) == origin.year and not np.isnan(centre).any() else []


def _filled(
    one: Altered,
    origins: Mapping[str, Origin],
    rates: Mapping[str, Growth],
    levels: Mapping[str, list[float]],
    scenario: Scenario,
) -> Altered:
    name = one.series.indicator.id
    growth, shocks = rates.get(name), [shock for shock in scenario.shocks if shock.id == name]
    if growth is None and not shocks:
        return one
    return with_years_to_come(one, origins[name], growth=growth, shocks=shocks, projected=levels.get(name, []))
