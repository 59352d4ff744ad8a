"""Quantiles of a batch, part by part: while a block is being evaluated, or of one that is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.standard import standard_quantile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.projection.calibrated.parts import Part, Stored
    from lixia_kpi.projection.workers import Workspace


class Quantiles:
    """The values that are not exceeded with some probabilities, filled part by part.

    Parameters
    ----------
    probabilities : between 0 and 1.
    horizon, series : of the batch.
    held : series that are in parts; where there are others, values are NaN until a part is filled.
    """

    __slots__ = ("_errors", "_probabilities", "_values")

    def __init__(self, probabilities: Sequence[float], *, horizon: int, series: int, held: int) -> None:
        self._probabilities = tuple(probabilities)
        self._values = np.empty((len(self._probabilities), horizon, series))
        self._errors: dict[int, tuple[FloatArray, FloatArray]] = {}
        if held < series:
            self._values[:] = np.nan

    def fill(self, part: Part, stored: Stored, workspace: Workspace) -> None:
        """Work out the values of one part from what is stored of it."""
        distances, spread = stored.distances[:, part.inside], stored.spread[:, part.inside]
        scale = stored.scale(part)
        far = workspace.take("far", *distances.shape)
        for found, errors in zip(self._values, self._errors_of(part.standard), strict=True):
            np.multiply(spread, errors[:, np.newaxis], out=far)
            far += distances
            if isinstance(part.rows, slice):
                scale.values(far, found[:, part.rows])
            else:
                for year, values in zip(found, scale.values(far, far), strict=True):
                    year[part.rows] = values

    def values(self) -> list[FloatArray]:
        """Give one array a probability, shape (series, horizon), one year after the other in memory [unit of the
        indicator].
        """
        return [found.T for found in self._values]

    def _errors_of(self, standard: FloatArray) -> FloatArray:
        """Give the standard errors (probabilities, horizon) of a table, worked out once for all parts that share it."""
        known = self._errors.get(id(standard))
        if known is None:
            known = standard, np.stack([standard_quantile(standard, q) for q in self._probabilities])
            self._errors[id(standard)] = known
        return known[1]
