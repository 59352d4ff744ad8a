"""How cells look: one record a look, and the colours of the statuses on paper."""

from __future__ import annotations

from typing import NamedTuple

from lixia_kpi.render.style import STATUS_COLOURS

TEXT_FONT = {"zh": "等线", "en": "Calibri"}
"""Fonts of the office programs themselves; where one is missing they take the reader's own."""

INPUT_INK = "#1F4E9E"
HEAD_FILL = "#E4EBF3"
RULE = "#CBD3DC"
LINK_INK = "#0B5CAD"
GREY_INK = "#5A5A5A"
PATHWAY_INK = "#7F7F7F"
PROJECTION_INK = "#D75F00"
ACTUAL_INK = "#005F87"
FAN_FILL = "#F3C9A5"

_STEPS = (0, 95, 135, 175, 215, 255)


class Look(NamedTuple):
    """The look of a cell; `ink` and `fill` are colours, `number` a number format.

    `unlocked` cells can be typed into on a protected sheet.
    """

    number: str = ""
    bold: bool = False
    wrap: bool = False
    align: str = ""
    ink: str = ""
    fill: str = ""
    size: float = 0
    top: bool = False
    ruled: bool = True
    link: bool = False
    unlocked: bool = False


PLAIN = Look(ruled=False)
TITLE = Look(bold=True, size=14, ruled=False)
FACT = Look(ink=GREY_INK, ruled=False)
HEAD = Look(bold=True, wrap=True, align="center", fill=HEAD_FILL)
CELL = Look()
WRAPPED = Look(wrap=True, top=True)
LINK = Look(ink=LINK_INK, link=True)


def terminal_colour(code: int) -> tuple[int, int, int]:
    """Give red, green and blue of an entry of the 256-colour palette of terminals.

    >>> terminal_colour(32), terminal_colour(243)
    ((0, 135, 215), (118, 118, 118))
    """
    if code >= 232:
        grey = 8 + 10 * (code - 232)
        return grey, grey, grey
    cube = code - 16
    return _STEPS[cube // 36], _STEPS[cube // 6 % 6], _STEPS[cube % 6]


def status_colours(status: str) -> tuple[str, str]:
    """Give ink and fill of a status on paper: the terminal's colour, darker for the word and paler behind it."""
    colour = terminal_colour(STATUS_COLOURS[status])
    return _hex(_mix(colour, 0, 0.35)), _hex(_mix(colour, 255, 0.85))


def status_colour(status: str) -> str:
    """Give the colour of a status as the terminal has it."""
    return _hex(terminal_colour(STATUS_COLOURS[status]))


def _mix(colour: tuple[int, int, int], towards: int, share: float) -> tuple[int, int, int]:
    red, green, blue = (round(part + (towards - part) * share) for part in colour)
    return red, green, blue


def _hex(colour: tuple[int, int, int]) -> str:
    return "#{:02X}{:02X}{:02X}".format(*colour)
