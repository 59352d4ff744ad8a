"""No figure is infinite, whatever the values; what cannot be computed says so, and nothing warns or fails."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import INFO, PLACE, indicator, target
from lixia_kpi.actuals.observation import Observation
from lixia_kpi.assessment.evaluate import evaluate
from lixia_kpi.assessment.finite import finite
from lixia_kpi.assessment.options import Options
from lixia_kpi.folder.open import PlanFolder
from lixia_kpi.folder.series import series_of
from lixia_kpi.plan.model import Plan
from lixia_kpi.tables.project import gap_rows

SIZES = [1.7e308, 1e300, 1e155, 100.0, 1.0, 1e-300, 5e-324, 0.0, -1e300, -1.7e308]
FORMS = [("amount", "level"), ("amount", "growth"), ("amount", "change"), ("amount", "total"), ("rate", "level"),
         ("rate", "points"), ("index", "every_year")]  # fmt: skip
RULES = ["pace", "eurostat", "unsd_2022", "destatis", "china_intensity", "statcan"]


@dataclass(frozen=True)
class Figures:
    own: np.ndarray
    by_year: np.ndarray
    flag: np.ndarray


def judged(measure, form, observed_as, goal, values, rule="pace"):
    of = indicator(target(form, ">=", goal, 2025), id="x", measure=measure, observed_as=observed_as)
    unit = "%" if observed_as == "yearly_change" else "亿元"
    observed = tuple(Observation("x", 2020 + place, value, unit, PLACE) for place, value in enumerate(values))
    plan = Plan(INFO, (of,))
    folder = PlanFolder(plan, observed, (), "plan")
    return next(iter(gap_rows(evaluate(series_of(folder), plan.info, Options(rule=rule))))).values


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(FORMS), st.booleans(), st.sampled_from(SIZES), st.lists(st.sampled_from(SIZES), max_size=5),
    st.sampled_from(RULES),
)  # fmt: skip
def test_every_figure_is_a_number_or_missing(form, changes, goal, values, rule):
    by_change = changes and form[1] in ("growth", "change", "points")
    row = judged(*form, "yearly_change" if by_change else "level", goal, values, rule)
    assert [name for name, value in row.items() if isinstance(value, float) and math.isinf(value)] == []
    assert row["status"] != "undetermined" or row["reason"]


@pytest.mark.parametrize(
    ("form", "observed_as", "goal", "values"),
    [
        (("amount", "change"), "level", 1e300, [1e300, 1e10]),
        (("amount", "growth"), "yearly_change", 5.0, [1.0, 1e200, 1e200]),
        (("amount", "total"), "level", 1.0, [-1.7e308, -1.7e308, -1.7e308]),
        (("rate", "level"), "level", 1.7e308, [-1.7e308, 0.0, 1.0]),
    ],
)  # fmt: skip
def test_what_leaves_the_range_of_numbers_says_so(form, observed_as, goal, values):
    assert "not_finite" in judged(*form, observed_as, goal, values)["reason"]


def test_large_values_that_can_be_computed_with_do_not():
    row = judged("amount", "level", "level", 1e205, [1e200, 1e201, 1e202])
    assert "not_finite" not in row["reason"]
    assert row["actual_rate"] == pytest.approx(900.0)


def test_infinite_figures_are_missing_and_their_cases_named():
    record = Figures(np.array([1.0, np.inf, np.nan]), np.array([[1.0, -np.inf]] * 3), np.array([True, False, True]))
    found, lost = finite(record, 3)
    assert lost.tolist() == [False, True, False]
    np.testing.assert_array_equal(found.own, [1.0, np.nan, np.nan])
    np.testing.assert_array_equal(found.by_year, [[1.0, np.nan]] * 3)
    assert found.flag is record.flag
