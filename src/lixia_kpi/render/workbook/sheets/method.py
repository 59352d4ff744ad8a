"""The method: the numbers and words that the formulas refer to, and every formula in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.growth.comparison import RELATIVE_SLACK
from lixia_kpi.messages.workbook_method import CONSTANT_HEADING, CONSTANTS, STATUS_HEADING, SUBJECTS, TEXTS
from lixia_kpi.messages.workbook_text import HEADINGS
from lixia_kpi.render.width import wrap
from lixia_kpi.render.workbook.layout import CONSTANTS as NAMED
from lixia_kpi.render.workbook.layout import FIRST_ROW, HEAD_ROW
from lixia_kpi.render.workbook.sheets.gap import colour_statuses
from lixia_kpi.render.workbook.status_formula import WORDS
from lixia_kpi.render.workbook.style import CELL, INPUT_INK, WRAPPED, Look

if TYPE_CHECKING:
    from lixia_kpi.render.workbook.book import Sheet
    from lixia_kpi.render.workbook.sheets.context import Context

_WIDTHS = (40, 120)


def write_method(context: Context) -> None:
    """Write the sheet."""
    texts, layout = context.texts, context.layout
    english = texts.english
    sheet = context.open("method", rows=None)
    context.facts(sheet, context.judged())
    sheet.head(HEAD_ROW, [CONSTANT_HEADING[english], HEADINGS["constant"][english]], _WIDTHS)
    cuts = context.report.gap.plan.cuts
    numbers = {**cuts._asdict(), "slack": RELATIVE_SLACK}
    for code in NAMED:
        cell = layout.constant(code)
        sheet.text(cell.row, 0, CONSTANTS[code][english])
        number = "0.00" if code != "slack" else "0E+00"
        sheet.number(cell.row, 1, numbers[code], Look(number=number, align="left", ink=INPUT_INK))
        context.book.define(code if code == "slack" else f"cut_{code}", cell)
    row = FIRST_ROW + len(NAMED) + 1
    sheet.head(row, [STATUS_HEADING[english], HEADINGS["status"][english]], _WIDTHS)
    for position, status in enumerate(STATUSES):
        cell = layout.status(position)
        sheet.text(cell.row, 0, status)
        sheet.text(cell.row, 1, texts.status(status), CELL._replace(bold=True))
        context.book.define(WORDS[status], cell)
    colour_statuses(sheet, layout.status(0).row, layout.status(len(STATUSES) - 1).row, 1)
    _write_texts(context, sheet, layout.status(len(STATUSES)).row + 1)


def _write_texts(context: Context, sheet: Sheet, row: int) -> None:
    english, rule = context.texts.english, context.report.gap.rule
    sheet.head(row, [HEADINGS["subject"][english], HEADINGS["text"][english]], _WIDTHS)
    other = rule != "pace"
    for code, subject in SUBJECTS.items():
        if code == "other_rule" and not other:
            continue
        row += 1
        text = TEXTS[code][english].format(rule=rule) if code == "other_rule" else TEXTS[code][english]
        sheet.text(row, 0, subject[english], WRAPPED)
        sheet.text(row, 1, text, WRAPPED)
        sheet.height(row, len(wrap(text, _WIDTHS[1] - 3)))
