"""The pathways that the charts of an evaluation show: those of the targets it has found observed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.tables.path import path_report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.tables.path import TargetPath
    from lixia_kpi.tables.report.model import EvaluationReport, Item
    from lixia_kpi.tables.table import Value

_KEY = ("id", "form", "target_year", "target_op")
"""What no two targets of a plan have in common."""


def observed_pathways(evaluation: Evaluation, report: EvaluationReport) -> tuple[tuple[Item, TargetPath], ...]:
    """Give each observed target of an evaluation with its pathway, in plan order.

    Parameters
    ----------
    evaluation : the targets judged, by which the report was made.
    report : the evaluation.
    """
    items = [item for item in report.items if item.observed]
    ids = tuple(dict.fromkeys(str(item["id"]) for item in items))
    paths = {_key(path.gap.values): path for path in path_report(evaluation, ids).paths}
    return tuple((item, paths[_key(item.row.values)]) for item in items)


def _key(values: Mapping[str, Value]) -> tuple[Value, ...]:
    return tuple(values[column] for column in _KEY)
