"""What an evaluation is confined to, checked against the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.cli.judging import chapters_of
from lixia_kpi.cli.option_values import known_name
from lixia_kpi.cli.plan_names import owners_of
from lixia_kpi.tables.report import ReportChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.plan.model import Plan
    from lixia_kpi.tables.report.outcome import Kind


class Scope(NamedTuple):
    """Chapters, groups and departments of a plan; empty means all."""

    chapters: tuple[int, ...]
    groups: tuple[str, ...]
    owners: tuple[str, ...]


def report_choice(
    plan: Plan,
    kind: Kind,
    *,
    chapters: Sequence[int] | None,
    groups: Sequence[str] | None,
    owners: Sequence[str] | None,
) -> ReportChoice:
    """Give the scope; UsageError for a chapter, group or department that the plan does not have, with the nearest."""
    scope = known_scope(plan, chapters=chapters, groups=groups, owners=owners)
    return ReportChoice(kind=kind, chapters=scope.chapters, groups=scope.groups, owners=scope.owners)


def known_scope(
    plan: Plan, *, chapters: Sequence[int] | None, groups: Sequence[str] | None, owners: Sequence[str] | None
) -> Scope:
    """Give the names once each; UsageError for one that the plan does not have, with the nearest."""
    known_chapters = [str(number) for number in chapters_of(plan)]
    known_groups = list(dict.fromkeys(indicator.group for indicator in plan.indicators))
    return Scope(
        chapters=tuple(dict.fromkeys(int(known_name("chapter", str(n), known_chapters)) for n in chapters or ())),
        groups=tuple(dict.fromkeys(known_name("group", name, known_groups) for name in groups or ())),
        owners=tuple(dict.fromkeys(known_name("owner", name, owners_of(plan)) for name in owners or ())),
    )
