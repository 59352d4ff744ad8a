"""JSON Lines: one row a line, nothing around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.json import row_object

if TYPE_CHECKING:
    from lixia_kpi.tables.table import Table


def render_jsonl(table: Table) -> str:
    r"""Write each row of a table as one JSON object on a line of its own.

    Examples
    --------
    >>> from lixia_kpi.tables.table import Column, Table
    >>> render_jsonl(Table("t", (Column("target", "number"),), ({"target": None},), {}))
    '{"target": null}\n'
    """
    return "".join(row_object(row, table.columns) + "\n" for row in table.rows)
