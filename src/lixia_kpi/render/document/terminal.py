"""A document in the terminal: wrapped to its width, statuses coloured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.document.columns import column_widths
from lixia_kpi.render.document.model import Heading, Listing, Paragraph
from lixia_kpi.render.style import Style
from lixia_kpi.render.symbols import symbols
from lixia_kpi.render.width import left, right, width, wrap

if TYPE_CHECKING:
    from lixia_kpi.render.document.model import Block, Cell, Document, Item, Row, Table
    from lixia_kpi.render.symbols import Symbols

_WIDEST_TEXT = 100
_NARROWEST = 40
_GUTTERS = (2, 1)


def render_document_terminal(document: Document, *, width: int | None, color: bool, ascii_only: bool) -> str:
    """Write a document for a terminal.

    Parameters
    ----------
    document
        what is written.
    width
        columns of the terminal; None where the output is piped: tables as wide as they are, text in 100 columns.
        Under 40 columns the document is that of 40.
    color, ascii_only
        as for the gap table.

    Returns
    -------
    The text, ending in a line end. Only an address is ever wider than `width`.
    """
    writer = _Writer(width, Style(color=color), symbols(ascii_only=ascii_only))
    lines = writer.title(document)
    for block in document.blocks:
        lines += ["", *writer.block(block)]
    return "\n".join(lines) + "\n"


class _Writer:
    def __init__(self, room: int | None, style: Style, marks: Symbols) -> None:
        self.room = None if room is None else max(room, _NARROWEST)
        self.text_room = min(self.room or _WIDEST_TEXT, _WIDEST_TEXT)
        self.style, self.marks = style, marks

    def title(self, document: Document) -> list[str]:
        """The title and the facts under it."""
        facts = [line for fact in document.facts for line in wrap(fact, self.text_room)]
        return [*map(self.style.bold, wrap(document.title, self.text_room)), *map(self.style.secondary, facts)]

    def block(self, block: Block) -> list[str]:
        """The lines of a block."""
        if isinstance(block, Heading):
            return [self.style.bold(line) for line in wrap(block.text, self.text_room)]
        if isinstance(block, Paragraph):
            return self.paragraph(block)
        if isinstance(block, Listing):
            return [line for item in block.items for line in self.item(item)]
        return self.table(block)

    def paragraph(self, block: Paragraph) -> list[str]:
        """A paragraph; what must be read first stands behind a bar."""
        if block.kind == "lead":
            bar = "| " if self.marks.bullet == "|" else "┃ "
            return [self.style.bold(bar + line) for line in wrap(block.text, self.text_room - 2)]
        lines = wrap(block.text, self.text_room)
        return [self.style.secondary(line) for line in lines] if block.kind == "note" else lines

    def item(self, item: Item) -> list[str]:
        """An entry: its label on lines of its own, its sentences below; an address is never broken."""
        room = self.text_room - 2
        lines = [self._toned(line, item.tone) for line in wrap(item.label, room)] if item.label else []
        if item.text:
            lines += [("  " if lines else "") + line for line in wrap(item.text, room - 2 * bool(lines))]
        if item.link:
            lines.append(("  " if lines else "") + self.style.secondary(item.link))
        return [("- " if i == 0 else "  ") + line for i, line in enumerate(lines)]

    def table(self, table: Table) -> list[str]:
        """A table in columns; as entries one below the other where the columns do not fit."""
        fitting = ((column_widths(table, self.room, gutter), gutter) for gutter in _GUTTERS)
        widths, gutter = next(((found, cells) for found, cells in fitting if found), (None, 0))
        if widths is None:
            return self._stacked(table)
        total = sum(widths) + gutter * (len(widths) - 1)
        rule = self.style.secondary(self.marks.rule * total)
        lines = [self.style.bold(line) for line in wrap(table.caption, self.text_room)] if table.caption else []
        headings = [wrap(column.heading, cells) for column, cells in zip(table.columns, widths, strict=True)]
        lines += [*self._cell_lines(headings, [""] * len(widths), table, widths, gutter), rule]
        for row in table.rows:
            if row.kind == "group":
                lines += [self.style.bold(line) for line in wrap(row.cells[0].text, total)]
            else:
                lines += self._row(row, table, widths, gutter)
        return [*lines, rule]

    def _row(self, row: Row, table: Table, widths: tuple[int, ...], gutter: int) -> list[str]:
        folded = [wrap(cell.text, cells) for cell, cells in zip(row.cells, widths, strict=True)]
        tones = ["strong" if row.kind == "total" and not cell.tone else cell.tone for cell in row.cells]
        return self._cell_lines(folded, tones, table, widths, gutter)

    def _cell_lines(
        self, folded: list[list[str]], tones: list[str], table: Table, widths: tuple[int, ...], gutter: int
    ) -> list[str]:
        written = []
        for i in range(max(map(len, folded))):
            parts = []
            for texts, tone, column, cells in zip(folded, tones, table.columns, widths, strict=True):
                text = texts[i] if i < len(texts) else ""
                padded = right(text, cells) if column.right else left(text, cells)
                parts.append(padded.replace(text, self._toned(text, tone), 1) if text and tone else padded)
            written.append((" " * gutter).join(parts).rstrip())
        return written

    def _stacked(self, table: Table) -> list[str]:
        """Each row as an entry: the first cell, and below it every other one with its heading."""
        lines = []
        for row in table.rows:
            if row.kind == "group":
                lines += [self.style.bold(line) for line in wrap(row.cells[0].text, self.text_room)]
                continue
            lines += wrap(row.cells[0].text, self.text_room)
            for column, cell in zip(table.columns[1:], row.cells[1:], strict=True):
                lines += self._fact(column.heading, cell)
        return lines

    def _fact(self, heading: str, cell: Cell) -> list[str]:
        label = f"  {heading} "
        texts = wrap(cell.text, max(self.text_room - width(label), 10))
        first = [self.style.secondary(label) + self._toned(texts[0], cell.tone)]
        return first + [" " * width(label) + self._toned(text, cell.tone) for text in texts[1:]]

    def _toned(self, text: str, tone: str) -> str:
        if tone in ("", "strong"):
            return self.style.bold(text) if tone else text
        return self.style.secondary(text) if tone == "secondary" else self.style.status(tone, text)
