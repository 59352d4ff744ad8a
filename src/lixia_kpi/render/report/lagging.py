"""Lists of targets: met early, due, behind or missed and what it would take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.notes import NOTES
from lixia_kpi.messages.reasons import REASONS
from lixia_kpi.messages.report_lists import LAGGING, LISTS
from lixia_kpi.render.document.model import Item, Listing, Paragraph
from lixia_kpi.render.report.words import lagging_phrase

if TYPE_CHECKING:
    from lixia_kpi.render.document.model import Block
    from lixia_kpi.render.report.words import Words
    from lixia_kpi.tables.report import Item as Target

_WHY_NO_RATE = ("rank_has_no_rate", "milestone_has_no_rate", "met_at_baseline", "no_baseline", "non_positive")


def met_early(words: Words) -> list[Block]:
    """List what was reached before its year."""
    items = words.report.with_outcome("met_early")
    if not items:
        return [Paragraph(words.say(LISTS, "met_early_none"))]
    return [Listing(tuple(Item(_early(words, item), words.name(item), item.status) for item in items))]


def due(words: Words) -> list[Block]:
    """List the targets whose year has come by the year of the evaluation."""
    items = words.report.due
    met = sum(item.outcome in ("met_early", "met", "held") for item in items)
    missed = sum(item.outcome == "missed" for item in items)
    counts = {"met": met, "missed": missed, "open": len(items) - met - missed}
    return [
        Paragraph(words.counted(LISTS, "due", len(items), year=words.report.year or 0, **counts)),
        Listing(tuple(Item(_due(words, item), words.name(item), item.status) for item in items)),
    ]


def lagging(words: Words) -> list[Block]:
    """List what is behind or missed, worst first, with what it would take."""
    items = words.report.lagging
    lead = Paragraph(words.counted(LISTS, "lagging", len(items)))
    if not items:
        return [lead]
    entries = (Item(what_it_takes(words, i), f"{words.name(i)}  {words.status(i)}", i.status) for i in items)
    return [lead, Listing(tuple(entries))]


def what_it_takes(words: Words, item: Target) -> str:
    """Say where a target stands, how fast it moved and would have to, and where the present course leads."""
    figure, target = words.figure, words.due_target(item)
    year, due_year = str(item["latest_year"]), str(item["target_year"])
    parts = [lagging_phrase(words, "position", year=year, latest=figure(item, "latest"), target=target)]
    completion, elapsed = figure(item, "completion"), figure(item, "elapsed")
    if item["form"] == "every_year":
        parts.append(lagging_phrase(words, "held", completion=completion))
    else:
        parts.append(lagging_phrase(words, "completion", completion=completion, elapsed=elapsed))
        actual, required = figure(item, "actual_rate"), figure(item, "required_rate")
        parts.append(lagging_phrase(words, "rates", actual=actual, required=required))
    if item.settled:
        parts.append(lagging_phrase(words, "missed", gap=words.missing_by(item)))
    else:
        if item["form"] != "every_year":
            needed = figure(item, "needed_rate")
            parts.append(lagging_phrase(words, "needed", due=due_year, year=year, needed=needed))
        parts += _outlook(words, item)
    reasons = item["reason"] if isinstance(item["reason"], tuple) else ()
    ending = "。" if words.lang == "zh" else "."
    parts += [_sentence(words.say(REASONS, code), ending) for code in reasons if code in _WHY_NO_RATE]
    return words.sentences(parts)


def _outlook(words: Words, item: Target) -> list[str]:
    """Where the present course leads by the target year, how sure that is, and when it arrives."""
    projected, gap = words.figure(item, "projected"), item["gap"]
    if not projected or item["form"] == "milestone" or item["measure"] == "rank":
        return []
    at = words.report.to or str(item["target_year"])
    text = words.say(LAGGING, "projected", at=at, projected=projected)
    if interval := words.figure(item, "interval"):
        text += words.say(LAGGING, "interval", level=words.report.interval, interval=interval)
    if isinstance(gap, float) and gap:
        text += words.say(LAGGING, "short" if gap < 0 else "beyond", gap=words.missing_by(item))
    else:
        text += words.say(LAGGING, "stop")
    chance = lagging_phrase(words, "chance", chance=words.figure(item, "probability"))
    arrival, due_year = item["arrival_year"], item["target_year"]
    late = isinstance(arrival, int) and isinstance(due_year, int) and arrival > due_year
    return [text, chance, words.say(LAGGING, "arrival", arrival=str(arrival)) if late else ""]


def _early(words: Words, item: Target) -> str:
    details = {
        "target": words.due_target(item),
        "year": str(item["latest_year"]),
        "latest": words.figure(item, "latest"),
    }
    arrival = item["arrival_year"]
    code = (
        "met_early_unknown" if arrival is None else "met_early_now" if arrival == item["latest_year"] else "met_early"
    )
    text = words.say(LISTS, code, arrival=str(arrival), **details)
    notes = item["notes"] if isinstance(item["notes"], tuple) else ()
    if "met_but_worsening" in notes:
        ending = "。" if words.lang == "zh" else "."
        return words.sentences([text, _sentence(words.say(NOTES, "met_but_worsening"), ending)])
    return text


def _due(words: Words, item: Target) -> str:
    target = words.due_target(item)
    if not item.observed:
        return words.say(LISTS, "due_item_no_data", target=target)
    latest, year = words.figure(item, "latest"), str(item["latest_year"])
    return words.say(LISTS, "due_item", target=target, latest=latest, year=year, outcome=words.status(item))


def _sentence(text: str, ending: str) -> str:
    return text[0].upper() + text[1:] + ending
