"""Characters that the eye does not see or takes for others: zero-width, direction marks, odd blanks, full width."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import category

# Printable for Python, yet drawn as nothing: fillers, the braille blank, variation selectors.
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5").union(map(chr, range(0xFE00, 0xFE10)))
_ORDINARY = frozenset("\t\n")
_IDEOGRAPHIC_SPACE = "\u3000"


class Oddity(NamedTuple):
    """A character that should not be there: its column (from 1), `U+200B`, and what to write instead."""

    column: int
    character: str
    plain: str


def invisible_characters(text: str) -> list[Oddity]:
    """Find invisible characters in free text.

    Parameters
    ----------
    text
        a name, a note …; tabs, line feeds and the ideographic space of Chinese text are ordinary here.

    Returns
    -------
    list of Oddity
        in order; odd blanks are replaced by a blank, everything else by nothing.

    Examples
    --------
    >>> invisible_characters("亿\u200b元")
    [Oddity(column=2, character='U+200B', plain='')]
    """
    if text.isprintable() and _BLANK_LETTERS.isdisjoint(text):
        return []
    return [
        Oddity(column, f"U+{ord(character):04X}", " " if character.isspace() else "")
        for column, character in enumerate(text, 1)
        if _is_invisible(character) and character != _IDEOGRAPHIC_SPACE
    ]


def odd_characters(code: str) -> list[Oddity]:
    """Find what must not stand in a code, an id or a keyword: invisible characters and full-width ASCII.

    Parameters
    ----------
    code
        the text of a code.

    Returns
    -------
    list of Oddity
        in order, with the plain ASCII character to write instead.

    Examples
    --------
    >>> odd_characters("ｇdp")
    [Oddity(column=1, character='U+FF47', plain='g')]
    """
    if code.isascii() and code.isprintable():
        return []
    found = []
    for column, character in enumerate(code, 1):
        if 0xFF01 <= ord(character) <= 0xFF5E:
            found.append(Oddity(column, f"U+{ord(character):04X}", chr(ord(character) - 0xFEE0)))
        elif _is_invisible(character):
            found.append(Oddity(column, f"U+{ord(character):04X}", " " if character.isspace() else ""))
    return found


def plain_form(code: str) -> str:
    """Write a code without its odd characters.

    Parameters
    ----------
    code
        the text of a code.

    Returns
    -------
    str
        the same with full-width ASCII made narrow and invisible characters left out, blanks around it cut.

    Examples
    --------
    >>> plain_form("ｇdp\u200b")
    'gdp'
    """
    odd = {oddity.column: oddity.plain for oddity in odd_characters(code)}
    return "".join(odd.get(column, character) for column, character in enumerate(code, 1)).strip()


def strip_invisible(text: str) -> str:
    """Leave out the characters without width; blanks of any kind stay.

    Parameters
    ----------
    text
        any text.

    Returns
    -------
    str
        what the eye sees.

    Examples
    --------
    >>> strip_invisible("\u202e12\u200b3")
    '123'
    """
    if text.isprintable() and _BLANK_LETTERS.isdisjoint(text):
        return text
    return "".join(c for c in text if c.isspace() or not _is_invisible(c))


def on_one_line(text: str) -> str:
    r"""Give free text as one line that can be seen: line ends and odd blanks are blanks, what is invisible is left out.

    Parameters
    ----------
    text
        a note or a source as it stands in a cell.

    Returns
    -------
    str
        the same text without anything that steers a terminal or turns the order of what is read; characters of
        private use, which some fonts draw, stay.

    Examples
    --------
    >>> on_one_line("first\nline \x1b[31mred\u202e")
    'first line [31mred'
    """
    return text if text.isprintable() else "".join(map(_on_one_line, text.replace("\r\n", "\n"))).strip(" ")


def with_codes(text: str) -> str:
    r"""Write every character that is not printable as its code, for messages about names that hold some.

    >>> with_codes("a\x1b[31m")
    'a\\u001b[31m'
    """
    return text if text.isprintable() else "".join(map(_with_code, text))


def _on_one_line(character: str) -> str:
    if not _is_invisible(character):
        return " " if character in _ORDINARY else character
    if character.isspace():
        return character if character == _IDEOGRAPHIC_SPACE else " "
    return character if category(character) == "Co" else ""


def _with_code(character: str) -> str:
    return character if character.isprintable() or character == _IDEOGRAPHIC_SPACE else f"\\u{ord(character):04x}"


def _is_invisible(character: str) -> bool:
    if character in _ORDINARY or character == " ":
        return False
    return not character.isprintable() or character in _BLANK_LETTERS
