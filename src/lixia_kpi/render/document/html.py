"""A document as parts of a web page: a section for each heading, tables that scroll on their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.render.document.model import Heading, Listing, Paragraph
from lixia_kpi.render.markup import NOTHING, Html, element, is_web_address, join

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.render.document.model import Block, Cell, Column, Document, Item, Row, Table


class Section(NamedTuple):
    """A part of a document: the id of its element, its heading, the blocks below; no heading for what comes first."""

    id: str
    heading: str
    blocks: tuple[Block, ...]


def sections(document: Document) -> tuple[Section, ...]:
    """Cut a document at its headings of level 2; what stands before the first is a section without a heading.

    >>> from lixia_kpi.render.document.model import Document
    >>> document = Document("T", (), (Paragraph("first"), Heading("1. Counts"), Paragraph("two")), "en")
    >>> [(section.id, section.heading, len(section.blocks)) for section in sections(document)]
    [('s0', '', 1), ('s1', '1. Counts', 1)]
    """
    found: list[tuple[str, list[Block]]] = [("", [])]
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            found.append((block.text, []))
        else:
            found[-1][1].append(block)
    return tuple(Section(f"s{number}", heading, tuple(blocks)) for number, (heading, blocks) in enumerate(found))


def section_html(section: Section) -> Html:
    """Write a section with its heading.

    >>> section_html(Section("s1", "1. Counts", (Paragraph("2 < 3"),)))
    '<section id="s1" aria-labelledby="s1-h"><h2 id="s1-h">1. Counts</h2><p>2 &lt; 3</p></section>'
    """
    title = f"{section.id}-h"
    return element(
        "section", element("h2", section.heading, id=title), blocks_html(section.blocks, named=section.heading),
        id=section.id, aria_labelledby=title,
    )  # fmt: skip


def blocks_html(blocks: Iterable[Block], *, named: str = "") -> Html:
    """Write blocks; `named` says what tables without a caption are about."""
    return join(_block(block, named) for block in blocks)


def scrolling(table: Html, *, label: str) -> Html:
    """Put a table into a place that scrolls on its own and that the keyboard reaches; a group, for a page has many."""
    return element("div", table, class_="scroll", role="group", tabindex="0", aria_label=label)


def _block(block: Block, named: str) -> Html:
    if isinstance(block, Heading):
        return element(f"h{min(block.level, 6)}", block.text)
    if isinstance(block, Paragraph):
        return element("p", block.text, class_=None if block.kind == "body" else block.kind)
    if isinstance(block, Listing):
        return element("ul", *map(_item, block.items), class_="entries")
    return _table(block, named)


def _item(item: Item) -> Html:
    tone = f"label st-{item.tone}" if item.tone else "label"
    label = element("span", item.label, class_=tone) if item.label else NOTHING
    words = element("span", item.text, class_="said") if item.text else NOTHING
    return element("li", label, " " if item.label and item.text else "", words, source_link(item.link))


def source_link(address: str) -> Html:
    """Link to an address of the web; any other source is a text."""
    if not address:
        return NOTHING
    if not is_web_address(address):
        return element("span", " ", address, class_="source")
    return join((" ", element("a", address, href=address, class_="source", rel="noopener noreferrer")))


def _table(table: Table, named: str) -> Html:
    columns = table.columns
    caption = element("caption", table.caption or named, class_=None if table.caption else "sr")
    head = element("thead", element("tr", *(_heading(column) for column in columns)))
    bodies: list[list[Html]] = [[]]
    for row in table.rows:
        if row.kind == "group":
            bodies.append([])
            bodies[-1].append(
                element("tr", element("th", row.cells[0].text, scope="rowgroup", colspan=len(columns)), class_="group")
            )
        else:
            bodies[-1].append(_row(row, columns))
    written = (element("tbody", *rows) for rows in bodies if rows)
    return scrolling(element("table", caption, head, *written), label=table.caption or named)


def _heading(column: Column) -> Html:
    return element("th", column.heading, scope="col", class_="n" if column.right else None)


def _row(row: Row, columns: tuple[Column, ...]) -> Html:
    first, *rest = zip(row.cells, columns, strict=True)
    cells = [element("th", first[0].text, scope="row", class_=_class(*first))]
    cells += [element("td", cell.text, class_=_class(cell, column)) for cell, column in rest]
    return element("tr", *cells, class_="total" if row.kind == "total" else None)


def _class(cell: Cell, column: Column) -> str | None:
    tone = "dim" if cell.tone == "secondary" else f"st-{cell.tone}" if cell.tone else ""
    return " ".join(filter(None, ("n" if column.right else "", tone))) or None
