"""Texts of data files on their way into XML: what XML does not allow is left out."""

from __future__ import annotations


def xml_text(text: str) -> str:
    r"""Leave out the characters that no XML document may contain, escaped or not.

    >>> xml_text("a\x00b\ufffec\ud800")
    'abc'
    """
    return text if text.isascii() and text.isprintable() else "".join(filter(_allowed, text))


def _allowed(character: str) -> bool:
    code = ord(character)
    return code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
