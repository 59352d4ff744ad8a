"""The page of an import fits its terminal, says everything once, and can be written in ASCII."""

from __future__ import annotations

import pytest

from lixia_kpi.intake.compare import compare
from lixia_kpi.intake.plausible import with_doubts
from lixia_kpi.render.intake import finding_sentence, render_import
from lixia_kpi.render.width import width
from lixia_kpi.tables.columns import IMPORT
from lixia_kpi.tables.intake import ImportReport, import_table
from unit.intake.tables import FOLDER, PLAN, read, sheet

TEXT = """指标|单位|2022年|2023年|2024年
地区生产总值|亿元|2282.9|2450.1|26000
高新技术企业|家|约1000|—|1,000①
生活垃圾分类覆盖率||90|95|96
高新技术企业数|家|1|2|3
什么什么|个|1|2|3"""


def report(*names, **more):
    found = read(
        *(sheet(TEXT, name=name) for name in names or ("",)), sheet("a|b\nc|d", name="空"), published="2025-03-01"
    )
    changes = with_doubts(compare(found.entries, FOLDER.observations, PLAN), FOLDER.observations, PLAN)
    return ImportReport(PLAN, ("t.csv",), changes, found.remarks, "plan/actuals.csv", **more)


def page(what, **more):
    settings = {"everything": True, "lang": "en", "width": None, "color": False, "ascii_only": False}
    return render_import(what, **(settings | more))


@pytest.mark.parametrize("cells", [40, 60, 80, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(cells, lang):
    lines = page(report(), lang=lang, width=cells).splitlines()
    assert max(map(width, lines)) <= cells


def test_every_figure_and_finding_is_on_the_page():
    what = report("表1")
    text = " ".join(page(what, lang="zh").split())
    for change in what.changes:
        assert change.entry.spot.address in text
        for finding in change.entry.findings:
            if change.kind != "left_out":
                assert finding.code in text


def test_findings_of_many_cells_are_said_once():
    text = page(report())
    assert text.count("unit_from_plan") == 1
    assert "3 cells: C4, D4, E4" in " ".join(text.split())


def test_unchanged_figures_are_counted_and_listed_on_request():
    assert "Unchanged (1)" in page(report())
    assert "Unchanged (1)" not in page(report(), everything=False)
    assert "1 unchanged" in page(report(), everything=False)


def test_ascii_marks_only():
    text = page(report(), ascii_only=True)
    assert not set(text) & set("▼▽○●−–·")


def test_colour_changes_nothing_but_colour():
    import re

    plain = page(report(), width=80)
    assert re.sub(r"\x1b\[[0-9;]*m", "", page(report(), width=80, color=True)) == plain


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "findings in the way: "),
        ({"held_back": True}, "nothing is written, findings in the way: "),
        ({"applied": True, "written": 5}, "rows written to plan/actuals.csv: 5"),
    ],
)
def test_the_end_says_what_was_written_or_what_it_takes(more, said):
    assert said in page(report(**more))


def test_machine_rows_have_every_column_and_words_in_both_languages():
    table = import_table(report(), finding_sentence)
    assert [column.id for column in table.columns] == list(IMPORT)
    assert all(set(row) == set(IMPORT) for row in table.rows)
    refused = next(row for row in table.rows if row["change"] == "refused")
    assert refused["message_zh"] != refused["message_en"]
    assert table.head["counts"]["refused"] == sum(row["change"] == "refused" for row in table.rows)
