"""Quantiles of a stored batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.standard import standard_quantile
from lixia_kpi.projection.workers import run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.projection.calibrated.parts import Part, Stored
    from lixia_kpi.projection.workers import Workspace


def quantile(parts: Sequence[Part], stored: Stored, q: float, *, series: int, workers: int) -> FloatArray:
    """Give the values that are not exceeded with probability q.

    Parameters
    ----------
    parts, stored : the batch.
    q : probability, between 0 and 1.
    series : of the batch.
    workers : parts worked on at a time.

    Returns
    -------
    FloatArray
        Shape (series, horizon), one year after the other in memory, NaN for series in no part [unit of the indicator].
    """
    horizon, held = stored.distances.shape
    values = np.empty((horizon, series)) if held == series else np.full((horizon, series), np.nan)
    tables = {id(part.standard): part.standard for part in parts}
    errors = dict(zip(tables, standard_quantile(np.stack([*tables.values()]), q), strict=True)) if tables else {}

    def fill(part: Part, workspace: Workspace) -> None:
        far = workspace.take("far", horizon, part.inside.stop - part.inside.start)
        np.multiply(stored.spread[:, part.inside], errors[id(part.standard)][:, np.newaxis], out=far)
        far += stored.distances[:, part.inside]
        found = stored.scale(part).values(far)
        if isinstance(part.rows, slice):
            values[:, part.rows] = found
        else:
            for year, ends in zip(values, found, strict=True):
                year[part.rows] = ends

    run(fill, parts, workers=workers)
    return values.T
