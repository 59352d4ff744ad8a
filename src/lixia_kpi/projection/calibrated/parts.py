"""What is stored of a batch: series that share a table of standard errors stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lixia_kpi.projection.calibrated.kinds import TOP
from lixia_kpi.projection.calibrated.scale import Scale

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray, IntArray
    from lixia_kpi.projection.calibrated.survey import Shape
    from lixia_kpi.projection.calibrated.windows import Windows


class Part(NamedTuple):
    """Series of one shape that share a table of standard errors.

    `rows` are their places in the batch, `inside` in what is stored; `standard` has shape (horizon, probabilities).
    """

    rows: slice | IntArray
    inside: slice
    shape: Shape
    standard: FloatArray


class Stored(NamedTuple):
    """Arrays of all parts: `distances` and `spread` (horizon, series) in units of scale, the rest (series,).

    `unit` is left alone where it is the latest value itself, `nearest` where values are not held off a bound.
    """

    distances: FloatArray
    spread: FloatArray
    latest: FloatArray
    unit: FloatArray
    nearest: FloatArray

    @classmethod
    def empty(cls, horizon: int, series: int) -> Stored:
        """Make room for so many series."""
        distances, spread, latest = np.empty((horizon, series)), np.empty((horizon, series)), np.empty(series)
        return cls(distances, spread, latest, unit=np.zeros(series), nearest=np.zeros(series))

    def put(self, inside: slice, order: slice | IntArray, far: FloatArray, spread: FloatArray) -> None:
        """Store distances and spread of one block, its columns in the given order."""
        self.distances[:, inside], self.spread[:, inside] = far[:, order], spread[:, order]

    def put_scale(self, inside: slice, windows: Windows, order: slice | IntArray) -> None:
        """Store the scale of one block, its columns in the given order."""
        self.latest[inside] = windows.latest[order]
        if not windows.kind.level:
            self.unit[inside] = windows.unit[order]
        if windows.nearest is not None:
            self.nearest[inside] = windows.nearest[order]

    def scale(self, part: Part) -> Scale:
        """Give the scale of a part."""
        kind, latest = part.shape.kind, self.latest[part.inside]
        unit = latest if kind.level else self.unit[part.inside]
        above = (TOP - latest) / unit if kind.share else None
        off = kind.share or (kind.level and kind.touching)
        return Scale(latest, unit, self.nearest[part.inside], above, kind.level, off)
