"""The program's own figures: the columns of `kpi project` as plain cells, to read by machine and to check against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.workbook.style import CELL
from lixia_kpi.tables.columns import PROJECT

if TYPE_CHECKING:
    from lixia_kpi.render.workbook.book import Sheet
    from lixia_kpi.render.workbook.sheets.context import Context
    from lixia_kpi.tables.table import Value

_WIDE = {"id": 34, "name_zh": 30, "name_en": 30, "reason": 36, "notes": 30}
_OTHERS = 12
_PLAIN = CELL._replace(ruled=False)


def write_rows(context: Context) -> None:
    """Write the sheet: ids of columns in the first row, one target a row."""
    sheet = context.book.sheet(context.layout.names["rows"])
    sheet.print_setup(title=context.texts.plan, page=context.texts.fact("page"), rows=(0, 0))
    sheet.head(0, PROJECT, [_WIDE.get(column, _OTHERS) for column in PROJECT])
    rows = context.report.gap.rows
    for row, shown in enumerate(rows, 1):
        for column, name in enumerate(PROJECT):
            _write(sheet, row, column, shown.values[name])
    sheet.print_on(wide=4, columns=(0, 0))
    sheet.freeze(1, 1)
    sheet.filter((0, 0), (max(len(rows), 1), len(PROJECT) - 1))


def _write(sheet: Sheet, row: int, column: int, value: Value) -> None:
    """Write a value as what it is; several codes are joined by `;`."""
    if isinstance(value, bool):
        sheet.flag(row, column, value, _PLAIN)
    elif isinstance(value, int | float):
        sheet.number(row, column, value, _PLAIN)
    elif value:
        sheet.text(row, column, ";".join(value) if isinstance(value, tuple) else value, _PLAIN)
