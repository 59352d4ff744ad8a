"""The codes of reasons, notes and statuses: each has its words, the reader's order is kept, subsets are subsets."""

from __future__ import annotations

from itertools import pairwise

from lixia_kpi.assessment.codes import (
    NOTES,
    ORDERED_STATUSES,
    PLAN_NOTES,
    PLAN_REASONS,
    REASONS,
    RULE_NAMES,
    STATUSES,
)
from lixia_kpi.assessment.order import is_worse, movement
from lixia_kpi.messages import notes, reasons, statuses
from lixia_kpi.messages.rules import RULE_TITLES


def test_every_code_has_words_in_the_same_order():
    assert tuple(reasons.REASONS) == REASONS
    assert tuple(notes.NOTES) == NOTES
    assert tuple(statuses.STATUSES) == STATUSES
    assert tuple(RULE_TITLES) == RULE_NAMES


def test_what_the_plan_alone_says_is_said_in_the_order_of_all():
    assert tuple(code for code in REASONS if code in PLAN_REASONS) == PLAN_REASONS
    assert tuple(code for code in NOTES if code in PLAN_NOTES) == PLAN_NOTES
    needs_actuals = {"no_actual", "break_in_series", "missing_year", "one_point", "target_year_observed"}
    assert not needs_actuals & set(PLAN_REASONS)
    assert not {"latest_preliminary", "rounds_to_target", "only_one_observation"} & set(PLAN_NOTES)


def test_statuses_run_from_met_to_reversing():
    assert ORDERED_STATUSES == ("met", "ahead", "on_track", "behind", "off_track", "reversing")
    for better, worse in pairwise(ORDERED_STATUSES):
        assert (is_worse(worse, better), is_worse(better, worse), is_worse(better, better)) == (True, False, False)
        assert (movement(better, worse), movement(worse, better), movement(better, better)) == (
            "worse", "better", "other"
        )  # fmt: skip
    for outside in ("pending", "undetermined", "no_data"):
        assert not is_worse("reversing", outside)
        assert not is_worse(outside, "met")
        assert movement("met", outside) == movement(outside, "met") == "other"
