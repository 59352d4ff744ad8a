"""Markdown: a pipe table, as GitHub, pandoc and most editors read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.plain import plain_cell

if TYPE_CHECKING:
    from lixia_kpi.tables.table import Table

_ESCAPES = str.maketrans(
    {"\\": "\\\\", "|": "\\|", "<": "&lt;", ">": "&gt;", "\n": " ", "\r": " ", "*": "\\*", "`": "\\`", "~": "\\~"}
)
_PUNCTUATION = frozenset("\\`*_[]<#!|~:&$")


def markdown_cell(text: str) -> str:
    """Escape what would end a cell or start markup."""
    return text.translate(_ESCAPES)


def plain_text(text: str) -> str:
    r"""Escape free text so that nothing in it is markup, a link, a mention or a reference on a code hosting site.

    >>> plain_text("[x](http://a) @all #1")
    '\\[x\\](http\\://a) @<!-- -->all \\#<!-- -->1'
    """
    escaped = "".join(f"\\{c}" if c in _PUNCTUATION else c for c in text.replace("\n", " ").replace("\r", " "))
    return escaped.replace("@", "@<!-- -->").replace("\\#", "\\#<!-- -->").replace("www", "ww<!-- -->w")


def pipe_table(headings: list[str], right: list[bool], rows: list[list[str]]) -> str:
    """Lay out escaped cells as a pipe table; `right` marks the columns that are aligned to the right."""
    rule = ["---:" if r else "---" for r in right]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in [headings, rule, *rows])


def render_markdown(table: Table) -> str:
    """Write a table as a Markdown pipe table, columns named by their ids, numbers to the right.

    Examples
    --------
    >>> from lixia_kpi.tables.table import Column, Table
    >>> columns = (Column("id", "code"), Column("target", "number"))
    >>> print(render_markdown(Table("t", columns, ({"id": "gdp", "target": 2500.0},), {})), end="")
    | id | target |
    | --- | ---: |
    | gdp | 2500 |
    """
    right = [column.kind in ("integer", "number") for column in table.columns]
    rows = [[markdown_cell(plain_cell(row.get(c.id))) for c in table.columns] for row in table.rows]
    return pipe_table([column.id for column in table.columns], right, rows)
