"""Rules of one target: each case with its neighbour that is right."""

import pytest

from unit.plan.sample import codes_of

SHARE = {"measure": "share", "unit": "%"}
RANK = {"measure": "rank", "direction": "down", "unit": "位"}
COUNT = {"measure": "count", "unit": "家"}


def wrong(code):
    return [("error", code)]


def warned(code):
    return [("warning", code)]


@pytest.mark.parametrize("op", [">=", ">", "<=", "<", "=", "~"])
@pytest.mark.parametrize("direction", ["up", "down"])
@pytest.mark.parametrize("form", ["level", "growth", "change", "total", "every_year", "milestone"])
def test_the_comparator_goes_with_the_direction(op, direction, form):
    value = -5 if form in ("growth", "change") and direction == "down" else 5
    against = op in ({"up": ("<=", "<"), "down": (">=", ">")}[direction])
    found = codes_of(f"year: 2025, form: {form}, op: '{op}', value: {value}", direction=direction)
    assert found == (wrong("comparator_against_direction") if against else [])


@pytest.mark.parametrize(
    ("form", "measures"),
    [
        ("growth", {"amount", "count", "share", "index", "rate"}),
        ("change", {"amount", "count", "share", "index", "rate"}),
        ("points", {"share", "index", "rate"}),
        ("total", {"amount", "count"}),
        ("level", {"amount", "count", "share", "index", "rate", "rank"}),
        ("every_year", {"amount", "count", "share", "index", "rate", "rank"}),
        ("milestone", {"amount", "count", "share", "index", "rate", "rank"}),
    ],
)
def test_the_form_goes_with_the_measure(form, measures):
    for measure in ("amount", "count", "share", "index", "rate", "rank"):
        found = codes_of(
            f"year: 2025, form: {form}, op: '=', value: 5", measure=measure, unit="%" if measure == "share" else "家"
        )
        assert found == ([] if measure in measures else wrong("form_not_for_measure"))


@pytest.mark.parametrize(
    ("observed_as", "forms"),
    [
        ("level", {"level", "growth", "change", "points", "total", "every_year", "milestone"}),
        ("yearly_change", {"growth", "change", "points", "every_year", "milestone"}),
        ("cumulative", {"total", "milestone"}),
    ],
)
def test_the_form_goes_with_what_the_actuals_are(observed_as, forms):
    for form in ("level", "growth", "change", "points", "total", "every_year", "milestone"):
        kind = COUNT if form == "total" else SHARE
        target = f"year: 2025, form: {form}, op: '>=', value: 5"
        found = codes_of(target, **kind, more=f"observed_as: {observed_as}")
        assert found == ([] if form in forms else wrong("form_not_for_observed_as"))


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ("year: 2021", []),
        ("year: 2025", []),
        ("year: 2020", wrong("target_before_baseline")),
        ("year: 2019", wrong("target_before_baseline")),
        ("year: 2026", warned("target_after_period")),
        ("period: {start: 2021, end: 2025}", []),
        ("period: {start: 2025, end: 2025}", []),
        ("period: {start: 2025, end: 2024}", wrong("period_reversed")),
        ("period: {start: 2016, end: 2020}", wrong("target_before_period")),
        ("period: {start: 2020, end: 2025}", warned("target_starts_before_period")),
        ("period: {start: 2026, end: 2030}", warned("target_after_period")),
        ("year: 2025, period: {start: 2021, end: 2025}", wrong("year_and_period")),
    ],
)
def test_years(years, expected):
    assert codes_of(f"{years}, form: total, op: '>=', value: 5") == expected


@pytest.mark.parametrize(
    ("target", "kind", "expected"),
    [
        ("form: level, op: '>=', value: 3, value_high: 4", {}, []),
        ("form: level, op: '>=', value: 4, value_high: 3", {}, wrong("range_wrong_way")),
        ("form: level, op: '>=', value: 4, value_high: 4", {}, wrong("range_wrong_way")),
        ("form: level, op: '<=', value: 4, value_high: 3", {"direction": "down"}, []),
        ("form: level, op: '<=', value: 3, value_high: 4", {"direction": "down"}, wrong("range_wrong_way")),
        ("form: growth, op: '>=', value: 6, value_high: 6.5", {}, []),
        ("form: change, op: '<=', value: -10, value_high: -15", {"direction": "down"}, []),
        ("form: change, op: '<=', value: -15, value_high: -10", {"direction": "down"}, wrong("range_wrong_way")),
        ("form: total, op: '=', value: 1, value_high: 2", COUNT, []),
        ("form: milestone, op: '>=', value: 1, value_high: 2", COUNT, wrong("range_not_for_form")),
        ("form: level, op: '<=', value: 10, value_high: 8", RANK, wrong("range_not_for_form")),
    ],
)
def test_ranges(target, kind, expected):
    assert codes_of(f"year: 2025, {target}", **kind) == expected


@pytest.mark.parametrize(
    ("form", "observed_as", "unit", "expected"),
    [
        ("points", "level", "‰", wrong("unit_for_form")),
        ("points", "level", "%", []),
        ("points", "level", "点", []),
        ("points", "level", "基点", wrong("unit_for_form")),
        ("points", "level", "百分点", []),
        ("points", "yearly_change", "‰", wrong("unit_for_form")),
        ("every_year", "yearly_change", "‰", wrong("unit_for_form")),
        ("milestone", "yearly_change", "‰", wrong("unit_for_form")),
        ("every_year", "yearly_change", "%", []),
        ("every_year", "level", "‰", []),
        ("growth", "yearly_change", "‰", []),
        ("level", "level", "‰", []),
    ],
)
def test_points_and_bounds_of_changes_are_not_set_against_parts_of_a_percent(form, observed_as, unit, expected):
    more = f"observed_as: {observed_as}"
    assert codes_of(f"year: 2025, form: {form}, op: '>=', value: 2", measure="rate", unit=unit, more=more) == expected


def test_tolerance_belongs_to_about():
    assert codes_of("year: 2025, form: level, op: '~', value: 3, tolerance: 2.5") == []
    assert codes_of("year: 2025, form: level, op: '=', value: 3, tolerance: 2.5") == wrong("tolerance_without_about")
    assert codes_of("year: 2025, form: level, op: '~', value: 3, tolerance: 0") == wrong("out_of_bounds")


@pytest.mark.parametrize(
    ("target", "kind", "expected"),
    [
        ("form: level, op: '>=', value: 0", SHARE, []),
        ("form: level, op: '>=', value: 100", SHARE, []),
        ("form: level, op: '>=', value: 100.1", SHARE, wrong("share_out_of_bounds")),
        ("form: level, op: '>=', value: -0.1", SHARE, wrong("share_out_of_bounds")),
        ("form: level, op: '>', value: 100", SHARE, wrong("unreachable_target")),
        ("form: level, op: '>=', value: 90, value_high: 110", SHARE, wrong("share_out_of_bounds")),
        ("form: level, op: '>=', value: 999", {"measure": "share", "unit": "‰"}, []),
        ("form: level, op: '>=', value: 1001", {"measure": "share", "unit": "‰"}, wrong("share_out_of_bounds")),
        ("form: every_year, op: '>=', value: 101", SHARE, wrong("share_out_of_bounds")),
        ("form: level, op: '>=', value: 101", {"measure": "index", "unit": "上年=100"}, []),
        ("form: points, op: '>=', value: 100", SHARE, []),
        ("form: points, op: '>=', value: 101", SHARE, wrong("points_beyond_share")),
        ("form: points, op: '>=', value: 101", {"measure": "index", "unit": "点"}, []),
        ("form: growth, op: '>=', value: 7", {}, []),
        ("form: growth, op: '>=', value: 0", {}, warned("zero_growth")),
        ("form: growth, op: '>=', value: -7", {}, warned("sign_against_direction")),
        ("form: growth, op: '>=', value: -100", {}, wrong("impossible_growth")),
        ("form: change, op: '<=', value: -13.5", {"direction": "down"}, []),
        ("form: change, op: '<=', value: 13.5", {"direction": "down"}, warned("sign_against_direction")),
        ("form: change, op: '<=', value: -101", {"direction": "down"}, wrong("impossible_growth")),
        ("form: level, op: '<=', value: 10", RANK, []),
        ("form: level, op: '<=', value: 0", RANK, wrong("rank_out_of_bounds")),
        ("form: level, op: '<=', value: 1.5", RANK, wrong("rank_out_of_bounds")),
        ("form: level, op: '>=', value: -1", COUNT, wrong("negative_count")),
        ("form: level, op: '>=', value: -1", {}, warned("not_positive_target")),
        ("form: level, op: '<=', value: 0", {"direction": "down"}, warned("not_positive_target")),
        ("form: level, op: '<', value: 0", {"direction": "down"}, wrong("unreachable_target")),
        ("form: total, op: '>=', value: 0", {}, warned("not_positive_target")),
        ("form: every_year, op: '<=', value: 0", {"direction": "down"}, []),
        ("form: every_year, op: '>=', value: -3", {**COUNT, "more": "observed_as: yearly_change"}, []),
        ("form: every_year, op: '>=', value: 120", {**SHARE, "more": "observed_as: yearly_change"}, []),
    ],
)
def test_figures(target, kind, expected):
    assert codes_of(f"year: 2025, {target}", **kind) == expected
