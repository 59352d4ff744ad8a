"""The collector of faults, the pause of the other collector, and the time that a large plan takes."""

import gc
import time

import pytest

from lixia_kpi.plan import faults
from lixia_kpi.plan.collector import collector_paused
from lixia_kpi.plan.faults import Faults, TooManyFaultsError, shown
from lixia_kpi.plan.read import read_baseline, read_targets
from unit.plan.sample import HEAD, targets_text


def test_the_last_fault_says_that_there_are_more(monkeypatch):
    monkeypatch.setattr(faults, "MAX_FAULTS", 2)
    found = Faults("a.yaml")
    found.add("one", 1, 1)
    found.add("two", 2, 1, severity="warning")
    with pytest.raises(TooManyFaultsError):
        found.add("three", 3, 1)
    assert [(p.code, p.severity) for p in found.problems] == [
        ("one", "error"), ("two", "warning"), ("too_many_faults", "error"),
    ]  # fmt: skip


@pytest.mark.parametrize("reader", [read_targets, read_baseline])
def test_too_many_faults_in_values_end_the_reading(reader, monkeypatch):
    monkeypatch.setattr(faults, "MAX_FAULTS", 3)
    records, problems = reader(HEAD.replace("schema: 1", "a: 1\nb: 1\nc: 1\nd: 1").encode(), file="a.yaml")
    assert not records
    assert [problem.code for problem in problems] == ["unknown_key"] * 3 + ["too_many_faults"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("gdp", "gdp"), ("x" * 60, "x" * 60), ("x" * 61, "x" * 59 + "…"), ("a\nb", "aU+000Ab"), ("\u202e", "U+202E")],
)
def test_what_is_shown_is_short_and_harmless(text, expected):
    assert shown(text) == expected


def fail_inside():
    with collector_paused():
        assert not gc.isenabled()
        raise ZeroDivisionError


@pytest.mark.parametrize("is_enabled", [True, False])
def test_the_collector_is_afterwards_as_it_was(is_enabled):
    before = gc.isenabled()
    try:
        (gc.enable if is_enabled else gc.disable)()
        with pytest.raises(ZeroDivisionError):
            fail_inside()
        assert gc.isenabled() is is_enabled
    finally:
        (gc.enable if before else gc.disable)()


def test_two_thousand_indicators_take_no_time():
    one = targets_text("year: 2025, form: level, op: '>', value: 2500, wording: 突破")
    entry = one[one.index("  - id: gdp") :]
    text = one.replace(entry, "") + "".join(entry.replace("id: gdp", f"id: gdp_{n}") for n in range(2000))
    start = time.process_time()
    targets, problems = read_targets(text.encode(), file="targets.yaml")
    assert time.process_time() - start < 2
    assert problems == []
    assert len(targets.indicators) == 2000
