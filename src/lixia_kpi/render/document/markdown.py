"""A document as Markdown: headings, paragraphs, lists and pipe tables that GitHub and pandoc read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.document.model import Heading, Listing, Paragraph
from lixia_kpi.render.markdown import escaped, pipe_table

if TYPE_CHECKING:
    from lixia_kpi.render.document.model import Block, Cell, Document, Item, Row, Table

_BEGINNINGS = ("-", "+", "=")


def render_document_markdown(document: Document) -> str:
    r"""Write a document as Markdown; what the texts contain is never taken for markup.

    Examples
    --------
    >>> from lixia_kpi.render.document.model import Document, Heading, Item, Listing, Paragraph
    >>> blocks = (Heading("1. Counts"), Paragraph("2 * 3"), Listing((Item("92% done", "GDP"),)))
    >>> print(render_document_markdown(Document("Report", ("2021-2025",), blocks, "en")), end="")
    # Report
    <BLANKLINE>
    2021-2025
    <BLANKLINE>
    ## 1. Counts
    <BLANKLINE>
    2 \* 3
    <BLANKLINE>
    - **GDP**: 92% done
    """
    parts = [f"# {escaped(document.title)}\n"]
    if document.facts:
        parts.append("  \n".join(_line(fact) for fact in document.facts) + "\n")
    parts += [_block(block, document) for block in document.blocks]
    return "\n".join(parts)


def _line(text: str) -> str:
    """A text at the beginning of a line, where a dash and digits with a point mean something."""
    safe = escaped(text)
    if safe.startswith(_BEGINNINGS):
        return "\\" + safe
    digits = len(safe) - len(safe.lstrip("0123456789"))
    if digits and safe[digits : digits + 1] in (".", ")"):
        return safe[:digits] + "\\" + safe[digits:]
    return safe


def _block(block: Block, document: Document) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {escaped(block.text)}\n"
    if isinstance(block, Paragraph):
        return _paragraph(block)
    if isinstance(block, Listing):
        return "".join(_item(item, document) for item in block.items)
    return _table(block)


def _paragraph(block: Paragraph) -> str:
    if block.kind == "lead":
        return f"> **{escaped(block.text)}**\n"
    return _line(block.text) + "\n"


def _item(item: Item, document: Document) -> str:
    between = "：" if document.lang == "zh" else ": "
    label = f"**{escaped(item.label)}**" if item.label else ""
    words = label + (between if label and item.text else "") + (escaped(item.text) if label else _line(item.text))
    link = f" <{item.link}>" if _is_address(item.link) else f" {escaped(item.link)}" if item.link else ""
    return f"- {words}{link}\n"


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://")) and not set(text) & set(" <>\\\n\r\t")


def _table(table: Table) -> str:
    headings = [escaped(column.heading) for column in table.columns]
    rows = [_row(row, len(headings)) for row in table.rows]
    caption = f"**{escaped(table.caption)}**\n\n" if table.caption else ""
    return caption + pipe_table(headings, [column.right for column in table.columns], rows)


def _row(row: Row, columns: int) -> list[str]:
    strong = row.kind != "body"
    cells = [_cell(cell, strong=strong) for cell in row.cells]
    return cells + [""] * (columns - len(cells))


def _cell(cell: Cell, *, strong: bool) -> str:
    text = escaped(cell.text)
    return f"**{text}**" if strong and text else text
