"""Fit the calibration tables from a panel: `python tools/fit_calibration PANEL [--out FILE] [--validate WINDOWS]`."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from fit import fit_dependence, fit_methods, fit_pooled, fit_rule
from panel import MOST_ORIGINS, SEED, draw, panel_hash, read_panel
from store import store

from lixia_kpi.projection import calibrated
from lixia_kpi.projection.calibrated.tables import LENGTHS, METHOD_LENGTHS, NAME


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("panel", type=Path, help="CSV: dataset, series_id, year, value, unit, kind")
    parser.add_argument("--out", type=Path, default=Path(calibrated.__file__).with_name(NAME))
    options = parser.parse_args()
    series = read_panel(options.panel)
    drawn = {n: draw(series, n) for n in sorted({1, *LENGTHS, *METHOD_LENGTHS})}
    arrays = fit_rule(drawn)
    arrays |= fit_pooled(drawn)
    arrays |= fit_methods(drawn)
    arrays |= fit_dependence(drawn, arrays)
    store(
        options.out,
        arrays,
        {
            "datasets": dict(sorted(Counter(one.dataset for one in series).items())),
            "series": len(series),
            "windows": {str(n): len(one.codes) for n, one in drawn.items()},
            "most_windows_a_series": MOST_ORIGINS,
            "seed": SEED,
            "panel_sha256": panel_hash(options.panel),
        },
    )
    print(f"{options.out}: {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
