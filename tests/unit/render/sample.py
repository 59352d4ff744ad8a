"""A gap table with every form, measure and status; the figures illustrate the layout and prove no arithmetic."""

from __future__ import annotations

from typing import Any

from lixia_kpi.plan.model import Name, PlanInfo
from lixia_kpi.problems import Place
from lixia_kpi.tables.columns import PROJECT
from lixia_kpi.tables.gap import GapRow, GapTable

PLAN = PlanInfo("lixia_14fyp", Name("历下区“十四五”规划", "Lixia District 14th Five-Year Plan"), 2021, 2025, 2020, "zh")

EMPTY: dict[str, Any] = dict.fromkeys(PROJECT)

RATES = {"amount": "%/year", "count": "%/year", "share": "points/year", "index": "points/year", "rate": "points/year"}


def gap_row(
    code: str,
    zh: str,
    en: str,
    group: str,
    unit: str,
    target: float | None = None,
    *,
    trend: tuple[tuple[int, float], ...] = (),
    done: float | None = None,
    decimals: int = 0,
    **values: Any,
) -> GapRow:
    """Make a row; what is not given is empty."""
    base: dict[str, Any] = {
        **EMPTY,
        "id": code,
        "name_zh": zh,
        "name_en": en,
        "group": group,
        "unit": unit,
        "target": target,
        "measure": "amount",
        "form": "level",
        "direction": "up",
        "baseline_year": 2020,
        "target_year": 2025,
        "target_op": ">=",
        "status": "no_data",
        "reason": (),
        "notes": (),
        **values,
    }
    base.setdefault("rate_unit", None)
    if base["rate_unit"] is None:
        if base["form"] in ("growth", "change"):
            base["rate_unit"] = "%/year"
        elif base["form"] == "points":
            base["rate_unit"] = "points/year"
        elif base["form"] == "total":
            base["rate_unit"] = f"{unit}/year"
        elif base["form"] == "level":
            base["rate_unit"] = RATES.get(base["measure"])
    return GapRow(base, trend, done, decimals, True, None, None, Place("targets.yaml", 1, 1))


ROWS = (
    gap_row(
        "gdp", "地区生产总值", "Gross domestic product", "economy", "亿元", 2500.0,
        target_op=">", baseline=1910.41, latest=2446.9, latest_year=2023, required_rate=5.527, actual_rate=8.6,
        needed_rate=1.079, elapsed=0.6, completion=0.9202, pace=1.5337, projected=2714.512, gap=214.512,
        status="ahead", notes=("latest_expected",), reason=("interval_not_calibrated",),
        trend=((2020, 1910.41), (2021, 2124.15), (2022, 2282.9), (2023, 2446.9)),
    ),
    gap_row(
        "gdp", "地区生产总值", "Gross domestic product", "economy", "亿元", 7.0,
        form="growth", latest=3.1, latest_year=2022, required_rate=7.0, actual_rate=5.41, needed_rate=8.07,
        elapsed=0.4, completion=0.31, pace=0.78, projected=5.61, gap=-1.39, status="behind",
    ),
    gap_row(
        "general_public_budget_revenue", "一般公共预算收入", "General public budget revenue", "economy", "亿元", 3.5,
        form="growth", baseline=151.6, latest=161.35, latest_year=2023, required_rate=3.5, actual_rate=2.1,
        needed_rate=5.63, elapsed=0.6, completion=0.362, pace=0.603, projected=2.08, gap=-1.42, status="behind",
        trend=((2020, 151.6), (2021, 168.0), (2022, 155.1), (2023, 161.35)), notes=("latest_preliminary",),
    ),
    gap_row(
        "retail_sales", "社会消费品零售总额", "Total retail sales of consumer goods", "economy", "亿元", 1000.0,
        latest=842.1, latest_year=2023, status="undetermined", reason=("no_baseline",),
        trend=((2022, 800.0), (2023, 842.1)),
    ),
    gap_row(
        "foreign_investment", "实际使用外资", "Foreign investment actually used", "openness", "亿美元", 33.0,
        form="total", latest=3.02, latest_year=2023, done=14.61, required_rate=6.6, actual_rate=4.87, needed_rate=9.195,
        elapsed=0.6, completion=0.4427, pace=0.738, projected=24.3, gap=-8.7, status="behind", notes=("doubtful",),
        trend=((2021, 6.2), (2022, 5.39), (2023, 3.02)), decimals=0,
    ),
    gap_row(
        "modern_services_share", "现代服务业增加值占服务业增加值比重", "Modern services share of services value added",
        "industry", "%", 65.0, measure="share", baseline=63.9, latest=64.0, latest_year=2023, required_rate=0.22,
        actual_rate=0.0333, needed_rate=0.5, elapsed=0.6, completion=0.0909, pace=0.1515, projected=64.0667,
        gap=-0.9333, status="off_track", trend=((2020, 63.9), (2021, 63.7), (2023, 64.0)), notes=("doubtful",),
    ),
    gap_row(
        "finance_share_of_city_value_added", "金融业增加值占全市比重", "Finance value added, share of the city's",
        "industry", "%", 50.0, measure="share", target_op=">", baseline=43.8, latest=44.2, latest_year=2021,
        required_rate=1.24, actual_rate=0.4, needed_rate=1.45, elapsed=0.2, completion=0.0645, pace=0.3226,
        projected=45.8, gap=-4.2, status="off_track", notes=("only_one_observation",),
        trend=((2020, 43.8), (2021, 44.2)),
    ),
    gap_row(
        "high_tech_firms", "高新技术企业", "High-tech firms", "industry", "家", 600.0, measure="count", baseline=362.0,
        latest=655.0, latest_year=2022, required_rate=10.63, actual_rate=34.52, needed_rate=-2.881, elapsed=0.4,
        completion=1.173, pace=2.93, projected=912.0, gap=312.0, status="met",
        trend=((2020, 362.0), (2021, 480.0), (2022, 655.0)),
    ),
    gap_row(
        "gazelle_champion_specialised_firms", "市级以上“瞪羚”“单项冠军”“专精特新”企业",
        "Gazelle, single-champion and specialised and sophisticated enterprises, city level and above", "industry",
        "家", 150.0, measure="count", latest=147.0, latest_year=2022, reason=("no_baseline",), status="undetermined",
    ),
    gap_row(
        "incubators", "市级以上孵化器和众创空间", "Incubators and makerspaces, city level and above",
        "innovation", "家", 50.0, measure="count", baseline=35.0, required_rate=7.394,
        reason=("no_actual", "no_projection"),
    ),
    gap_row(
        "buildings_100m", "税收过亿元楼宇", "Office buildings with tax revenue over 100 million yuan", "industry", "栋",
        60.0, measure="count", baseline=40.0, latest=37.0, latest_year=2022, required_rate=8.447, actual_rate=-3.823,
        needed_rate=17.48, elapsed=0.4, completion=-0.1923, pace=-0.4807, projected=33.0, gap=-27.0,
        status="reversing", notes=("baseline_differs",), trend=((2020, 40.0), (2021, 41.0), (2022, 37.0)),
    ),
    gap_row(
        "green_coverage", "城区绿化覆盖率", "Green coverage of the built-up area", "environment", "%", 48.0,
        measure="share", target_op="=", baseline=46.5, latest=47.2, latest_year=2022, required_rate=0.3,
        actual_rate=0.35, needed_rate=0.2667, elapsed=0.4, completion=0.4667, pace=1.1667, projected=47.81, gap=-0.19,
        status="ahead", notes=("pace_and_projection_differ",), trend=((2020, 46.5), (2021, 46.9), (2022, 47.2)),
    ),
    gap_row(
        "pm25", "细颗粒物（PM2.5）浓度", "PM2.5 concentration", "environment", "%", -13.5, form="change",
        direction="down", target_op="<=", required_rate=-2.859, actual_rate=-2.9, needed_rate=-2.8, elapsed=0.6,
        completion=0.61, pace=1.016, projected=-13.7, gap=0.2, status="on_track", latest_year=2023, latest=-2.2,
    ),
    gap_row(
        "schools", "新建改扩建中小学、幼儿园", "Primary and secondary schools and kindergartens built or extended",
        "livelihood", "所", 30.0, measure="count", form="total", target_op=">", latest=12.0, latest_year=2022,
        required_rate=6.0, reason=("missing_year",), status="undetermined", notes=("undated",),
    ),
    gap_row(
        "care_beds", "每处居家养老服务设施床位", "Beds per home-care facility", "livelihood", "处", 3.0,
        measure="count", target_high=4.0, baseline=2.0, required_rate=8.45, reason=("no_actual",),
    ),
    gap_row(
        "unemployment_rate", "城镇登记失业率", "Registered urban unemployment rate", "livelihood", "%", 3.5,
        measure="rate", form="every_year", direction="down", target_op="<=", latest=2.37, latest_year=2022,
        status="on_track", reason=("every_year_has_no_rate",), trend=((2021, 2.1), (2022, 2.37)),
    ),
    gap_row(
        "county_rank", "全国百强区位次", "Rank among the country's top hundred districts", "economy", "位", 20.0,
        measure="rank", direction="down", target_op="<=", baseline=28.0, latest=23.0, latest_year=2023,
        status="pending", reason=("rank_has_no_rate",), trend=((2020, 28.0), (2023, 23.0)), gap=-3.0, projected=23.0,
    ),
    gap_row(
        "listed_industrial_firms", "上市工业企业", "Listed industrial firms", "industry", "家", 1.0, measure="count",
        form="milestone", baseline=0.0, reason=("no_actual", "milestone_has_no_rate"), target_year=2023,
    ),
    gap_row(
        "urbanisation_points", "数字经济核心产业增加值占比", "Core digital industries, share of GDP", "innovation",
        "%", 5.0, measure="share", form="points", baseline=12.1, latest=14.6, latest_year=2023, required_rate=1.0,
        actual_rate=0.8333, needed_rate=1.25, elapsed=0.6, completion=0.5, pace=0.8333, projected=4.17, gap=-0.83,
        status="behind", trend=((2020, 12.1), (2021, 12.9), (2022, 14.0), (2023, 14.6)),
    ),
)  # fmt: skip


def calibrated(row: GapRow) -> GapRow:
    """Give a row an interval and a chance."""
    values = dict(row.values)
    projected = values.get("projected")
    if isinstance(projected, float):
        spread = abs(projected) * 0.06 + 0.1
        values |= {
            "projected_low": projected - spread,
            "projected_high": projected + spread,
            "probability": 0.78 if values["status"] in ("met", "ahead") else 0.003,
            "interval": 80,
        }
    return GapRow(values, row.trend, row.done, row.decimals, row.dated, row.doubt, row.heading, row.place)


def gap_table(rows: tuple[GapRow, ...] = ROWS, *, as_of: int | None = 2023) -> GapTable:
    """Wrap rows in a table."""
    return GapTable(PLAN, rows, as_of, "pace", "auto", 80, {"target_only": 118, "baseline_only": 0, "filtered": 0})


TABLE = gap_table()
CALIBRATED = gap_table(tuple(map(calibrated, ROWS)))
