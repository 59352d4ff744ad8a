"""What a number format makes of a number: a percentage, a date, its year alone, a time, words behind it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

Kind = Literal["number", "percent", "date", "year", "time", "text"]

_LONGEST = 1000
_BRACKETS = re.compile(r"\[[^\]]*\]")
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_QUIET = re.compile(r'"[^"]*"|[\\_*!].')
_GENERAL = re.compile(r"general|g/通用格式|[eE][+-]|am/pm|a/p|上午/下午", re.IGNORECASE)
_DATE = re.compile(r"[ymde]", re.IGNORECASE)
_MONTH_OR_DAY = re.compile(r"[mdhs]", re.IGNORECASE)
_YEAR = re.compile("年度?")
_CLOCK = re.compile(r"[hs]", re.IGNORECASE)
_LAST_DIGIT = re.compile(r"[0#?](?=[^0#?]*$)")
_WORDS = re.compile(r'"([^"]*)"|\\(.)|([\u2030\u3400-\u9fff]+)')
_BUILT_IN: dict[int, Kind] = {
    **dict.fromkeys((9, 10), "percent"),
    **dict.fromkeys((*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58), "date"),
    **dict.fromkeys((*range(18, 22), *range(32, 36), *range(45, 48), 55, 56), "time"),
    49: "text",
}


class NumberFormat(NamedTuple):
    """What a number format makes of a number, and the words it writes behind it."""

    kind: Kind
    unit_shown: str = ""


PLAIN = NumberFormat("number")


def built_in(number: int) -> NumberFormat:
    """Tell the kind of a format that Excel knows by number alone; 27 to 36 and 50 to 58 are those of Chinese systems.

    Parameters
    ----------
    number
        the format's number.

    Examples
    --------
    >>> built_in(10).kind, built_in(14).kind, built_in(0).kind, built_in(57).kind
    ('percent', 'date', 'number', 'date')
    """
    return NumberFormat(_BUILT_IN.get(number, "number"))


def number_format(code: str) -> NumberFormat:
    r"""Tell the kind of a number format from its code.

    Parameters
    ----------
    code
        as Excel writes it; the first section counts. Where a comma behind the digits divides what is shown by a
        thousand (`0!.0,"万"`), the words do not belong to the number as stored and are left out.

    Examples
    --------
    >>> number_format("0.00%").kind, number_format("yyyy/m/d").kind, number_format("h:mm").kind
    ('percent', 'date', 'time')
    >>> number_format('yyyy"年"')
    NumberFormat(kind='year', unit_shown='年')
    >>> number_format('#,##0.00"万元"'), number_format("[Red]0.0;-0.0").kind, number_format('0!.0,"万"').unit_shown
    (NumberFormat(kind='number', unit_shown='万元'), 'number', '')
    """
    return _look(code[:_LONGEST])


@lru_cache(maxsize=1024)
def _look(code: str) -> NumberFormat:
    section = _first_section(code)
    elapsed = _ELAPSED.search(section) is not None
    section = _BRACKETS.sub("", section)
    bare = _GENERAL.sub("", _QUIET.sub("", section))
    if elapsed or (_CLOCK.search(bare) and not re.search("[yd]", bare, re.IGNORECASE)):
        return NumberFormat("time")
    if _DATE.search(bare):
        if _MONTH_OR_DAY.search(bare):
            return NumberFormat("date")
        return NumberFormat("year", "".join(_YEAR.findall(section)[:1]))
    if "%" in bare:
        return NumberFormat("percent")
    if bare.strip() == "@":
        return NumberFormat("text")
    return NumberFormat("number", _words_behind(section))


def _first_section(code: str) -> str:
    quoted = False
    for at, character in enumerate(code):
        if character == '"':
            quoted = not quoted
        elif character == ";" and not quoted:
            return code[:at]
    return code


def _words_behind(section: str) -> str:
    blank = _QUIET.sub(lambda quiet: "\0" * len(quiet[0]), section)
    last = _LAST_DIGIT.search(blank)
    general = _GENERAL.search(blank) if last is None else None
    end = last.end() if last else general.end() if general else -1
    if end < 0 or blank[end : end + 1] == "," or "!" in section:
        return ""
    words = "".join("".join(found) for found in _WORDS.findall(section[end:])).strip()
    return words if any(character.isalpha() or character == "‰" for character in words) else ""
