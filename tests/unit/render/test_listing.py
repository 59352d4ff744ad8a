"""The listings fit the terminal and name every target."""

from __future__ import annotations

import pytest

from lixia_kpi.render.listing import render_listing
from lixia_kpi.render.width import width
from lixia_kpi.tables.columns import LIST, REQUIRED, columns
from lixia_kpi.tables.table import Table
from unit.render.sample import PLAN, ROWS

EXTRA = {"heading": "经济", "dated": False, "doubt": None}
TABLES = [
    Table(
        "list",
        columns(LIST),
        tuple({**EXTRA, **{c: row.values[c] for c in LIST if c not in EXTRA}} for row in ROWS),
        {},
    ),
    Table("required", columns(REQUIRED), tuple({c: row.values[c] for c in REQUIRED} for row in ROWS), {}),
]


@pytest.mark.parametrize("room", [30, 60, 80, 100, 120, 140, 200])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("table", TABLES, ids=["list", "required"])
def test_listing_fits_the_terminal(table, lang, room):
    text = render_listing(table, PLAN, lang=lang, width=room, color=False, ascii_only=False)
    assert max(map(width, text.splitlines())) <= room


def test_list_gives_the_id_of_every_indicator_whole():
    for room in (80, 120, 160, None):
        text = render_listing(TABLES[0], PLAN, lang="zh", width=room, color=False, ascii_only=False)
        assert {str(row.values["id"]) for row in ROWS} <= set(text.split())


def test_required_gives_the_rate_or_says_why_not():
    text = render_listing(TABLES[1], PLAN, lang="zh", width=120, color=False, ascii_only=False)
    lines = text.splitlines()
    assert any("高新技术企业" in line and "10.63%" in line for line in lines)
    assert "位次没有增速" in text
    assert "19 项目标，其中 14 项可以算出要求增速。" in text


def test_undated_targets_are_footnoted_and_ascii_is_ascii():
    text = render_listing(TABLES[0], PLAN, lang="en", width=120, color=False, ascii_only=True)
    assert "the plan names no year" in text
    assert text.isascii()


def test_listing_without_rows_says_so():
    empty = Table("list", columns(LIST), (), {})
    text = render_listing(empty, PLAN, lang="zh", width=80, color=False, ascii_only=False)
    assert "没有符合条件的目标" in text
