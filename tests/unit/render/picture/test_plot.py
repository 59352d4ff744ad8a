"""The plot of a pathway: each value at its place, the target with its comparator, series that differ without colour."""

from __future__ import annotations

import pytest

from lixia_kpi.render.picture import palette
from lixia_kpi.render.picture.captions import Captions
from lixia_kpi.render.picture.font import the_font
from lixia_kpi.render.picture.pathways import path_picture
from lixia_kpi.render.picture.plot import Frame, draw_plot, drawn_series
from lixia_kpi.render.picture.scene import Area, Dot, Line, Text
from lixia_kpi.tables.path import PathReport, TargetPath
from unit.render.sample import PLAN, gap_row

FRAME = Frame(0, 0, 600, 300, 12)
ROWS = (
    {"year": 2020, "required": 100.0, "actual": 100.0},
    {"year": 2021, "required": 110.0, "actual": 104.0},
    {"year": 2022, "required": 120.0, "actual": None, "projected": 108.0, "projected_low": 105.0,
     "projected_high": 111.0},
    {"year": 2023, "required": 130.0, "actual": None, "projected": 112.0, "projected_low": 106.0,
     "projected_high": 118.0},
)  # fmt: skip


def path(rows=ROWS, source=None, target=130.0, **values):
    row = gap_row(
        "gdp", "地区生产总值", "GDP", "economy", "亿元", target, status="behind", **{"target_year": 2023} | values
    )
    return TargetPath(row, "亿元", rows, source)


def plot(target=None):
    return draw_plot(target or path(), FRAME, Captions(PLAN, lang="zh"), the_font())


def lines(shapes, ink):
    return [shape for shape in shapes if isinstance(shape, Line) and shape.ink == ink]


def test_equal_steps_are_equally_far_apart():
    required = next(line for line in lines(plot(), palette.REQUIRED))
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = required.points
    assert x1 - x0 == pytest.approx(x2 - x1) == pytest.approx(x3 - x2)
    assert y0 - y1 == pytest.approx(y1 - y2) == pytest.approx(y2 - y3)
    assert x1 > x0
    assert y1 < y0


def test_actuals_are_at_the_height_of_the_pathway_where_they_equal_it():
    shapes = plot()
    (actual,), (required,) = lines(shapes, palette.ACTUAL), lines(shapes, palette.REQUIRED)
    assert actual.points[0] == required.points[0]
    assert actual.points[1][0] == required.points[1][0]
    assert actual.points[1][1] > required.points[1][1]


def test_fan_begins_at_the_latest_actual_and_holds_the_projection():
    shapes = plot()
    fan = next(shape for shape in shapes if isinstance(shape, Area) and shape.fill == palette.FAN)
    (actual,), (projected,) = lines(shapes, palette.ACTUAL), lines(shapes, palette.PROJECTED)
    assert fan.points[0] == fan.points[-1] == projected.points[0] == actual.points[-1]
    upper, lower = fan.points[:3], tuple(reversed(fan.points[3:]))
    assert all(u[1] < p[1] < o[1] for u, p, o in zip(upper[1:], projected.points[1:], lower[1:], strict=True))


def test_target_line_runs_at_the_end_of_the_pathway_with_comparator_and_year():
    shapes = plot()
    (required,) = lines(shapes, palette.REQUIRED)
    (target,) = lines(shapes, palette.TARGET)
    assert {y for _, y in target.points} == {required.points[-1][1]}
    assert "目标 ≥130（2023 年）" in [shape.text for shape in shapes if isinstance(shape, Text)]


def test_a_target_without_pathway_is_marked_all_the_same():
    rows = tuple({"year": row["year"], "actual": 20.0 - i} for i, row in enumerate(ROWS))
    ranked = path(rows, target=10.0, target_op="<=")
    (target,) = lines(plot(ranked), palette.TARGET)
    (actual,) = lines(plot(ranked), palette.ACTUAL)
    assert target.points[0][1] > max(y for _, y in actual.points)
    assert drawn_series([ranked]) == ("actual", "target")


def test_series_differ_by_dash_and_mark_too():
    shapes = plot()
    dashes = [lines(shapes, ink)[0].dash for ink in (palette.ACTUAL, palette.REQUIRED, palette.PROJECTED)]
    assert len(set(dashes)) == 3
    fills = {(dot.ink, dot.fill) for dot in shapes if isinstance(dot, Dot)}
    assert fills == {(palette.ACTUAL, palette.ACTUAL), (palette.PROJECTED, palette.PAPER)}


def test_latest_actual_and_last_projection_are_written_beside_their_marks():
    texts = [shape.text for shape in plot() if isinstance(shape, Text) and shape.halo]
    assert {"104", "112.00"} <= set(texts)


def test_years_without_a_value_are_left_out():
    rows = (ROWS[0], {"year": 2021, "required": 110.0, "actual": None}, *ROWS[2:])
    assert len([dot for dot in plot(path(rows)) if isinstance(dot, Dot) and dot.ink == palette.ACTUAL]) == 1


def test_nothing_to_draw():
    empty = path(tuple({"year": year} for year in (2020, 2021)))
    assert plot(empty) == []
    picture = path_picture(PathReport(PLAN, None, 80, (empty,)), the_font(), lang="zh")
    assert "没有可画的数值" in "".join(shape.text for shape in picture.shapes if isinstance(shape, Text))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_everything_stays_inside_the_picture(lang):
    report = PathReport(PLAN, 2021, 80, (path(source="http://example.org/" + "a" * 200),) * 2)
    picture = path_picture(report, the_font(), lang=lang)
    font = the_font()
    for shape in picture.shapes:
        if isinstance(shape, Text):
            wide = font.width(shape.text, shape.size)
            left = shape.x - {"start": 0, "middle": wide / 2, "end": wide}[shape.anchor]
            assert left >= 0
            assert left + wide <= picture.width, shape.text
            assert shape.size <= shape.y <= picture.height


def test_description_tells_the_figures():
    description = path_picture(PathReport(PLAN, 2021, 80, (path(),)), the_font(), lang="en").description
    assert description == (
        "GDP (100m yuan), behind. target ≥130 by 2023. Actuals: 100 in 2020, 104 in 2021. "
        "Projection: 108.00 in 2022, 112.00 in 2023."
    )
