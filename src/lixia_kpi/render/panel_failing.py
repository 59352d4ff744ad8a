"""The targets of several plans that fail a gate, below their summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.panel_text import FAILING
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.render.numbers import chance
from lixia_kpi.render.style import Style
from lixia_kpi.render.symbols import symbols
from lixia_kpi.render.width import wrap
from lixia_kpi.tables.failing import verdict_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.gap import GapRow

SHOWN = 30
"""How many failing targets are named."""

_WIDEST = 120


def render_panel_failing(
    plans: Sequence[tuple[str, Sequence[GapRow]]],
    statuses: Sequence[str],
    *,
    lang: Lang,
    width: int | None,
    color: bool,
    ascii_only: bool,
) -> str:
    """Write the targets with one of these statuses, worst first, and how many there are; nothing where there is none.

    Parameters
    ----------
    plans
        (region, rows) of each plan.
    statuses
        that fail, worst first.
    lang, width, color, ascii_only
        as for the gap table.
    """
    found = [(region, row) for region, rows in plans for row in rows if verdict_of(row)[0] in statuses]
    if not found:
        return ""
    found.sort(key=lambda one: statuses.index(verdict_of(one[1])[0]))
    marks, style, room = symbols(ascii_only=ascii_only), Style(color=color), min(width or _WIDEST, _WIDEST)
    lines = ["", *map(style.bold, wrap(say(FAILING, "title", lang, count=len(found)), room))]
    for region, row in found[:SHOWN]:
        status, likely = verdict_of(row)
        name = row.values["name_en" if lang == "en" else "name_zh"]
        text = say(
            FAILING, "target", lang, region=region, name=str(name), id=str(row.values["id"]),
            year=str(row.values["target_year"]),
        )  # fmt: skip
        text += "" if likely is None else say(FAILING, "chance", lang, chance=chance(likely))
        word = f"{marks.marks[status]} {say(STATUSES, status, lang)}"
        begin, *more = wrap(f"  {word}  {text}", room, indent=4)
        lines += [begin.replace(word, style.status(status, word), 1), *more]
    if len(found) > SHOWN:
        lines += wrap(say(FAILING, "more", lang, count=len(found) - SHOWN), room, indent=2)
    return "\n".join(lines) + "\n"
