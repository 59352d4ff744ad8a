"""Which files of a panel are found, and how each is read."""

from __future__ import annotations

import gzip

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lixia_kpi.panel import delimited
from lixia_kpi.panel.faults import ReadingFaults
from lixia_kpi.panel.mapping import in_threads, serially
from lixia_kpi.panel.reading import read_panel_files
from lixia_kpi.panel.row_batch import Vocabulary
from lixia_kpi.panel.sources import PACKED, WORTH_PROCESSES, are_large, find_sources, source_of
from lixia_kpi.panel.store import Store
from lixia_kpi.problems import InputError

TIDY = "region,id,year,value\nA,gdp,2020,100\nA,gdp,2021,108.5\n"


def entries(*files, map_blocks=serially):
    """Read files and give what is known of each series: region, id, years, values; and what could not be read."""
    sources, problems = find_sources([str(file) for file in files])
    assert problems == []
    with Store() as store:
        faults = read_panel_files(sources, store, Vocabulary(), ReadingFaults, map_blocks=map_blocks)
        chunks = [chunk for run in store.runs() for chunk in run]
        single = [chunk.slice(k, k + 1) for chunk in chunks for k in range(len(chunk))]
    series = [(*one.key(0), *zip(one.year.tolist(), one.value.tolist(), strict=True)) for one in single]
    return series, faults.counts


GDP = [("A", "gdp", (2020, 100.0), (2021, 108.5))]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("p.csv", TIDY.encode()),
        ("p.csv", b"\xef\xbb\xbf" + TIDY.encode()),
        ("p.csv", TIDY.replace("\n", "\r\n").encode()),
        ("p.tsv", TIDY.replace(",", "\t").encode()),
        ("p.csv.gz", gzip.compress(TIDY.encode(), mtime=0)),
        ("P.CSV", b"Value,ID,Year,other,Region\n100,gdp,2020,x,A\n108.5,gdp,2021,y,A\n"),
        ("p.csv", b"region,id,2020,2021\nA,gdp,100,108.5\n"),
    ],
    ids=["csv", "byte-order-mark", "crlf", "tsv", "gzip", "columns", "wide"],
)
def test_delimited_files(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    assert entries(tmp_path / name) == (GDP, {})


def test_gb18030_is_read(tmp_path):
    (tmp_path / "p.csv").write_bytes("region,id,year,value\n历下区,gdp,2020,100\n".encode("gb18030"))
    assert entries(tmp_path / "p.csv")[0][0][:2] == ("历下区", "gdp")


def test_a_region_may_be_absent_and_ids_may_be_numbers(tmp_path):
    (tmp_path / "p.csv").write_text("id,year,value\n007,2020,1\n")
    assert entries(tmp_path / "p.csv")[0] == [("", "007", (2020, 1.0))]
    pq.write_table(pa.table({"id": [7], "year": pa.array([2020], pa.int64()), "value": [1]}), tmp_path / "p.parquet")
    assert entries(tmp_path / "p.parquet")[0] == [("", "7", (2020, 1.0))]


@pytest.mark.parametrize(
    "year",
    [pa.array([2020, 2021], pa.int16()), pa.array([2020.0, 2021.0]), pa.array(["2020", "2021"]),
     pa.array([18262, 18628], pa.date32())],
    ids=["int16", "double", "string", "date"],
)  # fmt: skip
def test_parquet_with_years_of_any_type(tmp_path, year):
    columns = {"region": pa.array(["A", "A"]).dictionary_encode(), "id": ["gdp"] * 2, "year": year}
    pq.write_table(pa.table({**columns, "value": pa.array([100.0, 108.5], pa.float64())}), tmp_path / "p.parquet")
    assert entries(tmp_path / "p.parquet") == (GDP, {})


def test_a_folder_of_folders_that_say_the_region(tmp_path):
    for region, value in (("B", 1.0), ("A%2F1", 2.0)):
        folder = tmp_path / f"region={region}"
        folder.mkdir()
        pq.write_table(pa.table({"id": ["x"], "year": [2020], "value": [value]}), folder / "part-0.parquet")
    (tmp_path / "_SUCCESS").write_text("")
    (tmp_path / ".hidden.csv").write_text("no,panel\n")
    found, _ = entries(tmp_path)
    assert found == [("A/1", "x", (2020, 2.0)), ("B", "x", (2020, 1.0))]


def test_a_cell_that_is_no_number_is_met_late_in_a_large_file(tmp_path, monkeypatch):
    monkeypatch.setattr("lixia_kpi.panel.delimited.BLOCK", 1024)
    lines = [f"A,i{k},{2000 + k % 20},{k}" for k in range(500)] + ["A,last,2020,n.a."]
    (tmp_path / "p.csv").write_text("region,id,year,value\n" + "\n".join(lines) + "\n")
    found, counts = entries(tmp_path / "p.csv")
    assert counts == {"bad_value": 1}
    assert len(found) == 501


def test_cells_without_a_figure_are_the_same_whether_others_are_bad_or_not(tmp_path):
    (tmp_path / "p.csv").write_text(TIDY + "A,gdp,2022,NA\nA,gdp,2023,-\n")
    (tmp_path / "q.csv").write_text(TIDY + "A,gdp,2022,NA\nA,gdp,2023,-\nB,x,2023,?\n")
    assert entries(tmp_path / "p.csv")[1] == {}
    assert entries(tmp_path / "q.csv")[1] == {"bad_value": 1}


def test_lines_with_too_many_cells_are_counted(tmp_path):
    (tmp_path / "p.csv").write_text(TIDY + "A,gdp,2022,1,200\nB,gdp,2020\n")
    assert entries(tmp_path / "p.csv") == (GDP, {"ragged_row": 2})


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("p.csv", b"", "empty_file"),
        ("p.csv", b"region,id,jahr,value\n", "panel_columns_missing"),
        ("p.csv", b"id,year,year,value\n", "duplicate_column"),
        ("p.parquet", b"id,year,value\n", "panel_not_readable"),
        ("p.csv.gz", b"id,year,value\n", "panel_not_readable"),
    ],
)
def test_files_that_cannot_be_read(tmp_path, name, content, code):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as fault:
        entries(tmp_path / name)
    assert [problem.code for problem in fault.value.problems] == [code]


def test_names_that_lead_nowhere(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "p.docx").write_text("")
    _, problems = find_sources([str(tmp_path / name) for name in ("empty", "p.docx", "no.csv")])
    assert [problem.code for problem in problems] == ["panel_empty_folder", "panel_unknown_suffix", "file_not_found"]
    assert source_of("p.docx") is None


def test_files_are_large_by_the_text_that_is_in_them(tmp_path):
    def sparse(name, size):
        with (tmp_path / name).open("wb") as file:
            file.truncate(size)
        return source_of(str(tmp_path / name))

    half = WORTH_PROCESSES // 2
    assert not are_large([])
    assert not are_large([sparse("a.csv", half), source_of(str(tmp_path / "missing.csv"))])
    assert are_large([sparse("a.csv", half), sparse("b.csv", half)])
    assert are_large([sparse("a.csv", half), sparse("b.parquet", half // PACKED)])
    assert not are_large([sparse("a.csv.gz", half // PACKED)])


LONG = (
    "\nregion,id,year,value\n"
    + "".join(f"历下区,gdp{k % 7},{2000 + k // 7},{k + 0.25}\n" for k in range(70))
    + 'too,few\n"A, B",x,2020,1\n\nA,x,2020,1,2\nA,x,2020,n.a.\nA,x,2021,7'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_it_does_not_matter_where_a_file_is_cut_into_blocks(tmp_path, monkeypatch, encoding, line_end):
    (tmp_path / "p.csv").write_bytes(LONG.replace("\n", line_end).encode(encoding))
    (tmp_path / "q.csv.gz").write_bytes(gzip.compress(LONG.encode(encoding)))
    whole = entries(tmp_path / "p.csv")
    assert len(whole[0]) == 9
    assert whole[1] == {"ragged_row": 2, "bad_value": 1}
    monkeypatch.setattr(delimited, "_TAIL", 5)
    for size in (7, 64, 1000):
        monkeypatch.setattr(delimited, "BLOCK", size)
        assert repr(entries(tmp_path / "p.csv")) == repr(whole)  # one of the values is not a number
    assert repr(entries(tmp_path / "q.csv.gz", map_blocks=in_threads(3))) == repr(whole)
