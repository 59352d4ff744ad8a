"""What every sheet is written from, and the lines above its table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lixia_kpi.messages.workbook_text import HEADINGS, SHEETS
from lixia_kpi.render.workbook.layout import HEAD_ROW
from lixia_kpi.render.workbook.reference import Reference
from lixia_kpi.render.workbook.style import FACT, LINK, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.render.workbook.book import Book, Sheet
    from lixia_kpi.render.workbook.formulas import GapFormulas
    from lixia_kpi.render.workbook.layout import Layout
    from lixia_kpi.render.workbook.texts import Texts
    from lixia_kpi.tables.workbook import WorkbookReport


@dataclass(frozen=True, slots=True)
class Context:
    """One workbook in the making: the report, the file, where everything stands, the words, and the formulas by row."""

    report: WorkbookReport
    book: Book
    layout: Layout
    texts: Texts
    formulas: tuple[GapFormulas, ...]

    def open(self, code: str, *, title: str = "", rows: tuple[int, int] | None = (HEAD_ROW, HEAD_ROW)) -> Sheet:
        """Add a sheet with its title, its way back and its print set-up."""
        sheet = self.book.sheet(self.layout.names[code])
        name = title or SHEETS[code.partition(":")[0]][self.texts.english]
        sheet.text(0, 0, self.texts.fact("sheet_title", plan=self.texts.plan, sheet=name), TITLE)
        sheet.height(0, 2)
        back = Reference(self.layout.names["contents"], 0, 0)
        sheet.link(2, 0, self.texts.fact("back"), back, LINK._replace(ruled=False))
        sheet.print_setup(title=self.texts.plan, page=self.texts.fact("page"), rows=rows)
        return sheet

    def facts(self, sheet: Sheet, *facts: str) -> None:
        """Write the line of facts under the title."""
        sheet.text(1, 0, (" · ").join(filter(None, facts)), FACT)

    def headings(self, columns: Iterable[str]) -> list[str]:
        """Name the columns."""
        return [HEADINGS[column][self.texts.english] for column in columns]

    def judged(self) -> str:
        """Say how the targets were judged and projected."""
        gap = self.report.gap
        return self.texts.fact("judged", rule=gap.rule, method=gap.method, interval=gap.interval)

    def reached(self) -> str:
        """Say how far the data reach."""
        gap, elapsed = self.report.gap, self.report.gap.elapsed
        if elapsed is None or gap.as_of is None:
            return self.texts.fact("no_actuals")
        return self.texts.fact("as_of", year=gap.as_of, percent=f"{100 * elapsed:.0f}")
