"""CSV and TSV.

CSV follows RFC 4180: comma, CRLF, double quotes where a cell needs them. TSV has tab and LF, with the same quotes.
Free text that a spreadsheet would take for a formula is neutralised by an apostrophe; codes, ids and numbers are
never touched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.plain import plain_cell

if TYPE_CHECKING:
    from lixia_kpi.tables.table import Table

BYTE_ORDER_MARK = "\ufeff"
_FORMULA_STARTS = frozenset("=+-@")


def neutralised(text: str) -> str:
    """Put an apostrophe before free text that begins with `= + - @` or a control character.

    >>> neutralised("=1+1"), neutralised("亿元")
    ("'=1+1", '亿元')
    """
    if text and (text[0] in _FORMULA_STARTS or text[0] < " " or "\x7f" <= text[0] < "\xa0"):
        return "'" + text
    return text


def quoted(cell: str, delimiter: str) -> str:
    """Put a cell in quotes where it would not be read back as it is without them."""
    if '"' in cell or delimiter in cell or "\n" in cell or "\r" in cell or cell != cell.strip():
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _delimited(table: Table, delimiter: str, line_end: str) -> str:
    is_text = [column.kind == "text" for column in table.columns]
    ids = [column.id for column in table.columns]
    lines = [delimiter.join(quoted(i, delimiter) for i in ids)]
    for row in table.rows:
        cells = [plain_cell(row.get(i)) for i in ids]
        cells = [neutralised(c) if free else c for c, free in zip(cells, is_text, strict=True)]
        line = delimiter.join(quoted(c, delimiter) for c in cells)
        lines.append(line or '""')  # a single empty cell is not an empty line
    return line_end.join(lines) + line_end


def render_csv(table: Table, *, excel: bool = False) -> str:
    r"""Write a table as CSV (RFC 4180).

    Parameters
    ----------
    table
        any table.
    excel
        begin with a byte order mark, which makes spreadsheets read UTF-8.

    Examples
    --------
    >>> from lixia_kpi.tables.table import Column, Table
    >>> columns = (Column("id", "code"), Column("unit", "text"), Column("target", "number"))
    >>> render_csv(Table("t", columns, ({"id": "gdp", "unit": "=1", "target": 2500.0},), {}))
    "id,unit,target\r\ngdp,'=1,2500\r\n"
    """
    return (BYTE_ORDER_MARK if excel else "") + _delimited(table, ",", "\r\n")


def render_tsv(table: Table, *, excel: bool = False) -> str:
    """Write a table as tab-separated text with LF line ends; `excel` as in `render_csv`."""
    return (BYTE_ORDER_MARK if excel else "") + _delimited(table, "\t", "\n")
