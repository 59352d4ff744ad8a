"""The units of a row, and zero without a sign."""

from __future__ import annotations

import pytest

from builders import row, target
from lixia_kpi.assessment.row_figures import rate_unit, target_unit


@pytest.mark.parametrize(
    ("form", "measure", "of_target", "of_rate"),
    [
        ("level", "amount", "亿元", "%/year"),
        ("level", "count", "亿元", "%/year"),
        ("level", "share", "亿元", "points/year"),
        ("level", "index", "亿元", "points/year"),
        ("level", "rate", "亿元", "points/year"),
        ("level", "rank", "亿元", None),
        ("growth", "rate", "%", "%/year"),
        ("change", "share", "%", "%/year"),
        ("points", "share", "points", "points/year"),
        ("points", "rank", "points", "points/year"),
        ("total", "amount", "亿元", "亿元/year"),
        ("every_year", "rate", "亿元", None),
        ("milestone", "count", "亿元", None),
    ],
)
def test_a_target_and_its_rate_have_their_units(form, measure, of_target, of_rate):
    assert target_unit(form, "亿元") == of_target
    assert rate_unit(form, measure, "亿元") == of_rate


def test_years_are_whole_numbers():
    got = row(target(), {2021: 140, 2022: 151}, baseline=100)
    years = {name: got[name] for name in ("baseline_year", "latest_year", "arrival_year")}
    assert str(years) == "{'baseline_year': 2020, 'latest_year': 2022, 'arrival_year': 2022}"


def test_no_figure_is_minus_zero():
    got = row(target(op="<=", value=50), {2025: 50}, baseline=100, direction="down")
    assert (str(got["gap"]), str(got["gap_percent"])) == ("0.0", "0.0")
