"""What was assumed, as codes: `growth=6%`, `value:2024=2600`, `target=2700`, `shock:2024=-5%`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.plan.model import Target
    from lixia_kpi.scenario.assumptions import Growth, OtherTarget, Shock
    from lixia_kpi.scenario.compare import Comparison


def assumptions_of(comparison: Comparison, name: str, target: Target) -> tuple[str, ...]:
    """List what was assumed about one target of an indicator.

    Parameters
    ----------
    comparison : every target judged twice.
    name : id of the indicator.
    target : as the plan has it.
    """
    scenario = comparison.scenario
    found = [] if scenario.start is None else [f"from={scenario.start}"]
    if name in comparison.rates:
        found.append(_growth(comparison.rates[name]))
    found += [f"value:{one.year}={_number(one.value)}" for one in scenario.values if one.id == name]
    found += [_target(one) for one in scenario.targets if one.id == name and one.old == target]
    found += [_shock(one) for one in scenario.shocks if one.id == name]
    return tuple(found)


def _growth(growth: Growth) -> str:
    rate = _number(growth.rate if growth.why == "growth" else round(growth.rate, 2))
    return f"{growth.why}={rate}{'%' if growth.unit == '%' else '/year' if growth.unit == 'flow' else 'points'}"


def _target(other: OtherTarget) -> str:
    year = f":{other.new.year}" if other.new.year != other.old.year else ""
    return f"target{year}={_number(other.new.value)}"


def _shock(shock: Shock) -> str:
    unit = "%" if shock.unit == "%" else "points"
    return f"shock:{shock.year}={_number(shock.size)}{unit}" + (f",recover={shock.recover}" if shock.recover else "")


def _number(value: float) -> str:
    return f"{value:.10g}"
