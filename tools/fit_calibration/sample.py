"""Draw a small sample of windows from the openly licensed part of a panel: `sample.py PANEL OUT`."""

from __future__ import annotations

import argparse
import gzip
from collections import Counter
from pathlib import Path

import numpy as np
from panel import SEED, read_panel

OPEN = {"gapminder_sg": 160, "un_sdg_2020": 160, "uk_ons_sdg": 120, "wb_gdp": 50, "wb_population": 20}
"""Data sets whose licence lets them be passed on, and how many windows of each are taken."""

YEARS, HORIZON = 10, 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("panel", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    generator = np.random.default_rng(SEED)
    series = [one for one in read_panel(options.panel) if one.dataset in OPEN]
    taken: Counter[str] = Counter()
    columns = [f"x{k}" for k in range(1, YEARS + 1)] + [f"y{k}" for k in range(1, HORIZON + 1)]
    lines = [",".join(["dataset", "series_id", "measure", *columns])]
    for position in generator.permutation(len(series)):
        one = series[int(position)]
        room = len(one.values) - YEARS - HORIZON
        if room < 0 or taken[one.dataset] == OPEN[one.dataset]:
            continue
        start = int(generator.integers(room + 1))
        values = one.values[start : start + YEARS + HORIZON]
        taken[one.dataset] += 1
        name = one.identifier.replace('"', "'")
        lines.append(",".join([one.dataset, f'"{name}"', one.measure, *(f"{value:.6g}" for value in values)]))
    text = "\n".join([lines[0], *sorted(lines[1:])]) + "\n"
    with options.out.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed:
        packed.write(text.encode())
    print(f"{options.out}: {sum(taken.values())} windows, {dict(sorted(taken.items()))}")


if __name__ == "__main__":
    main()
