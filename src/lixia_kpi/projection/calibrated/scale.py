"""The scale of a part of a batch: from distances to values and from targets to distances, within the bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lixia_kpi.projection.calibrated.bounded import distance, move_of, ratio_of
from lixia_kpi.projection.calibrated.kinds import TOP

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray


class Scale(NamedTuple):
    """How series are measured; arrays have shape (series,).

    `latest` and `unit` are in the unit of the indicator; `above` is the distance to 100 in units of scale, None where
    there is no upper bound; `nearest` is how near to a bound values are let; `level` says whether zero is a
    bound, `touching` whether values are held off one.
    """

    latest: FloatArray
    unit: FloatArray
    nearest: FloatArray
    above: FloatArray | None
    level: bool
    touching: bool

    def taken(self, rows: IntArray) -> Scale:
        """Give the scale of some series, in their order."""
        above = None if self.above is None else self.above[rows]
        return Scale(self.latest[rows], self.unit[rows], self.nearest[rows], above, self.level, self.touching)

    def values(self, far: FloatArray, out: FloatArray | None = None) -> FloatArray:
        """Turn distances into values.

        Parameters
        ----------
        far : shape (…, series) [units of scale]; may be overwritten.
        out : where the values are put, the shape of `far` but other memory; an array of its own where None.

        Returns
        -------
        FloatArray
            The same shape [unit of the indicator]. Values that print like a bound are put on it: what was taken a
            little inside on the way in goes back.
        """
        if self.level and self.above is None:
            values = ratio_of(far, out)
            values *= self.latest
        else:
            move = move_of(far, level=self.level, above=self.above)
            move = np.multiply(move, self.unit, out=move)
            values = np.add(move, self.latest, out=out)
        if self.touching:
            _set(values, values <= self.nearest, 0.0)
        if self.above is not None:
            _set(values, values >= TOP - self.nearest, TOP)
        return values

    def inside(self, target: FloatArray) -> FloatArray:
        """Take a target at or beyond a bound a little inside, as observations are.

        Parameters
        ----------
        target : shape (series,) or () [unit of the indicator].

        Returns
        -------
        FloatArray
            Shape (series,) [unit of the indicator].
        """
        if self.above is not None:
            return np.clip(target, self.nearest, TOP - self.nearest)
        return np.maximum(target, self.nearest) if self.touching else target

    def distance(self, target: FloatArray) -> FloatArray:
        """Measure how far targets are from the latest value.

        Parameters
        ----------
        target : shape (series,) or () [unit of the indicator].

        Returns
        -------
        FloatArray
            Shape (series,) [units of scale].
        """
        return distance((self.inside(target) - self.latest) / self.unit, level=self.level, above=self.above)


def _set(values: FloatArray, where: BoolArray, bound: float) -> None:
    """Put some values on a bound; mostly there are none."""
    if where.any():
        values[where] = bound
