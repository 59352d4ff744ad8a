"""A picture as PNG: its SVG, rasterised. No font is needed, since the SVG has the outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.picture.svg import render_svg

if TYPE_CHECKING:
    from lixia_kpi.render.picture.font import Font
    from lixia_kpi.render.picture.scene import Picture

SCALE = 2
"""Pixels of the PNG to a pixel of the SVG: sharp on paper and on fine screens."""
MOST_PIXELS = 60_000_000


def render_png(picture: Picture, font: Font) -> bytes:
    """Write a picture as PNG, twice as wide and high as the SVG; less where that would be over 60 million pixels."""
    from resvg_py import svg_to_bytes

    scale = min(SCALE, (MOST_PIXELS / (picture.width * picture.height)) ** 0.5)
    width = round(picture.width * scale)
    return svg_to_bytes(svg_string=render_svg(picture, font), skip_system_fonts=True, width=width)
