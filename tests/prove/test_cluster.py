"""A panel on a cluster of processes, one of them killed in mid-run: the result is that of one machine, to the byte.

Run by `make prove`.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import numpy as np
import psutil
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from acceptance.kpi import KPI, environment, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REGIONS, INDICATORS, YEARS = 400, 100, 10
LONGEST = 300


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Rows in no order, in several files, with a doubled row."""
    rng = np.random.default_rng(11)
    series = REGIONS * INDICATORS
    values = 100 * np.exp(np.cumsum(rng.normal(0.05, 0.05, (series, YEARS)), axis=1))
    region, name = np.divmod(np.repeat(np.arange(series, dtype=np.int32), YEARS), np.int32(INDICATORS))
    table = pa.table(
        {
            "region": pa.DictionaryArray.from_arrays(pa.array(region), pa.array([f"r{i:04d}" for i in range(REGIONS)])),
            "id": pa.DictionaryArray.from_arrays(pa.array(name), pa.array([f"i{i:03d}" for i in range(INDICATORS)])),
            "year": np.tile(np.arange(2015, 2015 + YEARS), series),
            "value": values.ravel(),
            "target": np.repeat(values[:, 4] * 1.5, YEARS),
            "target_year": np.full(series * YEARS, 2030),
            "direction": pa.DictionaryArray.from_arrays(pa.array(np.zeros(len(region), np.int32)), pa.array(["up"])),
        }
    )
    folder = tmp_path_factory.mktemp("panel")
    order = np.append(rng.permutation(len(table)), [5])
    for number, rows in enumerate(np.array_split(order, 4)):
        pq.write_table(table.take(pa.array(rows)), folder / f"{number}.parquet")
    return folder


@pytest.fixture(scope="module")
def alone(panel: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes, bytes]:
    """Rows, faults and page of one machine."""
    place = tmp_path_factory.mktemp("alone")
    page = run("panel", panel, "-o", place / "rows.csv", "--faults", place / "faults.csv").stdout
    return (place / "rows.csv").read_bytes(), (place / "faults.csv").read_bytes(), page


def workers_of(process: int) -> list[int]:
    """The workers among the processes below one; the one that watches over shared memory is none."""
    below = psutil.Process(process).children(recursive=True)
    return [child.pid for child in below if "spawn_main" in " ".join(child.cmdline())]


@pytest.mark.parametrize("stage", ["part*", "rows*"], ids=["while-splitting", "while-judging"])
def test_a_killed_worker_changes_nothing(
    panel: Path, alone: tuple[bytes, bytes, bytes], tmp_path: Path, stage: str
) -> None:
    temp, rows, faults = tmp_path / "temp", tmp_path / "rows.csv", tmp_path / "faults.csv"
    temp.mkdir()
    command = [KPI, "panel", panel, "--engine", "dask", "--jobs", "2", "--temp", temp, "-o", rows, "--faults", faults]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
    begun = time.monotonic()
    while not list(temp.glob(f"*/{stage}")):
        assert time.monotonic() - begun < LONGEST
        assert started.poll() is None
        time.sleep(0.005)
    before = workers_of(started.pid)
    assert len(before) == 2
    os.kill(before[0], signal.SIGKILL)
    page, complaints = started.communicate(timeout=LONGEST)
    assert (started.returncode, complaints) == (0, b"")
    assert (rows.read_bytes(), faults.read_bytes(), page) == alone
    assert rows.read_bytes().count(b"\r\n") == REGIONS * INDICATORS + 1
    assert list(temp.iterdir()) == []


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """A scheduler that runs by itself, without workers yet."""
    file = tmp_path / "scheduler.json"
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard"]
    command += ["--host", "127.0.0.1", "--scheduler-file", str(file)]
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not file.exists() or not file.read_text():
        assert started.poll() is None
        time.sleep(0.05)
    yield json.loads(file.read_text())["address"]
    started.terminate()
    started.wait()


def test_a_running_cluster_does_the_work_and_goes_on(
    panel: Path, alone: tuple[bytes, bytes, bytes], tmp_path: Path, scheduler: str
) -> None:
    temp, rows, faults = tmp_path / "temp", tmp_path / "rows.csv", tmp_path / "faults.csv"
    temp.mkdir()
    command = ["panel", panel, "--engine", "dask", "--scheduler", scheduler, "--temp", temp]
    without = run(*command, code=2)
    assert without.stdout == b""
    assert scheduler in without.err
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", scheduler, "--no-dashboard", "--nthreads", "1"]
    started = subprocess.Popen(worker, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=tmp_path)
    try:
        for _ in range(2):
            page = run(*command, "-o", rows, "--faults", faults).stdout
            assert (rows.read_bytes(), faults.read_bytes(), page) == alone
    finally:
        started.terminate()
        started.wait()
