"""Rules of one target within its indicator: comparator, form, year and range make sense together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.plan.model import FORMS
from lixia_kpi.plan.value_rules import check_values
from lixia_kpi.problems import Problem
from lixia_kpi.units.conversion import conversion
from lixia_kpi.units.unit import Factor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lixia_kpi.plan.model import Indicator, PlanInfo, Target
    from lixia_kpi.problems import Detail, Place

_AGAINST = {"up": ("<=", "<"), "down": (">=", ">")}
_MEASURES_OF_FORM = {
    "growth": ("amount", "count", "share", "index", "rate"),
    "change": ("amount", "count", "share", "index", "rate"),
    "points": ("share", "index", "rate"),
    "total": ("amount", "count"),
}
_FORMS_OF_ACTUALS = {
    "level": FORMS,
    "yearly_change": ("growth", "change", "points", "every_year", "milestone"),
    "cumulative": ("total", "milestone"),
}
_OF_CHANGES = ("every_year", "milestone")
"""Forms that set a figure against the yearly changes themselves."""


def check_target(
    target: Target, indicator: Indicator, info: PlanInfo | None, at: Callable[[str], Place]
) -> Iterator[Problem]:
    """Check one target.

    Parameters
    ----------
    target, indicator
        the target and the indicator it belongs to.
    info
        the head of the plan, where it could be read.
    at
        gives the place of a key of the target.

    Yields
    ------
    Problem
        one for each rule that is broken.
    """
    about: dict[str, Detail] = {"id": indicator.id, "form": target.form, "year": target.year}
    direction, measure, observed_as = indicator.direction, indicator.measure, indicator.observed_as
    broken = broken_wording(
        target.form, target.op, direction=direction, measure=measure, observed_as=observed_as, unit=indicator.unit
    )
    if "comparator_against_direction" in broken:
        details = {**about, "op": target.op, "direction": direction}
        yield Problem("comparator_against_direction", at("op"), "error", details)
    if "form_not_for_measure" in broken:
        details = {**about, "measure": measure, "allowed": ", ".join(_MEASURES_OF_FORM[target.form])}
        yield Problem("form_not_for_measure", at("form"), "error", details)
        return
    if "form_not_for_observed_as" in broken:
        details = {**about, "observed_as": observed_as, "allowed": ", ".join(_FORMS_OF_ACTUALS[observed_as])}
        yield Problem("form_not_for_observed_as", at("form"), "error", details)
    if "unit_for_form" in broken:
        yield Problem("unit_for_form", at("form"), "error", {**about, "unit": indicator.unit})
    if target.tolerance is not None and target.op != "~":
        yield Problem("tolerance_without_about", at("tolerance"), "error", {**about, "op": target.op})
    yield from _check_years(target, info, about, at)
    yield from _check_range(target, indicator, about, at)
    yield from check_values(target, indicator, about, at)


def broken_wording(
    form: str, op: str, *, direction: str, measure: str, observed_as: str, unit: str = ""
) -> tuple[str, ...]:
    """Tell which rules the wording of a target breaks, whatever its figure.

    A rise is one of percentage points, and yearly changes are in percent or points: where the unit is a part of these,
    per mille or basis points, their figures and its own are no figures of one unit.

    Parameters
    ----------
    form, op
        of the target, as in `Target`.
    direction, measure, observed_as, unit
        of its indicator.

    Returns
    -------
    tuple
        of `comparator_against_direction`, `form_not_for_measure`, `form_not_for_observed_as`, `unit_for_form` those
        that hold.

    Examples
    --------
    >>> broken_wording("points", "<=", direction="up", measure="amount", observed_as="level")
    ('comparator_against_direction', 'form_not_for_measure')
    >>> broken_wording("points", ">=", direction="up", measure="share", observed_as="level", unit="‰")
    ('unit_for_form',)
    """
    compared = form == "points" or (form in _OF_CHANGES and observed_as == "yearly_change")
    broken = {
        "comparator_against_direction": op in _AGAINST[direction],
        "form_not_for_measure": form in _MEASURES_OF_FORM and measure not in _MEASURES_OF_FORM[form],
        "form_not_for_observed_as": form not in _FORMS_OF_ACTUALS[observed_as],
        "unit_for_form": compared and _is_part(unit),
    }
    return tuple(code for code, held in broken.items() if held)


def _is_part(unit: str) -> bool:
    """Whether a unit is a part of percent or of points."""
    factor = conversion(unit, "%") or conversion(unit, "points")
    return factor is not None and factor != Factor()


def _check_years(
    target: Target, info: PlanInfo | None, about: dict[str, Detail], at: Callable[[str], Place]
) -> Iterator[Problem]:
    """The target falls due after its base year and within the period of the plan."""
    start, year = target.start, target.year
    place = at("year") if start is None else at("period")
    if start is not None and start > year:
        yield Problem("period_reversed", place, "error", {**about, "start": start, "end": year})
        return
    if info is None or info.start > info.end:
        return
    span: dict[str, Detail] = {"start": info.start, "end": info.end}
    if start is None and year <= info.baseline_year:
        details = {**about, "baseline_year": info.baseline_year}
        yield Problem("target_before_baseline", place, "error", details)
    elif year < info.start:
        yield Problem("target_before_period", place, "error", {**about, **span})
    elif year > info.end:
        yield Problem("target_after_period", place, "warning", {**about, **span})
    if start is not None and year >= info.start > start:
        yield Problem("target_starts_before_period", place, "warning", {**about, "target_start": start, **span})


def _check_range(
    target: Target, indicator: Indicator, about: dict[str, Detail], at: Callable[[str], Place]
) -> Iterator[Problem]:
    """A range runs from the end that is reached first to the one farther in the wanted direction."""
    low, high = target.value, target.value_high
    if high is None:
        return
    details = {**about, "value": low, "value_high": high}
    if target.form == "milestone" or indicator.measure == "rank":
        yield Problem("range_not_for_form", at("value_high"), "error", {**details, "measure": indicator.measure})
    elif high <= low if indicator.direction == "up" else high >= low:
        yield Problem("range_wrong_way", at("value_high"), "error", {**details, "direction": indicator.direction})
