"""Where the published rules differ: counts, and each target whose verdict hangs on the choice of rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.report_lists import RULES
from lixia_kpi.messages.rules import RULE_TITLES
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.render.document.model import Item, Listing, Paragraph

if TYPE_CHECKING:
    from lixia_kpi.render.document.model import Block
    from lixia_kpi.render.report.words import Words
    from lixia_kpi.tables.report.rule_comparison import ComparedItem


def rule_differences(words: Words) -> list[Block]:
    """Count how the rules agree and list the verdicts that hang on the rule; empty where nothing was compared."""
    comparison = words.report.comparison
    if comparison is None or not comparison.items:
        return []
    hanging = comparison.hanging
    agreement = {name: comparison.of(name) for name in ("same", "differ", "only_one", "none")}
    sentences = [
        words.say(RULES, "judged", observed=len(comparison.items), rules=len(comparison.rules), **agreement),
        words.counted(RULES, "hanging", len(hanging)),
    ]
    blocks: list[Block] = [Paragraph(words.sentences(sentences))]
    if hanging:
        blocks.append(Listing(tuple(Item(_verdicts(words, c), words.name(c.item), c.item.status) for c in hanging)))
    return blocks


def _verdicts(words: Words, compared: ComparedItem) -> str:
    """The rules by the status they give, best first."""
    parts = []
    for status in STATUSES:
        names = [words.say(RULE_TITLES, rule) for rule, given in compared.statuses.items() if given == status]
        if names:
            joined = ("、" if words.lang == "zh" else ", ").join(names)
            parts.append(words.say(RULES, "verdict", status=words.say(STATUSES, status), rules=joined))
    return ("；" if words.lang == "zh" else "; ").join(parts)
