"""From options to judged targets and to the rows that are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.assessment.evaluate import evaluate
from lixia_kpi.assessment.options import Options
from lixia_kpi.cli.option_values import known_name
from lixia_kpi.folder.series import series_of
from lixia_kpi.tables.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.cli.options import Evidence, JudgedRows, Rows
    from lixia_kpi.folder.open import PlanFolder
    from lixia_kpi.plan.model import Plan


def judge(folder: PlanFolder, evidence: Evidence | None = None) -> Evaluation:
    """Judge every target of a plan by the evidence that the options admit."""
    options = Options() if evidence is None else options_of(evidence)
    series = series_of(folder, as_of=options.as_of, vintage=options.vintage)
    return evaluate(series, folder.plan.info, options)


def options_of(evidence: Evidence) -> Options:
    """Give the choices that change figures."""
    return Options(
        as_of=evidence.as_of,
        vintage=evidence.vintage,
        to=evidence.to,
        method=evidence.method,
        rule=evidence.rule,
        interval=evidence.interval,
    )


def choose(
    plan: Plan,
    ids: Sequence[str] | None,
    rows: Rows,
    *,
    columns: Iterable[str],
    judged: JudgedRows | None = None,
) -> Selection:
    """Give the rows that the options ask for; UsageError for a name that the plan or the table does not have.

    Without `judged` every target is shown.
    """
    for chapter in rows.chapter or ():
        known_name("chapter", str(chapter), map(str, chapters_of(plan)))
    for group in rows.group or ():
        known_name("group", group, dict.fromkeys(i.group for i in plan.indicators))
    if rows.sort is not None:
        known_name("column", rows.sort.removeprefix("-"), columns)
    return Selection(
        ids=known_ids(plan, ids or ()),
        chapters=tuple(rows.chapter or ()),
        groups=tuple(rows.group or ()),
        statuses=tuple(judged.status or ()) if judged else (),
        everything=judged.all if judged else True,
        sort=rows.sort,
    )


def chapters_of(plan: Plan) -> list[int]:
    """List the chapters in which the plan promises something, in order."""
    citations = [target.citation or i.citation for i in plan.indicators for target in i.targets]
    return sorted({citation.chapter for citation in citations if citation.chapter is not None})


def known_ids(plan: Plan, ids: Sequence[str]) -> tuple[str, ...]:
    """Give back the ids; UsageError with the nearest one where the plan does not have it."""
    if not ids:
        return ()
    known = [indicator.id for indicator in plan.indicators]
    return tuple(dict.fromkeys(known_name("id", name, known) for name in ids))
