"""Targets judged side by side get what each gets alone, whatever form, period and gaps the others have."""

from __future__ import annotations

import pytest

from builders import indicator, judged, series, target
from lixia_kpi.assessment.annual import annual_targets
from lixia_kpi.assessment.annual_result import annual_result
from lixia_kpi.assessment.plain_continuation import continue_plainly
from lixia_kpi.plan.model import PrintedGrowth
from lixia_kpi.tables.project import gap_rows

GROWING = {2021: 108.0, 2022: 117.0, 2023: 126.0}
FALLING = {2021: 96.0, 2022: 90.0, 2024: 81.0}
CAP = {"measure": "rate", "unit": "%", "direction": "down"}
SHARE = {"measure": "share", "unit": "%"}
CHANGES = {"observed_as": "yearly_change", "measure": "rate", "unit": "%"}
RANK = {"measure": "rank", "unit": "位", "direction": "down"}
ASSORTED = [
    series(indicator(target(), target(op=">", value=118, year=2023)), GROWING, baseline=100),
    series(indicator(target(value=140), breaks=(2022,)), {2018: 70.0, **GROWING}, baseline=100),
    series(indicator(target("change", "<=", -20), direction="down"), FALLING, baseline=100),
    series(indicator(target("change", "<=", -20), direction="down", breaks=(2022,)), FALLING, baseline=100),
    series(indicator(target("growth", value=7), basis="constant_prices"), GROWING, baseline=100),
    series(indicator(target("growth", value=7), **CHANGES), {2021: 7.8, 2022: 4.5, 2023: 6.0}),
    series(indicator(target("growth", value=7), **CHANGES), {2021: 7.8, 2023: 6.0}),
    series(indicator(target("change", "<=", -13.5), direction="down", **CHANGES), {2021: -3.0, 2022: -2.5}),
    series(indicator(target("points", value=5), **SHARE), {2022: 33.0, 2023: 34.0}, baseline=30),
    series(indicator(target("points", value=5), **SHARE, observed_as="yearly_change"), {2021: 1.0, 2022: 0.5}),
    series(indicator(target("total", value=60)), {2021: 10.0, 2022: 11.0}, baseline=9, previous_total=40),
    series(indicator(target("total", value=20)), {2022: 21.0}),
    series(indicator(target("total", value=60), breaks=(2023,)), {2021: 10.0, 2022: 11.0, 2023: 11.5}),
    series(indicator(target("total", value=30), observed_as="cumulative"), {2021: 5.0, 2022: 11.0, 2023: 18.0}),
    series(indicator(target("total", "<=", 60, year=2026, start=2022), direction="down"), {2022: 11.0, 2023: 9.0}),
    series(indicator(target("every_year", "<=", 3.5), **CAP), {2021: 3.1, 2022: 3.6, 2023: 3.2}, baseline=2.0),
    series(indicator(target("every_year", "<=", 3.5), **CAP), dict.fromkeys(range(2021, 2026), 3.5)),
    series(indicator(target("milestone", value=1), measure="count", unit="家"), {2022: 0.0}, baseline=0),
    series(indicator(target(op="<=", value=10), **RANK), {2019: 16.0, 2022: 12.0}, baseline=14),
    series(indicator(target(value=65), **SHARE), {2010: 50.0, 2019: 60.0, 2021: 63.0, 2023: 64.0}, baseline=62),
    series(indicator(target(value=90), measure="index", unit="点"), {2021: 101.0, 2022: 99.0}, baseline=100),
    series(indicator(target(value=90)), {}, baseline=80, growth=PrintedGrowth(7.0, 2016, 2020), previous_total=40),
    series(indicator(target(value=90)), {}),
    series(indicator(target(op="~", value=130, year=2030)), {2021: 108.0, 2022: 112.0, 2023: 119.0}, baseline=100),
]


def results(*what, **options):
    """The gap table, the yearly targets from both starts with what came of them, and plain continuation; by case."""
    found = judged(*what, **options)
    rows = [dict(row.values) | {"trend": row.trend, "done": row.done} for row in gap_rows(found)]
    for start in ("baseline", "latest"):
        plan = annual_targets(found.cases, found.progress, start=start)
        came = annual_result(found.cases, found.progress, plan)
        for number, row in enumerate(rows):
            here = plan.asked[number]
            years = (plan.planned, plan.cumulative, came.actual, came.cumulative, came.difference, came.status)
            row |= {f"{start} {k}": array[number][here].tolist() for k, array in enumerate(years)}
    plain = continue_plainly(found)
    for number, row in enumerate(rows):
        row |= {"growth": plain.growth[number], "value": plain.value[number]}
    return rows


@pytest.mark.parametrize("rule", ["pace", "destatis", "statcan"])
def test_each_target_is_judged_as_if_it_stood_alone(rule):
    together = results(*ASSORTED, rule=rule)
    alone = [row for one in ASSORTED for row in results(one, rule=rule)]
    for row, single in zip(together, alone, strict=True):
        for name, value in single.items():
            numbers = isinstance(value, float) or (isinstance(value, list) and not isinstance(value[0], str))
            expected = pytest.approx(value, rel=1e-9, abs=1e-12, nan_ok=True) if numbers else value
            assert row[name] == expected, (name, single["form"], single["id"])
