"""The marks and rules of tables and charts, and what stands for them where only ASCII can be written."""

from __future__ import annotations

from typing import NamedTuple


class Symbols(NamedTuple):
    """One set of marks; every one of them takes one cell, comparators and `total` one or more."""

    rule: str
    missing: str
    minus: str
    dash: str
    bullet: str
    ellipsis: str
    at_least: str
    at_most: str
    about: str
    total: str
    filled: str
    unfilled: str
    spark: str
    marks: dict[str, str]


UNICODE = Symbols(
    rule="─",
    missing="–",
    minus="−",
    dash="–",
    bullet="·",
    ellipsis="…",
    at_least="≥",
    at_most="≤",
    about="≈",
    total="Σ",
    filled="█",
    unfilled="░",
    spark="▁▂▃▄▅▆▇█",
    marks={
        "met": "✓",
        "ahead": "▲",
        "on_track": "●",
        "behind": "▽",
        "off_track": "▼",
        "reversing": "✕",
        "pending": "○",
        "undetermined": "?",
        "no_data": "·",
    },
)

ASCII = Symbols(
    rule="-",
    missing="-",
    minus="-",
    dash="-",
    bullet="|",
    ellipsis="..",
    at_least=">=",
    at_most="<=",
    about="~",
    total="S=",
    filled="#",
    unfilled=".",
    spark="",
    marks={
        "met": "*",
        "ahead": "+",
        "on_track": "o",
        "behind": "-",
        "off_track": "!",
        "reversing": "x",
        "pending": ":",
        "undetermined": "?",
        "no_data": ".",
    },
)


def symbols(*, ascii_only: bool) -> Symbols:
    """Give the set of marks for a console."""
    return ASCII if ascii_only else UNICODE
