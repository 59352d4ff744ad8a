"""The comparison as one text: two lines a target, as things are and as assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.messages.table_text import FOOT as GAP_FOOT
from lixia_kpi.messages.whatif_text import FOOT, TITLE
from lixia_kpi.render.gap.foot import footnote_lines
from lixia_kpi.render.numbers import fixed
from lixia_kpi.render.rows.body import Line, NameCell, frame, heading, heading_lines, lay_out_rows, row_lines
from lixia_kpi.render.rows.cells import Cell, Cells
from lixia_kpi.render.rows.footnotes import Footnotes
from lixia_kpi.render.rows.layout import NARROWEST, Layout
from lixia_kpi.render.style import Style
from lixia_kpi.render.symbols import Symbols, symbols
from lixia_kpi.render.whatif.assumed import in_words
from lixia_kpi.render.width import pieces, wrap, wrap_pieces

if TYPE_CHECKING:
    from collections.abc import Callable

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.gap import GapRow
    from lixia_kpi.tables.whatif import WhatifReport, WhatifRow

NARROW = Layout(
    ("name", "latest", "latest_year", "target", "needed_rate", "projected", "status"), unit_in_name=True, indent=1
)
MIDDLE = Layout(
    (
        *("name", "latest", "latest_year", "target", "needed_rate", "completion", "projected", "gap", "probability"),
        *("growth_for_80", "status"),
    ),
    unit_in_name=True,
    indent=2,
)
WIDE = Layout(
    (
        *("name", "unit", "latest", "latest_year", "target", "needed_rate", "completion", "pace", "projected", "gap"),
        *("probability", "growth_for_50", "growth_for_80", "growth_for_90", "status"),
    ),
    unit_in_name=False,
    indent=2,
)
CHANCES = ("probability", "growth_for_50", "growth_for_80", "growth_for_90")
"""Columns that leave the table when no row has a chance."""

ASSUMED_MARK = "*"
_RESTING_ON_ASSUMED = ("latest", "projected")
_SAID_BY_THE_ASSUMPTION = ("only_one_observation", "pace_and_projection_differ")
_OF_THE_PLAN = ("baseline_differs", "doubtful", "undated")
_WIDEST_TEXT = 120


class Setting(NamedTuple):
    """How the page is written: language, marks, style, columns of its texts."""

    lang: Lang
    symbols: Symbols
    style: Style
    text: int


class WhatifCells(Cells):
    """Makes the cells of both lines; figures that rest on assumed values carry a mark."""

    def cell(self, row: GapRow, column: str, *, baseline_as_latest: bool = False) -> Cell:
        """Make one cell."""
        value = row.values.get(column)
        if column.startswith("growth_for_"):
            return Cell((self._minus(self._rate(row, value)),)) if isinstance(value, float) else self.missing
        cell = super().cell(row, column, baseline_as_latest=baseline_as_latest)
        if column not in _RESTING_ON_ASSUMED:
            return cell
        if not row.values.get("rests_on_assumed") or value is None:
            return Cell((cell.lines[0] + " ",), cell.tone)
        if column == "latest" and row.done is None and isinstance(value, int | float):
            return Cell((self._minus(fixed(value, self._decimals(row))) + ASSUMED_MARK,))
        return Cell((cell.lines[0] + ASSUMED_MARK,), cell.tone)


def render_whatif(
    report: WhatifReport, *, lang: Lang, width: int | None, color: bool, ascii_only: bool, grouped: bool = True
) -> str:
    """Write the comparison for a person.

    Parameters
    ----------
    report
        targets before and after.
    lang, width, color, ascii_only, grouped
        as for the gap table.

    Returns
    -------
    The text, ending in a line end. No line is wider than `width`.
    """
    room = None if width is None else max(width, NARROWEST)
    setting = Setting(lang, symbols(ascii_only=ascii_only), Style(color=color), min(room or _WIDEST_TEXT, _WIDEST_TEXT))
    marks, style = setting.symbols, setting.style
    name = report.plan.name.en if lang == "en" else report.plan.name.zh
    title = TITLE[lang == "en"].format(plan=name, bullet=f" {marks.bullet} ")
    head = [style.bold(line) for line in wrap(title, setting.text)]
    if not report.rows:
        return "\n".join([*head, "", FOOT["empty"][lang == "en"]]) + "\n"
    layout, footnotes = _layout(report, room), Footnotes(report.plan, lang=lang)
    cells = WhatifCells(report.plan, (0, 0), lang=lang, symbols=marks)
    lines = _pairs(report, layout, cells, footnotes, grouped=grouped)
    headings = {column: heading(column, lang) for column in layout.columns}
    shape = frame(lines, layout, headings, room)
    above, named = heading_lines(shape, headings, marks.rule, lang)
    rule = style.secondary(marks.rule * shape.total)
    written = [*head, "", *([style.secondary(above)] if above else []), style.bold(named), rule]
    for line in lines:
        written += row_lines(line, shape, layout, style)
    written += [rule, *_counts(report, setting)]
    secondary = [*footnote_lines(footnotes.texts(), width=setting.text), *_legend(report, layout, setting)]
    return "\n".join([*written, *(style.secondary(line) for line in secondary)]) + "\n"


def _layout(report: WhatifReport, room: int | None) -> Layout:
    layout = WIDE if room is None or room >= 140 else MIDDLE if room >= 100 else NARROW
    empty = {c for c in CHANCES if all(_value(row, c) is None for row in report.rows)}
    return layout._replace(columns=tuple(c for c in layout.columns if c not in empty))


def _value(row: WhatifRow, column: str) -> object:
    before, after = row.before.values.get(column), row.after.values.get(column)
    return after if before is None else before


def _pairs(report: WhatifReport, layout: Layout, cells: Cells, footnotes: Footnotes, *, grouped: bool) -> list[Line]:
    """Lay both lines of every target out, the second named by what was assumed."""
    lines: list[Line] = []
    for group, rows in _groups(report, grouped=grouped):
        lines += lay_out_rows([(group, [])], layout, cells, footnotes, baseline_as_latest=True)
        for row in rows:
            lines += _pair(row, layout, cells, footnotes)
    return lines


def _groups(report: WhatifReport, *, grouped: bool) -> list[tuple[str, list[WhatifRow]]]:
    found: dict[str, list[WhatifRow]] = {}
    for row in report.rows:
        found.setdefault(str(row.before.values["group"]) if grouped else "", []).append(row)
    return list(found.items())


def _pair(row: WhatifRow, layout: Layout, cells: Cells, footnotes: Footnotes) -> list[Line]:
    """Lay out the two lines of a target, one where nothing is assumed of it."""
    if not row.before.values["assumption"]:
        return lay_out_rows([("", [row.after])], layout, cells, footnotes, baseline_as_latest=True)
    pair = [("", [_old(row)]), ("", [_new(row)])]
    first, second = lay_out_rows(pair, layout, cells, footnotes, baseline_as_latest=True)
    said = in_words(row.before.values["assumption"], cells.lang, cells.symbols.minus)
    mark = footnotes.mark(_new(row))
    return [first, Line(NameCell("", (*pieces("  " + said), *((" ", mark) if mark else ()))), second.cells)]


def _old(row: WhatifRow) -> GapRow:
    """The line of things as they are; what a reader should know of the plan's own figures stands here."""
    without = dict.fromkeys(CHANCES[1:])
    notes = _notes(row.before, lambda note: note in _OF_THE_PLAN)
    return row.before._replace(values={**row.before.values, **without, "reason": (), "notes": notes})


def _new(row: WhatifRow) -> GapRow:
    """The line of things as assumed; all figures rest on assumed values where the latest one is assumed."""
    notes = _notes(row.after, lambda note: note not in _OF_THE_PLAN and note not in _SAID_BY_THE_ASSUMPTION)
    assumed = row.before.values["after_assumed"]
    return row.after._replace(values={**row.after.values, "rests_on_assumed": assumed, "notes": notes})


def _notes(row: GapRow, wanted: Callable[[str], bool]) -> tuple[str, ...]:
    notes = row.values["notes"]
    return tuple(note for note in notes if wanted(note)) if isinstance(notes, tuple) else ()


def _counts(report: WhatifReport, setting: Setting) -> list[str]:
    """How many targets have each status before, and how many after where anything is assumed."""
    english = setting.lang == "en"
    sides = ("before", "after") if any(row.before.values["assumption"] for row in report.rows) else ("before",)
    lines: list[str] = []
    for side in sides:
        statuses = [str(row.before.values[f"{side}_status"]) for row in report.rows]
        counts = {status: statuses.count(status) for status in STATUSES if status in statuses}
        facts = [f"{setting.symbols.marks[s]} {STATUSES[s][english]} {count}   " for s, count in counts.items()]
        lines += wrap_pieces([FOOT[side][english], *facts], setting.text, indent=2)
    return lines


def _legend(report: WhatifReport, layout: Layout, setting: Setting) -> list[str]:
    english, marks = setting.lang == "en", setting.symbols
    texts = []
    if any(row.before.values["assumption"] for row in report.rows):
        texts.append(FOOT["pairs"][english].format(mark=ASSUMED_MARK))
    if any(column.startswith("growth_for_") for column in layout.columns):
        texts.append(FOOT["growth_for"][english])
    base = report.plan.baseline_year
    texts.append(GAP_FOOT["units_short"][english].format(total=marks.total, missing=marks.missing, base=base))
    return [line for text in texts for line in wrap(text, setting.text, indent=2)]
