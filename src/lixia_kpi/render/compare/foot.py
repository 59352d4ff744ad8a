"""The lines below the comparison: how the rules agree, what hangs on them, which refuse and why, a legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.compare_text import AGREEMENTS, FOOT
from lixia_kpi.messages.reasons import REASONS
from lixia_kpi.messages.rules import RULE_REASONS
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.render.compare.cells import PECULIAR_MARK, is_peculiar
from lixia_kpi.render.width import wrap

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.compare.size import Size
    from lixia_kpi.render.symbols import Symbols
    from lixia_kpi.tables.compare import CompareReport

_NAMES_AT_MOST = 6
_SAYING_NOTHING = ("undetermined", "no_data")


def finding_lines(report: CompareReport, *, lang: Lang, width: int) -> list[str]:
    """Write how many verdicts are the same, how many hang on the rule, and which rules refuse."""
    english, comma = lang == "en", ", " if lang == "en" else "，"
    found = report.agreements()
    parts = [
        FOOT[code][english].format(n=found[code]) for code in ("same", "differ", "only_one", "none") if found.get(code)
    ]
    count = FOOT["count_one" if len(report.rows) == 1 else "counts"][english]
    lines = wrap(count.format(count=len(report.rows), parts=comma.join(parts)), width)
    if len(report.rules) > 1:
        lines += wrap(_hanging(report, lang), width)
    if refused := report.refusals():
        said = _refusals(refused, lang)
        lines += wrap(FOOT["refused"][english].format(rules=("; " if english else "；").join(said)), width)
    for why in ("no_data", "filtered"):
        if report.left_out.get(why):
            lines += wrap(FOOT[why][english].format(count=report.left_out[why]), width)
    return lines


def _hanging(report: CompareReport, lang: Lang) -> str:
    """Say how many verdicts hang on the choice of rule, and name them."""
    english, number = lang == "en", report.hanging
    if not number:
        return FOOT["hanging_none"][english]
    name = "name_en" if english else "name_zh"
    names = dict.fromkeys(str(row.values[name]) for row in report.rows if row.values["hangs_on_rule"])
    said = (", " if english else "、").join(list(names)[:_NAMES_AT_MOST])
    if len(names) > _NAMES_AT_MOST:
        said += FOOT["more"][english]
    return FOOT["hanging_one" if number == 1 else "hanging"][english].format(n=number, names=said)


def _refusals(refused: dict[str, dict[str, int]], lang: Lang) -> list[str]:
    """Say how often each rule refuses, and why; rules that do so as often for the same reasons go together."""
    together: dict[tuple[tuple[str, int], ...], list[str]] = {}
    for rule, reasons in refused.items():
        together.setdefault(tuple(reasons.items()), []).append(rule)
    return [_refusal(rules, dict(reasons), lang) for reasons, rules in together.items()]


def _refusal(rules: list[str], reasons: dict[str, int], lang: Lang) -> str:
    """Say it of rules that refuse as often for the same reasons, the most frequent reason first."""
    english = lang == "en"
    words = REASONS | RULE_REASONS
    form = FOOT["refused_reason" if len(reasons) == 1 else "refused_reasons"][english]
    said = [form.format(reason=words[why][english] if why in words else why, n=n) for why, n in reasons.items()]
    text = ("; " if english else "；").join(said)
    names = (", " if english else "、").join(rules)
    whole = FOOT["refused_rule" if len(rules) == 1 else "refused_rules"][english]
    return whole.format(rules=names, n=sum(reasons.values()), reasons=text)


def legend_lines(
    report: CompareReport, size: Size, *, lang: Lang, symbols: Symbols, width: int, hidden: tuple[str, ...]
) -> list[str]:
    """Write what abbreviations and marks stand for, and which columns had no room."""
    english, comma = lang == "en", ", " if lang == "en" else "，"
    lines: list[str] = []
    names = [f"{size.headings[rule][english]} {rule}" for rule in report.rules if size.headings[rule][english] != rule]
    if names:
        lines += wrap(FOOT["names"][english].format(names=comma.join(names)), width, indent=2)
    if size.name != "wide":
        words = [
            f"{symbols.marks[status]}{size.between}{size.words[status][english]} {word[english]}"
            for status, word in STATUSES.items()
            if status not in _SAYING_NOTHING and size.words[status][english] != word[english]
        ]
        marks = {"refused": symbols.marks["undetermined"], "nothing": symbols.marks["no_data"]}
        lines += wrap(FOOT["statuses"][english].format(words=comma.join(words), **marks), width, indent=2)
    if len(report.rules) > 1:
        said = {code: words[english] for code, words in AGREEMENTS.items()}
        lines += wrap(FOOT["agreement"][english].format(**said), width, indent=2)
    if any(is_peculiar(row, rule) for row in report.rows for rule in report.rules):
        lines += wrap(FOOT["peculiar"][english].format(mark=PECULIAR_MARK), width, indent=2)
    if hidden:
        lines += wrap(FOOT["hidden"][english].format(names=comma.join(hidden)), width, indent=2)
    return lines + wrap(FOOT["base_year"][english].format(year=report.plan.baseline_year), width, indent=2)
