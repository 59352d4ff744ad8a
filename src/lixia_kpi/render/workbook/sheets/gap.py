"""The gap table: one row a target, its figures as formulas over the cells they follow from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.render.width import width, wrap
from lixia_kpi.render.workbook.layout import FIRST_ROW, GAP, HEAD_ROW
from lixia_kpi.render.workbook.number_format import (
    RATE,
    SHARE,
    YEAR,
    computed_format,
    published_format,
    target_format,
)
from lixia_kpi.render.workbook.status_formula import WORDS, status_formula
from lixia_kpi.render.workbook.style import CELL, INPUT_INK, WRAPPED, Look, status_colours

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.render.workbook.book import Sheet
    from lixia_kpi.render.workbook.sheets.context import Context
    from lixia_kpi.tables.gap import GapRow
    from lixia_kpi.tables.table import Value

WIDTHS = {
    "group": 9, "name": 30, "unit": 10, "baseline_year": 6.5, "baseline": 10, "latest_year": 6.5, "latest": 10,
    "target_year": 6.5, "target": 10, "target_unit": 10, "rate_unit": 9.5, "required_rate": 8.5, "actual_rate": 8.5,
    "needed_rate": 8.5, "elapsed": 6.5, "completion": 6.5, "pace": 6.5, "projected": 10, "gap": 10, "probability": 6.5,
    "status": 13, "remark": 40,
}  # fmt: skip
_MIDDLE = WRAPPED._replace(top=False)


def write_gap(context: Context) -> None:
    """Write the sheet."""
    sheet = context.open("gap")
    context.facts(sheet, context.reached(), context.judged())
    widths = _widths(context)
    sheet.head(HEAD_ROW, context.headings(GAP), list(widths.values()))
    rows = context.report.gap.rows
    for row, shown in enumerate(rows):
        _write_row(context, sheet, row, shown, widths)
    if not rows:
        sheet.text(FIRST_ROW, 0, context.texts.fact("empty"))
        return
    last = FIRST_ROW + len(rows) - 1
    if all(row.values["probability"] is None for row in rows):
        sheet.hide(GAP.index("probability"))
    sheet.freeze(FIRST_ROW, GAP.index("name") + 1)
    sheet.filter((HEAD_ROW, 0), (last, len(GAP) - 1))
    colour_statuses(sheet, FIRST_ROW, last, GAP.index("status"))


def colour_statuses(sheet: Sheet, first: int, last: int, column: int) -> None:
    """Colour the words of the statuses in a column."""
    from lixia_kpi.render.workbook.reference import Reference

    cell = Reference(sheet.name, first, column).here
    for status in STATUSES:
        ink, fill = status_colours(status)
        sheet.colour_where((first, column, last, column), f"{cell}={WORDS[status]}", ink, fill)


def _widths(context: Context) -> dict[str, float]:
    """The widths of the columns; that of the groups is as wide as their names, within reason."""
    names = [width(context.texts.group(group)) + 2 for group in context.layout.groups]
    return {column: WIDTHS[column] for column in GAP} | {"group": min(max([*names, 9]), 18)}


def _write_row(context: Context, sheet: Sheet, row: int, shown: GapRow, widths: Mapping[str, float]) -> None:
    texts, at, values = context.texts, FIRST_ROW + row, shown.values
    words = {
        "group": texts.group(str(values["group"])),
        "name": texts.label(shown),
        "unit": texts.unit(values["unit"]),
        "target_unit": texts.unit(values["target_unit"]),
        "rate_unit": texts.rate_unit(values["rate_unit"]),
        "remark": texts.remark(shown),
    }
    for column, text in words.items():
        sheet.text(at, GAP.index(column), text, _MIDDLE)
    lines = max(len(wrap(text, int(widths[column]))) for column, text in words.items())
    sheet.height(at, lines)
    _write_inputs(context, sheet, row, shown)
    _write_figures(context, sheet, row, shown)


def _write_inputs(context: Context, sheet: Sheet, row: int, shown: GapRow) -> None:
    """Years, baseline, latest value, target: cells that point at the values and their sources."""
    layout, of, values, at = context.layout, context.formulas[row], shown.values, FIRST_ROW + row
    year = Look(number=YEAR, align="center")
    figure = context.report.figures.targets[context.report.cases[row]]
    sheet.number(at, GAP.index("baseline_year"), of.base_year, year._replace(ink=INPUT_INK))
    sheet.formula(at, GAP.index("target_year"), str(layout.source(figure, "year")), of.due_year, year)
    target = number(values["target"])
    sheet.formula(
        at, GAP.index("target"), str(layout.source(figure, "value")), target, Look(number=target_format(shown))
    )
    sheet.formula(at, GAP.index("latest_year"), of.latest_year(), number(values["latest_year"]), year)
    for column, formula in (("baseline", of.baseline()), ("latest", of.latest())):
        value = number(values[column])
        sheet.formula(at, GAP.index(column), formula, value, Look(number=published_format(value)))


def _write_figures(context: Context, sheet: Sheet, row: int, shown: GapRow) -> None:
    """Rates, progress, outlook and status."""
    of, values, at = context.formulas[row], shown.values, FIRST_ROW + row
    signed = computed_format(shown, signed=True)
    figures = (
        ("required_rate", of.required_rate(), RATE),
        ("actual_rate", of.actual_rate(), RATE),
        ("needed_rate", of.needed_rate(), RATE),
        ("elapsed", of.elapsed(), SHARE),
        ("completion", of.completion(), SHARE),
        ("pace", of.pace(), "0.00"),
        ("projected", of.projected() if observed_there(context, row) else None, computed_format(shown)),
        ("gap", of.shortfall(), signed),
        ("probability", None, SHARE),
    )
    for column, formula, look in figures:
        write_figure(sheet, at, GAP.index(column), formula, number(values[column]), Look(number=look))
    status, word = str(values["status"]), context.texts.status(str(values["status"]))
    if context.report.gap.rule == "pace":
        sheet.formula(at, GAP.index("status"), status_formula(of), word, CELL._replace(bold=True))
    else:
        sheet.formula(at, GAP.index("status"), WORDS[status], word, CELL._replace(bold=True))


def observed_there(context: Context, row: int) -> bool:
    """Whether what stands as projected is the value observed in the latest year."""
    shown, evaluation = context.report.gap.rows[row].values, context.report.evaluation
    year_to = evaluation.options.to if evaluation.options.to is not None else shown["target_year"]
    return shown["method"] == "observed" and year_to == shown["latest_year"]


def write_figure(sheet: Sheet, row: int, column: int, formula: str | None, value: float | None, look: Look) -> None:
    """Write a formula with its value; without a formula the number, which the program alone knows, or nothing."""
    if formula is not None:
        sheet.formula(row, column, formula, value, look)
    elif value is not None:
        sheet.number(row, column, value, look._replace(ink=INPUT_INK))
    else:
        sheet.blank(row, column, look)


def number(value: Value) -> float | None:
    """Give a cell of the program's table as a number."""
    return None if value is None or isinstance(value, str | tuple) else float(value)
