"""The tree of a formula, and the fault that takes its place where the text is none."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lixia_kpi.problems import Detail
    from lixia_kpi.units.unit import Factor

LONGEST = 400
"""Characters of a formula; an identity of a plan needs about a hundred."""
DEEPEST = 30
"""Brackets and signs within each other that are read."""


class Number(NamedTuple):
    """A number as written; `percent` where a percent sign follows it. `column` counts from 1."""

    value: float
    percent: bool
    column: int


class Reference(NamedTuple):
    """The value of an indicator in the year at hand, or in the year before it."""

    id: str
    previous: bool
    column: int


class Negation(NamedTuple):
    """The negative of an operand."""

    operand: Node
    column: int


class Operation(NamedTuple):
    """Two operands and one of `+ - * /` between them, which stands at `column`."""

    sign: str
    left: Node
    right: Node
    column: int


class Scaled(NamedTuple):
    """An operand in another unit; put in where the units of a formula are settled, never written."""

    operand: Node
    factor: Factor
    column: int


Node = Number | Reference | Negation | Operation | Scaled


class FormulaFault(NamedTuple):
    """What is wrong with a formula, and at which character of it, counted from 1."""

    code: str
    column: int
    details: Mapping[str, Detail] = MappingProxyType({})


def references(node: Node) -> Iterator[Reference]:
    """List the indicators that a formula reads, from left to right.

    Parameters
    ----------
    node
        the tree.

    Yields
    ------
    Reference
        one for each time an id is written.

    Examples
    --------
    >>> from lixia_kpi.formula.parse import parse_formula
    >>> [found.id for found in references(parse_formula("gdp / (population - 3)"))]
    ['gdp', 'population']
    """
    if isinstance(node, Reference):
        yield node
    elif isinstance(node, Operation):
        yield from references(node.left)
        yield from references(node.right)
    elif isinstance(node, Negation | Scaled):
        yield from references(node.operand)
