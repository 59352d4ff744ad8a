"""`kpi panel` run as a user runs it: files in, rows out, what cannot be used counted and listed."""

from __future__ import annotations

import csv
import gzip
import io
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from acceptance.kpi import KPI, environment, run
from acceptance.plans import make_plan

HEAD = "region,id,year,value,unit,target,target_year,direction\n"
LINES = [
    f"{region},{name},{year},{base * (1 + rate) ** (year - 2018):.3f},亿元,{base * 1.5},2028,up\n"
    for region, rate in (("历下区", 0.06), ("市中区", 0.03), ("天桥区", -0.01))
    for name, base in (("gdp", 1910.41), ("revenue", 140.5))
    for year in range(2018, 2024)
]
FAULTY = [
    "历下区,gdp,2023,n.a.,亿元,,2028,up\n",
    "历下区,revenue,2019,1,亿元,,2028,up\n",
    "槐荫区,gdp,2022,5,亿元,,2028,up\n",
]


@pytest.fixture
def panel(tmp_path):
    (tmp_path / "panel.csv").write_text(HEAD + "".join(LINES))
    return tmp_path / "panel.csv"


def rows(*args):
    return list(csv.DictReader(io.StringIO(run("panel", *args, "-f", "csv").out, newline="")))


def test_rows_come_sorted_whatever_the_order(panel, tmp_path):
    plain = run("panel", panel, "-f", "csv").stdout
    assert [(row["region"], row["id"]) for row in rows(panel)] == sorted(
        {(line.split(",")[0], line.split(",")[1]) for line in LINES}
    )
    shuffled = random.Random(1).sample(LINES, len(LINES))
    (tmp_path / "a.csv").write_text(HEAD + "".join(shuffled[:20]))
    (tmp_path / "b.csv.gz").write_bytes(gzip.compress((HEAD + "".join(shuffled[20:])).encode(), mtime=0))
    assert run("panel", tmp_path / "a.csv", tmp_path / "b.csv.gz", "-f", "csv", "--jobs", "1").stdout == plain


def test_parquet_holds_what_csv_says(panel, tmp_path):
    summary = run("panel", panel, "-o", tmp_path / "out.parquet", "--lang", "en").out
    assert "3 regions, 2 indicators" in summary
    found = pq.read_table(tmp_path / "out.parquet").to_pylist()
    for row, said in zip(found, rows(panel), strict=True):
        assert (row["region"], row["id"], row["status"]) == (said["region"], said["id"], said["status"])
        assert row["probability"] == float(said["probability"])
    first = (tmp_path / "out.parquet").read_bytes()
    run("panel", panel, "-o", tmp_path / "out.parquet", "--jobs", "2")
    assert (tmp_path / "out.parquet").read_bytes() == first


def test_folders_of_parquet_are_read(panel, tmp_path):
    for region in ("A", "B"):
        folder = tmp_path / "parts" / f"region={region}"
        folder.mkdir(parents=True)
        columns = {"id": ["gdp"] * 3, "year": [2020, 2021, 2022], "value": [10.0, 11.0, 12.5], "target": [20] * 3,
                   "target_year": [2026] * 3, "direction": ["up"] * 3}  # fmt: skip
        pq.write_table(pa.table(columns), folder / "0.parquet")
    assert [row["region"] for row in rows(tmp_path / "parts")] == ["A", "B"]


def test_what_cannot_be_used_is_counted_and_listed(panel, tmp_path):
    with panel.open("a") as file:
        file.writelines(FAULTY)
    page = run("panel", panel, "--faults", tmp_path / "faults.csv", "--lang", "en").out
    for said in (
        "values that are no number: 1",
        "years given twice with different values (the year is left out): 1",
        "no target: 1",
    ):
        assert said in page
    with (tmp_path / "faults.csv").open(newline="") as file:
        listed = list(csv.DictReader(file))
    assert [(row["fault"], row["region"], row["year"], row["value"]) for row in listed] == [
        ("bad_value", "历下区", "2023", "n.a."),
        ("different_duplicate", "历下区", "2019", "1"),
        ("no_target", "槐荫区", "", ""),
    ]
    assert "--faults" not in page
    assert "逐条写入文件" in run("panel", panel, "--lang", "zh").out
    left_out = [row["notes"] for row in rows(panel) if "values_left_out" in row["notes"]]
    assert len(left_out) == 2


def test_a_plan_holds_for_every_region_and_gives_the_rows_of_project(tmp_path):
    shares = {"measure": "share", "unit": "%", "targets": [{"value": 65}, {"year": 2023, "value": 60, "op": "="}]}
    published = [("gdp", 2018 + k, 100.5 + 7 * k) for k in range(6)]
    published += [("green", 2019 + k, 51.3 + k, "%") for k in range(4)] + [("jobs", 2022, 900.0, "万元")]
    indicators = [{"id": "gdp", "doubt": "?"}, {"id": "green", **shares}, {"id": "jobs"}]
    plan = make_plan(tmp_path / "plan", indicators=indicators, actuals=published)
    head, *published = (plan / "actuals.csv").read_text().splitlines()
    projected = list(csv.DictReader(io.StringIO(run("project", "--plan", plan, "-f", "csv", "--all").out, newline="")))
    lines = [f"{region},{line}\n" for region in ("B", "A") for line in published]
    (tmp_path / "panel.csv").write_text(f"region,{head}\n" + "".join(lines))
    found = rows(tmp_path / "panel.csv", "--plan", plan)
    for region in "AB":
        own = [{k: v for k, v in row.items() if k != "region"} for row in found if row["region"] == region]
        wanted = sorted(
            (row for row in projected if any(line.startswith(row["id"] + ",") for line in published)),
            key=lambda row: (row["id"], int(row["target_year"])),
        )
        assert own == wanted
        assert own


def test_columns_and_options(panel):
    found = rows(panel, "--columns", "region,status,interval,method,rule", "--interval", "95", "--method", "linear")
    assert list(found[0]) == ["region", "status", "interval", "method", "rule"]
    assert {(row["interval"], row["method"]) for row in found} == {("95", "linear")}
    assert {row["rule"] for row in rows(panel, "--rule", "eurostat")} == {"eurostat"}
    assert {row["latest_year"] for row in rows(panel, "--as-of", "2021")} == {"2021"}
    assert {row["baseline_year"] for row in rows(panel, "--baseline-year", "2020")} == {"2020"}
    json_lines = run("panel", panel, "-f", "jsonl", "--columns", "region").out
    assert json_lines.splitlines()[0] == '{"region": "历下区"}'


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.csv"], "none.csv:0:0: error file_not_found"),
        (["panel.csv", "--jobs", "0"], "--jobs"),
        (["panel.csv", "-o", "rows.docx"], "rows.docx"),
        (["panel.csv", "--columns", "regio", "-f", "csv"], "region"),
        (["panel.csv", "--temp", "nowhere"], "nowhere"),
        (["panel.csv", "-o", "no/where/rows.csv"], "no/where/rows.csv"),
        (["bad.csv"], "bad.csv:1:0: error panel_columns_missing"),
    ],
)
def test_wrong_use_and_files_exit_2(panel, arguments, said):
    (panel.parent / "bad.csv").write_text("region,id,jahr,value\nA,gdp,2020,1\n")
    result = run("panel", *arguments, "--lang", "en", code=2, cwd=panel.parent)
    assert result.stdout == b""
    assert said in result.err


def test_a_file_stays_as_it_was_when_something_is_wrong(panel, tmp_path):
    (tmp_path / "rows.csv").write_text("old")
    panel.write_bytes(panel.read_bytes() + b"\xff\xff,gdp,2020,1,,,,\n" * 3)
    result = run("panel", panel, "-o", tmp_path / "rows.csv", code=2)
    assert result.stdout == b""
    assert (tmp_path / "rows.csv").read_text() == "old"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["panel.csv", "rows.csv"]


@pytest.mark.parametrize("format_", ["csv", "parquet"])
def test_processes_give_the_bytes_of_one_thread(panel, tmp_path, format_):
    found = []
    for engine in (["--jobs", "1"], ["--jobs", "2", "--engine", "processes"]):
        run("panel", panel, "-f", format_, "-o", tmp_path / "out", *engine)
        found.append((tmp_path / "out").read_bytes())
    assert found[0] == found[1]
    run("panel", panel, "-f", "html", "--engine", "processes", "--jobs", "2", "-o", tmp_path / "map.html")


def is_at_work(process):
    """Whether a process is there and not only waits for its exit code to be read."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the system does not say which workers there are")
def test_an_interrupted_run_says_nothing_and_leaves_nothing(panel, tmp_path):
    """The workers are halted until the interrupt is there, so that it always comes before the end."""
    command = [KPI, "panel", panel, "-o", tmp_path / "out.parquet", "--engine", "processes", "--jobs", "2"]
    process = subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    children, workers = Path(f"/proc/{process.pid}/task/{process.pid}/children"), []
    while len(workers) < 2:
        workers = [int(word) for word in children.read_text().split()]
    for worker in workers:
        os.kill(worker, signal.SIGSTOP)
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    for worker in workers:
        os.kill(worker, signal.SIGCONT)
    assert process.communicate(timeout=50) == (b"", b"")
    assert process.returncode == 130
    assert [path.name for path in tmp_path.iterdir()] == ["panel.csv"]
    end = time.monotonic() + 20
    while any(map(is_at_work, workers)):
        assert time.monotonic() < end, "a worker is left behind"
        time.sleep(0.02)
