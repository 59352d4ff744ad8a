"""A form as a workbook: cells that accept only what can be, the others locked, a sheet that says how to fill it in."""

from __future__ import annotations

from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from lixia_kpi.messages.template_text import NOTES, SHEETS
from lixia_kpi.render.template.accepted import date_rule, status_rule, text_rule, unit_rule, value_rule, year_rule
from lixia_kpi.render.template.words import Words
from lixia_kpi.render.width import wrap
from lixia_kpi.render.workbook.book import Book
from lixia_kpi.render.workbook.number_format import YEAR, published_format
from lixia_kpi.render.workbook.reference import Reference
from lixia_kpi.render.workbook.style import CELL, FACT, TITLE, WRAPPED, Look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.intake.headers import Field
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.template.accepted import Rule
    from lixia_kpi.render.workbook.book import Sheet
    from lixia_kpi.tables.template import Template, TemplateRow

HEAD_ROW = 3
FIRST_ROW = HEAD_ROW + 1
TO_FILL = "#FFF6D6"
_RED, _PALE_RED = "#9C0006", "#FFC7CE"
_WIDTHS: dict[Field, float] = {
    "id": 24, "name": 26, "owner": 16, "definition": 44, "last_year": 9, "last_value": 12, "unit": 12, "year": 7,
    "period": 12, "value": 14, "status": 11, "published": 12, "source": 26, "note": 22,
}  # fmt: skip
_FOLDED: tuple[Field, ...] = ("id", "name", "owner", "definition")
_NOTES_WIDE = 110
_TENFOLD = 10


def render_template_workbook(template: Template, *, lang: Lang) -> bytes:
    """Write a form as a workbook: the same form and language always give the same bytes.

    Parameters
    ----------
    template : what is asked for.
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
    words = Words(template, lang)
    day = date.fromisoformat(template.dated)
    title = words.fact("title", plan=words.plan)
    book = Book(lang, title=title, subject=template.plan.id, dated=datetime(day.year, day.month, day.day))
    sheet = book.sheet(SHEETS["figures"][words.english])
    _write_head(sheet, words, title)
    for position, row in enumerate(template.rows):
        _write_row(sheet, words, FIRST_ROW + position, row)
    if template.rows:
        _accept(sheet, words, FIRST_ROW + len(template.rows) - 1)
        _accept_by_row(sheet, words, "value", [value_rule(words, row) for row in template.rows])
        _accept_by_row(sheet, words, "unit", [unit_rule(words, row) for row in template.rows])
    sheet.protect()
    _write_notes(book.sheet(SHEETS["notes"][words.english]), words, title)
    return book.close()


def _write_head(sheet: Sheet, words: Words, title: str) -> None:
    columns = words.columns
    sheet.text(0, 0, title, TITLE)
    sheet.height(0, 2)
    sheet.text(1, 0, words.asked(), FACT)
    sheet.text(2, 0, words.fact("fill"), FACT)
    sheet.head(HEAD_ROW, [words.heading(column) for column in columns], [_WIDTHS[column] for column in columns])
    sheet.freeze(FIRST_ROW, columns.index("name") + 1)
    sheet.print_setup(title=words.plan, page=words.fact("page"), rows=(HEAD_ROW, HEAD_ROW))


def _write_row(sheet: Sheet, words: Words, at: int, row: TemplateRow) -> None:
    columns = words.columns
    texts: dict[Field, str] = {
        "id": row.indicator.id,
        "name": words.name(row.indicator),
        "owner": row.indicator.owner or "",
        "definition": words.definition(row),
        "period": words.period(),
    }
    for column, text in texts.items():
        if column in columns:
            sheet.text(at, columns.index(column), text, WRAPPED._replace(top=False))
    folded = (wrap(texts[column], int(_WIDTHS[column]) - 2) for column in _FOLDED if column in columns)
    sheet.height(at, max(2, *map(len, folded)))
    for column, number, look in (
        ("last_year", row.last_year, Look(number=YEAR, align="center")),
        ("last_value", row.last_value, Look(number=published_format(row.last_value))),
    ):
        if number is None:
            sheet.blank(at, columns.index(column))
        else:
            sheet.number(at, columns.index(column), number, look)
    given = CELL._replace(unlocked=True, align="center", wrap=True)
    sheet.text(at, columns.index("unit"), row.units[0], given)
    sheet.number(at, columns.index("year"), words.template.year, given._replace(number=YEAR))
    fill = CELL._replace(unlocked=True, fill=TO_FILL)
    sheet.blank(at, columns.index("value"), fill._replace(number="#,##0" if row.bounds.whole else "General"))
    sheet.blank(at, columns.index("status"), fill._replace(align="center"))
    sheet.blank(at, columns.index("published"), fill._replace(number="yyyy-mm-dd", align="center"))
    for column in ("source", "note"):
        sheet.blank(at, columns.index(column), fill._replace(number="@", wrap=True))


def _accept(sheet: Sheet, words: Words, last_row: int) -> None:
    """Set what is the same in all rows: years, statuses, dates, texts, and the red of what differs tenfold."""
    columns = words.columns
    rules = {
        "year": year_rule(words),
        "status": status_rule(words),
        "published": date_rule(words),
        "source": text_rule(words, "source"),
        "note": text_rule(words, "note"),
    }
    for column, rule in rules.items():
        place = columns.index(column)
        sheet.accept((FIRST_ROW, place), (last_row, place), rule)
    value, last = (Reference(sheet.name, FIRST_ROW, columns.index(c)).here for c in ("value", "last_value"))
    known = f"ISNUMBER({value}),ISNUMBER({last}),N({value})>0,N({last})>0"
    tenfold = f"OR(N({value})>={_TENFOLD}*N({last}),N({value})*{_TENFOLD}<=N({last}))"
    area = (FIRST_ROW, columns.index("value"), last_row, columns.index("value"))
    sheet.colour_where(area, f"AND({known},{tenfold})", _RED, _PALE_RED)


def _accept_by_row(sheet: Sheet, words: Words, column: Field, rules: Sequence[Rule | None]) -> None:
    """Set what differs by row, once for all rows beneath each other that accept the same."""
    place, row = words.columns.index(column), FIRST_ROW
    for rule, same in groupby(rules):
        last = row + sum(1 for _ in same) - 1
        if rule is not None:
            sheet.accept((row, place), (last, place), rule)
        row = last + 1


def _write_notes(sheet: Sheet, words: Words, title: str) -> None:
    sheet.text(0, 0, title, TITLE)
    sheet.height(0, 2)
    sheet.text(1, 0, words.asked(), FACT)
    sheet.head(HEAD_ROW, ["", SHEETS["notes"][words.english]], (5, _NOTES_WIDE))
    for number, note in enumerate(NOTES.values(), 1):
        text = note[words.english].format(**words.statuses())
        sheet.number(HEAD_ROW + number, 0, number, WRAPPED._replace(align="center"))
        sheet.text(HEAD_ROW + number, 1, text, WRAPPED)
        sheet.height(HEAD_ROW + number, len(wrap(text, _NOTES_WIDE - 3)))
    sheet.print_setup(title=words.plan, page=words.fact("page"), rows=None)
    sheet.protect()
