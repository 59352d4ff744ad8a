"""JSON: one object, the head of the table and its rows, one row a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lixia_kpi.render.plain import json_value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lixia_kpi.tables.table import Column, Table, Value


def dump(value: object) -> str:
    """Write a value as compact JSON in UTF-8 characters; ValueError for NaN and infinity."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def row_object(row: Mapping[str, Value], columns: Sequence[Column]) -> str:
    """Write one row as a JSON object on one line, its keys in the order of the columns."""
    return dump({column.id: json_value(row.get(column.id)) for column in columns})


def render_json(table: Table) -> str:
    """Write a table as one JSON object: the keys of its head, then `rows`.

    Examples
    --------
    >>> from lixia_kpi.tables.table import Column, Table
    >>> print(render_json(Table("t", (Column("target", "number"),), ({"target": 2500.0},), {"as_of": 2023})), end="")
    {
      "as_of": 2023,
      "rows": [
        {"target": 2500}
      ]
    }
    """
    lines = [f"  {dump(key)}: {dump(value)}," for key, value in table.head.items()]
    rows = ",\n".join("    " + row_object(row, table.columns) for row in table.rows)
    lines.append('  "rows": [\n' + rows + "\n  ]" if rows else '  "rows": []')
    return "{\n" + "\n".join(lines) + "\n}\n"
