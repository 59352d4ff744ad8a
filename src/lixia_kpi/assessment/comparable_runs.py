"""What a plan's own actuals offer to a backtest: runs of comparable years, and what the plan required of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.cases import WHOLE, whole_of
from lixia_kpi.assessment.pathway import required_pathway
from lixia_kpi.assessment.plan_cases import build_cases
from lixia_kpi.backtest import Panel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lixia_kpi.folder.series import Series
    from lixia_kpi.plan.model import PlanInfo

LEAST_POINTS = 3
"""A run needs two years to project from and one to check against."""

LONGEST_GAP = 15
"""Years without a value after which a run ends: no projection looks further back."""


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive comparable values of one indicator, by year, and the values that the plan requires of years."""

    id: str
    measure: str
    rising: bool
    values: Mapping[int, float]
    required: Mapping[int, float]


def comparable_runs(series: Sequence[Series], info: PlanInfo) -> tuple[Run, ...]:
    """Split the yearly values of every indicator where they stop being comparable, and keep runs of three and more.

    A break ends a run, and so do years without a value where changes are chained. An indicator observed as yearly
    changes gives the index that they chain to, one published cumulatively its yearly flows, a share percent, whatever
    its unit; ranks are left out.

    Parameters
    ----------
    series : the indicators with the observations that are to count.
    info : the head of the plan.
    """
    required = _required(series, info)
    runs = []
    for one in series:
        indicator = one.indicator
        if indicator.measure == "rank":
            continue
        changes = indicator.observed_as == "yearly_change"
        wanted = {} if changes else required.get(indicator.id, {})
        measure = ("index" if _in_points(one) else "amount") if changes else indicator.measure
        scale = 1.0 if changes else whole_of(measure, indicator.unit) / WHOLE
        wanted = {year: value / scale for year, value in wanted.items()}
        for run in _runs_of(one, info):
            if len(run) >= LEAST_POINTS:
                values = {year: value / scale for year, value in run.items()}
                runs.append(Run(indicator.id, measure, indicator.direction == "up", values, wanted))
    return tuple(runs)


def panel_of(runs: Iterable[Run]) -> Panel:
    """Set runs under one another as arrays.

    Parameters
    ----------
    runs : of any lengths; each row of the panel begins with the run's own first year.
    """
    values, required, measures, rising = [], [], [], []
    for run in runs:
        years = range(min(run.values), max(run.values) + 1)
        values.append([run.values.get(year, np.nan) for year in years])
        required.append([run.required.get(year, np.nan) for year in years])
        measures.append(run.measure)
        rising.append(run.rising)
    return Panel.of(values, measures, required, rising)


def split_at_gaps(values: Mapping[int, float]) -> list[dict[int, float]]:
    """Split values by year where more than `LONGEST_GAP` years are missing.

    >>> split_at_gaps({1900: 1.0, 1901: 2.0, 2000: 3.0})
    [{1900: 1.0, 1901: 2.0}, {2000: 3.0}]
    """
    years = sorted(values)
    parts = [{year: values[year] for year in years[:1]}]
    for before, year in pairwise(years):
        if year - before > LONGEST_GAP:
            parts.append({})
        parts[-1][year] = values[year]
    return parts


def _runs_of(series: Series, info: PlanInfo) -> list[dict[int, float]]:
    """Give the comparable runs of an indicator in the unit it is projected in."""
    observed_as, breaks = series.indicator.observed_as, series.indicator.breaks
    parts: dict[int, dict[int, float]] = {}
    for year, value, _ in series.values:
        parts.setdefault(sum(b <= year for b in breaks), {})[year] = value
    if observed_as == "cumulative":
        return [_flows(part, info.start) for part in parts.values()]
    if observed_as == "yearly_change":
        points = _in_points(series)
        return [run for part in parts.values() for run in _chained(part, points=points)]
    return [run for part in parts.values() for run in split_at_gaps(part)]


def _in_points(series: Series) -> bool:
    """Whether yearly changes are rises by points rather than growth in percent."""
    return any(target.form == "points" for target in series.indicator.targets)


def _flows(sums: Mapping[int, float], start: int) -> dict[int, float]:
    """Give yearly flows from sums since the first year of a period."""
    flows = {}
    for year, value in sums.items():
        if year == start:
            flows[year] = value
        elif year > start and year - 1 in sums:
            flows[year] = value - sums[year - 1]
    return flows


def _chained(changes: Mapping[int, float], *, points: bool) -> list[dict[int, float]]:
    """Chain yearly changes [percent or points] to indices, one for each unbroken run of years."""
    runs: list[dict[int, float]] = []
    for year, change in changes.items():
        if not runs or year - 1 not in runs[-1]:
            runs.append({year - 1: 0.0 if points else 100.0})
        before = runs[-1][year - 1]
        runs[-1][year] = before + change if points else before * (1 + change / 100)
    return runs


def _required(series: Sequence[Series], info: PlanInfo) -> dict[str, dict[int, float]]:
    """Give the level that the first target of each indicator requires of every year after its base year."""
    cases = build_cases(series, info)
    pathways = required_pathway(cases)
    found: dict[str, dict[int, float]] = {}
    for row, case in enumerate(cases.cases):
        name, path, base = case.indicator.id, str(cases.path[row]), cases.baseline[row]
        quantity = pathways[row]
        if path == "relative" and cases.from_levels[row]:
            quantity = base * quantity
        elif path == "rise" and cases.from_levels[row]:
            quantity = base + quantity
        elif path not in ("compound", "straight", "bound"):
            continue
        years = {
            case.base_year + k: float(value) for k, value in enumerate(quantity.tolist()) if k and not np.isnan(value)
        }
        if years and name not in found:
            found[name] = years
    return found
