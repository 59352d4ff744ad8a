"""The gap table as one text: head, headings, rows by group, foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.messages.table_text import FOOT
from lixia_kpi.render.gap.foot import count_lines, footnote_lines, left_out_lines, legend_lines
from lixia_kpi.render.gap.head import head_lines
from lixia_kpi.render.gap.layout import UNCALIBRATED, layout_for
from lixia_kpi.render.rows.body import frame, heading, heading_lines, lay_out_rows, row_lines
from lixia_kpi.render.rows.cells import Cells
from lixia_kpi.render.rows.footnotes import Footnotes
from lixia_kpi.render.rows.layout import NARROWEST, Layout
from lixia_kpi.render.style import Style
from lixia_kpi.render.symbols import Symbols, symbols

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.gap import GapRow, GapTable

_TREND_YEARS = 8
_LEAST_TEXT = 60
_WIDEST_TEXT = 120


class Setting(NamedTuple):
    """How a table is written: language, marks, style, columns of the terminal (None: as many as it takes)."""

    lang: Lang
    symbols: Symbols
    style: Style
    room: int | None
    grouped: bool


def render_gap(
    table: GapTable, *, lang: Lang, width: int | None, color: bool, ascii_only: bool, grouped: bool = True
) -> str:
    """Write the gap table for a person.

    Parameters
    ----------
    table
        the rows with what is said around them.
    lang
        `zh` or `en`.
    width
        columns of the terminal; None where the output is piped: the widest layout, names on one line. Under 30
        columns the table is that of 30.
    color
        style statuses, headings and secondary text by escape sequences.
    ascii_only
        marks, rules and comparators in ASCII.
    grouped
        put the rows of a group under its heading, groups in the order in which they first occur. False keeps the
        order of the rows, for a table that was sorted.

    Returns
    -------
    The text, ending in a line end. No line is wider than `width`.
    """
    room = None if width is None else max(width, NARROWEST)
    setting = Setting(lang, symbols(ascii_only=ascii_only), Style(color=color), room, grouped)
    lines = _table(table, setting) if table.rows else _empty(table, setting)
    return "\n".join(lines) + "\n"


def _empty(table: GapTable, setting: Setting) -> list[str]:
    wide = setting.room or _WIDEST_TEXT
    head = head_lines(
        table, lang=setting.lang, symbols=setting.symbols, style=setting.style, width=wide, with_interval=False
    )
    left_out = left_out_lines(table, lang=setting.lang, width=wide)
    return [*head, "", FOOT["empty"][setting.lang == "en"], *left_out]


def _layout(table: GapTable, setting: Setting) -> Layout:
    """Choose the layout for the width, without the columns that this table or this console has no use for."""
    layout = layout_for(setting.room, setting.lang)
    unused: set[str] = set()
    if _uncalibrated(table):
        unused.update(UNCALIBRATED)
    if not setting.symbols.spark:
        unused.add("trend")
    return layout._replace(columns=tuple(c for c in layout.columns if c not in unused))


def _uncalibrated(table: GapTable) -> bool:
    return all(row.values.get("probability") is None for row in table.rows)


def _table(table: GapTable, setting: Setting) -> list[str]:
    lang, marks, style, room = setting.lang, setting.symbols, setting.style, setting.room
    layout, footnotes = _layout(table, setting), Footnotes(table.plan, lang=lang)
    baseline_as_latest = "baseline" not in layout.columns
    cells = Cells(table.plan, _trend_years(table), lang=lang, symbols=marks)
    rows = lay_out_rows(_groups(table, setting), layout, cells, footnotes, baseline_as_latest=baseline_as_latest)
    headings = {column: heading(column, lang, table.interval) for column in layout.columns}
    shape = frame(rows, layout, headings, room)
    wide = max(shape.total, _LEAST_TEXT) if room is None else min(max(shape.total, _LEAST_TEXT), room)

    rule = style.secondary(marks.rule * shape.total)
    lines = head_lines(table, lang=lang, symbols=marks, style=style, width=wide, with_interval=not _uncalibrated(table))
    above, named = heading_lines(shape, headings, marks.rule, lang)
    lines += ["", *([style.secondary(above)] if above else []), style.bold(named), rule]
    for row in rows:
        lines += row_lines(row, shape, layout, style)
    lines.append(rule)
    lines += count_lines(table.counts(), lang=lang, symbols=marks, style=style, width=wide)
    lines += left_out_lines(table, lang=lang, width=wide)
    secondary = footnote_lines(footnotes.texts(), width=wide)
    secondary += legend_lines(
        table,
        lang=lang,
        symbols=marks,
        width=wide,
        uncalibrated=_uncalibrated(table),
        baseline_as_latest=baseline_as_latest,
    )
    return lines + [style.secondary(line) for line in secondary]


def _trend_years(table: GapTable) -> tuple[int, int]:
    """Give the years of the trend lines: from the baseline to the latest year, eight at most."""
    last = table.as_of if table.as_of is not None else table.plan.baseline_year
    return max(min(table.plan.baseline_year, last), last - _TREND_YEARS + 1), last


def _groups(table: GapTable, setting: Setting) -> list[tuple[str, list[GapRow]]]:
    if not setting.grouped:
        return [("", list(table.rows))]
    found: dict[str, list[GapRow]] = {}
    for row in table.rows:
        found.setdefault(str(row.values.get("group") or ""), []).append(row)
    return list(found.items())
