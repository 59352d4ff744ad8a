"""The values: one row an indicator, one column a year, each cell pointing at the figure that was used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.terms import OBSERVED_AS
from lixia_kpi.render.workbook.layout import FIRST_ROW, HEAD_ROW, VALUES
from lixia_kpi.render.workbook.number_format import published_format
from lixia_kpi.render.workbook.style import HEAD, Look
from lixia_kpi.units.conversion import convert

if TYPE_CHECKING:
    from lixia_kpi.folder.series import Series
    from lixia_kpi.render.workbook.book import Sheet
    from lixia_kpi.render.workbook.sheets.context import Context

_WIDTHS = (34, 32, 10, 14)
_YEAR = 10


def write_values(context: Context) -> None:
    """Write the sheet."""
    sheet = context.open("values")
    first, last = context.layout.years
    years = range(first, last + 1)
    headings = [*context.headings(VALUES), *map(str, years)]
    sheet.head(HEAD_ROW, headings, [*_WIDTHS, *(_YEAR for _ in years)])
    for column, year in enumerate(years, len(VALUES)):
        sheet.number(HEAD_ROW, column, year, HEAD._replace(number="0"))
    written: set[str] = set()
    for row in range(len(context.report.gap.rows)):
        series = context.report.case(row).series
        if series.indicator.id not in written:
            written.add(series.indicator.id)
            _write_row(context, sheet, row, series)
    sheet.freeze(FIRST_ROW, len(VALUES))


def _write_row(context: Context, sheet: Sheet, row: int, series: Series) -> None:
    texts, indicator, at = context.texts, series.indicator, context.layout.value_row(row)
    sheet.text(at, 0, indicator.id)
    sheet.text(at, 1, texts.name(indicator.name))
    sheet.text(at, 2, texts.unit(_unit(series)))
    sheet.text(at, 3, OBSERVED_AS[indicator.observed_as][texts.english])
    known = {item.year: item.value for item in series.values}
    first, last = context.layout.years
    for year in range(first, last + 1):
        cell = context.layout.value(row, year)
        if year in known:
            figure = context.report.figures.years[indicator.id, year]
            source = str(context.layout.source(figure, "own_value"))
            sheet.formula(at, cell.column, source, known[year], Look(number=published_format(known[year])))
        else:
            sheet.blank(at, cell.column)


def _unit(series: Series) -> str:
    """The unit of the values: the indicator's own; of yearly changes percent, or points where they are printed so."""
    if series.indicator.observed_as != "yearly_change":
        return series.indicator.unit
    for item in series.values:
        if item.observation is not None and convert(1.0, item.observation.unit, "%") is None:
            return "points"
    return "%"
