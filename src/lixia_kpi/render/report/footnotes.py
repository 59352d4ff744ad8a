"""Footnotes of the table of main indicators: those of the gap table, with references to this document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.notes import NOTES
from lixia_kpi.messages.report_text import RESULTS
from lixia_kpi.render.rows.footnotes import Footnotes

if TYPE_CHECKING:
    from lixia_kpi.tables.gap import GapRow


class ReportFootnotes(Footnotes):
    """Numbers the footnotes of an evaluation, whose doubts stand in a section of their own."""

    def _texts(self, row: GapRow) -> list[str]:
        english = self._lang == "en"
        here = RESULTS["doubtful"][english]
        return [here if text == NOTES["doubtful"][english] else text for text in super()._texts(row)]
