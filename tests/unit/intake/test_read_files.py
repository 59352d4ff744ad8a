"""Tables of every shape that departments keep, to figures with their indicator, year, period and unit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lixia_kpi.office.sheet import Cell, Sheet
from unit.intake.tables import PLAN, codes, figures, read, sheet, taken_in

GDP = ("gdp", 2024, "full-year", 2600.0, "亿元")


@pytest.mark.parametrize(
    "text",
    [
        "指标|年份|数值|单位\n地区生产总值|2024|2600|亿元",
        "ID,year,value,unit".replace(",", "|") + "\ngdp|2024|2600|亿元",
        "编号|指标|2024年\ngdp|随便|2600亿元",
        "指标|单位|2024年\n地区生产总值|亿元|2600",
        "指 标|计量单位|2024年度\n1.地区生产总值（GDP）|亿元|2,600.0",
        "主要指标|2024A\nＧＤＰ（亿元）|２６００",
        "指标|2024年（亿元）\n地区生产总值|2600",
        "||单位：亿元\n指标|2024年\n地区生产总值|2600",
        "（单位：亿元、家）|\n指标|2024年\n地区生产总值|2600",
        "2024年主要指标完成情况|\n指标|单位|数值\n地区生产总值|亿元|2600",
        "指标|单位|数值\n||2024年\n地区生产总值|亿元|2600",
        "||2024年\n指标|单位|绝对值\n地区生产总值|亿元|2600",
        "年份|地区生产总值（亿元）\n2024|2600",
        "年份|地区生产总值\n|亿元\n2024年|2600",
        "|GDP|高新技术企业\n2024|2600亿元|",
        "|2024|2025\n地区生产总值（亿元）|2600|",
        "指标\\年份|2024\n地区生产总值（亿元）|2600",
        "指標|單位|2024年\n地區生產總值|億元|2600",
        "指标|单位|2024年目标|2024年实际|责任单位\n地区生产总值|亿元|2700|2600|统计局",
        "指标|单位|2024-12-31\n地区生产总值|亿元|2600",
        "指标|单位|1905-07-16\n地区生产总值|亿元|2600",
        "Indicator|Unit|2024\nGross domestic product|亿元|2600",
        "指标|单位|二〇二四年\n地区生产总值|亿元|2600",
        "指标|年份|数值|单位\n地区生产总值|2024.0|￥2600|亿元",
        "填报日期：2025年2月3日|\n指标|单位|2024年\n地区生产总值|亿元|2600",
    ],
)
def test_one_figure_in_many_shapes(text):
    assert figures(taken_in(text)) == [GDP]


@pytest.mark.parametrize(
    ("header", "year", "period"),
    [
        ("2022年1-6月", 2022, "H1"),
        ("2022年上半年", 2022, "H1"),
        ("2023年1—7月", 2023, "Jan-Jul"),
        ("2023年前三季度", 2023, "Q1-Q3"),
        ("2023Q1", 2023, "Q1"),
        ("2023年末", 2023, "year-end"),
        ("2023年1-12月", 2023, "full-year"),
        ("2023年12月末", 2023, "year-end"),
        ("2023年6月末", 2023, "as of 2023-06"),
        ("2023-06-30", 2023, "as of 2023-06-30"),
        ("2023年7月", 2023, "Jul"),
    ],
)
def test_part_of_a_year_is_never_a_year(header, year, period):
    assert figures(taken_in(f"指标|单位|{header}\n地区生产总值|亿元|1200")) == [("gdp", year, period, 1200.0, "亿元")]


def test_part_year_of_the_title_holds_for_every_column_of_years():
    text = "2023年1-6月主要指标||\n指标|单位|2023年|2022年\n地区生产总值|亿元|1200|1100"
    assert [f[1:3] for f in figures(taken_in(text))] == [(2023, "H1"), (2022, "H1")]


def test_title_of_another_year_says_nothing_of_the_columns():
    text = "2024年一季度编印|\n指标|单位|2023年\n地区生产总值|亿元|1200"
    assert [f[1:3] for f in figures(taken_in(text))] == [(2023, "full-year")]


@pytest.mark.parametrize(
    ("unit", "cell", "value", "read_as"),
    [
        ("人次", "3.5万", 3.5, "万人次"),
        ("", "1.2亿", 1.2, "亿人次"),
        ("万人次", "350", 350.0, "万人次"),
        ("人次", "１，２３４", 1234.0, "人次"),
        ("万人次", "1.2亿人次", 1.2, "亿人次"),
        ("万人次", "350万", 350.0, "万人次"),
    ],
)
def test_powers_and_units_in_cells(unit, cell, value, read_as):
    change = taken_in(f"指标|单位|2024年\ntourist_arrivals|{unit}|{cell}")[0]
    assert (change.entry.value, change.entry.unit, change.kind) == (value, read_as, "new")


@pytest.mark.parametrize(
    ("stated", "cell", "unit"),
    [
        ("亿美元", "US$3.2", "亿美元"),
        ("亿元", "US$3.2", "美元"),
        ("", "$3.2亿", "亿美元"),
        ("万元", "¥3.2亿元", "亿元"),
    ],
)
def test_sign_of_money_goes_with_the_unit_or_stands_alone(stated, cell, unit):
    assert read(f"指标|单位|2024年\nfdi_utilised|{stated}|{cell}").entries[0].unit == unit


def test_power_that_can_mean_two_things_is_refused():
    change = taken_in("指标|单位|2024年\ntourist_arrivals|亿人次|350万")[0]
    assert (change.kind, codes(change)) == ("refused", ["power_twice"])


@pytest.mark.parametrize("cell", ["", "-", "—", "…", "n/a", "NA", "无", "暂无数据", "/", "——", "　", "－", "#N/A"])
def test_missing_is_no_figure(cell):
    assert taken_in(f"指标|单位|2024年\ngdp|亿元|{cell}") == ()


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("约2600", "figure_with_comparator"),
        ("2500-2600", "figure_is_a_range"),
        ("12,5", "figure_with_comma"),
        ("2600(2700)", "two_numbers"),
        ("同上", "ditto_value"),
        ("详见附件", "not_a_figure"),
        ("1.2亿3000万", "not_a_figure"),
    ],
)
def test_cell_that_is_no_figure_is_refused_with_its_address(cell, code):
    change = taken_in(f"指标|单位|2024年\ngdp|亿元|{cell}")[0]
    assert (change.kind, codes(change), str(change.entry.spot)) == ("refused", [code], "t.csv C2")


def test_remarks_and_footnotes_give_status_and_note():
    text = "指标|单位|2023年|2024年\ngdp|亿元|2500（初步核算数）|2600①\n注：①预计数，含新区"
    first, second = (change.entry for change in taken_in(text))
    assert (first.status, first.note) == ("preliminary", "初步核算数")
    assert (second.status, second.note) == ("expected", "预计数，含新区")


def test_status_in_the_note_of_a_row_is_that_of_its_latest_year():
    found = taken_in("指标|单位|2023年|2024年|备注\ngdp|亿元|2500|2600|初步核算数")
    assert [change.entry.status for change in found] == ["actual", "preliminary"]


def test_footnote_mark_without_a_note_is_pointed_at():
    assert codes(taken_in("指标|单位|2024年\ngdp|亿元|2600①")[0]) == ["footnote_unexplained"]


def test_labels_of_a_tidy_table_all_arrive():
    text = (
        "编号|指标|单位|年份|期间|本期数值|数据状态|发布日期|来源|备注\n"
        "gdp|地区生产总值|亿元|2024|前三季度|1900|快报|2024/10/20|统计局|含新区"
    )
    entry = taken_in(text)[0].entry
    assert (entry.period, entry.status, entry.published) == ("Q1-Q3", "preliminary", "2024-10-20")
    assert (entry.source, entry.note) == ("统计局", "含新区")


def test_what_the_command_line_gives_fills_gaps_only():
    text = "指标|单位|年份|数值|发布日期|来源\ngdp|亿元|2023|1|2024-01-02|甲\ngdp|亿元|2024|2||"
    entries = [c.entry for c in taken_in(text, published="2025-01-01", status="expected", source="乙")]
    assert [(e.published, e.source, e.status) for e in entries] == [
        ("2024-01-02", "甲", "expected"),
        ("2025-01-01", "乙", "expected"),
    ]


def test_a_figure_without_a_source_names_its_cell():
    assert taken_in(sheet("指标|单位|2024年\ngdp|亿元|1", name="表1"))[0].entry.source == "t.csv 表1!C2"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("指标|单位|数值\ngdp|亿元|1", "no_year"),
        ("指标|单位|年份|数值\ngdp|亿元|前年|1", "year_unclear"),
        ("2024年工作计划|\n指标|单位|数值\ngdp|亿元|1", "figures_of_a_plan"),
        ("编号|指标|单位|2024年\ngdp|高新技术企业|亿元|1", "id_and_name_differ"),
        ("指标|单位|2024年\n高新技术企业数|家|1", "unknown_name"),
        ("指标|单位|2024年\ngdp|亿美元|1", "unit_mismatch"),
        ("指标|单位|2024年\nfinance_va_share_of_city|%|101", "actual_out_of_bounds"),
        ("指标|单位|年份|数值|数据状态\ngdp|亿元|2024|1|不知道", "bad_status"),
        ("指标|单位|年份|数值|发布日期\ngdp|亿元|2024|1|明天", "bad_date"),
        ("指标|单位|年份|数值|期间\ngdp|亿元|2024|1|某时", "bad_period"),
        ("指标|单位|2024年\n|亿元|1", "row_without_name"),
    ],
)
def test_what_cannot_be_placed_is_refused(text, code):
    change = taken_in(text)[-1]
    assert change.kind == "refused"
    assert code in codes(change)


def test_wrong_names_are_offered_the_nearest_first_and_never_applied():
    change = taken_in("指标|单位|2024年\n高新技术企业数|家|1")[0]
    assert change.entry.id is None
    assert change.entry.offers[0] == "high_tech_firms"


def test_user_may_match_a_name_or_leave_it_out():
    text = "指标|单位|2024年\n高新技术企业数|家|1\n合计|家|2"
    found = taken_in(text, matches={"高新技术企业数": "high_tech_firms", "合计": None})
    assert figures(found) == [("high_tech_firms", 2024, "full-year", 1.0, "家")]


def test_names_that_are_nobodys_are_left_out_and_said():
    change = taken_in("指标|单位|2024年\n合计|亿元|2")[0]
    assert (change.kind, change.entry.spot.address, codes(change)) == ("left_out", "A2", ["unknown_name"])


def test_alias_counts_like_a_name():
    plan = PLAN._replace(
        indicators=tuple(i._replace(aliases=("区内生产总值",)) if i.id == "gdp" else i for i in PLAN.indicators)
    )
    assert figures(taken_in("指标|单位|2024年\n区内生产总值|亿元|2600", plan=plan)) == [GDP]


def test_alias_of_two_indicators_names_neither():
    both = ("gdp", "gdp_per_capita")
    plan = PLAN._replace(
        indicators=tuple(i._replace(aliases=("产值",)) if i.id in both else i for i in PLAN.indicators)
    )
    change = taken_in("指标|单位|2024年\n产值|亿元|2600", plan=plan)[0]
    assert (change.kind, codes(change)) == ("refused", ["ambiguous_name"])


def test_merged_cells_and_dittos_hold_for_the_rows_below():
    text = "指标|单位|年份|数值\n地区生产总值|亿元|2023|1\n||2024|2\n同上|〃|2025|3"
    found = taken_in(sheet(text, merged=((1, 0, 2, 0), (1, 1, 2, 1))))
    assert figures(found) == [
        ("gdp", year, "full-year", value, "亿元") for year, value in ((2023, 1), (2024, 2), (2025, 3))
    ]
    assert [codes(change) for change in found] == [[], [], []]


def test_merged_header_over_years():
    text = "指标|单位|数值|||增速||\n||2022|2023|2024|2022|2023|2024\ngdp|亿元|1|2|3|4|5|6"
    merged = ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 4), (0, 5, 0, 7))
    for ranges in (merged, ()):  # a CSV has lost its merged cells
        found = taken_in(sheet(text, merged=ranges))
        assert [(c.entry.year, c.entry.value, c.entry.growth.value) for c in found] == [
            (2022, 1, 4), (2023, 2, 5), (2024, 3, 6)
        ]  # fmt: skip


def test_planned_figures_under_a_header_of_two_lines_are_never_actuals():
    text = "指标|单位|2024年||||\n||目标值|实际值|完成率|同比|全市名次\ngdp|亿元|2700|2600|96%|6.3%|3"
    for ranges in ((), ((0, 2, 0, 6),)):
        found = read(sheet(text, merged=ranges))
        assert [(e.spot.address, e.value, e.growth.value) for e in found.entries] == [("D3", 2600.0, 6.3)]
        assert [r.spot.address for r in found.remarks] == ["G2"]


def test_tables_side_by_side_keep_their_own_names_and_titles():
    text = (
        "表1 2024年经济指标|||表2 2023年科技指标||\n指标|单位|数值|指标|单位|数值\n"
        "地区生产总值|亿元|2600|高新技术企业|家|1000\n|||高新技术企业数|家|1"
    )
    found = taken_in(text)
    assert figures(found)[:2] == [GDP, ("high_tech_firms", 2023, "full-year", 1000.0, "家")]
    assert [str(change.entry.spot) for change in found if change.kind == "refused"] == ["t.csv D4"]


def test_quarters_take_their_year_from_the_title():
    text = "2023年主要指标|||||\n指标|单位|一季度|上半年|前三季度|全年\ngdp|亿元|600|1200|1800|2446.9"
    assert [f[1:3] for f in figures(taken_in(text))] == [
        (2023, "Q1"), (2023, "H1"), (2023, "Q1-Q3"), (2023, "full-year")
    ]  # fmt: skip


def test_chapters_notes_and_signatures_are_no_figures():
    text = "指标|单位|2024年\n一、经济||\ngdp|亿元|2600\n注：本表为快报||\n填报人：张三|审核：李四|\n2025年1月||"
    assert figures(taken_in(text)) == [GDP]


def test_several_tables_and_repeated_headers():
    text = "指标|单位|2024年\ngdp|亿元|2600\n||\n表二||\n指标|单位|2023年\ngdp|亿元|2500"
    assert [(f[1], f[3]) for f in figures(taken_in(text))] == [(2024, 2600.0), (2023, 2500.0)]


def test_hidden_sheets_are_named_and_read_on_request():
    shown = sheet("指标|单位|2024年\ngdp|亿元|2600", name="表1")
    hidden = sheet("指标|单位|2023年\ngdp|亿元|2500", name="旧", hidden=True)
    found = read(shown, hidden)
    assert [entry.year for entry in found.entries] == [2024]
    assert [(r.spot.sheet, r.finding.code) for r in found.remarks] == [("旧", "hidden_sheet_not_read")]
    assert [entry.year for entry in read(shown, hidden, only={"旧"}).entries] == [2023]


def test_hidden_rows_and_columns_are_pointed_at():
    found = read(sheet("指标|单位|2024年\ngdp|亿元|2600", hidden_rows=frozenset({1})))
    assert [f.code for f in found.entries[0].findings] == ["hidden_cell"]


def test_column_with_figures_that_is_not_understood_is_said():
    found = read("指标|单位|2024年|全市平均\ngdp|亿元|2600|3000")
    assert len(found.entries) == 1
    assert [(r.finding.code, r.spot.address) for r in found.remarks] == [("column_not_read", "D1")]


def test_file_without_a_table_is_said():
    remark = read("今天|天气\n很|好").remarks[0]
    assert (remark.finding.code, remark.finding.severity) == ("no_table", "error")


def test_figures_that_look_like_years_are_figures():
    text = "指标|年份|数值|单位\n高新技术企业|2023|2021|家\n高新技术企业|2024|2035|家"
    assert [f[3] for f in figures(taken_in(text))] == [2021.0, 2035.0]


def test_yearly_change_takes_the_column_of_growth():
    growth = next(i for i in PLAN.indicators if i.observed_as == "yearly_change")
    text = f"指标|单位|2024年|2024年同比增长(%)\n{growth.id}|亿元|2600|5.5"
    assert figures(taken_in(text)) == [(growth.id, 2024, "full-year", 5.5, "%")]


@pytest.mark.parametrize(("cell", "value"), [("增长5.5%", 5.5), ("下降3.1%", -3.1), ("持平", 0.0), ("-3.1", -3.1)])
def test_growth_may_be_said_in_words(cell, value):
    growth = next(i for i in PLAN.indicators if i.observed_as == "yearly_change")
    found = taken_in(f"指标|单位|2024年|2024年同比增长\n{growth.id}|亿元|2600|{cell}")
    assert figures(found) == [(growth.id, 2024, "full-year", value, "%")]


def test_growth_alone_is_left_out_and_said():
    change = taken_in("指标|单位|2024年增速\ngdp|%|5")[0]
    assert (change.kind, codes(change), change.entry.spot.address) == ("left_out", ["growth_only"], "C2")


def test_sums_and_averages_below_the_years_are_left_out():
    found = taken_in("年份|地区生产总值（亿元）\n2023|2500\n2024|2600\n年均增长|5.5%\n合计|5100")
    assert [(c.kind, c.entry.spot.address) for c in found] == [
        ("new", "B2"), ("new", "B3"), ("left_out", "A4"), ("left_out", "A5")
    ]  # fmt: skip


def test_a_csv_has_no_sheets_to_choose_from():
    book = sheet("指标|单位|2023年\ngdp|亿元|2500", name="表1")
    text = sheet("指标|单位|2024年\ngdp|亿元|2600")
    assert [entry.year for entry in read(book, text, only={"表1"}).entries] == [2023, 2024]


_TYPICAL = (
    "指标 单位 年份 数值 2021 2021年 1-6月 gdp 地区生产总值 亿元 % 3.5万 (12) — 同上 〃 1905-07-13 ① * 注：① 增速 "
    "2021-2023 －1 ١٢ ² 1e9 -0 '1 [1] 999999999999999999999 =1+1"
)
_TEXTS = st.one_of(st.sampled_from(_TYPICAL.split()), st.text(max_size=12))


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(_TEXTS, min_size=3, max_size=3), min_size=1, max_size=7), st.booleans())
def test_no_table_breaks_the_reader(rows, header):
    cells = [[Cell(text) for text in row] for row in ([["指标", "单位", "2021"]] if header else []) + rows]
    for change in taken_in(Sheet("表", cells, ((0, 0, 2, 1),))):
        entry = change.entry
        assert 0 <= entry.spot.row < len(cells)
        assert change.kind != "new" or (entry.id is not None and entry.year is not None and entry.value is not None)
