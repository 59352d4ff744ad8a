"""The gap table as it is handed to a renderer: the rows of `kpi project` and what a reader needs around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.problems import Place
    from lixia_kpi.tables.table import Value


class GapRow(NamedTuple):
    """One target: `values` by column id (the columns of `kpi project`), and what only a person's table shows.

    `trend` holds the comparable yearly values, baseline included, as (year, value) in the indicator's unit. `done` is
    the sum so far of a total (None where it is incomplete). `decimals` are the decimals the plan prints. `place` is
    where the target stands, `observed` where the latest published figure does (None where it is in no file of actuals).
    `change` is the unit (`%`, `points`) of a latest value that is a yearly change and not in the indicator's unit.
    """

    values: Mapping[str, Value]
    trend: tuple[tuple[int, float], ...]
    done: float | None
    decimals: int
    dated: bool
    doubt: str | None
    heading: str | None
    place: Place
    observed: Place | None = None
    change: str = ""


class GapTable(NamedTuple):
    """Everything the gap table says.

    `as_of` is the option, else the latest year used (None where nothing is observed); `left_out` counts the targets
    that are not among the rows by why they are not: `baseline_only`, `target_only`, `filtered`.
    """

    plan: PlanInfo
    rows: tuple[GapRow, ...]
    as_of: int | None
    rule: str
    method: str
    interval: int
    left_out: Mapping[str, int]

    @property
    def elapsed(self) -> float | None:
        """Share of the plan's period that is gone at the end of the year the data reach; None without data."""
        if self.as_of is None:
            return None
        gone = (self.as_of - self.plan.baseline_year) / (self.plan.end - self.plan.baseline_year)
        return min(max(gone, 0.0), 1.0)

    def counts(self) -> dict[str, int]:
        """How many rows have each status, in the order the statuses are first met in the rows."""
        found: dict[str, int] = {}
        for row in self.rows:
            status = str(row.values["status"])
            found[status] = found.get(status, 0) + 1
        return found
