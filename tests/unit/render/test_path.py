"""The page of a pathway: a chart that fits, and the years in figures."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.render.chart.axis import axis_for
from lixia_kpi.render.chart.canvas import Canvas
from lixia_kpi.render.path import render_path
from lixia_kpi.render.width import width
from lixia_kpi.tables.path import PathReport, TargetPath
from unit.render.sample import PLAN, ROWS

YEARS = tuple(
    {
        "id": "gdp",
        "year": 2020 + k,
        "required": 1910.41 * 1.05527**k,
        "actual": [1910.41, 2124.15, 2282.9, 2446.9, None, None][k],
        "projected": [None, None, None, None, 2657.2, 2885.7][k],
        "projected_low": [None, None, None, None, 2580.0, 2700.0][k],
        "projected_high": [None, None, None, None, 2740.0, 3080.0][k],
        "chance": [None, None, None, None, 0.9, 0.86][k],
    }
    for k in range(6)
)
REPORT = PathReport(PLAN, 2023, 80, (TargetPath(ROWS[0], "亿元", YEARS),))


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_page_fits_the_terminal(columns, lang, ascii_only):
    text = render_path(REPORT, lang=lang, width=columns, color=False, ascii_only=ascii_only)
    assert max(map(width, text.splitlines())) <= columns


def test_every_year_is_listed_with_its_figures():
    text = render_path(REPORT, lang="zh", width=100, color=False, ascii_only=False)
    rows = [line.split() for line in text.splitlines() if re.match(r" 20\d\d  +\S", line)]
    assert ["2020", "1910.41", "1910.41", "–", "–", "–"] in rows
    assert ["2025", "2500.03", "–", "2885.70", "2700.00–3080.00", "86%", "较可能"] in rows
    assert len(rows) == 6


def test_chances_are_said_in_words_whose_bounds_stand_below():
    text = render_path(REPORT, lang="en", width=100, color=False, ascii_only=False)
    assert re.search(r"2024 .* 90%  +very likely\n", text)
    assert re.search(r"2025 .* 86%  +likely\n", text)
    assert "likely ≥ 66%, open 33–66%" in text


@pytest.mark.parametrize(("ascii_only", "mark"), [(False, "░"), (True, ":")])
def test_interval_is_a_fan_that_opens_from_the_latest_value(ascii_only, mark):
    text = render_path(REPORT, lang="zh", width=80, color=False, ascii_only=ascii_only)
    start = "|" if ascii_only else "│"
    tick = "+" if ascii_only else "┤"
    body = [line for line in text.splitlines() if re.match(rf" +[\d.]* [{start}{tick}]", line)]
    wide = max(map(len, body))
    heights = [sum(line[x : x + 1] == mark for line in body) for x in range(wide)]
    latest = next(line.rindex("o" if ascii_only else "●") for line in body if "o" in line or "●" in line)
    assert sum(heights[:latest]) == 0
    assert sum(h > 0 for h in heights[latest:]) > 20
    middle = (latest + wide) // 2
    assert sum(heights[middle:]) > sum(heights[latest:middle])


def test_plain_continuation_is_named_as_an_assumption():
    values = {**ROWS[0].values, "continuation": 2885.9, "continuation_growth": 8.6}
    paths = (TargetPath(ROWS[0]._replace(values=values), "亿元", YEARS),)
    text = render_path(PathReport(PLAN, 2023, 80, paths), lang="en", width=200, color=False, ascii_only=False)
    assert "past growth of 8.60% a year simply carried on (an assumption, not the projection): 2885.9 in 2025" in text
    assert "carried on" not in render_path(REPORT, lang="en", width=200, color=False, ascii_only=False)


def test_chart_marks_each_observation_and_each_projection():
    chart = render_path(REPORT, lang="zh", width=80, color=False, ascii_only=False).split("年份")[0]
    body = "\n".join(line for line in chart.splitlines() if "┤" in line or "│" in line)
    assert body.count("●") == 4
    assert body.count("○") == 2
    assert "░" in body
    assert "80% 区间" in chart


def test_ascii_chart_is_ascii():
    text = render_path(REPORT, lang="en", width=80, color=False, ascii_only=True)
    assert text.isascii()


def test_colour_changes_nothing_but_escape_sequences():
    coloured = render_path(REPORT, lang="zh", width=80, color=True, ascii_only=False)
    plain = render_path(REPORT, lang="zh", width=80, color=False, ascii_only=False)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_target_without_any_value_says_so():
    empty = tuple({"id": "x", "year": 2020 + k} for k in range(3))
    text = render_path(
        PathReport(PLAN, None, 80, (TargetPath(ROWS[3], "亿元", empty),)),
        lang="zh",
        width=80,
        color=False,
        ascii_only=False,
    )
    assert "没有可画的数值" in text


@given(st.lists(st.floats(-1e12, 1e12, allow_nan=False, allow_subnormal=False), min_size=1, max_size=8))
def test_axis_spans_the_values_by_round_steps(values):
    axis = axis_for(values)
    slack = 1e-6 * (axis.high - axis.low)
    assert axis.low <= min(values) + slack
    assert axis.high >= max(values) - slack
    assert 2 <= len(axis.ticks) <= 12
    step = axis.ticks[1] - axis.ticks[0]
    mantissa = step / 10 ** math.floor(math.log10(step) + 1e-9)
    assert min(abs(mantissa - m) for m in (1, 2, 5, 10)) < 1e-3


def test_line_touches_both_ends_in_dots():
    canvas = Canvas(10, 4, dotted=True)
    canvas.line((0, 0), (1, 1), "required")
    lines = canvas.lines(lambda _series, character: character)
    assert lines[0][-1] != " "
    assert lines[-1][0] != " "
