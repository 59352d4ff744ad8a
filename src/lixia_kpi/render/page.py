"""A page of facts: sections, and in them labels with their values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.render.width import left, width, wrap

if TYPE_CHECKING:
    from lixia_kpi.render.style import Style


class Fact(NamedTuple):
    """A value and its label; `whole` keeps a value on one line however long (an address that is to be copied).

    `tone` is the status whose colour the value has.
    """

    label: str
    value: str
    whole: bool = False
    tone: str = ""


class Section(NamedTuple):
    """A heading and its facts; `text` is a paragraph below them."""

    heading: str
    facts: tuple[Fact, ...] = ()
    text: str = ""


class Page(NamedTuple):
    """A title and its sections."""

    title: str
    sections: tuple[Section, ...]


def render_page(page: Page, *, room: int, style: Style) -> str:
    """Write a page in `room` columns: labels in one column for all sections, values wrapped beside them."""
    labels = [fact.label for section in page.sections for fact in section.facts]
    margin = min(max(map(width, labels), default=0), room // 2) + 4
    lines = [style.bold(line) for line in wrap(page.title, room)]
    for section in page.sections:
        lines += ["", *(style.bold(line) for line in wrap(section.heading, room))]
        for fact in section.facts:
            lines += _fact_lines(fact, margin, room, style)
        if section.text:
            lines += ["  " + line for line in wrap(section.text, room - 2)]
    return "\n".join(lines) + "\n"


def _fact_lines(fact: Fact, margin: int, room: int, style: Style) -> list[str]:
    values = [fact.value] if fact.whole else wrap(fact.value, max(room - margin, 10))
    label = "  " + fact.label
    first = [style.secondary(left(label, margin)) if width(label) < margin else style.secondary(label)]
    shown = [style.status(fact.tone, value) if fact.tone else value for value in values]
    if width(label) >= margin:
        return [*first, *(" " * margin + value for value in shown)]
    return [first[0] + shown[0], *(" " * margin + value for value in shown[1:])]
