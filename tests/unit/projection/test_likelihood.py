"""Chances by name: every whole percent has one, and the bounds are those that are stated."""

from __future__ import annotations

import pytest

from lixia_kpi.messages.chances import CHANCES, chance_bounds
from lixia_kpi.projection.likelihood import LIKELIHOODS, likelihood
from lixia_kpi.render.numbers import chance


def test_bounds_in_whole_percent():
    names = [likelihood(p / 100) for p in range(101)]
    assert names == (
        ["very_unlikely"] * 11 + ["unlikely"] * 23 + ["open"] * 32 + ["likely"] * 24 + ["very_likely"] * 11
    )


@pytest.mark.parametrize("fraction", [0.6549, 0.655, 0.6551, 0.895, 0.8949, 0.334, 0.335, 0.104, 0.105, 0.999])
def test_word_and_printed_figure_agree(fraction):
    printed = chance(fraction).strip("<>%")
    assert likelihood(fraction) == likelihood(int(printed) / 100)


@pytest.mark.parametrize("fraction", [-0.01, 1.01, float("nan")])
def test_no_chance_outside_0_and_1(fraction):
    with pytest.raises(ValueError, match="between 0 and 1"):
        likelihood(fraction)


def test_every_class_has_words_and_bounds_are_said():
    assert set(CHANCES) == set(LIKELIHOODS)
    assert chance_bounds("zh") == "很可能 ≥ 90%，较可能 ≥ 66%，尚不确定 33–66%，不大可能 ≤ 33%，很不可能 ≤ 10%"
    assert chance_bounds("en", at_least=">=", at_most="<=").isascii()
