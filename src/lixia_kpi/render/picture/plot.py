"""The plot of one pathway: axes, fan, target, required pathway, projection, actuals, and the figures that matter."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.render.chart.axis import axis_for
from lixia_kpi.render.numbers import fixed
from lixia_kpi.render.picture import palette
from lixia_kpi.render.picture.scene import Area, Dot, Line, Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lixia_kpi.render.chart.axis import Axis
    from lixia_kpi.render.picture.captions import Captions
    from lixia_kpi.render.picture.font import Font
    from lixia_kpi.render.picture.scene import Anchor, Point, Shape
    from lixia_kpi.tables.path import TargetPath
    from lixia_kpi.tables.table import Value

    Row = Mapping[str, Value]

_COLUMNS = ("required", "actual", "projected", "projected_low", "projected_high")
_LEVELS = ("level", "every_year", "milestone")
_PIXELS_A_TICK = 36
_AWAY = 8


class Frame(NamedTuple):
    """Where a plot is: its upper left corner, its size with the labels of the axes, and the size of its text."""

    x: float
    y: float
    width: float
    height: float
    size: float


def draw_plot(path: TargetPath, frame: Frame, captions: Captions, font: Font) -> list[Shape]:
    """Draw the years of a target inside a frame; no shape where there is no value."""
    values = [value for row in path.rows for column in _COLUMNS if (value := number(row, column)) is not None]
    if not values:
        return []
    if all(number(row, "required") is None for row in path.rows) and (goal := target_alone(path)) is not None:
        values.append(goal[1])
    axis = axis_for(values, ticks=max(3, round(frame.height / _PIXELS_A_TICK)))
    return _Plot(path, frame, captions, font, axis).shapes()


def number(row: Row, column: str) -> float | None:
    """Give a value of a year; None where there is none."""
    value = row.get(column)
    return float(value) if isinstance(value, int | float) else None


def target_alone(path: TargetPath) -> tuple[int, float] | None:
    """Give position and value of a target that no pathway leads to: a rank, a milestone, one without a baseline."""
    values = path.gap.values
    target, form = values["target"], values["form"]
    if form not in _LEVELS or path.unit != values["unit"] or not isinstance(target, int | float):
        return None
    return next(
        ((i, float(target)) for i, row in enumerate(path.rows) if row["year"] == values["target_year"]),
        None,
    )


class _Plot:
    def __init__(self, path: TargetPath, frame: Frame, captions: Captions, font: Font, axis: Axis) -> None:
        self.path, self.frame, self.captions, self.font, self.axis = path, frame, captions, font, axis
        self.labels = [fixed(tick, axis.decimals).replace("-", "−") for tick in axis.ticks]
        self.left = frame.x + max(font.width(label, frame.size) for label in self.labels) + _AWAY
        self.right = frame.x + frame.width
        self.top, self.bottom = frame.y + frame.size * 0.8, frame.y + frame.height - frame.size * 1.9
        ends = [value for row in path.rows if (value := number(row, "projected")) is not None]
        label = captions.value(ends[-1], published=False) if ends else ""
        self.pad = max(font.width(label, frame.size) + 2 * _AWAY, frame.size * 1.6)

    def shapes(self) -> list[Shape]:
        """Everything from the back to the front."""
        return [*self._axes(), *self._fan(), *self._target(), *self._series(), *self._figures()]

    def at(self, position: int, value: float) -> Point:
        """Give the place of a value of a year."""
        last = max(len(self.path.rows) - 1, 1)
        begin = self.left + self.frame.size * 1.4
        x = begin + (self.right - self.pad - begin) * position / last
        return x, self.bottom - (self.bottom - self.top) * self.axis.share(value)

    def points(self, column: str) -> list[tuple[int, float]]:
        """Give the years of a column that have a value, by position."""
        return [(i, value) for i, row in enumerate(self.path.rows) if (value := number(row, column)) is not None]

    def _axes(self) -> list[Shape]:
        size = self.frame.size
        shapes: list[Shape] = []
        for tick, label in zip(self.axis.ticks, self.labels, strict=True):
            y = self.at(0, tick)[1]
            shapes.append(Line(((self.left, y), (self.right, y)), palette.RULE))
            shapes.append(Text(self.left - _AWAY, y + size * 0.35, label, size, palette.GREY, "end"))
        shapes.append(Line(((self.left, self.bottom), (self.right, self.bottom)), palette.AXIS))
        free = self.left
        for i, row in enumerate(self.path.rows):
            x, year = self.at(i, self.axis.low)[0], str(row["year"])
            shapes.append(Line(((x, self.bottom), (x, self.bottom + 4)), palette.AXIS))
            half = self.font.width(year, size) / 2
            if x - half >= free:
                shapes.append(Text(x, self.bottom + size * 1.5, year, size, palette.GREY, "middle"))
                free = x + half + size / 2
        return shapes

    def _origin(self) -> list[tuple[int, float]]:
        """The latest observation before the projection, where that starts."""
        first = next((i for i, _ in self.points("projected")), len(self.path.rows))
        return [found for found in self.points("actual") if found[0] < first][-1:]

    def _fan(self) -> list[Shape]:
        low, high = self.points("projected_low"), self.points("projected_high")
        if not low or not high:
            return []
        lower, upper = [self.at(*p) for p in self._origin() + low], [self.at(*p) for p in self._origin() + high]
        if len(lower) == len(upper) == 1:
            return [Line((lower[0], upper[0]), palette.FAN, 10)]
        return [Area((*upper, *reversed(lower)), palette.FAN)]

    def _goal(self) -> tuple[int, float] | None:
        """Where the pathway has to arrive; the target itself where there is no pathway."""
        due = self.path.gap.values["target_year"]
        required = self.points("required")
        if not required:
            return target_alone(self.path)
        return next((point for point in required if self.path.rows[point[0]]["year"] == due), None)

    def _target(self) -> list[Shape]:
        if (goal := self._goal()) is None:
            return []
        y, size = self.at(*goal)[1], self.frame.size
        label = self.font.shorten(self.captions.target(self.path), size, self.right - self.left)
        x, at = self._free_place(self.font.width(label, size), y)
        return [
            Line(((self.left, y), (self.right, y)), palette.TARGET, 1.2),
            Text(x, at, label, size, palette.TARGET, halo=True),
        ]

    def _free_place(self, wide: float, y: float) -> Point:
        """Where the name of the target line covers the fewest points: left or right, above or below the line."""
        size, taken = self.frame.size, self._taken()
        places = [
            (x, base)
            for base in (y - size * 0.45, y + size * 1.25)
            for x in (self.left + 4, self.right - wide - 4)
            if base - size >= self.top - size and base <= self.bottom
        ]
        return min(
            places or [(self.left + 4, y + size * 1.25)],
            key=lambda place: sum(
                place[0] - size <= px <= place[0] + wide + size and place[1] - size * 1.2 <= py <= place[1] + size * 0.4
                for px, py in taken
            ),
        )

    def _taken(self) -> list[Point]:
        """Points along the lines, at the marks and around the figures beside them."""
        taken: list[Point] = []
        for column in ("required", "actual", "projected"):
            points = [self.at(*point) for point in self.points(column)]
            for (x0, y0), (x1, y1) in pairwise(points):
                taken += [(x0 + (x1 - x0) * k / 8, y0 + (y1 - y0) * k / 8) for k in range(9)]
            taken += points * 2
        for figure in self._figures():
            wide = self.font.width(figure.text, figure.size)
            begin = figure.x - (wide / 2 if figure.anchor == "middle" else 0)
            taken += [(begin + wide * k / 4, figure.y - figure.size * 0.4) for k in range(5)] * 3
        return taken

    def _series(self) -> list[Shape]:
        shapes: list[Shape] = []
        projected = self.points("projected")
        for points, ink, width, dash in (
            (self.points("required"), palette.REQUIRED, 1.6, palette.REQUIRED_DASH),
            (self._origin() + projected if projected else [], palette.PROJECTED, 1.8, palette.PROJECTED_DASH),
            (self.points("actual"), palette.ACTUAL, 2.2, ()),
        ):
            if len(points) > 1:
                shapes.append(Line(tuple(self.at(*point) for point in points), ink, width, dash))
        radius = self.frame.size * 0.32
        shapes += [Dot(self.at(*point), radius, palette.PAPER, palette.PROJECTED, 1.8) for point in projected]
        shapes += [Dot(self.at(*point), radius, palette.ACTUAL, palette.ACTUAL) for point in self.points("actual")]
        if goal := self._goal():
            x, y = self.at(*goal)
            shapes.append(Area(((x - 5, y), (x, y - 5), (x + 5, y), (x, y + 5)), palette.TARGET))
        return shapes

    def _figures(self) -> list[Text]:
        """The latest actual value and the last projected one beside their marks."""
        shapes: list[Text] = []
        if actual := self.points("actual"):
            position, value = actual[-1]
            shapes.append(self._figure(position, value, self._away(position, value)))
        if projected := self.points("projected"):
            x, y = self.at(*projected[-1])
            text = self.captions.value(projected[-1][1], published=False)
            base = y + self.frame.size * 0.35
            if (goal := self._goal_height()) is not None and abs(y - goal) < self.frame.size * 0.7:
                base = goal + self.frame.size * (1.1 if y >= goal else -0.4)
            shapes.append(self._label(x + _AWAY, base, text, palette.PROJECTED, "start"))
        return shapes

    def _away(self, position: int, value: float) -> float:
        """How far from the mark its figure stands: above, below where the pathway, the target or the edge is there."""
        size, y, goal = self.frame.size, self.at(position, value)[1], self._goal_height()
        required = dict(self.points("required")).get(position)
        above, below = -size * 0.8, size * 1.55
        free = [
            away
            for away in ((above, below) if required is None or required <= value else (below, above))
            if self.top - size * 0.2 <= y + away - size * 0.4 <= self.bottom - size * 0.4
        ]
        clear = [away for away in free if goal is None or abs(y + away - size * 0.35 - goal) > size * 0.6]
        return (clear or free or [above])[0]

    def _goal_height(self) -> float | None:
        """Where the target line runs."""
        return None if (goal := self._goal()) is None else self.at(*goal)[1]

    def _figure(self, position: int, value: float, away: float) -> Text:
        x, y = self.at(position, value)
        return self._label(x, y + away, self.captions.value(value, published=True), palette.ACTUAL, "middle")

    def _label(self, x: float, y: float, text: str, ink: str, anchor: Anchor) -> Text:
        return Text(x, y, text, self.frame.size, ink, anchor, halo=True)


def drawn_series(paths: Sequence[TargetPath]) -> tuple[str, ...]:
    """Name the series that have a value in any of the pathways, in the order of a legend."""
    columns = {"actual": "actual", "required": "required", "projected": "projected", "interval": "projected_low"}
    found = {
        name
        for name, column in columns.items()
        for path in paths
        if any(number(row, column) is not None for row in path.rows)
    }
    if "required" in found or any(target_alone(path) for path in paths):
        found.add("target")
    return tuple(name for name in ("actual", "required", "target", "projected", "interval") if name in found)
