from __future__ import annotations

import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.panel.block import Kind, PanelBlock, Setting
from lixia_kpi.panel.coded import Coded
from lixia_kpi.panel.run import run_blocks
from lixia_kpi.panel.tally import Tally

Row = tuple[str, str, int, float, float]

rows = st.lists(
    st.tuples(
        st.sampled_from(["历下", "历城", "b", "a", "=x"]),
        st.sampled_from(["gdp", "jobs", "green"]),
        st.integers(0, len(STATUSES) - 1),
        st.one_of(st.just(float("nan")), st.floats(0, 1)),
        st.sampled_from([2021.0, 2023.0, float("nan")]),
    ),
    max_size=30,
)


def coded(names: list[str]) -> Coded:
    distinct = list(dict.fromkeys(names))
    return Coded(distinct, np.array([distinct.index(name) for name in names], dtype=np.int64))


def tally_of(found: list[Row], *, cells: bool = True) -> Tally:
    tally = Tally(cells=cells)
    add(tally, found)
    return tally


def add(tally: Tally, found: list[Row]) -> None:
    regions, ids, status, chance, years = zip(*found, strict=True) if found else ((), (), (), (), ())
    tally.count(
        coded(list(regions)), coded(list(ids)), np.array(status, dtype=np.uint8),
        np.array(chance, dtype=np.float64), np.array(years, dtype=np.float64),
    )  # fmt: skip


def content(tally: Tally) -> object:
    places = tally.regions.places(sorted(tally.regions.names)), tally.indicators.places(sorted(tally.indicators.names))
    counts = [
        (sorted(named.names), named.statuses[at].tolist(), named.chances[at].tolist(), named.chance_sum[at].tolist())
        for named, at in zip((tally.regions, tally.indicators), places, strict=True)
    ]
    cells = tally.cells
    assert cells is not None
    return counts, [table.tolist() for table in cells.tables(*places)], tally.latest_year


def test_every_row_is_counted_once_under_its_region_and_under_its_indicator() -> None:
    tally = tally_of([("A", "gdp", 0, 0.5, 2021.0), ("A", "gdp", 3, float("nan"), 2023.0), ("B", "x", 8, 0.25, 2020.0)])
    assert tally.regions.names == ("A", "B")
    assert tally.regions.statuses.tolist() == [[1, 0, 0, 1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 1]]
    assert tally.indicators.statuses.sum(axis=1).tolist() == [2, 1]
    assert tally.regions.chances.tolist() == [1, 1]
    assert tally.regions.chance_sum.tolist() == [500_000, 250_000]
    assert tally.latest_year == 2023


@given(rows, st.integers(0, 30), st.integers(0, 30))
def test_parts_add_up_to_the_whole_in_any_order(found: list[Row], one: int, two: int) -> None:
    cuts = sorted((min(one, len(found)), min(two, len(found))))
    parts = [found[: cuts[0]], found[cuts[0] : cuts[1]], found[cuts[1] :]]
    whole = tally_of(found)
    left = tally_of(parts[0])
    for part in parts[1:]:
        left.merge(pickle.loads(pickle.dumps(tally_of(part))))
    right = tally_of(parts[2])
    right.merge(tally_of(parts[1]))
    right.merge(tally_of(parts[0]))
    in_blocks = Tally(cells=True)
    for part in parts:
        add(in_blocks, part)
    assert content(left) == content(whole) == content(right) == content(in_blocks)


def test_no_row_and_no_name_is_an_empty_tally() -> None:
    tally = tally_of([])
    assert len(tally.regions) == 0
    assert tally.regions.statuses.shape == (0, len(STATUSES))
    assert tally.latest_year is None


def test_a_name_without_a_row_is_known_with_zero_counts() -> None:
    tally = Tally()
    none = np.zeros(0)
    codes = none.astype(np.intp)
    tally.count(Coded(("A",), codes), Coded((), codes), codes, none, none)
    assert tally.regions.statuses.tolist() == [[0] * len(STATUSES)]


@pytest.mark.parametrize("count", [1, 3, 1000])
def test_many_names_keep_their_counts_while_the_table_grows(count: int) -> None:
    tally = Tally()
    for first in range(0, count, 7):
        add(tally, [(f"r{i}", "x", i % 9, 0.5, 2020.0) for i in range(first, min(first + 7, count))])
    assert [int(row.argmax()) for row in tally.regions.statuses] == [i % 9 for i in range(count)]
    assert int(tally.indicators.chances[0]) == count


def test_the_rows_of_judged_blocks_are_counted() -> None:
    one = np.zeros(3, dtype=np.intp)
    block = PanelBlock(
        region=Coded(("A", "B"), np.array([0, 0, 1])), id=Coded(("gdp", "jobs"), np.array([0, 1, 0])),
        kinds=(Kind("amount", "level", ">=", "up"),), kind=one, target=np.array([110.0, 1e9, 150.0]),
        due_year=np.full(3, 2025), base_year=np.full(3, 2020), years=np.arange(2020, 2024),
        values=np.array([[100.0, 108.0, 117.0, 127.0], [100.0, 90.0, 80.0, 70.0], [100.0] + [np.nan] * 3]),
        unit_mismatch=np.zeros(3, dtype=np.bool_), left_out=np.zeros(3, dtype=np.bool_),
    )  # fmt: skip
    tally = Tally()
    run_blocks([block], Setting(), [tally])
    statuses = {
        name: [STATUSES[i] for i in np.flatnonzero(counts)]
        for name, counts in zip(tally.regions.names, tally.regions.statuses, strict=True)
    }
    assert statuses == {"A": ["met", "reversing"], "B": ["no_data"]}
    assert tally.latest_year == 2023
    assert tally.regions.chances.tolist() == [2, 0]
