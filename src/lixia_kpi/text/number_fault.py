"""What is wrong with a text that should be a number, and which plain number was probably meant."""

from __future__ import annotations

import re

from lixia_kpi.text.invisible import strip_invisible
from lixia_kpi.text.number import Number, NumberFault, parse_number

_PLAIN_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3002: ord(".")}
_MINUSES = "\u2212\u2013\u2014\u2010\u2011\u2012"
_SPACES = "\u00a0\u2009\u202f\u3000"
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:[,'’ ]\d{3})+(?:\.\d+)?", re.ASCII)
_TEN_THOUSANDS = re.compile(r"[+-]?\d{1,4}(?:,\d{4})+(?:\.\d+)?", re.ASCII)
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d{1,2}", re.ASCII)
_BASED = re.compile(r"[+-]?0(?:[xX][0-9a-fA-F_]+|[oO][0-7_]+|[bB][01_]+)", re.ASCII)
_RANGE = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*(?:-|~|to|至|到|—|–)\s*(\d+(?:\.\d+)?)\s*\D{0,6}", re.ASCII)
_INFINITE = frozenset({"inf", "infinity", ".inf", "nan", ".nan", "∞"})
_COMPARATORS = re.compile(r"(?:>=|<=|=>|=<|[<>=≥≤≧≦~≈]|超过|突破|超|约|近|达到|达|不低于|不少于|不超过|大于|小于)+\s*")
_AFTER = re.compile(r"\s*(?:以上|以下|左右|余|多|以内|\+)$")
_POWERS = (("万亿", 12), ("千亿", 11), ("亿", 8), ("千万", 7), ("百万", 6), ("万", 4), ("千", 3), ("百", 2))


def explain(text: str) -> NumberFault:
    """Name the fault of a text that `parse_number` refuses.

    Parameters
    ----------
    text
        the refused text.

    Returns
    -------
    NumberFault
        `not_a_number` where nothing better can be said; `suggestion` is itself a plain number.

    Examples
    --------
    >>> explain("１２３"), explain("2.5万")
    (NumberFault(code='full_width_number', suggestion='123'), NumberFault(code='number_with_unit', suggestion='25000'))
    """
    if len(text) > 200:
        return NumberFault("absurd_number" if text.strip().strip("0123456789+-.eE") == "" else "not_a_number")
    if not text.strip():
        return NumberFault("empty_number")
    visible = strip_invisible(text)
    narrow = visible.translate(_WIDTHS).strip()
    code = None
    if visible != text:
        code = "invisible_character"
    elif narrow != visible.strip():
        code = "full_width_number"
    for minus in _MINUSES:
        if narrow.startswith(minus):
            code = code or "minus_sign"
            narrow = "-" + narrow[1:].lstrip()
    return _explain_narrow(narrow, code)


def _explain_narrow(text: str, code: str | None) -> NumberFault:
    if plain := _accepted(text):  # nothing was left to mend but blanks of an unusual kind
        return NumberFault(code or "invisible_character", plain)
    if text.lower().lstrip("+-") in _INFINITE:
        return NumberFault("infinite_number")
    if _BASED.fullmatch(text):
        return _based(text)
    if "_" in text and (plain := _accepted(text.replace("_", ""))):
        return NumberFault(code or "underscore_in_number", plain)
    for space in _SPACES:
        text = text.replace(space, " ")
    if _GROUPED.fullmatch(text) or _TEN_THOUSANDS.fullmatch(text):
        bare = text.translate({ord(mark): None for mark in ",'’ "})
        return NumberFault(code or "grouped_number", _accepted(bare))
    if _DECIMAL_COMMA.fullmatch(text):
        return NumberFault(code or "decimal_comma", _accepted(text.replace(",", ".")))
    if (between := _RANGE.fullmatch(text)) and float(between[1]) < float(between[2]):
        return NumberFault("range_in_number", _accepted(between[1]))
    return _with_words(text, code)


def _with_words(text: str, code: str | None) -> NumberFault:
    bare = _AFTER.sub("", _COMPARATORS.sub("", text, count=1) if _COMPARATORS.match(text) else text)
    if bare != text:
        code = "comparator_in_number"
        if plain := _accepted(bare):
            return NumberFault(code, plain)
    if bare.endswith(("%", "‰")) and (plain := _accepted(bare[:-1])):
        return NumberFault(code or "percent_in_number", plain)
    head = _PLAIN_NUMBER.match(bare)
    if head is None or not _accepted(head[0]):
        return NumberFault("not_a_number")
    rest = bare[head.end() :].strip()
    if not rest or not _is_word(rest):
        return NumberFault("not_a_number")
    for power, exponent in _POWERS:
        if rest == power:
            return NumberFault(code or "number_with_unit", _accepted(_times_ten_to(head[0], exponent)))
    return NumberFault(code or "number_with_unit", _accepted(head[0]))


def _is_word(rest: str) -> bool:
    return all(character.isalpha() or character in " /%‰²³$€" for character in rest)


def _times_ten_to(plain: str, exponent: int) -> str:
    """Shift the decimal point, without going through binary fractions."""
    if "e" in plain.lower():
        return repr(float(plain) * 10**exponent)
    whole, _, fraction = plain.partition(".")
    moved = fraction.ljust(exponent, "0")
    result = f"{whole}{moved[:exponent]}.{moved[exponent:]}".rstrip(".")
    sign, digits = (result[0], result[1:]) if result[0] in "+-" else ("", result)
    digits = digits.lstrip("0")
    return sign + ("0" + digits if not digits or digits.startswith(".") else digits)


def _based(text: str) -> NumberFault:
    try:
        return NumberFault("based_number", _accepted(str(int(text.replace("_", ""), 0))))
    except ValueError:
        return NumberFault("based_number")


def _accepted(text: str) -> str | None:
    """Return the text where it is a plain number itself, else None."""
    if len(text) > 64 or not _PLAIN_NUMBER.fullmatch(text):
        return None
    return text if isinstance(parse_number(text), Number) else None
