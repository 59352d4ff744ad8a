"""Rules that hold between the actuals and the plan: known indicators, units that convert, values that can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.plan.bounds import bounds_of_value
from lixia_kpi.problems import Problem
from lixia_kpi.text.nearest import nearest
from lixia_kpi.text.number import shown_number
from lixia_kpi.units.conversion import conversion, convert
from lixia_kpi.units.parse import dimension

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from lixia_kpi.actuals.observation import Observation
    from lixia_kpi.plan.model import Baseline, Indicator, PlanInfo
    from lixia_kpi.problems import Detail

_MOST_COMPARED = 200_000
_YEARS_AFTER = 10
_YEARS_BEFORE = 50


def check_indicators(observations: Iterable[Observation], known: Collection[str]) -> Iterator[Problem]:
    """Report the rows of indicators that the plan does not know.

    Parameters
    ----------
    observations
        as read.
    known
        every id of the targets and baseline files.

    Yields
    ------
    Problem
        `unknown_indicator`, once a row, with the nearest known id.
    """
    guesses: dict[str, str] = {}
    lines: set[tuple[str, int]] = set()
    for row in observations:
        line = (row.place.file, row.place.line)
        if row.id in known or line in lines:
            continue
        lines.add(line)
        if row.id not in guesses:
            affordable = len(guesses) * len(known) < _MOST_COMPARED
            guesses[row.id] = (nearest(row.id, known) or "") if affordable else ""
        details = {"id": row.id[:60], "nearest": guesses[row.id]}
        yield Problem("unknown_indicator", row.place._replace(column=1), details=details)


def check_observation(row: Observation, indicator: Indicator) -> Iterator[Problem]:
    """Report a unit that is not the indicator's, and a value that the indicator cannot have.

    Parameters
    ----------
    row
        an observation of the indicator.
    indicator
        what is observed.

    Yields
    ------
    Problem
        `unit_mismatch` or `actual_out_of_bounds`.
    """
    changes = indicator.observed_as == "yearly_change"
    value = in_own_unit(row, indicator)
    if value is None:
        details = {"id": row.id, "unit": row.unit, "expected": "%" if changes else indicator.unit}
        yield Problem("unit_mismatch", row.place, details=details)
    elif not bounds_of_value(indicator.measure, indicator.unit, indicator.observed_as).hold(value):
        yield _out_of_bounds(row, "yearly_change" if changes else indicator.measure)


def check_baseline_only(row: Observation, baseline: Baseline) -> Iterator[Problem]:
    """Report a unit that is not the one of an indicator that has a baseline and no target.

    Parameters
    ----------
    row
        an observation.
    baseline
        what the plan says of the same id.

    Yields
    ------
    Problem
        `unit_mismatch`.
    """
    if baseline.unit is not None and conversion(row.unit, baseline.unit) is None:
        details = {"id": row.id, "unit": row.unit, "expected": baseline.unit}
        yield Problem("unit_mismatch", row.place, details=details)


def check_year(row: Observation, info: PlanInfo) -> Iterator[Problem]:
    """Point at a year that is far from the plan's period.

    Parameters
    ----------
    row
        an observation.
    info
        the plan's head.

    Yields
    ------
    Problem
        `year_far_from_plan`, a warning: more than 10 years after its end or 50 before its baseline year.
    """
    if row.year > info.end + _YEARS_AFTER or row.year < info.baseline_year - _YEARS_BEFORE:
        details: dict[str, Detail] = {"id": row.id, "year": row.year, "start": info.start, "end": info.end}
        yield Problem("year_far_from_plan", row.place, "warning", details)


def check_actuals(
    observations: Iterable[Observation],
    *,
    indicators: Mapping[str, Indicator],
    baselines: Mapping[str, Baseline],
    info: PlanInfo | None,
) -> Iterator[Problem]:
    """Report everything in the actuals that does not go with the plan, unknown indicators apart.

    Parameters
    ----------
    observations
        as read.
    indicators, baselines
        of the plan, by id.
    info
        the plan's head; None where it could not be read.

    Yields
    ------
    Problem
        `unit_mismatch`, `actual_out_of_bounds`, `year_far_from_plan`.
    """
    for row in observations:
        if indicator := indicators.get(row.id):
            yield from check_observation(row, indicator)
        elif baseline := baselines.get(row.id):
            yield from check_baseline_only(row, baseline)
        if info is not None:
            yield from check_year(row, info)


def in_own_unit(row: Observation, indicator: Indicator) -> float | None:
    """Give an observed value in the unit of its indicator; yearly changes in percent or points.

    Parameters
    ----------
    row
        an observation of the indicator.
    indicator
        what is observed.

    Returns
    -------
    float or None
        None where the units do not convert.
    """
    if indicator.observed_as != "yearly_change":
        return convert(row.value, row.unit, indicator.unit, also=indicator.unit_also)
    if not is_yearly_change(row.unit, indicator):
        return None
    # Percent and points as they are printed; per mille and basis points are put into them.
    percent = convert(row.value, row.unit, "%")
    return percent if percent is not None else convert(row.value, row.unit, "points")


def is_yearly_change(unit: str, indicator: Indicator) -> bool:
    """Tell whether a unit can be that of a yearly change: percent, and points for shares and the form `points`.

    Parameters
    ----------
    unit
        as printed.
    indicator
        what is observed.

    Returns
    -------
    bool
        whether the yearly changes of the indicator can be in that unit.
    """
    measured = dimension(unit)
    in_points = indicator.measure == "share" or any(target.form == "points" for target in indicator.targets)
    return measured == "percent" or (in_points and measured == "points")


def _out_of_bounds(row: Observation, measure: str) -> Problem:
    details: dict[str, Detail] = {"id": row.id, "value": shown_number(row.value), "unit": row.unit, "measure": measure}
    return Problem("actual_out_of_bounds", row.place, details=details)
