"""Quantiles of a batch, part by part: while a block is being evaluated, or of one that is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.standard import standard_quantile
from lixia_kpi.projection.workers import PASSING, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.growth.arrays import FloatArray, IntArray
    from lixia_kpi.projection.calibrated.parts import Part, Stored
    from lixia_kpi.projection.workers import Workspace


class Quantiles:
    """The values that are not exceeded with some probabilities, filled part by part.

    Parameters
    ----------
    probabilities : between 0 and 1.
    horizon, series : of the batch.
    held : series that are in parts.
    """

    __slots__ = ("_errors", "_probabilities", "_values")

    def __init__(self, probabilities: Sequence[float], *, horizon: int, series: int, held: int) -> None:
        self._probabilities = tuple(probabilities)
        self._values = np.empty((len(self._probabilities), horizon, series))
        self._values[..., held:] = np.nan
        self._errors: dict[int, tuple[FloatArray, FloatArray]] = {}

    def fill(self, part: Part, stored: Stored, workspace: Workspace) -> None:
        """Work out the values of one part from what is stored of it."""
        distances, spread = stored.distances[:, part.inside], stored.spread[:, part.inside]
        scale, far = stored.scale(part), workspace.take(PASSING, *distances.shape)
        for errors, values in zip(self._errors_of(part.standard), self._values, strict=True):
            np.multiply(spread, errors, out=far)
            far += distances
            scale.values(far, values[:, part.inside])

    def values(self, parts: Sequence[Part], *, workers: int) -> list[FloatArray]:
        """Give the values in the order of the batch, once all of its parts are filled.

        Parameters
        ----------
        parts : all of them.
        workers : years put in order at a time.

        Returns
        -------
        list of FloatArray
            One array a probability, shape (series, horizon), one year after the other in memory [unit of the
            indicator]; NaN for series that are in no part.
        """
        places = _places(parts, self._values.shape[-1])
        if places is not None:
            years = list(self._values.reshape(-1, places.size))
            run(lambda year, workspace: _reorder(year, places, workspace), years, workers=workers)
        return [found.T for found in self._values]

    def _errors_of(self, standard: FloatArray) -> FloatArray:
        """Give the standard errors (probabilities, horizon, 1) of a table, worked out once for all its parts."""
        known = self._errors.get(id(standard))
        if known is None:
            known = standard, np.stack([standard_quantile(standard, q) for q in self._probabilities])[..., np.newaxis]
            self._errors[id(standard)] = known
        return known[1]


def _reorder(year: FloatArray, places: IntArray, workspace: Workspace) -> None:
    """Put the values of one year in the order of the batch."""
    (ordered,) = workspace.take("ordered", 1, places.size)
    year[:] = np.take(year, places, out=ordered, mode="clip")


def _places(parts: Sequence[Part], series: int) -> IntArray | None:
    """Say where each series stands in what is stored, after the last where in no part; None if all stand in order."""
    held = max((part.inside.stop for part in parts), default=0)
    if held == series and all(isinstance(part.rows, slice) and part.rows == part.inside for part in parts):
        return None
    places = np.full(series, held)
    for part in parts:
        places[part.rows] = np.arange(part.inside.start, part.inside.stop)
    return places
