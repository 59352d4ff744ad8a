"""Every target of a plan is counted once, whatever it is counted by."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builders import indicator, judged, series
from builders import target as goal
from lixia_kpi.plan.model import Citation
from lixia_kpi.tables.report import ReportChoice, evaluation_report, report_record
from lixia_kpi.tables.report.outcome import JUDGED, LAGGING_STATUSES

FORMS = st.sampled_from(["level", "growth", "change", "points", "total", "every_year", "milestone"])


@st.composite
def one_series(draw, position):
    forms = draw(st.lists(FORMS, min_size=1, max_size=3, unique=True))
    goals = [
        goal(form, value=draw(st.sampled_from([5.0, 150.0])), year=draw(st.sampled_from([2023, 2025])))
        for form in forms
    ]
    values = draw(st.dictionaries(st.integers(2021, 2025), st.integers(0, 300).map(float), max_size=5))
    what = indicator(
        *goals,
        id=f"i{position}",
        citation=Citation(draw(st.sampled_from([None, 1, 2])), 1, "x"),
        group=draw(st.sampled_from(["economy", "city"])),
        binding=draw(st.sampled_from([True, False, None])),
        owner=draw(st.sampled_from([None, "A", "B"])),
        measure=draw(st.sampled_from(["amount", "share", "rank"])),
        direction=draw(st.sampled_from(["up", "down"])),
    )
    return series(what, values, baseline=draw(st.sampled_from([None, 100.0])))


@st.composite
def reports(draw):
    count = draw(st.integers(0, 5))
    plan = [draw(one_series(position)) for position in range(count)]
    kind = draw(st.sampled_from(["midterm", "final", "to_date"]))
    return evaluation_report(judged(*plan, as_of=2025), ReportChoice(kind))


@given(reports())
def test_counts_add_up_to_the_number_of_targets(report):
    total = len(report.items)
    assert report.whole.total == total
    for tallies in (report.by_nature, report.by_group, report.by_chapter, report.by_owner):
        assert not tallies or sum(tally.total for tally in tallies) == total
        for outcome, count in report.whole.counts().items():
            assert not tallies or sum(tally.of(outcome) for tally in tallies) == count
    for tally in (report.whole, *report.by_nature, *report.by_group):
        assert sum(tally.counts().values()) == tally.total
        assert tally.good + tally.of("behind", "missed") == tally.judged == tally.of(*JUDGED)
        assert sum(tally.lagging("behind").values()) == tally.of("behind")
        assert tally.judged <= tally.observed <= tally.total


@given(reports())
def test_what_lags_is_listed_once_and_worst_first(report):
    listed = [id(item) for item in report.lagging]
    assert len(set(listed)) == len(listed)
    assert {id(i) for i in report.with_outcome("behind", "missed")} <= set(listed)
    order = [LAGGING_STATUSES.index(item.status) for item in report.lagging]
    assert order == sorted(order)


@given(reports())
def test_record_has_the_same_counts(report):
    counts = report_record(report)["counts"]
    assert counts["all"]["targets"] == len(report.items)
    for outcome, count in counts["all"]["outcomes"].items():
        assert sum(counts[nature]["outcomes"][outcome] for nature in ("binding", "expected", "unstated")) == count


def test_scope_leaves_the_rest_out_and_says_how_many():
    plan = [series(indicator(goal(), id=f"i{n}", group=g), {2023: 120.0}) for n, g in enumerate(["economy", "city"])]
    report = evaluation_report(judged(*plan), ReportChoice(groups=("city",)))
    assert [item["id"] for item in report.items] == ["i1"]
    assert report.left_out == 1
