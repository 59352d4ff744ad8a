"""From drawn windows to fitted arrays: coefficients, spreads and quantiles for one length of history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from regression import median_fit, spread_fit

from lixia_kpi.projection.bounds import MEASURES
from lixia_kpi.projection.calibrated.blocks import blocks
from lixia_kpi.projection.calibrated.bounded import distance
from lixia_kpi.projection.calibrated.features import (
    centre_features,
    centre_rows,
    room_for_centre,
    spread_features,
    spread_rows,
)
from lixia_kpi.projection.calibrated.rule import centre_distance, reachable, unchanged
from lixia_kpi.projection.calibrated.standard import PROBABILITIES
from lixia_kpi.projection.calibrated.survey import survey
from lixia_kpi.projection.calibrated.tables import KNOTS
from lixia_kpi.projection.calibrated.terms import CENTRE, SPREAD, SPREAD_OF_METHOD, folding
from lixia_kpi.projection.calibrated.trend import trend
from lixia_kpi.projection.calibrated.windows import columns, windows
from lixia_kpi.projection.workers import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from panel import Drawn

    from lixia_kpi.projection.calibrated.blocks import Block
    from lixia_kpi.projection.calibrated.windows import Windows

RATE = MEASURES.index("rate")
RATE_WINDOWS = 4
"""How often a true rate counts among the levels that are taken as rates to fit the scale of points."""


@dataclass(frozen=True)
class Described:
    """Windows that changed, described: features, volatility, true distances at the knots, and those of the methods."""

    centre: NDArray[np.float64]
    spread: NDArray[np.float64]
    volatility: NDArray[np.float64]
    far: NDArray[np.float64]
    lowest: NDArray[np.float64]
    highest: NDArray[np.float64]
    methods: NDArray[np.float64]


def described(drawn: Drawn, *, level: bool, carried: NDArray[np.float64] | None = None) -> Described:
    """Describe the windows on one scale: by their level, or (every window taken as a rate) by points.

    `carried` (methods, windows, knots) are centres of plain methods, measured in the same way.
    """
    codes = drawn.codes if level else np.full_like(drawn.codes, RATE)
    parts = []
    for block, seen, workspace in _evaluated_alike(drawn.history, codes):
        if seen.kind.level != level:
            continue
        moving = np.flatnonzero(~unchanged(seen)[: _size(block)])
        centre, spread, volatility = all_features(seen, workspace, of_method=carried is not None)
        far = true_distance(seen, columns(drawn.truth[block.rows], "truth", workspace))
        centres = [
            centre_distance(seen, columns(one[block.rows], "given", workspace))[:, moving].T
            for one in ([] if carried is None else carried)
        ]
        stacked = np.stack(centres, axis=1) if centres else np.zeros((moving.size, 0, len(KNOTS)))
        weight = RATE_WINDOWS if not level else 1
        times = np.where(drawn.codes[block.rows][moving] == RATE, weight, 1)
        lowest, highest = ends_of(seen)
        each = (centre, spread, volatility, far, lowest, highest)
        parts.append(tuple(np.repeat(one, times, axis=0) for one in (*(one.T[moving] for one in each), stacked)))
    return Described(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def all_features(
    seen: Windows, workspace: Workspace, *, of_method: bool
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Give every feature of the centre and of the spread, (features, columns), and the volatility, (columns,).

    Those that are the same for all series of the kind are written out.
    """
    features = room_for_centre(seen, workspace)
    moves = trend(seen.moves, features, workspace)
    rows = centre_rows(bounded=seen.kind.share)
    centre = folding(CENTRE, rows, seen.kind) @ centre_features(seen, moves, features, workspace)
    names = SPREAD_OF_METHOD if of_method else SPREAD
    rows = spread_rows(bounded=seen.kind.share, of_method=of_method)
    spread = folding(names, rows, seen.kind) @ spread_features(seen, moves, workspace, of_method=of_method)
    return centre, spread, moves.volatility


def ends_of(seen: Windows) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the reachable distances, infinite where there is no limit."""
    lowest, highest = reachable(seen)
    without = np.full(seen.latest.shape, np.inf)
    return -without if lowest is None else lowest, without if highest is None else highest


def _evaluated_alike(
    history: NDArray[np.float64], codes: NDArray[np.intp]
) -> Iterator[tuple[Block, Windows, Workspace]]:
    """Go through groups of series of one shape."""
    key = survey(history, codes.astype(np.int8), false_shares=False).key
    for block in blocks(key, size=len(codes)):
        workspace = Workspace()
        with np.errstate(all="ignore"):
            yield block, windows(history, block.rows, block.shape, workspace), workspace


def _size(block: Block) -> int:
    """Give the number of series of a block."""
    return block.inside.stop - block.inside.start


def true_distance(windows: Windows, truth: NDArray[np.float64]) -> NDArray[np.float64]:
    """Measure the true later values (years, columns) from the latest one at the knots, (knots, columns)."""
    truth = truth[np.array(KNOTS) - 1]
    if windows.kind.level:
        near = 0.0 if windows.nearest is None else windows.nearest
        highest = 100 - near if windows.kind.share else np.inf
        truth = np.where(truth < 0, np.nan, np.clip(truth, near, highest))
    move = (truth - windows.latest) / windows.unit
    return distance(move, level=windows.kind.level, above=windows.above)


def rule(one: Described) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Fit centre, spread and quantiles at every knot."""
    centre = np.zeros((len(KNOTS), len(CENTRE)))
    spread = np.zeros((len(KNOTS), len(SPREAD)))
    quantiles = np.zeros((len(KNOTS), PROBABILITIES.size))
    start = None
    for k in range(len(KNOTS)):
        known = np.isfinite(one.far[:, k])
        x, g = one.centre[known], one.spread[known]
        y = one.far[known, k] / one.volatility[known]
        lowest, highest = (end[known] / one.volatility[known] for end in (one.lowest, one.highest))
        b = median_fit(x, y, np.ones(len(y)), start=start, rounds=16 if start is None else 9)
        error = y - np.clip(x @ b, lowest, highest)
        size = np.exp(g @ spread_fit(g, error))
        b = median_fit(x, y, 1 / (size + np.abs(error)), start=b, rounds=8)
        error = y - np.clip(x @ b, lowest, highest)
        spread[k] = spread_fit(g, error)
        quantiles[k] = rising(error / np.exp(np.clip(g @ spread[k], -6, 6)))
        centre[k] = start = b
    return centre, spread, quantiles


def method_rule(one: Described, which: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Fit spread and quantiles of a plain method's errors at every knot."""
    spread = np.zeros((len(KNOTS), len(SPREAD_OF_METHOD)))
    quantiles = np.zeros((len(KNOTS), PROBABILITIES.size))
    for k in range(len(KNOTS)):
        error = (one.far[:, k] - one.methods[:, which, k]) / one.volatility
        known = np.isfinite(error)
        g, error = one.spread[known], error[known]
        spread[k] = spread_fit(g, error)
        quantiles[k] = rising(error / np.exp(np.clip(g @ spread[k], -6, 6)))
    return spread, quantiles


def rising(errors: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the quantiles of errors, made strictly rising."""
    table = np.maximum.accumulate(np.quantile(errors, PROBABILITIES))
    return table + 1e-6 * np.arange(table.size)


def pooled(drawn: Drawn, generator: np.random.Generator) -> NDArray[np.float64]:
    """Give quantiles of plain distances at the knots, the truth blurred by its printed resolution."""
    blurred = _blurred(drawn.truth, generator)
    parts = [
        true_distance(seen, columns(blurred[block.rows], "truth", workspace)).T[
            : block.inside.stop - block.inside.start
        ]
        for block, seen, workspace in _evaluated_alike(drawn.history, drawn.codes)
        if seen.kind.level
    ]
    far = np.concatenate(parts)
    return np.stack([rising(far[np.isfinite(far[:, k]), k]) for k in range(len(KNOTS))])


def _blurred(truth: NDArray[np.float64], generator: np.random.Generator) -> NDArray[np.float64]:
    """Add what rounding took away: figures printed with few digits are equal more often than what they measure."""
    digits = np.full(truth.shape[0], 1e-4)
    for decimals in (3, 2, 1, 0):
        scaled = truth * 10.0**decimals
        whole = np.all(np.isnan(truth) | (np.abs(scaled - np.rint(scaled)) < 1e-6), axis=1)
        digits[whole] = 10.0**-decimals
    noise = (generator.random(truth.shape) - 0.5) * digits[:, np.newaxis]
    return np.maximum(truth + noise, 0.0)
