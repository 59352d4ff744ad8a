"""The form: what is locked and what is not, what cells accept, and that it reads back as what was meant."""

from __future__ import annotations

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from acceptance.plans import make_plan
from lixia_kpi.actuals.observation import YEARLY_PERIODS
from lixia_kpi.actuals.period import MONTHS, part_of
from lixia_kpi.actuals.period_words import meant_period
from lixia_kpi.folder.open import open_folder
from lixia_kpi.intake.headers import field_of
from lixia_kpi.messages.template_text import NOTES
from lixia_kpi.render.template.delimited import render_template_csv
from lixia_kpi.render.template.words import COLUMNS, Words
from lixia_kpi.render.template.workbook import FIRST_ROW, HEAD_ROW, render_template_workbook
from lixia_kpi.tables.template import Asked, template_of

LANGUAGES = ("zh", "en")
FILLED = ("unit", "year", "value", "status", "published", "source", "note")
INDICATORS = [
    {"id": "gdp", "owner": "统计局", "basis": "current_prices", "breaks": [2018, 2023], "doubt": "口径待核"},
    {"id": "firms", "measure": "count", "unit": "家", "owner": "=cmd()", "name": {"zh": "=1+1", "en": "@x"}},
    {"id": "share", "measure": "share", "unit": "%", "targets": [{"value": 60}], "heading": "+1"},
    {"id": "odd", "unit": 'a,b"c', "targets": [{"form": "total", "value": 5}]},
    {"id": "pace", "observed_as": "yearly_change", "targets": [{"form": "growth", "value": 6}]},
]
ACTUALS = [("gdp", 2021, 1910.41), ("gdp", 2022, 2124.15)]


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    path = make_plan(tmp_path_factory.mktemp("plan"), indicators=INDICATORS, actuals=ACTUALS)
    return template_of(open_folder(str(path)), Asked())


def sheet_of(template, lang="zh"):
    return load_workbook(BytesIO(render_template_workbook(template, lang=lang))).worksheets[0]


def column(name):
    return COLUMNS.index(name) + 1


def validation_at(sheet, row, name):
    cell = sheet.cell(row, column(name)).coordinate
    return next((rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref), None)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_heading_is_one_that_an_import_knows(template, lang):
    sheet = sheet_of(template, lang)
    headings = [cell.value for cell in sheet[HEAD_ROW + 1]]
    assert [field_of(heading) for heading in headings] == list(COLUMNS)


def test_only_what_is_to_be_typed_is_unlocked(template):
    sheet = sheet_of(template)
    assert sheet.protection.sheet
    assert not sheet.protection.password
    last = FIRST_ROW + len(template.rows)
    unlocked = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    expected = {sheet.cell(row, column(name)).coordinate for row in range(FIRST_ROW + 1, last + 1) for name in FILLED}
    assert unlocked == expected


def test_what_cells_accept(template):
    sheet, row = sheet_of(template), FIRST_ROW + 1
    value = validation_at(sheet, row, "value")
    assert (value.type, float(value.formula1), float(value.formula2)) == ("decimal", -1e15, 1e15)
    count = validation_at(sheet, row + 1, "value")
    assert (count.type, float(count.formula1)) == ("whole", 0)
    share = validation_at(sheet, row + 2, "value")
    assert (share.type, float(share.formula1), float(share.formula2)) == ("decimal", 0, 100)
    assert validation_at(sheet, row, "unit").formula1 == '"亿元,万元"'
    assert validation_at(sheet, row + 3, "unit") is None  # no list can hold it
    assert validation_at(sheet, row, "status").formula1 == '"正式数,初步数,预计数"'
    assert validation_at(sheet, row, "published").type == "date"
    year = validation_at(sheet, row, "year")
    assert (year.type, year.formula1, year.formula2) == ("whole", "1900", "2100")
    for name in ("value", "unit", "year", "status", "published", "source", "note"):
        rule = validation_at(sheet, row, name)
        assert rule.promptTitle
        assert 0 < len(rule.prompt) <= 255
        assert rule.error


def test_known_figures_stand_beside_the_empty_cells(template):
    sheet, row = sheet_of(template), FIRST_ROW + 1
    assert [sheet.cell(row, column(name)).value for name in ("id", "last_year", "last_value", "unit", "year")] == [
        "gdp", 2022, 2124.15, "亿元", 2023,
    ]  # fmt: skip
    assert sheet.cell(row, column("period")).value == "全年"
    assert all(sheet.cell(row, column(name)).value is None for name in FILLED if name not in ("unit", "year"))
    assert sheet.freeze_panes == sheet.cell(FIRST_ROW + 1, column("name") + 1).coordinate
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == f"${HEAD_ROW + 1}:${HEAD_ROW + 1}"


def test_texts_of_the_plan_never_become_formulas(template):
    for lang in LANGUAGES:
        sheet = sheet_of(template, lang)
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    rows = list(csv.DictReader(StringIO(render_template_csv(template, lang="zh"))))
    assert (rows[1]["指标"], rows[1]["责任单位"]) == ("'=1+1", "'=cmd()")


def test_the_definition_says_what_the_plan_knows(template):
    words = Words(template, "zh")
    gdp, firms, _, odd, pace = (words.definition(row) for row in template.rows)
    for part in (
        "第 1 章第 1 节“目标”",
        "目标：2025 年 ≥200 亿元（期末水平）",
        "按现价",
        "2018 年起",
        "2023 年起",
        "疑点：口径待核",
    ):
        assert part in gdp
    assert "当年数" in odd
    assert "比上年的变化" in pace
    english = Words(template, "en")
    assert "亿元 is 100m yuan" in english.definition(template.rows[0])
    assert "家" not in english.definition(template.rows[1])
    assert firms.startswith("第 1 章")


def test_the_department_has_a_column_only_where_there_are_several(template):
    assert "owner" in Words(template, "zh").columns
    alone = template._replace(rows=template.rows[:1], owner="统计局")
    assert "owner" not in Words(alone, "zh").columns
    assert "填报单位：统计局" in sheet_of(alone)["A2"].value


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_bytes_for_the_same_form(template, lang):
    assert render_template_workbook(template, lang=lang) == render_template_workbook(template, lang=lang)
    book = load_workbook(BytesIO(render_template_workbook(template, lang=lang)))
    assert book.properties.created.date() == date.fromisoformat(template.dated)
    assert book.worksheets[1].protection.sheet
    assert book.worksheets[1].max_row == HEAD_ROW + 1 + len(NOTES)


def test_a_form_with_one_row_of_everything_long_is_written(template):
    units = tuple(f"很长的单位{n}" * 10 for n in range(9))
    row = template.rows[0]._replace(units=units)
    sheet = sheet_of(template._replace(rows=(row,)))
    assert sheet.cell(FIRST_ROW + 1, 1).value == "gdp"


def test_csv_has_the_same_columns_and_rows(template):
    text = render_template_csv(template, lang="en")
    rows = list(csv.DictReader(StringIO(text)))
    assert [row["ID"] for row in rows] == [row.indicator.id for row in template.rows]
    assert (rows[0]["Last value"], rows[0]["Period"], rows[0]["Value"]) == ("2124.15", "full year", "")
    assert render_template_csv(template, lang="en", excel=True) == "\ufeff" + text


@given(
    st.one_of(
        st.sampled_from([*YEARLY_PERIODS, "H1", "H2", "Q1", "Q4", "Q1-Q3", "Jul", "2016-2020", "as of 2022-02-28"]),
        st.tuples(st.integers(0, 10), st.integers(1, 11)).map(
            lambda p: f"{MONTHS[p[0]]}-{MONTHS[max(p[0] + 1, p[1])]}"
        ),
        st.integers(1, 12).map(lambda month: f"as of 2022-{month:02}"),
    )
)
def test_the_period_reads_back_as_the_same(template, period):
    if period == "Jan-Dec":
        return
    for lang in LANGUAGES:
        said = Words(template._replace(period=period), lang).period()
        read = meant_period(said)
        assert said == period or read == period or part_of(read) == part_of(period)
