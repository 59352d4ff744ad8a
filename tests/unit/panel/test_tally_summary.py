from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.panel.coded import Coded
from lixia_kpi.panel.tally import Tally
from lixia_kpi.panel.tally_summary import Standing, summarise


def standing(*counts: tuple[int, int], chance: list[float] | None = None) -> Standing:
    """Names with so many targets met and so many behind, and a mean chance."""
    table = np.zeros((len(counts), len(STATUSES)), dtype=np.int64)
    for place, (good, bad) in enumerate(counts):
        table[place, 0], table[place, 3] = good, bad
    return Standing(tuple(f"r{i}" for i in range(len(counts))), table, np.array(chance or [np.nan] * len(counts)))


def test_share_is_on_track_or_better_among_those_judged() -> None:
    table = np.array([[1, 1, 1, 1, 1, 1, 5, 7, 9]])
    found = Standing(("a",), table, np.array([0.5]))
    assert found.targets.tolist() == [27]
    assert found.judged.tolist() == [6]
    assert found.good.tolist() == [3]
    assert found.share.tolist() == [0.5]


def test_equal_shares_have_one_place_and_the_next_place_counts_them() -> None:
    chances = [0.4, 0.5, 0.6, np.nan, 0.1, 0.3]
    found = standing((1, 3), (2, 2), (5, 5), (0, 0), (3, 0), (100, 300), chance=chances)
    assert found.rank.tolist() == [4, 2, 2, 0, 1, 4]
    assert [found.names[i] for i in found.league] == ["r4", "r2", "r1", "r0", "r5", "r3"]
    assert [found.names[i] for i in found.worst] == ["r5", "r0", "r1", "r2", "r4"]


def test_nothing_judged_has_neither_share_nor_place() -> None:
    found = standing((0, 0))
    assert np.isnan(found.share).all()
    assert found.rank.tolist() == [0]


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=40))
def test_place_is_one_more_than_the_number_of_better_ones(counts: list[tuple[int, int]]) -> None:
    found = standing(*counts)
    shares = [good / (good + bad) if good + bad else None for good, bad in counts]
    known = [share for share in shares if share is not None]
    wanted = [0 if share is None else 1 + sum(other > share for other in known) for share in shares]
    assert found.rank.tolist() == wanted
    ordered = [shares[i] for i in found.league]
    assert ordered == sorted(known, reverse=True) + [None] * (len(counts) - len(known))


def test_regions_stand_by_name_and_indicators_as_their_plan_has_them() -> None:
    tally = Tally(cells=True)
    regions = Coded(("b", "a"), np.array([0, 1, 0, 1]))
    ids = Coded(("x", "green", "gdp"), np.array([0, 1, 2, 2]))
    tally.count(regions, ids, np.array([0, 3, 5, 8]), np.array([0.25, 0.75, np.nan, np.nan]), np.full(4, np.nan))
    summary = summarise(tally, order=("gdp", "not_there", "green", "gdp"))
    assert summary.regions.names == ("a", "b")
    assert summary.indicators.names == ("gdp", "green", "x")
    assert summary.regions.chance.tolist() == [0.75, 0.25]
    assert summary.latest_year is None
    assert summary.statuses.tolist() == [1, 0, 0, 1, 0, 1, 0, 0, 1]
    assert summary.status is not None
    assert summary.status.tolist() == [[8, 3, 9], [5, 9, 0]]


def test_without_a_map_there_are_counts_alone() -> None:
    tally = Tally()
    tally.count(
        Coded(("a",), np.array([0])), Coded(("x",), np.array([0])), np.array([0]), np.array([1.0]), np.array([1.0])
    )
    summary = summarise(tally)
    assert (summary.status, summary.chance) == (None, None)
    assert summary.regions.chance.tolist() == [1.0]


@pytest.mark.parametrize("count", [0, 5])
def test_chances_that_are_not_known_are_not_zero(count: int) -> None:
    tally = Tally()
    chance = np.full(count + 1, np.nan)
    chance[:count] = 0.1
    zeros = np.zeros(count + 1, dtype=np.int64)
    tally.count(Coded(("a",), zeros), Coded(("x",), zeros), zeros, chance, chance)
    found = summarise(tally).regions.chance[0]
    assert np.isnan(found) if count == 0 else found == 0.1
