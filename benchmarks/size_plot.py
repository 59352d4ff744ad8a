"""Draws what a run costs by the number of series: seconds and megabytes, powers of ten on both axes."""

from __future__ import annotations

import math
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WIDE, HIGH, LEFT, TOP, GAP = 270, 220, 60, 50, 110
BLUE, GREY, INK = "#0072b2", "#b0b0b0", "#222222"


def draw(path: Path, title: str, rows: Sequence[tuple[int, float, float]]) -> None:
    """Draw series, seconds and megabytes; a dashed line is what a cost in proportion to the series would be.

    Seconds in proportion make a straight line at the slope of the dashed one, memory that does not grow a level one.
    """
    series = [row[0] for row in rows]
    parts = [
        _panel(LEFT, "seconds", series, [row[1] for row in rows]),
        _panel(LEFT + WIDE + GAP, "megabytes", series, [row[2] for row in rows]),
    ]
    width, height = LEFT + 2 * WIDE + GAP + 40, TOP + HIGH + 60
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif" font-size="12" fill="{INK}" role="img">\n<title>{escape(title)}</title>\n'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>\n'
        f'<text x="{LEFT}" y="22" font-size="14">{escape(title)}</text>\n' + "\n".join(parts) + "\n</svg>\n",
        encoding="utf-8",
    )


def _panel(left: float, unit: str, series: Sequence[int], values: Sequence[float]) -> str:
    """Draw one quantity against the number of series."""
    across, up = _powers(series), _powers(values)

    def x(value: float) -> float:
        return left + WIDE * (math.log10(value) - across[0]) / (across[-1] - across[0])

    def y(value: float) -> float:
        return TOP + HIGH * (1 - (math.log10(value) - up[0]) / (up[-1] - up[0]))

    lines = [f'<text x="{left}" y="{TOP - 10}">{unit}</text>']
    for power in across:
        lines.append(_line((x(10**power), TOP), (x(10**power), TOP + HIGH), GREY))
        lines.append(f'<text x="{x(10**power):.0f}" y="{TOP + HIGH + 18}" text-anchor="middle">{10**power:,}</text>')
    for power in up:
        lines.append(_line((left, y(10**power)), (left + WIDE, y(10**power)), GREY))
        lines.append(f'<text x="{left - 6}" y="{y(10**power) + 4:.0f}" text-anchor="end">{10.0**power:g}</text>')
    lines.append(f'<text x="{left + WIDE / 2}" y="{TOP + HIGH + 38}" text-anchor="middle">series</text>')
    if unit == "seconds":
        most = min(series[-1] * 10 ** up[-1] / values[-1], 10 ** across[-1])
        least = max(series[-1] * 10 ** up[0] / values[-1], 10 ** across[0])
        ends = [(x(n), y(n * values[-1] / series[-1])) for n in (least, most)]
        lines.append(_line(*ends, INK, dashed=True))
    points = [(x(n), y(value)) for n, value in zip(series, values, strict=True)]
    lines += [_line(a, b, BLUE) for a, b in pairwise(points)]
    for place, ((a, b), value) in enumerate(zip(points, values, strict=True)):
        side, above, anchor = (-6, -8, "end") if place else (6, 15, "start")
        lines.append(f'<circle cx="{a:.1f}" cy="{b:.1f}" r="4" fill="{BLUE}"/>')
        label = f'x="{a + side:.0f}" y="{b + above:.0f}" text-anchor="{anchor}" fill="{BLUE}"'
        lines.append(f"<text {label}>{_short(value)}</text>")
    return "\n".join(lines)


def _powers(values: Sequence[float]) -> range:
    """Give the powers of ten from at or below the least value to at or above the largest."""
    return range(math.floor(math.log10(min(values)) + 1e-9), math.ceil(math.log10(max(values)) - 1e-9) + 1)


def _short(value: float) -> str:
    """Write a number with two digits, or whole."""
    return f"{value:,.0f}" if value >= 10 else f"{value:.2g}"


def _line(start: tuple[float, float], end: tuple[float, float], colour: str, *, dashed: bool = False) -> str:
    """Write a line."""
    (a, b), (c, d) = start, end
    dash, width = (' stroke-dasharray="4 4"', 1) if dashed else ("", 2 if colour == BLUE else 0.5)
    return f'<path d="M{a:.1f} {b:.1f}L{c:.1f} {d:.1f}" stroke="{colour}" stroke-width="{width}"{dash}/>'
