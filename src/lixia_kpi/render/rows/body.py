"""The rows of the gap table under their headings, laid out to a width."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.messages.headings import HEADINGS
from lixia_kpi.messages.table_text import INTERVAL_HEADING
from lixia_kpi.messages.table_text import SPANS as SPAN_WORDS
from lixia_kpi.messages.terms import GROUPS
from lixia_kpi.messages.units import unit_name
from lixia_kpi.render.rows.cells import Cell
from lixia_kpi.render.rows.layout import DROP_ORDER, LEFT_ALIGNED, SPANS
from lixia_kpi.render.width import left, pieces, right, width, wrap, wrap_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.rows.cells import Cells
    from lixia_kpi.render.rows.footnotes import Footnotes
    from lixia_kpi.render.rows.layout import Layout
    from lixia_kpi.render.style import Style
    from lixia_kpi.tables.gap import GapRow

_NAME_AT_LEAST = 10


class NameCell(NamedTuple):
    """The name of a row and what stands behind it in secondary text."""

    name: str
    behind: tuple[str, ...] = ()

    @property
    def pieces(self) -> list[str]:
        """The parts that a line does not break."""
        return [*pieces(self.name), *self.behind]

    @property
    def width(self) -> int:
        """The cells it takes on one line."""
        return width(self.name) + sum(map(width, self.behind))


class Line(NamedTuple):
    """A row laid out in cells, or a group heading where there is no row."""

    name: NameCell
    cells: dict[str, Cell]


class Frame(NamedTuple):
    """Where the columns stand: their ids, their widths and the blanks between them."""

    columns: tuple[str, ...]
    widths: dict[str, int]
    gutter: int

    @property
    def total(self) -> int:
        """The width of a full line."""
        return sum(self.widths.values()) + self.gutter * (len(self.columns) - 1)


def lay_out_rows(
    groups: Iterable[tuple[str, list[GapRow]]],
    layout: Layout,
    cells: Cells,
    footnotes: Footnotes,
    *,
    baseline_as_latest: bool,
) -> list[Line]:
    """Make the cells of all rows; a group with a name is preceded by its heading."""
    lines: list[Line] = []
    for group, rows in groups:
        if group:
            words = GROUPS.get(group)
            lines.append(Line(NameCell(words[cells.lang == "en"] if words else group), {}))
        previous = ""
        for row in rows:
            same = str(row.values["id"]) == previous
            name = _name(row, layout, cells, footnotes, same=same)
            previous = str(row.values["id"])
            found = {
                c: cells.cell(row, c, baseline_as_latest=baseline_as_latest) for c in layout.columns if c != "name"
            }
            if same and "unit" in found and row.values["form"] in ("growth", "change", "points"):
                found["unit"] = Cell(("",))  # a rate of the indicator above is not in its unit
            lines.append(Line(name, found))
    return lines


def _name(row: GapRow, layout: Layout, cells: Cells, footnotes: Footnotes, *, same: bool) -> NameCell:
    """Name a row: the indicator, its unit, what tells this target from another, its footnotes."""
    english = cells.lang == "en"
    qualifier, mark = cells.qualifier(row, with_year="target_year" not in layout.columns), footnotes.mark(row)
    unit = unit_name(str(row.values.get("unit") or ""), cells.lang)
    if same and qualifier:
        words = ["  ", *(pieces(qualifier) if english else [qualifier])]
        return NameCell("", tuple([*words, " ", mark] if mark else words))
    name = str(row.values["name_en" if english else "name_zh"])
    comma = "," if english and qualifier else ""
    words = []
    if layout.unit_in_name and unit:
        words += [" ", *pieces(f"({unit}){comma}")] if english else [f"({unit})"]
    else:
        name += comma
    if qualifier:
        words += [" ", *pieces(qualifier)] if english else [" ", qualifier]
    return NameCell(name, tuple([*words, " ", mark] if mark else words))


def heading(column: str, lang: Lang, interval: int = 0) -> str:
    """Give the heading of a column."""
    if column == "interval":
        return INTERVAL_HEADING[lang == "en"].format(interval=interval)
    return HEADINGS[column][lang == "en"]


def frame(lines: list[Line], layout: Layout, headings: dict[str, str], room: int | None) -> Frame:
    """Give every column the width of its widest cell and the name what is left of `room`.

    Where the name would be narrow the blanks between columns shrink to one; where it would have less than ten
    columns even then, columns leave in the order of `DROP_ORDER`.
    """
    widths = {c: width(headings[c]) for c in layout.columns}
    for line in lines:
        for column, cell in line.cells.items():
            for text in cell.lines:
                widths[column] = max(widths[column], width(text))
    longest = max([line.name.width + layout.indent * bool(line.cells) for line in lines])
    longest = max(longest, widths["name"])
    columns, gutter = list(layout.columns), 2
    candidates = [c for c in DROP_ORDER if c in columns]
    while room is not None:
        left_over = room - sum(widths[c] + gutter for c in columns if c != "name")
        if gutter == 2 and left_over < min(longest, layout.comfortable):
            gutter = 1
        elif left_over >= _NAME_AT_LEAST or not candidates:
            longest = min(longest, max(left_over, 2 + layout.indent))
            break
        else:
            columns.remove(candidates.pop(0))
    return Frame(tuple(columns), {c: widths[c] if c != "name" else longest for c in columns}, gutter)


def heading_lines(shape: Frame, headings: dict[str, str], rule: str, lang: Lang) -> list[str]:
    """Write the headings, and above them the words that several columns have in common."""
    blank = " " * shape.gutter
    above: list[str] = []
    done: set[str] = set()
    for column in shape.columns:
        if column in done:
            continue
        span = next((s for s, members in SPANS.items() if column in members), "")
        members = [c for c in shape.columns if c in SPANS.get(span, ())]
        if len(members) < 2:
            above.append(" " * shape.widths[column])
            continue
        done.update(members)
        cells = sum(shape.widths[c] for c in members) + shape.gutter * (len(members) - 1)
        word = f" {SPAN_WORDS[span][lang == 'en']} "
        before = (cells - width(word)) // 2
        above.append(rule * before + word + rule * (cells - width(word) - before))
    named = [_aligned(headings[c], c, shape.widths[c]) for c in shape.columns]
    return [blank.join(above).rstrip(), blank.join(named).rstrip()]


def _aligned(text: str, column: str, cells: int) -> str:
    return left(text, cells) if column in LEFT_ALIGNED else right(text, cells)


def row_lines(line: Line, shape: Frame, layout: Layout, style: Style) -> list[str]:
    """Write one row, as many lines as its longest cell has."""
    if not line.cells:
        return [style.bold(text) for text in wrap(line.name.name, max(shape.total, 2))]
    name_width = shape.widths["name"]
    names = _name_lines(line.name, name_width - layout.indent, style)
    cells = [(line.cells[c], shape.widths[c], c in LEFT_ALIGNED) for c in shape.columns[1:]]
    height = max([len(cell.lines) for cell, _, _ in cells], default=1)
    margin, blank = " " * layout.indent, " " * shape.gutter
    written = []
    for i in range(max(height, len(names))):
        styled, used = names[i] if i < len(names) else ("", 0)
        if i >= height:
            written.append(margin + styled)
            continue
        parts = [margin + styled + " " * (name_width - layout.indent - used)]
        for (texts, tone), room, to_the_left in cells:
            text = texts[i] if i < len(texts) else ""
            padding = " " * (room - width(text))
            if tone and text and style.on:
                text = style.secondary(text) if tone == "secondary" else style.status(tone, text)
            parts.append(text + padding if to_the_left else padding + text)
        written.append(blank.join(parts).rstrip())
    return written


def _name_lines(name: NameCell, cells: int, style: Style) -> list[tuple[str, int]]:
    """Wrap a name with what stands behind it; the latter in secondary text."""
    if name.width <= cells:
        return [(name.name + _secondary("".join(name.behind), style), name.width)]
    hanging = 1 if name.name else 2
    remaining = len(name.name.replace(" ", ""))
    found = []
    for text in wrap_pieces(name.pieces, cells, indent=hanging):
        at = 0
        while at < len(text) and (remaining or text[at] == " "):
            remaining -= text[at] != " "
            at += 1
        found.append((text[:at] + _secondary(text[at:], style), width(text)))
    return found


def _secondary(text: str, style: Style) -> str:
    return style.secondary(text) if text.strip() else text
