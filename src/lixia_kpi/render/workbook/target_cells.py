"""The cells that the formulas of one target name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.workbook.comparison import holds

if TYPE_CHECKING:
    from lixia_kpi.render.workbook.layout import Layout


class TargetCells:
    """The cells of one target, and what decides how they follow from each other."""

    def __init__(self, layout: Layout, row: int) -> None:
        cases, case = layout.report.evaluation.cases, layout.report.cases[row]
        self.layout = layout
        self.row = row
        self.form = str(cases.form[case])
        self.path = str(cases.path[case])
        self.op = str(cases.op[case])
        self.from_levels = bool(cases.from_levels[case])
        self.changes = bool(cases.yearly_change[case])
        self.flows = self.path == "sum" and not bool(cases.cumulative[case])
        self.base_year, self.due_year = int(cases.base_year[case]), int(cases.due_year[case])
        self.upward = str(cases.direction[case]) == "up"

    def gap(self, column: str, *, inside: str = "gap") -> str:
        """Name a cell of the target's row of the gap table, as seen from a sheet."""
        return self.layout.gap(self.row, column).seen_from(self.layout.names[inside])

    def work(self, column: str, *, inside: str = "gap") -> str:
        """Name a cell of the target's row of the workings, as seen from a sheet."""
        return self.layout.workings(self.row, column).seen_from(self.layout.names[inside])

    def values(self) -> str:
        """Name the values of the years that count."""
        return str(self.layout.values(self.row, self.base_year + 1, self.due_year))

    def holds(self, value: str, *, inside: str, rounded: bool = True) -> str:
        """Write whether a value, an expression or a row of values satisfies the target."""
        sign, tolerance, decimals = (self.work(c, inside=inside) for c in ("sign", "tolerance", "decimals"))
        target = self.gap("target", inside=inside)
        return holds(value, self.op, target, sign=sign, tolerance=tolerance, decimals=decimals, rounded=rounded)
