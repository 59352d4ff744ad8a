"""Rows go into parts once each, series stay whole, parts follow each other as their keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.panel.engine_split import Piece, bounds_of, keys_of, part_of, pieces_of, put_into_parts
from lixia_kpi.panel.sources import find_sources, source_of

if TYPE_CHECKING:
    from pathlib import Path

    from lixia_kpi.panel.keys import Key

names = st.sampled_from(["", "a", "b", "历下", "历城", "z"])
keys = st.lists(st.tuples(names, names), max_size=40)


def rows(count: int) -> dict[str, list[object]]:
    return {
        "region": [f"r{i % 7}" for i in range(count)],
        "id": [f"i{i % 5}" for i in range(count)],
        "year": [2000 + i % 20 for i in range(count)],
        "value": [float(i) for i in range(count)],
        "note": ["not read"] * count,
    }


def read_back(files: dict[int, str]) -> dict[int, list[tuple[str, str, int, float]]]:
    return {
        part: [tuple(row[n] for n in ("region", "id", "year", "value")) for row in pq.read_table(file).to_pylist()]
        for part, file in files.items()
    }


@given(keys, st.integers(1, 6))
def test_bounds_are_keys_in_order_and_leave_no_part_empty(found: list[Key], parts: int) -> None:
    bounds = bounds_of(found, parts)
    assert list(bounds) == sorted(set(bounds))
    assert set(bounds) <= set(found)
    assert len(bounds) < parts


@given(keys, names)
def test_the_part_of_a_region_holds_all_its_keys(found: list[Key], region: str) -> None:
    bounds = bounds_of(found, 3)
    part = part_of(region, bounds)
    inside = {sum(key >= bound for bound in bounds) for key in [(region, ""), (region, "\U0010ffff")]}
    if part is not None:
        assert inside == {part}


@pytest.mark.parametrize("suffix", [".parquet", ".csv"])
def test_every_row_is_in_one_part_and_no_series_is_cut(tmp_path: Path, suffix: str) -> None:
    table = pa.table(rows(1000))
    file = tmp_path / f"panel{suffix}"
    if suffix == ".csv":
        lines = [",".join(table.column_names), *(",".join(map(str, row.values())) for row in table.to_pylist()), "x,y"]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    else:
        pq.write_table(table, file, row_group_size=300)
    source = source_of(str(file))
    assert source is not None
    bounds = (("r2", "i3"), ("r4", ""))
    (tmp_path / "parts").mkdir()
    (piece,) = pieces_of([source])
    put = put_into_parts(piece, bounds=bounds, folder=str(tmp_path / "parts"))
    assert put.ragged == (("x,y",) if suffix == ".csv" else ())
    found = read_back(put.files)
    wanted = [
        (r, i, y, v) for r, i, y, v in zip(*(rows(1000)[n] for n in ("region", "id", "year", "value")), strict=True)
    ]
    assert sorted(row for part in found.values() for row in part) == sorted(wanted)
    for part, inside in found.items():
        assert {sum(row[:2] >= bound for bound in bounds) for row in inside} == {part}
    again = put_into_parts(piece, bounds=bounds, folder=str(tmp_path / "parts"))
    assert read_back(again.files) == found


def test_a_cell_that_is_no_number_is_kept_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("region,id,year,value\nA,x,2020,1.50\nA,x,2021,?\n", encoding="utf-8")
    source = source_of(str(tmp_path / "p.csv"))
    assert source is not None
    put = put_into_parts(Piece(0, source), bounds=(), folder=str(tmp_path))
    assert [row["value"] for row in pq.read_table(put.files[0]).to_pylist()] == ["1.50", "?"]


def test_what_the_folders_say_stands_in_the_parts(tmp_path: Path) -> None:
    place = tmp_path / "p" / "region=3701"
    place.mkdir(parents=True)
    pq.write_table(pa.table({"id": ["x"], "year": [2020], "value": [1.0]}), place / "a.parquet")
    sources, problems = find_sources([str(tmp_path / "p")])
    assert not problems
    (piece,) = pieces_of(sources)
    assert keys_of(piece) == [("3701", "x")]
    put = put_into_parts(piece, bounds=(), folder=str(tmp_path))
    assert pq.read_table(put.files[0]).to_pylist() == [{"id": "x", "year": 2020, "value": 1.0, "region": "3701"}]


def test_a_large_file_is_cut_between_row_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lixia_kpi.panel.engine_split.ROWS_IN_A_PIECE", 250)
    pq.write_table(pa.table(rows(1000)), tmp_path / "p.parquet", row_group_size=100)
    source = source_of(str(tmp_path / "p.parquet"))
    assert source is not None
    pieces = pieces_of([source])
    assert [piece.groups for piece in pieces] == [(0, 1), (2, 3), (4, 5), (6, 7), (8, 9)]
    found = [read_back(put_into_parts(piece, bounds=(), folder=str(tmp_path)).files)[0] for piece in pieces]
    assert [row[3] for part in found for row in part] == [float(i) for i in range(1000)]
