"""From judged targets to an evaluation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lixia_kpi.assessment.codes import RULE_NAMES
from lixia_kpi.tables.compare import compare_report
from lixia_kpi.tables.project import gap_rows, latest_year_used
from lixia_kpi.tables.report.model import EvaluationReport, Item
from lixia_kpi.tables.report.outcome import is_settled, outcome_of
from lixia_kpi.tables.report.rule_comparison import RuleComparison, compared_item
from lixia_kpi.tables.selection import Selection

if TYPE_CHECKING:
    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.assessment.plan_cases import Case
    from lixia_kpi.tables.gap import GapRow
    from lixia_kpi.tables.report.outcome import Kind
    from lixia_kpi.tables.table import Value


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """What is asked for: the kind of evaluation, and the chapters, groups and departments it is confined to."""

    kind: Kind = "to_date"
    chapters: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()


def evaluation_report(
    evaluation: Evaluation, choice: ReportChoice | None = None, *, by_pace: Evaluation | None = None
) -> EvaluationReport:
    """Put an evaluation together.

    Parameters
    ----------
    evaluation : every target judged by the observations up to the year of the evaluation (`options.as_of`).
    choice : kind and scope; the whole plan to date when None.
    by_pace : the same targets judged by the tool's own rule, where the published rules are to be compared.
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
        comparison=None if by_pace is None else _comparison(by_pace, items),
    )


def _comparison(by_pace: Evaluation, items: tuple[Item, ...]) -> RuleComparison:
    """The verdicts of all rules on the observed targets."""
    every = compare_report(by_pace, Selection(everything=True), RULE_NAMES)
    values = {_key(row): row.values for row in every.rows}
    compared = (compared_item(item, values[_key(item.row)], RULE_NAMES) for item in items if item.observed)
    return RuleComparison(RULE_NAMES, tuple(compared))


def _key(row: GapRow) -> tuple[Value, ...]:
    """What no two targets of a plan have in common."""
    return tuple(row.values[column] for column in ("id", "form", "target_year", "target_op"))


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
