"""From `gdp=6%`, `gdp:2024=2600` and their like to assumptions; every fault of the command line at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from lixia_kpi.cli.option_values import known_name
from lixia_kpi.cli.option_values import year as read_year
from lixia_kpi.errors import SeveralUsageError, UsageError
from lixia_kpi.scenario.altered import new_target
from lixia_kpi.scenario.assumptions import Growth, OtherTarget, Scenario, Shock, Value
from lixia_kpi.text.number import Number, NumberFault, parse_number
from lixia_kpi.units.conversion import convert

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lixia_kpi.cli.assumption_options import Assumptions
    from lixia_kpi.plan.model import Indicator, Plan, Target

T = TypeVar("T")

_PERCENT = ("%", "％")
_POINTS = ("个百分点", "百分点", "points", "point", "点", "pp", "pt")
_INSIDE_A_NUMBER = (",", "_", "，", "'", "．")
_EXAMPLES = {"growth": "ID=6%", "value": "ID:YEAR=VALUE", "target": "ID=VALUE", "shock": "ID:YEAR=-5%"}


class Figure(NamedTuple):
    """A number with what is written behind it: `%`, `points`, another unit or nothing."""

    number: Number
    unit: str


class Written(NamedTuple):
    """One assumption as it was written, taken apart: `ID`, `:YEAR` if any, `=`, a figure."""

    option: str
    text: str
    indicator: Indicator
    year: int | None
    figure: Figure


def read_scenario(plan: Plan, options: Assumptions, ids: Sequence[str]) -> Scenario:
    """Read all assumptions of the command line.

    Parameters
    ----------
    plan : whose indicators and targets they are about.
    options : as they were written.
    ids : the indicators asked for, which `--halve-gap` and `--best-year` are about.

    Raises
    ------
    SeveralUsageError
        with everything that cannot be read.
    """
    faults: list[UsageError] = []
    if options.recover is not None and not options.shock:
        faults.append(UsageError("recover_needs_shock"))
    growths = _each(plan, "growth", options.growth, _growth, faults)
    values = _each(plan, "value", options.value, _value, faults)
    targets = _each(plan, "target", options.target, _targets, faults)
    shocks = [replace(shock, recover=options.recover) for shock in _each(plan, "shock", options.shock, _shock, faults)]
    _doubled("growth", [growth.id for growth in growths], faults)
    _doubled("value", [f"{value.id}:{value.year}" for value in values], faults)
    _doubled("target", [f"{one.id}:{one.old.year}{one.old.op}" for one in targets], faults)
    if faults:
        raise SeveralUsageError(faults)
    return Scenario(
        growths=tuple(growths),
        values=tuple(values),
        targets=tuple(targets),
        shocks=tuple(shocks),
        halve_gap=options.halve_gap,
        best_year=options.best_year,
        ids=frozenset(ids),
        start=options.start_year,
    )


def _each(
    plan: Plan,
    option: str,
    texts: Sequence[str] | None,
    read: Callable[[Plan, Written], Sequence[T]],
    faults: list[UsageError],
) -> list[T]:
    """Read every assumption of one option, keeping what cannot be read."""
    found: list[T] = []
    for text in texts or ():
        try:
            found += read(plan, take_apart(plan, option, text))
        except UsageError as fault:
            faults.append(fault)
    return found


def _doubled(option: str, names: Sequence[str], faults: list[UsageError]) -> None:
    """Refuse two assumptions about one thing."""
    for name in dict.fromkeys(name for position, name in enumerate(names) if name in names[:position]):
        faults.append(UsageError("doubled_assumption", {"option": f"--{option}", "value": name}))


def take_apart(plan: Plan, option: str, text: str) -> Written:
    """Take `ID=FIGURE` or `ID:YEAR=FIGURE` apart; UsageError for anything else."""
    place, equals, figure = text.partition("=")
    name, colon, year = place.strip().partition(":")
    if not equals or not name or not figure.strip():
        raise UsageError("assumption_form", {"option": f"--{option}", "value": text, "example": _EXAMPLES[option]})
    known = {indicator.id: indicator for indicator in plan.indicators}
    indicator = known[known_name("id", name.strip(), known)]
    return Written(option, text, indicator, read_year(year.strip()) if colon else None, _figure(option, text, figure))


def _figure(option: str, text: str, figure: str) -> Figure:
    """Read a number and the unit behind it."""
    plain = figure.strip()
    digits = len(plain) - len(plain.lstrip("0123456789.+-"))
    if plain[digits : digits + 1] in ("e", "E") and plain[digits + 1 : digits + 2] in tuple("0123456789+-"):
        rest = plain[digits + 1 :]
        digits += 1 + len(rest) - len(rest.lstrip("0123456789+-"))
    number, unit = parse_number(plain[:digits]), plain[digits:].strip()
    if isinstance(number, NumberFault) or unit.startswith(_INSIDE_A_NUMBER):
        raise UsageError("assumption_number", {"option": f"--{option}", "value": text, "figure": plain})
    unit = "%" if unit in _PERCENT else "points" if unit in _POINTS else unit
    return Figure(number, unit)


def _growth(plan: Plan, written: Written) -> list[Growth]:
    number, unit = written.figure
    if written.year is not None:
        raise UsageError("assumption_form", _details(written))
    if unit == "%":
        return [Growth(written.indicator.id, number.value, "%")]
    if unit == "points":
        return [Growth(written.indicator.id, number.value, "points")]
    raise UsageError("assumption_rate", _details(written))


def _shock(plan: Plan, written: Written) -> list[Shock]:
    number, unit = written.figure
    if written.year is None:
        raise UsageError("assumption_form", _details(written))
    if unit == "%":
        return [Shock(written.indicator.id, written.year, number.value, "%")]
    if unit == "points":
        return [Shock(written.indicator.id, written.year, number.value, "points")]
    raise UsageError("assumption_rate", _details(written))


def _value(plan: Plan, written: Written) -> list[Value]:
    if written.year is None:
        raise UsageError("assumption_form", _details(written))
    indicator, unit = written.indicator, written.figure.unit
    if indicator.observed_as == "yearly_change" and unit in ("%", "points"):
        return [Value(indicator.id, written.year, written.figure.number.value)]
    return [Value(indicator.id, written.year, _in_own_unit(written))]


def _targets(plan: Plan, written: Written) -> list[OtherTarget]:
    """Find the target that is meant: by its unit and its year, or the only one; two wordings of one go together."""
    indicator, (number, unit) = written.indicator, written.figure
    in_unit = [target for target in indicator.targets if _fits(indicator, target, unit)]
    if not in_unit:
        raise UsageError("assumed_unit", _details(written) | {"unit": unit or "-", "own": indicator.unit})
    meant = [target for target in in_unit if target.year == written.year] or in_unit
    if len({(target.form, target.year) for target in meant}) > 1:
        years = ", ".join(f"{indicator.id}:{year}" for year in dict.fromkeys(target.year for target in meant))
        raise UsageError("ambiguous_target", _details(written) | {"known": years})
    if written.year is not None and written.year <= plan.info.baseline_year:
        raise UsageError("target_year_too_early", _details(written) | {"year": plan.info.baseline_year})
    printed = meant[0].form in ("growth", "change", "points")
    value = number.value if printed else _in_own_unit(written)
    return [OtherTarget(indicator.id, t, new_target(t, value, number.decimals, written.year)) for t in meant]


def _fits(indicator: Indicator, target: Target, unit: str) -> bool:
    """Whether a figure in this unit may be meant for this target; a bare number is in the target's own unit."""
    if target.form in ("growth", "change", "points"):
        only = all(other.form == target.form for other in indicator.targets)
        return unit == ("points" if target.form == "points" else "%") or (unit == "" and only)
    return unit == "" or convert(1.0, unit, indicator.unit, also=indicator.unit_also) is not None


def _in_own_unit(written: Written) -> float:
    """Convert a figure to the unit of its indicator; a bare number is in it already."""
    indicator, (number, unit) = written.indicator, written.figure
    value = number.value if not unit else convert(number.value, unit, indicator.unit, also=indicator.unit_also)
    if value is None:
        raise UsageError("assumed_unit", _details(written) | {"unit": unit, "own": indicator.unit})
    return value


def _details(written: Written) -> dict[str, str | int | float]:
    example = _EXAMPLES[written.option]
    return {"option": f"--{written.option}", "value": written.text, "example": example, "id": written.indicator.id}
