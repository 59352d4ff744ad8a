"""Quantiles of a stored batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.standard import PROBABILITIES, standard_quantile
from lixia_kpi.projection.workers import run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.growth.arrays import FloatArray, IntArray
    from lixia_kpi.projection.calibrated.parts import Part, Stored
    from lixia_kpi.projection.workers import Workspace


def quantiles(
    parts: Sequence[Part], stored: Stored, probabilities: Sequence[float], *, series: int, workers: int
) -> list[FloatArray]:
    """Give the values that are not exceeded with some probabilities.

    Parameters
    ----------
    parts, stored : the batch.
    probabilities : between 0 and 1.
    series : of the batch.
    workers : parts worked on at a time.

    Returns
    -------
    list of FloatArray
        One a probability, shape (series, horizon), one year after the other in memory, NaN for series in no part [unit
        of the indicator].
    """
    horizon, held = stored.distances.shape
    values = [np.empty((horizon, series)) for _ in probabilities]
    if held < series:
        for found in values:
            found[:] = np.nan
    tables = {id(part.standard): part.standard for part in parts}
    stacked = np.stack([*tables.values()]) if tables else np.empty((0, horizon, PROBABILITIES.size))
    errors = [dict(zip(tables, standard_quantile(stacked, q), strict=True)) for q in probabilities]

    def fill(part: Part, workspace: Workspace) -> None:
        far = workspace.take("far", horizon, part.inside.stop - part.inside.start)
        distances, spread, scale = stored.distances[:, part.inside], stored.spread[:, part.inside], stored.scale(part)
        for found, error in zip(values, errors, strict=True):
            np.multiply(spread, error[id(part.standard)][:, np.newaxis], out=far)
            far += distances
            _put(found, part.rows, scale.values(far))

    run(fill, parts, workers=workers)
    return [found.T for found in values]


def _put(found: FloatArray, rows: slice | IntArray, ends: FloatArray) -> None:
    """Put the values of a part (horizon, rows) into its rows of the batch."""
    if isinstance(rows, slice):
        found[:, rows] = ends
    else:
        for year, values in zip(found, ends, strict=True):
            year[rows] = values
