"""One group of the plan: its targets in short, and a chart for each that has something to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.workbook.charts import HIGH, is_drawn, pathway_chart
from lixia_kpi.render.workbook.layout import FIRST_ROW, HEAD_ROW
from lixia_kpi.render.workbook.number_format import RATE, SHARE, YEAR, computed_format, published_format, target_format
from lixia_kpi.render.workbook.sheets.gap import colour_statuses, number
from lixia_kpi.render.workbook.style import CELL, FACT, Look

if TYPE_CHECKING:
    from lixia_kpi.render.workbook.book import Sheet
    from lixia_kpi.render.workbook.sheets.context import Context
    from lixia_kpi.tables.gap import GapRow

COLUMNS = (
    "name", "unit", "baseline", "latest_year", "latest", "target_year", "target", "rate_unit", "required_rate",
    "actual_rate", "needed_rate", "completion", "pace", "projected", "gap", "status",
)  # fmt: skip
_WIDTHS = (36, 8, 9, 6.5, 9, 6.5, 9, 9.5, 8, 8, 8, 6.5, 6.5, 9, 9, 13)
_ROW_PIXELS = 20
_PAGE_ROWS = 44
"""Rows that a printed page holds for certain."""
_SECOND = 7
"""The column of the second chart of a line."""


def write_group(context: Context, group: str) -> None:
    """Write the sheet of one group."""
    texts, rows = context.texts, context.layout.groups[group]
    sheet = context.open(f"group:{group}", title=texts.group(group))
    context.facts(sheet, context.reached())
    sheet.head(HEAD_ROW, context.headings(COLUMNS), _WIDTHS)
    for position, row in enumerate(rows):
        _write_row(context, sheet, FIRST_ROW + position, row)
    last = FIRST_ROW + len(rows) - 1
    colour_statuses(sheet, FIRST_ROW, last, COLUMNS.index("status"))
    sheet.freeze(FIRST_ROW, 1)
    drawn = [row for row in rows if is_drawn(context, row)]
    if not drawn:
        sheet.text(last + 2, 0, texts.fact("no_chart"), FACT)
    first_lines = _chart_rows(last + 2, -(-len(drawn) // 2))
    sheet.print_scaled(_WIDTHS, [row for row in first_lines if row % _PAGE_ROWS == 0])
    for position, row in enumerate(drawn):
        at = first_lines[position // 2]
        label = texts.label(context.report.gap.rows[row], with_year=True)
        sheet.chart(at, _SECOND * (position % 2), pathway_chart(context, row), description=label)


def _chart_rows(first: int, lines: int) -> list[int]:
    """Give the row of each line of charts; one that would not fit on its page when printed begins the next."""
    high = HIGH // _ROW_PIXELS + 1
    rows = []
    for _ in range(lines):
        if first % _PAGE_ROWS + high > _PAGE_ROWS:
            first = (first // _PAGE_ROWS + 1) * _PAGE_ROWS
        rows.append(first)
        first += high
    return rows


def _write_row(context: Context, sheet: Sheet, at: int, row: int) -> None:
    """Every cell points at the gap table."""
    shown = context.report.gap.rows[row]
    values, texts, looks = shown.values, context.texts, _looks(shown)
    words = {
        "name": texts.label(shown),
        "unit": texts.unit(values["unit"]),
        "rate_unit": texts.rate_unit(values["rate_unit"]),
        "status": texts.status(str(values["status"])),
    }
    for column, name in enumerate(COLUMNS):
        cell = str(context.layout.gap(row, name))
        value = words[name] or None if name in words else number(values[name])
        sheet.formula(at, column, f'IF({cell}="","",{cell})', value, looks.get(name, CELL))


def _looks(shown: GapRow) -> dict[str, Look]:
    year, values = Look(number=YEAR, align="center"), shown.values
    return {
        "baseline": Look(number=published_format(number(values["baseline"]))),
        "latest_year": year,
        "latest": Look(number=published_format(number(values["latest"]))),
        "target_year": year,
        "target": Look(number=target_format(shown)),
        "required_rate": Look(number=RATE),
        "actual_rate": Look(number=RATE),
        "needed_rate": Look(number=RATE),
        "completion": Look(number=SHARE),
        "pace": Look(number="0.00"),
        "projected": Look(number=computed_format(shown)),
        "gap": Look(number=computed_format(shown, signed=True)),
        "status": CELL._replace(bold=True),
    }
