"""An evaluation as an overview picture or as a Word document with charts, to the place that the options ask for."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

from lixia_kpi.cli.language import language_for
from lixia_kpi.cli.output import write
from lixia_kpi.cli.picture_result import LIBRARIES, check_picture, put_picture
from lixia_kpi.errors import UsageError

if TYPE_CHECKING:
    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.cli.options import DocumentOutput, Screen
    from lixia_kpi.folder.open import PlanFolder
    from lixia_kpi.tables.report import EvaluationReport

ILLUSTRATED = ("docx", "svg", "png")


def check_illustrated(format_: str, file: str | None) -> None:
    """Raise UsageError where the format cannot be written: a library is missing, or it would go to a terminal."""
    if format_ != "docx":
        check_picture(format_, file)
        return
    if not all(find_spec(library) for library in LIBRARIES["png"]):
        raise UsageError("library_missing", {"format": format_, "extra": "office"})
    if file is None and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError("file_needed", {"format": format_})


def put_illustrated(
    format_: str,
    report: EvaluationReport,
    evaluation: Evaluation,
    folder: PlanFolder,
    output: DocumentOutput,
    screen: Screen,
    *,
    everything: bool,
) -> None:
    """Write an evaluation with its charts in the language at hand."""
    from lixia_kpi.render.report import report_document
    from lixia_kpi.tables.report.pathways import observed_pathways

    lang = language_for(screen.lang, folder.plan.info.language)
    document = report_document(report, lang=lang, ascii_only=screen.ascii, everything=everything)
    paths = tuple(path for _, path in observed_pathways(evaluation, report))
    if format_ == "docx":
        from lixia_kpi.render.picture.font import the_font
        from lixia_kpi.render.report.word import evaluation_word

        dated = latest_publication(folder, report)
        write(evaluation_word(report, document, paths, the_font(), dated=dated), output.output)
        return
    from lixia_kpi.render.picture.overview import overview_picture

    put_picture(lambda font: overview_picture(report, document, paths, font), format_, output.output)


def latest_publication(folder: PlanFolder, report: EvaluationReport) -> str:
    """Give the date of the newest figure that an evaluation knows, never the clock's; else the plan's first day."""
    year, vintage = report.year, report.vintage
    published = [
        row.published
        for row in folder.observations
        if row.published is not None
        and (year is None or row.year <= year)
        and (vintage is None or row.published <= vintage)
    ]
    return max(published) if published else f"{max(report.plan.start, 1980)}-01-01"
