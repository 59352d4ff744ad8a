"""The rule evaluated over a batch, block by block."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lixia_kpi.projection.calibrated.coefficients import (
    method_coefficients,
    pooled_coefficients,
    rule_coefficients,
)
from lixia_kpi.projection.calibrated.features import room_for_centre
from lixia_kpi.projection.calibrated.parts import Part, Stored
from lixia_kpi.projection.calibrated.quantiles import Quantiles
from lixia_kpi.projection.calibrated.rule import centre_distance, centre_of, spread_of, unchanged
from lixia_kpi.projection.calibrated.trend import trend
from lixia_kpi.projection.calibrated.windows import columns, windows
from lixia_kpi.projection.workers import run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.growth.arrays import FloatArray, IntArray
    from lixia_kpi.projection.calibrated.blocks import Block
    from lixia_kpi.projection.calibrated.coefficients import Coefficients
    from lixia_kpi.projection.calibrated.survey import Shape
    from lixia_kpi.projection.calibrated.tables import Tables
    from lixia_kpi.projection.workers import Workspace


class Batch(NamedTuple):
    """Series and what is to be done with them.

    `values` has shape (series, years). `method` and `centre` (series, horizon) are those of a plain method that errors
    are put around, None for the default rule.
    """

    values: FloatArray
    horizon: int
    fitted: Tables
    method: str | None = None
    centre: FloatArray | None = None


def evaluated(
    batch: Batch, blocks: Sequence[Block], *, probabilities: Sequence[float] = (), workers: int
) -> tuple[tuple[Part, ...], Stored, list[FloatArray]]:
    """Evaluate every block of a batch.

    Parameters
    ----------
    batch : the series.
    blocks : as `blocks` cuts them.
    probabilities : of the quantiles that are wanted; they are worked out while a block is in the cache.
    workers : blocks evaluated at a time; each writes its own columns of what is stored.

    Returns
    -------
    tuple
        The parts, what is stored of them, and the quantiles, shape (series, horizon); rows that are in no block are in
        no part, their quantiles NaN.
    """
    held = max((block.inside.stop for block in blocks), default=0)
    stored = Stored.empty(batch.horizon, held)
    found = Quantiles(probabilities, horizon=batch.horizon, series=len(batch.values), held=held)

    def work(block: Block, workspace: Workspace) -> list[Part]:
        parts = _block(batch, block, stored, workspace)
        if probabilities:
            for part in parts:
                found.fill(part, stored, workspace)
        return parts

    parts = tuple(part for some in run(work, blocks, workers=workers) for part in some)
    return parts, stored, found.values(parts, workers=workers)


def _block(batch: Batch, block: Block, stored: Stored, workspace: Workspace) -> list[Part]:
    """Evaluate one block and store it: first the series that changed, then those that did not."""
    shape, start, size = block.shape, block.inside.start, block.inside.stop - block.inside.start
    seen = windows(batch.values, block.rows, shape, workspace)
    still = unchanged(seen)
    moving = size - int(np.count_nonzero(still[:size]))
    order: slice | IntArray = slice(size)
    rows = block.rows
    if 0 < moving < size:
        order = np.argsort(still[:size], kind="stable")
        rows = order + rows.start if isinstance(rows, slice) else rows[order]
    in_place = moving == still.size and batch.centre is None
    if in_place:
        far, spread = stored.distances[:, block.inside], stored.spread[:, block.inside]
    else:
        far, spread = (workspace.take(name, batch.horizon, still.size) for name in ("distances", "spreads"))
    parts = []
    if moving:
        coefficients = _coefficients(batch, shape)
        features = room_for_centre(seen, workspace)
        moves = trend(seen.moves, features, workspace)
        if coefficients.centre is not None:
            centre_of(seen, moves, coefficients.centre, features, far, workspace)
        spread_of(seen, moves, coefficients, spread, workspace)
        parts.append(Part(_cut(rows, 0, moving), slice(start, start + moving), shape, coefficients.standard))
    if moving < size:
        pooled = pooled_coefficients(shape, batch.horizon, batch.fitted)
        far[:, still], spread[:, still] = 0.0, pooled.further[:, np.newaxis]
        parts.append(Part(_cut(rows, moving, size), slice(start + moving, start + size), shape, pooled.standard))
    if batch.centre is not None:
        far = centre_distance(seen, columns(batch.centre[block.rows], "given", workspace))
    if not in_place:
        stored.put(block.inside, order, far, spread)
    stored.put_scale(block.inside, seen, order)
    return parts


def _coefficients(batch: Batch, shape: Shape) -> Coefficients:
    """Give those of the default rule or of the plain method."""
    if batch.method is None:
        return rule_coefficients(shape, batch.horizon, batch.fitted)
    return method_coefficients(shape, batch.horizon, batch.method, batch.fitted)


def _cut(rows: slice | IntArray, start: int, stop: int) -> slice | IntArray:
    """Take some of the rows of a block."""
    return slice(rows.start + start, rows.start + stop) if isinstance(rows, slice) else rows[start:stop]
