"""An evaluation as a Word document: its text, and a chart for each target that has been observed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.picture_text import PICTURE
from lixia_kpi.render.picture.captions import Captions
from lixia_kpi.render.picture.pathways import path_picture
from lixia_kpi.render.picture.png import render_png
from lixia_kpi.render.word import Figure, render_word
from lixia_kpi.tables.path import PathReport

if TYPE_CHECKING:
    from lixia_kpi.render.document.model import Document
    from lixia_kpi.render.picture.font import Font
    from lixia_kpi.tables.path import TargetPath
    from lixia_kpi.tables.report import EvaluationReport


def evaluation_word(
    report: EvaluationReport, document: Document, paths: tuple[TargetPath, ...], font: Font, *, dated: str
) -> bytes:
    """Write an evaluation as a Word file.

    Parameters
    ----------
    report
        the evaluation.
    document
        the same as a document.
    paths
        the pathways whose charts stand at its end.
    font
        draws the texts of the charts.
    dated
        the date of the file, as 2024-03-31.
    """
    captions = Captions(report.plan, lang=document.lang)
    figures = []
    for number, path in enumerate(paths, 1):
        picture = path_picture(PathReport(report.plan, report.year, report.interval, (path,)), font, lang=document.lang)
        caption = say(PICTURE, "figure", document.lang, number=number, name=captions.title(path))
        proportion = picture.width / picture.height
        figures.append(Figure(render_png(picture, font), caption, picture.description, proportion))
    return render_word(document, dated=dated, figures=figures, heading=say(PICTURE, "heading", document.lang))
