"""The rows of `kpi annual`: every target broken down into years, and what the years brought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lixia_kpi.assessment.annual import annual_targets
from lixia_kpi.assessment.annual_result import annual_result
from lixia_kpi.tables.columns import ANNUAL, ANNUAL_AGAINST, columns
from lixia_kpi.tables.project import SCHEMA_VERSION, gap_rows, latest_year_used, listed
from lixia_kpi.tables.selection import Selection, select, sort_rows
from lixia_kpi.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.assessment.annual import AnnualTargets, Start
    from lixia_kpi.assessment.annual_result import AnnualResult
    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.tables.gap import GapRow
    from lixia_kpi.tables.table import Value

_WHY_NOTHING_IS_PLANNED = (
    *("no_baseline", "rank_has_no_rate", "milestone_has_no_rate", "non_positive", "target_not_positive"),
    *("break_in_series", "missing_year", "target_year_observed"),
)
_OF_THE_LATEST = ("break_in_series", "missing_year", "target_year_observed")


@dataclass(frozen=True, slots=True)
class AnnualChoice:
    """What is asked for: which targets, from where, which year, with or without what the years brought.

    `owners` are the departments wanted, all when empty; `year` is one year only, every year when None.
    """

    selection: Selection
    owners: tuple[str, ...] = ()
    start: Start = "baseline"
    year: int | None = None
    against: bool = False


@dataclass(frozen=True, slots=True)
class AnnualReport:
    """Yearly targets, one row a target and year, in plan order unless sorted.

    The `values` of a row are its columns of the gap table and those of `kpi annual`; `decimals` are those of its
    yearly figures. `by_owner` says whether any indicator names the department that answers for it.
    """

    plan: PlanInfo
    as_of: int | None
    start: Start
    against: bool
    by_owner: bool
    rows: tuple[GapRow, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the rows, in order."""
        return tuple(sorted({year for row in self.rows if isinstance(year := row.values["year"], int)}))

    def targets(self) -> list[list[GapRow]]:
        """The rows of one target together, targets in the order of their first row."""
        found: dict[str, list[GapRow]] = {}
        for row in self.rows:
            place = row.place
            found.setdefault(f"{place.line}:{place.column}:{_target_key(row)}", []).append(row)
        return [sorted(rows, key=lambda row: int(str(row.values["year"]))) for rows in found.values()]


def annual_report(evaluation: Evaluation, choice: AnnualChoice) -> AnnualReport:
    """Break the chosen targets down into years.

    Parameters
    ----------
    evaluation : every target judged.
    choice : which targets and years.
    """
    every = gap_rows(evaluation)
    plan = annual_targets(evaluation.cases, evaluation.progress, start=choice.start)
    result = annual_result(evaluation.cases, evaluation.progress, plan)
    wanted = {id(row) for row in select(every, choice.selection._replace(sort=None))[0]}
    rows: list[GapRow] = []
    for case, row in enumerate(every):
        if id(row) in wanted and (not choice.owners or row.values["owner"] in choice.owners):
            rows += _years(evaluation, plan, result, case, row, choice)
    if choice.selection.sort:
        rows = sort_rows(rows, choice.selection.sort)
    as_of = evaluation.options.as_of
    return AnnualReport(
        plan=evaluation.info,
        as_of=as_of if as_of is not None else latest_year_used(every),
        start=choice.start,
        against=choice.against,
        by_owner=any(row.values["owner"] for row in rows),
        rows=tuple(rows),
    )


def annual_table(report: AnnualReport) -> Table:
    """Give the machine table of yearly targets."""
    head = {"schema_version": SCHEMA_VERSION, "plan": report.plan.id, "as_of": report.as_of, "from": report.start}
    ids = ANNUAL_AGAINST if report.against else ANNUAL
    return Table("annual", columns(ids), tuple({i: row.values[i] for i in ids} for row in report.rows), head)


def _target_key(row: GapRow) -> str:
    return ":".join(str(row.values[column]) for column in ("id", "form", "target_year", "target_op"))


def _years(
    evaluation: Evaluation, plan: AnnualTargets, result: AnnualResult, case: int, row: GapRow, choice: AnnualChoice
) -> list[GapRow]:
    """The rows of one target, one a year that is asked for."""
    figures = {
        "planned": listed(plan.planned[case]),
        "cumulative": listed(plan.cumulative[case]),
        "actual": listed(result.actual[case]),
        "actual_cumulative": listed(result.cumulative[case]),
        "difference": listed(result.difference[case]),
    }
    decimals = max((_decimals(value, int(plan.decimals[case])) for value in figures["planned"]), default=0)
    found = []
    for column, year in enumerate(plan.years.tolist()):
        if not plan.asked[case, column] or choice.year not in (None, year):
            continue
        values: dict[str, Value] = {name: numbers[column] for name, numbers in figures.items()}
        values["year"] = year
        values["from"] = str(plan.start[case])
        values["year_status"] = str(result.status[case, column]) or None
        reasons = _reasons(evaluation, plan, case, planned=values["planned"] is not None)
        if choice.against:
            reasons += _reasons_of_the_year(values, result, case, column)
        values["reason"] = reasons
        found.append(row._replace(values={**row.values, **values}, decimals=decimals))
    return found


def _decimals(value: Value, most: int) -> int:
    """How many decimals a rounded figure needs."""
    return len(f"{value:.{most}f}".partition(".")[2].rstrip("0")) if isinstance(value, int | float) else 0


def _reasons(evaluation: Evaluation, plan: AnnualTargets, case: int, *, planned: bool) -> tuple[str, ...]:
    """Why nothing is planned, or why what is planned is no pathway."""
    latest = str(plan.start[case]) == "latest"
    if planned:
        held = ("met_at_latest" if latest else "met_at_baseline",) if plan.held[case] else ()
        return tuple(code for code in evaluation.reasons[case] if code == "target_equals_baseline") or held
    known = tuple(code for code in _WHY_NOTHING_IS_PLANNED if latest or code not in _OF_THE_LATEST)
    return tuple(code for code in evaluation.reasons[case] if code in known)


def _reasons_of_the_year(values: Mapping[str, Value], result: AnnualResult, case: int, column: int) -> tuple[str, ...]:
    """Why a year that has a target cannot be judged."""
    if values["year_status"] != "no_data":
        return ()
    if result.broken[case, column]:
        return ("break_in_series",)
    return ("missing_year",) if result.incomplete[case, column] else ("no_actual",)
