"""A formula cut into tokens, each with its column: numbers, names, signs and brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.formula.tree import LONGEST, FormulaFault
from lixia_kpi.text.invisible import plain_form
from lixia_kpi.text.number import Number, parse_number

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

_SIGNS = {"+": "+", "-": "-", "*": "*", "/": "/", "(": "(", ")": ")", "−": "-", "×": "*", "÷": "/"}
_DIGITS = frozenset("0123456789")


class Token(NamedTuple):
    """A piece of a formula: `text` is the sign, the name or the number; `percent` where % follows a number."""

    kind: Literal["number", "name", "sign", "end"]
    text: str
    column: int
    value: float = 0.0
    percent: bool = False


def tokens_of(text: str) -> list[Token] | FormulaFault:
    """Cut a formula into tokens.

    Parameters
    ----------
    text
        the formula as written.

    Returns
    -------
    list of Token or FormulaFault
        the tokens, the last of kind `end`; else the first fault: `formula_too_long`, `formula_number`,
        `formula_character`.

    Examples
    --------
    >>> [(token.text, token.column) for token in tokens_of("gdp × 65%")]
    [('gdp', 1), ('*', 5), ('65', 7), ('', 10)]
    >>> tokens_of("gdp ^ 2").code
    'formula_character'
    """
    if len(text) > LONGEST:
        return FormulaFault("formula_too_long", LONGEST + 1, {"length": len(text), "limit": LONGEST})
    tokens: list[Token] = []
    position = 0
    while position < len(text):
        character = text[position]
        if character in " \t":
            position += 1
            continue
        if character in _SIGNS:
            token: Token | FormulaFault = Token("sign", _SIGNS[character], position + 1)
            length = 1
        elif character in _DIGITS or character == ".":
            token, length = _number(text, position)
        elif character.isalpha() or character == "_":
            length = _run(text, position, _is_of_name)
            token = Token("name", text[position : position + length], position + 1)
        else:
            token, length = _stranger(character, position), 1
        if isinstance(token, FormulaFault):
            return token
        tokens.append(token)
        position += length
    tokens.append(Token("end", "", len(text) + 1))
    return tokens


def _number(text: str, start: int) -> tuple[Token | FormulaFault, int]:
    """A plain number with its exponent and percent sign, and how many characters they take."""
    length = _run(text, start, _is_of_number)
    if text[start + length - 1] in "eE" and text[start + length : start + length + 1] in ("+", "-"):
        length += 1 + _run(text, start + length + 1, _is_digit)
    written = text[start : start + length]
    found = parse_number(written)
    if not isinstance(found, Number):
        return FormulaFault("formula_number", start + 1, {"found": written[:60]}), length
    after = start + length
    while text[after : after + 1] == " ":
        after += 1
    percent = text[after : after + 1] == "%"
    return Token("number", written, start + 1, found.value, percent), after + 1 - start if percent else length


def _stranger(character: str, position: int) -> FormulaFault:
    """A character that no formula has, with its plain form where that is one of a formula."""
    plain = plain_form(character)
    suggestion = plain if plain in _SIGNS or plain in _DIGITS or plain in ("%", ".") else ""
    found = character if character.isprintable() else f"U+{ord(character):04X}"
    return FormulaFault("formula_character", position + 1, {"found": found, "suggestion": suggestion})


def _run(text: str, start: int, belongs: Callable[[str], bool]) -> int:
    """Count the characters from `start` on that belong together."""
    end = start
    while end < len(text) and belongs(text[end]):
        end += 1
    return end - start


def _is_digit(character: str) -> bool:
    return character in _DIGITS


def _is_of_number(character: str) -> bool:
    return character in _DIGITS or character in ".eE"


def _is_of_name(character: str) -> bool:
    return character.isalnum() or character == "_"
