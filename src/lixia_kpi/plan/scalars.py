"""A scalar read by the type of its field, never by its looks.

`NO`, `12:30`, `1.5e3` and `2020-01-01` are whatever their field says; what does not fit is a `Fault`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.plan.faults import shown
from lixia_kpi.plan.fields import FIRST_YEAR, LARGEST, LAST_YEAR
from lixia_kpi.text.invisible import invisible_characters, odd_characters, plain_form
from lixia_kpi.text.nearest import nearest
from lixia_kpi.text.number import Number, parse_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.formula.tree import Node
    from lixia_kpi.plan.fields import Field
    from lixia_kpi.plan.nodes import Scalar
    from lixia_kpi.problems import Detail


class FormulaText(NamedTuple):
    """A formula as written, and its tree."""

    text: str
    tree: Node


LONGEST_TEXT = 2000
"""Characters of a text; a doubt or a note needs a few hundred."""

_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_LOWER = frozenset("abcdefghijklmnopqrstuvwxyz")
_SNAKE = _LOWER | frozenset("0123456789_")
_LONGEST_YEAR = 6
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Fault(NamedTuple):
    """Why a scalar is not what its field asks for; the place and the key are added by whoever knows them.

    `offset` counts the characters before the fault within the scalar.
    """

    code: str
    details: Mapping[str, Detail] = MappingProxyType({})
    offset: int = 0


def read_text(node: Scalar, field: Field) -> str | Fault:
    """Read text: not empty, on one line of at most 2,000 characters, without invisible characters or blanks around it.

    Parameters
    ----------
    node, field
        the scalar and the field it stands in.

    Returns
    -------
    str or Fault
        the text as written; the fault where it is none.
    """
    text = node.text
    if not node.style and text in _EMPTY:
        return Fault("empty_value")
    if node.style in ("|", ">"):
        text = text.removesuffix("\n")
    if not text or text.isspace():
        return Fault("empty_value")
    if len(text) > LONGEST_TEXT:
        return Fault("text_too_long", {"length": len(text), "limit": LONGEST_TEXT})
    if text[0].isspace() or text[-1].isspace():
        return Fault("surrounding_blank", {"suggestion": shown(text.strip())})
    if "\n" in text:
        return Fault("line_break")
    for oddity in invisible_characters(text):
        found, character, column = shown(text), oddity.character, oddity.column
        return Fault("invisible_character", {"found": found, "character": character, "at": column, "suggestion": ""})
    return text


def read_unit(node: Scalar, field: Field) -> str | Fault:
    """Read a unit: text without full-width ASCII, so that ％ and % are never two units.

    Parameters
    ----------
    node, field
        the scalar and the field it stands in.

    Returns
    -------
    str or Fault
        the unit as printed; the fault where it is none.
    """
    text = read_text(node, field)
    if isinstance(text, Fault) or text.isascii():
        return text
    for oddity in odd_characters(text):
        suggestion = shown(plain_form(text))
        return Fault("full_width_character", {"character": oddity.character, "suggestion": suggestion})
    return text


def read_id(node: Scalar, field: Field) -> str | Fault:
    """Read an id: snake_case ASCII that begins with a letter.

    Parameters
    ----------
    node, field
        the scalar and the field it stands in.

    Returns
    -------
    str or Fault
        the id; the fault where it is none.
    """
    text = node.text
    if not node.style and text in _EMPTY:
        return Fault("empty_value")
    if text and text[0] in _LOWER and _SNAKE.issuperset(text):
        return text
    plain = plain_form(text[:60]).lower().replace("-", "_").replace(" ", "_")
    guess = plain if plain and plain[0] in _LOWER and _SNAKE.issuperset(plain) else ""
    return Fault("not_an_id", {"found": shown(text), "suggestion": shown(guess)})


def read_choice(node: Scalar, field: Field) -> str | Fault:
    """Read one of the words that the field takes.

    Parameters
    ----------
    node, field
        the scalar and the field it stands in.

    Returns
    -------
    str or Fault
        the word; the fault where it is none.
    """
    text = node.text
    if text in field.choices:
        return text
    if node.style == ">" and not text.strip():
        return Fault("yaml_unquoted_comparator")
    if not node.style and text in _EMPTY:
        return Fault("empty_value")
    guess = nearest(plain_form(text[:60]), field.choices) or ""
    allowed = ", ".join(field.choices)
    return Fault("unknown_value", {"found": shown(text), "nearest": guess, "allowed": allowed})


def read_boolean(node: Scalar, field: Field) -> bool | Fault:
    """Read `true` or `false`, unquoted; no other word is a truth value.

    Parameters
    ----------
    node, field
        the scalar and the field it stands in.

    Returns
    -------
    bool or Fault
        the truth value; the fault where it is none.
    """
    if not node.style and node.text in ("true", "false"):
        return node.text == "true"
    return _wrong_type(node, field)


def read_number(node: Scalar, field: Field) -> Number | Fault:
    """Read a number within the bounds of its field, together with the decimals printed in it.

    Parameters
    ----------
    node, field
        the scalar and the field it stands in.

    Returns
    -------
    Number or Fault
        the number; the fault where it is none.
    """
    if not node.style and node.text in _EMPTY:
        return Fault("empty_value")
    found = parse_number(node.text)
    if not isinstance(found, Number):
        return Fault(found.code, {"found": shown(node.text), "suggestion": found.suggestion or ""})
    if node.style:
        return Fault("quoted_number", {"found": shown(node.text)})
    if abs(found.value) > LARGEST:
        return Fault("absurd_number", {"found": shown(node.text), "suggestion": ""})
    low, high, above = field.low, field.high, field.above
    if (
        (low is not None and found.value < low)
        or (high is not None and found.value > high)
        or (above is not None and found.value <= above)
    ):
        return Fault("out_of_bounds", {"found": shown(node.text), "bounds": _bounds(field)})
    return found


def read_integer(node: Scalar, field: Field) -> int | Fault:
    """Read a whole number written with digits alone, within the bounds of its field.

    Parameters
    ----------
    node, field
        the scalar and the field it stands in.

    Returns
    -------
    int or Fault
        the number; the fault where it is none.
    """
    number = _whole(node, field)
    if isinstance(number, Fault):
        return number
    if (field.low is not None and number < field.low) or (field.high is not None and number > field.high):
        return Fault("out_of_bounds", {"found": shown(node.text), "bounds": _bounds(field)})
    return number


def read_year(node: Scalar, field: Field) -> int | Fault:
    """Read a year from 1900 to 2200.

    Parameters
    ----------
    node, field
        the scalar and the field it stands in.

    Returns
    -------
    int or Fault
        the year; the fault where it is none.
    """
    number = _whole(node, field)
    if isinstance(number, Fault) or FIRST_YEAR <= number <= LAST_YEAR:
        return number
    found = shown(node.text)
    return Fault("impossible_year", {"found": found, "first": FIRST_YEAR, "last": LAST_YEAR})


def read_date(node: Scalar, field: Field) -> str | Fault:
    """Read a date of the calendar: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.

    Parameters
    ----------
    node, field
        the scalar and the field it stands in.

    Returns
    -------
    str or Fault
        the date as written; the fault where it is none.
    """
    parts = node.text.split("-")
    if [len(part) for part in parts] in ([4], [4, 2], [4, 2, 2]) and all(p.isascii() and p.isdigit() for p in parts):
        year, month, day = (*(int(part) for part in parts), 1, 1)[:3]
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        in_calendar = 1 <= month <= 12 and 1 <= day <= _MONTH_DAYS[month - 1] and (leap or (month, day) != (2, 29))
        if in_calendar and FIRST_YEAR <= year <= LAST_YEAR:
            return node.text
    return Fault("not_a_date", {"found": shown(node.text)})


def read_formula(node: Scalar, field: Field) -> FormulaText | Fault:
    """Read a formula of numbers, ids, `+ - * / ( )` and `previous(id)`, on one line.

    Parameters
    ----------
    node, field
        the scalar and the field it stands in.

    Returns
    -------
    FormulaText or Fault
        the text with its tree; the fault where it is none, with the character at which it is found.
    """
    from lixia_kpi.formula.parse import parse_formula
    from lixia_kpi.formula.tree import FormulaFault

    if node.style in ("|", ">"):
        return Fault("line_break")
    if not node.text.strip() or (not node.style and node.text in _EMPTY):
        return Fault("empty_value")
    tree = parse_formula(node.text)
    if isinstance(tree, FormulaFault):
        return Fault(tree.code, tree.details, tree.column - 1 + len(node.style))
    return FormulaText(node.text, tree)


def _whole(node: Scalar, field: Field) -> int | Fault:
    """A whole number in ASCII digits; anything else is a fault, with the plain form where there is one."""
    text = node.text
    if (
        not node.style
        and text.isascii()
        and text.isdigit()
        and len(text) <= _LONGEST_YEAR
        and (text[0] != "0" or text == "0")
    ):
        return int(text)
    number = read_number(node, field._replace(low=None, high=None))
    return number if isinstance(number, Fault) else _wrong_type(node, field)


def _bounds(field: Field) -> str:
    """The bounds of a field in signs, as `> 0, <= 10`."""
    signs = ((">=", field.low), (">", field.above), ("<=", field.high))
    return ", ".join(f"{sign} {bound:g}" for sign, bound in signs if bound is not None)


def _wrong_type(node: Scalar, field: Field) -> Fault:
    """A value that is not of the field's type."""
    return Fault("wrong_type", {"found": shown(node.text), "expected": field.kind})
