"""The chart of one pathway: what is required, what was observed, where it leads."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lixia_kpi.messages.path_text import LEGEND
from lixia_kpi.render.chart.axis import axis_for
from lixia_kpi.render.chart.canvas import Canvas
from lixia_kpi.render.numbers import fixed
from lixia_kpi.render.width import right, width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.chart.axis import Axis
    from lixia_kpi.render.style import Style
    from lixia_kpi.tables.table import Value

    Row = Mapping[str, Value]

_ROWS = 13
_WIDEST = 100
_LEAST = 24
_MARKS = {
    False: {"actual": "●", "projected": "○", "interval": "░"},
    True: {"actual": "o", "projected": "x", "interval": ":"},
}
_TONES = {"actual": "met", "projected": "behind", "interval": "no_data", "required": "no_data"}


def draw_pathway(
    rows: Sequence[Row], *, lang: Lang, width_: int, style: Style, ascii_only: bool, interval: int
) -> list[str]:
    """Draw the years of a pathway as a chart of at most `width_` columns with its legend.

    Parameters
    ----------
    rows
        one a year, as in `kpi path`: `year`, `required`, `actual`, `projected`, `projected_low`, `projected_high`.
    interval
        percent that the interval is to cover, named in the legend.

    Returns
    -------
    The lines; none where there is no value to draw.
    """
    columns = ("required", "actual", "projected", "projected_low", "projected_high")
    values = [value for row in rows for c in columns if (value := _number(row, c)) is not None]
    if not values:
        return []
    axis = axis_for(values)
    labels = [fixed(tick, axis.decimals) for tick in axis.ticks]
    margin = max(map(width, labels))
    canvas = Canvas(max(min(width_, _WIDEST) - margin - 6, _LEAST), _ROWS, dotted=not ascii_only)
    marks = _MARKS[ascii_only]
    drawn = _draw(canvas, rows, axis, marks)

    def paint(series: str, character: str) -> str:
        return style.status(_TONES[series], character)

    vertical, tick = ("|", "+") if ascii_only else ("│", "┤")
    at_row = {
        canvas.rows - 1 - int(axis.share(t) * (4 * canvas.rows - 1) + 0.5) // 4: k for k, t in enumerate(axis.ticks)
    }
    lines = []
    for i, text in enumerate(canvas.lines(paint)):
        label = labels[at_row[i]] if i in at_row else ""
        lines.append(f" {right(label, margin)} {tick if i in at_row else vertical}{text}".rstrip())
    lines += _years(rows, canvas, margin, ascii_only=ascii_only)
    names = {s: LEGEND[s][lang == "en"].format(interval=interval) for s in drawn}
    dots = "..." if ascii_only else "⠤⠤⠤"
    lines.append("")
    free = 0
    for series in drawn:
        mark = dots if series == "required" else marks[series]
        size = width(f"{mark} {names[series]}") + 3
        if size > free:
            lines.append(" " * margin)
            free = width_ - margin
        lines[-1] += "   " + paint(series, mark) + " " + names[series]
        free -= size
    return lines


def _draw(canvas: Canvas, rows: Sequence[Row], axis: Axis, marks: Mapping[str, str]) -> list[str]:
    """Put the series on the canvas, the interval first and the observations last; name those that have a value."""
    last = max(len(rows) - 1, 1)
    drawn = []
    before = [(x, y, y) for x, y in _last_actual(rows, axis, last)]
    for i, row in enumerate(rows):
        low, high = _number(row, "projected_low"), _number(row, "projected_high")
        if low is not None and high is not None:
            here = (i / last, axis.share(low), axis.share(high))
            canvas.band(before[-1] if before else here, here, marks["interval"], "interval")
            before.append(here)
            drawn.append("interval")
    for series, every in (("required", 1), ("projected", 3)):
        points = [(i / last, axis.share(v)) for i, row in enumerate(rows) if (v := _number(row, series)) is not None]
        if series == "projected":
            points = _last_actual(rows, axis, last) + points if points else []
        for start, end in pairwise(points):
            canvas.line(start, end, series, every=every)
        drawn += [series] * bool(points)
    for series in ("projected", "actual"):
        for i, row in enumerate(rows):
            value = _number(row, series)
            if value is not None:
                canvas.mark((i / last, axis.share(value)), marks[series], series)
                drawn.append(series)
    return [s for s in ("actual", "required", "projected", "interval") if s in drawn]


def _last_actual(rows: Sequence[Row], axis: Axis, last: int) -> list[tuple[float, float]]:
    """Where the projection starts: at the latest observation before it."""
    first = next((i for i, row in enumerate(rows) if _number(row, "projected") is not None), len(rows))
    for i in range(first - 1, -1, -1):
        value = _number(rows[i], "actual")
        if value is not None:
            return [(i / last, axis.share(value))]
    return []


def _years(rows: Sequence[Row], canvas: Canvas, margin: int, *, ascii_only: bool) -> list[str]:
    """The axis of the years: a tick for each, and as many labels as have room."""
    last = max(len(rows) - 1, 1)
    places = [int(i / last * (2 * canvas.columns - 1) + 0.5) // 2 for i in range(len(rows))]
    corner, rule, tick = ("+", "-", "+") if ascii_only else ("└", "─", "┬")
    axis = [rule] * canvas.columns
    labels = [" "] * (canvas.columns + 4)
    free = 0
    for place, row in zip(places, rows, strict=True):
        axis[place] = tick
        start = max(place - 1, 0)
        if start >= free:
            labels[start : start + 4] = str(row["year"])
            free = start + 5
    return [" " * (margin + 2) + corner + "".join(axis), " " * (margin + 3) + "".join(labels).rstrip()]


def _number(row: Row, column: str) -> float | None:
    value = row.get(column)
    return float(value) if isinstance(value, int | float) else None
