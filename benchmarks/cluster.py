"""A panel on Dask workers of this machine: one worker against two, beside the engines of one machine.

Writes a panel of so many series of ten years into a temporary folder, as several Parquet files in no order, and runs
`kpi panel` on it, once an engine, with the rows written as Parquet and with the summary alone. The time is that of the
whole command by the clock, the start of the workers included: run it where nothing else runs. `--check` exits 1 where
two workers are not 1.5 times as fast as one.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

KPI = str(Path(sys.executable).with_name("kpi"))
YEARS, INDICATORS, FILES = 10, 150, 8
LEAST_RATIO = 1.5


def write_panel(folder: Path, series: int) -> None:
    """Write a panel whose figures differ from series to series, the same every time; rows in no order."""
    rng = np.random.default_rng(5)
    regions = -(-series // INDICATORS)
    names = pa.array([f"i{number:03d}" for number in range(INDICATORS)])
    places = pa.array([f"r{number:06d}" for number in range(regions)])
    for file, chosen in enumerate(np.array_split(rng.permutation(series), FILES)):
        values = 100 * np.exp(np.cumsum(rng.normal(0.05, 0.05, (len(chosen), YEARS)), axis=1))
        order = rng.permutation(len(chosen) * YEARS)
        region, name = np.divmod(np.repeat(chosen.astype(np.int32), YEARS)[order], np.int32(INDICATORS))
        table = pa.table(
            {
                "region": pa.DictionaryArray.from_arrays(pa.array(region), places),
                "id": pa.DictionaryArray.from_arrays(pa.array(name), names),
                "year": np.tile(np.arange(2015, 2015 + YEARS, dtype=np.int32), len(chosen))[order],
                "value": values.ravel()[order],
                "target": np.repeat(values[:, 4] * 1.5, YEARS)[order],
                "target_year": np.full(len(order), 2030, dtype=np.int32),
                "direction": pa.DictionaryArray.from_arrays(pa.array(np.zeros(len(order), np.int32)), pa.array(["up"])),
            }
        )
        pq.write_table(table, folder / f"{file}.parquet")


def seconds(panel: Path, temp: Path, *options: str) -> float:
    """Run the command and give its time by the clock [s]."""
    start = time.perf_counter()
    command = [KPI, "panel", str(panel), "--temp", str(temp), *options]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "OMP_NUM_THREADS": "1"})
    return time.perf_counter() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--series", type=int, default=4_000_000)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        panel, temp = Path(place, "panel"), Path(place, "temp")
        panel.mkdir()
        temp.mkdir()
        write_panel(panel, given.series)
        print(f"{given.series:,} series of {YEARS} years, {FILES} Parquet files, {os.cpu_count()} processors")
        print(f"{'engine':<16}{'summary [s]':>14}{'rows [s]':>14}")
        found: dict[str, tuple[float, float]] = {}
        runs = {
            "without dask": (), "dask, 1 worker": ("--engine", "dask", "--jobs", "1"),
            "dask, 2 workers": ("--engine", "dask", "--jobs", "2"),
        }  # fmt: skip
        for name, options in runs.items():
            found[name] = seconds(panel, temp, *options), seconds(panel, temp, *options, "-o", str(temp / "r.parquet"))
            print(f"{name:<16}{found[name][0]:>14.1f}{found[name][1]:>14.1f}", flush=True)
    one, two = found["dask, 1 worker"], found["dask, 2 workers"]
    ratios = [before / after for before, after in zip(one, two, strict=True)]
    print(f"{'two against one':<16}{ratios[0]:>13.2f}x{ratios[1]:>13.2f}x")
    return int(given.check and min(ratios) < LEAST_RATIO)


if __name__ == "__main__":
    sys.exit(main())
