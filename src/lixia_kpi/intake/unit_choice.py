"""In which unit a figure is: as the cell says, its row, its column, the line above the table, else as the plan does."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.intake.entry import Finding
from lixia_kpi.intake.unit_text import has_power, plain_unit, with_power, without_power
from lixia_kpi.units.conversion import conversion
from lixia_kpi.units.parse import dimension

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.intake.figure import Figure


class PlanUnit(NamedTuple):
    """The unit of an indicator in the plan, the counters that mean the same, whether it is observed as its change."""

    unit: str
    also: tuple[str, ...] = ()
    yearly_change: bool = False


def choose_unit(
    figure: Figure, stated: str | None, listed: Sequence[str], plan: PlanUnit
) -> tuple[str, tuple[Finding, ...]]:
    """Find the unit of a figure.

    Parameters
    ----------
    figure
        as the cell has it, with a unit or a power of its own or without.
    stated
        the unit that row or column give.
    listed
        the units of the line above the table; of several the one that goes with the plan's unit counts.
    plan
        what the plan says.

    Returns
    -------
    tuple
        the unit, and what is to be said: `power_twice` (error: 3.5万 under 亿元 can mean either), `unit_from_plan`.

    Examples
    --------
    >>> from lixia_kpi.intake.figure import Figure
    >>> choose_unit(Figure(3.5, 1, power="万"), "人次", (), PlanUnit("万人次"))[0]
    '万人次'
    >>> choose_unit(Figure(3.5, 1), None, (), PlanUnit("万人次"))
    ('万人次', (Finding(code='unit_from_plan', severity='warning', details={'unit': '万人次'}),))
    """
    if figure.unit:
        return plain_unit(figure.unit), ()
    unit = plain_unit(stated) if stated else _of_list(listed, plan)
    if figure.money and (unit is None or dimension(unit) != dimension(figure.money)):
        return figure.money, ()
    if figure.power:
        if unit and unit.startswith(figure.power):
            return unit, ()  # 1.2亿 under 亿元: the unit said twice
        if unit and has_power(unit):
            return unit, (Finding("power_twice", details={"found": figure.power, "unit": unit}),)
        if unit:
            return with_power(figure.power, unit), ()
        unit = with_power(figure.power, without_power(plan.unit))
        return unit, (Finding("unit_from_plan", "warning", {"unit": unit}),)
    if unit:
        return unit, ()
    return plan.unit, (Finding("unit_from_plan", "warning", {"unit": plan.unit}),)


def _of_list(listed: Sequence[str], plan: PlanUnit) -> str | None:
    if len(listed) == 1:
        return listed[0]
    fitting = [unit for unit in listed if conversion(unit, plan.unit, also=plan.also) is not None]
    return fitting[0] if len(fitting) == 1 else None
