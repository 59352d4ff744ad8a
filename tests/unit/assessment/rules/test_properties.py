"""What holds for every rule: mirrored direction, scaling, met and reversing, one series and many."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from lixia_kpi.assessment.rules import RULES, assess

YEARS = range(2012, 2024)
EVERY_RULE = sorted(RULES)
GEOMETRIC = ["china_intensity", "eurostat", "pace", "statcan", "unsd_2022", "unsd_2023"]
ARITHMETIC = ["destatis", "escap", "sdsn"]

levels = st.one_of(st.just(np.nan), st.floats(0.5, 500).map(lambda x: round(x, 3)))
batches = st.integers(1, 5).flatmap(lambda n: hnp.arrays(np.float64, (n, len(YEARS)), elements=levels))
targets = st.one_of(st.none(), st.floats(0.5, 500).map(lambda x: round(x, 3)))
directions = st.sampled_from(["up", "down"])


def ask(rule, values, target, direction):
    if rule == "china_intensity":
        target = None if target is None else (30.0 if direction == "up" else -30.0)
        options = {"method": "levels"}
    else:
        options = {"measure": "amount"}
    return assess(
        rule, years=YEARS, values=values, target=target, direction=direction,
        baseline_year=2015, target_year=2030, **options,
    )  # fmt: skip


def same(one, other, *, rel=1e-9):
    for name in ("category", "status", "reason"):
        assert getattr(one, name).tolist() == getattr(other, name).tolist(), name
    for name in ("value", "score"):
        np.testing.assert_allclose(getattr(one, name), getattr(other, name), rtol=rel, atol=1e-12)


@pytest.mark.parametrize("rule", EVERY_RULE)
@settings(max_examples=25)
@given(values=batches, target=targets, direction=directions)
def test_one_series_is_judged_as_in_a_batch(rule, values, target, direction):
    batch = ask(rule, values, target, direction)
    for k, series in enumerate(values):
        one = ask(rule, series, target, direction)
        for name in ("category", "status", "reason", "quirk", "value", "score"):
            got, want = getattr(one, name), getattr(batch, name)[k]
            assert got == want or (got != got and want != want), name
        for name, array in batch.details.items():
            assert one.details[name] == array[k] or array[k] != array[k]


@pytest.mark.parametrize("rule", EVERY_RULE)
@settings(max_examples=40)
@given(values=batches, target=targets, direction=directions)
def test_a_verdict_has_a_known_word_and_a_reason_where_it_has_none(rule, values, target, direction):
    got = ask(rule, values, target, direction)
    known = RULES[rule]
    for k in range(len(values)):
        category, status, reason = str(got.category[k]), str(got.status[k]), str(got.reason[k])
        if category == "not_available":
            assert reason in known.refuses
            assert status in {"undetermined", "no_data"}
        else:
            assert status in {"met", known.statuses[category]}
            assert reason == "" or (rule in ("escap", "pace") and np.isnan(got.value[k]))
        assert reason in {"", *known.refuses}
        assert set(str(got.quirk[k]).split(";")) <= {"", *known.quirks}


@pytest.mark.parametrize("rule", GEOMETRIC)
@settings(max_examples=25)
@given(values=batches, target=targets, direction=directions, power=st.integers(-6, 6))
def test_a_change_of_unit_changes_nothing_in_geometric_rules(rule, values, target, direction, power):
    scale = 2.0**power
    measure = {"measure": "amount"} if rule != "china_intensity" else {"method": "levels"}
    cut = {"target_year": 2030, "baseline_year": 2015, "years": YEARS, "direction": direction, **measure}
    if rule == "china_intensity":
        small = assess(rule, values=values, target=-30, **cut)
        large = assess(rule, values=values * scale, target=-30, **cut)
    else:
        small = assess(rule, values=values, target=target, **cut)
        large = assess(rule, values=values * scale, target=None if target is None else target * scale, **cut)
    same(small, large)


@pytest.mark.parametrize("rule", ARITHMETIC)
@settings(max_examples=25)
@given(values=batches, target=targets, direction=directions)
def test_mirroring_values_and_direction_mirrors_the_verdict_in_arithmetic_rules(rule, values, target, direction):
    mirrored = "down" if direction == "up" else "up"
    got = ask(rule, values, target, direction)
    other = ask(rule, -values, None if target is None else -target, mirrored)
    assert got.category.tolist() == other.category.tolist()
    assert got.status.tolist() == other.status.tolist()
    np.testing.assert_allclose(got.value, other.value, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("rule", ["pace", "china_intensity"])
@settings(max_examples=40)
@given(values=batches, direction=directions)
def test_inverting_values_mirrors_completion_by_logarithms(rule, values, direction):
    mirrored = "down" if direction == "up" else "up"
    goal = 20.0
    if rule == "pace":
        got = ask(rule, values, goal, direction)
        other = ask(rule, 1 / values, 1 / goal, mirrored)
    else:
        cut = {"years": YEARS, "baseline_year": 2015, "target_year": 2030, "method": "levels"}
        percent = 25.0 if direction == "up" else -20.0
        got = assess(rule, values=values, target=percent, direction=direction, **cut)
        other = assess(rule, values=1 / values, target=100 * (1 / (1 + percent / 100) - 1), direction=mirrored, **cut)
    assert got.status.tolist() == other.status.tolist()
    np.testing.assert_allclose(got.value, other.value, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("rule", ["eurostat", "statcan", "unsd_2022", "unsd_2023"])
@settings(max_examples=40)
@given(values=batches)
def test_without_a_target_the_mirrored_direction_turns_the_sign(rule, values):
    up, down = ask(rule, values, None, "up"), ask(rule, values, None, "down")
    np.testing.assert_array_equal(up.value, -down.value)
    ladder = RULES[rule].ladder("growth")
    best = up.category == ladder.steps[0].category
    assert (down.category[best] == ladder.lowest).all()


@pytest.mark.parametrize("rule", [name for name in EVERY_RULE if name != "escap"])
@settings(max_examples=40)
@given(values=batches, target=targets, direction=directions)
def test_a_target_that_is_met_is_never_judged_as_reversing(rule, values, target, direction):
    got = ask(rule, values, target, direction)
    if target is None or rule == "china_intensity":
        return
    for k, series in enumerate(values):
        seen = [v for v in series if v == v]
        if seen and (seen[-1] >= target if direction == "up" else seen[-1] <= target):
            assert got.status[k] in {"met", "undetermined", "no_data"}


@pytest.mark.parametrize("rule", EVERY_RULE)
@settings(max_examples=25)
@given(values=batches, target=targets, direction=directions, seed=st.integers(0, 99))
def test_the_order_of_years_does_not_matter(rule, values, target, direction, seed):
    order = np.random.default_rng(seed).permutation(len(YEARS))
    options = {"baseline_year": 2015, "target_year": 2030, "direction": direction}
    options |= {"method": "levels", "target": -30} if rule == "china_intensity" else {"target": target}
    straight = assess(rule, years=list(YEARS), values=values, **options)
    mixed = assess(rule, years=np.array(YEARS)[order], values=values[:, order], **options)
    same(straight, mixed)


@pytest.mark.parametrize("rule", EVERY_RULE)
@settings(max_examples=40)
@given(
    values=hnp.arrays(
        np.float64, (3, 4), elements=st.one_of(st.sampled_from([0.0, -0.0, np.nan, 5e-324, 1.7e308, -1.7e308]), levels)
    ),
    target=st.one_of(st.none(), st.sampled_from([0.0, -5.0, 1e300]), targets),
    limit=st.sampled_from([None, 0.0, 100.0]),
    direction=directions,
)
def test_hostile_values_never_warn_and_never_become_infinite(rule, values, target, limit, direction):
    got = assess(
        rule, years=[2015, 2016, 2019, 2022], values=values, target=target, limit=limit, direction=direction,
        target_year=2030,
    )  # fmt: skip
    assert not np.isinf(got.value).any()
    assert not np.isinf(got.score).any()
    assert not np.signbit(got.value[got.value == 0]).any()
    assert ((got.category != "not_available") | (got.reason != "")).all()
