"""What a chart draws lies where its numbers are."""

from __future__ import annotations

import itertools

import pytest

from lixia_kpi.render.web.chart import chart_svg
from pages import read_page


def years(required=(), actual=(), projected=(), low=(), high=(), first=2020):
    count = max(map(len, (required, actual, projected)))
    columns = {
        "required": required, "actual": actual, "projected": projected, "projected_low": low, "projected_high": high,
    }  # fmt: skip
    return [
        {"year": first + i, **{name: values[i] if i < len(values) else None for name, values in columns.items()}}
        for i in range(count)
    ]


def drawn(*args, **more):
    return read_page(chart_svg(years(*args, **more), due=2025, label="label <b>")).one("svg")


def points(node):
    return [tuple(map(float, pair.split(","))) for pair in node["points"].split()]


REQUIRED = (100.0, 110.0, 120.0, 130.0, 140.0, 150.0)
ACTUAL = (100.0, 105.0, 125.0, 128.0)
PROJECTED = (None, None, None, None, 135.0, 142.0)
LOW, HIGH = (None, None, None, None, 125.0, 120.0), (None, None, None, None, 145.0, 160.0)


def test_heights_are_proportional_to_the_values():
    picture = drawn(REQUIRED, ACTUAL, PROJECTED, LOW, HIGH)
    path = points(picture.one("polyline", class_="req"))
    assert len(path) == 6
    scale = (path[0][1] - path[5][1]) / 50
    observed = points(picture.one("polyline", class_="act"))
    for (x, y), (at, _), value in zip(observed, path, ACTUAL, strict=False):
        assert x == at
        assert path[0][1] - y == pytest.approx((value - 100) * scale, abs=0.15)


def test_projection_and_fan_start_at_the_latest_observation():
    picture = drawn(REQUIRED, ACTUAL, PROJECTED, LOW, HIGH)
    start = points(picture.one("polyline", class_="act"))[-1]
    assert points(picture.one("polyline", class_="proj"))[0] == start
    fan = points(picture.one("polygon", class_="fan"))
    assert fan[0] == start
    assert len(fan) == 5
    assert fan[1][0] == fan[4][0]
    assert fan[1][1] > fan[4][1]


def test_missing_years_are_not_bridged():
    picture = drawn(REQUIRED, (100.0, None, 125.0, 128.0))
    assert len(points(picture.one("polyline", class_="act"))) == 2
    assert len(picture.all("circle", class_="dot")) == 3


def test_the_goal_stands_in_the_target_year_though_the_projection_goes_on():
    picture = drawn(REQUIRED, ACTUAL, (*PROJECTED, 150.0, 160.0))
    end = points(picture.one("polyline", class_="req"))[-1]
    assert picture.one("path", class_="goal")["d"].startswith(f"M{end[0]:g} {end[1] - 6:.1f}".removesuffix(".0"))


@pytest.mark.parametrize("values", [(), (5.0,)])
def test_a_single_value_is_no_chart(values):
    assert chart_svg(years(values or (None,)), due=2025, label="x") == ""


def test_equal_and_negative_and_huge_values_are_drawn_inside():
    for values in ((5.0, 5.0), (-3.0, -1.0, 2.0), (1e12, 2e12), (1e-9, 2e-9), (0.0, 0.0)):
        for _, y in points(drawn(values).one("polyline", class_="req")):
            assert 0 <= y <= 184


def test_label_is_escaped():
    assert drawn(REQUIRED)["aria-label"] == "label <b>"


def test_labels_of_years_do_not_overlap():
    picture = drawn(tuple(float(n) for n in range(30)))
    places = [float(text["x"]) for text in picture.all("text", class_="tick m")]
    assert 5 <= len(places) < 30
    assert min(b - a for a, b in itertools.pairwise(places)) >= 30
