"""The picture of `kpi report`: how many targets stand how, and a small chart for each that has been observed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.picture_text import PICTURE
from lixia_kpi.messages.report_text import OUTCOMES as OUTCOME_WORDS
from lixia_kpi.render.document.model import Paragraph
from lixia_kpi.render.picture import palette
from lixia_kpi.render.picture.captions import Captions
from lixia_kpi.render.picture.legend import Legend
from lixia_kpi.render.picture.plot import Frame, draw_plot, drawn_series
from lixia_kpi.render.picture.scene import Box, Picture, Text
from lixia_kpi.tables.report.outcome import OUTCOMES

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.document.model import Document
    from lixia_kpi.render.picture.font import Font
    from lixia_kpi.render.picture.scene import Shape
    from lixia_kpi.tables.path import TargetPath
    from lixia_kpi.tables.report import EvaluationReport

WIDTH = 1120
_MARGIN, _GUTTER, _COLUMNS = 28, 26, 3
_PLOT = 178
_TITLE, _HEAD, _TEXT, _SMALL = 22.0, 14.0, 13.0, 11.0
_BAR = 26


def overview_picture(
    report: EvaluationReport, document: Document, paths: tuple[TargetPath, ...], font: Font
) -> Picture:
    """Lay out an evaluation as one picture.

    Parameters
    ----------
    report
        the evaluation.
    document
        the same as a document: its title, its facts and its first sentences stand at the head.
    paths
        the pathways of the targets observed, in the order they are drawn.
    font
        measures the texts.
    """
    writer = _Writer(report, font, document.lang)
    y = writer.head(document)
    y = writer.bar(y)
    y = writer.legend(paths, y)
    for first in range(0, len(paths), _COLUMNS):
        y = writer.row(paths[first : first + _COLUMNS], y)
    if not paths:
        y = writer.lines(say(PICTURE, "none_observed", document.lang), y + 10, _TEXT, palette.GREY)
    y = writer.lines(say(PICTURE, "computed", document.lang), y + 4, _SMALL, palette.GREY)
    told = [writer.counts(), *(writer.captions.description(path) for path in paths)]
    return Picture(WIDTH, y + _MARGIN, document.title, "\n".join(told), document.lang, tuple(writer.shapes))


class _Writer:
    def __init__(self, report: EvaluationReport, font: Font, lang: Lang) -> None:
        self.report, self.font, self.lang = report, font, lang
        self.captions = Captions(report.plan, lang=lang)
        self.shapes: list[Shape] = []
        found = report.whole.counts()
        self.outcomes = [(outcome, found[outcome]) for outcome in OUTCOMES if found[outcome]]

    def lines(self, text: str, y: float, size: float, ink: str, *, bold: bool = False) -> float:
        """Write a text over the whole width; give where it ends."""
        for line in self.font.wrap(text, size, WIDTH - 2 * _MARGIN):
            y += size * 1.45
            self.shapes.append(Text(_MARGIN, y - size * 0.4, line, size, ink, bold=bold))
        return y

    def head(self, document: Document) -> float:
        """Title, facts, and what the evaluation can say at all."""
        y = self.lines(document.title, _MARGIN - 6, _TITLE, palette.INK, bold=True)
        for fact in document.facts:
            y = self.lines(fact, y, _TEXT, palette.GREY)
        leads = [block.text for block in document.blocks if isinstance(block, Paragraph) and block.kind == "lead"]
        for lead in leads:
            y = self.lines(lead, y + 4, _TEXT, palette.INK)
        return y + 12

    def bar(self, y: float) -> float:
        """The targets by outcome as one bar, with a word and a number for each part below."""
        total, room = self.report.whole.total, WIDTH - 2 * _MARGIN
        if not total:
            return y
        x, words = float(_MARGIN), float(_MARGIN)
        below = y + _BAR + 20
        for outcome, count in self.outcomes:
            wide = room * count / total
            self.shapes.append(Box(x, y, max(wide - 1, 0.5), _BAR, palette.OUTCOMES[outcome]))
            x += wide
            label = self._count(outcome, count)
            size = self.font.width(label, _TEXT) + 18
            if words > _MARGIN and words + size > WIDTH - _MARGIN:
                words, below = float(_MARGIN), below + _TEXT * 1.6
            self.shapes.append(Box(words, below - 10, 11, 11, palette.OUTCOMES[outcome]))
            self.shapes.append(Text(words + 17, below, label, _TEXT, palette.INK))
            words += size + 18
        return below + 22

    def counts(self) -> str:
        """Tell the bar in a sentence."""
        between, stop = ("，", "。") if self.lang == "zh" else (", ", ".")
        counts = between.join(self._count(*found) for found in self.outcomes)
        colon = "：" if self.lang == "zh" else ": "
        return say(PICTURE, "counts", self.lang) + colon + counts + stop

    def legend(self, paths: tuple[TargetPath, ...], y: float) -> float:
        """The legend of all charts."""
        legend = Legend(
            drawn_series(paths), lang=self.lang, interval=self.report.interval, size=_TEXT,
            room=WIDTH - 2 * _MARGIN, font=self.font,
        )  # fmt: skip
        if not paths:
            return y
        self.shapes += legend.shapes(_MARGIN, y)
        return y + legend.height + 16

    def row(self, paths: tuple[TargetPath, ...], y: float) -> float:
        """Charts side by side, their names on as many lines as the longest needs."""
        room = (WIDTH - 2 * _MARGIN - (_COLUMNS - 1) * _GUTTER) / _COLUMNS
        titles = [self.font.wrap(self.captions.title(path), _HEAD, room - 4) for path in paths]
        most = max(map(len, titles))
        for column, (path, title) in enumerate(zip(paths, titles, strict=True)):
            x = _MARGIN + column * (room + _GUTTER)
            for number, line in enumerate(title):
                self.shapes.append(Text(x, y + _HEAD * (1 + 1.3 * number), line, _HEAD, palette.INK, bold=True))
            under = y + _HEAD * 1.3 * most + 6
            self._status(path, x, under)
            frame = Frame(x, under + 26, room, _PLOT, _SMALL)
            self.shapes += draw_plot(path, frame, self.captions, self.font)
        return y + _HEAD * 1.3 * most + 6 + 26 + _PLOT + 22

    def _status(self, path: TargetPath, x: float, y: float) -> None:
        colours = palette.colours_of(str(path.gap.values["status"]))
        status = self.captions.status(path)
        self.shapes.append(Box(x, y, self.font.width(status, _SMALL) + 12, _SMALL + 8, colours.fill))
        self.shapes.append(Text(x + 6, y + _SMALL + 2.5, status, _SMALL, colours.ink, bold=True))

    def _count(self, outcome: str, count: int) -> str:
        return f"{say(OUTCOME_WORDS, outcome, self.lang)} {count}"
