"""Series projected in the unit their measure is projected in: shares in percent, whatever the unit of the indicator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lixia_kpi.projection import Projection, project_array

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.assessment.options import Options
    from lixia_kpi.assessment.projected_series import ProjectedSeries
    from lixia_kpi.growth.arrays import FloatArray, IntArray, NameArray
    from lixia_kpi.projection.result import Distribution


def project_series(
    series: ProjectedSeries,
    steps: int,
    options: Options,
    *,
    rows: IntArray | None = None,
    printed_growth: FloatArray | None = None,
    ends: bool = True,
) -> Projection:
    """Project the series of cases; what comes out is in the unit of the indicator again.

    Parameters
    ----------
    series : what is projected.
    steps : years to project.
    options : method and level of the interval.
    rows : which cases; all of them when None.
    printed_growth : (rows,) as in `project_array`.
    ends : as in `project_array`.
    """
    chosen = slice(None) if rows is None else rows
    values, scale = series.values[chosen], series.scale[chosen]
    scaled = bool((scale != 1).any())
    projection = project_array(
        values / scale[:, None] if scaled else values,
        horizon=steps,
        measure=series.measure[chosen],
        interval=options.interval / 100,
        method=options.method,
        printed_growth=printed_growth,
        ends=ends and not scaled,
    )
    if not scaled:
        return projection
    behind = None if projection.distribution is None else InUnit(projection.distribution, scale)
    return Projection(projection.centre * scale[:, None], projection.interval, projection.method, behind)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class InUnit:
    """A distribution in units of which several make one of its own: values times, targets over the scale.

    Parameters
    ----------
    distribution
        of each series.
    scale
        (series,) units in one of the distribution.

    Examples
    --------
    >>> import numpy as np
    >>> from lixia_kpi.projection import project_array
    >>> percent = project_array([90.0, 92.0, 95.0, 96.0], horizon=1, measure="share").distribution
    >>> per_mille = InUnit(percent, np.array([10.0]))
    >>> bool(per_mille.quantile(0.9)[0, 0] == 10 * percent.quantile(0.9)[0, 0])
    True
    """

    distribution: Distribution
    scale: FloatArray

    def quantile(self, q: float) -> FloatArray:
        """Give the values that are not exceeded with probability q, shape (series, horizon)."""
        return self.distribution.quantile(q) * self.scale[:, None]

    def quantiles(self, *probabilities: float) -> Sequence[FloatArray]:
        """Give several quantiles at once, each as `quantile` does."""
        return [found * self.scale[:, None] for found in self.distribution.quantiles(*probabilities)]

    def quantiles_at(self, step: IntArray, *probabilities: float) -> Sequence[FloatArray]:
        """Give quantiles of each series at its step alone, shape (series,) each."""
        return [found * self.scale for found in self.distribution.quantiles_at(step, *probabilities)]

    def chance(self, target: FloatArray, *, step: IntArray, direction: NameArray) -> FloatArray:
        """Give the probability that each series is at or past its target at its step, shape (series,)."""
        return self.distribution.chance(target / self.scale, step=step, direction=direction)

    def sum_quantile(self, q: float, *, steps: IntArray) -> FloatArray:
        """Give the quantile of the sum of the first `steps` years, shape (series,)."""
        return self.distribution.sum_quantile(q, steps=steps) * self.scale

    def sum_chance(self, target: FloatArray, *, steps: IntArray, direction: NameArray) -> FloatArray:
        """Give the probability that the sum of the first `steps` years is at or past a target, shape (series,)."""
        return self.distribution.sum_chance(target / self.scale, steps=steps, direction=direction)

    def all_years_chance(self, bound: FloatArray, *, steps: IntArray, direction: NameArray) -> FloatArray:
        """Give the probability that a bound holds in each of the first `steps` years, shape (series,)."""
        return self.distribution.all_years_chance(bound / self.scale, steps=steps, direction=direction)
