"""A formula as it stands in a file: its text, its tree and its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.problems import Problem

if TYPE_CHECKING:
    from lixia_kpi.formula.tree import FormulaFault, Node
    from lixia_kpi.problems import Detail, Place


class Formula(NamedTuple):
    """A formula that could be read; `place` is that of its first character."""

    text: str
    tree: Node
    place: Place

    def problem(self, fault: FormulaFault, **details: Detail) -> Problem:
        """Say a fault of this formula with its place in the file."""
        place = self.place._replace(column=self.place.column + fault.column - 1)
        return Problem(fault.code, place, "error", {**details, **fault.details})
