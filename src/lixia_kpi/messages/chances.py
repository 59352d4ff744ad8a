"""Chances in words, with the bounds they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.projection.likelihood import BOUNDS

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue, Lang

CHANCES: Catalogue = {
    "very_likely": ("很可能", "very likely"),
    "likely": ("较可能", "likely"),
    "open": ("尚不确定", "open"),
    "unlikely": ("不大可能", "unlikely"),
    "very_unlikely": ("很不可能", "very unlikely"),
}
"""Each class of chances by its code."""

_BETWEEN = {"zh": "，", "en": ", "}


def chance_bounds(lang: Lang, *, at_least: str = "≥", at_most: str = "≤") -> str:
    """Say which chances each word stands for, in one line.

    Parameters
    ----------
    lang : of the words.
    at_least, at_most : the signs, for consoles that cannot write the usual ones.

    Examples
    --------
    >>> chance_bounds("en")
    'very likely ≥ 90%, likely ≥ 66%, open 33–66%, unlikely ≤ 33%, very unlikely ≤ 10%'
    """
    (surest, top), (likely, high), (open_, low), (unlikely, least), (never, _) = BOUNDS
    dash = "–" if at_least == "≥" else "-"
    parts = (
        f"{CHANCES[surest][lang == 'en']} {at_least} {top:.0%}",
        f"{CHANCES[likely][lang == 'en']} {at_least} {high:.0%}",
        f"{CHANCES[open_][lang == 'en']} {low * 100:.0f}{dash}{high:.0%}",
        f"{CHANCES[unlikely][lang == 'en']} {at_most} {low:.0%}",
        f"{CHANCES[never][lang == 'en']} {at_most} {least:.0%}",
    )
    return _BETWEEN[lang].join(parts)
