"""The shipped plan folder as plain mappings, for tests that prove the data without the package's own reader."""

from __future__ import annotations

import ast
import csv
import operator
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from reference.plan_text import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DATA = REPOSITORY / "data"
_ARITHMETIC: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


@cache
def load(path: Path) -> dict[str, Any]:
    """Read one YAML file of a plan folder."""
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def indicators() -> list[dict[str, Any]]:
    """Indicators of the shipped plan in the order of the file."""
    found: list[dict[str, Any]] = load(DATA / "targets.yaml")["indicators"]
    return found


def targets() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield every target of the shipped plan with its indicator."""
    return ((indicator, target) for indicator in indicators() for target in indicator["targets"])


def baselines() -> list[dict[str, Any]]:
    """Baseline entries of the shipped plan."""
    found: list[dict[str, Any]] = load(DATA / "baseline_2020.yaml")["indicators"]
    return found


def actuals() -> list[dict[str, str]]:
    """Rows of the shipped actuals."""
    with (DATA / "actuals.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def evaluate(formula: str) -> float:
    """Value of a formula of numbers and + - * /."""

    def value(node: ast.expr) -> float:
        match node:
            case ast.Constant(value=int() | float() as number):
                return number
            case ast.BinOp(left=left, op=op, right=right):
                return _ARITHMETIC[type(op)](value(left), value(right))
        message = f"not arithmetic: {formula}"
        raise ValueError(message)

    return value(ast.parse(formula, mode="eval").body)
