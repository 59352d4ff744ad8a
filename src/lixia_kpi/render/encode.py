"""Text to the bytes of a console."""

from __future__ import annotations

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


def encode_for_console(text: str, encoding: str) -> bytes:
    """Encode a text; what the encoding lacks becomes its plain form, else a question mark, never an error.

    Parameters
    ----------
    text
        what is to be written.
    encoding
        name of the console's encoding; an unknown name is taken for UTF-8.

    Examples
    --------
    >>> encode_for_console("−5 m²", "gbk"), encode_for_console("≥65 亿元", "ascii")
    (b'-5 m2', b'>=65 ??')
    """
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
