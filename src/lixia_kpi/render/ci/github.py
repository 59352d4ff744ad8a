"""Workflow commands of GitHub Actions: lines on standard output that become annotations of a run.

GitHub keeps ten errors, ten warnings and ten notices of a step and drops the rest without a word. Hence at most ten of
each are written, and one notice, itself counted, names those that are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.check_text import SUMMARY
from lixia_kpi.text.invisible import with_codes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.ci.annotation import Annotation, Report

MOST = 10
"""Annotations of a kind that GitHub keeps of one step."""

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_TEXT, ":": "%3A", ",": "%2C"}
_NAMED_AT_MOST = 30


def workflow_command(command: str, text: str, properties: Iterable[tuple[str, str | int]] = ()) -> str:
    r"""Write one workflow command, its text and its properties escaped.

    >>> workflow_command("error", "50 %\nshort", [("file", "a,b.csv"), ("line", 3)])
    '::error file=a%2Cb.csv,line=3::50 %25%0Ashort'
    """
    named = ",".join(f"{key}={_escaped(str(value), _IN_PROPERTIES)}" for key, value in properties)
    return f"::{command}{' ' if named else ''}{named}::{_escaped(text, _IN_TEXT)}"


def render_github(report: Report, lang: Lang) -> str:
    """Write a report as workflow commands; nothing where there is nothing to say.

    Parameters
    ----------
    report
        what was found, worst first.
    lang
        of the notice about what is left out.
    """
    shown, left_out = _shown(report.annotations, most_notes=MOST - 1)
    lines = [_line(annotation) for annotation in shown]
    remarks = list(report.remarks)
    if left_out:
        named = list(dict.fromkeys(annotation.label for annotation in left_out))
        listed = ", ".join(named[:_NAMED_AT_MOST]) + (" …" if len(named) > _NAMED_AT_MOST else "")
        remarks.insert(0, say(SUMMARY, "left_out", lang, count=len(left_out), list=listed))
    if remarks:
        stop = say(SUMMARY, "stop", lang)
        text = (stop if lang == "zh" else stop + " ").join([report.summary, *remarks]) + stop
        lines.append(workflow_command("notice", text, [("title", f"kpi {report.command}")]))
    return "".join(line + "\n" for line in lines)


def _shown(annotations: Iterable[Annotation], *, most_notes: int) -> tuple[list[Annotation], list[Annotation]]:
    """Part those that GitHub will keep from those that it would drop."""
    room = {"error": MOST, "warning": MOST, "note": most_notes}
    shown: list[Annotation] = []
    left_out: list[Annotation] = []
    for annotation in annotations:
        room[annotation.level] -= 1
        (shown if room[annotation.level] >= 0 else left_out).append(annotation)
    return shown, left_out


def _line(annotation: Annotation) -> str:
    place = annotation.place
    properties: list[tuple[str, str | int]] = []
    if place.file not in ("", "-"):
        properties.append(("file", with_codes(place.file.replace("\\", "/").removeprefix("./"))))
        if place.line:
            properties.append(("line", place.line))
            if place.column:
                properties.append(("col", place.column))
    properties.append(("title", annotation.title))
    return workflow_command(_COMMANDS[annotation.level], annotation.text, properties)


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)
