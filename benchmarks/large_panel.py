"""`kpi panel` beside the libraries that only read and write: ratios in one run, whole processes, and peak memory.

Makes panels of yearly series without chance, runs the command on them and prints, for each bound, what was measured and
what it may be at most:

- Parquet to Parquet, one million series of ten years, every column: the time in which pyarrow alone reads the input and
  writes the output's bytes, times 3;
- tidy CSV of ten million rows: the fastest reader's time for the file plus the bare arithmetic, times 2;
- cost per series and memory from ten thousand series to a million: neither may grow;
- three million series by two jobs, with `--large` ten million as well: at most the time of one divided by 1.7.

Times are the best of `--repeat` runs by the clock; the processor's time stands beside them, that of worker processes
included, as they are in the memory. `--check` exits 1 where a bound is missed, `--large` adds ten million series and a
tidy file of fifty million rows in scattered order, which take several minutes and some gigabytes of disk. The bounds
are meant for a machine on which nothing else runs.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.csv as pv
import pyarrow.parquet as pq

from size_plot import draw

KPI = str(Path(sys.executable).with_name("kpi"))
YEARS = np.arange(2014, 2024, dtype=np.int32)
IDS = 400
CHUNK = 50_000
TIMES_PYARROW, TIMES_READER, MEGABYTES = 3.0, 2.0, 2048.0
GROWTH = 1.3
"""How much more a series may cost in a panel ten times as large."""


TIMES_FASTER = 1.7
"""How much sooner two jobs are to end than one."""


class Cost(NamedTuple):
    """Seconds by the clock and of the processor, and peak memory [MB] of a process and its workers."""

    seconds: float
    processor: float
    megabytes: float

    def __str__(self) -> str:
        return f"{self.seconds:7.2f} s  {self.processor:7.2f} s cpu  {self.megabytes:6.0f} MB"


def make_panel(path: Path, series: int, *, scattered: bool = False) -> None:
    """Write a tidy panel, Parquet or CSV by its suffix: regions of 400 indicators, a target for each series.

    `scattered` puts neighbouring series far from each other.
    """
    writer = None
    step = 611_953 if scattered else 1
    for start in range(0, series, CHUNK):
        numbers = np.arange(start, min(start + CHUNK, series)) * step % series
        table = _rows(numbers)
        if writer is None:
            make = pq.ParquetWriter if path.suffix == ".parquet" else pv.CSVWriter
            writer = make(str(path), table.schema)
        writer.write_table(table)
    assert writer is not None
    writer.close()


def _rows(numbers: np.ndarray) -> pa.Table:
    count = len(YEARS)
    phase = numbers * 0.754877666 % 1
    growth = 1.0 + 0.06 * (phase - 0.3)
    waves = 1 + 0.03 * np.sin(numbers[:, None] * 0.1 + np.arange(count) * (1 + phase[:, None]))
    values = np.round((50 + numbers % 977)[:, None] * growth[:, None] ** np.arange(count) * waves, 2)
    regions = np.array([f"r{k:06d}" for k in np.unique(numbers // IDS)])
    of_region = np.unique(numbers // IDS, return_inverse=True)[1].astype(np.int32)
    ids = [f"indicator_{k:03d}" for k in range(IDS)]

    def words(codes: np.ndarray, names: list[str]) -> pa.Array:
        return pa.DictionaryArray.from_arrays(pa.array(np.repeat(codes, count).astype(np.int32)), pa.array(names))

    same = np.zeros(len(numbers), dtype=np.int32)
    return pa.table(
        {
            "region": words(of_region, regions.tolist()).cast(pa.string()),
            "id": words((numbers % IDS).astype(np.int32), ids).cast(pa.string()),
            "year": np.tile(YEARS, len(numbers)),
            "value": values.ravel(),
            "unit": words(same, ["亿元"]).cast(pa.string()),
            "target": np.repeat(np.round(values[:, 0] * 1.5, 1), count),
            "target_year": np.full(values.size, 2030, dtype=np.int32),
            "direction": words(same, ["up"]).cast(pa.string()),
        }
    )


def run(*command: str) -> Cost:
    """Run a command and measure the whole process, its workers included."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    memories, done = [0.0], Event()

    def look() -> None:
        while not done.wait(0.02):
            memories.append(_resident(process.pid))

    watcher = Thread(target=look)
    watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    done.set()
    watcher.join()
    assert status == 0, command
    own = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    return Cost(seconds, usage.ru_utime + usage.ru_stime, max(own, *memories))


def _resident(process: int) -> float:
    """Give the memory of a process and of those it has started [MB], where the system tells it."""
    try:
        workers = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        pages = [int(Path(f"/proc/{one}/statm").read_text().split()[1]) for one in (process, *workers)]
    except OSError:
        return 0.0
    return sum(pages) * os.sysconf("SC_PAGE_SIZE") / 1024**2


def best(repeat: int, *command: str) -> Cost:
    """Run a command some times and give the quickest run."""
    return min((run(*command) for _ in range(repeat)), key=lambda cost: cost.seconds)


def python(code: str, *arguments: str) -> tuple[str, ...]:
    """Give the command that runs some lines of Python."""
    return sys.executable, "-c", code, *arguments


READ_AND_WRITE = """
import sys, time
import pyarrow.parquet as pq
out = pq.read_table(sys.argv[2])
begun, worked = time.perf_counter(), time.process_time()
pq.read_table(sys.argv[1])
pq.write_table(out, sys.argv[3])
print(time.perf_counter() - begun, time.process_time() - worked)
"""
READERS = {
    "pyarrow": """
import sys, time
import pyarrow.csv
begun, worked = time.perf_counter(), time.process_time()
pyarrow.csv.read_csv(sys.argv[1])
print(time.perf_counter() - begun, time.process_time() - worked)
""",
    "polars": """
import sys, time
import polars
begun, worked = time.perf_counter(), time.process_time()
polars.read_csv(sys.argv[1])
print(time.perf_counter() - begun, time.process_time() - worked)
""",
}
WITHIN = """
import resource, sys, time
from lixia_kpi.cli.options import PanelEvidence
from lixia_kpi.cli.panel_run import PanelRequest, judge_panel
from lixia_kpi.render.panel_rows.parquet import ParquetRows
from lixia_kpi.tables.columns import PANEL, columns
from lixia_kpi.panel.without_pandas import keep_pandas_away
import pyarrow.parquet, lixia_kpi.projection.calibrated
keep_pandas_away()
begun, worked = time.perf_counter(), time.process_time()
with open(sys.argv[2], "wb") as sink:
    writer = ParquetRows(sink, columns(PANEL))
    judge_panel(PanelRequest((sys.argv[1],), None, None, None, None, None), PanelEvidence(), (writer,))
    writer.close()
ended, workers = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
print(ended - begun, time.process_time() - worked + workers.ru_utime + workers.ru_stime)
"""
ARITHMETIC = """
import resource, sys, time
from functools import partial
from lixia_kpi.cli.panel_workers import start_engine
from lixia_kpi.panel.block import Setting
from lixia_kpi.panel.blocks import blocks_of
from lixia_kpi.panel.faults import FaultCount, ReadingFaults
from lixia_kpi.panel.reading import read_panel_files
from lixia_kpi.panel.row_batch import Vocabulary
from lixia_kpi.panel.run import run_blocks
from lixia_kpi.panel.sources import find_sources
from lixia_kpi.panel.store import Store
from lixia_kpi.panel.targets_of_columns import TargetsOfColumns
from lixia_kpi.panel.without_pandas import keep_pandas_away
keep_pandas_away()
words = Vocabulary()
sources = find_sources(sys.argv[1:2])[0]
with Store() as store:
    read_panel_files(sources, store, words, ReadingFaults)
    blocks = list(blocks_of(store, TargetsOfColumns(words, None), FaultCount()))
with start_engine(sources, None, None, []) as map_partitions:
    run_blocks(blocks[:4], Setting(), (), map_partitions=map_partitions)
    begun, worked = time.perf_counter(), time.process_time()
    run_blocks(blocks, Setting(), (), map_partitions=map_partitions)
    ended = time.perf_counter()
workers = resource.getrusage(resource.RUSAGE_CHILDREN)
print(ended - begun, time.process_time() - worked + workers.ru_utime + workers.ru_stime)
"""


class Time(NamedTuple):
    """Seconds by the clock and of the processor."""

    seconds: float
    processor: float

    def __str__(self) -> str:
        return f"{self.seconds:7.2f} s  {self.processor:7.2f} s cpu"


def said(repeat: int, *command: str) -> Time:
    """Give the smallest times that a command prints in some runs."""
    texts = [subprocess.run(command, capture_output=True, check=True, text=True).stdout.split() for _ in range(repeat)]
    return Time(min(float(text[0]) for text in texts), min(float(text[1]) for text in texts))


def parquet_to_parquet(folder: Path, repeat: int) -> bool:
    """Set the command beside pyarrow reading its input and writing its output."""
    source, out, again = folder / "1000000.parquet", folder / "out.parquet", folder / "again.parquet"
    make_panel(source, 1_000_000)
    whole = best(repeat, KPI, "panel", str(source), "-o", str(out))
    inside = said(repeat, *python(WITHIN, str(source), str(out)))
    plain = said(repeat, *python(READ_AND_WRITE, str(source), str(out), str(again)))
    print(f"\nParquet to Parquet, 1,000,000 series, {len(pq.read_schema(out).names)} columns")
    print(f"  kpi panel, the whole process       {whole}")
    print(f"  kpi panel, without its start       {inside}")
    print(f"  pyarrow reads input, writes output {plain}")
    print(f"  ratio of the processor's time      {inside.processor / plain.processor:7.2f}")
    return _bound("  ratio", inside.seconds / plain.seconds, TIMES_PYARROW)


def tidy_csv(folder: Path, repeat: int) -> bool:
    """Set the command beside the fastest reader and the bare arithmetic."""
    source, out = folder / "1000000.csv", folder / "out.parquet"
    make_panel(source, 1_000_000)
    whole = best(repeat, KPI, "panel", str(source), "-o", str(out))
    inside = said(repeat, *python(WITHIN, str(source), str(out)))
    times = {}
    for name, code in READERS.items():
        try:
            times[name] = said(repeat, *python(code, str(source)))
        except subprocess.CalledProcessError:
            print(f"  {name} is not installed")
    arithmetic = said(repeat, *python(ARITHMETIC, str(source)))
    print(f"\nTidy CSV, 10,000,000 rows, {source.stat().st_size / 1e6:.0f} MB")
    print(f"  kpi panel, the whole process       {whole}")
    print(f"  kpi panel, without its start       {inside}")
    for name, seconds in times.items():
        print(f"  {name:<8} reads it                  {seconds}")
    print(f"  bare arithmetic                    {arithmetic}")
    fastest = min(times.values())
    print(f"  ratio of the processor's time      {inside.processor / (fastest.processor + arithmetic.processor):7.2f}")
    return _bound("  ratio", inside.seconds / (fastest.seconds + arithmetic.seconds), TIMES_READER)


def growth(folder: Path, repeat: int, *, large: bool, picture: Path | None) -> bool:
    """Print cost and memory by the number of series; neither may grow with it."""
    print("\nCost by the number of series, Parquet to Parquet (whole processes)")
    found = []
    sizes = [10_000, 100_000, 1_000_000, *([10_000_000] if large else [])]
    for series in sizes:
        source = folder / f"{series}.parquet"
        if not source.exists():
            make_panel(source, series)
        cost = best(repeat if series <= 1_000_000 else 1, KPI, "panel", str(source), "-o", str(folder / "out.parquet"))
        found.append(cost)
        print(f"  {series:>10,} series {cost}  {1e6 * cost.processor / series:7.2f} µs cpu a series")
        if series > 1_000_000:
            source.unlink()
    if picture:
        rows = [(series, cost.seconds, cost.megabytes) for series, cost in zip(sizes, found, strict=True)]
        draw(picture, "kpi panel: ten years a series, every row as Parquet, by the clock; peak memory", rows)
    good = True
    steps = zip(found, found[1:], sizes, sizes[1:], strict=False)
    marginal = [(after.processor - before.processor) / (n - m) for before, after, m, n in steps]
    for later, earlier in zip(marginal[1:], marginal, strict=False):
        good &= _bound("  cpu of each further series, to before", later / earlier, GROWTH)
    return good & _bound("  memory [MB]", max(cost.megabytes for cost in found), MEGABYTES)


def two_jobs(folder: Path, repeat: int, *, large: bool) -> bool:
    """Set two jobs beside one: with three million series, and with ten million, of whose time the start is less."""
    good = _two_jobs(folder, repeat, 3_000_000)
    return (_two_jobs(folder, repeat, 10_000_000) & good) if large else good


def _two_jobs(folder: Path, repeat: int, series: int) -> bool:
    """Set two jobs beside one, by turns, and beside two runs at once on half the series each, which is the limit."""
    source, half = folder / "whole.parquet", folder / "half.parquet"
    make_panel(source, series)
    make_panel(half, series // 2)

    def judge(jobs: int, file: Path = source, number: int = 0) -> Cost:
        return run(KPI, "panel", str(file), "-o", str(folder / f"out{number}.parquet"), "--jobs", str(jobs))

    def halves() -> Cost:
        with ThreadPoolExecutor(2) as pool:
            both = list(pool.map(lambda number: judge(1, half, number), (1, 2)))
        return Cost(
            max(cost.seconds for cost in both),
            sum(cost.processor for cost in both),
            sum(cost.megabytes for cost in both),
        )

    turns = [(judge(1), judge(2), halves()) for _ in range(repeat)]
    one, two, apart = (min(costs, key=lambda cost: cost.seconds) for costs in zip(*turns, strict=True))
    source.unlink()
    half.unlink()
    print(f"\n{series:,} series by one job and by two, Parquet to Parquet (whole processes)")
    print(f"  --jobs 1                           {one}")
    print(f"  --jobs 2                           {two}")
    print(f"  two runs at once, half each        {apart}")
    print(f"  these to one, of the time          {apart.seconds / one.seconds:7.2f}")
    return _bound("  memory [MB]", two.megabytes, MEGABYTES) & _bound(
        "  two jobs to one, of the time", two.seconds / one.seconds, 1 / TIMES_FASTER
    )


def fifty_million_rows(folder: Path) -> bool:
    """Judge a tidy file of fifty million rows in scattered order."""
    source = folder / "50m.csv"
    make_panel(source, 5_000_000, scattered=True)
    print(f"\nTidy CSV in scattered order, 50,000,000 rows, {source.stat().st_size / 1e9:.1f} GB")
    cost = run(KPI, "panel", str(source), "-o", str(folder / "out.parquet"), "--temp", str(folder))
    source.unlink()
    print(f"  kpi panel, the whole process       {cost}")
    return _bound("  memory [MB]", cost.megabytes, MEGABYTES)


def _bound(what: str, found: float, most: float) -> bool:
    good = found <= most
    print(f"{what:<36} {found:8.2f}, at most {most:.2f}: {'kept' if good else 'MISSED'}")
    return good


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="exit 1 where a bound is missed")
    parser.add_argument("--large", action="store_true", help="also ten million series, and fifty million rows")
    parser.add_argument("--repeat", type=int, default=3, help="runs of which the quickest counts")
    parser.add_argument("--svg", type=Path, help="draw cost and memory by the number of series into this file")
    parser.add_argument("--only", choices=("parquet", "csv", "growth", "jobs", "rows"), help="one measurement alone")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kpi-benchmark-") as place:
        folder = Path(place)
        measurements = {
            "parquet": lambda: parquet_to_parquet(folder, options.repeat),
            "csv": lambda: tidy_csv(folder, options.repeat),
            "growth": lambda: growth(folder, options.repeat, large=options.large, picture=options.svg),
            "jobs": lambda: two_jobs(folder, options.repeat, large=options.large),
            "rows": lambda: fifty_million_rows(folder),
        }
        chosen = (
            [options.only]
            if options.only
            else ["parquet", "csv", "growth", "jobs", *(["rows"] if options.large else [])]
        )
        kept = [measurements[name]() for name in chosen]
    return 1 if options.check and not all(kept) else 0


if __name__ == "__main__":
    sys.exit(main())
