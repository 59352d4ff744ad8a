"""What a plan's actuals offer to a backtest: comparable runs, and what the plan required of their years."""

from __future__ import annotations

import numpy as np
import pytest

from builders import INFO, indicator, series, target
from lixia_kpi.assessment.comparable_runs import LONGEST_GAP, comparable_runs, panel_of, split_at_gaps

LEVELS = {2017: 70.0, 2018: 80.0, 2019: 90.0, 2021: 110.0, 2022: 120.0, 2023: 130.0}


def runs_of(values, *targets, baseline=None, **fields):
    return comparable_runs([series(indicator(*targets, **fields), values, baseline=baseline)], INFO)


def test_levels_with_their_baseline_are_one_run():
    (run,) = runs_of(LEVELS, target(), baseline=100.0)
    assert run.values == {**LEVELS, 2020: 100.0}
    assert (run.measure, run.rising) == ("amount", True)


def test_a_break_divides_and_short_runs_are_left_out():
    runs = runs_of(LEVELS, breaks=(2019,))
    assert [run.values for run in runs] == [{y: v for y, v in LEVELS.items() if y >= 2019}]
    assert len(runs_of(LEVELS, breaks=(2021,))) == 2
    assert runs_of({2021: 1.0, 2022: 2.0}) == ()


def test_ranks_are_not_projected():
    assert runs_of(LEVELS, measure="rank", direction="down") == ()


def test_sums_since_the_first_year_become_yearly_flows():
    (run,) = runs_of({2021: 10.0, 2022: 25.0, 2023: 45.0, 2025: 100.0}, observed_as="cumulative")
    assert run.values == {2021: 10.0, 2022: 15.0, 2023: 20.0}


def test_sums_of_another_period_are_no_flows():
    values = {2018: 50.0, 2019: 60.0, 2020: 70.0, 2021: 10.0, 2022: 25.0, 2023: 45.0}
    (run,) = runs_of(values, observed_as="cumulative")
    assert run.values == {2021: 10.0, 2022: 15.0, 2023: 20.0}
    assert runs_of({2022: 25.0, 2023: 45.0, 2024: 60.0}, observed_as="cumulative") == ()


def test_yearly_changes_are_chained_over_unbroken_years():
    changes = {2016: 1.0, 2018: 10.0, 2019: 20.0, 2020: -50.0}
    (run,) = runs_of(changes, target(form="growth", value=5), observed_as="yearly_change", measure="rate", unit="%")
    assert run.measure == "amount"
    assert run.values == pytest.approx({2017: 100.0, 2018: 110.0, 2019: 132.0, 2020: 66.0})
    assert run.required == {}


def test_changes_in_points_add_up():
    (run,) = runs_of(
        {2021: 1.0, 2022: 2.0}, target(form="points", value=5), observed_as="yearly_change", measure="share", unit="%"
    )
    assert run.measure == "index"
    assert run.values == {2020: 0.0, 2021: 1.0, 2022: 3.0}


def test_changes_are_percent_unless_a_target_counts_points():
    yearly = {"observed_as": "yearly_change", "measure": "share", "unit": "%"}
    for targets, measure in (((), "amount"), ((target("growth", value=5), target("points", value=5)), "index")):
        (run,) = runs_of({2021: 1.0, 2022: 2.0}, *targets, **yearly)
        assert run.measure == measure


@pytest.mark.parametrize(
    ("wanted", "of_2022"),
    [
        (target(value=150.0), 100 * 1.5**0.4),
        (target(form="change", value=50), 100 * 1.5**0.4),
        (target(form="growth", value=10), 121.0),
        (target(form="every_year", value=95), 95.0),
        (target(form="points", value=5), 102.0),
    ],
)
def test_required_values_are_levels_on_the_pathway_of_the_first_target(wanted, of_2022):
    (run,) = runs_of(LEVELS, wanted, target(value=900.0, year=2024), baseline=100.0)
    assert run.required[2022] == pytest.approx(of_2022)
    assert set(run.required) == {2021, 2022, 2023, 2024, 2025}


def test_a_share_is_required_by_equal_steps():
    (run,) = runs_of(LEVELS, target(value=150.0), baseline=100.0, measure="share", unit="%")
    assert run.required == pytest.approx({2021: 110, 2022: 120, 2023: 130, 2024: 140, 2025: 150})


def test_a_target_that_requires_no_level_leaves_the_word_to_the_next():
    (run,) = runs_of(LEVELS, target(form="total", value=500.0), target(value=150.0), baseline=100.0)
    assert run.required[2025] == 150
    assert run.required[2021] == pytest.approx(100 * 1.5**0.2)


def test_totals_and_milestones_require_nothing_of_single_years():
    (run,) = runs_of(LEVELS, target(form="total", value=500.0))
    assert run.required == {}


def test_panel_sets_values_and_requirements_side_by_side():
    panel = panel_of(runs_of(LEVELS, target(), baseline=100.0, direction="down"))
    assert panel.values[0].tolist() == [70.0, 80.0, 90.0, 100.0, 110.0, 120.0, 130.0]
    assert np.isnan(panel.required[0, :4]).all()
    assert panel.required[0, 4] == pytest.approx(100 * 1.5**0.2)
    assert panel.rising.tolist() == [False]


def test_years_without_a_value_stay_open_in_a_panel():
    panel = panel_of(runs_of(LEVELS, target()))
    assert panel.values[0].tolist() == pytest.approx([70, 80, 90, np.nan, 110, 120, 130], nan_ok=True)
    assert (panel.rising.tolist(), np.isnan(panel.required).all()) == ([True], True)


def test_long_gaps_divide():
    values = {1900: 1.0, 1900 + LONGEST_GAP: 2.0, 1901 + 2 * LONGEST_GAP: 3.0}
    assert [list(part) for part in split_at_gaps(values)] == [[1900, 1900 + LONGEST_GAP], [1901 + 2 * LONGEST_GAP]]
    assert [list(part) for part in split_at_gaps({1900: 1.0, 1915: 2.0, 1931: 3.0})] == [[1900, 1915], [1931]]
    assert split_at_gaps({}) == [{}]
    assert split_at_gaps({1900: 1.0, 2000: 2.0}) == [{1900: 1.0}, {2000: 2.0}]


def test_a_share_in_per_mille_is_one_in_percent():
    (run,) = runs_of(LEVELS, target(value=200.0), baseline=100.0, measure="share", unit="‰")
    assert run.values == {year: value / 10 for year, value in {**LEVELS, 2020: 100.0}.items()}
    assert run.required[2025] == 20.0
