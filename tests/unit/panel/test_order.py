"""Rows come in any order, in any batches, runs and blocks; what is said of them stays the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lixia_kpi.panel import store
from lixia_kpi.panel.sorting import sorted_keys
from panels import judge_rows

UNITS = ("亿元", "万元", "人", "")


@st.composite
def panels(draw):
    """Give rows of a few series with duplicates, gaps, several units and targets that are not always there."""
    rows = []
    for region in draw(st.lists(st.sampled_from(["甲", "乙", "丙", "Z"]), min_size=1, unique=True)):
        for name in draw(st.lists(st.sampled_from(["gdp", "jobs", "water"]), min_size=1, unique=True)):
            target = draw(st.sampled_from([150.0, 90.0, None]))
            for year in draw(st.lists(st.integers(2014, 2024), min_size=1, max_size=8)):
                value = draw(st.sampled_from([None, 80.0, 100.0, 101.5, 140.0]))
                unit = draw(st.sampled_from(UNITS)) if draw(st.integers(0, 9)) == 0 else "亿元"
                said = target if draw(st.integers(0, 9)) else 151.0
                rows.append((region, name, year, value, unit, said, 2030, "up"))
    return rows


NAMES = ("region", "id", "year", "value", "unit", "target", "target_year", "direction")


def judged(rows, **options):
    return judge_rows({name: [row[k] for row in rows] for k, name in enumerate(NAMES)}, **options)


def sorted_faults(result):
    return sorted(result.faults, key=repr)


@settings(max_examples=40, deadline=None)
@given(
    panels(), st.randoms(use_true_random=False), st.integers(1, 9), st.integers(1, 9), st.integers(1, 4), st.booleans()
)
def test_neither_order_nor_batches_runs_and_blocks_change_anything(rows, random, batch, run, size, threads):
    whole = judged(rows)
    shuffled = list(rows)
    random.shuffle(shuffled)
    parts = judged(
        shuffled, rows_in_a_batch=batch, rows_in_a_run=run, most_memory=200 * run, size=size, in_threads=threads
    )
    assert parts.rows == whole.rows
    assert parts.counts == whole.counts
    assert sorted_faults(parts) == sorted_faults(whole)


def many_series(count=60, seed=3):
    rng = np.random.default_rng(seed)
    rows = []
    for number in range(count):
        values = np.round(100 * np.exp(np.cumsum(rng.normal(0.03, 0.05, 8))), 2)
        rows += [
            (f"r{number % 7}", f"i{number // 7}", 2016 + k, float(v), "亿元", 180.0, 2030, "up")
            for k, v in enumerate(values)
        ]
    return [rows[k] for k in rng.permutation(len(rows))]


def test_rows_come_sorted_by_region_and_id():
    rows = judged(many_series(), rows_in_a_run=50, size=16).rows
    keys = [(row["region"], row["id"]) for row in rows]
    assert keys == sorted(keys)
    assert len(set(keys)) == 60


def test_what_does_not_fit_in_memory_is_kept_in_files_and_these_are_removed(tmp_path, monkeypatch):
    written = []
    spill = store.Store._spill

    def counting(self):
        spill(self)
        written.extend(file.name for file in tmp_path.rglob("*.arrow"))

    monkeypatch.setattr(store.Store, "_spill", counting)
    monkeypatch.setattr(store, "ENTRIES_IN_A_CHUNK", 4)
    rows = many_series()
    spilled = judged(rows, folder=str(tmp_path), rows_in_a_batch=20, rows_in_a_run=40, most_memory=1)
    assert len(set(written)) > 10
    assert list(tmp_path.iterdir()) == []
    assert spilled.rows == judged(rows).rows


@given(st.lists(st.integers(0, 9), max_size=50), st.sampled_from([10, 2**40, 2**62]))
def test_keys_are_sorted_and_equal_ones_keep_their_order(numbers, bound):
    numbers = np.array(numbers, dtype=np.int64) * (bound // 10)
    keys, places = sorted_keys(numbers, bound)
    assert places.tolist() == sorted(range(len(numbers)), key=lambda place: numbers[place])
    assert keys.tolist() == sorted(numbers.tolist())


def test_files_are_removed_when_something_fails(tmp_path, monkeypatch):
    left = []

    def broken(*_, **__):
        left.extend(tmp_path.rglob("*.arrow"))
        raise RuntimeError

    monkeypatch.setattr("panels.blocks_of", broken)
    with pytest.raises(RuntimeError):
        judged(many_series(), folder=str(tmp_path), rows_in_a_run=40, most_memory=1)
    assert left
    assert list(tmp_path.iterdir()) == []


def test_a_wide_panel_is_the_tidy_one():
    tidy = many_series(20)
    series = {}
    for row in tidy:
        series.setdefault((row[0], row[1]), {})[row[2]] = row[3]
    wide = {
        "region": [key[0] for key in series], "id": [key[1] for key in series],
        **{str(year): [values[year] for values in series.values()] for year in range(2016, 2024)},
        **{name: [value] * len(series) for name, value in zip(NAMES[4:], ("亿元", 180.0, 2030, "up"), strict=True)},
    }  # fmt: skip
    assert judge_rows(wide).rows == judged(tidy).rows
