"""What a web page shows of an evaluation: every target with its years and the figures it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lixia_kpi.tables.figures import figures_of
from lixia_kpi.tables.path import path_report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.actuals.observation import Observation
    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.plan.model import Plan
    from lixia_kpi.tables.figures import Figure, Figures
    from lixia_kpi.tables.path import TargetPath
    from lixia_kpi.tables.report.model import EvaluationReport, Item
    from lixia_kpi.tables.table import Value

_KEY = ("id", "form", "target_year", "target_op")


@dataclass(frozen=True, slots=True)
class PageTarget:
    """One target: its place in the evaluation, its years, and its figures with their sources."""

    item: Item
    path: TargetPath
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class PageReport:
    """An evaluation with its targets as a page shows them, in the order of the evaluation."""

    report: EvaluationReport
    targets: tuple[PageTarget, ...]


def page_report(
    report: EvaluationReport, evaluation: Evaluation, plan: Plan, observations: Iterable[Observation]
) -> PageReport:
    """Gather what a page shows.

    Parameters
    ----------
    report : the evaluation, confined to what was asked for.
    evaluation : every target judged, from which `report` was made.
    plan : the plan it was judged by.
    observations : everything published, used or not.
    """
    cases = evaluation.cases.cases
    keys: list[tuple[Value, ...]] = [(c.indicator.id, c.target.form, c.target.year, c.target.op) for c in cases]
    positions = {key: position for position, key in enumerate(keys)}
    paths = path_report(evaluation, tuple(dict.fromkeys(case.indicator.id for case in cases))).paths
    figures = figures_of(evaluation, plan, observations)
    targets = []
    for item in report.items:
        position = positions[tuple(item[column] for column in _KEY)]
        targets.append(PageTarget(item, paths[position], _own(figures, position, str(item["id"]))))
    return PageReport(report, tuple(targets))


def _own(figures: Figures, position: int, name: str) -> tuple[Figure, ...]:
    """The target's own figure, then those of its indicator: used ones first, in the order of their years."""
    own = figures.all[figures.targets[position]]
    rest = [figure for figure in figures.all if figure.id == name and figure.kind != "target"]
    return (own, *sorted(rest, key=lambda figure: (not figure.used, figure.year)))
