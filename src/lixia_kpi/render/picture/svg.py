"""A picture as SVG: every character is drawn by its outline, so that it looks alike wherever it is opened.

What is written stays readable for a machine: the picture has a title and a description, and each line of text
carries its words as a label.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.picture.font import UNITS_PER_EM, drawn
from lixia_kpi.render.picture.scene import Area, Box, Dot, Line, Text
from lixia_kpi.render.xml_text import xml_text

if TYPE_CHECKING:
    from lixia_kpi.render.picture.font import Font
    from lixia_kpi.render.picture.scene import Picture, Point, Shape

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_BOLD = 28
"""How much thicker bold outlines are, in thousandths of the size."""
_HALO = 4


def render_svg(picture: Picture, font: Font) -> str:
    """Write a picture as SVG.

    Parameters
    ----------
    picture
        what is drawn.
    font
        where the outlines come from.

    Returns
    -------
    One SVG document that refers to nothing outside of itself; the same picture gives the same text.
    """
    writer = _Writer(font)
    shapes = [writer.shape(shape) for shape in picture.shapes]
    width, height = number(picture.width), number(picture.height)
    return "\n".join([
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' role="img" aria-labelledby="title description" xml:lang="{picture.lang}">',
        f'<title id="title">{escaped(picture.title)}</title>',
        f'<desc id="description">{escaped(picture.description)}</desc>',
        "<defs>",
        *writer.glyphs(),
        "</defs>",
        f'<rect width="{width}" height="{height}" fill="#FFFFFF"/>',
        *shapes,
        "</svg>\n",
    ])  # fmt: skip


def escaped(text: str) -> str:
    r"""Escape what XML would take for markup, and leave out what it does not allow.

    >>> escaped("a<b> & \"c\"\x00\ufffe")
    'a&lt;b&gt; &amp; &quot;c&quot;'
    """
    return xml_text(text).translate(_ESCAPES)


def number(value: float) -> str:
    """Write a length with at most two decimals.

    >>> number(12.0), number(3.14159), number(-0.001)
    ('12', '3.14', '0')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


class _Writer:
    """Writes shapes and keeps the characters they need, each once."""

    def __init__(self, font: Font) -> None:
        self._font = font
        self._used: set[str] = set()

    def glyphs(self) -> list[str]:
        """The outlines of the characters used, in the order of their codes."""
        return [
            f'<path id="u{ord(character):x}" d="{self._font.glyph(character).outline}"/>'
            for character in sorted(self._used)
        ]

    def shape(self, shape: Shape) -> str:
        """Write one shape."""
        if isinstance(shape, Text):
            return self._text(shape)
        if isinstance(shape, Line):
            dash = f' stroke-dasharray="{" ".join(map(number, shape.dash))}"' if shape.dash else ""
            return (
                f'<polyline points="{_points(shape.points)}" fill="none" stroke="{shape.ink}"'
                f' stroke-width="{number(shape.width)}" stroke-linejoin="round"{dash}/>'
            )
        if isinstance(shape, Area):
            return f'<polygon points="{_points(shape.points)}" fill="{shape.fill}"/>'
        if isinstance(shape, Dot):
            x, y = map(number, shape.at)
            return (
                f'<circle cx="{x}" cy="{y}" r="{number(shape.radius)}" fill="{shape.fill}" stroke="{shape.ink}"'
                f' stroke-width="{number(shape.width)}"/>'
            )
        return _box(shape)

    def _text(self, text: Text) -> str:
        shown = drawn(text.text)
        scale = text.size / UNITS_PER_EM
        wide = self._font.width(text.text, text.size)
        x = text.x - {"start": 0.0, "middle": wide / 2, "end": wide}[text.anchor]
        uses, at = [], 0.0
        for character in shown:
            glyph = self._font.glyph(character)
            if glyph.outline:
                self._used.add(character)
                uses.append(f'<use href="#u{ord(character):x}" x="{number(at)}"/>')
            at += glyph.advance
        place = f"translate({number(x)} {number(text.y)}) scale({scale:.5f} {-scale:.5f})"
        label, outlines = escaped(text.text), "".join(uses)
        bold = f' stroke="{text.ink}" stroke-width="{_BOLD}"' if text.bold else ""
        group = f'<g role="img" aria-label="{label}" transform="{place}" fill="{text.ink}"{bold}>{outlines}</g>'
        if not text.halo:
            return group
        halo = f'stroke="#FFFFFF" stroke-width="{number(_HALO / scale)}" stroke-linejoin="round"'
        return f'<g aria-hidden="true" transform="{place}" fill="#FFFFFF" {halo}>{outlines}</g>\n{group}'


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in points)


def _box(box: Box) -> str:
    ink = f' stroke="{box.ink}"' if box.ink else ""
    return (
        f'<rect x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}" height="{number(box.height)}"'
        f' fill="{box.fill}"{ink}/>'
    )
