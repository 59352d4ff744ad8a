"""The texts of one kind of fault."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """What is wrong, with placeholders for the details, and what to do; each in Chinese and in English."""

    sentence: tuple[str, str]
    remedy: tuple[str, str]


Entries = dict[str, Entry]
