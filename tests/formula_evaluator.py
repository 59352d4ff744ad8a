"""Evaluates the formulas of a workbook, written independently of what wrote them: operators and a dozen functions.

Only what the workbooks of the program use is known; anything else raises KeyError. An office program proves the same
in `tests/prove`; this takes a second instead of a minute.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from openpyxl.formula import Tokenizer
from openpyxl.utils.cell import range_boundaries

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl import Workbook

LAZY = ("IF", "IFERROR")
OPERATORS = {"=": "==", "<>": "!=", "^": "**"}


class Block(np.ndarray):
    """The cells of a range: empty ones count as zero in arithmetic, and `filled` knows which are numbers."""

    filled: Any


class Evaluator:
    """Gives the value of any cell, computed from cells that are no formulas."""

    def __init__(self, book: Workbook) -> None:
        self._cells = {sheet.title: sheet for sheet in book}
        self._names = {name: defined.attr_text for name, defined in book.defined_names.items()}
        self._known: dict[tuple[str, int, int], Any] = {}

    def value(self, sheet: str, row: int, column: int) -> Any:
        """The value of a cell; None where it is empty."""
        key = (sheet, row, column)
        if key not in self._known:
            content = self._cells[sheet].cell(row, column).value
            is_formula = self._cells[sheet].cell(row, column).data_type == "f"
            self._known[key] = self._compute(content, sheet) if is_formula else content
        return self._known[key]

    def _compute(self, formula: str, sheet: str) -> Any:
        def reference(text: str) -> Any:
            return self._range(self._names.get(text, text), sheet)

        with np.errstate(all="ignore"):
            found = eval(translated(formula), {"R": reference, **FUNCTIONS})
        return 0 if found is None else found

    def _range(self, text: str, sheet: str) -> Any:
        if "!" in text:
            name, text = text.rsplit("!", 1)
            sheet = name.strip("'").replace("''", "'") if name.startswith("'") else name
        left, top, right, bottom = range_boundaries(text.replace("$", ""))
        if (left, top) == (right, bottom):
            return self.value(sheet, top, left)
        cells = [self.value(sheet, r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)]
        texts = any(isinstance(cell, str) and cell for cell in cells)
        numbers = [0.0 if cell is None or cell == "" else cell for cell in cells]
        block = np.array(cells if texts else numbers, dtype=object if texts else float).view(Block)
        block.filled = np.array([isinstance(cell, int | float) for cell in cells])
        return block


def translated(formula: str) -> str:
    """Turn a formula into a Python expression; the branches of IF are not computed unless they are taken."""
    parts: list[str] = []
    lazy: list[bool] = []
    for token in Tokenizer(formula).items:
        if token.type == "FUNC" and token.subtype == "OPEN":
            lazy.append(token.value[:-1] in LAZY)
            parts.append(token.value + ("lambda:(" if lazy[-1] else ""))
        elif token.type == "FUNC":
            parts.append("))" if lazy.pop() else ")")
        elif token.type == "SEP":
            parts.append("),lambda:(" if lazy and lazy[-1] else ",")
        elif token.type == "ARRAY":
            parts.append("ARRAY([" if token.subtype == "OPEN" else "])")
            if token.subtype == "OPEN":
                lazy.append(False)
            else:
                lazy.pop()
        elif token.type == "ARRAYROW" or token.type == "WHITE-SPACE":
            continue
        elif token.type == "OPERAND" and token.subtype == "RANGE":
            parts.append(f"R({token.value!r})")
        elif token.type == "PAREN":
            if token.subtype == "OPEN":
                lazy.append(False)
            else:
                lazy.pop()
            parts.append(token.value)
        else:
            parts.append(OPERATORS.get(token.value, token.value))
    return "".join(parts)


def _if(condition: Callable[[], Any], then: Callable[[], Any], otherwise: Callable[[], Any]) -> Any:
    return then() if condition() else otherwise()


def _iferror(expression: Callable[[], Any], otherwise: Callable[[], Any]) -> Any:
    try:
        found = expression()
    except (ArithmeticError, ValueError, TypeError):
        return otherwise()
    return found if math.isfinite(found) else otherwise()


def _is_number(value: Any) -> Any:
    return value.filled if isinstance(value, Block) else isinstance(value, int | float) and not isinstance(value, str)


def _count(value: Any) -> int:
    return int(np.sum(_is_number(value)))


def _n(value: Any) -> float:
    return value if isinstance(value, int | float) else 0.0


def _round(value: Any, decimals: Any) -> Any:
    scale = 10.0**decimals
    return np.sign(value) * np.floor(np.abs(value) * scale + 0.5) / scale


def _rate(years: int, payment: float, _: float, future: float, kind: int) -> float:
    if kind != 1:
        raise ValueError(f"payments at the end of the year are not known here: {kind}")
    low, high = -0.999999, 10.0
    for _step in range(200):
        middle = (low + high) / 2
        total = sum(-payment * (1 + middle) ** k for k in range(1, int(years) + 1))
        low, high = (middle, high) if total < future else (low, middle)
    return middle


FUNCTIONS: dict[str, Any] = {
    "ABS": np.abs,
    "AND": lambda *conditions: all(map(bool, conditions)),
    "ARRAY": np.array,
    "COUNT": _count,
    "EXP": np.exp,
    "IF": _if,
    "IFERROR": _iferror,
    "INDEX": lambda block, row, column: float(block[int(column) - 1]),
    "ISNUMBER": _is_number,
    "LN": np.log,
    "MAX": lambda *values: max(float(np.max(value)) for value in values),
    "N": _n,
    "OR": lambda *conditions: any(map(bool, conditions)),
    "RATE": _rate,
    "ROUND": _round,
    "SUM": lambda block: float(np.sum(block)) if isinstance(block, np.ndarray) else _n(block),
    "SUMPRODUCT": lambda block: float(np.sum(block)),
}
