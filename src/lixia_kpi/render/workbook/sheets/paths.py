"""The pathways: one row a year, what is required and observed as formulas, the projection as the program gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.workbook.layout import FIRST_ROW, HEAD_ROW, PATHS
from lixia_kpi.render.workbook.number_format import SHARE, YEAR, computed_format, published_format
from lixia_kpi.render.workbook.sheets.gap import number, write_figure
from lixia_kpi.render.workbook.style import GREY_INK, Look

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.render.workbook.book import Sheet
    from lixia_kpi.render.workbook.formulas import GapFormulas
    from lixia_kpi.render.workbook.sheets.context import Context
    from lixia_kpi.tables.table import Value

_WIDTHS = (34, 36, 10, 7, 12, 12, 12, 12, 12, 14, 12, 12, 12)


def write_paths(context: Context) -> None:
    """Write the sheet."""
    sheet = context.open("paths")
    context.facts(sheet, context.reached(), context.judged())
    sheet.head(HEAD_ROW, context.headings(PATHS), _WIDTHS)
    last = FIRST_ROW
    for row, path in enumerate(context.report.paths):
        origin = _origin(path.rows)
        for step, values in enumerate(path.rows):
            _write_year(context, sheet, row, step, values, drawn_from=origin)
            last = context.layout.path(row, step, "year").row
    sheet.print_columns(last, PATHS.index("chance"))
    sheet.freeze(FIRST_ROW, PATHS.index("year") + 1)
    sheet.filter((HEAD_ROW, 0), (last, len(PATHS) - 1))


def _origin(rows: tuple[Mapping[str, Value], ...]) -> int | None:
    """The step from which the projection is drawn: the last observed year before it, so that the lines meet."""
    projected = [step for step, values in enumerate(rows) if values["projected"] is not None]
    observed = [step for step, values in enumerate(rows) if values["actual"] is not None]
    if not projected:
        return None
    before = [step for step in observed if step < projected[0]]
    return before[-1] if before and before[-1] == projected[0] - 1 else projected[0]


def _write_year(
    context: Context, sheet: Sheet, row: int, step: int, values: Mapping[str, Value], *, drawn_from: int | None
) -> None:
    report, layout, texts, of = context.report, context.layout, context.texts, context.formulas[row]
    shown, year = report.gap.rows[row], of.base_year + step
    at = layout.path(row, step, "year").row
    computed = Look(number=computed_format(shown))
    sheet.text(at, PATHS.index("id"), str(values["id"]))
    sheet.text(at, PATHS.index("name"), texts.label(shown, with_year=True))
    sheet.text(at, PATHS.index("unit"), texts.unit(report.paths[row].unit))
    sheet.number(at, PATHS.index("year"), year, Look(number=YEAR, align="center"))
    needed = number(values["required"])
    required = None if needed is None else required_of(of, step)
    write_figure(sheet, at, PATHS.index("required"), required, needed, computed)
    actual = number(values["actual"])
    formula = actual_of(of, step) if actual is not None else None
    write_figure(sheet, at, PATHS.index("actual"), formula, actual, Look(number=published_format(actual)))
    for column, found in (("projection", "projected"), ("low", "projected_low"), ("high", "projected_high")):
        write_figure(sheet, at, PATHS.index(column), None, number(values[found]), computed)
    write_figure(sheet, at, PATHS.index("chance"), None, number(values["chance"]), Look(number=SHARE))
    _write_drawn(context, sheet, row, step, values, drawn_from=drawn_from)


def required_of(of: GapFormulas, step: int) -> str | None:
    """The formula of what a year requires, in the unit that the pathway is shown in."""
    b, target, y0, due = (of.gap(c, inside="paths") for c in ("baseline", "target", "baseline_year", "target_year"))
    goal = of.work("goal", inside="paths")
    year = of.layout.path(of.row, step, "year").here
    share = f"(({year}-{y0})/({due}-{y0}))"
    if of.path == "compound":
        return f'IF(AND(N({b})>0,N({target})>0),{b}*({target}/{b})^{share},"")'
    if of.path == "straight":  # the last year asks for the target wherever the way begins
        otherwise = target if of.base_year + step == of.due_year else '""'
        return f"IF(ISNUMBER({b}),{b}+({target}-{b})*{share},{otherwise})"
    if of.path == "relative":
        compounded = f"{goal}^{share}"
        shown = f"{b}*{compounded}" if has_level(of) else f"100*({compounded}-1)"
        return f'IF(N({goal})>0,{shown},"")'
    if of.path in ("rise", "sum"):
        return f"{b}+{target}*{share}" if of.path == "rise" and has_level(of) else f"{target}*{share}"
    return target if of.path == "bound" else None


def actual_of(of: GapFormulas, step: int) -> str | None:
    """The formula of what was observed; None where a number that no cell holds is shown, such as a start of zero."""
    value = of.layout.value(of.row, of.base_year + step)
    chained = of.changes and of.path in ("relative", "rise")
    if not (chained or of.flows):
        if (of.path == "sum" or not has_level(of)) and step == 0 and of.path in ("relative", "rise", "sum"):
            return None
        return str(value) if value.column >= 0 else None
    if step == 0:
        return None
    values = of.layout.values(of.row, of.base_year + 1, of.base_year + step)
    return f"100*(EXP(SUMPRODUCT(LN(1+{values}/100)))-1)" if of.path == "relative" else f"SUM({values})"


def has_level(of: GapFormulas) -> bool:
    """Whether a change or rise is shown as a level of the indicator."""
    baseline = of.layout.report.gap.rows[of.row].values["baseline"]
    return of.from_levels and baseline is not None


def _write_drawn(
    context: Context, sheet: Sheet, row: int, step: int, values: Mapping[str, Value], *, drawn_from: int | None
) -> None:
    """The columns that only the charts read: the projection and its interval, opened at the last actual value."""
    cell = {c: context.layout.path(row, step, c).here for c in ("actual", "projection", "low", "high")}
    at, look = context.layout.path(row, step, "year").row, Look(number="#,##0.00", ink=GREY_INK)
    centre, low, high = (number(values[c]) for c in ("projected", "projected_low", "projected_high"))
    start, fanned = (
        number(values["actual"]),
        any(r["projected_low"] is not None for r in context.report.paths[row].rows),
    )
    if step == drawn_from and centre is None and start is not None:
        sheet.formula(at, PATHS.index("drawn_projection"), cell["actual"], start, look)
        if fanned:
            sheet.formula(at, PATHS.index("drawn_low"), cell["actual"], start, look)
            sheet.formula(at, PATHS.index("drawn_width"), f"{cell['actual']}-{cell['actual']}", 0.0, look)
            return
    elif centre is not None:
        sheet.formula(at, PATHS.index("drawn_projection"), cell["projection"], centre, look)
    else:
        sheet.blank(at, PATHS.index("drawn_projection"), look)
    if low is not None and high is not None:
        sheet.formula(at, PATHS.index("drawn_low"), cell["low"], low, look)
        sheet.formula(at, PATHS.index("drawn_width"), f"{cell['high']}-{cell['low']}", high - low, look)
    else:
        sheet.blank(at, PATHS.index("drawn_low"), look)
        sheet.blank(at, PATHS.index("drawn_width"), look)
