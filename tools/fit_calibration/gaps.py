"""How much wider an interval must be where years are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from panel import SEED

from lixia_kpi.projection.bounds import MEASURES
from lixia_kpi.projection.calibrated import predict
from lixia_kpi.projection.calibrated.bounded import distance
from lixia_kpi.projection.calibrated.tables import read_tables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray
    from panel import Drawn

LENGTHS = (5, 6, 8, 10, 12)
HORIZON = 5
INTERVAL = 0.8


def fit_widening(drawn: Mapping[int, Drawn], path: Path) -> NDArray[np.float64]:
    """Leave inner years out at random and fit a, b so that intervals widened by exp(a m + b m²) hold 80 per cent."""
    generator = np.random.default_rng(SEED)
    shares, needed = [], []
    for n in LENGTHS:
        one = drawn[n]
        for left_out in range(1, n - 2):
            holes = one.history.copy()
            order = np.argsort(generator.random((len(holes), n - 2)), axis=1)[:, :left_out] + 1
            np.put_along_axis(holes, order, np.nan, axis=1)
            shares.append(left_out / n)
            needed.append(_needed(holes, one, path))
    m, y = np.array(shares), np.log(np.array(needed))
    design = np.column_stack([m, m * m])
    return np.asarray(np.linalg.lstsq(design, y, rcond=None)[0])


def _needed(holes: NDArray[np.float64], one: Drawn, path: Path) -> float:
    """Find what the spread must be multiplied by for 80 per cent of the later values to fall inside."""
    names = np.array(MEASURES)[one.codes]
    found = predict(holes, horizon=HORIZON, measure=names, fitted=read_tables(path))
    low, high = found.standard[found.table].take([6, -7], axis=2).transpose(2, 0, 1)
    move = (one.truth[:, :HORIZON] - found.latest[:, np.newaxis]) / found.unit[:, np.newaxis]
    far = distance(move, below=found.below[:, np.newaxis], above=found.above[:, np.newaxis])
    error = (far - found.distances) / found.spread
    ratio = np.where(error < 0, error / low, error / high)
    return float(np.quantile(ratio[np.isfinite(ratio)], INTERVAL))
