"""Notes: what a reader should know of a row beyond its figures."""

from __future__ import annotations

import pytest

from builders import indicator, judged, row, series, target
from lixia_kpi.assessment.codes import PLAN_NOTES

LAST = {"method": "last"}


def notes(*arguments, **fields):
    return row(*arguments, **fields)["notes"]


@pytest.mark.parametrize(("standing", "said"), [("preliminary", "latest_preliminary"), ("expected", "latest_expected")])
def test_the_standing_of_the_latest_figure_is_said_and_of_no_other(standing, said):
    values = {2021: 110, 2022: 120}
    assert said in notes(target(), values, baseline=100, statuses={2022: standing})
    assert said not in notes(target(), values, baseline=100, statuses={2021: standing})
    assert said not in notes(target(), values, baseline=100)


def test_what_the_files_say_of_a_row_is_carried_on():
    plain = series(indicator(target()), {2021: 110}, baseline=100)
    marked = plain._replace(
        notes=("baseline_differs", "derived"),
        indicator=indicator(target(dated=False), doubt="范围未定"),
    )
    assert judged(marked).notes[0][-4:] == PLAN_NOTES
    assert not set(PLAN_NOTES) & set(judged(plain).notes[0])


class TestMetButWorsening:
    @pytest.mark.parametrize(
        ("values", "worsening"),
        [
            ({2021: 170, 2022: 160}, True),
            ({2021: 160, 2022: 170}, False),
            ({2021: 160, 2022: 160}, False),
            ({2021: 170, 2023: 160}, True),
            ({2022: 160}, False),
            ({2021: 150, 2022: 140}, False),
        ],
    )
    def test_the_latest_value_is_worse_than_the_one_before(self, values, worsening):
        assert ("met_but_worsening" in notes(target(), values, baseline=100)) == worsening

    def test_downward_a_rise_is_worse(self):
        fall = {"direction": "down"}
        assert "met_but_worsening" in notes(target(op="<=", value=50), {2021: 40, 2022: 45}, baseline=100, **fall)
        assert "met_but_worsening" not in notes(target(op="<=", value=50), {2021: 45, 2022: 40}, baseline=100, **fall)

    def test_of_yearly_changes_the_sign_counts(self):
        yearly = {"observed_as": "yearly_change", "measure": "rate", "unit": "%"}
        assert "met_but_worsening" in notes(target("change", value=5), {2021: 9, 2022: -1}, **yearly)
        assert "met_but_worsening" not in notes(target("change", value=5), {2021: 9, 2022: 1}, **yearly)
        down = target("change", "<=", -5)
        assert "met_but_worsening" in notes(down, {2021: -9, 2022: 1}, direction="down", **yearly)

    def test_flows_of_a_sum_and_values_before_a_break_are_not_compared(self):
        assert "met_but_worsening" not in notes(target("total", value=20), {2021: 20, 2022: 10})
        milestone = target("milestone", value=100)
        assert "met_but_worsening" in notes(milestone, {2021: 170, 2022: 160})
        assert "met_but_worsening" not in notes(milestone, {2021: 170, 2022: 160}, breaks=(2022,))
        assert "met_but_worsening" in notes(milestone, {2021: 170, 2022: 160}, breaks=(2021,))


class TestPaceAndProjection:
    @pytest.mark.parametrize(
        ("what", "values", "baseline", "status", "likely", "differ"),
        [
            (target(value=144), {2021: 110, 2022: 118, 2023: 124.5}, 100, "on_track", False, True),
            (target(value=127), {2021: 102, 2022: 106, 2023: 114}, 100, "behind", False, False),
            (target(value=120, year=2030), {2021: 100, 2022: 110, 2023: 119.5}, 122, "reversing", True, True),
            (target("total", value=48), {2021: 6, 2022: 8, 2023: 13}, None, "behind", True, True),
            (target("total", value=44), {2021: 8, 2022: 9, 2023: 10}, None, "on_track", True, False),
        ],
    )
    def test_they_differ_where_the_chance_lies_on_the_other_side_of_one_half(
        self, what, values, baseline, status, likely, differ
    ):
        got = row(what, values, baseline=baseline)
        assert (got["status"], got["probability"] > 0.5) == (status, likely)
        assert ("pace_and_projection_differ" in got["notes"]) == differ

    def test_without_a_chance_they_do_not(self):
        assert "pace_and_projection_differ" not in notes(target(), {2021: 101}, baseline=100, options=LAST)


class TestOnlyOneObservation:
    @pytest.mark.parametrize(
        ("values", "alone"),
        [({2022: 110}, True), ({2021: 105, 2022: 110}, False), ({2022: 160}, False), ({2025: 110}, False), ({}, False)],
    )
    def test_it_is_said_where_it_matters(self, values, alone):
        assert ("only_one_observation" in notes(target(), values, baseline=100)) == alone

    def test_values_outside_of_the_period_do_not_count(self):
        assert "only_one_observation" in notes(target(year=2023), {2018: 90, 2022: 110, 2024: 120}, baseline=100)
