"""Plain continuation: shown for strong and steady growth only, and equal to the compound growth carried on."""

from __future__ import annotations

import numpy as np
import pytest

from builders import indicator, judged, series, target
from lixia_kpi.assessment.plain_continuation import LEAST_GROWTH, SIGNAL_TO_NOISE, continue_plainly, strong_and_steady

STEADY = {2021: 110.0, 2022: 122.0, 2023: 133.1}


def continued(values, *targets, baseline=100.0, **fields):
    found = continue_plainly(judged(series(indicator(*targets, **fields), values, baseline=baseline)))
    return found.growth[0], found.value[0]


def test_steady_growth_is_carried_on_to_the_target_year():
    growth, value = continued(STEADY, target())
    assert growth == pytest.approx(0.1)
    assert value == pytest.approx(133.1 * 1.1**2)


def test_a_change_is_given_in_percent_and_a_total_as_the_sum():
    assert continued(STEADY, target(form="change", value=50))[1] == pytest.approx(100 * (1.1**5 - 1))
    flows = {2020: 9.0, 2021: 10.0, 2022: 11.0, 2023: 12.2}
    growth, value = continued(flows, target(form="total", value=60.0), baseline=None)
    ahead = 12.2 * (1 + growth), 12.2 * (1 + growth) ** 2
    assert value == pytest.approx(10 + 11 + 12.2 + sum(ahead))


@pytest.mark.parametrize(
    "values",
    [
        {2021: 103.0, 2022: 106.0, 2023: 109.0},
        {2021: 150.0, 2022: 110.0, 2023: 160.0},
        {2021: 90.0, 2022: 81.0, 2023: 73.0},
        {2021: 110.0, 2022: 121.0},
        {**STEADY, 2024: 146.0, 2025: 161.0},
    ],
    ids=["slow", "unsteady", "falling", "too few", "known already"],
)
def test_nothing_else_is(values):
    assert np.isnan(continued(values, target())).all()


def test_shares_do_not_compound():
    share = {2021: 22.0, 2022: 24.2, 2023: 26.6}
    assert np.isnan(continued(share, target(value=40), baseline=20.0, measure="share", unit="%")).all()


def test_the_rule_is_the_one_that_is_stated():
    mean = np.log1p(LEAST_GROWTH) * 2
    for ratio, expected in ((SIGNAL_TO_NOISE * 1.01, True), (SIGNAL_TO_NOISE * 0.99, False)):
        noise = mean / ratio
        growth = mean + noise * np.array([-1.0, 0.0, 1.0])
        values = 100 * np.exp(np.cumsum(np.concatenate([[0.0], growth])))
        assert strong_and_steady(values[None, :]).tolist() == [expected]
    weak = 100 * (1 + LEAST_GROWTH * 0.99) ** np.arange(5.0)
    assert strong_and_steady(np.array([weak, 100 * (1 + LEAST_GROWTH * 1.01) ** np.arange(5.0)])).tolist() == [
        False, True
    ]  # fmt: skip


def test_growth_that_scatters_nearly_as_much_as_it_is_large_is_not_steady():
    """Means of yearly growth 1.1 and 1.2 times its scatter, and two of 2.3 and 2.9 times."""
    values = np.array(
        [[100, 120, 118, 140, 150.0], [100, 125, 130, 160, 165], [100, 115, 123, 146, 158], [100, 112, 121, 140, 150]]
    )
    logs = np.diff(np.log(values), axis=1)
    assert (logs.mean(axis=1) / logs.std(axis=1, ddof=1)).round(1).tolist() == [1.1, 1.2, 2.3, 2.9]
    assert strong_and_steady(values).tolist() == [False, False, True, True]


def test_a_gap_is_spread_over_its_years_and_what_is_not_positive_does_not_grow():
    missing = np.nan
    values = np.array(
        [
            [100, missing, missing, 133.1, 146.4, 161.0],
            [0.1, 0.11, 0.121, 0.133, 0.146, 0.161],
            [0.0, 100.0, 110.0, 121.0, 133.0, 146.0],
            [-90.0, 100.0, 110.0, 121.0, 133.0, 146.0],
        ]
    )
    assert strong_and_steady(values).tolist() == [True, True, False, False]


def test_each_case_is_continued_to_its_own_year_whatever_stands_beside_it():
    """Of a count with targets in 2024 and 2026 and another in 2029 that falls: as each alone."""
    rising = indicator(target(year=2024), target(year=2026), target("growth", value=8, year=2024), measure="count")
    falling = indicator(target(op="<=", value=50, year=2029), direction="down")
    both = judged(series(rising, STEADY, baseline=100.0), series(falling, {2021: 90.0, 2023: 73.0}, baseline=100.0))
    found = continue_plainly(both)
    assert found.growth[:3] == pytest.approx(0.1)
    assert found.value[:3] == pytest.approx([133.1 * 1.1, 133.1 * 1.1**3, 10.0])
    assert np.isnan(found.growth[3])
    assert np.isnan(found.value[3])
