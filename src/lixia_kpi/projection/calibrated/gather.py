"""From groups of like series back to the order of the batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.distribution import Distribution
from lixia_kpi.projection.calibrated.standard import PROBABILITIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.growth.arrays import FloatArray, IntArray
    from lixia_kpi.projection.calibrated.rule import Part
    from lixia_kpi.projection.calibrated.windows import Group


def gathered(
    found: Sequence[tuple[Group, list[Part]]],
    *,
    series: int,
    horizon: int,
    ranks: IntArray,
    centre: FloatArray | None = None,
) -> Distribution:
    """Put the parts of a batch together.

    Parameters
    ----------
    found : groups and the parts that each was divided into.
    series, horizon : size of the batch.
    ranks : dependence between years, shape (paths, years).
    centre : shape (series, horizon) where a method gives it, else the median [unit of the indicator].

    Returns
    -------
    Distribution
        In the order of the batch; rows that are in no part are NaN.
    """
    distances, spread = np.full((series, horizon), np.nan), np.full((series, horizon), np.nan)
    latest, unit, nearest = np.full(series, np.nan), np.full(series, np.nan), np.zeros(series)
    below, above = np.full(series, np.inf), np.full(series, np.inf)
    table, behind = np.zeros(series, dtype=np.intp), np.zeros(series, dtype=np.intp)
    standard: list[FloatArray] = []
    places: dict[bytes, int] = {}
    for group, parts in found:
        windows = group.windows
        for part in parts:
            rows, inside = part.rows, part.inside
            distances[rows], spread[rows] = part.distances, part.spread
            latest[rows], unit[rows] = windows.latest[inside], windows.unit[inside]
            below[rows], above[rows] = windows.below[inside], windows.above[inside]
            nearest[rows], behind[rows] = windows.nearest[inside], group.behind
            place = places.setdefault(part.standard.tobytes(), len(places))
            if place == len(standard):
                standard.append(part.standard)
            table[rows] = place
    stacked = np.stack(standard) if standard else np.full((1, horizon, PROBABILITIES.size), np.nan)
    given = Distribution(
        centre=distances if centre is None else centre,
        distances=distances,
        spread=spread,
        latest=latest,
        unit=unit,
        below=below,
        above=above,
        nearest=nearest,
        standard=stacked,
        table=table,
        behind=behind,
        ranks=ranks,
    )
    return given if centre is not None else given.with_centre(given.quantile(0.5))
