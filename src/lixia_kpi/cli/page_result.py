"""A web page to the place that the options ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.cli.language import language_for
from lixia_kpi.cli.output import write

if TYPE_CHECKING:
    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.cli.options import DocumentOutput, Screen
    from lixia_kpi.folder.open import PlanFolder
    from lixia_kpi.tables.report import EvaluationReport


def put_page(
    report: EvaluationReport,
    evaluation: Evaluation,
    folder: PlanFolder,
    output: DocumentOutput,
    screen: Screen,
    *,
    everything: bool,
) -> None:
    """Write the page of an evaluation in the language at hand."""
    from lixia_kpi.render.web import render_page
    from lixia_kpi.tables.page import page_report

    page = page_report(report, evaluation, folder.plan, folder.observations)
    lang = language_for(screen.lang, folder.plan.info.language)
    write(render_page(page, lang=lang, everything=everything), output.output)
