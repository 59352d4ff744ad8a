"""From a report to the bytes of a workbook."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from lixia_kpi.render.workbook.book import Book
from lixia_kpi.render.workbook.formulas import GapFormulas
from lixia_kpi.render.workbook.layout import lay_out
from lixia_kpi.render.workbook.sheets.contents import write_contents
from lixia_kpi.render.workbook.sheets.context import Context
from lixia_kpi.render.workbook.sheets.gap import write_gap
from lixia_kpi.render.workbook.sheets.group import write_group
from lixia_kpi.render.workbook.sheets.method import write_method
from lixia_kpi.render.workbook.sheets.paths import write_paths
from lixia_kpi.render.workbook.sheets.remarks import write_remarks
from lixia_kpi.render.workbook.sheets.rows import write_rows
from lixia_kpi.render.workbook.sheets.sources import write_sources
from lixia_kpi.render.workbook.sheets.values import write_values
from lixia_kpi.render.workbook.sheets.workings import write_workings
from lixia_kpi.render.workbook.texts import Texts

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.workbook import WorkbookReport


def render_workbook(report: WorkbookReport, *, lang: Lang) -> bytes:
    """Write a workbook: the same report and language always give the same bytes.

    Parameters
    ----------
    report : the judged targets, their years and their sources.
    lang : `zh` or `en`.

    Returns
    -------
    bytes
        An XLSX file.

    Raises
    ------
    ModuleNotFoundError
        XlsxWriter is not installed.
    """
    texts = Texts(report.gap, lang)
    book = Book(lang, title=texts.fact("title", plan=texts.plan), subject=report.gap.plan.id, dated=_dated(report))
    layout = lay_out(report, lang)
    formulas = tuple(GapFormulas(layout, row) for row in range(len(report.gap.rows)))
    context = Context(report, book, layout, texts, formulas)
    write_contents(context)
    write_gap(context)
    for group in layout.groups:
        write_group(context, group)
    for write in (write_paths, write_workings, write_values, write_sources, write_method, write_remarks, write_rows):
        write(context)
    return book.close()


def _dated(report: WorkbookReport) -> datetime:
    """The date of the file: of the latest figure it uses, never of the clock; else the first day of the plan."""
    published = [figure.published for figure in report.figures.all if figure.used and figure.published]
    latest = date.fromisoformat(max(published)) if published else date(max(report.gap.plan.start, 1980), 1, 1)
    return datetime(latest.year, latest.month, latest.day)
