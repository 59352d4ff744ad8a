"""A workbook to the place that the options ask for."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

from lixia_kpi.cli.language import language_for
from lixia_kpi.cli.output import write
from lixia_kpi.errors import UsageError

if TYPE_CHECKING:
    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.cli.options import DocumentOutput, Screen
    from lixia_kpi.folder.open import PlanFolder
    from lixia_kpi.tables.gap import GapRow


def check_workbook(output: DocumentOutput) -> None:
    """Raise UsageError where a workbook cannot be written: its library is missing, or it would go to a terminal."""
    if find_spec("xlsxwriter") is None:
        raise UsageError("library_missing", {"format": "xlsx", "extra": "office"})
    if output.output is None and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError("file_needed", {"format": "xlsx"})


def put_workbook(
    evaluation: Evaluation, folder: PlanFolder, rows: tuple[GapRow, ...], output: DocumentOutput, screen: Screen
) -> None:
    """Write the workbook of these rows in the language at hand."""
    from lixia_kpi.render.workbook import render_workbook
    from lixia_kpi.tables.workbook import workbook_report

    report = workbook_report(evaluation, folder.plan, folder.observations, rows)
    lang = language_for(screen.lang, folder.plan.info.language)
    write(render_workbook(report, lang=lang), output.output)
