"""Reading and judging a plan of 20,000 indicators: seconds and memory of the whole process.

Writes a plan of so many indicators, with a baseline and four years of actuals each, into a temporary folder and runs
`kpi project` on it. The run has one thread, so its processor time is what it takes where nothing else runs; the time
by the clock is printed beside it. `--check` exits 1 where the run takes 10 seconds of the processor or 1 GB.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

KPI = str(Path(sys.executable).with_name("kpi"))
SECONDS, MEGABYTES = 10.0, 1024.0

_INDICATOR = """  - id: indicator_{n}
    name: {{zh: 第{n}项指标, en: Indicator {n}}}
    chapter: {chapter}
    section: {section}
    heading: 第{section}节
    group: {group}
    measure: {measure}
    direction: up
    unit: {unit}
    targets:
      - {{year: 2025, form: level, op: '>=', value: {target}, wording: 达到}}
"""
_HEAD = """schema: 1
plan:
  id: large
  name: {zh: 大规划, en: Large plan}
  period: {start: 2021, end: 2025}
  baseline_year: 2020
indicators:
"""
_GROUPS = ("economy", "industry", "innovation", "city", "environment", "openness", "livelihood", "governance")


def write_plan(folder: Path, indicators: int) -> None:
    """Write a plan whose figures differ from indicator to indicator, without chance: the same files every time."""
    targets, baselines = [_HEAD], ["schema: 1\nyear: 2020\nindicators:\n"]
    actuals = ["id,year,value,unit,source\n"]
    for n in range(indicators):
        share = n % 3 == 0
        unit, base = ("'%'", 20 + n % 50) if share else ("亿元", 100 + n % 900)
        targets.append(
            _INDICATOR.format(
                n=n, chapter=1 + n % 12, section=1 + n % 7, group=_GROUPS[n % 8], unit=unit,
                measure="share" if share else "amount", target=base + 5 + n % 11 if share else round(base * 1.4, 1),
            )
        )  # fmt: skip
        baselines.append(f"  - {{id: indicator_{n}, value: {base}, unit: {unit}}}\n")
        for k, year in enumerate(range(2021, 2025), start=1):
            value = base + k * (1 + n % 3) / 2 if share else round(base * (1 + (n % 12) / 100) ** k, 2)
            actuals.append(f"indicator_{n},{year},{value},{unit.strip(chr(39))},公报\n")
    (folder / "targets.yaml").write_text("".join(targets), encoding="utf-8")
    (folder / "baseline_2020.yaml").write_text("".join(baselines), encoding="utf-8")
    (folder / "actuals.csv").write_text("".join(actuals), encoding="utf-8")


def measure(folder: Path, format_: str) -> tuple[float, float, float, int]:
    """Run `kpi project` on the folder: seconds by the clock, of the processor, megabytes at most, lines written."""
    begun = time.perf_counter()
    process = subprocess.Popen([KPI, "project", "--plan", str(folder), "-f", format_], stdout=subprocess.PIPE)
    assert process.stdout is not None
    lines = process.stdout.read().count(b"\n")
    _, code, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    if process.returncode:
        raise SystemExit(f"kpi project ended with {process.returncode}")
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, kilobytes / 1024, lines


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--indicators", type=int, default=20_000)
    parser.add_argument("--check", action="store_true", help="exit 1 where a bound is broken")
    options = parser.parse_args()

    broken = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_plan(folder, options.indicators)
        size = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
        print(
            f"{options.indicators} indicators, {size:.1f} MB of YAML and CSV (bounds: {SECONDS:g} s, {MEGABYTES:g} MB)"
        )
        for format_ in ("csv", "table"):
            clock, seconds, megabytes, lines = measure(folder, format_)
            print(
                f"kpi project -f {format_:6}{clock:6.1f} s by the clock{seconds:6.1f} s of the processor"
                f"{megabytes:7.0f} MB{lines:8} lines"
            )
            broken |= seconds > SECONDS or megabytes > MEGABYTES
    return 1 if broken and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
