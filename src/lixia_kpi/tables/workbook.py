"""What a workbook shows: the judged targets with their rows, their years and every figure they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lixia_kpi.tables.figures import figures_of
from lixia_kpi.tables.path import path_report
from lixia_kpi.tables.project import gap_table
from lixia_kpi.tables.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.actuals.observation import Observation
    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.assessment.plan_cases import Case
    from lixia_kpi.plan.model import Plan
    from lixia_kpi.tables.figures import Figures
    from lixia_kpi.tables.gap import GapRow, GapTable
    from lixia_kpi.tables.path import TargetPath
    from lixia_kpi.tables.table import Value

_KEY = ("id", "form", "target_year", "target_op")


@dataclass(frozen=True, slots=True)
class WorkbookReport:
    """One workbook.

    Parameters
    ----------
    evaluation
        every target judged.
    gap
        the rows that are shown.
    cases
        (rows,) the case of each row.
    paths
        (rows,) its years.
    figures
        every figure with its source.
    """

    evaluation: Evaluation
    gap: GapTable
    cases: tuple[int, ...]
    paths: tuple[TargetPath, ...]
    figures: Figures

    def case(self, row: int) -> Case:
        """Give the target of a row."""
        return self.evaluation.cases.cases[self.cases[row]]


def workbook_report(
    evaluation: Evaluation, plan: Plan, observations: Iterable[Observation], rows: tuple[GapRow, ...] | None = None
) -> WorkbookReport:
    """Gather what a workbook shows.

    Parameters
    ----------
    evaluation : every target judged.
    plan : the plan it was judged by.
    observations : everything published, used or not.
    rows : rows of the gap table of this evaluation, in their order; every target when None.
    """
    gap = gap_table(evaluation, Selection(everything=True))
    if rows is not None:
        gap = gap._replace(rows=rows, left_out={"filtered": len(gap.rows) - len(rows)})
    positions = {_key(case): position for position, case in enumerate(evaluation.cases.cases)}
    cases = tuple(positions[tuple(row.values[column] for column in _KEY)] for row in gap.rows)
    ids = tuple(dict.fromkeys(case.indicator.id for case in evaluation.cases.cases))
    paths = path_report(evaluation, ids).paths
    return WorkbookReport(
        evaluation=evaluation,
        gap=gap,
        cases=cases,
        paths=tuple(paths[case] for case in cases),
        figures=figures_of(evaluation, plan, observations),
    )


def _key(case: Case) -> tuple[Value, ...]:
    """What tells a target from every other one of a plan."""
    return case.indicator.id, case.target.form, case.target.year, case.target.op
