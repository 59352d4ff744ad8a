"""A document as blocks, whatever it is written in: headings, paragraphs, lists, tables.

Texts are plain: no markup, no escape sequences, no line ends. What a block is (a note, the row of a group, a status)
is said by a code, and each renderer decides how that looks. A Chinese or English sentence is written once, here, and
no renderer adds a word of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang

ParagraphKind = Literal["body", "lead", "note"]
"""`lead` is what must be read first, `note` what explains a table or a figure."""

RowKind = Literal["body", "group", "total"]
"""`group` is the heading of the rows below it and has one cell, `total` sums up the rows of the table."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section: level 2 below the title of the document, 3 below that."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together."""

    text: str
    kind: ParagraphKind = "body"


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list: a label that names it, and sentences about it; either may be empty.

    `tone` is the status whose colour the label has. `link` is an address that belongs to the entry.
    """

    text: str = ""
    label: str = ""
    tone: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Entries without an order of their own."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; numbers go to the right.

    `elastic` columns hold names: they are folded first where there is little room.
    """

    heading: str
    right: bool = False
    elastic: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `tone` is a status, `secondary` or empty."""

    text: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: as many cells as there are columns, one where it is the heading of a group."""

    cells: tuple[Cell, ...]
    kind: RowKind = "body"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings, with what the table is called; an empty caption leaves that to the heading above."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""

    def __post_init__(self) -> None:
        """Refuse a row whose cells do not fit the columns."""
        for row in self.rows:
            expected = 1 if row.kind == "group" else len(self.columns)
            if len(row.cells) != expected:
                raise ValueError(f"{row.kind} row of {len(row.cells)} cells in a table of {len(self.columns)} columns")


Block = Heading | Paragraph | Listing | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A title, the facts under it, and the blocks in reading order."""

    title: str
    facts: tuple[str, ...]
    blocks: tuple[Block, ...]
    lang: Lang
