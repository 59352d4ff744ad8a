"""The legend: a sample of each series with its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.picture_text import LEGEND
from lixia_kpi.render.picture import palette
from lixia_kpi.render.picture.scene import Area, Box, Dot, Line, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.picture.font import Font
    from lixia_kpi.render.picture.scene import Shape

_SAMPLE = 26
_GAP = 7
_BETWEEN = 20


class Legend:
    """The samples of some series, in rows of at most `room` pixels."""

    def __init__(
        self, series: Sequence[str], *, lang: Lang, interval: int, size: float, room: float, font: Font
    ) -> None:
        self._size = size
        self._rows: list[list[tuple[float, str, str]]] = [[]]
        x = 0.0
        for name in series:
            text = say(LEGEND, name, lang, interval=interval)
            wide = _SAMPLE + _GAP + font.width(text, size)
            if x and x + wide > room:
                self._rows.append([])
                x = 0.0
            self._rows[-1].append((x, name, text))
            x += wide + _BETWEEN

    @property
    def height(self) -> float:
        """How high all rows are."""
        return len(self._rows) * self._size * 1.6

    def shapes(self, x: float, y: float) -> list[Shape]:
        """Draw it with its upper left corner at a place."""
        shapes: list[Shape] = []
        for number, row in enumerate(self._rows):
            line = y + self._size * (1.6 * number + 1.1)
            for offset, name, text in row:
                shapes += _sample(name, x + offset, line - self._size * 0.35)
                shapes.append(Text(x + offset + _SAMPLE + _GAP, line, text, self._size, palette.INK))
        return shapes


def _sample(series: str, x: float, y: float) -> list[Shape]:
    ends, middle = ((x, y), (x + _SAMPLE, y)), (x + _SAMPLE / 2, y)
    if series == "interval":
        return [Box(x, y - 6, _SAMPLE, 12, palette.FAN)]
    if series == "required":
        return [Line(ends, palette.REQUIRED, 1.6, palette.REQUIRED_DASH)]
    if series == "projected":
        line = Line(ends, palette.PROJECTED, 1.8, palette.PROJECTED_DASH)
        return [line, Dot(middle, 4, palette.PAPER, palette.PROJECTED, 1.8)]
    if series == "target":
        cx, cy = middle
        corners = ((cx - 5, cy), (cx, cy - 5), (cx + 5, cy), (cx, cy + 5))
        return [Line(ends, palette.TARGET, 1.2), Area(corners, palette.TARGET)]
    return [Line(ends, palette.ACTUAL, 2.2), Dot(middle, 4, palette.ACTUAL, palette.ACTUAL)]
