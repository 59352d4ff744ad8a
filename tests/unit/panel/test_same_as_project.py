"""The rows of a panel are those of `kpi project` for the same figures, in every column, bit for bit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import INFO, PLACE, indicator, target
from lixia_kpi.actuals.observation import Observation
from lixia_kpi.assessment.evaluate import evaluate
from lixia_kpi.assessment.options import Options
from lixia_kpi.folder.open import PlanFolder
from lixia_kpi.folder.series import series_of
from lixia_kpi.panel.block import Setting
from lixia_kpi.plan.bounds import bounds_of_value
from lixia_kpi.plan.model import Plan
from lixia_kpi.tables.columns import COLUMNS, PROJECT
from lixia_kpi.tables.project import gap_rows
from panels import judge_rows

UNITS = {"share": "%", "rate": "%", "count": "个", "rank": "位"}
FORMS = {
    "amount": ("level", "growth", "change", "total", "every_year", "milestone"),
    "count": ("level", "change", "total", "every_year"),
    "share": ("level", "points", "every_year"),
    "index": ("level", "points"),
    "rate": ("level", "every_year"),
    "rank": ("level",),
}
OBSERVED = (0.0, 3.0, 18.5, 54.9, 55.0, 61.3, 88.8, 101.0, 140.0)
VALUES = {"growth": 6.0, "change": -12.5, "points": 4.0, "total": 300.0, "milestone": 1.0}


@st.composite
def indicators(draw, name: str):
    measure = draw(st.sampled_from(sorted(FORMS)))
    direction = draw(st.sampled_from(["up", "down"]))
    promised = []
    for year in draw(st.sampled_from([(2025,), (2023, 2025), (2027,)])):
        form = draw(st.sampled_from(FORMS[measure]))
        value = VALUES.get(form, draw(st.sampled_from([20.0, 55.0, 62.5, 90.0, 150.0])))
        op = draw(st.sampled_from([">=", "<=", "=", "~", ">", "<"]))
        promised.append(target(form, op, value, year, decimals=draw(st.integers(0, 2))))
    changes = all(t.form in ("growth", "change") for t in promised) and draw(st.booleans())
    return indicator(
        *promised,
        id=name,
        measure=measure,
        direction=direction,
        unit=UNITS.get(measure, "亿元"),
        observed_as="yearly_change" if changes else "level",
        breaks=draw(st.sampled_from([(), (2022,), (2019, 2023)])),
        doubt=draw(st.sampled_from([None, "?"])),
    )


@st.composite
def plans(draw):
    chosen = tuple(draw(indicators(f"i{number}")) for number in range(draw(st.integers(1, 4))))
    observations = []
    for one in chosen:
        years = draw(st.lists(st.integers(2014, 2026), min_size=1, unique=True))
        unit = "%" if one.observed_as == "yearly_change" else one.unit
        bounds = bounds_of_value(one.measure, one.unit, one.observed_as)
        for year in years:
            value = draw(st.sampled_from([value for value in OBSERVED if bounds.hold(value)]))
            observations.append(Observation(one.id, year, value, unit, PLACE))
    return Plan(INFO, chosen), tuple(observations)


def both(plan, observations, options):
    """Give the rows of `kpi project` and of `kpi panel`, by id and in the order of target years."""
    folder = PlanFolder(plan, observations, (), "plan")
    series = series_of(folder, as_of=options.as_of)
    projected = [row.values for row in gap_rows(evaluate(series, plan.info, options))]
    projected = [row for row in projected if any(o.id == row["id"] for o in observations)]
    projected.sort(key=lambda row: (row["id"], row["target_year"]))
    rng = np.random.default_rng(len(observations))
    shuffled = [observations[k] for k in rng.permutation(len(observations))]
    columns = {
        "region": ["A"] * len(shuffled), "id": [o.id for o in shuffled], "year": [o.year for o in shuffled],
        "value": [o.value for o in shuffled], "unit": [o.unit for o in shuffled],
    }  # fmt: skip
    judged = judge_rows(columns, plan=plan, setting=Setting(options, plan.info.cuts))
    return projected, judged.rows


def as_text(value, kind):
    if kind == "flag":
        return None if value is None else str(value).lower()
    if isinstance(value, tuple):
        return ";".join(value) or None
    return value


def assert_same(projected, rows):
    assert len(projected) == len(rows)
    for row, other in zip(projected, rows, strict=True):
        for column in PROJECT:
            kind = COLUMNS[column].kind
            one, two = as_text(row[column], kind), other[column]
            assert one == two, (column, row["id"], row["form"], one, two)


@settings(max_examples=30, deadline=None)
@given(plans(), st.sampled_from([None, 2023]), st.sampled_from([80, 95]))
def test_every_column_is_that_of_project(given_plan, as_of, interval):
    plan, observations = given_plan
    assert_same(*both(plan, observations, Options(as_of=as_of, interval=interval)))


@settings(max_examples=15, deadline=None)
@given(plans(), st.sampled_from(["eurostat", "unsd_2022", "destatis", "china_intensity", "statcan"]))
def test_so_is_the_verdict_of_a_published_rule(given_plan, rule):
    plan, observations = given_plan
    assert_same(*both(plan, observations, Options(rule=rule)))


@pytest.mark.parametrize("method", ["linear", "cagr", "theta"])
def test_so_is_another_method_to_another_year(method):
    promised = indicator(target("level", ">=", 150.0, 2025), target("total", ">=", 700.0, 2026), id="gdp")
    values = {2018: 88.0, 2020: 100.0, 2021: 107.0, 2022: 113.0, 2023: 125.0}
    observations = tuple(Observation("gdp", year, value, "亿元", PLACE) for year, value in values.items())
    projected, rows = both(Plan(INFO, (promised,)), observations, Options(method=method, to=2030))
    assert_same(projected, rows)
    assert rows[0]["projected"] is not None


def test_values_in_another_unit_are_converted_exactly():
    promised = indicator(target("level", ">=", 3000.0, 2025), id="gdp")
    printed = {2020: (191.041, "billion yuan"), 2021: (2200.5, "亿元"), 2023: (24469000.0, "万元")}
    observations = tuple(Observation("gdp", year, value, unit, PLACE) for year, (value, unit) in printed.items())
    projected, rows = both(Plan(INFO, (promised,)), observations, Options())
    assert_same(projected, rows)
    assert (rows[0]["baseline"], rows[0]["latest"]) == (1910.41, 2446.9)
