"""From tokens to the tree of a formula: sums of products of numbers, ids, `previous(id)` and brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.formula.tokens import tokens_of
from lixia_kpi.formula.tree import DEEPEST, FormulaFault, Negation, Node, Number, Operation, Reference

if TYPE_CHECKING:
    from lixia_kpi.formula.tokens import Token

PREVIOUS = "previous"
"""The one function: the value of the year before."""


class _FaultError(Exception):
    """The text is no formula."""

    def __init__(self, fault: FormulaFault) -> None:
        super().__init__(fault.code)
        self.fault = fault


class _Reader:
    """The tokens and how far they are read."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.position = 0

    @property
    def token(self) -> Token:
        """The token at hand."""
        return self.tokens[self.position]

    def take(self) -> Token:
        """Step over the token at hand."""
        token = self.tokens[self.position]
        self.position += 1
        return token

    def expect(self, sign: str) -> None:
        """Step over a sign that must stand here."""
        if self.token.text != sign or self.token.kind != "sign":
            raise _FaultError(FormulaFault("formula_expected", self.token.column, {"expected": sign}))
        self.position += 1


def parse_formula(text: str) -> Node | FormulaFault:
    """Read a formula; `*` and `/` bind before `+` and `-`, and equal signs from the left.

    Parameters
    ----------
    text
        as written; ×, ÷ and − are read as *, / and -.

    Returns
    -------
    Node or FormulaFault
        the tree; else the first fault with its column. No text whatever raises.

    Examples
    --------
    >>> parse_formula("a - previous(b) - 2").left.right
    Reference(id='b', previous=True, column=14)
    >>> parse_formula("a + * b")
    FormulaFault(code='formula_operand_missing', column=5, details={'found': '*'})
    """
    tokens = tokens_of(text)
    if isinstance(tokens, FormulaFault):
        return tokens
    reader = _Reader(tokens)
    try:
        tree = _sum(reader, 0)
        if reader.token.kind != "end":
            found = {"found": reader.token.text[:60]}
            raise _FaultError(FormulaFault("formula_operator_missing", reader.token.column, found))
    except _FaultError as stop:
        return stop.fault
    return tree


def _sum(reader: _Reader, depth: int) -> Node:
    node = _product(reader, depth)
    while reader.token.kind == "sign" and reader.token.text in "+-":
        sign = reader.take()
        node = Operation(sign.text, node, _product(reader, depth), sign.column)
    return node


def _product(reader: _Reader, depth: int) -> Node:
    node = _operand(reader, depth)
    while reader.token.kind == "sign" and reader.token.text in "*/":
        sign = reader.take()
        node = Operation(sign.text, node, _operand(reader, depth), sign.column)
    return node


def _operand(reader: _Reader, depth: int) -> Node:
    token = reader.token
    if depth > DEEPEST:
        raise _FaultError(FormulaFault("formula_too_deep", token.column, {"limit": DEEPEST}))
    if token.kind == "number":
        reader.take()
        return Number(token.value, token.percent, token.column)
    if token.kind == "name":
        reader.take()
        opens = reader.token.kind == "sign" and reader.token.text == "("
        return _call(reader, token) if opens else Reference(token.text, previous=False, column=token.column)
    if token.kind == "sign" and token.text in "+-":
        reader.take()
        operand = _operand(reader, depth + 1)
        return Negation(operand, token.column) if token.text == "-" else operand
    if token.kind == "sign" and token.text == "(":
        reader.take()
        node = _sum(reader, depth + 1)
        reader.expect(")")
        return node
    raise _FaultError(FormulaFault("formula_operand_missing", token.column, {"found": token.text}))


def _call(reader: _Reader, name: Token) -> Reference:
    """`previous(id)`; there is no other function."""
    if name.text != PREVIOUS:
        details = {"found": name.text[:60], "allowed": f"{PREVIOUS}(id)"}
        raise _FaultError(FormulaFault("formula_unknown_function", name.column, details))
    reader.expect("(")
    token = reader.take()
    if token.kind != "name":
        raise _FaultError(FormulaFault("formula_operand_missing", token.column, {"found": token.text}))
    reader.expect(")")
    return Reference(token.text, previous=True, column=token.column)
