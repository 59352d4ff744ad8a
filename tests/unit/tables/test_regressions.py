"""What fails a gate, in which order, and what got worse or better since an earlier check."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.assessment.codes import ORDERED_STATUSES, STATUSES
from lixia_kpi.assessment.order import is_worse
from lixia_kpi.plan.model import Name, PlanInfo
from lixia_kpi.tables.failing import Gate, failing, failing_statuses
from lixia_kpi.tables.gap import GapTable
from lixia_kpi.tables.regressions import Verdict, check, key_of
from unit.render.sample import gap_row

INFO = PlanInfo("sample", Name("样例", "sample"), 2021, 2025, 2020)
BEHIND = Gate(failing_statuses(["behind"]))


def row(code, status, *, chance=None, pace=None):
    return gap_row(code, code, code, "economy", "亿元", 100.0, status=status, probability=chance, pace=pace)


def table(*rows):
    return GapTable(INFO, rows, 2023, "pace", "auto", 80, {})


def ids(rows):
    return [r.values["id"] for r in rows]


def before(**verdicts):
    return {key_of(row(code, "met").values): Verdict(*v) for code, v in verdicts.items()}


def test_worst_first_by_status_then_pace_then_chance():
    rows = (
        row("a", "behind", pace=0.9), row("b", "off_track", pace=0.3), row("c", "behind"), row("d", "reversing"),
        row("e", "behind", pace=0.7), row("f", "on_track", chance=0.4), row("g", "on_track", chance=0.1),
        row("h", "ahead", chance=0.2),
    )  # fmt: skip
    gate = Gate(BEHIND.statuses, 0.5)
    assert ids(failing(table(*rows), gate).rows) == ["d", "b", "e", "a", "c", "g", "f", "h"]
    assert ids(failing(table(*rows), gate, sort=False).rows) == list("abcdefgh")


@pytest.mark.parametrize(("chance", "fails"), [(0.49, True), (0.5, False), (None, False)])
def test_least_chance(chance, fails):
    assert Gate((), 0.5).fails("on_track", chance) is fails
    assert not Gate(()).fails("on_track", chance)


@pytest.mark.parametrize(
    ("one", "other", "covers"),
    [
        (Gate(("behind",)), Gate(("behind",)), True),
        (Gate(("off_track",)), Gate(("behind", "off_track")), False),
        (Gate(("behind",), 0.5), Gate(("behind",)), True),
        (Gate(("behind",)), Gate(("behind",), 0.5), False),
        (Gate(("behind",), 0.6), Gate(("behind",), 0.5), True),
        (Gate(("behind",), 0.4), Gate(("behind",), 0.5), False),
    ],
)
def test_gate_covers_another(one, other, covers):
    assert one.covers(other) is covers


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        (("behind",), "behind", "known"),
        (("behind",), "off_track", "worse"),
        (("off_track",), "behind", "known better"),
        (("behind",), "on_track", "better"),
        (("on_track",), "behind", "worse"),
        (("no_data",), "behind", "worse"),
        (("undetermined",), "on_track", ""),
        (("ahead",), "on_track", ""),
        (("on_track",), "ahead", "better"),
    ],
)
def test_what_changed_since(was, now, kind):
    found = check(table(row("a", now)), BEHIND, before=before(a=was))
    kinds = {"worse": found.failing.rows, "known": found.known, "better": [m.row for m in found.better]}
    assert " ".join(name for name, rows in kinds.items() if ids(rows) == ["a"]) == kind


def test_target_that_was_not_there_is_new_when_it_fails():
    found = check(table(row("a", "behind"), row("b", "met")), BEHIND, before={})
    assert (ids(found.failing.rows), found.known, found.better) == (["a"], (), ())


def test_other_status_outside_the_order_is_worse():
    gate = Gate(failing_statuses(["behind", "no_data"]))
    found = check(table(row("a", "no_data")), gate, before=before(a=("behind",)))
    assert ids(found.failing.rows) == ["a"]


def test_chance_alone_is_known_and_gets_better():
    gate = Gate(BEHIND.statuses, 0.5)
    earlier = before(a=("on_track", 0.3), b=("on_track", 0.3), c=("on_track", 0.6))
    now = table(row("a", "on_track", chance=0.2), row("b", "on_track", chance=0.7), row("c", "on_track", chance=0.4))
    found = check(now, gate, before=earlier)
    assert (ids(found.failing.rows), ids(found.known), ids(m.row for m in found.better)) == (["c"], ["a"], ["b"])


@given(st.lists(st.sampled_from(STATUSES), min_size=1, max_size=8), st.data())
def test_every_failing_target_is_either_worse_or_known(now, data):
    rows = [row(f"i{n}", status) for n, status in enumerate(now)]
    earlier = {
        key_of(r.values): Verdict(data.draw(st.sampled_from(STATUSES))) for r in rows if data.draw(st.booleans())
    }
    everything = check(table(*rows), BEHIND)
    since = check(table(*rows), BEHIND, before=earlier)
    assert everything.before is None
    assert sorted(ids(everything.failing.rows)) == sorted(ids(since.failing.rows) + ids(since.known))
    assert not set(ids(since.failing.rows)) & set(ids(m.row for m in since.better))


@given(st.sampled_from(STATUSES), st.sampled_from(STATUSES))
def test_worse_is_an_order_of_the_ordered_statuses(one, other):
    assert not (is_worse(one, other) and is_worse(other, one))
    if one in ORDERED_STATUSES and other in ORDERED_STATUSES and one != other:
        assert is_worse(one, other) or is_worse(other, one)
