"""Predictive distributions of many series: quantiles, chances, sums over years, bounds that hold in every year."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.parts import joined
from lixia_kpi.projection.calibrated.paths import drawn_errors, paths, share_of, sums
from lixia_kpi.projection.calibrated.quantiles import Quantiles
from lixia_kpi.projection.calibrated.standard import standard_probability, standard_quantile
from lixia_kpi.projection.questions import ends_of, read_rising, read_steps, read_values, taken
from lixia_kpi.projection.workers import run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TypeAlias

    from numpy.typing import ArrayLike

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray, NameArray
    from lixia_kpi.projection.calibrated.parts import Part, Stored
    from lixia_kpi.projection.calibrated.scale import Scale
    from lixia_kpi.projection.workers import Workspace

    Rows: TypeAlias = slice | IntArray
    Summary: TypeAlias = Callable[[FloatArray, Scale, Rows], FloatArray]

TOGETHER = 512
"""Series whose paths are held in memory at a time."""

ASKED_TOGETHER = 24_576
"""Most series whose chances are worked out at a time: a chance takes many steps over little memory; measured."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Distribution:
    """Predictive distributions, one a series and step; series that are in no part have none.

    `centre` has shape (series, horizon) [unit of the indicator]; `ranks` (paths, years) hold the dependence between
    years; `workers` parts are worked on at a time; `known` holds quantiles that were worked out with the centre.
    """

    centre: FloatArray
    parts: tuple[Part, ...]
    stored: Stored
    ranks: IntArray
    workers: int = 1
    known: Mapping[float, FloatArray] = field(default_factory=dict)

    def quantile(self, q: float) -> FloatArray:
        """Give the values that are not exceeded with probability q.

        Parameters
        ----------
        q : probability, between 0 and 1; beyond 0.001 and 0.999 these are taken.

        Returns
        -------
        FloatArray
            Shape (series, horizon), rising in q, within the bounds [unit of the indicator].

        Raises
        ------
        ValueError
            q is not between 0 and 1.
        """
        (found,) = self.quantiles(q)
        return found.copy(order="K") if q in self.known else found

    def quantiles(self, *probabilities: float) -> list[FloatArray]:
        """Give several quantiles at once, each as `quantile` does."""
        for q in probabilities:
            _check(q)
        if all(q in self.known for q in probabilities):
            return [self.known[q] for q in probabilities]
        horizon, held = self.stored.distances.shape
        found = Quantiles(probabilities, horizon=horizon, series=len(self.centre), held=held)
        run(lambda part, workspace: found.fill(part, self.stored, workspace), self.parts, workers=self.workers)
        return found.values(self.parts, workers=self.workers)

    def quantiles_at(self, step: IntArray, *probabilities: float) -> list[FloatArray]:
        """Give quantiles of each series at its step alone.

        Parameters
        ----------
        step : 1 to horizon, one for all or one a series.
        probabilities : between 0 and 1.

        Returns
        -------
        list of FloatArray
            One a probability, shape (series,), the same figures as those of `quantiles` [unit of the indicator].
        """
        found = [np.full(len(self.centre), np.nan) for _ in probabilities]

        def fill(part: Part, _: Workspace) -> None:
            years = taken(step, part.rows) - 1
            columns = np.arange(part.inside.start, part.inside.stop)
            distances, spread = (array[years, columns] for array in self.stored[:2])
            errors = np.stack([standard_quantile(part.standard, q) for q in probabilities])
            far = spread * (errors[:, years] if years.ndim else errors[:, years, np.newaxis])
            far += distances
            for values, ends in zip(found, self.stored.scale(part).values(far), strict=True):
                values[part.rows] = ends

        run(fill, self.parts, workers=self.workers)
        return found

    def lower(self, level: float) -> FloatArray:
        """Give the lower end of the central interval that holds `level`, shape (series, horizon)."""
        return self.quantile(ends_of(level)[0])

    def upper(self, level: float) -> FloatArray:
        """Give the upper end of the central interval that holds `level`, shape (series, horizon)."""
        return self.quantile(ends_of(level)[1])

    def chance(
        self, target: ArrayLike, *, step: int | IntArray, direction: str | Sequence[str] | NameArray
    ) -> FloatArray:
        """Give the probability that each series is at or past its target in one year.

        Parameters
        ----------
        target : one for all or one a series [unit of the indicator].
        step : 1 to horizon, one for all or one a series.
        direction : `up` or `down`, one for all or one a series.

        Returns
        -------
        FloatArray
            Shape (series,), fraction from 0.001 to 0.999; NaN where there is no distribution.

        Raises
        ------
        ValueError
            A step outside the horizon or an unknown direction.
        """
        goals, steps, rising = self._questions(target, step, direction)
        chances = np.empty(len(self.centre))
        if sum(part.inside.stop - part.inside.start for part in self.parts) < chances.size:
            chances[:] = np.nan

        def fill(part: Part, _: Workspace) -> None:
            far = self.stored.scale(part).distance(taken(goals, part.rows))
            below = self._below(part, far, taken(steps, part.rows))
            up = taken(rising, part.rows)
            if up.ndim:
                np.subtract(1, below, out=below, where=up)
            elif up:
                np.subtract(1, below, out=below)
            chances[part.rows] = below

        run(fill, joined(self.parts, most=ASKED_TOGETHER), workers=self.workers)
        return chances

    def sum_quantile(self, q: float, *, steps: int | IntArray) -> FloatArray:
        """Give the quantile of the sum of the next values.

        Parameters
        ----------
        q : probability, between 0 and 1.
        steps : how many years are added up, 1 to horizon, one for all or one a series.

        Returns
        -------
        FloatArray
            Shape (series,) [unit of the indicator].

        Raises
        ------
        ValueError
            q is not between 0 and 1, or steps are outside the horizon.

        Notes
        -----
        Source: 512 quasi-random paths whose errors depend on one another as those of the panel do (Gaussian copula).
        """
        _check(q)
        zero, counted, _ = self._questions(0.0, steps, "up")

        def summary(values: FloatArray, scale: Scale, rows: Rows) -> FloatArray:
            return np.quantile(sums(values, taken(counted, rows)), q, axis=0)

        return self._over_paths(summary, zero)

    def sum_chance(
        self, target: ArrayLike, *, steps: int | IntArray, direction: str | Sequence[str] | NameArray
    ) -> FloatArray:
        """Give the probability that the sum of the next values is at or past a target.

        Parameters
        ----------
        target : one for all or one a series [unit of the indicator].
        steps : how many years are added up, 1 to horizon, one for all or one a series.
        direction : `up` or `down`, one for all or one a series.

        Returns
        -------
        FloatArray
            Shape (series,), fraction from 0.001 to 0.999; NaN where there is no distribution.

        Raises
        ------
        ValueError
            Steps outside the horizon or an unknown direction.
        """
        goals, counted, rising = self._questions(target, steps, direction)

        def summary(values: FloatArray, scale: Scale, rows: Rows) -> FloatArray:
            total, goal = sums(values, taken(counted, rows)), taken(goals, rows)
            return share_of(np.asarray(np.where(taken(rising, rows), total >= goal, total <= goal)))

        return self._over_paths(summary, goals)

    def all_years_chance(
        self, bound: ArrayLike, *, steps: int | IntArray, direction: str | Sequence[str] | NameArray
    ) -> FloatArray:
        """Give the probability that a bound holds in every one of the next years.

        Parameters
        ----------
        bound : one for all or one a series [unit of the indicator].
        steps : how many years, 1 to horizon, one for all or one a series.
        direction : `up` where values must be at least the bound, `down` where at most.

        Returns
        -------
        FloatArray
            Shape (series,), fraction from 0.001 to 0.999; NaN where there is no distribution.

        Raises
        ------
        ValueError
            Steps outside the horizon or an unknown direction.
        """
        limits, counted, rising = self._questions(bound, steps, direction)

        def summary(values: FloatArray, scale: Scale, rows: Rows) -> FloatArray:
            limit = scale.inside(taken(limits, rows))
            holds = np.where(taken(rising, rows), values >= limit, values <= limit)
            later = np.arange(len(values))[:, np.newaxis] >= taken(counted, rows)
            return share_of(np.all(holds | later[:, np.newaxis], axis=0))

        return self._over_paths(summary, limits)

    def _below(self, part: Part, far: FloatArray, steps: IntArray) -> FloatArray:
        """Give the probability that each series of a part is at or below a distance at its step."""
        distances, spread = self.stored.distances[:, part.inside], self.stored.spread[:, part.inside]
        if not steps.ndim:
            step = int(steps) - 1
            return standard_probability(part.standard[step], (far - distances[step]) / spread[step])
        below = np.empty(far.shape)
        for step in np.flatnonzero(np.bincount(steps - 1)).tolist():
            rows = np.flatnonzero(steps == step + 1)
            error = (far[rows] - distances[step, rows]) / spread[step, rows]
            below[rows] = standard_probability(part.standard[step], error)
        return below

    def _over_paths(self, summary: Summary, like: FloatArray) -> FloatArray:
        """Summarise the paths of each series that is known and has a question, some series at a time."""
        result = np.full(len(self.centre), np.nan)

        def fill(part: Part, _: Workspace) -> None:
            errors = drawn_errors(part.standard, self.ranks, behind=part.shape.behind)
            asked = ~np.isnan(taken(like, part.rows)) & ~np.isnan(self.stored.distances[0, part.inside])
            places = np.flatnonzero(asked)
            rows = np.arange(part.rows.start, part.rows.stop) if isinstance(part.rows, slice) else part.rows
            for first in range(0, places.size, TOGETHER):
                chosen = places[first : first + TOGETHER]
                far, spread = (array[:, part.inside][:, chosen] for array in self.stored[:2])
                scale = self.stored.scale(part).taken(chosen)
                result[rows[chosen]] = summary(paths(far, spread, errors, scale), scale, rows[chosen])

        run(fill, self.parts, workers=self.workers)
        return result

    def _questions(
        self, value: ArrayLike, step: int | IntArray, direction: str | Sequence[str] | NameArray
    ) -> tuple[FloatArray, IntArray, BoolArray]:
        """Read what is asked of each series, or of all alike."""
        series, horizon = self.centre.shape
        return (
            read_values(value, series),
            read_steps(step, series, horizon=horizon),
            read_rising(direction, series),
        )


def _check(q: float) -> None:
    """Refuse what is no probability."""
    if not 0 < q < 1:
        raise ValueError(f"q must lie between 0 and 1, not {q}")
