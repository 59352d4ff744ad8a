"""What a target rests on: its figures with their sources, what is open to question, how its figures follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.notes import NOTES
from lixia_kpi.messages.page_text import FORMULAS, TARGET
from lixia_kpi.messages.reasons import REASONS
from lixia_kpi.messages.report_text import RESULTS
from lixia_kpi.messages.terms import FIGURE_KINDS, PUBLICATION_STATUSES
from lixia_kpi.messages.units import unit_name
from lixia_kpi.render.document.html import source_link
from lixia_kpi.render.markup import NOTHING, Html, element, join
from lixia_kpi.render.numbers import as_published

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue
    from lixia_kpi.render.report.words import Words
    from lixia_kpi.tables.figures import Figure
    from lixia_kpi.tables.page import PageTarget
    from lixia_kpi.tables.report import Item
    from lixia_kpi.tables.table import Value

_COMPOUND = ("amount", "count")
_WHOLE_YEARS = ("full-year", "year-end")


def evidence(words: Words, target: PageTarget) -> Html:
    """Write doubts, reasons, notes, the formula, and the figures with their sources."""
    item = target.item
    return element(
        "dl",
        *_fact(words, "doubt", [item.row.doubt] if item.row.doubt else []),
        *_fact(words, "reasons", _said(words, item["reason"], REASONS)),
        *_fact(words, "notes", _notes(words, item)),
        *_fact(words, "formula", [words.say(FORMULAS, _formula(item)), words.say(FORMULAS, "symbols")]),
        element("dt", words.say(TARGET, "figures")),
        *(_figure(words, figure) for figure in target.figures),
    )


def _fact(words: Words, code: str, texts: list[str]) -> list[Html]:
    if not texts:
        return []
    return [element("dt", words.say(TARGET, code)), *(element("dd", text) for text in texts)]


def _said(words: Words, codes: Value, catalogue: Catalogue) -> list[str]:
    return [words.say(catalogue, code) for code in (codes if isinstance(codes, tuple) else ()) if code in catalogue]


def _notes(words: Words, item: Item) -> list[str]:
    """The notes; a doubt is told before them, with its words."""
    here = {NOTES["doubtful"][words.english], RESULTS["doubtful"][words.english]}
    texts = [text for text in _said(words, item["notes"], NOTES) if text not in here]
    undated = words.say(NOTES, "undated")
    return texts if item.row.dated or undated in texts else [*texts, undated]


def _formula(item: Item) -> str:
    form = str(item["form"])
    if item["measure"] == "rank" or form == "milestone":
        return "state"
    if form == "level":
        return "compound" if item["measure"] in _COMPOUND else "straight"
    return form


def _figure(words: Words, figure: Figure) -> Html:
    """One figure: what it is, its year and value, how final it is, where it is from."""
    standing = _standing(words, figure)
    between = ("（", "）：") if words.lang == "zh" else (" (", "): ")
    said = standing.join(between) if standing else ("：" if words.lang == "zh" else ": ")
    details = {"value": as_published(figure.value), "unit": _unit(words, figure), "when": _when(figure)}
    head = element("b", words.say(TARGET, "figure", kind=words.say(FIGURE_KINDS, figure.kind), **details))
    return element("dd", head, said, _source(words, figure), class_="figure" if figure.used else "figure dim")


def _when(figure: Figure) -> str:
    """The year, and the part of it that a figure is confined to."""
    return str(figure.year) if figure.period in ("", *_WHOLE_YEARS) else f"{figure.year} {figure.period}"


def _unit(words: Words, figure: Figure) -> str:
    if figure.unit == "points":
        return "points" if words.english else "百分点"
    name = unit_name(figure.unit, words.lang)
    return f"({name})" if name[:1].isdigit() else name


def _standing(words: Words, figure: Figure) -> str:
    """Actual, preliminary or expected, when it was published, and whether it is left aside."""
    parts = [words.say(PUBLICATION_STATUSES, figure.status)] if figure.status else []
    parts += [figure.published] if figure.published else []
    parts += [] if figure.used else [words.say(TARGET, "not_used")]
    return ("，" if words.lang == "zh" else ", ").join(parts)


def _source(words: Words, figure: Figure) -> Html:
    """Where the plan says it, the published source, a remark, and the file with its line."""
    between = "，" if words.lang == "zh" else ", "
    chapter, section, heading = figure.citation
    places = [words.say(TARGET, "chapter", chapter=chapter)] if chapter is not None else []
    places += [words.say(TARGET, "section", section=section)] if section is not None else []
    places += [heading] if heading else []
    cited = between.join(places)
    note = element("span", " ", figure.note, class_="remark") if figure.note else NOTHING
    name = figure.place.file.replace("\\", "/").rsplit("/", 1)[-1]
    address = f"{name}:{figure.place.line}" if figure.place.line else name
    return join((cited, source_link(figure.source or ""), note, " ", element("code", address)))
