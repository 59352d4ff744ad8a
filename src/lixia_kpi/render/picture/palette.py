"""Colours of the pictures: told apart with any colour vision, and never alone: each series has its own line and mark.

Blue and vermilion are those of Okabe and Ito (2002), "Color Universal Design".
"""

from __future__ import annotations

from typing import NamedTuple

from lixia_kpi.render.workbook.style import status_colours

INK = "#1F2328"
GREY = "#57606A"
RULE = "#D8DEE4"
AXIS = "#8C959F"
PAPER = "#FFFFFF"
ACTUAL = "#0072B2"
PROJECTED = "#D55E00"
FAN = "#FBE3D2"
REQUIRED = "#57606A"
TARGET = "#1F2328"

OUTCOMES = {
    "met_early": "#00436E", "met": "#0072B2", "held": "#56A0D3", "ahead": "#9CCBEB", "on_track": "#009E73",
    "behind": "#E69F00", "missed": "#B03A2E", "awaiting": "#6E7781", "not_due": "#8C959F", "pending": "#AFB8C1",
    "undetermined": "#57606A", "no_data": "#DDE2E7",
}  # fmt: skip
"""A bar of outcomes: blue to green for what is well, orange and red for what is not, grey for what is open."""

REQUIRED_DASH = (6.0, 4.0)
PROJECTED_DASH = (2.5, 3.0)


class StatusColours(NamedTuple):
    """The colours of a status: `ink` for its word, `fill` behind it."""

    ink: str
    fill: str


def colours_of(status: str) -> StatusColours:
    """Give the colours of a status, those of the tables."""
    return StatusColours(*status_colours(status))
