"""A table on paper: as wide as the text, its headings on every page, no row broken over two pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.document.columns import column_widths
from lixia_kpi.render.style import STATUS_COLOURS
from lixia_kpi.render.word.markup import paragraph, run
from lixia_kpi.render.workbook.style import GREY_INK, status_colours

if TYPE_CHECKING:
    from lixia_kpi.render.document.model import Cell, Row, Table
    from lixia_kpi.render.word.look import Paper

_PADDING = 120
"""Twips left and right of a cell's text together."""
_SLACK = 1.6
"""Cells added to each column: digits of a font that stands in may be wider than half the size of the text."""
_NARROW_NAME = 2400
"""By how much a column of names may at least grow, where there is room; narrow tables stay narrow."""
_HEAD_FILL, _GROUP_FILL = "E7EDF3", "F3F5F7"


def table_markup(table: Table, paper: Paper) -> str:
    """Write a table with its caption above."""
    widths = _widths(table, paper)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "".join(
        _cell(paragraph("TableHeading", run(column.heading)), width, fill=_HEAD_FILL)
        for column, width in zip(table.columns, widths, strict=True)
    )
    rows = "".join(_row(row, table, widths) for row in table.rows)
    caption = paragraph("Caption", run(table.caption), properties="<w:keepNext/>") if table.caption else ""
    return (
        f'{caption}<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"
    )


def _row(row: Row, table: Table, widths: list[int]) -> str:
    if row.kind == "group":
        text = paragraph("TableText", run(row.cells[0].text, bold=True), properties="<w:keepNext/>")
        cells = _cell(text, sum(widths), span=len(widths), fill=_GROUP_FILL)
    else:
        cells = "".join(
            _cell(_text(cell, right=column.right, bold=row.kind == "total"), width)
            for cell, column, width in zip(row.cells, table.columns, widths, strict=True)
        )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _text(cell: Cell, *, right: bool, bold: bool) -> str:
    ink = status_colours(cell.tone)[0] if cell.tone in STATUS_COLOURS else GREY_INK if cell.tone else ""
    place = '<w:jc w:val="right"/>' if right else ""
    return paragraph("TableText", run(cell.text, bold=bold, ink=ink), properties=place)


def _cell(text: str, width: int, *, span: int = 1, fill: str = "") -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    filled = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{filled}<w:vAlign w:val="center"/></w:tcPr>'
        f"{text}</w:tc>"
    )


def _widths(table: Table, paper: Paper) -> list[int]:
    """Share the width of the text among the columns: what their cells need, and the rest to the columns of names."""
    cell = paper.table.size * 10
    beside = round(_SLACK * cell) + _PADDING
    found = column_widths(table, int((paper.text_width - beside * len(table.columns)) / cell), 0)
    cells = list(found) if found else [1] * len(table.columns)
    widths = [round(count * cell) + beside for count in cells]
    scale = min(1.0, paper.text_width / sum(widths))
    widths = [int(width * scale) for width in widths]
    each = min((paper.text_width - sum(widths)) // len(widths), round(_SLACK * cell))
    widths = [width + each for width in widths]
    names = [i for i, column in enumerate(table.columns) if column.elastic] or [0]
    widths[names[0]] += min(paper.text_width - sum(widths), max(widths[names[0]], _NARROW_NAME))
    return widths
