"""Widths in terminal cells: a Chinese character takes two, a combining mark none.

`str` methods count characters and misplace every column that holds Chinese. The table of the Unicode version of the
running Python is used; a dedicated library agrees with it for the texts of a plan and costs 70 ms to load.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category, east_asian_width


class _Cells(dict[str, int]):
    """The cells of each character met so far."""

    def __missing__(self, character: str) -> int:
        if category(character) in ("Mn", "Me", "Cf", "Cc"):
            cells = 0
        else:
            cells = 2 if east_asian_width(character) in "WF" else 1
        self[character] = cells
        return cells


_CELLS = _Cells()
_cells_of = _CELLS.__getitem__

_NO_LINE_START = frozenset("，。、；：？！）》〉」』】〕”’…％‰·,.;:?!)]}%’”")
_NO_LINE_END = frozenset("（《〈「『【〔“‘([{")


@lru_cache(maxsize=8192)
def width(text: str) -> int:
    """Count the terminal cells of a text without escape sequences or control characters.

    >>> width("GDP"), width("地区生产总值"), width("≥65")
    (3, 12, 3)
    """
    if text.isascii():
        return len(text)
    return sum(map(_cells_of, text))


def left(text: str, cells: int) -> str:
    """Pad with blanks on the right up to `cells`."""
    return text + " " * (cells - width(text))


def right(text: str, cells: int) -> str:
    """Pad with blanks on the left up to `cells`."""
    return " " * (cells - width(text)) + text


def pieces(text: str) -> list[str]:
    """Split a text where a line may break.

    At blanks, behind the hyphen of a compound, and between wide characters except before closing punctuation.
    A piece keeps the blank that follows it.

    >>> pieces("现代服务业，R&D share")
    ['现', '代', '服', '务', '业，', 'R&D ', 'share']
    """
    found: list[str] = []
    current = ""
    for character in text:
        if current and (_may_break(current[-1], character) or _hyphenated(current, character)):
            found.append(current)
            current = character
        else:
            current += character
    if current:
        found.append(current)
    return found


def _hyphenated(current: str, after: str) -> bool:
    return len(current) > 2 and current[-1] == "-" and current[-2].isalpha() and after.isalpha()


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in _NO_LINE_START or before in _NO_LINE_END or _cells_of(after) == 0:
        return False
    if before == " ":
        return True
    return _cells_of(before) == 2 or _cells_of(after) == 2


def wrap(text: str, cells: int, *, indent: int = 0) -> list[str]:
    """Fold a text into lines of at most `cells`; nothing is left out.

    Parameters
    ----------
    text
        one paragraph without line ends.
    cells
        width of a line, at least 2.
    indent
        blanks before every line but the first, counted in `cells`.

    Returns
    -------
    The lines, at least one. A word longer than a line is broken wherever the line ends.

    Examples
    --------
    >>> wrap("现代服务业占服务业增加值比重", 12)
    ['现代服务业占', '服务业增加值', '比重']
    >>> wrap("General public budget revenue", 14)
    ['General public', 'budget revenue']
    """
    return [text] if width(text) <= cells else wrap_pieces(pieces(text), cells, indent=indent)


def wrap_pieces(unbroken: list[str], cells: int, *, indent: int = 0) -> list[str]:
    """Fold pieces into lines of at most `cells`, as `wrap` does; only a piece longer than a line is broken."""
    margin = " " * min(indent, max(cells - 2, 0))
    lines: list[str] = []
    line, used = "", 0
    for piece in _short_pieces(unbroken, cells - len(margin)):
        size = width(piece.rstrip())
        if line and used + size > cells:
            lines.append(line.rstrip())
            line, used = margin, len(margin)
        line += piece
        used += width(piece)
    lines.append(line.rstrip())
    return lines


def _short_pieces(unbroken: list[str], cells: int) -> list[str]:
    """Break what is longer than a line character by character."""
    return [part for piece in unbroken for part in (piece if width(piece.rstrip()) > cells else [piece])]
