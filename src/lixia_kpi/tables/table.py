"""A table of results: columns that are defined once, rows of plain values.

Every format and the documentation are generated from the columns; a renderer knows nothing else of a machine table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pandas import DataFrame

Kind = Literal["text", "code", "codes", "integer", "number", "flag"]
"""text is free text; code a name from a fixed list; codes several of them; flag true or false."""

Value = str | int | float | bool | tuple[str, ...] | None
"""What a cell holds: `codes` hold a tuple, every other kind one value, None where there is none (never NaN)."""


class Column(NamedTuple):
    """One column of an outward table: its id in every machine format, its kind and its unit.

    `unit` is `""` where the unit stands in another column of the row or the column has none; `%/year`, `fraction`,
    `year`, `percent`, `unit` (the indicator's own) and so on elsewhere.
    """

    id: str
    kind: Kind
    unit: str = ""


class Table(NamedTuple):
    """Rows under columns; `head` holds what the whole table has in common (plan, as_of, rule, method, cuts)."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, Value], ...]
    head: Mapping[str, object]

    def select(self, ids: tuple[str, ...]) -> Table:
        """The same rows with these columns only, in this order; KeyError names the first unknown id."""
        by_id = {column.id: column for column in self.columns}
        return Table(self.name, tuple(by_id[i] for i in ids), self.rows, self.head)

    def to_frame(self) -> DataFrame:
        """Give the rows as a pandas DataFrame: missing cells are NA, several codes are joined by `;`.

        Returns
        -------
        pandas.DataFrame
            One column a column, in the same order; whole numbers as `Int64`, flags as `boolean`.

        Examples
        --------
        >>> table = Table("t", (Column("year", "integer"),), ({"year": 2021}, {"year": None}), {})
        >>> int(table.to_frame()["year"].sum())
        2021
        """
        import pandas as pd

        dtypes = {"integer": "Int64", "flag": "boolean", "number": "float64"}
        data = {
            column.id: pd.Series([_cell(row[column.id]) for row in self.rows], dtype=dtypes.get(column.kind, "string"))
            for column in self.columns
        }
        return pd.DataFrame(data)


def _cell(value: Value) -> str | int | float | bool | None:
    """Give a cell as one plain value."""
    return ";".join(value) if isinstance(value, tuple) else value
