"""A share in ‰ is projected and judged as the same share in %."""

from __future__ import annotations

import numpy as np
import pytest

from builders import INFO, indicator, row, series, target
from lixia_kpi.assessment.codes import RULE_NAMES
from lixia_kpi.assessment.options import Options
from lixia_kpi.assessment.plan_cases import build_cases
from lixia_kpi.assessment.projected_series import series_to_project
from lixia_kpi.assessment.projection_by_unit import project_series

FALLING = {2019: 4.1, 2020: 3.2, 2021: 2.4, 2022: 1.1, 2023: 0.4}
RISING = {2019: 7.0, 2020: 7.8, 2021: 8.6, 2022: 9.1, 2023: 9.4}
FULL = {2018: 96.5, 2020: 98.1, 2021: 99.0, 2022: 99.4, 2023: 100.0}
LEVELS = {"baseline", "latest", "target", "target_level", "projected", "projected_low", "projected_high", "gap"}
RATES = {"required_rate", "actual_rate", "needed_rate"}
UNITS = {"unit", "target_unit", "rate_unit"}


def both(values, wanted, *, form="level", direction="up", rule="pace", method="auto"):
    """Give the row of a share in percent and that of the same share in per mille."""
    op, relative = {"up": ">=", "down": "<="}[direction], form == "growth"
    rows = []
    for unit, scale in (("%", 1), ("‰", 10)):
        promised = target(form, op, wanted if relative else wanted * scale, decimals=0)
        known = {year: round(value * scale, 6) for year, value in values.items()}
        more = {"measure": "share", "unit": unit, "direction": direction}
        rows.append(row(promised, known, baseline=known[2020], options={"rule": rule, "method": method}, **more))
    return rows


def assert_same(percent, per_mille, in_unit):
    for column in percent.keys() - UNITS:
        figure = percent[column]
        wanted = 10 * figure if column in in_unit and figure is not None else figure
        same = pytest.approx(wanted, rel=1e-9, abs=1e-9) if isinstance(figure, float) else wanted
        assert per_mille[column] == same, column


@pytest.mark.parametrize(
    ("values", "wanted", "direction"), [(RISING, 13.0, "up"), (FULL, 99.5, "up"), (FALLING, 1.0, "down")]
)
@pytest.mark.parametrize("form", ["level", "every_year"])
@pytest.mark.parametrize("method", ["auto", "linear"])
def test_rows_differ_by_the_unit_alone(values, wanted, direction, form, method):
    percent, per_mille = both(values, wanted, form=form, direction=direction, method=method)
    assert percent["probability"] is not None
    assert_same(percent, per_mille, LEVELS | RATES)


def test_growth_is_the_same_in_both():
    assert_same(*both(RISING, 9.0, form="growth"), {"baseline", "latest", "target_level"})


@pytest.mark.parametrize("rule", RULE_NAMES)
def test_so_is_what_every_rule_says(rule):
    percent, per_mille = both(RISING, 13.0, rule=rule)
    assert [per_mille[name] for name in ("status", "reason", "notes")] == [
        percent[name] for name in ("status", "reason", "notes")
    ]


def projections(*units):
    """Give the projection of one share in each of these units, all of them together."""
    shares = [
        series(indicator(target(), measure="share", unit=unit), {y: v * scale for y, v in RISING.items()})
        for unit, scale in units
    ]
    return project_series(series_to_project(build_cases(shares, INFO)), 3, Options())


def test_every_question_is_answered_in_the_unit_of_the_indicator():
    found = projections(("%", 1), ("‰", 10))
    for figures in (found.lower, found.upper, found.centre, found.quantile(0.3)):
        assert figures[1] == pytest.approx(10 * figures[0], rel=1e-12)
    for figures in (*found.ends_at(2), found.sum_quantile(0.7, steps=3)):
        assert figures[1] == pytest.approx(10 * figures[0], rel=1e-12)
    chances = (
        found.chance([10.0, 100.0], step=2, direction="up"),
        found.sum_chance([29.0, 290.0], steps=3, direction="up"),
        found.all_years_chance([9.5, 95.0], steps=3, direction="up"),
    )
    for chance in chances:
        assert 0.01 < chance[0] < 0.99
        assert chance[1] == pytest.approx(chance[0], rel=1e-9)


def test_company_in_another_unit_changes_no_bit():
    alone, beside = projections(("%", 1)), projections(("‰", 10), ("%", 1))
    assert np.array_equal(beside.upper[1], alone.upper[0])
    assert np.array_equal(beside.centre[1], alone.centre[0])
