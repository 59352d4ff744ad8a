"""The cuts of a published rule in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.assessment.rules import rule_named
from lixia_kpi.messages.rules import RULE_CATEGORIES
from lixia_kpi.messages.rules_text import PHRASES, QUANTITIES
from lixia_kpi.messages.statuses import STATUSES

if TYPE_CHECKING:
    from lixia_kpi.assessment.rules import Ladder, Rule
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.symbols import Symbols


def cuts_in_words(rule: Rule, ladder: Ladder, *, lang: Lang, symbols: Symbols) -> str:
    """Write one ladder: what is cut, and from where on it earns which category and status.

    Parameters
    ----------
    rule, ladder
        the rule and one of its ladders.
    lang, symbols
        language and marks.
    """
    english = lang == "en"
    percent = ladder.unit == "fraction/year"
    steps = []
    for step in ladder.steps:
        sign = ">" if step.strict else symbols.at_least
        cut = f"{100 * step.cut:g}%" if percent else f"{step.cut:g}"
        words = {"category": RULE_CATEGORIES[step.category][english], "status": _status(rule, step.category, lang)}
        steps.append(PHRASES["at_least"][english].format(sign=sign, cut=cut.replace("-", symbols.minus), **words))
    lowest = RULE_CATEGORIES[ladder.lowest][english]
    steps.append(PHRASES["lowest"][english].format(category=lowest, status=_status(rule, ladder.lowest, lang)))
    text = (", " if english else "，").join(steps)
    if any(step.scaled for step in ladder.steps):
        text += PHRASES["scaled"][english]
    return PHRASES["cuts"][english].format(quantity=QUANTITIES[ladder.unit][english], steps=text)


def cuts_in_use(name: str, *, lang: Lang, symbols: Symbols) -> str:
    """Write the cuts of a published rule for targets, as they stand under a table."""
    rule = rule_named(name)
    cuts = cuts_in_words(rule, rule.ladders[0], lang=lang, symbols=symbols)
    return PHRASES["in_use"][lang == "en"].format(rule=name, cuts=cuts)


def _status(rule: Rule, category: str, lang: Lang) -> str:
    return STATUSES[rule.statuses[category]][lang == "en"]
