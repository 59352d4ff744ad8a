"""The value of a settled formula in one year: the figures of the indicators in, one figure or the reason out."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Literal, NamedTuple

from lixia_kpi.formula.span import Span, exactly, inverse, negative, times, total
from lixia_kpi.formula.tree import Negation, Node, Number, Operation, Reference

if TYPE_CHECKING:
    from collections.abc import Callable

    Lookup = Callable[[Reference], Span | None]

UndefinedReason = Literal["missing", "division_by_zero", "too_large", "out_of_bounds"]


class Undefined(NamedTuple):
    """Why a formula has no value: `missing` (the id that has none), `division_by_zero`, `too_large`.

    `out_of_bounds` is for whoever knows what the value must keep to.
    """

    reason: UndefinedReason
    id: str = ""


def evaluate_formula(node: Node, figure_of: Lookup) -> Span | Undefined:
    """Compute a formula.

    Parameters
    ----------
    node
        the tree, its units settled.
    figure_of
        gives the figure of a reference in its indicator's unit, None where there is none.

    Returns
    -------
    Span or Undefined
        the figure with the room that the comparators and the rounding of its parts leave, in the settled unit.

    Examples
    --------
    >>> from lixia_kpi.formula.parse import parse_formula
    >>> values = {"gdp": exactly(2500.0), "population": exactly(80.0)}
    >>> evaluate_formula(parse_formula("gdp / population"), lambda r: values.get(r.id)).value
    31.25
    >>> evaluate_formula(parse_formula("gdp / jobs"), lambda r: values.get(r.id))
    Undefined(reason='missing', id='jobs')
    """
    found = _value(node, figure_of)
    if isinstance(found, Span) and not isfinite(found.value):
        return Undefined("too_large")
    return found


def _value(node: Node, figure_of: Lookup) -> Span | Undefined:
    if isinstance(node, Number):
        return exactly(node.value)
    if isinstance(node, Reference):
        figure = figure_of(node)
        return Undefined("missing", node.id) if figure is None else figure
    if isinstance(node, Operation):
        return _operation(node, figure_of)
    operand = _value(node.operand, figure_of)
    if isinstance(operand, Undefined):
        return operand
    if isinstance(node, Negation):
        return negative(operand)
    apply = node.factor.apply
    return Span(apply(operand.low), apply(operand.value), apply(operand.high), operand.one_sided)


def _operation(node: Operation, figure_of: Lookup) -> Span | Undefined:
    left = _value(node.left, figure_of)
    if isinstance(left, Undefined):
        return left
    right = _value(node.right, figure_of)
    if isinstance(right, Undefined):
        return right
    if node.sign == "+":
        return total(left, right)
    if node.sign == "-":
        return total(left, negative(right))
    if node.sign == "*":
        return times(left, right)
    divisor = inverse(right)
    if divisor is None:
        return Undefined("division_by_zero")
    quotient = times(left, divisor)
    return quotient._replace(value=left.value / right.value)
