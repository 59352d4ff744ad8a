"""Revised figures and moved statuses: what counts as a change, and how large it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.plans import make_plan
from lixia_kpi.folder.open import open_folder
from lixia_kpi.revisions.compare import revised_figures
from lixia_kpi.revisions.published import Figure, FigureKey, published_figures

KEY = FigureKey("actual", "gdp", "", "", 2023, "")


def figure(value, unit="亿元", also=()):
    return Figure(value, unit, also, None, "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (figure(2282.9), figure(228.29, "billion yuan")),
        (figure(20.0, "万平方米"), figure(200000.0, "square metres")),
        (figure(12.0, "座"), figure(12.0, "处", ("座",))),
        (figure(0.0), figure(0.0, "万元")),
        (figure(0.1 + 0.2), figure(0.3)),
    ],
)
def test_the_same_in_another_unit_is_no_change(before, after):
    assert revised_figures({KEY: before}, {KEY: after}) == ()


def test_size_is_in_the_later_unit_and_in_percent_of_the_earlier_figure():
    (revision,) = revised_figures({KEY: figure(200.0)}, {KEY: figure(21.0, "billion yuan")})
    assert (revision.change, revision.size, revision.percent) == ("revised", pytest.approx(1.0), pytest.approx(5.0))


def test_units_that_do_not_convert_have_no_size():
    (revision,) = revised_figures({KEY: figure(200.0)}, {KEY: figure(200.0, "亿美元")})
    assert (revision.change, revision.size, revision.percent) == ("revised", None, None)


def test_from_zero_there_is_a_size_and_no_percent():
    (revision,) = revised_figures({KEY: figure(0.0)}, {KEY: figure(2.0)})
    assert (revision.size, revision.percent) == (2.0, None)


VALUES = st.dictionaries(st.sampled_from("abcdef"), st.floats(-1e6, 1e6), max_size=6)


@given(VALUES, VALUES)
def test_the_way_back_is_the_opposite(before, after):
    one, other = ({KEY._replace(id=code): figure(v) for code, v in side.items()} for side in (before, after))
    there = {r.key: r for r in revised_figures(one, other)}
    back = {r.key: r for r in revised_figures(other, one)}
    opposite = {"added": "removed", "removed": "added", "revised": "revised"}
    assert {key: opposite[r.change] for key, r in there.items()} == {key: r.change for key, r in back.items()}
    assert all(back[key].size == -r.size for key, r in there.items() if r.size is not None)
    assert revised_figures(one, one) == ()
    changed = {key for key, r in there.items() if r.change != "removed"}
    assert {key for key in other if key not in one} <= changed


def test_every_kind_of_figure_has_a_key_of_its_own(tmp_path):
    targets = [
        {"value": 200, "value_high": 220}, {"form": "growth", "value": 7}, {"form": "total", "value": 900},
    ]  # fmt: skip
    baseline = {"id": "a", "value": 100, "previous_total": 450, "growth": {"value": 8.1, "from": 2016, "to": 2020}}
    actuals = [
        {"id": "a", "year": 2021, "value": 110, "unit": "亿元", "status": "expected", "published": "2022-01-01"},
        {"id": "a", "year": 2021, "value": 112, "unit": "亿元", "published": "2022-03-01"},
        {"id": "a", "year": 2022, "value": 30, "unit": "亿元", "period": "Q1", "published": "2022-05-01"},
    ]
    folder = make_plan(tmp_path, indicators=[{"id": "a", "targets": targets}], baselines=[baseline], actuals=actuals)
    plan = open_folder(str(folder))
    found = {tuple(key): (f.value, f.unit) for key, f in published_figures(plan).items()}
    assert found == {
        ("target", "a", "level", ">=", 2025, ""): (200, "亿元"),
        ("target", "a", "level", ">=", 2025, "upper_end"): (220, "亿元"),
        ("target", "a", "growth", ">=", 2025, ""): (7, "%"),
        ("target", "a", "total", ">=", 2025, ""): (900, "亿元"),
        ("baseline", "a", "", "", 2020, ""): (100, "亿元"),
        ("baseline", "a", "", "", 2020, "previous_total"): (450, "亿元"),
        ("baseline", "a", "", "", 2020, "growth"): (8.1, "%"),
        ("actual", "a", "", "", 2021, ""): (112, "亿元"),
        ("actual", "a", "", "", 2022, "Q1"): (30, "亿元"),
    }
    early = published_figures(plan, vintage="2022-02-01")
    assert [f.value for key, f in early.items() if key.kind == "actual"] == [110]
    assert not [key for key in published_figures(plan, as_of=2020) if key.kind == "actual"]
