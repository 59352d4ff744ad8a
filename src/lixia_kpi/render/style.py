"""Colours of a terminal.

The colours are fixed entries of the 256-colour palette, of middle luminance, so that each is legible on a black and
on a white background (contrast at least 3.5 on both), and they run from blue over teal and orange to red, which
readers with red-green colour blindness tell apart by blue against orange and by luminance. Colour is never alone:
a mark and a word stand beside it, and only a status, a heading and secondary text are styled.
"""

from __future__ import annotations

RESET = "\x1b[0m"
BOLD = "\x1b[1m"

STATUS_COLOURS = {
    "met": 32,
    "ahead": 32,
    "on_track": 30,
    "behind": 166,
    "off_track": 160,
    "reversing": 160,
    "pending": 243,
    "undetermined": 243,
    "no_data": 243,
}
SECONDARY_COLOUR = 243
_BOLD_STATUSES = frozenset({"met", "reversing"})


class Style:
    """Escape sequences around text where colour is wanted, the text alone where not."""

    __slots__ = ("_status", "on")

    def __init__(self, *, color: bool) -> None:
        self.on = color
        self._status = {
            status: f"\x1b[{'1;' if status in _BOLD_STATUSES else ''}38;5;{colour}m"
            for status, colour in STATUS_COLOURS.items()
        }

    def bold(self, text: str) -> str:
        """Emphasise a heading."""
        return f"{BOLD}{text}{RESET}" if self.on and text else text

    def secondary(self, text: str) -> str:
        """Set text back that is not the reader's first concern."""
        return f"\x1b[38;5;{SECONDARY_COLOUR}m{text}{RESET}" if self.on and text else text

    def status(self, status: str, text: str) -> str:
        """Colour the text of a status."""
        return f"{self._status[status]}{text}{RESET}" if self.on and status in self._status else text
