"""Targets of a plan as cases: base years, what stands beside a baseline, breaks, growth that may be carried on."""

from __future__ import annotations

import math

import numpy as np
import pytest

from builders import INFO, indicator, judged, series, target
from lixia_kpi.assessment.plan_cases import build_cases
from lixia_kpi.plan.model import PrintedGrowth


def cases(*what, values=None, baseline=None, **fields):
    more = {name: fields.pop(name) for name in ("growth", "previous_total") if name in fields}
    return build_cases([series(indicator(*what, **fields), values or {}, baseline=baseline, **more)], INFO)


class TestBaseYear:
    def test_a_period_of_its_own_begins_after_its_base_year(self):
        found = cases(target(start=2022), target(), values={2021: 110.0}, baseline=100.0)
        assert found.base_year.tolist() == [2021, 2020]
        assert found.baseline.tolist() == [110.0, 100.0]

    def test_without_an_observation_in_it_there_is_no_baseline(self):
        assert math.isnan(cases(target(start=2022), values={2022: 110.0}, baseline=100.0).baseline[0])

    def test_a_baseline_has_its_own_year_and_without_one_the_plan_has(self):
        one = series(indicator(target()), {2021: 110.0}, baseline=100.0)._replace(baseline_year=2019)
        assert build_cases([one], INFO).base_year.tolist() == [2019]
        assert build_cases([one._replace(baseline=None)], INFO).base_year.tolist() == [2020]

    def test_a_level_beside_yearly_changes_is_that_of_the_base_year(self):
        changes = {"observed_as": "yearly_change", "measure": "share", "unit": "%"}
        found = cases(target("points", value=5), target("points", value=5, start=2022), baseline=30.0, **changes)
        assert found.level_beside[0] == 30
        assert math.isnan(found.level_beside[1])
        assert [math.isnan(b) for b in found.baseline] == [True, True]


class TestYears:
    def test_they_reach_from_the_first_that_is_known_to_the_last_that_is_due(self):
        found = cases(target(year=2023), target(year=2026), values={2017: 70.0, 2024: 130.0}, baseline=100.0)
        assert found.years.tolist() == list(range(2017, 2027))
        seen = [row[~np.isnan(row)].tolist() for row in found.values]
        assert seen == [[70, 100], [70, 100, 130]]

    def test_a_plan_without_targets_has_those_of_its_period(self):
        assert cases().years.tolist() == list(range(2020, 2026))

    @pytest.mark.parametrize(
        ("values", "breaks", "first"),
        [
            ({2021: 1.0, 2023: 1.0}, (2022,), 2022),
            ({2021: 1.0, 2022: 1.0}, (2022,), 2022),
            ({2021: 1.0, 2022: 1.0}, (2018, 2021, 2023), 2021),
            ({2021: 1.0, 2022: 1.0}, (2024,), 0),
            ({}, (2019, 2021), 2019),
        ],
    )
    def test_what_compares_with_the_latest_value_begins_at_the_last_break_before_it(self, values, breaks, first):
        assert cases(target(), values=values, breaks=breaks).usable_from.tolist() == [first]

    def test_a_break_after_the_target_year_is_none_of_its_business(self):
        found = cases(target(year=2022), target(year=2024), values={2022: 1.0, 2024: 1.0}, breaks=(2023,))
        assert found.usable_from.tolist() == [0, 2023]


class TestPrintedGrowth:
    REAL = PrintedGrowth(7.0, 2016, 2020, "constant_prices")

    @pytest.mark.parametrize(
        ("growth", "fields", "carried", "differs"),
        [
            (REAL, {"basis": "constant_prices"}, 0.07, False),
            (REAL, {"basis": "current_prices"}, None, True),
            (REAL, {}, None, True),
            (PrintedGrowth(7.0, 2016, 2020), {}, None, True),
            (PrintedGrowth(7.0, 2016, 2020), {"unit": "万吨"}, 0.07, False),
            (PrintedGrowth(7.0, 2016, 2020), {"unit": "元/人"}, None, True),
            (PrintedGrowth(7.0, 2016, 2020), {"unit": "亿美元"}, None, True),
            (PrintedGrowth(7.0, 2016, 2020), {"unit": "万英镑"}, None, True),
            (PrintedGrowth(7.0, 2016, 2020), {"unit": "million euros"}, None, True),
            (PrintedGrowth(7.0, 2016, 2020), {"unit": "亿日元"}, None, True),
            (PrintedGrowth(7.0, 2016, 2020), {"unit": "港元"}, None, True),
            (PrintedGrowth(7.0, 2016, 2020), {"measure": "index", "unit": "点"}, 0.07, False),
            (REAL, {"observed_as": "yearly_change", "measure": "rate", "unit": "%"}, None, False),
            (None, {}, None, False),
        ],
    )
    def test_money_needs_the_same_prices_and_only_levels_are_carried_on(self, growth, fields, carried, differs):
        found = cases(target(), baseline=100.0, growth=growth, **fields)
        assert (None if math.isnan(found.printed_growth[0]) else found.printed_growth[0]) == carried
        assert found.basis_differs.tolist() == [differs]

    def test_a_total_does_not_go_on_from_the_growth_of_a_level(self):
        found = cases(target("total", value=900), baseline=100.0, growth=self.REAL, basis="constant_prices")
        assert math.isnan(found.printed_growth[0])


class TestWhatTotalsAndChangesAskFor:
    def asked(self, what, **known):
        found = judged(series(indicator(what), {}, **known))
        return found.required_growth[0], found.target_level[0]

    def test_a_five_year_total_grows_from_the_five_years_before(self):
        growth, _ = self.asked(target("total", value=60), baseline=9.0, previous_total=40.0)
        assert growth == pytest.approx(1.5**0.2 - 1)

    def test_one_over_another_length_grows_from_the_flow_of_its_base_year(self):
        growth, _ = self.asked(
            target("total", value=9 * (1.1 + 1.21 + 1.331), year=2023), baseline=9.0, previous_total=40.0
        )
        assert growth == pytest.approx(0.1)

    def test_the_level_of_a_change_is_counted_from_the_baseline(self):
        assert self.asked(target("change", value=20), baseline=100.0)[1] == pytest.approx(120)
        assert self.asked(target("points", value=20), baseline=100.0)[1] == pytest.approx(120)
        assert math.isnan(self.asked(target(value=120), baseline=100.0)[1])
        assert math.isnan(self.asked(target("total", value=120), baseline=100.0)[1])
        yearly = indicator(target("change", value=20), observed_as="yearly_change", measure="rate", unit="%")
        assert math.isnan(judged(series(yearly, {}, baseline=100.0)).target_level[0])


class TestGoal:
    @pytest.mark.parametrize(
        ("form", "value", "goal"),
        [
            ("change", 20, 1.2),
            ("change", -100, 0),
            ("growth", 20, 1.2**5),
            ("growth", -99, 0.01**5),
            ("growth", -100, None),
        ],
    )
    def test_an_average_growth_compounds_and_none_leaves_nothing(self, form, value, goal):
        found = cases(target(form, value=value))
        assert found.start.tolist() == [1]
        assert math.isnan(found.goal[0]) if goal is None else found.goal[0] == pytest.approx(goal)

    def test_what_was_once_worked_out_of_cases_cannot_be_written_to(self):
        found = cases(target(), target("change", value=20))
        for array in (found.by_rate, found.from_levels, found.span, found.on("compound")):
            with pytest.raises(ValueError, match="read-only"):
                array[:] = False


def test_a_figure_in_another_unit_is_known_by_its_series():
    one = series(indicator(target()), {}, baseline=100.0)
    both = build_cases([one, one._replace(reasons=("unit_mismatch",))], INFO)
    assert both.unit_mismatch.tolist() == [False, True]
