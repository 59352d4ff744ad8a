"""The workings: intermediate figures and decisions of each target, and how far its formulas are from the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.progress import as_printed
from lixia_kpi.growth import DEFAULT_TOLERANCE
from lixia_kpi.messages.terms import METHODS
from lixia_kpi.messages.workbook_text import FACTS, PATHS
from lixia_kpi.render.workbook.layout import FIRST_ROW, HEAD_ROW, WORKINGS
from lixia_kpi.render.workbook.number_format import RATE, YEAR, computed_format, published_format
from lixia_kpi.render.workbook.sheets.gap import number, write_figure
from lixia_kpi.render.workbook.style import CELL, INPUT_INK, Look
from lixia_kpi.render.workbook.working_formulas import WorkingFormulas

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.render.workbook.book import Sheet
    from lixia_kpi.render.workbook.sheets.context import Context
    from lixia_kpi.tables.gap import GapRow

CHECKED = ("required_rate", "actual_rate", "needed_rate", "elapsed", "completion", "pace", "gap")
_MIDDLE = Look(align="center")
_WIDTHS = {
    "id": 34, "name": 34, "form": 13, "path": 14, "sign": 10, "op": 6, "decimals": 8, "method": 22, "difference": 12,
    "goal": 12, "now": 12, "compared": 12, "previous_total": 11, "target_level": 12, "low": 11, "high": 11,
}  # fmt: skip
_OTHERS = 10


def write_workings(context: Context) -> None:
    """Write the sheet."""
    sheet = context.open("workings")
    sheet.head(HEAD_ROW, context.headings(WORKINGS), [_WIDTHS.get(column, _OTHERS) for column in WORKINGS])
    found = _program_values(context)
    for row, shown in enumerate(context.report.gap.rows):
        values = {column: _known(numbers[context.report.cases[row]]) for column, numbers in found.items()}
        _write_inputs(context, sheet, row, shown)
        _write_steps(context, sheet, row, shown, values)
        _write_outlook(context, sheet, row, shown)
    sheet.print_on(wide=2, columns=(0, WORKINGS.index("name")))
    sheet.freeze(FIRST_ROW, WORKINGS.index("name") + 1)
    if context.report.gap.rows:
        sheet.filter((HEAD_ROW, 0), (FIRST_ROW + len(context.report.gap.rows) - 1, len(WORKINGS) - 1))


def _program_values(context: Context) -> dict[str, FloatArray]:
    """What the program found for the columns that the gap table does not have, (cases,)."""
    evaluation = context.report.evaluation
    cases, progress = evaluation.cases, evaluation.progress
    seen = ~np.isnan(cases.values) & cases.span
    return {
        "span": (cases.due_year - cases.base_year).astype(np.float64),
        "goal": cases.goal,
        "now": progress.now,
        "compared": as_printed(cases, progress.now[:, None])[:, 0],
        "broken": progress.broken.astype(np.float64),
        "observed_years": seen.sum(axis=1).astype(np.float64),
        "held_years": progress.held.sum(axis=1).astype(np.float64),
        "met_at_baseline": progress.met_at_baseline.astype(np.float64),
        "met": progress.met.astype(np.float64),
        "final": progress.final.astype(np.float64),
    }


def _known(value: float) -> float | None:
    return None if value != value else float(value)


def _write_inputs(context: Context, sheet: Sheet, row: int, shown: GapRow) -> None:
    report, texts, at, of = context.report, context.texts, FIRST_ROW + row, context.formulas[row]
    case = report.case(row)
    entered = _MIDDLE._replace(ink=INPUT_INK)
    sheet.text(at, WORKINGS.index("id"), case.indicator.id)
    sheet.text(at, WORKINGS.index("name"), texts.label(shown, with_year=True))
    sheet.text(at, WORKINGS.index("form"), texts.form(shown.values["form"]))
    sheet.text(at, WORKINGS.index("path"), PATHS[of.path][texts.english])
    sheet.number(at, WORKINGS.index("sign"), 1 if of.upward else -1, entered)
    sheet.text(at, WORKINGS.index("op"), of.op, entered)
    tolerance = DEFAULT_TOLERANCE if case.target.tolerance is None else case.target.tolerance
    write_figure(sheet, at, WORKINGS.index("tolerance"), None, tolerance if of.op == "~" else None, entered)
    sheet.number(at, WORKINGS.index("decimals"), case.target.decimals, entered)
    total = report.figures.previous_totals.get(case.indicator.id) if of.path == "sum" else None
    if total is None:
        sheet.blank(at, WORKINGS.index("previous_total"))
    else:
        value = report.figures.all[total].value
        cell = str(context.layout.source(total, "value"))
        sheet.formula(at, WORKINGS.index("previous_total"), cell, value, Look(number=published_format(value)))
    year = int(report.evaluation.cases.usable_from[report.cases[row]])
    write_figure(sheet, at, WORKINGS.index("break_year"), None, year or None, entered._replace(number=YEAR))


def _write_steps(context: Context, sheet: Sheet, row: int, shown: GapRow, values: dict[str, float | None]) -> None:
    of, at = WorkingFormulas(context.layout, row), FIRST_ROW + row
    yes, no = ("yes", "no") if context.texts.english else ("是", "否")
    flag = Look(number=f'"{yes}";"{yes}";"{no}"', align="center")
    plain, count = Look(number="#,##0.0000"), _MIDDLE._replace(number="0")
    for column, formula, look in (
        ("span", of.span_years(), count), ("goal", of.goal(), plain), ("now", of.now(), plain),
        ("compared", of.compared(), plain), ("observed_years", of.observed_years(), count), ("met", of.met(), flag),
        ("final", of.final(), flag),
    ):  # fmt: skip
        value = values[column] if formula is not None else None
        write_figure(sheet, at, WORKINGS.index(column), formula, value, look)
    held = of.held_years()
    write_figure(sheet, at, WORKINGS.index("held_years"), held, values["held_years"] if held else None, count)
    for column, formula in (("broken", of.broken()), ("met_at_baseline", of.met_at_baseline())):
        value = values[column] if formula is not None else 0.0
        write_figure(sheet, at, WORKINGS.index(column), formula, value, flag)


def _write_outlook(context: Context, sheet: Sheet, row: int, shown: GapRow) -> None:
    layout, at, values = context.layout, FIRST_ROW + row, shown.values
    of = WorkingFormulas(layout, row)
    computed = Look(number=computed_format(shown))
    for column, formula, found, look in (
        ("required_growth", of.required_growth(), "required_growth", Look(number=RATE)),
        ("target_level", of.target_level(), "target_level", computed),
        ("gap_percent", of.gap_percent(str(values["measure"])), "gap_percent", Look(number="0.0")),
        ("low", None, "projected_low", computed),
        ("high", None, "projected_high", computed),
        ("arrival_year", None, "arrival_year", _MIDDLE._replace(number=YEAR)),
    ):
        write_figure(sheet, at, WORKINGS.index(column), formula, number(values[found]), look)
    method = str(values["method"] or "")
    known = {**METHODS, "observed": FACTS["observed"]}
    sheet.text(at, WORKINGS.index("method"), known[method][context.texts.english] if method in known else method)
    parts = [
        f"ABS(N({of.gap(column)})-N({layout.program(row, column)}))/MAX(1,ABS(N({layout.program(row, column)})))"
        for column in CHECKED
    ]
    sheet.formula(at, WORKINGS.index("difference"), f"MAX({','.join(parts)})", 0.0, CELL._replace(number="0.0E+00"))
