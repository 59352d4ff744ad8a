"""What is handed to the projection: comparable values that end at the latest, and what they are counted from."""

from __future__ import annotations

import numpy as np
import pytest

from builders import INFO, indicator, series, target
from lixia_kpi.assessment.plan_cases import build_cases
from lixia_kpi.assessment.projected_series import series_to_project

NONE = np.nan
SHARE = {"measure": "share", "unit": "%"}


def projected(*what):
    return series_to_project(build_cases(what, INFO))


def of(what, values, *, baseline=None, **fields):
    """The values that are known, by how many years before the origin, then origin, measure and base."""
    found = projected(series(indicator(what, **fields), values, baseline=baseline))
    row = found.values[0][::-1]
    known = {k: float(row[k]) for k in range(len(row)) if not np.isnan(row[k])}
    return known, int(found.origin[0]), str(found.measure[0]), float(found.base[0])


def test_every_row_ends_at_its_own_latest_value():
    found = projected(
        series(indicator(target()), {2021: 11.0, 2024: 14.0}, baseline=10.0),
        series(indicator(target()), {2021: 21.0, 2022: 22.0}, baseline=20.0),
        series(indicator(target()), {2023: 33.0, 2025: 35.0}, baseline=30.0),
        series(indicator(target()), {}),
    )
    assert found.origin.tolist() == [2024, 2022, 2025, 2020]
    assert found.values == pytest.approx(
        np.array(
            [
                [NONE, 10, 11, NONE, NONE, 14],
                [NONE, NONE, NONE, 20, 21, 22],
                [30, NONE, NONE, 33, NONE, 35],
                [NONE] * 6,
            ]
        ),
        nan_ok=True,
    )


def test_levels_are_projected_as_they_are():
    assert of(target(), {2018: 8.0, 2022: 12.0}, baseline=10.0) == ({0: 12, 2: 10, 4: 8}, 2022, "amount", 10)
    assert of(target("change", value=20), {2022: 12.0}, baseline=10.0) == ({0: 12, 2: 10}, 2022, "amount", 10)
    assert of(target("points", value=2), {2022: 12.0}, baseline=10.0, **SHARE) == ({0: 12, 2: 10}, 2022, "share", 10)


def test_yearly_changes_chain_to_an_index_that_begins_a_year_before_them():
    changes = {2019: 10.0, 2021: 10.0, 2022: -50.0}
    values, origin, measure, base = of(target("change", value=20), changes, observed_as="yearly_change", **SHARE)
    assert values == pytest.approx({2: 1, 1: 1.1, 0: 0.55})
    assert (origin, measure, base) == (2022, "amount", 1)


def test_an_index_counts_from_the_base_year_and_not_from_its_own_first():
    changes = {2019: 10.0, 2020: 20.0, 2021: 10.0}
    values, _, _, base = of(target("change", value=20), changes, observed_as="yearly_change", **SHARE)
    assert values == pytest.approx({2: 1.1, 1: 1.32, 0: 1.452})
    assert base == pytest.approx(1.32)
    late = of(target("change", value=20), {2022: 10.0}, observed_as="yearly_change", **SHARE)
    assert np.isnan(late[3])


def test_yearly_points_add_up():
    points = {2021: 1.0, 2022: 0.5}
    found = of(target("points", value=5), points, observed_as="yearly_change", **SHARE)
    assert found == ({2: 0, 1: 1, 0: 1.5}, 2022, "index", 0)


def test_a_running_sum_is_taken_apart_into_the_flows_of_its_period():
    sums = {2019: 40.0, 2020: 50.0, 2021: 10.0, 2022: 25.0, 2024: 60.0}
    assert of(target("total", value=90), sums, observed_as="cumulative")[:2] == ({3: 10, 2: 15}, 2024)


def test_values_before_a_break_are_left_out_and_changes_are_not():
    assert of(target(), {2021: 11.0, 2022: 30.0, 2023: 33.0}, baseline=10.0, breaks=(2022,))[0] == {1: 30, 0: 33}
    chain = of(
        target("change", value=5), {2021: 10.0, 2022: 10.0}, breaks=(2022,), observed_as="yearly_change", **SHARE
    )
    assert chain[0] == pytest.approx({2: 1, 1: 1.1, 0: 1.21})
    assert chain[3] == 1


def test_a_rank_or_a_milestone_is_not_projected():
    assert of(target("milestone", value=9), {2021: 1.0, 2022: 2.0})[0] == {}
    assert of(target(op="<=", value=9), {2021: 1.0}, measure="rank", direction="down", unit="位")[0] == {}


@pytest.mark.parametrize("what", [{"measure": "amount"}, SHARE, {"measure": "rate", "unit": "%"}])
def test_changes_that_a_bound_is_set_to_are_rates_whatever_changes(what):
    changes = {2021: 3.0, 2022: 1.0}
    found = of(target("every_year", value=0.0), changes, observed_as="yearly_change", **what)
    assert (found[0], found[2]) == ({1: 3, 0: 1}, "rate")


def test_a_share_in_per_mille_is_projected_in_percent():
    per_mille = indicator(target(value=600.0), measure="share", unit="‰")
    found = projected(
        series(per_mille, {2022: 500.0}), series(indicator(target(value=60.0), **SHARE), {2022: 50.0}),
        series(indicator(target(value=60.0), measure="rate", unit="‰"), {2022: 50.0}),
        series(indicator(target("points"), measure="share", unit="‰", observed_as="yearly_change"), {2022: 1.0}),
    )  # fmt: skip
    assert found.scale.tolist() == [10, 1, 1, 1]
