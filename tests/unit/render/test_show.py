"""The page of one indicator says everything, and keeps addresses whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lixia_kpi.actuals.observation import Observation
from lixia_kpi.assessment.same_period import OnYear
from lixia_kpi.plan.model import Baseline, Citation, Indicator, Name, PrintedGrowth, Target
from lixia_kpi.problems import Place
from lixia_kpi.render.show import render_show
from lixia_kpi.render.width import width
from lixia_kpi.tables.show import IndicatorPage, page_record
from unit.render.sample import PLAN, ROWS

HERE = Place("targets.yaml", 1, 1)
ADDRESS = "https://stats.example.org/" + "a" * 90
USED = Observation("gdp", 2023, 2446.9, "亿元", HERE, status="expected", published="2024-01-20", source=ADDRESS)
HALF = Observation("gdp", 2023, 1180.0, "亿元", HERE, period="H1", source="统计局", note="上半年")
PAGE = IndicatorPage(
    PLAN,
    Indicator(
        "gdp", Name("地区生产总值", "Gross domestic product"), Citation(1, 3, "经济中心"), "economy", "amount", "up",
        "亿元", HERE, basis="current_prices", breaks=(2018,), binding=False, owner="发改局", doubt="口径待核。",
        targets=(
            Target("level", ">", 2500.0, 2025, HERE, wording="突破"),
            Target("growth", ">=", 7.0, 2025, HERE, dated=False, citation=Citation(2, 1, "增长")),
        ),
    ),
    Baseline("gdp", 2020, HERE, 1910.41, "亿元", growth=PrintedGrowth(7.5, 2016, 2020, "constant_prices"),
             source="公报"),
    ROWS[:2],
    (HALF, USED),
    frozenset({USED}),
)  # fmt: skip


def page(lang="zh", room=80, **options):
    return render_show(PAGE, lang=lang, width=room, color=False, ascii_only=False, **options)


def test_everything_known_is_on_the_page():
    text = page()
    for words in (
        "地区生产总值", "Gross domestic product", "第 1 章第 3 节“经济中心”", "预期性", "发改局", "2018", "现价",
        ">2500（2025 年）", "突破", "≥7%", "规划未写明年份", "第 2 章第 1 节", "5.53%", "1910.41 亿元（2020 年）",
        "7.50%，2016–2020 年", "不变价", "公报", "预计数", "2024-01-20 公布", "上半年", "口径待核。", "▲ 快于预期",
    ):  # fmt: skip
        assert words in text, words


def test_part_years_are_shown_as_not_used():
    line = next(line for line in page().splitlines() if "1180" in line)
    assert "不用作年度值" in line


def test_a_part_year_stands_beside_the_same_period_of_the_year_before():
    before = HALF._replace(year=2022, value=1046.0)
    for on_year, zh, en in (
        (
            OnYear(before, 12.81, "%"),
            "按所公布的水平，比上年同期（2022 年 1046 亿元）+12.8%",
            "+12.8% on the same period of 2022",
        ),
        (
            OnYear(before, -0.6, "points"),
            "比上年同期（2022 年 1046 亿元）-0.60 个百分点",
            "-0.60 points on the same period",
        ),
        (OnYear(before, None, "%", "break_between"), "之后口径有变", "before a break"),
    ):
        shown = replace(PAGE, on_year={HALF: on_year})
        for lang, words in (("zh", zh), ("en", en)):
            text = render_show(shown, lang=lang, width=200, color=False, ascii_only=False)
            assert words in text
        record = page_record(shown)["observations"][0]["same_period_last_year"]
        assert (record["year"], record["change"], record["reason"]) == (2022, on_year.change, on_year.reason)
    assert page_record(PAGE)["observations"][0]["same_period_last_year"] is None


def test_an_address_is_never_broken():
    assert any(line.endswith(ADDRESS) for line in page(room=60).splitlines())


@pytest.mark.parametrize("room", [30, 60, 80, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_everything_else_fits_the_terminal(lang, room):
    assert max(width(line) for line in page(lang, room).splitlines() if ADDRESS not in line) <= room


def test_indicator_without_figures_says_so():
    bare = IndicatorPage(
        PLAN, Indicator("x", Name("某", "X"), Citation(), "city", "count", "up", "个", HERE), None, (), (), frozenset()
    )
    text = render_show(bare, lang="zh", width=80, color=False, ascii_only=False)
    for words in ("规划没有给出目标", "没有基期值", "没有公布值"):
        assert words in text
