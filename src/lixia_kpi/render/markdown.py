"""Markdown: a pipe table, as GitHub, pandoc and most editors read it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lixia_kpi.render.plain import plain_cell
from lixia_kpi.text.invisible import on_one_line

if TYPE_CHECKING:
    from lixia_kpi.tables.table import Table, Value

_SIGNS = str.maketrans({
    **{sign: f"\\{sign}" for sign in "\\`*[]|~$#^"}, "<": "&lt;", ">": "&gt;",
})  # fmt: skip
_CODE = str.maketrans({"\\": "\\\\", "|": "\\|", "<": "&lt;", ">": "&gt;", "*": "\\*", "`": "\\`", "~": "\\~"})
_ENTITY = re.compile(r"&(?=#?\w+;)")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_PARTED = re.compile(
    r":(?=//)|:(?=[a-z+][\w+-]*:)|\b(?:mailto|xmpp):|www(?=\.)|@(?=[^\W_])|gh-(?=\d)"
    r'|\\[#~$](?=[\w"])|(?<!\w)[!&](?=\d)|(?<!\w)%(?=[\w"])',
    re.IGNORECASE,
)
"""Where a code hosting site, or a reader that links bare addresses, would see an address, a mention or a reference."""
_PART = "<!-- -->"


def escaped(text: str) -> str:
    r"""Write free text on one line so that nothing in it is markup, a link, a mention or a reference.

    Only what means something where it stands is escaped, so that ordinary text stays as it is.

    >>> escaped("R&D_share: a|b <c> *d* &amp; [x](http://a) @all #1")
    'R&D_share: a\\|b &lt;c&gt; \\*d\\* &amp;amp; \\[x\\](http:<!-- -->//a) @<!-- -->all \\#<!-- -->1'
    """
    plain = _UNDERSCORE.sub(r"\\_", _ENTITY.sub("&amp;", on_one_line(text)).translate(_SIGNS))
    return _PARTED.sub(lambda found: found[0] + _PART, plain)


def _cell(value: Value, *, free: bool) -> str:
    """Escape a cell; codes, ids and numbers are plain but for the signs of comparators."""
    text = plain_cell(value)
    return escaped(text) if free else text.translate(_CODE)


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
    rows = [[_cell(row.get(c.id), free=c.kind == "text") for c in table.columns] for row in table.rows]
    return pipe_table([column.id for column in table.columns], right, rows)
