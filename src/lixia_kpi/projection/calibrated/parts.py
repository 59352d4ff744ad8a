"""What is stored of a batch: series that share a table of standard errors stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lixia_kpi.projection.calibrated.kinds import TOP
from lixia_kpi.projection.calibrated.scale import Scale

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def joined(parts: Sequence[Part], *, most: int) -> list[Part]:
    """Join parts that follow one another in the batch and share shape and errors.

    Parameters
    ----------
    parts : as a batch is evaluated in.
    most : series in a joined part; larger parts stay as they are.

    Returns
    -------
    list of Part
        The same series in fewer parts, for questions that hold little of each series in the cache.
    """
    found: list[Part] = []
    for part in parts:
        both = _together(found[-1], part) if found else None
        if both is not None and both.inside.stop - both.inside.start <= most:
            found[-1] = both
        else:
            found.append(part)
    return found


def _together(before: Part, part: Part) -> Part | None:
    """Make one part of two if the second takes up where the first ends, in the batch and in what is stored."""
    rows, further = before.rows, part.rows
    if not (isinstance(rows, slice) and isinstance(further, slice)):
        return None
    if (rows.stop, before.inside.stop) != (further.start, part.inside.start):
        return None
    if before.shape != part.shape or before.standard is not part.standard:
        return None
    return part._replace(rows=slice(rows.start, further.stop), inside=slice(before.inside.start, part.inside.stop))


class Stored(NamedTuple):
    """Arrays of all parts: `distances` and `spread` (horizon, series) in units of scale, the rest (series,).

    `unit` is neither put nor read where it is the latest value itself, `nearest` where values are not held off a bound.
    """

    distances: FloatArray
    spread: FloatArray
    latest: FloatArray
    unit: FloatArray
    nearest: FloatArray

    @classmethod
    def empty(cls, horizon: int, series: int) -> Stored:
        """Make room for so many series."""
        held = np.empty((2 * horizon + 1, series))  # one array: a large one takes less of the system than several
        distances, spread, latest = held[:horizon], held[horizon:-1], held[-1]
        return cls(distances, spread, latest, unit=np.empty(series), nearest=np.empty(series))

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
