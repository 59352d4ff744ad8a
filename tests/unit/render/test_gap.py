"""The gap table: it fits, nothing in it is cut, and its columns do not depend on the data."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.render.gap import render_gap
from lixia_kpi.render.gap.layout import MIDDLE, NARROW, WIDE, layout_for
from lixia_kpi.render.width import width
from unit.render.sample import CALIBRATED, ROWS, TABLE, gap_row, gap_table

WIDTHS = [30, 40, 60, 79, 80, 99, 100, 120, 139, 140, 160, 200]


def plain(table, *, lang="zh", columns=160, ascii_only=False, **options):
    return render_gap(table, lang=lang, width=columns, color=False, ascii_only=ascii_only, **options)


def body(text):
    """The lines between the two rules."""
    lines = text.splitlines()
    rules = [i for i, line in enumerate(lines) if line and set(line) <= {"─", "-"} and len(line) > 20]
    return lines[rules[0] + 1 : rules[1]]


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("table", [TABLE, CALIBRATED], ids=["uncalibrated", "calibrated"])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_no_line_is_wider_than_the_terminal_and_every_status_is_whole(table, lang, columns, ascii_only):
    text = plain(table, lang=lang, columns=columns, ascii_only=ascii_only)
    assert [line for line in text.splitlines() if width(line) > columns] == []
    rows = "\n".join(body(text))
    for status, count in table.counts().items():
        word = STATUSES[status][lang == "en"]
        assert len(re.findall(rf"(?m)\S {word}$", rows)) == count


@pytest.mark.parametrize("columns", [80, 120, 160])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_figure_of_the_layout_is_whole(lang, columns):
    rows = "\n".join(body(plain(TABLE, lang=lang, columns=columns)))
    cells = set(re.split(r"\s+", rows))
    expected = {"2446.9", ">2500", "5.53%", "1.08%", "161.35", "≤−13.5%", "3–4", "Σ14.61", "−2.88%", "2023"}
    expected |= {"0.22点"} if lang == "zh" else {"0.22pt"}
    if columns >= 120:
        expected |= {"1910.41", "8.60%", "2714.5", "+214.5", "−0.93"}
    if columns == 160:
        expected |= {"92%", "1.53", "−0.48"}
    assert expected <= cells


def test_headings_are_those_of_the_layout_whatever_the_rows():
    full = plain(CALIBRATED, columns=120).splitlines()[5].split()
    for row in CALIBRATED.rows[:4]:
        one = CALIBRATED._replace(rows=(row, CALIBRATED.rows[0]))
        assert plain(one, columns=120).splitlines()[5].split() == full
    assert full == [
        "指标",
        "基期值",
        "实际值",
        "年份",
        "目标值",
        "要求",
        "实际",
        "后续",
        "预测值",
        "缺口",
        "概率",
        "走势",
        "进展状态",
    ]


@pytest.mark.parametrize(
    ("columns", "expected"), [(80, NARROW), (99, NARROW), (100, MIDDLE), (139, MIDDLE), (140, WIDE), (None, WIDE)]
)
def test_layout_follows_the_terminal(columns, expected):
    assert layout_for(columns, "zh") == expected


def test_under_80_columns_the_columns_leave_in_the_stated_order():
    seen = [layout_for(columns, "zh").columns for columns in range(79, 29, -1)]
    order = ["latest_year", "probability", "required_rate", "needed_rate", "target", "latest"]
    for columns in seen:
        gone = [c for c in order if c not in columns]
        assert gone == order[: len(gone)]
    assert seen[-1] == ("name", "status")


def test_chance_and_interval_leave_together_and_the_foot_says_why():
    without, having = plain(TABLE), plain(CALIBRATED)
    assert "概率" not in without.split("───\n")[0]
    assert "以上各行都没有区间和达标概率" in without
    assert "80%区间" in having
    assert "没有区间和达标概率" not in having


def test_piped_output_keeps_names_on_one_line_and_ignores_the_terminal():
    text = render_gap(CALIBRATED, lang="en", width=None, color=False, ascii_only=False)
    names = {str(row.values["name_en"]) for row in ROWS}
    assert all(any(name in line for line in body(text)) for name in names)
    assert len([line for line in body(text) if line.startswith("  ")]) == len(ROWS)


def test_names_wrap_and_lose_nothing():
    column = [line[:32] for line in body(plain(TABLE, lang="en", columns=80))]
    text = re.sub(r"[\s(]", "", "".join(column))
    assert "Primaryandsecondaryschoolsandkindergartensbuilt" in text


def test_a_footnote_is_written_once_and_numbered_by_first_use():
    text = plain(TABLE)
    assert text.count("定义、范围或单位存疑") == 1
    used = [int(n) for mark in re.findall(r" \[([\d,]+)\]", "\n".join(body(text))) for n in mark.split(",")]
    first_uses = list(dict.fromkeys(used))
    assert first_uses == sorted(first_uses)
    listed = [int(n) for n in re.findall(r"(?m)^\[(\d+)\] ", text)]
    assert listed == list(range(1, max(used) + 1))


def test_rows_stand_under_their_group_in_the_order_of_first_occurrence():
    headings = [line for line in body(plain(TABLE)) if not line.startswith(" ")]
    assert headings == ["经济", "开放", "产业", "创新", "生态环境", "民生"]


def test_a_sorted_table_is_not_regrouped():
    rows = tuple(reversed(ROWS))
    lines = body(plain(gap_table(rows), grouped=False))
    assert all(line.startswith(" ") for line in lines)
    assert lines[0].lstrip().startswith(str(rows[0].values["name_zh"]))


def test_second_target_of_an_indicator_is_named_by_its_form():
    lines = body(plain(TABLE))
    first = next(i for i, line in enumerate(lines) if "地区生产总值" in line)
    assert lines[first + 1].strip().startswith("年均增长")


def test_ascii_marks_are_ascii_and_english_is_pure_ascii():
    text = plain(CALIBRATED, lang="en", ascii_only=True)
    names = {c for row in ROWS for c in str(row.values["name_en"])}
    assert {c for c in text if not c.isascii()} <= names
    assert "≥" not in plain(CALIBRATED, ascii_only=True)
    assert ">=65" in text


@pytest.mark.parametrize("encoding", ["gbk", "gb18030"])
def test_ascii_marks_can_be_written_to_a_chinese_console(encoding):
    plain(CALIBRATED, ascii_only=True).encode(encoding)


def test_baseline_only_rows_show_the_baseline_and_the_required_rate():
    row = next(line for line in body(plain(TABLE, columns=80)) if "孵化器" in line)
    assert row.split()[1:5] == ["35", "2020", "≥50", "7.39%"]


def test_colour_changes_nothing_but_escape_sequences():
    coloured = render_gap(TABLE, lang="zh", width=120, color=True, ascii_only=False)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain(TABLE, columns=120)


def test_head_and_foot_say_what_the_table_rests_on():
    text = plain(TABLE, columns=120)
    for words in (
        "2021–2025 年",
        "数据截至 2023 年",
        "时序 60%",
        "规则 pace",
        "预测 auto",
        "≥1.05 快于预期",
        "19 项：",
    ):
        assert words in text
    assert "另有 118 项只有目标值" in text
    assert "kpi project --all" in text


def test_table_without_rows_says_so():
    assert "没有符合条件的目标" in plain(gap_table((), as_of=None))


values = st.floats(-1e18, 1e18, allow_nan=False) | st.floats(-1000, 1000, allow_nan=False) | st.none()
NUMBERS = (
    *("baseline", "latest", "target_high", "required_rate", "actual_rate", "needed_rate", "completion", "pace"),
    *("projected", "projected_low", "projected_high", "gap"),
)
wild_rows = st.builds(
    lambda numbers, form, status, name, decimals: gap_row(
        "x",
        name,
        name,
        "economy",
        "亿元",
        numbers[0],
        form=form,
        status=status,
        decimals=decimals,
        latest_year=2023,
        **dict(
            zip(
                NUMBERS,
                numbers[1:],
                strict=True,
            )
        ),
        elapsed=0.6,
        probability=0.5,
    ),
    st.tuples(*[values] * 13),
    st.sampled_from(["level", "growth", "change", "points", "total", "every_year", "milestone"]),
    st.sampled_from([*STATUSES]),
    st.text("地区生产总值 GDPshare（）、", min_size=1, max_size=40),
    st.integers(0, 4),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(wild_rows, min_size=1, max_size=4), st.integers(30, 200), st.sampled_from(["zh", "en"]))
def test_any_figures_fit_any_terminal(rows, columns, lang):
    text = plain(gap_table(tuple(rows)), lang=lang, columns=columns)
    assert max(map(width, text.splitlines())) <= columns
    for row in rows:
        assert STATUSES[str(row.values["status"])][lang == "en"] in text


def test_160_rows_are_written_in_a_moment():
    table = gap_table((ROWS * 9)[:160])
    plain(table)
    seconds = []
    for _ in range(5):
        start = time.process_time()
        plain(table)
        seconds.append(time.process_time() - start)
    assert min(seconds) < 0.05


@pytest.mark.parametrize(("columns", "expected"), [(111, NARROW), (112, MIDDLE), (151, MIDDLE), (152, WIDE)])
def test_english_names_get_more_room(columns, expected):
    dropped = {"trend"} if expected is MIDDLE else {"elapsed"} if expected is WIDE else set()
    assert set(layout_for(columns, "en").columns) == set(expected.columns) - dropped
