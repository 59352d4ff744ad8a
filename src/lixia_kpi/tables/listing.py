"""The rows of `kpi list`: the catalogue of targets as the plan prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.tables.columns import LIST, columns
from lixia_kpi.tables.project import SCHEMA_VERSION
from lixia_kpi.tables.table import Table

if TYPE_CHECKING:
    from lixia_kpi.tables.gap import GapRow, GapTable
    from lixia_kpi.tables.table import Value


def list_table(gap: GapTable) -> Table:
    """Give the catalogue, one row a target.

    Parameters
    ----------
    gap : the rows, every target among them.
    """
    head = {"schema_version": SCHEMA_VERSION, "plan": gap.plan.id}
    return Table("list", columns(LIST), tuple(_row(row) for row in gap.rows), head)


def _row(row: GapRow) -> dict[str, Value]:
    known: dict[str, Value] = {**row.values, "heading": row.heading, "dated": row.dated, "doubt": row.doubt}
    return {column: known[column] for column in LIST}
