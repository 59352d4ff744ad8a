"""Parts between keys: every row is read for one of them, and what comes out is what the panel as a whole gives."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lixia_kpi.cli import panel_run
from lixia_kpi.cli.options import PanelEvidence
from lixia_kpi.cli.panel_run import PanelRequest, judge_panel
from lixia_kpi.panel import key_ranges, run_parts
from lixia_kpi.panel.engine_processes import can_start_processes, process_engine
from lixia_kpi.panel.faults import ReadingFaults
from lixia_kpi.panel.key_ranges import KeyPart, KeyRange, cut, key_parts
from lixia_kpi.panel.mapping import in_threads, serially
from lixia_kpi.panel.reading import read_part
from lixia_kpi.panel.row_batch import Vocabulary
from lixia_kpi.panel.sources import Source, find_sources
from lixia_kpi.panel.store import Store
from lixia_kpi.panel.tally_summary import summarise
from lixia_kpi.problems import InputError
from lixia_kpi.render.panel_rows import parquet
from lixia_kpi.render.panel_rows.parquet import ParquetRows
from lixia_kpi.tables.columns import PANEL, columns

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = pa.schema(
    [("region", pa.string()), ("id", pa.string()), ("year", pa.int32()), ("value", pa.string()), ("unit", pa.string()),
     ("target", pa.float64()), ("target_year", pa.int32()), ("direction", pa.string())]
)  # fmt: skip


def rows_of(regions=9, names=7):
    """Rows with a doubled year, cells that are no number, a lost direction, no region, no id, several units."""
    rows = [
        (f"r{region}", f"i{name}", year, str(100 * (1 + name / 50) ** (year - 2015) + region),
         "万元" if name == 3 and region % 2 else "亿元", 150.0 + name, 2030, "up" if name != 5 or region != 4 else None)
        for region in range(regions)
        for name in range(names)
        for year in range(2015 + region % 2, 2024)
    ]  # fmt: skip
    odd = [
        ("r1", "i1", 2017, "5", "亿元", 151.0, 2030, "up"),
        ("r2", "i2", 2017, "many", "亿元", 152.0, 2030, "up"),
        ("r6", "i2", 2018, "few", "亿元", 152.0, 2030, "up"),
        (None, "i2", 2020, "5", "亿元", 152.0, 2030, "up"),
        ("r5", None, 2020, "5", "亿元", 152.0, 2030, "up"),
    ]
    return sorted(rows + odd, key=lambda row: tuple(word or "" for word in row[:2]))


def write(path: Path, rows, group=40, **options):
    table = pa.Table.from_pylist([dict(zip(SCHEMA.names, row, strict=True)) for row in rows], SCHEMA)
    pq.write_table(table, path, row_group_size=group, **options)
    return find_sources([str(path)])[0]


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(key_ranges, "ROWS_IN_A_PART", 50)
    monkeypatch.setattr(key_ranges, "MOST_TWICE", 1.0)
    monkeypatch.setattr(parquet, "ROWS_IN_A_GROUP", 10)


@contextmanager
def counted(monkeypatch):
    """Count the parts that are judged."""
    found = []
    judge = run_parts.judge_part
    with monkeypatch.context() as patch:
        patch.setattr(run_parts, "judge_part", lambda part, work: (found.append(part), judge(part, work=work))[1])
        yield found


def judged(folder: Path, files, engine=serially):
    """Judge files; give the bytes of the rows, those of the faults, and all counts."""
    request = PanelRequest(tuple(map(str, files)), None, None, str(folder / "faults"), 1, None, cells=True)
    with (folder / "rows").open("wb") as sink:
        writer = ParquetRows(sink, columns(PANEL))
        try:
            done = judge_panel(request, PanelEvidence(), [writer], engine)
        except InputError:
            writer.abandon()
            raise
        writer.close()
    summary = summarise(done.tally)
    counts = [(part.names, part.statuses.tolist()) for part in (summary.regions, summary.indicators)]
    return (folder / "rows").read_bytes(), (folder / "faults").read_bytes(), dict(done.faults), counts


def test_parts_give_the_bytes_of_the_whole(tmp_path, small, monkeypatch):
    rows = rows_of()
    write(tmp_path / "whole.parquet", rows, group=1000)
    write(tmp_path / "mixed.parquet", rows[1::2] + rows[::2])
    write(tmp_path / "ordered.parquet", rows)
    with counted(monkeypatch) as parts:
        whole = judged(tmp_path, [tmp_path / "whole.parquet"])
        assert judged(tmp_path, [tmp_path / "mixed.parquet"]) == whole
        assert parts == []
        assert judged(tmp_path, [tmp_path / "ordered.parquet"]) == whole
        assert len(parts) > 5
        assert judged(tmp_path, [tmp_path / "ordered.parquet"], in_threads(3)) == whole
    assert pq.ParquetFile(tmp_path / "rows").num_row_groups > 5
    assert {"bad_value", "empty_id", "different_duplicate", "no_direction"} <= {k for k, v in whole[2].items() if v}


@pytest.mark.skipif(not can_start_processes(), reason="processes are handed no descriptors here")
def test_parts_in_worker_processes_give_the_bytes_of_the_whole(tmp_path, small):
    write(tmp_path / "ordered.parquet", rows_of())
    with process_engine(2) as engine:
        found = judged(tmp_path, [tmp_path / "ordered.parquet"], engine)
    assert found == judged(tmp_path, [tmp_path / "ordered.parquet"])


def test_folders_named_by_region_are_parts(tmp_path, small, monkeypatch):
    rows = rows_of()
    for region in range(9):
        (tmp_path / "p" / f"region=r{region}").mkdir(parents=True)
        of_region = [row for row in rows if row[0] == f"r{region}"]
        write(tmp_path / "p" / f"region=r{region}" / "a.parquet", of_region[1::2], group=1000)
        write(tmp_path / "p" / f"region=r{region}" / "b.parquet", of_region[::2], group=1000)
    write(tmp_path / "whole.parquet", [row for row in rows if row[0]], group=1000)
    with counted(monkeypatch) as parts:
        assert judged(tmp_path, [tmp_path / "p"]) == judged(tmp_path, [tmp_path / "whole.parquet"])
        assert len(parts) > 5


keys = st.tuples(st.sampled_from(["", "A", "B", "乙"]), st.sampled_from(["", "x", "y", "z"]))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 9), keys, keys), max_size=12), st.integers(1, 20))
def test_every_key_of_a_row_group_is_in_one_part(found, size):
    source = Source("p.parquet", {}, "")
    ranges = [KeyRange(source, k, rows, *sorted(ends)) for k, (rows, *ends) in enumerate(found)]
    parts = cut(ranges, size)
    for one in ranges:
        for key in {one.first, one.last}:
            inside = [part for part in parts if (part.low is None or part.low <= key)
                      and (part.high is None or key < part.high)]  # fmt: skip
            assert [one in part.ranges for part in inside] == [True]
    assert [part.low for part in parts[1:]] == [part.high for part in parts[:-1]]


def test_what_says_too_little_or_lies_too_mixed_is_not_cut(tmp_path, monkeypatch):
    monkeypatch.setattr(key_ranges, "ROWS_IN_A_PART", 50)
    rows = rows_of()
    assert len(key_parts(write(tmp_path / "p.parquet", rows, group=10), 4)) > 4
    assert key_parts(write(tmp_path / "p.parquet", rows, group=10), 40) == []
    assert key_parts(write(tmp_path / "p.parquet", rows, group=10, write_statistics=False), 1) == []
    assert key_parts(write(tmp_path / "p.parquet", rows[::2] + rows[1::2], group=10), 4) == []
    numbered = {"region": [1, 2], "id": ["x", "y"], "year": [2020] * 2, "value": [1.0] * 2}
    pq.write_table(pa.table(numbered), tmp_path / "n")
    assert key_parts([Source(str(tmp_path / "n"), {}, "")], 1) == []
    assert key_parts([Source(str(tmp_path / "p.csv"), {})], 1) == []
    assert key_parts([Source(str(tmp_path / "gone.parquet"), {}, "")], 1) == []
    (tmp_path / "broken.parquet").write_bytes(b"PAR1")
    assert key_parts([Source(str(tmp_path / "broken.parquet"), {}, "")], 1) == []


def test_a_part_that_takes_too_much_memory_is_not_made(tmp_path, monkeypatch):
    monkeypatch.setattr(key_ranges, "ROWS_IN_A_PART", 50)
    sources = write(tmp_path / "p.parquet", rows_of(), group=10)
    assert key_parts(sources, 1)
    monkeypatch.setattr(key_ranges, "MOST_ROWS", 50)
    assert key_parts(sources, 1) == []


@pytest.mark.parametrize("wrong", [("r0", "i1"), ("r1", "")])
def test_a_file_that_lies_about_its_keys_is_refused(tmp_path, wrong):
    (source,) = write(tmp_path / "p.parquet", [row for row in rows_of(1, 2) if row[0] and row[1]])
    ranges = (KeyRange(source, 0, 18, wrong, ("r9", "i9")),)
    with Store() as store, pytest.raises(InputError) as error:
        read_part(KeyPart(ranges, None, None), store, Vocabulary(), ReadingFaults())
    (problem,) = error.value.problems
    assert (problem.code, problem.place.file) == ("panel_wrong_statistics", source.name)
    assert problem.details == {"number": "0"}


def test_a_row_group_that_is_broken_is_told_with_its_file(tmp_path, small):
    path = tmp_path / "p.parquet"
    write(path, rows_of())
    data = bytearray(path.read_bytes())
    data[2000:4000] = bytes(2000)
    path.write_bytes(data)
    with pytest.raises(InputError) as error:
        judged(tmp_path, [path])
    assert (error.value.problems[0].code, error.value.problems[0].place.file) == ("panel_not_readable", str(path))


def test_of_cells_that_cannot_be_read_so_many_are_listed_and_all_counted(tmp_path, small, monkeypatch):
    rows = [(*row[:3], "many", *row[4:]) for row in rows_of() if row[0] and row[1]]
    write(tmp_path / "p.parquet", rows)
    monkeypatch.setattr(run_parts, "MOST_LISTED", 1)
    _, faults, counts, _ = judged(tmp_path, [tmp_path / "p.parquet"])
    assert counts["bad_value"] == len(rows)
    assert 1 <= faults.count(b"bad_value") < len(rows) / 2


def test_the_parts_are_many_for_each_worker(tmp_path, small, monkeypatch):
    write(tmp_path / "p.parquet", rows_of())
    monkeypatch.setattr(panel_run, "PARTS_OF_A_WORKER", 1000)
    with counted(monkeypatch) as parts:
        judged(tmp_path, [tmp_path / "p.parquet"])
    assert parts == []
