"""The comparison of rules as one text: head, headings, rows by group, foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.compare_text import FOOT, TITLE
from lixia_kpi.messages.table_text import HEAD
from lixia_kpi.render.compare.cells import CompareCells
from lixia_kpi.render.compare.foot import finding_lines, legend_lines
from lixia_kpi.render.compare.size import Size, size_for
from lixia_kpi.render.rows.body import frame, heading, heading_lines, lay_out_rows, row_lines
from lixia_kpi.render.rows.footnotes import Footnotes
from lixia_kpi.render.rows.layout import NARROWEST, Layout
from lixia_kpi.render.style import Style
from lixia_kpi.render.symbols import Symbols, symbols
from lixia_kpi.render.width import wrap

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.compare import CompareReport
    from lixia_kpi.tables.gap import GapRow

_LEAST_TEXT = 60
_WIDEST_TEXT = 120


def render_compare(
    report: CompareReport, *, lang: Lang, width: int | None, color: bool, ascii_only: bool, grouped: bool = True
) -> str:
    """Write the comparison for a person.

    Parameters
    ----------
    report
        targets with the verdicts of several rules.
    lang, width, color, ascii_only, grouped
        as for the gap table.

    Returns
    -------
    The text, ending in a line end. No line is wider than `width`.
    """
    room = None if width is None else max(width, NARROWEST)
    marks, style, size = symbols(ascii_only=ascii_only), Style(color=color), size_for(room, lang)
    if not report.rows:
        text = room or _WIDEST_TEXT
        empty = [*wrap(FOOT["empty"][lang == "en"], text), *finding_lines(report, lang=lang, width=text)[1:]]
        return "\n".join([*_head(report, lang, marks, style, text), "", *empty]) + "\n"
    layout = _layout(report, size)
    cells = CompareCells(report.plan, size, lang=lang, symbols=marks)
    footnotes = Footnotes(report.plan, lang=lang)
    rows = lay_out_rows(_groups(report, grouped=grouped), layout, cells, footnotes, baseline_as_latest=False)
    headings = {column: _heading(column, size, lang) for column in layout.columns}
    shape = frame(rows, layout, headings, room)
    text = max(shape.total, _LEAST_TEXT) if room is None else min(max(shape.total, _LEAST_TEXT), room)
    rule = style.secondary(marks.rule * shape.total)
    named = heading_lines(shape, headings, marks.rule, lang)[1]
    lines = [*_head(report, lang, marks, style, text), "", style.bold(named), rule]
    for row in rows:
        lines += row_lines(row, shape, layout, style)
    hidden = tuple(rule for rule in report.rules if f"{rule}_status" not in shape.columns)
    lines += [rule, *finding_lines(report, lang=lang, width=text)]
    legend = legend_lines(report, size, lang=lang, symbols=marks, width=text, hidden=hidden)
    return "\n".join([*lines, *(style.secondary(line) for line in legend)]) + "\n"


def _head(report: CompareReport, lang: Lang, marks: Symbols, style: Style, width: int) -> list[str]:
    english, between = lang == "en", f" {marks.bullet} "
    plan = report.plan
    title = TITLE[english].format(plan=plan.name.en if english else plan.name.zh, bullet=between)
    period = HEAD["period"][english].format(start=plan.start, end=plan.end, dash=marks.dash)
    known = report.as_of is not None
    data = HEAD["as_of"][english].format(year=report.as_of) if known else HEAD["no_actuals"][english]
    return [*(style.bold(line) for line in wrap(title, width)), *wrap(f"{period}{between}{data}", width)]


def _layout(report: CompareReport, size: Size) -> Layout:
    columns = ["name", *(("target",) if size.with_target else ()), *(f"{rule}_status" for rule in report.rules)]
    if len(report.rules) > 1:
        columns.append("agreement")
    return Layout(tuple(columns), unit_in_name=size.with_target, indent=1 + (size.name != "narrow"))


def _heading(column: str, size: Size, lang: Lang) -> str:
    rule = column.removesuffix("_status")
    return size.headings[rule][lang == "en"] if rule in size.headings else heading(column, lang)


def _groups(report: CompareReport, *, grouped: bool) -> list[tuple[str, list[GapRow]]]:
    """Rows by group; what the gap table has in footnotes stays there."""
    found: dict[str, list[GapRow]] = {}
    for row in report.rows:
        plain = row._replace(values={**row.values, "reason": (), "notes": ()}, dated=True, doubt=None)
        found.setdefault(str(row.values["group"]) if grouped else "", []).append(plain)
    return list(found.items())
