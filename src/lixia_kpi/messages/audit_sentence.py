"""A finding of an audit as one sentence, generated from its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.audit_text import FINDINGS, GROWTH_UNITS, JOINS, MOMENTS, SPANS
from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.terms import FORMS, PUBLICATION_STATUSES
from lixia_kpi.messages.units import unit_name

if TYPE_CHECKING:
    from lixia_kpi.audit.finding import Figure, Finding
    from lixia_kpi.messages.catalogue import Lang

_COMPARATORS = {">=": "≥", "<=": "≤", "~": "≈"}
_DECIMALS = 2
_DIGITS = 4
"""Significant digits of a figure that is computed and has more than two decimals."""


def audit_sentence(finding: Finding, lang: Lang) -> str:
    """Say a finding in one sentence.

    Parameters
    ----------
    finding
        of an audit.
    lang
        `zh` or `en`.

    Returns
    -------
    str
        one line without a full stop, with the note of the identity at its end.
    """
    english = lang == "en"
    details = {**finding.details}
    details["missing"] = details.get(f"missing_{lang}", "")
    span, unit = details.pop("span", ""), unit_name(finding.unit, lang)
    known = {
        **details,
        "name": finding.name.en if english else finding.name.zh,
        "moment": say(MOMENTS, finding.moment.kind, lang, year=finding.moment.year),
        "year": str(finding.moment.year),
        "figures": _figures(finding, lang),
        "value": _number(finding.value),
        "other": _number(finding.other),
        "amount": _amount(_number(finding.value), unit),
        "other_amount": _amount(_number(finding.other), unit),
        "growth_unit": say(GROWTH_UNITS, finding.unit, lang) if finding.unit in GROWTH_UNITS else "",
        "relation": _COMPARATORS.get(details.get("relation", ""), "="),
        "difference": _difference(finding),
        "form": say(FORMS, details["form"], lang) if "form" in details else "",
        "standing": say(PUBLICATION_STATUSES, details["status"], lang) if "status" in details else "",
        "span": say(SPANS, span, lang, **details) if span else "",
    }
    text = FINDINGS[finding.code][english].format_map(known)
    if finding.note:
        text += say(JOINS, "note", lang, note=_in_language(finding.note, lang))
    return text


def figure_text(figure: Figure, lang: Lang, *, named: bool = True) -> str:
    """Write a figure as it is printed: name, comparator, value, unit."""
    name = figure.name.en if lang == "en" else figure.name.zh
    text = _COMPARATORS.get(figure.op, figure.op) + _amount(_plain(figure.span.value), unit_name(figure.unit, lang))
    return f"{name} {text}" if named else text


def _figures(finding: Finding, lang: Lang) -> str:
    """The figures a finding rests on; without their name where all are of the one indicator that it is about."""
    if not finding.figures:
        return say(JOINS, "nothing", lang)
    named = any(figure.name != finding.name for figure in finding.figures)
    texts = [figure_text(figure, lang, named=named) for figure in finding.figures]
    return say(JOINS, "figures", lang).join(texts)


def _amount(number: str, unit: str) -> str:
    """A number with its unit; a unit that begins with a number of its own (`100m yuan`) is multiplied."""
    return f"{number} x {unit}" if unit[:1].isdigit() else f"{number} {unit}".rstrip()


def _number(value: float | None) -> str:
    """Write a figure that may be computed: two decimals as they are, else four significant digits."""
    if value is None:
        return ""
    text = _plain(value)
    if "e" not in text and len(text.partition(".")[2]) <= _DECIMALS:
        return text
    return _plain(float(f"{value:.{_DIGITS}g}")) if abs(value) < 10**_DIGITS else _plain(round(value, 1))


def _plain(value: float) -> str:
    """Write a figure with every digit it has, without the noise of a change of unit."""
    return repr(round(value, 10)).removesuffix(".0")


def _difference(finding: Finding) -> str:
    """The difference in percent of the first figure, with its sign."""
    percent = finding.difference_percent
    return "" if percent is None else f"{percent:+.2g}%" if abs(percent) < 100 else f"{percent:+.0f}%"


def _in_language(note: str, lang: Lang) -> str:
    """A note in both languages, as plan files write them (`中文 / English`), in the one that is read."""
    chinese, found, english = note.partition(" / ")
    if not found:
        return note
    return english if lang == "en" else chinese
