"""The first sheet: what the workbook is, where everything stands, how many targets have each status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.messages.workbook_text import ABOUT, HEADINGS
from lixia_kpi.render.width import wrap
from lixia_kpi.render.workbook.charts import status_chart
from lixia_kpi.render.workbook.reference import Reference
from lixia_kpi.render.workbook.sheets.gap import colour_statuses
from lixia_kpi.render.workbook.status_formula import WORDS
from lixia_kpi.render.workbook.style import CELL, LINK, PLAIN, TITLE, WRAPPED, Look

if TYPE_CHECKING:
    from lixia_kpi.render.workbook.book import Sheet
    from lixia_kpi.render.workbook.sheets.context import Context

_WIDTHS = (26, 14, 90)
_CLOSE = 1e-9


def write_contents(context: Context) -> None:
    """Write the sheet."""
    texts, gap = context.texts, context.report.gap
    sheet = context.book.sheet(context.layout.names["contents"])
    sheet.print_setup(title=texts.plan, page=texts.fact("page"), rows=None)
    sheet.print_on(wide=1, high=1)
    sheet.text(0, 0, texts.fact("title", plan=texts.plan), TITLE._replace(size=16))
    sheet.height(0, 2)
    plan = gap.plan
    facts = [texts.fact("period", start=plan.start, end=plan.end, base=plan.baseline_year), context.reached()]
    vintage = context.report.evaluation.options.vintage
    facts += [texts.fact("vintage", date=vintage)] if vintage else []
    facts += [context.judged()]
    facts += [texts.fact("source", title=plan.source.title)] if plan.source.title else []
    left_out = sum(gap.left_out.values())
    facts += [texts.fact("left_out", count=left_out)] if left_out else []
    facts += wrap(texts.fact("colours"), sum(_WIDTHS) - 4)
    row = 1
    for fact in facts:
        sheet.text(row, 0, fact, PLAIN)
        row += 1
    row = _write_sheets(context, sheet, row + 1)
    row = _write_check(context, sheet, row + 1)
    _write_counts(context, sheet, row + 1)


def _write_sheets(context: Context, sheet: Sheet, row: int) -> int:
    """List the sheets, each a link."""
    english = context.texts.english
    sheet.head(row, [HEADINGS["sheet"][english], HEADINGS["count"][english], HEADINGS["about"][english]], _WIDTHS)
    counts = {
        "gap": len(context.report.gap.rows),
        **{f"group:{group}": len(rows) for group, rows in context.layout.groups.items()},
    }
    for code, name in context.layout.names.items():
        if code == "contents":
            continue
        row += 1
        sheet.link(row, 0, name, Reference(name, 0, 0), LINK)
        if code in counts:
            sheet.number(row, 1, counts[code], Look(align="center"))
        else:
            sheet.blank(row, 1)
        sheet.text(row, 2, ABOUT[code.partition(":")[0]][english], WRAPPED._replace(top=False))
    return row + 1


def _write_check(context: Context, sheet: Sheet, row: int) -> int:
    """Say whether the formulas give what the program gave."""
    texts, rows = context.texts, len(context.report.gap.rows)
    if not rows:
        return row
    first, last = (context.layout.workings(position, "difference") for position in (0, rows - 1))
    agree, differ = texts.fact("agree"), texts.fact("differ")
    sheet.text(row, 0, texts.fact("check"), CELL._replace(bold=True))
    sheet.formula(row, 1, f"MAX({first}:{last.here})", 0.0, Look(number="0.0E+00", align="center"))
    cell = Reference(sheet.name, row, 1).here
    sheet.formula(row, 2, f'IF({cell}<={_CLOSE},"{agree}","{differ}")', agree)
    return row + 1


def _write_counts(context: Context, sheet: Sheet, row: int) -> None:
    """Count the targets by status, and draw the counts."""
    texts, rows = context.texts, context.report.gap.rows
    sheet.head(row, [HEADINGS["status"][texts.english], HEADINGS["count"][texts.english]], _WIDTHS[:2])
    counts = context.report.gap.counts()
    for position, status in enumerate(STATUSES, 1):
        at = row + position
        word = Reference(sheet.name, at, 0).here
        sheet.formula(at, 0, WORDS[status], texts.status(status), CELL._replace(bold=True))
        if rows:
            first, last = (context.layout.gap(number, "status") for number in (0, len(rows) - 1))
            formula = f"SUMPRODUCT(({first}:{last.here}={word})*1)"
            sheet.formula(at, 1, formula, counts.get(status, 0), Look(align="center"))
        else:
            sheet.number(at, 1, 0, Look(align="center"))
    colour_statuses(sheet, row + 1, row + len(STATUSES), 0)
    chart = status_chart(context, sheet.name, row + 1, 0)
    sheet.chart(row, 2, chart, description=texts.fact("status_chart"))
