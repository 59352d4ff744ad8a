"""The outlines of characters, from the font that the package brings along: no font of the machine is ever asked."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple, Protocol
from unicodedata import category

from lixia_kpi.render.width import pieces

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOT_DRAWN = ("Cc", "Cf", "Cs", "Mn", "Me")
UNITS_PER_EM = 1000
"""The outlines are in thousandths of the size of the text."""


class Shape(Protocol):
    """A glyph as the font library has it; the library carries no types."""

    width: float

    def draw(self, pen: object) -> None:
        """Draw the outline with a pen."""


class Glyph(NamedTuple):
    """A character as an outline: SVG path commands with y upwards, and the advance to the next, in thousandths."""

    outline: str
    advance: float


class Font:
    """The font of the pictures.

    Parameters
    ----------
    data
        the file of the font.
    """

    def __init__(self, data: bytes) -> None:
        font = import_module("fontTools.ttLib").TTFont(BytesIO(data), lazy=True)
        self._names: dict[int, str] = font.getBestCmap()
        self._shapes: Mapping[str, Shape] = font.getGlyphSet()
        self._glyphs: dict[str, Glyph] = {}

    def has(self, character: str) -> bool:
        """Whether the font has an outline of its own for a character."""
        return ord(character) in self._names

    def glyph(self, character: str) -> Glyph:
        """Give a character's outline; a hollow box for one that the font does not have."""
        if (found := self._glyphs.get(character)) is None:
            found = self._glyphs[character] = self._outline(self._names.get(ord(character), ".notdef"))
        return found

    def width(self, text: str, size: float) -> float:
        """Give how wide a line of text is, in pixels.

        >>> the_font().width("历下", 10)
        20.0
        """
        return sum(self.glyph(character).advance for character in drawn(text)) * size / UNITS_PER_EM

    def wrap(self, text: str, size: float, room: float) -> list[str]:
        """Break a text into lines of at most `room` pixels, where a reader would; longer words are cut.

        >>> the_font().wrap("历下区 GDP 2023", 10, 45)
        ['历下区', 'GDP 2023']
        """
        lines, line = [], ""
        for word in pieces(text):
            for piece in self._cut(word, size, room):
                if line and self.width((line + piece).rstrip(), size) > room:
                    lines.append(line.rstrip())
                    line = ""
                line += piece
        return [*lines, line.rstrip()]

    def shorten(self, text: str, size: float, room: float) -> str:
        """Cut a text that is wider than `room` pixels, with an ellipsis at its end."""
        if self.width(text, size) <= room:
            return text
        while text and self.width(text + "…", size) > room:
            text = text[:-1]
        return text.rstrip() + "…"

    def _cut(self, word: str, size: float, room: float) -> list[str]:
        if self.width(word.rstrip(), size) <= room:
            return [word]
        parts, part = [], ""
        for character in word:
            if part and self.width(part + character, size) > room:
                parts.append(part)
                part = ""
            part += character
        return [*parts, part]

    def _outline(self, name: str) -> Glyph:
        pen = import_module("fontTools.pens.svgPathPen").SVGPathPen(self._shapes)
        shape = self._shapes[name]
        shape.draw(pen)
        return Glyph(str(pen.getCommands()), float(shape.width))


def drawn(text: str) -> str:
    r"""Leave out characters that have no shape: controls, marks of direction, zero-width ones.

    >>> drawn("a\u200bb\u202e")
    'ab'
    """
    return text if text.isascii() and text.isprintable() else "".join(c for c in text if category(c) not in _NOT_DRAWN)


@cache
def the_font() -> Font:
    """Give the font that the package brings along."""
    from importlib.resources import files

    return Font((files("lixia_kpi.render.picture") / "font" / "kpi-sans-sc.otf").read_bytes())
