"""The cells of yearly targets: a column a year, or a row a year with what it brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.annual_text import YEAR_STATUSES
from lixia_kpi.render.numbers import as_published, fixed, signed
from lixia_kpi.render.rows.cells import Cell, Cells

if TYPE_CHECKING:
    from lixia_kpi.tables.gap import GapRow

_MARKS = {"met": "met", "not_met": "off_track", "no_data": "no_data"}
"""The status whose mark and colour a year's result has."""


class AnnualCells(Cells):
    """Makes the cells of yearly targets; what is no yearly figure is as in the gap table."""

    def cell(self, row: GapRow, column: str, *, baseline_as_latest: bool = False) -> Cell:
        """Make one cell; a column named by a year holds what is planned for it."""
        if column == "status":
            return self._result(row)
        value = row.values.get(column)
        if column.isdigit() or column in ("planned", "cumulative"):
            text = fixed(float(value), row.decimals) if isinstance(value, int | float) else ""
        elif column in ("actual", "actual_cumulative"):
            text = as_published(float(value)) if isinstance(value, int | float) else ""
        elif column == "difference":
            text = signed(float(value), self._places(row)) if isinstance(value, int | float) else ""
        else:
            return super().cell(row, column, baseline_as_latest=baseline_as_latest)
        suffix = self.points if column == "difference" and row.values["form"] in ("growth", "change") else ""
        return Cell((self._minus(text) + (suffix or self._suffix(row, "%")),)) if text else self.missing

    def _places(self, row: GapRow) -> int:
        """Decimals of a difference: those of the plan, or of the actual where it has more, two at most."""
        actual = as_published(float(str(row.values["actual"])))
        return min(max(row.decimals, len(actual.partition(".")[2])), 2)

    def _result(self, row: GapRow) -> Cell:
        status = row.values.get("year_status")
        if status is None:
            return self.missing
        like = _MARKS[str(status)]
        return Cell((f"{self.symbols.marks[like]} {YEAR_STATUSES[str(status)][self.lang == 'en']}",), like)
