"""Doubts, data gaps and sources: what the evaluation rests on, and what it does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.reasons import REASONS
from lixia_kpi.messages.report_lists import DOUBTS, GAPS
from lixia_kpi.messages.terms import PUBLICATION_STATUSES
from lixia_kpi.render.document.model import Item, Listing, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from lixia_kpi.render.document.model import Block
    from lixia_kpi.render.report.words import Words
    from lixia_kpi.tables.report import Item as Target

_NOT_WHY = frozenset({"one_point", "no_projection", "interval_not_calibrated", "target_year_observed"})


def doubts(words: Words) -> list[Block]:
    """List what cannot be judged and why, what is open to question, and figures that are not final."""
    observed = [item for item in words.report.items if item.observed]
    unclear = [item for item in observed if item.outcome == "undetermined"]
    defined = [item for item in observed if item.row.doubt]
    standing = [item for item in observed if item.standing not in (None, "actual")]
    blocks: list[Block] = []
    blocks += _entries(words, "undetermined", unclear, lambda item: _why(words, item))
    blocks += _entries(words, "defined", defined, lambda item: str(item.row.doubt))
    blocks += _entries(words, "standing", standing, lambda item: _standing(words, item))
    others = sum(bool(item.row.doubt) for item in words.report.items if not item.observed)
    undated = sum(not item.row.dated for item in words.report.items)
    rest = [words.counted(DOUBTS, "others", others)] if others else []
    rest += [words.counted(DOUBTS, "undated", undated)] if undated else []
    if rest:
        blocks.append(Paragraph(words.sentences(rest)))
    return blocks or [Paragraph(words.say(DOUBTS, "none"))]


def gaps(words: Words) -> list[Block]:
    """Name every target without an observation, by chapter or by department, and every one observed only earlier."""
    report = words.report
    missing = report.with_outcome("no_data")
    share = words.percent(len(missing) / report.whole.total if report.items else None)
    blocks: list[Block] = [Paragraph(words.counted(GAPS, "count", len(missing), percent=share))]
    column, places = ("owner", report.by_owner) if report.by_owner else words.parts()
    entries = []
    for tally in places:
        names = [_gap(words, item) for item in tally.items if not item.observed]
        if names:
            place = words.place(column, tally.key)
            entries.append(Item(words.listed(names), words.say(GAPS, "place", name=place, count=len(names))))
    if entries:
        blocks.append(Listing(tuple(entries)))
    if older := _older(words):
        blocks.append(Paragraph(older))
    return blocks


def sources(words: Words) -> list[Block]:
    """List where the latest values come from; empty where no observation names a source."""
    entries = [
        Item(
            label=words.say(GAPS, "older_entry", name=words.name(item), year=str(item["latest_year"])), link=item.source
        )
        for item in words.report.items
        if item.source
    ]
    return [Listing(tuple(entries))] if entries else []


def _entries(words: Words, code: str, items: list[Target], text: Callable[[Target], str]) -> list[Block]:
    if not items:
        return []
    entries = tuple(Item(text(item), words.name(item)) for item in items)
    return [Paragraph(words.counted(DOUBTS, code, len(items))), Listing(entries)]


def _why(words: Words, item: Target) -> str:
    reasons = item["reason"] if isinstance(item["reason"], tuple) else ()
    known = [code for code in reasons if code not in _NOT_WHY] or list(reasons)
    return ("；" if words.lang == "zh" else "; ").join(words.say(REASONS, code) for code in known)


def _standing(words: Words, item: Target) -> str:
    word = words.say(PUBLICATION_STATUSES, str(item.standing))
    return words.say(DOUBTS, "figure", year=str(item["latest_year"]), value=words.figure(item, "latest"), standing=word)


def _gap(words: Words, item: Target) -> str:
    return words.say(GAPS, "entry", name=words.name(item), target=words.figure(item, "target"))


def _older(words: Words) -> str:
    """Name the targets whose latest observation is older than the evaluation and than their own year."""
    year = words.report.year
    items = [i for i in words.report.items if year is not None and _is_older(i, year)]
    names = words.listed(words.say(GAPS, "older_entry", name=words.name(i), year=str(i["latest_year"])) for i in items)
    return words.counted(GAPS, "older", len(items), year=str(year), names=names) if items else ""


def _is_older(item: Target, year: int) -> bool:
    latest, due = item["latest_year"], item["target_year"]
    return isinstance(latest, int) and isinstance(due, int) and latest < min(year, due)
