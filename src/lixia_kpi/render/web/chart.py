"""The chart of one target as SVG: required pathway, actuals, projection with its interval, target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.render.chart.axis import axis_for
from lixia_kpi.render.markup import NOTHING, Html, element
from lixia_kpi.render.numbers import as_published, fixed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lixia_kpi.render.chart.axis import Axis
    from lixia_kpi.tables.table import Value

    Row = Mapping[str, Value]

_WIDTH, _HEIGHT = 360, 184
_TOP, _BOTTOM, _RIGHT = 14, 156, 344
_DIGIT = 6.4
"""Width of a digit of the labels, in the units of the drawing."""
_YEAR_WIDTH = 34
_SERIES = ("required", "actual", "projected", "projected_low", "projected_high")

Points = list[tuple[float, float]]


def chart_svg(rows: Sequence[Row], *, due: int, label: str) -> Html:
    """Draw the years of a pathway.

    Parameters
    ----------
    rows
        one a year, as in `kpi path`: `year`, `required`, `actual`, `projected`, `projected_low`, `projected_high`.
    due
        the target year, at which the end of the required pathway is marked.
    label
        what the chart shows, for readers who do not see it.

    Returns
    -------
    The drawing; nothing where fewer than two values are known.
    """
    values = [value for row in rows for column in _SERIES if (value := _number(row, column)) is not None]
    if len(values) < 2:
        return NOTHING
    plot = _Plot(rows, axis_for(values, ticks=4))
    parts = [*plot.grid(), plot.interval(), *plot.required(due), *plot.projected(), *plot.actual()]
    return element(
        "svg", *parts, viewBox=f"0 0 {_WIDTH} {_HEIGHT}", class_="chart", role="img", aria_label=label,
    )  # fmt: skip


class _Plot:
    def __init__(self, rows: Sequence[Row], axis: Axis) -> None:
        self.rows, self.axis = rows, axis
        self.labels = [fixed(tick, axis.decimals).replace("-", "−") for tick in axis.ticks]
        self.left = 12 + max(len(label) for label in self.labels) * _DIGIT
        self.last = max(len(rows) - 1, 1)

    def x(self, position: int) -> float:
        return round(self.left + 10 + (_RIGHT - self.left - 10) * position / self.last, 1)

    def y(self, value: float) -> float:
        return round(_BOTTOM - (_BOTTOM - _TOP) * self.axis.share(value), 1)

    def points(self, column: str) -> Points:
        """Where the values of a column lie."""
        return [(self.x(i), self.y(v)) for i, row in enumerate(self.rows) if (v := _number(row, column)) is not None]

    def grid(self) -> list[Html]:
        """Lines at round values, and the years."""
        parts = []
        for tick, label in zip(self.axis.ticks, self.labels, strict=True):
            at = self.y(tick)
            parts.append(element("line", x1=_n(self.left), x2=_RIGHT + 8, y1=_n(at), y2=_n(at), class_="grid"))
            parts.append(element("text", label, x=_n(self.left - 5), y=_n(at + 4), class_="tick e"))
        free = 0.0
        for i, row in enumerate(self.rows):
            if self.x(i) >= free:
                parts.append(element("text", str(row["year"]), x=_n(self.x(i)), y=_HEIGHT - 8, class_="tick m"))
                free = self.x(i) + _YEAR_WIDTH
        return parts

    def start(self) -> int | None:
        """The latest observation before the projection, from which it goes on."""
        first = next((i for i, row in enumerate(self.rows) if _number(row, "projected") is not None), None)
        if first is None:
            return None
        return next((i for i in range(first - 1, -1, -1) if _number(self.rows[i], "actual") is not None), None)

    def interval(self) -> Html:
        """The fan: from the latest observation along the lower and back along the upper bound."""
        low, high = self.points("projected_low"), self.points("projected_high")
        if not low:
            return NOTHING
        start = self.start()
        tip = [] if start is None else [(self.x(start), self.y(_number(self.rows[start], "actual") or 0.0))]
        if len(low) == 1 and not tip:
            (x, bottom), (_, top) = low[0], high[0]
            return element("line", x1=_n(x), x2=_n(x), y1=_n(bottom), y2=_n(top), class_="span")
        return element("polygon", points=_list(tip + low + high[::-1]), class_="fan")

    def required(self, due: int) -> list[Html]:
        """The pathway, and a mark where it reaches the target."""
        parts = [element("polyline", points=_list(self.points("required")), class_="req")]
        for i, row in enumerate(self.rows):
            if row["year"] == due and (value := _number(row, "required")) is not None:
                x, y = self.x(i), self.y(value)
                parts.append(element("path", d=f"M{_n(x)} {_n(y - 6)}l6 6-6 6-6-6z", class_="goal"))
        return parts

    def projected(self) -> list[Html]:
        """The projection from the latest observation on."""
        points = self.points("projected")
        if not points:
            return []
        start = self.start()
        if start is not None:
            points.insert(0, (self.x(start), self.y(_number(self.rows[start], "actual") or 0.0)))
        x, y = points[-1]
        return [
            element("polyline", points=_list(points), class_="proj"),
            element("circle", cx=_n(x), cy=_n(y), r=3, class_="end"),
        ]

    def actual(self) -> list[Html]:
        """The observations, joined where years follow each other, the latest with its value."""
        runs: list[Points] = [[]]
        for i, row in enumerate(self.rows):
            value = _number(row, "actual")
            if value is not None:
                runs[-1].append((self.x(i), self.y(value)))
            elif runs[-1]:
                runs.append([])
        parts = [element("polyline", points=_list(run), class_="act") for run in runs if len(run) > 1]
        parts += [element("circle", cx=_n(x), cy=_n(y), r=3.5, class_="dot") for run in runs for x, y in run]
        known = [(i, value) for i, row in enumerate(self.rows) if (value := _number(row, "actual")) is not None]
        if known:
            i, value = known[-1]
            y = self.y(value)
            label = as_published(value).replace("-", "−")
            x = min(max(self.x(i), self.left + 4 + len(label) * _DIGIT / 2), _WIDTH - len(label) * _DIGIT / 2 - 2)
            parts.append(element("text", label, x=_n(x), y=_n(y - 8 if y > _TOP + 14 else y + 18), class_="val m"))
        return parts


def _list(points: Points) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(number: float) -> str:
    """A coordinate with one decimal at most."""
    return f"{number:.1f}".removesuffix(".0")


def _number(row: Row, column: str) -> float | None:
    value = row.get(column)
    return float(value) if isinstance(value, int | float) else None
