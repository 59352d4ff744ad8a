"""How the evaluation was made: rule, cuts, classes, formulas, projection, figures, rounding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.report_method import LABELS, METHOD
from lixia_kpi.messages.rules import RULE_EXPLANATIONS, RULE_TITLES
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.messages.table_text import FOOT
from lixia_kpi.messages.terms import METHODS
from lixia_kpi.render.document.model import Item, Listing

if TYPE_CHECKING:
    from lixia_kpi.render.document.model import Block
    from lixia_kpi.render.report.words import Words


def method(words: Words) -> list[Block]:
    """List the notes on method."""
    report = words.report
    final = report.kind == "final"
    notes = [("rule", _rule(words))]
    if report.rule == "pace":
        notes.append(("cuts", _cuts(words)))
    classes = [words.say(METHOD, "classes"), words.say(METHOD, "classes_final") if final else ""]
    notes += [
        ("classes", words.sentences(classes)),
        ("completion", words.say(METHOD, "completion")),
        ("rate", words.say(METHOD, "rate_final" if final else "rate")),
        ("projection", _projection(words)),
        ("figures", words.say(METHOD, "figures")),
        ("rounding", words.say(METHOD, "rounding")),
    ]
    if title := report.plan.source.title:
        code = "plan_published" if report.plan.source.published else "plan"
        notes.append(("plan", words.say(METHOD, code, title=title, published=report.plan.source.published or "")))
    return [Listing(tuple(Item(text, words.say(LABELS, code)) for code, text in notes))]


def _rule(words: Words) -> str:
    rule = words.report.rule
    title = words.say(RULE_TITLES, rule)
    lines = words.say(RULE_EXPLANATIONS, rule).split("\n")
    return words.sentences([title + ("。" if words.lang == "zh" else "."), *lines])


def _cuts(words: Words) -> str:
    cuts = words.report.plan.cuts
    named = {f"word_{status}": words.say(STATUSES, status) for status in STATUSES}
    numbers = {name: f"{value:.2f}" for name, value in cuts._asdict().items()}
    text = words.say(FOOT, "cuts", at_least=words.symbols.at_least, **numbers, **named)
    return text.partition("：" if words.lang == "zh" else ": ")[2]


def _projection(words: Words) -> str:
    report = words.report
    at = words.say(METHOD, "year", year=report.to) if report.to else words.say(METHOD, "own_year")
    parts = [words.say(METHOD, "projection", method=words.say(METHODS, report.method), at=at)]
    return words.sentences([*parts, words.say(METHOD, "no_chance")])
