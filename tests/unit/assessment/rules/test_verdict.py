"""Parts of every verdict: ladders climbed, codes gathered, overflow taken back."""

from __future__ import annotations

import math

import numpy as np
import pytest

from lixia_kpi.assessment.rules.question import Question
from lixia_kpi.assessment.rules.rule import Ladder, Step
from lixia_kpi.assessment.rules.verdict import Assessment, climb, finite, first_of, joined, statuses_of

LADDER = Ladder(
    "growth",
    "ratio",
    (Step("best", 2.0, strict=True), Step("good", 1.0, scaled=True), Step("fair", 0.0), Step("poor", -1.0)),
    "worst",
)


def question(**cuts):
    number, year = np.array([1.0]), np.array([2020])
    return Question(year, np.array([[1.0]]), year, number, year, np.array(["up"]), number, np.array([""]), cuts=cuts)


def climbed(*values, scale=None, **cuts):
    factors = None if scale is None else np.full(len(values), scale)
    words, edge = climb(question(**cuts), LADDER, np.array(values), scale=factors)
    return words.tolist(), edge.tolist()


@pytest.mark.parametrize(
    ("value", "word", "edge"),
    [
        (2.1, "best", False),
        (2.0, "good", True),
        (2.0 + 1e-9, "good", True),
        (2.0 + 3e-9, "best", False),
        (1.0, "good", True),
        (1.0 - 1e-10, "good", True),
        (1.0 - 1e-8, "fair", False),
        (0.0, "fair", True),
        (-1e-12, "poor", False),
        (-1.0, "poor", True),
        (-1.1, "worst", False),
        (math.nan, "not_available", False),
        (math.inf, "best", False),
    ],
)
def test_a_cut_is_earned_at_it_or_above_it(value, word, edge):
    assert climbed(value) == ([word], [edge])


def test_a_limit_scales_only_the_cuts_that_say_so():
    assert climbed(0.5, 0.4, 1.5, scale=0.5) == (["good", "fair", "good"], [True, False, False])
    assert climbed(0.5) == (["fair"], [False])


def test_cuts_may_be_replaced_by_name():
    assert climbed(1.5, **{"growth.best": 1.4})[0] == ["best"]
    assert climbed(1.5, **{"target.best": 1.4})[0] == ["good"]


def test_the_first_code_or_all_of_them():
    yes, no = np.array([True, True, False]), np.array([True, False, False])
    assert first_of(("a", no), ("b", yes)).tolist() == ["a", "b", ""]
    assert joined(("a", no), ("b", yes), ("c", no)).tolist() == ["a;b;c", "b", ""]


def test_a_word_stands_for_its_status_unless_met_or_unseen():
    words = np.array(["good", "not_available", "unheard_of", "good", "good"])
    met, observed = np.array([False, False, False, True, False]), np.array([True, True, True, True, False])
    assert statuses_of(words, {"good": "on_track"}, met=met, observed=observed).tolist() == [
        "on_track", "undetermined", "undetermined", "met", "no_data"
    ]  # fmt: skip


def test_what_overflows_is_taken_back_and_a_target_that_is_met_stays_met():
    inf, words = math.inf, ["good", "good", "good", "good", "not_available", "not_available"]
    got = finite(
        Assessment(
            rule="any",
            category=np.array(words),
            value=np.array([inf, 1.0, inf, -0.0, math.nan, math.nan]),
            score=np.array([1.0, -inf, 5.0, 2.0, math.nan, math.nan]),
            status=np.array(["behind", "behind", "met", "behind", "undetermined", "undetermined"]),
            reason=np.array(["", "", "", "", "", "no_target"]),
            quirk=np.full(6, ""),
            details={"latest": np.array([inf, -inf, 1.0, 2.0, 3.0, 4.0]), "latest_year": np.full(6, 2020)},
        )
    )
    assert got.category.tolist() == ["not_available", "not_available", "good", "good", *words[4:]]
    assert got.status.tolist() == ["undetermined", "undetermined", "met", "behind", "undetermined", "undetermined"]
    assert got.reason.tolist() == ["not_finite", "not_finite", "", "", "not_finite", "no_target"]
    assert str(got.value.tolist()) == "[nan, 1.0, nan, 0.0, nan, nan]"
    assert str(got.score.tolist()) == "[nan, nan, 5.0, 2.0, nan, nan]"
    assert str(got.details["latest"].tolist()) == "[nan, nan, 1.0, 2.0, 3.0, 4.0]"
    assert got.details["latest_year"].tolist() == [2020] * 6
    assert str(got.single().category) == "not_available"
