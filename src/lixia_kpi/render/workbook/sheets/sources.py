"""The sources: every figure as printed, what it is in the indicator's unit, and where it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.terms import FIGURE_KINDS, PUBLICATION_STATUSES
from lixia_kpi.render.width import wrap
from lixia_kpi.render.workbook.layout import FIRST_ROW, HEAD_ROW, SOURCES
from lixia_kpi.render.workbook.number_format import YEAR, published_format
from lixia_kpi.render.workbook.style import CELL, INPUT_INK, WRAPPED, Look

if TYPE_CHECKING:
    from lixia_kpi.problems import Place
    from lixia_kpi.render.workbook.book import Sheet
    from lixia_kpi.render.workbook.sheets.context import Context
    from lixia_kpi.tables.figures import Figure

_WIDTHS = {
    "id": 34, "name": 30, "kind": 15, "year": 6.5, "period": 10, "value": 12, "printed_unit": 11, "factor": 9,
    "own_value": 12, "own_unit": 11, "used": 6.5, "standing": 9, "published": 11, "citation": 26, "source": 34,
    "note": 34, "address": 24,
}  # fmt: skip
_FOLDED = ("name", "citation", "source", "note", "address")
_MIDDLE = WRAPPED._replace(top=False)


def write_sources(context: Context) -> None:
    """Write the sheet."""
    sheet = context.open("sources")
    source = context.report.gap.plan.source
    if source.title:
        title = context.texts.fact("source", title=source.title)
        context.facts(sheet, title, source.published or "")
    sheet.head(HEAD_ROW, context.headings(SOURCES), [_WIDTHS[column] for column in SOURCES])
    units = {case.indicator.id: case.indicator.unit for case in context.report.evaluation.cases.cases}
    figures = context.report.figures.all
    for position, figure in enumerate(figures):
        _write_row(context, sheet, position, figure, units.get(figure.id, ""))
    sheet.freeze(FIRST_ROW, SOURCES.index("name") + 1)
    sheet.print_columns(FIRST_ROW + max(len(figures), 1) - 1, SOURCES.index("address"))
    if figures:
        sheet.filter((HEAD_ROW, 0), (FIRST_ROW + len(figures) - 1, len(SOURCES) - 1))


def address(place: Place) -> str:
    r"""Say where a figure stands: the name of the file without its folders, and the line.

    >>> from lixia_kpi.problems import Place
    >>> address(Place("C:\\plans/here/actuals.csv", 12, 1))
    'actuals.csv:12'
    """
    name = place.file.replace("\\", "/").rsplit("/", 1)[-1]
    return f"{name}:{place.line}" if place.line else name


def _write_row(context: Context, sheet: Sheet, position: int, figure: Figure, unit: str) -> None:
    texts, at = context.texts, FIRST_ROW + position
    standing = PUBLICATION_STATUSES[figure.status][texts.english] if figure.status else ""
    words = {
        "id": figure.id,
        "name": texts.name(figure.name),
        "kind": FIGURE_KINDS[figure.kind][texts.english],
        "period": figure.period,
        "printed_unit": texts.unit(figure.unit),
        "own_unit": "" if figure.factor is None else texts.unit(_own_unit(figure, unit)),
        "used": context.texts.yes(figure.used),
        "standing": standing,
        "published": figure.published or "",
        "citation": texts.citation(figure.citation),
        "source": figure.source or "",
        "note": figure.note or "",
        "address": address(figure.place),
    }
    for column, text in words.items():
        sheet.text(at, SOURCES.index(column), text, _MIDDLE if column in _FOLDED else CELL)
    sheet.height(at, max(len(wrap(words[column], int(_WIDTHS[column]) - 2)) for column in _FOLDED))
    sheet.number(at, SOURCES.index("year"), figure.year, Look(number=YEAR, align="center"))
    look = Look(number=published_format(figure.value), ink=INPUT_INK)
    sheet.number(at, SOURCES.index("value"), figure.value, look)
    if figure.factor is None:
        sheet.blank(at, SOURCES.index("factor"))
        sheet.blank(at, SOURCES.index("own_value"))
        return
    value, factor = (context.layout.source(position, column).here for column in ("value", "factor"))
    own = figure.value * figure.factor
    sheet.number(at, SOURCES.index("factor"), figure.factor, Look(number="General", ink=INPUT_INK))
    sheet.formula(at, SOURCES.index("own_value"), f"{value}*{factor}", own, Look(number=published_format(own)))


def _own_unit(figure: Figure, unit: str) -> str:
    """The unit that the factor leads to: the indicator's, or that of a yearly change, which stays as printed."""
    return unit or figure.unit
