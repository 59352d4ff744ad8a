"""The listings of `kpi list` and `kpi required` in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.messages.listing_text import COUNTS, LEGENDS, TITLES
from lixia_kpi.messages.table_text import FOOT
from lixia_kpi.problems import Place
from lixia_kpi.render.gap.foot import footnote_lines
from lixia_kpi.render.rows.body import frame, heading, heading_lines, lay_out_rows, row_lines
from lixia_kpi.render.rows.cells import Cells
from lixia_kpi.render.rows.footnotes import Footnotes
from lixia_kpi.render.rows.layout import NARROWEST, Layout
from lixia_kpi.render.style import Style
from lixia_kpi.render.symbols import symbols
from lixia_kpi.render.width import wrap
from lixia_kpi.tables.gap import GapRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.tables.table import Table, Value


class Layouts(NamedTuple):
    """The layouts of a listing: under 100 columns, under 140, the rest."""

    narrow: Layout
    middle: Layout
    wide: Layout


LISTINGS = {
    "list": Layouts(
        Layout(("name", "id", "target", "target_year"), unit_in_name=True, indent=1),
        Layout(("name", "unit", "id", "baseline", "target", "target_year", "chapter"), unit_in_name=False, indent=2),
        Layout(
            (
                *("name", "unit", "id", "measure", "direction", "binding", "baseline"),
                *("target", "target_year", "chapter", "owner"),
            ),
            unit_in_name=False,
            indent=2,
        ),
    ),
    "required": Layouts(
        Layout(("name", "baseline", "target", "target_year", "required_rate"), unit_in_name=True, indent=1),
        Layout(
            ("name", "unit", "baseline", "target", "target_year", "required_rate", "required_growth"),
            unit_in_name=False,
            indent=2,
        ),
        Layout(
            (
                *("name", "unit", "id", "baseline", "target", "target_year", "required_rate"),
                *("required_growth", "chapter"),
            ),
            unit_in_name=False,
            indent=2,
        ),
    ),
}


def render_listing(
    table: Table,
    plan: PlanInfo,
    *,
    lang: Lang,
    width: int | None,
    color: bool,
    ascii_only: bool,
    grouped: bool = True,
) -> str:
    """Write the listing of `kpi list` or `kpi required` for a person.

    Parameters
    ----------
    table
        the table named `list` or `required`, all its columns.
    plan
        the head of the plan.
    lang, width, color, ascii_only, grouped
        as for the gap table.

    Returns
    -------
    The text, ending in a line end. No line is wider than `width`; names wrap, nothing is cut.
    """
    room = None if width is None else max(width, NARROWEST)
    marks, style = symbols(ascii_only=ascii_only), Style(color=color)
    layouts = LISTINGS[table.name]
    layout = layouts.wide if room is None or room >= 140 else layouts.middle if room >= 100 else layouts.narrow
    unsaid = {c for c in ("owner", "binding") if all(row.get(c) is None for row in table.rows)}
    layout = layout._replace(columns=tuple(c for c in layout.columns if c not in unsaid))
    name = plan.name.en if lang == "en" else plan.name.zh
    title = TITLES[table.name][lang == "en"].format(plan=name, bullet=f" {marks.bullet} ")
    head = [style.bold(line) for line in wrap(title, room or 120)]
    if not table.rows:
        return "\n".join([*head, "", FOOT["empty"][lang == "en"]]) + "\n"

    footnotes = Footnotes(plan, lang=lang)
    cells = Cells(plan, (0, 0), lang=lang, symbols=marks)
    rows = lay_out_rows(_groups(table, grouped=grouped), layout, cells, footnotes, baseline_as_latest=False)
    headings = {column: heading(column, lang) for column in layout.columns}
    shape = frame(rows, layout, headings, room)
    wide = max(shape.total, 60) if room is None else min(max(shape.total, 60), room)
    rule = style.secondary(marks.rule * shape.total)
    above, named = heading_lines(shape, headings, marks.rule, lang)
    lines = [*head, "", *([style.secondary(above)] if above else []), style.bold(named), rule]
    for row in rows:
        lines += row_lines(row, shape, layout, style)
    lines += [rule, *wrap(_count(table, lang), wide)]
    legend = LEGENDS[table.name][lang == "en"].format(missing=marks.missing)
    secondary = [*footnote_lines(footnotes.texts(), width=wide), *wrap(legend, wide, indent=2)]
    return "\n".join([*lines, *(style.secondary(line) for line in secondary)]) + "\n"


def _count(table: Table, lang: Lang) -> str:
    ids = len({row["id"] for row in table.rows})
    rated = sum(row.get("required_rate") is not None for row in table.rows)
    return COUNTS[table.name][lang == "en"].format(rows=len(table.rows), ids=ids, rated=rated)


def _groups(table: Table, *, grouped: bool) -> list[tuple[str, list[GapRow]]]:
    found: dict[str, list[GapRow]] = {}
    for row in table.rows:
        found.setdefault(str(row.get("group") or "") if grouped else "", []).append(_as_gap_row(row))
    return list(found.items())


def _as_gap_row(values: Mapping[str, Value]) -> GapRow:
    """Take a row of a listing for one of the gap table of which nothing is observed."""
    return GapRow(values=values, trend=(), done=None, decimals=0, dated=True, doubt=None, heading=None, place=Place(""))
