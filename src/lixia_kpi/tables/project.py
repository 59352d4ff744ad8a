"""The rows of `kpi project`: one a target, figures as percent where the contract says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.row_figures import YEARS, rate_unit, row_figures
from lixia_kpi.assessment.row_figures import target_unit as unit_of_target
from lixia_kpi.tables.columns import PROJECT, columns
from lixia_kpi.tables.gap import GapRow, GapTable
from lixia_kpi.tables.rule_cuts import cuts_in_use
from lixia_kpi.tables.selection import Selection, select
from lixia_kpi.tables.table import Table

if TYPE_CHECKING:
    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.assessment.plan_cases import Case
    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.problems import Place
    from lixia_kpi.tables.table import Value

SCHEMA_VERSION = 1


def gap_table(evaluation: Evaluation, selection: Selection | None = None) -> GapTable:
    """Lay out the gap table: the selected rows and what a reader needs around them.

    Parameters
    ----------
    evaluation : every target judged.
    selection : which rows, in which order; the default rows when None.
    """
    rows = gap_rows(evaluation)
    chosen, left_out = select(rows, selection or Selection())
    options = evaluation.options
    return GapTable(
        plan=evaluation.info,
        rows=chosen,
        as_of=options.as_of if options.as_of is not None else latest_year_used(rows),
        rule=options.rule,
        method=options.method,
        interval=options.interval,
        left_out=left_out,
    )


def project_table(gap: GapTable) -> Table:
    """Give the machine table of a gap table: the columns of the contract, in order."""
    head = {
        "schema_version": SCHEMA_VERSION,
        "plan": gap.plan.id,
        "as_of": gap.as_of,
        "rule": gap.rule,
        "method": gap.method,
        "cuts": cuts_in_use(gap.rule, gap.plan),
    }
    return Table("project", columns(PROJECT), tuple(row.values for row in gap.rows), head)


def latest_year_used(rows: tuple[GapRow, ...]) -> int | None:
    """Give the latest year any row was judged by; None where nothing is observed."""
    years = [year for row in rows if isinstance(year := row.values["latest_year"], int)]
    return max(years, default=None)


def gap_rows(evaluation: Evaluation) -> tuple[GapRow, ...]:
    """Give one row for every target, in plan order."""
    figures = _figures(evaluation)
    rows = []
    for i, case in enumerate(evaluation.cases.cases):
        values = {**describe(case), **{column: numbers[i] for column, numbers in figures.items()}}
        values["status"] = str(evaluation.status[i])
        values["method"] = str(evaluation.outlook.method[i]) or None
        values["rule"] = evaluation.options.rule
        values["interval"] = None if values["projected_low"] is None else evaluation.options.interval
        values["reason"], values["notes"] = evaluation.reasons[i], evaluation.notes[i]
        done = figures["done"][i]
        rows.append(
            GapRow(
                values={column: values[column] for column in PROJECT},
                trend=_trend(evaluation, i),
                done=done if isinstance(done, float) else None,
                decimals=case.target.decimals,
                dated=case.target.dated,
                doubt=case.indicator.doubt,
                heading=(case.target.citation or case.indicator.citation).heading,
                place=case.target.place,
                observed=_observed(evaluation, i),
                change=_change(case) if evaluation.cases.yearly_change[i] else "",
            )
        )
    return tuple(rows)


def _change(case: Case) -> str:
    """Name the unit of yearly changes where it is not the indicator's own."""
    in_points = case.target.form == "points" or case.indicator.measure == "share"
    unit = "points" if in_points else "%"
    return "" if unit == case.indicator.unit else unit


def describe(case: Case) -> dict[str, Value]:
    """Give the columns that the plan alone decides: who and what, and the target as printed."""
    indicator, target = case.indicator, case.target
    citation = target.citation or indicator.citation
    return {
        "id": indicator.id,
        "name_zh": indicator.name.zh,
        "name_en": indicator.name.en,
        "group": indicator.group,
        "chapter": citation.chapter,
        "section": citation.section,
        "measure": indicator.measure,
        "form": target.form,
        "direction": indicator.direction,
        "unit": indicator.unit,
        "basis": indicator.basis,
        "binding": indicator.binding,
        "owner": indicator.owner,
        "target_year": target.year,
        "target_op": target.op,
        "target": target.value,
        "target_high": target.value_high,
        "target_unit": target_unit(case),
        "rate_unit": rate_unit(target.form, indicator.measure, indicator.unit),
    }


def target_unit(case: Case) -> str:
    """Name the unit of the target: `%` for growth and change, `points` for points, else the indicator's own."""
    return unit_of_target(case.target.form, case.indicator.unit)


def _figures(evaluation: Evaluation) -> dict[str, list[Value]]:
    """The computed columns, and the sum so far of a total."""
    cases, progress = evaluation.cases, evaluation.progress
    figures = row_figures(cases, evaluation)
    shown = {name: whole(numbers) if name in YEARS else listed(numbers) for name, numbers in figures.items()}
    return {**shown, "done": listed(np.where(cases.on("sum"), progress.now, np.nan))}


def listed(numbers: FloatArray) -> list[Value]:
    """Give an array as plain values, None where it is NaN."""
    return [None if number != number else number + 0.0 for number in numbers.tolist()]


def whole(numbers: FloatArray) -> list[Value]:
    """Give an array of years as whole numbers, None where it is NaN."""
    return [None if number != number else int(number) for number in numbers.tolist()]


def _observed(evaluation: Evaluation, row: int) -> Place | None:
    """Where the latest figure of a row was published; None for a value of the baseline file or by formula."""
    latest = evaluation.progress.latest_year[row]
    for value in reversed(evaluation.cases.cases[row].series.values):
        if value.year == latest and evaluation.progress.observed[row]:
            return value.observation.place if value.observation is not None else None
    return None


def _trend(evaluation: Evaluation, row: int) -> tuple[tuple[int, float], ...]:
    """The comparable yearly values of a row, oldest first."""
    case = evaluation.cases.cases[row]
    first = int(evaluation.cases.usable_from[row])
    return tuple((v.year, v.value) for v in case.series.values if first <= v.year <= case.target.year)
