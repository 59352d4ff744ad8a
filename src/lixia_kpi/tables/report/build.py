"""From judged targets to an evaluation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lixia_kpi.tables.project import gap_rows, latest_year_used
from lixia_kpi.tables.report.model import EvaluationReport, Item
from lixia_kpi.tables.report.outcome import is_settled, outcome_of

if TYPE_CHECKING:
    from lixia_kpi.assessment.cases import Case
    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.tables.gap import GapRow
    from lixia_kpi.tables.report.outcome import Kind


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """What is asked for: the kind of evaluation, and the chapters, groups and departments it is confined to."""

    kind: Kind = "to_date"
    chapters: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()


def evaluation_report(evaluation: Evaluation, choice: ReportChoice | None = None) -> EvaluationReport:
    """Put an evaluation together.

    Parameters
    ----------
    evaluation : every target judged by the observations up to the year of the evaluation (`options.as_of`).
    choice : kind and scope; the whole plan to date when None.
    """
    wanted = choice or ReportChoice()
    options, rows = evaluation.options, gap_rows(evaluation)
    year = options.as_of if options.as_of is not None else latest_year_used(rows)
    items = tuple(
        _item(case, row, wanted.kind, year)
        for case, row in zip(evaluation.cases.cases, rows, strict=True)
        if _inside(row, wanted)
    )
    return EvaluationReport(
        plan=evaluation.info,
        kind=wanted.kind,
        year=year,
        rule=options.rule,
        method=options.method,
        interval=options.interval,
        vintage=options.vintage,
        to=options.to,
        items=items,
        chapters=wanted.chapters,
        groups=wanted.groups,
        owners=wanted.owners,
        left_out=len(rows) - len(items),
    )


def _inside(row: GapRow, choice: ReportChoice) -> bool:
    wanted = (("chapter", choice.chapters), ("group", choice.groups), ("owner", choice.owners))
    return all(not names or row.values[column] in names for column, names in wanted)


def _item(case: Case, row: GapRow, kind: Kind, year: int | None) -> Item:
    latest = row.values["latest_year"]
    observation = next((v.observation for v in case.series.values if v.year == latest), None)
    return Item(
        row=row,
        outcome=outcome_of(row.values, kind, year),
        settled=is_settled(row.values),
        source=None if observation is None else observation.source or None,
        standing=None if observation is None else observation.status,
    )
