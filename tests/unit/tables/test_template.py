"""What a form asks for: which indicators, what is known of them, in which units, what a figure can be."""

from __future__ import annotations

import pytest

from acceptance.plans import make_plan
from lixia_kpi.folder.open import open_folder
from lixia_kpi.tables.template import MOST, Asked, Bounds, by_owner, template_of

INDICATORS = [
    {"id": "gdp", "owner": "统计局", "group": "economy", "targets": [{"chapter": 3, "value": 300}]},
    {"id": "firms", "measure": "count", "unit": "家", "unit_also": ["户"], "chapter": 2},
    {"id": "visits", "measure": "count", "unit": "万人次", "owner": "文旅局"},
    {"id": "share", "measure": "share", "unit": "%", "targets": [{"value": 60}], "owner": "统计局"},
    {"id": "per_mille", "measure": "share", "unit": "‰", "targets": [{"value": 60}]},
    {"id": "place", "measure": "rank", "unit": "位", "direction": "down", "targets": [{"op": "<=", "value": 10}]},
    {"id": "pace", "measure": "amount", "observed_as": "yearly_change", "targets": [{"form": "growth", "value": 6}]},
    {"id": "both", "formula": "gdp * 2", "targets": []},
]
ACTUALS = [
    {"id": "gdp", "year": 2021, "value": 110, "published": "2022-01-20"},
    {"id": "gdp", "year": 2022, "value": 12.5, "unit": "billion yuan", "published": "2023-02-01"},
    {"id": "gdp", "year": 2021, "value": 50, "period": "H1"},
    {"id": "gdp", "year": 2022, "value": 5.5, "unit": "billion yuan", "period": "Jan-Jun"},
    {"id": "pace", "year": 2021, "value": 7.5, "unit": "%"},
]


@pytest.fixture
def folder(tmp_path):
    path = make_plan(tmp_path, indicators=INDICATORS, baselines=[{"id": "firms", "value": 9}], actuals=ACTUALS)
    return open_folder(str(path))


def rows(folder, **asked):
    return {row.indicator.id: row for row in template_of(folder, Asked(**asked)).rows}


def ids(folder, **asked):
    return list(rows(folder, **asked))


def test_the_year_is_the_one_after_the_latest_that_is_known(folder):
    template = template_of(folder, Asked())
    assert (template.year, template.period, template.dated, template.owner) == (2023, "full-year", "2023-02-01", None)
    assert template_of(folder, Asked(year=2030)).year == 2030
    empty = folder._replace(observations=())
    assert template_of(empty, Asked()).year == 2021
    assert template_of(empty, Asked()).dated == "2021-01-01"


def test_every_indicator_but_those_that_follow_from_others(folder):
    assert ids(folder) == [i["id"] for i in INDICATORS if "formula" not in i]
    assert ids(folder, ids=("both", "gdp")) == ["gdp", "both"]


def test_only_what_is_asked_for(folder):
    assert ids(folder, owners=("统计局",)) == ["gdp", "share"]
    assert ids(folder, chapters=(2,)) == ["firms"]
    assert ids(folder, chapters=(3,)) == ["gdp"]
    assert ids(folder, groups=("city",)) == []
    assert template_of(folder, Asked(owners=("统计局",))).owner == "统计局"


def test_the_last_value_is_in_the_unit_of_the_form_and_of_the_same_kind_of_period(folder):
    known = rows(folder)
    assert (known["gdp"].last_year, known["gdp"].last_value) == (2022, 125)
    assert (known["firms"].last_year, known["firms"].last_value) == (2020, 9)
    assert (known["pace"].last_year, known["pace"].last_value) == (2021, 7.5)
    assert (known["visits"].last_year, known["visits"].last_value) == (None, None)
    half = rows(folder, period="H1")
    assert (half["gdp"].last_year, half["gdp"].last_value) == (2022, 55)
    assert half["firms"].last_value is None
    assert rows(folder, year=2022)["gdp"].last_year == 2021


def test_units_in_which_a_figure_may_be_reported(folder):
    known = rows(folder)
    assert known["gdp"].units == ("亿元", "万元", "billion yuan")
    assert known["firms"].units == ("家", "户")
    assert known["visits"].units == ("万人次", "人次")
    assert known["share"].units == ("%",)
    assert known["pace"].units == ("%",)


def test_what_figures_can_be(folder):
    known = rows(folder)
    assert known["gdp"].bounds == Bounds(False, -MOST, MOST)
    assert known["firms"].bounds == Bounds(True, 0, MOST)
    assert known["visits"].bounds == Bounds(False, 0, MOST)
    assert known["share"].bounds == Bounds(False, 0, 100)
    assert known["per_mille"].bounds == Bounds(False, 0, 1000)
    assert known["place"].bounds == Bounds(True, 1, MOST)
    assert known["pace"].bounds == Bounds(False, -100, MOST)


def test_each_department_has_a_form_of_its_own_and_nothing_is_lost(folder):
    template = template_of(folder, Asked())
    parts = by_owner(template)
    assert [part.owner for part in parts] == ["统计局", "文旅局", None]
    assert sorted(row.indicator.id for part in parts for row in part.rows) == sorted(
        row.indicator.id for row in template.rows
    )
