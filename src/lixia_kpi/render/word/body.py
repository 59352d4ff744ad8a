"""The blocks of a document as paragraphs and tables of Word, and figures behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.document.model import Heading, Listing, Paragraph
from lixia_kpi.render.style import STATUS_COLOURS
from lixia_kpi.render.word.look import PAGE, TWIPS_PER_MM
from lixia_kpi.render.word.markup import DECLARATION, NAMESPACES, escaped, paragraph, run
from lixia_kpi.render.word.table import table_markup
from lixia_kpi.render.workbook.style import status_colours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.render.document.model import Block, Document, Item
    from lixia_kpi.render.word.figure import Figure
    from lixia_kpi.render.word.look import Paper

_STYLES = {"body": "BodyText", "lead": "Lead", "note": "Note"}
_EMU_PER_TWIP = 635
_LINK_INK = "#0B5CAD"


class Body:
    """Writes `word/document.xml`; `links` are the addresses it refers to, in the order of their numbers."""

    def __init__(self, document: Document, paper: Paper) -> None:
        self._document, self._paper = document, paper
        self.links: list[str] = []

    def markup(self, figures: Sequence[Figure], heading: str) -> str:
        """Write everything: title, facts, blocks, and the figures under a heading of their own."""
        parts = [self._title()]
        parts += [paragraph("Subtitle", run(fact)) for fact in self._document.facts]
        parts += [self._block(block) for block in self._document.blocks]
        if figures:
            parts.append(paragraph("Heading1", run(heading), properties="<w:pageBreakBefore/>"))
            parts += [self._figure(number, figure) for number, figure in enumerate(figures, 1)]
        return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{''.join(parts)}{self._section()}</w:body></w:document>"

    def _title(self) -> str:
        """The title; what stands in Chinese brackets at its end has a line of its own, as is usual."""
        title = self._document.title
        begin = title.rfind("（")
        if begin <= 0 or not title.endswith("）"):
            return paragraph("Title", run(title))
        return paragraph("Title", run(title[:begin]), "<w:r><w:br/></w:r>", run(title[begin:]))

    def _block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return paragraph(f"Heading{block.level - 1}", run(block.text))
        if isinstance(block, Paragraph):
            return paragraph(_STYLES[block.kind], run(block.text))
        if isinstance(block, Listing):
            return "".join(self._item(item) for item in block.items)
        return table_markup(block, self._paper) + paragraph("Note")

    def _item(self, item: Item) -> str:
        """An entry: its label in bold, its sentences behind; an entry without a label is a note."""
        between = "：" if self._document.lang == "zh" else ": "
        ink = status_colours(item.tone)[0] if item.tone in STATUS_COLOURS else ""
        behind = item.text or item.link
        runs = [run(item.label + (between if behind else ""), bold=True, ink=ink)] if item.label else []
        if item.text:
            runs.append(run(item.text))
        if item.link:
            runs += ["<w:r><w:br/></w:r>"] * bool(runs) + [self._link(item.link)]
        return paragraph("ListParagraph" if item.label else "Note", *runs)

    def _link(self, address: str) -> str:
        text = run(address, ink=_LINK_INK)
        if not address.startswith(("http://", "https://")) or set(address) & set(' <>"\\\r\n\t'):
            return text
        if address not in self.links:
            self.links.append(address)
        return f'<w:hyperlink r:id="link{self.links.index(address) + 1}">{text}</w:hyperlink>'

    def _figure(self, number: int, figure: Figure) -> str:
        wide = self._paper.text_width * _EMU_PER_TWIP
        size = f'cx="{wide}" cy="{round(wide / figure.proportion)}"'
        name, told = escaped(figure.caption), escaped(figure.description)
        drawing = (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr id="{number}" name="{name}" descr="{told}"/><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="{number}" name="figure{number}.png" descr="{told}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="figure{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
        return paragraph("Figure", drawing) + paragraph("Caption", run(figure.caption))

    def _section(self) -> str:
        """The page: A4, its margins, its foot; Chinese lines on a grid."""
        top, right, bottom, left = (round(mm * TWIPS_PER_MM) for mm in self._paper.margins)
        foot = round(bottom * 0.7)
        return (
            f'<w:sectPr><w:footerReference w:type="default" r:id="foot"/><w:pgSz w:w="{PAGE[0]}" w:h="{PAGE[1]}"/>'
            f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="851"'
            f' w:footer="{foot}" w:gutter="0"/></w:sectPr>'
        )


def foot_markup() -> str:
    """Write the foot of the pages: the number of the page between dashes."""
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{paragraph('Footer', run('— '), field, run(' —'))}</w:ftr>"
