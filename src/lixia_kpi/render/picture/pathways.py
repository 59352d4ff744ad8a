"""The picture of `kpi path`: a chart for each target, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.path_text import PATH
from lixia_kpi.messages.picture_text import PICTURE
from lixia_kpi.render.picture import palette
from lixia_kpi.render.picture.captions import Captions
from lixia_kpi.render.picture.legend import Legend
from lixia_kpi.render.picture.plot import Frame, draw_plot, drawn_series
from lixia_kpi.render.picture.scene import Box, Picture, Text

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.picture.font import Font
    from lixia_kpi.render.picture.scene import Shape
    from lixia_kpi.tables.path import PathReport, TargetPath

WIDTH = 760
_MARGIN = 24
_PLOT = 300
_TITLE, _TEXT, _SMALL = 18.0, 13.0, 11.0


def path_picture(report: PathReport, font: Font, *, lang: Lang) -> Picture:
    """Lay out the charts of a report.

    Parameters
    ----------
    report
        the targets asked for, each with its years.
    font
        measures the texts.
    lang
        `zh` or `en`.
    """
    writer = _Writer(report, font, lang)
    y = float(_MARGIN)
    for path in report.paths:
        y = writer.chart(path, y)
    if not report.paths:
        writer.shapes.append(Text(_MARGIN, y + _TEXT, say(PATH, "none", lang), _TEXT, palette.INK))
        y += 2 * _TEXT
    names = ("、" if lang == "zh" else "; ").join(writer.captions.name(path) for path in report.paths)
    title = say(PICTURE, "title", lang, names=names)
    description = "\n".join(writer.captions.description(path) for path in report.paths)
    return Picture(WIDTH, y + _MARGIN - 10, title, description, lang, tuple(writer.shapes))


class _Writer:
    def __init__(self, report: PathReport, font: Font, lang: Lang) -> None:
        self.report, self.font, self.lang = report, font, lang
        self.captions = Captions(report.plan, lang=lang)
        self.shapes: list[Shape] = []

    def chart(self, path: TargetPath, y: float) -> float:
        """Draw one target from y on; give where the next one may begin."""
        room = WIDTH - 2 * _MARGIN
        y = self._lines(self.captions.title(path), y, _TITLE, palette.INK, bold=True) + 6
        y = self._judgement(path, y) + 10
        frame = Frame(_MARGIN, y, room, _PLOT, _TEXT)
        if plot := draw_plot(path, frame, self.captions, self.font):
            series = drawn_series([path])
            legend = Legend(
                series, lang=self.lang, interval=self.report.interval, size=_TEXT, room=room, font=self.font
            )
            self.shapes += [*plot, *legend.shapes(_MARGIN, y + _PLOT + 6)]
            y += _PLOT + 6 + legend.height + 8
        else:
            y = self._lines(say(PATH, "nothing", self.lang), y + 10, _TEXT, palette.GREY) + 10
        if path.source:
            y = self._lines(say(PICTURE, "source", self.lang, source=path.source), y, _SMALL, palette.GREY)
        return self._lines(say(PICTURE, "computed", self.lang), y, _SMALL, palette.GREY) + 22

    def _judgement(self, path: TargetPath, y: float) -> float:
        """The status on its colour, and the target beside it."""
        colours = palette.colours_of(str(path.gap.values["status"]))
        status = self.captions.status(path)
        wide = self.font.width(status, _TEXT) + 16
        self.shapes += [
            Box(_MARGIN, y, wide, _TEXT + 11, colours.fill),
            Text(_MARGIN + 8, y + _TEXT + 3.5, status, _TEXT, colours.ink, bold=True),
            Text(_MARGIN + wide + 12, y + _TEXT + 3.5, self.captions.target(path), _TEXT, palette.INK),
        ]
        return y + _TEXT + 11

    def _lines(self, text: str, y: float, size: float, ink: str, *, bold: bool = False) -> float:
        for line in self.font.wrap(text, size, WIDTH - 2 * _MARGIN):
            y += size * 1.3
            self.shapes.append(Text(_MARGIN, y - size * 0.3, line, size, ink, bold=bold))
        return y
