"""The rows of `kpi path`: required pathway, actual and projection, year by year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.chance import chance_of_pathway
from lixia_kpi.assessment.outlook import interval_by_year
from lixia_kpi.assessment.pathway import required_pathway
from lixia_kpi.tables.columns import PATH, columns
from lixia_kpi.tables.continuation import with_plain_continuation
from lixia_kpi.tables.project import SCHEMA_VERSION, gap_rows, latest_year_used, listed
from lixia_kpi.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.assessment.plan_cases import Case
    from lixia_kpi.growth.arrays import FloatArray, IntArray
    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.tables.gap import GapRow
    from lixia_kpi.tables.table import Value


@dataclass(frozen=True, slots=True)
class TargetPath:
    """The pathway of one target: its row of the gap table, the unit the years are given in, and the years.

    `unit` is the indicator's own where there are levels; `%` for a change and `points` for a rise that are known only
    as changes since the base year. Totals are given as sums since the start of the period. `source` is where the latest
    observation is from, None where there is none or it names no source.
    """

    gap: GapRow
    unit: str
    rows: tuple[Mapping[str, Value], ...]
    source: str | None = None


@dataclass(frozen=True, slots=True)
class PathReport:
    """The pathways of the targets asked for, in plan order."""

    plan: PlanInfo
    as_of: int | None
    interval: int
    paths: tuple[TargetPath, ...]


def path_report(evaluation: Evaluation, ids: tuple[str, ...]) -> PathReport:
    """Lay out the pathways of every target of these indicators.

    Parameters
    ----------
    evaluation : every target judged.
    ids : indicators, all of them known.
    """
    rows = with_plain_continuation(gap_rows(evaluation), evaluation)
    pathways = required_pathway(evaluation.cases)
    outlook = evaluation.outlook
    chances = chance_of_pathway(evaluation.cases, outlook.series, outlook.projection, pathways)
    interval = interval_by_year(evaluation.cases, evaluation.progress, outlook, evaluation.options)
    paths = []
    for i, case in enumerate(evaluation.cases.cases):
        if case.indicator.id in ids:
            years = _rows(evaluation, i, pathways[i], chances, interval)
            paths.append(TargetPath(rows[i], _shown_unit(evaluation, i), years, _source(case, rows[i])))
    options = evaluation.options
    as_of = options.as_of if options.as_of is not None else latest_year_used(rows)
    return PathReport(evaluation.info, as_of, options.interval, tuple(paths))


def path_table(report: PathReport) -> Table:
    """Give the machine table of the pathways: one row a year, target after target."""
    head = {"schema_version": SCHEMA_VERSION, "plan": report.plan.id, "as_of": report.as_of}
    return Table("path", columns(PATH), tuple(row for path in report.paths for row in path.rows), head)


def _rows(
    evaluation: Evaluation, case: int, pathway: FloatArray, chances: FloatArray, interval: tuple[FloatArray, FloatArray]
) -> tuple[Mapping[str, Value], ...]:
    """One row a year from the base year to the target year, or the year projected to."""
    cases, outlook = evaluation.cases, evaluation.outlook
    base, due, origin = (int(a[case]) for a in (cases.base_year, cases.due_year, outlook.series.origin))
    last = max(due, evaluation.options.to or due)
    years = np.arange(base, last + 1, dtype=np.intp)
    required = np.full(len(years), np.nan)
    required[: due - base + 1] = pathway[: due - base + 1]
    actual = _take(evaluation.progress.quantity[case], years - int(cases.years[0]))
    level = cases.path[case] in ("compound", "straight", "bound")
    start = cases.start[case] if not np.isnan(cases.start[case]) else cases.baseline[case]
    actual[0] = start if level or not np.isnan(actual[1:]).all() else np.nan
    future = years - origin - 1
    centre, lower, upper = (_take(a[case], future) for a in (outlook.centre, *interval))
    chance = _take(chances[case], future)
    shown = {
        "required": _shown(evaluation, case, required),
        "actual": _shown(evaluation, case, actual),
        "projected": _shown(evaluation, case, centre),
        "projected_low": _shown(evaluation, case, np.fmin(lower, upper)),
        "projected_high": _shown(evaluation, case, np.fmax(lower, upper)),
        "chance": chance,
    }
    figures = {column: listed(numbers) for column, numbers in shown.items()}
    name = evaluation.cases.cases[case].indicator.id
    return tuple(
        {"id": name, "year": int(year), **{column: figures[column][k] for column in figures}}
        for k, year in enumerate(years)
    )


def _source(case: Case, row: GapRow) -> str | None:
    latest = row.values["latest_year"]
    observation = next((value.observation for value in case.series.values if value.year == latest), None)
    return None if observation is None else observation.source or None


def _take(numbers: FloatArray, positions: IntArray) -> FloatArray:
    """Pick positions of a row, NaN where they lie outside it."""
    inside = (positions >= 0) & (positions < len(numbers))
    return np.where(inside, numbers[np.clip(positions, 0, len(numbers) - 1)], np.nan)


def _has_level(evaluation: Evaluation, case: int) -> bool:
    """Whether a change or rise can be shown as a level of the indicator."""
    cases = evaluation.cases
    return bool(cases.from_levels[case]) and not np.isnan(cases.baseline[case])


def _shown(evaluation: Evaluation, case: int, quantity: FloatArray) -> FloatArray:
    """The path quantity as it is shown: a level where there is one, else percent or points since the base year."""
    cases = evaluation.cases
    path, base = cases.path[case], cases.baseline[case]
    if path == "relative":
        return base * quantity if _has_level(evaluation, case) else 100 * (quantity - 1)
    if path == "rise":
        return base + quantity if _has_level(evaluation, case) else quantity
    return quantity


def _shown_unit(evaluation: Evaluation, case: int) -> str:
    path = evaluation.cases.path[case]
    if path in ("relative", "rise") and not _has_level(evaluation, case):
        return "%" if path == "relative" else "points"
    return evaluation.cases.cases[case].indicator.unit
