"""The widths of a table's columns: as wide as the cells where there is room, folded where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.width import pieces, width

if TYPE_CHECKING:
    from lixia_kpi.render.document.model import Table

_ELASTIC_AT_LEAST = 12
_HEADING_AT_LEAST = 6


def column_widths(table: Table, room: int | None, gutter: int) -> tuple[int, ...] | None:
    """Give every column its width in cells.

    Parameters
    ----------
    table
        the table; a group's row spans all columns and counts for none.
    room
        cells of a line; None where there is no limit.
    gutter
        blanks between two columns.

    Returns
    -------
    The widths; None where the columns do not fit even so. Names are folded first, down to 12 cells, then headings, down
    to 6; numbers, statuses and other cells never are.

    Examples
    --------
    >>> from lixia_kpi.render.document.model import Cell, Column, Row, Table
    >>> table = Table((Column("Name", elastic=True), Column("Value", right=True)), (Row((Cell("a" * 30), Cell("1"))),))
    >>> column_widths(table, None, 2), column_widths(table, 25, 2), column_widths(table, 10, 2)
    ((30, 5), (18, 5), None)
    """
    bodies: list[list[str]] = [[""] for _ in table.columns]
    for row in table.rows:
        if row.kind != "group":
            for column, cell in enumerate(row.cells):
                bodies[column].append(cell.text)
    natural, least = [], []
    for shape, texts in zip(table.columns, bodies, strict=True):
        body, heading = max(map(width, texts)), width(shape.heading)
        folded = min(heading, max(_HEADING_AT_LEAST, *(width(piece.rstrip()) for piece in pieces(shape.heading))))
        natural.append(max(body, heading))
        least.append(max(min(body, _ELASTIC_AT_LEAST) if shape.elastic else body, folded))
    if room is None:
        return tuple(natural)
    spare = room - gutter * (len(natural) - 1)
    return None if sum(least) > spare else _shrunk(natural, least, [c.elastic for c in table.columns], spare)


def _shrunk(natural: list[int], least: list[int], elastic: list[bool], spare: int) -> tuple[int, ...]:
    widths = list(natural)
    for turn in (True, False):
        while sum(widths) > spare:
            open_ = [i for i, wide in enumerate(widths) if elastic[i] is turn and wide > least[i]]
            if not open_:
                break
            widest = max(open_, key=lambda i: widths[i])
            widths[widest] -= 1
    return tuple(widths)
