"""The page of `kpi audit`: the findings by severity, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.audit.finding import SEVERITIES as LEVELS
from lixia_kpi.messages.audit_sentence import audit_sentence
from lixia_kpi.messages.audit_text import COUNTS, SEVERITIES, TITLE
from lixia_kpi.messages.catalogue import say
from lixia_kpi.render.style import Style
from lixia_kpi.render.symbols import symbols
from lixia_kpi.render.width import wrap
from lixia_kpi.text.invisible import with_codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.audit.finding import Finding
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.problems import Severity

_TONES = {"error": "off_track", "warning": "behind", "note": "pending", "none": "met"}
_LEAST_WIDTH = 40
_UNCUT = 10**9


def render_audit(
    findings: Sequence[Finding],
    plan: PlanInfo,
    *,
    level: Severity,
    everything: bool,
    lang: Lang,
    width: int | None,
    color: bool,
    ascii_only: bool,
) -> str:
    """Write the findings of an audit for a person.

    Parameters
    ----------
    findings
        all of them, in order.
    plan
        the head of the plan.
    level
        from which on the command fails.
    everything
        list also what agrees.
    lang, color, ascii_only
        as for the gap table.
    width
        columns of the terminal; None (a pipe) writes each sentence on one line.
    """
    room = _UNCUT if width is None else max(width, _LEAST_WIDTH)
    style, marks = Style(color=color), symbols(ascii_only=ascii_only)
    name = plan.name.en if lang == "en" else plan.name.zh
    title = say(TITLE, "title", lang, plan=name, bullet=f" {marks.bullet} ")
    lines = [style.bold(line) for line in wrap(title, room)]
    for severity in (*LEVELS, None):
        chosen = [finding for finding in findings if finding.severity == severity]
        if chosen and (severity is not None or everything):
            word = severity or "none"
            heading = f"{marks.marks[_TONES[word]]} {say(SEVERITIES, word, lang)} ({len(chosen)})"
            lines += ["", style.status(_TONES[word], heading)]
            for finding in chosen:
                lines += _entry(finding, lang, room, style)
    lines += ["", *wrap(_counts(findings, everything=everything, lang=lang), room)]
    lines += wrap(say(COUNTS, "level", lang, level=say(SEVERITIES, level, lang)), room)
    return "\n".join(lines) + "\n"


def _entry(finding: Finding, lang: Lang, room: int, style: Style) -> list[str]:
    place = with_codes(f"{finding.place} {finding.code}")
    sentences = wrap(with_codes(audit_sentence(finding, lang)), room - 4)
    return [style.secondary("  " + line) for line in wrap(place, room - 2)] + ["    " + line for line in sentences]


def _counts(findings: Sequence[Finding], *, everything: bool, lang: Lang) -> str:
    counts = {level: sum(finding.severity == level for finding in findings) for level in LEVELS}
    text = say(COUNTS, "found", lang, **counts)
    agreeing = sum(finding.severity is None for finding in findings)
    if not agreeing or everything:
        return text
    blank = " " if lang == "en" else ""
    more = say(COUNTS, "agreeing", lang, count=agreeing)
    return f"{text}{blank}{more[:-1]}{say(COUNTS, 'more', lang)}{more[-1]}"
