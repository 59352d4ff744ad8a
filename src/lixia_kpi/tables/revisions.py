"""The rows of `kpi diff`: one a revised figure, then one a moved status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.assessment.evaluate import evaluate
from lixia_kpi.folder.series import series_of
from lixia_kpi.revisions.compare import CHANGES, moved_statuses, revised_figures
from lixia_kpi.revisions.published import published_figures
from lixia_kpi.tables.columns import REVISIONS, columns
from lixia_kpi.tables.table import Table

if TYPE_CHECKING:
    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.assessment.options import Options
    from lixia_kpi.assessment.order import Movement
    from lixia_kpi.folder.open import PlanFolder
    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.revisions.compare import Revision, StatusMove
    from lixia_kpi.tables.table import Value

SCHEMA_VERSION = 1
MOVEMENTS: tuple[Movement, ...] = ("better", "worse", "other")


class State(NamedTuple):
    """One side of a comparison: its plan, and the latest year it knows."""

    plan: PlanInfo
    as_of: int | None


@dataclass(frozen=True, slots=True)
class RevisionReport:
    """Everything that differs between two states of a plan."""

    before: State
    after: State
    figures: tuple[Revision, ...]
    moves: tuple[StatusMove, ...]

    @property
    def differs(self) -> bool:
        """Whether anything does."""
        return bool(self.figures or self.moves)


def revision_report(before: tuple[PlanFolder, Options], after: tuple[PlanFolder, Options]) -> RevisionReport:
    """Compare two states of a plan, each a folder and the choices that hold for it."""
    figures, evaluations = [], []
    for folder, options in (before, after):
        figures.append(published_figures(folder, as_of=options.as_of, vintage=options.vintage))
        series = series_of(folder, as_of=options.as_of, vintage=options.vintage)
        evaluations.append(evaluate(series, folder.plan.info, options))
    return RevisionReport(
        before=_state(evaluations[0]),
        after=_state(evaluations[1]),
        figures=revised_figures(*figures),
        moves=moved_statuses(*evaluations),
    )


def revisions_table(report: RevisionReport) -> Table:
    """Give the machine table; its head counts the figures by change and the statuses by movement."""
    rows = (*map(figure_row, report.figures), *map(status_row, report.moves))
    changes = [revision.change for revision in report.figures]
    movements = [move.movement for move in report.moves]
    head = {
        "schema_version": SCHEMA_VERSION,
        "old": {"plan": report.before.plan.id, "as_of": report.before.as_of},
        "new": {"plan": report.after.plan.id, "as_of": report.after.as_of},
        "figures": {change: changes.count(change) for change in CHANGES},
        "statuses": {movement: movements.count(movement) for movement in MOVEMENTS},
    }
    return Table("diff", columns(REVISIONS), rows, head)


def figure_row(revision: Revision) -> dict[str, Value]:
    """Give the row of a revised figure."""
    key, before, after = revision.key, revision.before, revision.after
    named = after or before
    name = named.name if named is not None else None
    values: dict[str, Value] = {
        "kind": key.kind,
        "change": revision.change,
        "id": key.id,
        "name_zh": name.zh if name else None,
        "name_en": name.en if name else None,
        "group": (named.group or None) if named is not None else None,
        "form": key.form or None,
        "target_op": key.op or None,
        "year": key.year,
        "part": key.part or None,
        "old": before.value if before else None,
        "old_unit": before.unit if before else None,
        "new": after.value if after else None,
        "new_unit": after.unit if after else None,
        "revision": revision.size,
        "revision_percent": revision.percent,
    }
    return {column: values.get(column) for column in REVISIONS}


def status_row(move: StatusMove) -> dict[str, Value]:
    """Give the row of a moved status."""
    indicator, target = move.case.indicator, move.case.target
    values: dict[str, Value] = {
        "kind": "status",
        "change": move.movement,
        "id": indicator.id,
        "name_zh": indicator.name.zh,
        "name_en": indicator.name.en,
        "group": indicator.group,
        "form": target.form,
        "target_op": target.op,
        "year": target.year,
        "old_status": move.before,
        "new_status": move.after,
    }
    return {column: values.get(column) for column in REVISIONS}


def _state(evaluation: Evaluation) -> State:
    as_of = evaluation.options.as_of
    if as_of is None and evaluation.progress.observed.any():
        as_of = int(evaluation.progress.latest_year[evaluation.progress.observed].max())
    return State(evaluation.info, as_of)
