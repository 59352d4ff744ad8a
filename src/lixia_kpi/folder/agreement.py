"""Whether the baseline file and the published figure of the baseline year agree within what is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.actuals.selection import yearly
from lixia_kpi.problems import Problem
from lixia_kpi.text.number import shown_number
from lixia_kpi.units.conversion import conversion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lixia_kpi.actuals.observation import Observation
    from lixia_kpi.plan.model import Baseline, Indicator, Plan
    from lixia_kpi.problems import Detail

_SLACK = 1e-9
_NEARLY = 0.05


def check_agreement(plan: Plan, observations: Iterable[Observation]) -> Iterator[Problem]:
    """Note where an actual of the baseline year differs from the baseline, which is used all the same.

    Parameters
    ----------
    plan
        with its baselines.
    observations
        in the order of the files.

    Yields
    ------
    Problem
        `baseline_differs`, a note at the observation.
    """
    best = yearly(observations)
    indicators = {indicator.id: indicator for indicator in plan.indicators}
    for baseline in plan.baselines:
        indicator = indicators.get(baseline.id)
        observation = best.get(baseline.id, {}).get(baseline.year)
        if indicator is not None and observation is not None and differs(baseline, observation, indicator):
            details: dict[str, Detail] = {
                "id": baseline.id,
                "year": baseline.year,
                "value": shown_number(observation.value),
                "unit": observation.unit,
                "baseline": shown_number(baseline.value or 0.0),
                "baseline_unit": baseline.unit or indicator.unit,
                "baseline_place": str(baseline.place),
            }
            yield Problem("baseline_differs", observation.place, "note", details)


def differs(baseline: Baseline, observation: Observation, indicator: Indicator) -> bool:
    """Tell whether an observation of the baseline year differs from the baseline beyond rounding.

    Half a unit of the last printed decimal of either is rounding; a baseline printed as a bound (突破, 近 …) agrees
    with whatever keeps the bound, one printed as approximate with what is within 5 percent.

    Parameters
    ----------
    baseline
        with a value, else nothing differs.
    observation
        of the same indicator and year.
    indicator
        whose unit both are put into; only levels are compared.

    Returns
    -------
    bool
        whether a reader should know.
    """
    if indicator.observed_as != "level" or baseline.value is None:
        return False
    own = conversion(baseline.unit or indicator.unit, indicator.unit, also=indicator.unit_also)
    other = conversion(observation.unit, indicator.unit, also=indicator.unit_also)
    if own is None or other is None:
        return False
    expected, found = own.apply(baseline.value), other.apply(observation.value)
    rounding = max(
        own.apply(0.5 * 10.0**-baseline.decimals),
        other.apply(0.5 * 10.0**-observation.decimals),
    )
    margin = rounding + _SLACK * max(abs(expected), abs(found))
    if baseline.op in (">", ">="):
        return found < expected - margin
    if baseline.op in ("<", "<="):
        return found > expected + margin
    if baseline.op == "~":
        margin = max(margin, _NEARLY * abs(expected))
    return abs(found - expected) > margin
