"""How long `kpi` takes to start, beside `import pandas`, measured in turn in one run.

A time in milliseconds says more about the machine than about the program; the ratio to a well-known import, taken in
the same minute, is what stays comparable. Prints the minimum, the median and the ratios of both; `--check` exits 1
where a bound is broken.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

PYTHON = sys.executable
KPI = str(Path(PYTHON).with_name("kpi"))
REFERENCE = "import pandas"

RUNS: dict[str, list[str]] = {
    REFERENCE: [PYTHON, "-c", "import pandas"],
    "python -c pass": [PYTHON, "-c", "pass"],
    "import numpy": [PYTHON, "-c", "import numpy"],
    "import typer": [PYTHON, "-c", "import typer"],
    "kpi --version": [KPI, "--version"],
    "kpi --help": [KPI, "--help"],
    "kpi project --help": [KPI, "project", "--help"],
    "kpi project": [KPI, "project"],
    "kpi project -f csv": [KPI, "project", "-f", "csv"],
}
BOUNDS = {"kpi --version": 0.4, "kpi --help": 0.4, "kpi project": 0.65}
"""The most a command may take, as a part of the reference."""


def measure(rounds: int) -> dict[str, list[float]]:
    """Run everything `rounds` times in turn, so that a busy moment meets all alike; seconds by name."""
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    seconds: dict[str, list[float]] = {name: [] for name in RUNS}
    for turn in range(rounds + 1):
        for name, command in RUNS.items():
            begun = time.perf_counter()
            subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, env=env)
            if turn:  # the first turn warms caches
                seconds[name].append(time.perf_counter() - begun)
    return seconds


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15, help="times each is run (15)")
    parser.add_argument("--check", action="store_true", help="exit 1 where a bound is broken")
    options = parser.parse_args()

    seconds = measure(options.rounds)
    least, middle = min(seconds[REFERENCE]), median(seconds[REFERENCE])
    broken = []
    print(f"{'':22}{'least':>8}{'median':>8}{'ratio':>8}{'median':>8}{'bound':>8}")
    for name, taken in seconds.items():
        ratio, bound = min(taken) / least, BOUNDS.get(name)
        print(
            f"{name:22}{1000 * min(taken):6.0f}ms{1000 * median(taken):6.0f}ms"
            f"{ratio:8.2f}{median(taken) / middle:8.2f}{bound if bound else '':>8}"
        )
        # A busy machine lengthens runs, it never shortens them: the least of each is what the program takes.
        if bound is not None and ratio > bound:
            broken.append(f"{name} took {ratio:.2f} of the reference, more than {bound}")
    print(*broken, sep="\n", end="\n" if broken else "")
    return 1 if broken and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
