"""`targets.yaml` of a new plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.init_text import COMMENTS
from lixia_kpi.render.plan_files.lines import Lines
from lixia_kpi.render.plan_files.scalar import scalar

if TYPE_CHECKING:
    from lixia_kpi.founding.draft import Draft, DraftIndicator, Head, Values
    from lixia_kpi.messages.catalogue import Lang

_SCHEMA = "# yaml-language-server: $schema=schema/targets.schema.json"
_KEYS = (
    "chapter", "section", "heading", "group", "measure", "direction", "unit", "observed_as", "basis", "binding",
    "owner", "doubt",
)  # fmt: skip
_EXPLAINED = ("measure", "direction", "form")


def targets_file(draft: Draft, *, lang: Lang, explained: bool) -> Lines:
    """Write the targets of a draft.

    Parameters
    ----------
    draft : the plan.
    lang : of the comments.
    explained : whether the first indicator has remarks on what its keys take.
    """
    lines = Lines(lang)
    lines.add(_SCHEMA)
    lines.add(f"# {COMMENTS['targets'][lines.english]}")
    if draft.head.title:
        title = COMMENTS["from_table"][lines.english].format(title=draft.head.title)
        lines.add(f"# {title} {COMMENTS['assumed'][lines.english]}")
    lines.add("schema: 1")
    lines.add()
    _head(lines, draft.head)
    lines.add()
    lines.add("indicators:")
    for position, indicator in enumerate(draft.indicators):
        lines.add()
        _indicator(lines, indicator, explained=explained and position == 0)
    return lines


def _head(lines: Lines, head: Head) -> None:
    lines.add("plan:")
    lines.add(f"  id: {scalar(head.id)}")
    lines.add("  name:")
    lines.add(f"    zh: {scalar(head.name_zh)}")
    lines.add(f"    en: {scalar(head.name_en)}")
    lines.add(f"  period: {{start: {head.start}, end: {head.end}}}")
    lines.add(f"  baseline_year: {head.baseline_year}")
    lines.add(f"  language: {head.language}")
    if head.title:
        lines.add(f"  source: {{title: {_flow(head.title)}}}")
    remark = COMMENTS["cuts"][lines.english]
    lines.add(f"  # cuts: {{ahead: 1.05, on_track: 0.95, behind: 0.60}}  # {remark}")


def _flow(text: str) -> str:
    """A scalar within braces: always quoted."""
    return "'" + text.replace("'", "''") + "'"


def _indicator(lines: Lines, indicator: DraftIndicator, *, explained: bool) -> None:
    values = indicator.values

    def remark(key: str) -> str:
        return COMMENTS[key][lines.english] if explained and key in _EXPLAINED else ""

    lines.value("  - ", "id", values["id"])
    lines.add("    name:")
    lines.value("      ", "zh", values["name_zh"])
    lines.value("      ", "en", values["name_en"])
    for key in _KEYS:
        if key in values:
            lines.value("    ", key, values[key], remark=remark(key))
    if explained:
        lines.add(f"    # {COMMENTS['optional'][lines.english]}")
    if not indicator.targets:
        lines.add("    targets: []")
        return
    lines.add("    targets:")
    for target in indicator.targets:
        _target(lines, target, remark("form"))


def _target(lines: Lines, target: Values, remark: str) -> None:
    before = "      - "
    for key, given in target.items():
        lines.value(before, key, given, remark=remark if key == "form" else "")
        before = "        "
