"""Doubts and notes: what is open to question, and every code of the gap table at length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.explanations.notes import NOTES as LONG_NOTES
from lixia_kpi.messages.explanations.reasons import REASONS as LONG_REASONS
from lixia_kpi.messages.notes import NOTES
from lixia_kpi.messages.reasons import REASONS
from lixia_kpi.messages.workbook_text import HEADINGS
from lixia_kpi.render.width import wrap
from lixia_kpi.render.workbook.layout import FIRST_ROW, HEAD_ROW
from lixia_kpi.render.workbook.style import FACT, WRAPPED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lixia_kpi.render.workbook.sheets.context import Context

_WIDTHS = (12, 46, 100)


def write_remarks(context: Context) -> None:
    """Write the sheet."""
    english = context.texts.english
    sheet = context.open("remarks")
    sheet.head(HEAD_ROW, [HEADINGS[column][english] for column in ("kind", "subject", "text")], _WIDTHS)
    row = FIRST_ROW
    for kind, subject, text in (*_doubts(context), *_codes(context)):
        for column, words in enumerate((context.texts.fact(kind), subject, text)):
            sheet.text(row, column, words, WRAPPED)
        sheet.height(row, max(len(wrap(subject, _WIDTHS[1] - 2)), len(wrap(text, _WIDTHS[2] - 3))))
        row += 1
    if row == FIRST_ROW:
        sheet.text(row, 0, context.texts.fact("no_remarks"), FACT)
        return
    sheet.freeze(FIRST_ROW, 0)
    sheet.filter((HEAD_ROW, 0), (row - 1, len(_WIDTHS) - 1))


def _doubts(context: Context) -> Iterator[tuple[str, str, str]]:
    """The doubts of each indicator, once."""
    said: set[str] = set()
    for row, shown in enumerate(context.report.gap.rows):
        indicator = context.report.case(row).indicator
        if shown.doubt and indicator.id not in said:
            said.add(indicator.id)
            yield "doubt", context.texts.name(indicator.name), shown.doubt


def _codes(context: Context) -> Iterator[tuple[str, str, str]]:
    """Every reason and note that a row has, in their own order."""
    english = context.texts.english
    for kind, column, short, long in (
        ("reason", "reason", REASONS, LONG_REASONS),
        ("notice", "notes", NOTES, LONG_NOTES),
    ):
        used = {code for row in context.report.gap.rows for code in _of(row.values[column])}
        for code, text in short.items():
            if code in used:
                yield kind, text[english], long[code][english]


def _of(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
