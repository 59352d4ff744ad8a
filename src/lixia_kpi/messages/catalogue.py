"""A catalogue: each code with its text in Chinese and in English."""

from __future__ import annotations

from typing import Literal

Lang = Literal["zh", "en"]
Text = tuple[str, str]
Catalogue = dict[str, Text]
Detail = str | int | float


def say(catalogue: Catalogue, code: str, lang: Lang, /, **details: Detail) -> str:
    """Give the text of a code in a language, its placeholders filled.

    Raises KeyError for an unknown code and for a placeholder without a detail.

    >>> say({"left": ("余 {n} 项", "{n} left")}, "left", "en", n=3)
    '3 left'
    """
    text = catalogue[code][lang == "en"]
    return text.format_map(details) if "{" in text else text
