"""Statuses and dates put into the classes of an evaluation."""

from __future__ import annotations

import pytest

from builders import row
from builders import target as goal
from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.tables.report.outcome import GOOD, JUDGED, LAGGING, OUTCOMES, is_settled, outcome_of


def outcome(targets, values, kind="midterm", year=2023, **more):
    return outcome_of(row(targets, values, **more), kind, year)


@pytest.mark.parametrize(
    ("values", "midterm", "final"),
    [
        ({2023: 160.0}, "met_early", "awaiting"),
        ({2023: 145.0}, "ahead", "awaiting"),
        ({2023: 127.6}, "on_track", "awaiting"),
        ({2023: 120.0}, "behind", "awaiting"),
        ({2023: 105.0}, "behind", "awaiting"),
        ({2023: 95.0}, "behind", "awaiting"),
        ({}, "no_data", "no_data"),
        ({2025: 150.0}, None, "met"),
        ({2023: 151.0, 2025: 150.0}, None, "met_early"),
        ({2025: 149.0}, None, "missed"),
        ({2025: 90.0}, None, "missed"),
    ],
)
def test_level(values, midterm, final):
    if midterm:
        assert outcome(goal(), values, baseline=100.0) == midterm
    assert outcome(goal(), values, "final", 2025, baseline=100.0) == final


def test_without_baseline_it_is_undetermined_until_the_target_year():
    assert outcome(goal(), {2023: 120.0}) == "undetermined"
    assert outcome(goal(), {2025: 120.0}, "final", 2025) == "missed"


def test_later_target_is_not_due_in_a_final_evaluation():
    assert outcome(goal(year=2030), {2025: 120.0}, "final", 2025, baseline=100.0) == "not_due"
    assert outcome(goal(year=2030), {2025: 120.0}, "midterm", 2025, baseline=100.0) == "behind"


def test_cap_that_holds_is_held_not_met_early():
    cap = goal(op="<=", value=5.0)
    kept = {"direction": "down", "measure": "rate", "unit": "%", "baseline": 4.0}
    assert outcome(cap, {2023: 4.5}, **kept) == "held"
    assert outcome(cap, {2023: 5.5}, **kept) == "behind"
    assert outcome(cap, {2025: 4.9}, "final", 2025, **kept) == "held"
    assert outcome(cap, {2025: 5.1}, "final", 2025, **kept) == "missed"


def test_sum_that_is_reached_stays_reached():
    total = goal("total", value=30.0)
    reached = {2021: 10.0, 2022: 10.0, 2023: 12.0}
    assert outcome(total, reached) == outcome(total, reached, "final", 2025) == "met_early"
    assert outcome(total, {2021: 5.0}, "final", 2025) == "awaiting"


def test_bound_of_every_year():
    bound = goal("every_year", op="<=", value=3.5)
    kind = {"direction": "down", "measure": "rate", "unit": "%"}
    every = dict.fromkeys(range(2021, 2026), 3.0)
    assert outcome(bound, {2021: 3.0, 2022: 3.1, 2023: 3.2}, **kind) == "on_track"
    assert outcome(bound, every, "final", 2025, **kind) == "met"
    assert outcome(bound, every | {2023: 3.6}, "final", 2025, **kind) == "missed"
    assert outcome(bound, {2021: 3.0, 2025: 3.0}, "final", 2025, **kind) == "awaiting"


def test_rank_is_pending_until_it_is_due():
    rank = goal(op="<=", value=10.0)
    kind = {"direction": "down", "measure": "rank", "unit": "位", "baseline": 28.0}
    assert outcome(rank, {2023: 20.0}, **kind) == "pending"
    assert outcome(rank, {2023: 9.0}, **kind) == "met_early"
    assert outcome(rank, {2025: 9.0}, "final", 2025, **kind) == "met"
    assert outcome(rank, {2025: 11.0}, "final", 2025, **kind) == "missed"


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("kind", ["midterm", "final", "to_date"])
@pytest.mark.parametrize("latest", [2022, 2025])
def test_every_status_has_a_class(status, kind, latest):
    values = {
        "status": status, "form": "level", "direction": "up", "latest_year": latest, "target_year": 2025,
        "arrival_year": None, "reason": (),
    }  # fmt: skip
    assert outcome_of(values, kind, 2025) in OUTCOMES


def test_classes_of_judged_targets():
    assert set(GOOD) | set(LAGGING) == set(JUDGED)
    assert not set(GOOD) & set(LAGGING)


def test_settled():
    assert is_settled(row(goal(), {2025: 149.0}, baseline=100.0))
    assert not is_settled(row(goal(), {2024: 160.0}, baseline=100.0))
