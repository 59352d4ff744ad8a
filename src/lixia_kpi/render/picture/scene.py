"""What a picture consists of: shapes at places in pixels, x from the left and y from the top."""

from __future__ import annotations

from typing import Literal, NamedTuple

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]


class Text(NamedTuple):
    """A line of text; y is its base line, `halo` keeps lines behind it away."""

    x: float
    y: float
    text: str
    size: float
    ink: str
    anchor: Anchor = "start"
    bold: bool = False
    halo: bool = False


class Line(NamedTuple):
    """A line through points; `dash` has the lengths of strokes and gaps."""

    points: tuple[Point, ...]
    ink: str
    width: float = 1
    dash: tuple[float, ...] = ()


class Area(NamedTuple):
    """A filled polygon."""

    points: tuple[Point, ...]
    fill: str


class Dot(NamedTuple):
    """A circle with an outline."""

    at: Point
    radius: float
    fill: str
    ink: str
    width: float = 1.5


class Box(NamedTuple):
    """A rectangle; x and y are its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    ink: str = ""


Shape = Text | Line | Area | Dot | Box


class Picture(NamedTuple):
    """Shapes in the order they are drawn; title and description are for those who do not see it."""

    width: float
    height: float
    title: str
    description: str
    lang: str
    shapes: tuple[Shape, ...]
