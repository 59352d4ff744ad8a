"""The page of `kpi edit`: each field before and after, the lines of the files that differ, what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.edit_text import EDIT
from lixia_kpi.render.problems import problem_line
from lixia_kpi.render.style import Style
from lixia_kpi.tables.edit import outcome
from lixia_kpi.text.invisible import with_codes

if TYPE_CHECKING:
    from lixia_kpi.editing.edit import Edit
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.edit import EditReport, FileEdit


def render_edit(report: EditReport, *, lang: Lang, color: bool, ascii_only: bool) -> str:
    """Write what is changed.

    Parameters
    ----------
    report
        the changes.
    lang, color, ascii_only
        as for the gap table.
    """
    style, arrow = Style(color=color), "->" if ascii_only else "→"
    lines: list[str] = []
    for file in report.files:
        lines += [style.bold(_field(edit, lang, arrow)) for edit in file.edits]
        lines += [*_lines(file, style), ""]
    if report.warnings:
        lines += [say(EDIT, "warnings", lang), *(problem_line(problem, lang) for problem in report.warnings), ""]
    count = report.changed
    code = ("done" if report.applied else "to_do") + ("_one" if count == 1 else "")
    lines.append(say(EDIT, code if count else "none", lang, count=count))
    return "".join(line + "\n" for line in lines)


def _field(edit: Edit, lang: Lang, arrow: str) -> str:
    """One field: its place, whose it is, what stood there and what stands there now."""
    change = edit.change
    whose = f"{edit.place.file}:{edit.place.line}  {change.id or say(EDIT, 'head', lang)}  {change.path}  "
    if outcome(edit) == "unchanged":
        return with_codes(whose + say(EDIT, "unchanged", lang, value=change.value))
    before = say(EDIT, "nothing", lang) if edit.before is None else " ".join(edit.before.split())
    return with_codes(f"{whose}{before} {arrow} {change.value}")


def _lines(file: FileEdit, style: Style) -> list[str]:
    """The lines of a file that differ, as they were and as they are."""
    lines = []
    for part in file.lines:
        lines += [style.secondary(with_codes(f"- {line}")) for line in part.before]
        lines += [with_codes(f"+ {line}") for line in part.after]
    return lines
