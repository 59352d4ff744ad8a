"""The units of a formula settled: every operand put into the unit of its neighbour, the result into the one wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.formula.quantity import (
    BARE,
    Quantity,
    counting_factor,
    factor_to,
    is_percentage,
    product,
    quantity_of,
    shown_dimension,
)
from lixia_kpi.formula.tree import FormulaFault, Negation, Node, Number, Operation, Reference, Scaled
from lixia_kpi.text.nearest import nearest
from lixia_kpi.units.unit import Factor

if TYPE_CHECKING:
    from collections.abc import Mapping

_SAME = Factor()
_CERTAIN = (0.0, 1.0)
"""Bare numbers that mean the same beside a percentage whether read as shares or not at all."""
_HUNDREDFOLD = (100.0, 1000.0)


class _FaultError(Exception):
    """The units do not go together."""

    def __init__(self, fault: FormulaFault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def settle(node: Node, units: Mapping[str, str], *, unit: str | None = None) -> tuple[Node, Quantity] | FormulaFault:
    """Settle the units of a formula.

    Parameters
    ----------
    node
        the tree as written.
    units
        the unit of every indicator that may be named, by id.
    unit
        the unit of the result; None where it is left to the operands.

    Returns
    -------
    tuple or FormulaFault
        the tree with every change of unit put in, and what it measures; else the first fault: `formula_unknown_id`,
        `formula_units_differ`, `formula_bare_number`, `formula_bare_percent`, `formula_hundredfold`.

    Examples
    --------
    >>> from lixia_kpi.formula.parse import parse_formula
    >>> units = {"gdp": "亿元", "population": "万人"}
    >>> settle(parse_formula("gdp / population"), units, unit="元")[0].factor
    Factor(numerator=10000, denominator=1)
    >>> settle(parse_formula("gdp + population"), units).code
    'formula_units_differ'
    """
    try:
        settled, found = _settled(node, units)
        if unit is None:
            return settled, found
        wanted = quantity_of(unit)
        if is_percentage(wanted) and not found.powers and (column := _hundredfold(node)):
            raise _FaultError(FormulaFault("formula_hundredfold", column, {"unit": unit}))
        counting = counting_factor(found, wanted)
        if counting is not None:
            return (settled if counting == _SAME else Scaled(settled, counting, node.column)), wanted
        settled, _ = _in_unit(settled, found, wanted, node.column)
    except _FaultError as stop:
        return stop.fault
    return settled, wanted


def settle_pair(
    left: tuple[Node, Quantity], right: tuple[Node, Quantity]
) -> tuple[Node, Node, Quantity] | FormulaFault:
    """Put two settled formulas into one unit: that of an indicator that stands alone, else that of the first.

    Parameters
    ----------
    left, right
        the two sides of a relation, as `settle` gives them.

    Returns
    -------
    tuple or FormulaFault
        both trees and what they measure.
    """
    (one, measure), (other, measure_of_other) = left, right
    try:
        if not measure.unit and (measure_of_other.unit or measure.bare):
            settled, found = _in_unit(one, measure, measure_of_other, one.column)
            return settled, other, found
        settled, found = _in_unit(other, measure_of_other, measure, other.column)
    except _FaultError as stop:
        return stop.fault
    return one, settled, found


def _settled(node: Node, units: Mapping[str, str]) -> tuple[Node, Quantity]:
    if isinstance(node, Number):
        return node, Quantity((), 1, 100, unit="%") if node.percent else BARE
    if isinstance(node, Reference):
        unit = units.get(node.id)
        if unit is None:
            details = {"found": node.id[:60], "nearest": nearest(node.id, units) or ""}
            raise _FaultError(FormulaFault("formula_unknown_id", node.column, details))
        return node, quantity_of(unit)
    if isinstance(node, Operation):
        return _settled_operation(node, units)
    operand, found = _settled(node.operand, units)
    return Negation(operand, node.column), found


def _settled_operation(node: Operation, units: Mapping[str, str]) -> tuple[Node, Quantity]:
    left, one = _settled(node.left, units)
    right, other = _settled(node.right, units)
    if node.sign in "*/":
        return node._replace(left=left, right=right), product(one, other, divided=node.sign == "/")
    if one.bare and not other.bare:
        left, one = _in_unit(left, one, other, node.left.column)
    else:
        right, _ = _in_unit(right, other, one, node.right.column)
    return node._replace(left=left, right=right), one


def _in_unit(node: Node, found: Quantity, wanted: Quantity, column: int) -> tuple[Node, Quantity]:
    """A settled node in the unit wanted; a bare number takes the unit of an indicator beside it."""
    if found.bare and not wanted.bare:
        if is_percentage(wanted) and not (isinstance(node, Number) and node.value in _CERTAIN):
            raise _FaultError(FormulaFault("formula_bare_percent", column, {"unit": wanted.unit or "%"}))
        if wanted.powers:
            if not wanted.unit:
                details = {"unit": shown_dimension(wanted)}
                raise _FaultError(FormulaFault("formula_bare_number", column, details))
            return node, wanted
    factor = factor_to(found, wanted)
    if factor is None:
        details = {"found": shown_dimension(found), "expected": shown_dimension(wanted)}
        raise _FaultError(FormulaFault("formula_units_differ", column, details))
    return (node if factor == _SAME else Scaled(node, factor, column)), wanted


def _hundredfold(node: Node) -> int:
    """Column of a factor 100 or 1000 that makes percent by hand, which the units do already; 0 where there is none."""
    if isinstance(node, Operation) and node.sign in "*/":
        if isinstance(node.right, Number) and node.sign == "*" and _is_hundred(node.right):
            return node.right.column
        return _hundredfold(node.left) or (_hundredfold(node.right) if node.sign == "*" else 0)
    return node.column if isinstance(node, Number) and _is_hundred(node) else 0


def _is_hundred(number: Number) -> bool:
    return not number.percent and number.value in _HUNDREDFOLD
