"""The page of `kpi rules`: each published rule explained, with formula and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.assessment.by_rule import FORMS_JUDGED
from lixia_kpi.assessment.rules import rule_named
from lixia_kpi.messages.reasons import REASONS
from lixia_kpi.messages.rules import RULE_EXPLANATIONS, RULE_QUIRKS, RULE_REASONS, RULE_TITLES
from lixia_kpi.messages.rules_text import LABELS, LADDERS, PHRASES, TITLE
from lixia_kpi.messages.terms import FORMS
from lixia_kpi.render.page import Fact, Page, Section, render_page
from lixia_kpi.render.rule_cuts import cuts_in_words
from lixia_kpi.render.style import Style
from lixia_kpi.render.symbols import Symbols, symbols
from lixia_kpi.render.width import wrap
from lixia_kpi.tables.project import SCHEMA_VERSION
from lixia_kpi.tables.rules import rule_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.assessment.rules import Rule
    from lixia_kpi.messages.catalogue import Catalogue, Lang

_USUAL_WIDTH = 80
_LEAST_WIDTH = 30


def render_rules(
    names: Sequence[str], *, lang: Lang, width: int | None, color: bool, ascii_only: bool, whole: bool
) -> str:
    """Write what rules do for a person.

    Parameters
    ----------
    names
        of the rules, in order.
    lang, color, ascii_only
        as for the gap table.
    width
        columns of the terminal; None (a pipe) writes 80.
    whole
        with cuts, forms of target, variants, refusals and peculiarities; else what it does, formula and source.
    """
    marks, style = symbols(ascii_only=ascii_only), Style(color=color)
    room = max(width or _USUAL_WIDTH, _LEAST_WIDTH)
    sections = tuple(_section(rule_named(name), lang, marks, whole=whole) for name in names)
    text = render_page(Page(TITLE[lang == "en"], sections), room=room, style=style)
    if whole:
        return text
    hint = wrap(PHRASES["hint"][lang == "en"], room)
    return text + "\n" + "\n".join(style.secondary(line) for line in hint) + "\n"


def rules_record(names: Sequence[str]) -> dict[str, object]:
    """Give rules as plain data, with their titles and explanations in both languages."""
    return {"schema_version": SCHEMA_VERSION, "rules": [_with_words(name) for name in names]}


def _with_words(name: str) -> dict[str, object]:
    words: dict[str, object] = {"name": name}
    for column, catalogue in (("title", RULE_TITLES), ("explanation", RULE_EXPLANATIONS)):
        words |= {f"{column}_{lang}": text for lang, text in zip(("zh", "en"), catalogue[name], strict=True)}
    return words | rule_record(name)


def _section(rule: Rule, lang: Lang, marks: Symbols, *, whole: bool) -> Section:
    english = lang == "en"
    between = f" {marks.bullet} "
    first, *rest = RULE_EXPLANATIONS[rule.name][english].split("\n")
    facts = [_fact("what", first, lang), *(Fact("", line) for line in rest), _fact("formula", rule.formula, lang)]
    if whole:
        facts += _cuts(rule, lang, marks)
        if rule.target_year is not None:
            facts.append(_fact("years", PHRASES["years"][english], lang))
        facts.append(_fact("forms", _said(FORMS, FORMS_JUDGED[rule.name], lang), lang))
        if rule.methods:
            usual = PHRASES["usual"][english].format(name=rule.methods[0])
            facts.append(_fact("methods", _joined([usual, *rule.methods[1:]], lang), lang))
        facts += _listed("refuses", rule.refuses, REASONS | RULE_REASONS, lang)
        facts += _listed("quirks", rule.quirks, RULE_QUIRKS, lang)
    facts.append(_fact("source", rule.source, lang))
    return Section(f"{rule.name}{between}{RULE_TITLES[rule.name][english]}", tuple(facts))


def _cuts(rule: Rule, lang: Lang, marks: Symbols) -> list[Fact]:
    """One line a ladder, the first under the label."""
    lines = [
        f"{LADDERS[ladder.name][lang == 'en']}{'，' if lang == 'zh' else ', '}"
        + cuts_in_words(rule, ladder, lang=lang, symbols=marks)
        for ladder in rule.ladders
    ]
    return [_fact("cuts", lines[0], lang), *(Fact("", line) for line in lines[1:])]


def _listed(label: str, codes: Sequence[str], words: Catalogue, lang: Lang) -> list[Fact]:
    """Codes with their words, one a line; nothing where there are none."""
    between = "：" if lang == "zh" else ": "
    lines = [f"{code}{between}{words[code][lang == 'en']}" for code in codes]
    return [_fact(label, lines[0], lang), *(Fact("", line) for line in lines[1:])] if lines else []


def _fact(label: str, value: str, lang: Lang) -> Fact:
    return Fact(LABELS[label][lang == "en"], value)


def _said(words: Catalogue, codes: Sequence[str], lang: Lang) -> str:
    return _joined([words[code][lang == "en"] for code in codes], lang)


def _joined(words: Sequence[str], lang: Lang) -> str:
    return ("、" if lang == "zh" else ", ").join(words)
