"""Text to the bytes of a console."""

from __future__ import annotations

import re

_BEGINS_COMMAND = re.compile(r"^((?:[^\S\n]|\x1b\[[\d;]*m)*)::", re.MULTILINE)
_PLAIN = str.maketrans(
    {
        "−": "-",
        "–": "-",
        "—": "-",
        "≥": ">=",
        "≤": "<=",
        "≈": "~",
        "²": "2",
        "³": "3",
        "㎡": "m2",
        "·": ".",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "…": "...",
        "（": "(",
        "）": ")",
        "，": ",",
        "。": ".",
        "；": ";",
        "：": ":",
        "、": ",",
    }
)


def without_commands(text: str) -> str:
    """Part what the log of a CI service takes for a command: `::` that begins a line, and `##[`.

    A name in a data file could otherwise annotate a run, or hide what follows, wherever a table is printed.

    >>> without_commands("  ::error::x"), without_commands("a::b ##[group]")
    ('  : :error::x', 'a::b ## [group]')
    """
    if "::" not in text and "##[" not in text:
        return text
    return _BEGINS_COMMAND.sub(r"\1: :", text).replace("##[", "## [")


def encode_for_console(text: str, encoding: str) -> bytes:
    """Encode a text; what the encoding lacks becomes its plain form, else a question mark, never an error.

    Parameters
    ----------
    text
        what is to be written; no line of it is a command to the log of a CI service.
    encoding
        name of the console's encoding; an unknown name is taken for UTF-8.

    Examples
    --------
    >>> encode_for_console("−5 m²", "gbk"), encode_for_console("≥65 亿元", "ascii")
    (b'-5 m2', b'>=65 ??')
    """
    text = without_commands(text)
    try:
        return text.encode(encoding)
    except LookupError:
        return text.encode("utf-8", "replace")
    except UnicodeEncodeError:
        pass
    characters = {c: _encodable(c, encoding) for c in set(text)}
    return "".join(map(characters.__getitem__, text)).encode(encoding, "replace")


def _encodable(character: str, encoding: str) -> str:
    """Give the character itself where the encoding has it, else its plain form, else itself to be replaced."""
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return character.translate(_PLAIN)
    return character
