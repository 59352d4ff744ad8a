"""Markdown read back by a parser of its own: the cells of its tables, and what a site would make a link of."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt


@cache
def parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def inert(inline) -> str:
    """Give the text of an inline token; no link, picture, element, code or emphasis in it."""
    parts = []
    for token in inline.children or ():
        if token.type == "softbreak":
            parts.append(" ")
        elif token.type == "html_inline":
            assert token.content == "<!-- -->"
        elif token.type in ("strong_open", "strong_close"):
            assert token.markup == "**"
        else:
            assert token.type in ("text", "text_special"), token
            parts.append(token.content)
    return "".join(parts)


def cells_of(text: str) -> list[list[str]]:
    """Read the rows of all pipe tables, the headings included."""
    found: list[list[str]] = []
    tokens = parser().parse(text)
    for before, token in pairwise(tokens):
        assert token.type not in ("html_block", "code_block", "fence"), token
        if before.type == "tr_open":
            found.append([])
        if before.type in ("td_open", "th_open"):
            found[-1].append(inert(token))
    return found


def linkable(text: str) -> list[str]:
    """Find what a code hosting site would link: bare addresses, mentions, references."""
    return re.findall(r"(?<![\w<])(?:https?://|www\.)|@[a-z]|(?<![\w&])#\d|(?<!\w)[!~%]\d", text)
