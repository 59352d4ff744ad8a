"""What a mutant is: one change of the code, in an operator, a condition, a name, a number or a word."""

from __future__ import annotations

import ast
import copy
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.Pow: ast.Mult,
    ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
    ast.And: ast.Or, ast.Or: ast.And, ast.Break: ast.Continue, ast.Continue: ast.Break,
}  # fmt: skip
NAMES = {
    "minimum": "maximum", "maximum": "minimum", "min": "max", "max": "min", "any": "all", "all": "any",
    "log1p": "expm1", "expm1": "log1p", "floor": "ceil", "ceil": "floor", "nanmin": "nanmax", "nanmax": "nanmin",
    "startswith": "endswith", "endswith": "startswith", "isnan": "isfinite", "isfinite": "isnan",
}  # fmt: skip


class Mutant(NamedTuple):
    """One change: where it is, what stood there and what stands there instead."""

    path: Path
    line: int
    before: str
    after: str
    index: int
    choice: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.before}  ->  {self.after}"

    def tree(self) -> ast.Module:
        """Give the whole module with the change."""
        tree = ast.parse(self.path.read_text(encoding="utf-8"))
        _changes(_live(tree)[self.index])[self.choice]()
        return ast.fix_missing_locations(tree)

    def function(self) -> tuple[int, int] | None:
        """First and last line of the function whose body holds the change; None where it stands outside of any."""
        return next(((first, last) for start, first, last in _functions(self.path) if start <= self.line <= last), None)


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Give every mutant of a module."""
    for index, node in enumerate(_live(ast.parse(path.read_text(encoding="utf-8")))):
        for choice in range(len(_changes(node))):
            changed = copy.deepcopy(node)
            _changes(changed)[choice]()
            yield Mutant(path, getattr(node, "lineno", 0), _shown(node), _shown(changed), index, choice)


@cache
def _functions(path: Path) -> list[tuple[int, int, int]]:
    """First line of the body, first and last line of the whole, of every function that stands in no other."""
    found, places = [], ast.parse(path.read_text(encoding="utf-8")).body
    for node in places:
        if isinstance(node, ast.ClassDef):
            places.extend(node.body)
        if isinstance(node, ast.FunctionDef):
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            found.append((node.body[0].lineno, first, node.end_lineno or 0))
    return found


def _live(tree: ast.Module) -> list[ast.AST]:
    """The nodes that are run: no annotation, no docstring, nothing for type checkers."""
    dead: set[int] = set()
    for node in ast.walk(tree):
        skipped: list[ast.AST | None] = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.append(node)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            skipped.append(node)
        for root in skipped:
            dead |= {id(part) for part in ast.walk(root)} if root is not None else set()
    return [node for node in ast.walk(tree) if id(node) not in dead]


def _changes(node: ast.AST) -> list:
    """The ways to change a node, each as a function that does it."""
    found = []
    for name in ("op", "ops"):
        value = getattr(node, name, None)
        for number, one in enumerate(value if isinstance(value, list) else [value]):
            if type(one) in OPERATORS:
                found.append(_setter(node, name, number, OPERATORS[type(one)]()))
    if isinstance(node, ast.UnaryOp):
        found.append(lambda: (setattr(node, "op", ast.UAdd()) if isinstance(node.op, ast.USub) else
                              setattr(node, "operand", ast.UnaryOp(node.op, node.operand))))  # fmt: skip
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        found.append(lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), node.test)))
    if isinstance(node, ast.Name) and node.id in NAMES:
        found.append(lambda: setattr(node, "id", NAMES[node.id]))
    if isinstance(node, ast.Attribute) and node.attr in NAMES:
        found.append(lambda: setattr(node, "attr", NAMES[node.attr]))
    if isinstance(node, ast.Constant):
        found += [_setter(node, "value", 0, value) for value in _constants(node.value)]
    return found


def _constants(value: object) -> list[object]:
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int | float):
        return [value + 1, *([value - 1] if value not in (0, 1) else [])]
    return [value + "x"] if isinstance(value, str) and value else []


def _setter(node: ast.AST, name: str, number: int, value: object):
    def change() -> None:
        if isinstance(getattr(node, name), list):
            getattr(node, name)[number] = value
        else:
            setattr(node, name, value)

    return change


def _shown(node: ast.AST) -> str:
    return " ".join(ast.unparse(ast.fix_missing_locations(copy.deepcopy(node))).split())[:100]
