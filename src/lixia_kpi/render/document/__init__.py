"""Documents for people: one model of blocks, and a renderer for each form it is written in."""

from lixia_kpi.render.document.markdown import render_document_markdown
from lixia_kpi.render.document.model import Cell, Column, Document, Heading, Item, Listing, Paragraph, Row, Table
from lixia_kpi.render.document.terminal import render_document_terminal

__all__ = [
    "Cell", "Column", "Document", "Heading", "Item", "Listing", "Paragraph", "Row", "Table",
    "render_document_markdown", "render_document_terminal",
]  # fmt: skip
