"""Predictive distributions of many series: quantiles, chances, sums over years, bounds that hold in every year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth.comparison import DIRECTIONS
from lixia_kpi.projection.calibrated.bounded import distance, move_of
from lixia_kpi.projection.calibrated.standard import (
    SUREST,
    standard_probability,
    standard_quantile,
    standard_quantiles,
)
from lixia_kpi.projection.calibrated.windows import TOP

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import ArrayLike

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray, NameArray

BLOCK = 512
"""Series whose paths are held in memory at a time."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Distribution:
    """Predictive distributions, one a series and step.

    `centre`, `distances` and `spread` have shape (series, horizon), `latest`, `unit`, `below`, `above`, `nearest` and
    `behind` (series,); `standard` (tables, horizon, probabilities) holds standard errors, `table` (series,) which of
    them each series takes; `ranks` (paths, years) hold the dependence between years. `centre`, `latest`, `unit`,
    `nearest` are in the unit of the indicator, distances in units of scale. Rows without a distribution are NaN.
    """

    centre: FloatArray
    distances: FloatArray
    spread: FloatArray
    latest: FloatArray
    unit: FloatArray
    below: FloatArray
    above: FloatArray
    nearest: FloatArray
    standard: FloatArray
    table: IntArray
    behind: IntArray
    ranks: IntArray

    def with_centre(self, centre: FloatArray) -> Distribution:
        """Give the same distribution with another centre, shape (series, horizon) [unit of the indicator]."""
        return replace(self, centre=centre)

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
        if not 0 < q < 1:
            raise ValueError(f"q must lie between 0 and 1, not {q}")
        errors = standard_quantile(self.standard, q)
        return self._values(errors[self.table] if errors.shape[0] > 1 else errors)

    def lower(self, level: float) -> FloatArray:
        """Give the lower end of the central interval that holds `level`, shape (series, horizon)."""
        return self.quantile((1 - level) / 2)

    def upper(self, level: float) -> FloatArray:
        """Give the upper end of the central interval that holds `level`, shape (series, horizon)."""
        return self.quantile((1 + level) / 2)

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
        steps, rising = self._steps(step), self._rising(direction)
        far = self._distance(np.broadcast_to(np.asarray(target, dtype=np.float64), self.latest.shape))
        below = np.full(self.latest.shape, np.nan)
        key = self.table * self.centre.shape[1] + steps - 1
        for one in np.flatnonzero(np.bincount(key)):
            rows = np.flatnonzero(key == one)
            column = int(one) % self.centre.shape[1]
            with np.errstate(all="ignore"):
                error = (far[rows] - self.distances[rows, column]) / self.spread[rows, column]
            below[rows] = standard_probability(self.standard[int(one) // self.centre.shape[1], column], error)
        return np.where(rising, 1 - below, below)

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
        if not 0 < q < 1:
            raise ValueError(f"q must lie between 0 and 1, not {q}")
        counted = self._steps(steps)
        return self._over_paths(
            lambda paths, rows: np.quantile(_sums(paths, counted[rows]), q, axis=1), np.zeros(self.latest.shape)
        )

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
        counted, rising = self._steps(steps), self._rising(direction)
        goal = np.broadcast_to(np.asarray(target, dtype=np.float64), self.latest.shape)

        def reached(paths: FloatArray, rows: IntArray) -> FloatArray:
            total, aim = _sums(paths, counted[rows]), goal[rows][:, np.newaxis]
            return _share(np.where(rising[rows][:, np.newaxis], total >= aim, total <= aim))

        return self._over_paths(reached, goal)

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
        counted, rising = self._steps(steps), self._rising(direction)
        limit = self._inside(np.broadcast_to(np.asarray(bound, dtype=np.float64), self.latest.shape))

        def held(paths: FloatArray, rows: IntArray) -> FloatArray:
            aim = limit[rows][:, np.newaxis, np.newaxis]
            holds = np.where(rising[rows][:, np.newaxis, np.newaxis], paths >= aim, paths <= aim)
            later = np.arange(paths.shape[2]) >= counted[rows][:, np.newaxis, np.newaxis]
            return _share(np.all(holds | later, axis=2))

        return self._over_paths(held, limit)

    def _values(self, errors: FloatArray) -> FloatArray:
        """Turn standard errors (series, horizon) into values."""
        with np.errstate(all="ignore"):
            move = move_of(
                self.distances + self.spread * errors, below=self.below[:, np.newaxis], above=self.above[:, np.newaxis]
            )
            values = self.latest[:, np.newaxis] + self.unit[:, np.newaxis] * move
        return self._at_bounds(values, np.arange(self.latest.size))

    def _inside(self, target: FloatArray) -> FloatArray:
        """Take a target at or beyond a bound a little inside, as observations are."""
        with np.errstate(all="ignore"):
            highest = np.where(np.isfinite(self.above), TOP - self.nearest, np.inf)
            bounded = np.clip(target, self.nearest, highest)
        return np.where(np.isfinite(self.below), bounded, target)

    def _distance(self, target: FloatArray) -> FloatArray:
        """Measure how far each target is from the latest value, shape (series,)."""
        with np.errstate(all="ignore"):
            move = (self._inside(target) - self.latest) / self.unit
        return distance(move, below=self.below, above=self.above)

    def _over_paths(self, summary: Callable[[FloatArray, IntArray], FloatArray], like: FloatArray) -> FloatArray:
        """Summarise the paths of each series, a block of series that share a table at a time."""
        result = np.full(self.latest.shape, np.nan)
        known = ~np.isnan(self.distances[:, 0]) & ~np.isnan(like)
        drawn = (self.ranks + 0.5) / self.ranks.shape[0]
        key = self.table * (int(self.behind.max(initial=0)) + 1) + self.behind
        for one in np.flatnonzero(np.bincount(key[known])):
            every = np.flatnonzero(known & (key == one))
            errors = self._errors(int(self.table[every[0]]), int(self.behind[every[0]]), drawn)
            for start in range(0, every.size, BLOCK):
                rows = every[start : start + BLOCK]
                result[rows] = summary(self._paths(rows, errors), rows)
        return result

    def _errors(self, table: int, behind: int, drawn: FloatArray) -> FloatArray:
        """Draw standard errors with the dependence between years, shape (paths, horizon)."""
        columns = np.minimum(behind + np.arange(self.centre.shape[1]), drawn.shape[1] - 1)
        steps = [
            standard_quantiles(self.standard[table, step], drawn[:, column]) for step, column in enumerate(columns)
        ]
        return np.stack(steps, axis=1)

    def _paths(self, rows: IntArray, errors: FloatArray) -> FloatArray:
        """Give values along every path, shape (rows, paths, horizon)."""
        far = self.distances[rows][:, np.newaxis, :] + self.spread[rows][:, np.newaxis, :] * errors
        below, above = self.below[rows][:, np.newaxis, np.newaxis], self.above[rows][:, np.newaxis, np.newaxis]
        with np.errstate(all="ignore"):
            move = move_of(far, below=below, above=above)
        values = self.latest[rows][:, np.newaxis, np.newaxis] + self.unit[rows][:, np.newaxis, np.newaxis] * move
        return self._at_bounds(values, rows)

    def _at_bounds(self, values: FloatArray, rows: IntArray) -> FloatArray:
        """Put values of rows that print like a bound on it: what was taken a little inside on the way in goes back."""
        level = np.isfinite(self.below[rows])
        if not bool(np.any(level)):
            return values
        shape = (-1,) + (1,) * (values.ndim - 1)
        near = self.nearest[rows]
        low = np.where(level, near, -np.inf).reshape(shape)
        high = np.where(np.isfinite(self.above[rows]), TOP - near, np.inf).reshape(shape)
        values = np.where(values <= low, 0.0, values)
        return np.where(values >= high, TOP, values)

    def _steps(self, steps: int | IntArray) -> IntArray:
        """Read steps as one whole number a series within the horizon."""
        read = np.broadcast_to(np.asarray(steps), self.latest.shape)
        horizon = self.centre.shape[1]
        if not np.issubdtype(read.dtype, np.integer) or bool(np.any((read < 1) | (read > horizon))):
            raise ValueError(f"steps must be whole numbers from 1 to {horizon}")
        return read.astype(np.intp)

    def _rising(self, direction: str | Sequence[str] | NameArray) -> BoolArray:
        """Read directions as one truth value a series: up or not."""
        names = np.broadcast_to(np.asarray(direction, dtype=np.str_), self.latest.shape)
        if not bool(np.all(np.isin(names, DIRECTIONS))):
            raise ValueError(f"direction must be one of {', '.join(DIRECTIONS)}")
        return np.asarray(names == "up")


def _sums(paths: FloatArray, steps: IntArray) -> FloatArray:
    """Add up the first years of every path, shape (rows, paths)."""
    counted = np.arange(paths.shape[2]) < steps[:, np.newaxis]
    return np.asarray(np.einsum("rph,rh->rp", paths, counted.astype(np.float64)))


def _share(happened: BoolArray) -> FloatArray:
    """Give the share of paths in which something happened, never 0 or 1."""
    share = (np.sum(happened, axis=1) + 0.5) / (happened.shape[1] + 1)
    return np.asarray(np.clip(share, 1 - SUREST, SUREST))
