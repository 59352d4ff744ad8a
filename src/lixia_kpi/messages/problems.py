"""Faults of files in words: the sentence with its details, the nearest right form, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.problem_texts.files import FILES
from lixia_kpi.messages.problem_texts.formulas import FORMULAS
from lixia_kpi.messages.problem_texts.founding import FOUNDING
from lixia_kpi.messages.problem_texts.intake import INTAKE
from lixia_kpi.messages.problem_texts.office import OFFICE
from lixia_kpi.messages.problem_texts.panel import PANEL
from lixia_kpi.messages.problem_texts.rules import RULES
from lixia_kpi.messages.problem_texts.syntax import SYNTAX
from lixia_kpi.messages.problem_texts.values import VALUES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.messages.problem_texts.entry import Entries
    from lixia_kpi.problems import Detail

PROBLEMS: Entries = {**SYNTAX, **VALUES, **RULES, **FILES, **FORMULAS, **PANEL, **OFFICE, **INTAKE, **FOUNDING}
"""Every kind of fault by code."""

_OTHER_NAMES = {"field": ("key", "column", "id"), "found": ("value",)}
"""Details that go by other names in another kind of file."""
_UNKNOWN = ("不认识的问题", "unknown fault")
_HINTS = {
    "suggestion": ("应写 {hint}", "write {hint}"),
    "nearest": ("是否为 {hint}？", "did you mean {hint}?"),
    "allowed": ("可用：{hint}", "allowed: {hint}"),
}


class _Details(dict[str, object]):
    """Details by name; one that is absent is said as an ellipsis, so that a message never fails."""

    def __missing__(self, name: str) -> str:
        return "…"


def problem_sentence(code: str, details: Mapping[str, Detail], lang: Lang) -> str:
    """Say what is wrong in one line: whose fault, the sentence, the nearest right form, what to do.

    Parameters
    ----------
    code
        a kind of fault.
    details
        what was found; a detail that a sentence has no use for is left out.

    Examples
    --------
    >>> problem_sentence("unknown_key", {"key": "directon", "where": "indicator", "nearest": "direction"}, "en")
    'indicator has no key directon; did you mean direction? correct or remove it; kpi schema lists all keys'
    """
    english = lang == "en"
    entry = PROBLEMS.get(code)
    if entry is None:
        shown = ", ".join(f"{key} {value}" for key, value in details.items())
        return _UNKNOWN[english] + (f" ({shown})" if shown else "")
    known = _Details({key: value for key, value in details.items() if value != ""})
    for name, others in _OTHER_NAMES.items():
        known.setdefault(name, next((details[o] for o in others if o in details), "…"))
    sentence, remedy = entry.sentence[english], entry.remedy[english]
    text = _cell(known, sentence, english=english) + _whose(known, sentence) + sentence.format_map(known)
    for name, hint in _HINTS.items():
        if name in known and f"{{{name}}}" not in sentence + remedy:
            text += _joined(text, hint[english].format(hint=known[name]), english=english)
    return text + _joined(text, remedy.format_map(known), english=english)


def problem_explained(code: str, lang: Lang) -> tuple[str, str]:
    """Say what a kind of fault is, its details as `<name>`, and what to do about it.

    >>> problem_explained("yaml_tag", "en")
    ('the tag <tag> is refused', 'remove the tag and keep the value')
    """
    entry = PROBLEMS[code]
    return with_names(entry.sentence[lang == "en"]), with_names(entry.remedy[lang == "en"])


def with_names(text: str) -> str:
    """Write the placeholders of a text as `<name>`.

    >>> with_names("the tag {tag} is refused")
    'the tag <tag> is refused'
    """
    return text.format_map(_Names())


class _Names(dict[str, str]):
    """Every detail by its own name."""

    def __missing__(self, name: str) -> str:
        return f"<{name}>"


def _cell(details: _Details, sentence: str, *, english: bool) -> str:
    """Name the cell of a table that it is about, where the sentence does not."""
    if "cell" not in details or "{cell}" in sentence:
        return ""
    return f"{details['cell']}{': ' if english else '：'}"


def _whose(details: _Details, sentence: str) -> str:
    """Name the indicator and the target where the sentence does not."""
    if "id" not in details or "{id}" in sentence:
        return ""
    target = " ".join(str(details[key]) for key in ("form", "year") if key in details and f"{{{key}}}" not in sentence)
    return f"{details['id']} ({target}): " if target else f"{details['id']}: "


def _joined(text: str, more: str, *, english: bool) -> str:
    """Join a further clause: after a question by a blank, else by a semicolon."""
    if text.endswith(("?", "？")):
        return (" " if english else "") + more
    return ("; " if english else "；") + more
