"""The rows of `kpi required`: what the plan alone demands, for every target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.assessment.codes import PLAN_NOTES, PLAN_REASONS
from lixia_kpi.tables.columns import REQUIRED, columns
from lixia_kpi.tables.project import SCHEMA_VERSION
from lixia_kpi.tables.table import Table

if TYPE_CHECKING:
    from lixia_kpi.tables.gap import GapRow, GapTable
    from lixia_kpi.tables.table import Value

_WITH_A_RATE = ("every_year_has_no_rate", "target_equals_baseline", "met_at_baseline")
"""Reasons that stand although a required rate can be given."""


def required_table(gap: GapTable) -> Table:
    """Give what each target requires, and why there is no rate for the others.

    Parameters
    ----------
    gap : the rows, every target among them.
    """
    head = {"schema_version": SCHEMA_VERSION, "plan": gap.plan.id}
    return Table("required", columns(REQUIRED), tuple(_row(row) for row in gap.rows), head)


def _row(row: GapRow) -> dict[str, Value]:
    values = {column: row.values[column] for column in REQUIRED}
    rated = values["required_rate"] is not None
    reasons, notes = row.values["reason"], row.values["notes"]
    values["reason"] = tuple(
        r for r in (reasons if isinstance(reasons, tuple) else ()) if r in (_WITH_A_RATE if rated else PLAN_REASONS)
    )
    values["notes"] = tuple(n for n in (notes if isinstance(notes, tuple) else ()) if n in PLAN_NOTES)
    return values
