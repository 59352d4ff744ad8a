"""Charts that the office program draws: pathway, actual values, projection and its interval."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.messages.path_text import LEGEND
from lixia_kpi.render.chart.axis import axis_for
from lixia_kpi.render.workbook.layout import PATHS
from lixia_kpi.render.workbook.style import (
    ACTUAL_INK,
    FAN_FILL,
    GREY_INK,
    PATHWAY_INK,
    PROJECTION_INK,
    RULE,
    TEXT_FONT,
    status_colour,
)

if TYPE_CHECKING:
    from lixia_kpi.render.workbook.sheets.context import Context

WIDE, HIGH = 560, 300
"""Size of a chart in pixels."""
_DRAWN = ("required", "actual", "projected", "projected_low", "projected_high")


def is_drawn(context: Context, row: int) -> bool:
    """Whether a target has anything to draw beside its own pathway."""
    rows = context.report.paths[row].rows
    observed = [values["actual"] for values in rows if values["actual"] is not None]
    return len(observed) > 1 or any(values["projected"] is not None for values in rows)


def pathway_chart(context: Context, row: int) -> Any:
    """Make the chart of one target; every text and number in it is a reference to a cell."""
    book, layout, english = context.book, context.layout, context.texts.english
    rows = context.report.paths[row].rows
    fanned = any(values["projected_low"] is not None for values in rows)
    lines = book.chart("line")
    interval = context.texts.fact("interval", interval=context.report.gap.interval)
    series = (
        ("required", "required", {"color": PATHWAY_INK, "width": 1.75, "dash_type": "dash"}, None),
        ("actual", "actual", {"color": ACTUAL_INK, "width": 2.5}, "circle"),
        (
            "drawn_projection",
            "projected",
            {"color": PROJECTION_INK, "width": 2.25, "dash_type": "round_dot"},
            "diamond",
        ),
    )
    for column, name, line, marker in series:
        ink = line["color"]
        shape = {"type": marker, "size": 6, "border": {"color": ink}, "fill": {"color": ink}} if marker else None
        lines.add_series({
            "name": LEGEND[name][english], "categories": _range(context, row, "year"),
            "values": _range(context, row, column), "line": line, "marker": shape or {"type": "none"},
        })  # fmt: skip
    chart = lines
    if fanned:
        chart = book.chart("area", stacked=True)
        for column, name, fill in (("drawn_low", " ", {"none": True}), ("drawn_width", interval, {"color": FAN_FILL})):
            chart.add_series({
                "name": name, "categories": _range(context, row, "year"), "values": _range(context, row, column),
                "fill": fill, "border": {"none": True},
            })  # fmt: skip
        chart.combine(lines)
    _axes(context, chart, row)
    font = {"name": TEXT_FONT[context.texts.lang], "size": 9}
    chart.set_legend({"position": "bottom", "font": font, **({"delete_series": [0]} if fanned else {})})
    title = layout.path(row, 0, "name")
    chart.set_title({
        "name": [title.sheet, title.row, title.column], "overlay": False,
        "name_font": {"name": TEXT_FONT[context.texts.lang], "size": 11, "bold": True},
    })  # fmt: skip
    chart.show_blanks_as("span")
    chart.set_size({"width": WIDE, "height": HIGH})
    return chart


def status_chart(context: Context, sheet: str, first: int, column: int) -> Any:
    """Make the bar chart of how many targets have each status; words and counts stand in two columns."""
    chart = context.book.chart("bar")
    last = first + len(STATUSES) - 1
    points = [{"fill": {"color": status_colour(status)}} for status in STATUSES]
    font = {"name": TEXT_FONT[context.texts.lang], "size": 9}
    chart.add_series({
        "name": context.texts.fact("status_chart"), "categories": [sheet, first, column, last, column],
        "values": [sheet, first, column + 1, last, column + 1], "points": points, "gap": 40,
        "data_labels": {"value": True, "font": font},
    })  # fmt: skip
    chart.set_title({"none": True})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": font, "line": {"color": RULE}, "major_tick_mark": "none"})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_size({"width": 520, "height": 250})
    return chart


def _range(context: Context, row: int, column: str) -> list[Any]:
    first = context.layout.path(row, 0, column)
    last = first.row + len(context.report.paths[row].rows) - 1
    return [first.sheet, first.row, PATHS.index(column), last, PATHS.index(column)]


def _axes(context: Context, chart: Any, row: int) -> None:
    """Round numbers on the axis, the unit beside it, years below."""
    font = {"name": TEXT_FONT[context.texts.lang], "size": 9, "color": GREY_INK}
    rows = context.report.paths[row].rows
    known = [float(v) for values in rows for c in _DRAWN if isinstance(v := values[c], int | float)]
    axis = axis_for(known, ticks=5)
    unit = context.layout.path(row, 0, "unit")
    chart.set_x_axis({
        "num_font": font, "position_axis": "on_tick", "label_position": "low", "line": {"color": RULE},
        "num_format": "0",
    })  # fmt: skip
    chart.set_y_axis({
        "min": axis.low, "max": axis.high, "major_unit": axis.ticks[1] - axis.ticks[0], "num_font": font,
        "num_format": "#,##0" + ("." + "0" * axis.decimals if axis.decimals else ""),
        "major_gridlines": {"visible": True, "line": {"color": "#E3E7EC", "width": 0.75}}, "line": {"none": True},
        "name": [unit.sheet, unit.row, unit.column], "name_font": font | {"bold": False},
    })  # fmt: skip
