"""What `kpi explain` knows: every code of every kind, with its word, its meaning and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.messages import audit_text, backtest_text, chances, headings, notes, reasons, statuses, terms
from lixia_kpi.messages.explanations import chances as chance_texts
from lixia_kpi.messages.explanations import columns as column_texts
from lixia_kpi.messages.explanations import findings as finding_texts
from lixia_kpi.messages.explanations import notes as note_texts
from lixia_kpi.messages.explanations import reasons as reason_texts
from lixia_kpi.messages.explanations import statuses as status_texts
from lixia_kpi.messages.explanations import terms as term_texts
from lixia_kpi.messages.explanations import verdicts as verdict_texts
from lixia_kpi.messages.problems import PROBLEMS, problem_explained, with_names

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue, Lang

KINDS: Catalogue = {
    "status": ("进展状态", "status"),
    "reason": ("原因", "reason"),
    "note": ("提示", "note"),
    "chance": ("概率的说法", "chance in words"),
    "verdict": ("回测结论", "verdict of a backtest"),
    "form": ("目标形式", "form of target"),
    "method": ("预测方法", "method of projection"),
    "column": ("列", "column"),
    "finding": ("核对发现", "finding of an audit"),
    "problem": ("文件问题", "fault of a file"),
}

_TEXTS: dict[str, tuple[Catalogue, Catalogue]] = {
    "status": (statuses.STATUSES, status_texts.STATUSES),
    "reason": (reasons.REASONS, reason_texts.REASONS),
    "note": (notes.NOTES, note_texts.NOTES),
    "chance": (chances.CHANCES, chance_texts.CHANCES),
    "verdict": (backtest_text.VERDICT_WORDS, verdict_texts.VERDICTS),
    "form": (terms.FORMS, term_texts.FORMS),
    "method": (terms.METHODS, term_texts.METHODS),
    "column": (headings.HEADINGS, column_texts.COLUMNS),
}


class Explanation(NamedTuple):
    """One meaning of a code: its kind, its word or short text, the long text."""

    kind: str
    code: str
    word: str
    text: str


def explain(code: str, lang: Lang) -> tuple[Explanation, ...]:
    """Explain a code in each of its meanings (one code may be a reason and a fault); nothing for an unknown code.

    >>> [e.kind for e in explain("unit_mismatch", "en")]
    ['reason', 'problem']
    """
    english = lang == "en"
    found = [
        Explanation(kind, code, words[code][english], texts[code][english])
        for kind, (words, texts) in _TEXTS.items()
        if code in texts
    ]
    if code in finding_texts.FINDINGS:
        word = with_names(audit_text.FINDINGS[code][english])
        found.append(Explanation("finding", code, word, finding_texts.FINDINGS[code][english]))
    if code in PROBLEMS:
        sentence, remedy = problem_explained(code, lang)
        found.append(Explanation("problem", code, sentence, remedy))
    return tuple(found)


def codes() -> dict[str, tuple[str, ...]]:
    """Give every code that can be explained, by kind."""
    known = {kind: tuple(texts) for kind, (_, texts) in _TEXTS.items()}
    return {**known, "finding": tuple(finding_texts.FINDINGS), "problem": tuple(sorted(PROBLEMS))}
