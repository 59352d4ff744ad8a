"""Strict numbers: ASCII digits, point, sign, exponent; for anything else the fault and the plain form to write."""

from __future__ import annotations

from math import isfinite
from typing import NamedTuple

_PLAIN = "0123456789+-.eE"
_LONGEST = 64
_LARGEST = 1e21
_SMALLEST = 1e-15


class Number(NamedTuple):
    """A value and the decimals printed in it."""

    value: float
    decimals: int


class NumberFault(NamedTuple):
    """Why a text is not a number as asked for, and the plain form that was probably meant (None: no guess)."""

    code: str
    suggestion: str | None = None


def parse_number(text: str) -> Number | NumberFault:
    """Read a plain number.

    Parameters
    ----------
    text
        the cell or scalar; blanks around it do not count.

    Returns
    -------
    Number or NumberFault
        the value with its printed decimals, or the code of the fault with the plain form.

    Examples
    --------
    >>> parse_number("2446.90")
    Number(value=2446.9, decimals=2)
    >>> parse_number("1,234")
    NumberFault(code='grouped_number', suggestion='1234')
    """
    plain = text.strip(" \t")
    if plain and len(plain) <= _LONGEST and not plain.strip(_PLAIN):
        try:
            value = float(plain)
        except ValueError:
            pass
        else:
            return _checked(plain, value)
    from lixia_kpi.text.number_fault import explain

    return explain(text)


def _checked(plain: str, value: float) -> Number | NumberFault:
    if value == 0.0:
        value = 0.0  # never minus zero
        digits = plain.lower().partition("e")[0]
        if digits.strip("+-0."):
            return NumberFault("absurd_number")
    elif not isfinite(value) or not _SMALLEST <= abs(value) <= _LARGEST:
        return NumberFault("absurd_number")
    decimals = printed_decimals(plain)
    return NumberFault("absurd_number") if decimals > _LONGEST else Number(value, decimals)


def printed_decimals(plain: str) -> int:
    """Count the decimals printed in a plain number.

    Parameters
    ----------
    plain
        a number that `parse_number` accepts.

    Returns
    -------
    int
        digits after the point, lessened by the exponent, never below 0.

    Examples
    --------
    >>> printed_decimals("63.9"), printed_decimals("1.5e3"), printed_decimals("2e-2")
    (1, 0, 2)
    """
    mantissa, _, exponent = plain.lower().partition("e")
    return max(0, len(mantissa.partition(".")[2]) - int(exponent or 0))


def shown_number(value: float) -> int | float:
    """Give a value as a message shows it: whole numbers without a decimal point.

    Parameters
    ----------
    value
        any finite value.

    Returns
    -------
    int or float
        the same number.

    Examples
    --------
    >>> shown_number(2124.0), shown_number(2124.15)
    (2124, 2124.15)
    """
    return int(value) if value.is_integer() else value
