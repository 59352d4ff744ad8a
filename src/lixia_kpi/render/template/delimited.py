"""A form as CSV: the same columns as the workbook, nothing above the headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.delimited import render_csv
from lixia_kpi.render.template.words import Words
from lixia_kpi.tables.table import Column, Table

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.table import Value
    from lixia_kpi.tables.template import Template

_CODES = ("id", "year", "last_year", "last_value")


def render_template_csv(template: Template, *, lang: Lang, excel: bool = False) -> str:
    """Write a form as CSV.

    Parameters
    ----------
    template : what is asked for.
    lang : `zh` or `en`.
    excel : begin with a byte order mark, which makes spreadsheets read UTF-8.
    """
    words = Words(template, lang)
    columns = words.columns
    headings = {column: words.heading(column) for column in columns}
    rows: list[dict[str, Value]] = []
    for row in template.rows:
        known: dict[str, Value] = {
            "id": row.indicator.id,
            "name": words.name(row.indicator),
            "owner": row.indicator.owner,
            "definition": words.definition(row),
            "last_year": row.last_year,
            "last_value": row.last_value,
            "unit": row.units[0],
            "year": template.year,
            "period": words.period(),
        }
        rows.append({headings[column]: known.get(column) for column in columns})
    shown = tuple(Column(headings[column], "code" if column in _CODES else "text") for column in columns)
    return render_csv(Table("template", shown, tuple(rows), {}), excel=excel)
