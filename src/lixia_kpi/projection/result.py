"""The result of a projection: centre, interval, the methods used, and the distribution behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import numpy as np

from lixia_kpi.projection.questions import ends_of, read_rising, read_steps, read_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike

    from lixia_kpi.growth.arrays import FloatArray, IntArray, NameArray


class Distribution(Protocol):
    """What a projection needs of a predictive distribution: its quantiles and its chances."""

    def quantile(self, q: float) -> FloatArray:
        """Give the values that are not exceeded with probability q, shape (series, horizon)."""
        ...

    def quantiles(self, *probabilities: float) -> Sequence[FloatArray]:
        """Give several quantiles at once, each as `quantile` does."""
        ...

    def quantiles_at(self, step: IntArray, *probabilities: float) -> Sequence[FloatArray]:
        """Give quantiles of each series at its step alone, shape (series,) each."""
        ...

    def chance(self, target: FloatArray, *, step: IntArray, direction: NameArray) -> FloatArray:
        """Give the probability that each series is at or past its target at its step, shape (series,)."""
        ...

    def sum_quantile(self, q: float, *, steps: IntArray) -> FloatArray:
        """Give the quantile of the sum of the first `steps` years, shape (series,)."""
        ...

    def sum_chance(self, target: FloatArray, *, steps: IntArray, direction: NameArray) -> FloatArray:
        """Give the probability that the sum of the first `steps` years is at or past a target, shape (series,)."""
        ...

    def all_years_chance(self, bound: FloatArray, *, steps: IntArray, direction: NameArray) -> FloatArray:
        """Give the probability that a bound holds in each of the first `steps` years, shape (series,)."""
        ...


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Projection:
    """Where series lead.

    `centre`, `lower` and `upper` have shape (series, horizon), in the unit of the indicator; `interval` is the
    probability that `lower` to `upper` is meant to hold: they lie at the quantiles (1 ∓ interval) / 2. `method` has
    shape (series,), `none` where a series has no projection. Without a `distribution` lower, upper, quantiles and
    chances are NaN.

    Examples
    --------
    >>> p = Projection(np.array([[5.0]]), interval=0.8, method=np.array(["last"]))
    >>> p.lower.tolist(), p.chance(4.0, step=1, direction="up").tolist()
    ([[nan]], [nan])
    """

    centre: FloatArray
    interval: float
    method: NameArray
    distribution: Distribution | None = None
    _ends: list[FloatArray] = field(default_factory=list)

    @property
    def lower(self) -> FloatArray:
        """The lower end of the interval, shape (series, horizon) [unit of the indicator]."""
        return self._both_ends()[0]

    @property
    def upper(self) -> FloatArray:
        """The upper end of the interval, shape (series, horizon) [unit of the indicator]."""
        return self._both_ends()[1]

    def _both_ends(self) -> list[FloatArray]:
        """Work out the ends of the interval when one is first read."""
        if not self._ends:
            unknown = np.full_like(self.centre, np.nan)
            known = self.distribution and self.distribution.quantiles(*ends_of(self.interval))
            self._ends.extend(known or (unknown, unknown))
        return self._ends

    def ends_at(self, step: int | IntArray) -> tuple[FloatArray, FloatArray]:
        """Give the ends of the interval in one year alone.

        Parameters
        ----------
        step : the projected year, 1 to horizon, one for all or one a series.

        Returns
        -------
        tuple
            Lower and upper end, shape (series,) each, the same figures as in `lower` and `upper` [unit of the
            indicator].

        Raises
        ------
        ValueError
            A step outside the horizon.
        """
        series, horizon = self.centre.shape
        steps = read_steps(step, series, horizon=horizon)
        if self.distribution is None:
            return np.full(series, np.nan), np.full(series, np.nan)
        lower, upper = self.distribution.quantiles_at(steps, *ends_of(self.interval))
        return lower, upper

    def quantile(self, q: float) -> FloatArray:
        """Give the values that are not exceeded with probability q.

        Parameters
        ----------
        q : probability, between 0 and 1.

        Returns
        -------
        FloatArray
            Shape (series, horizon), in the unit of the indicator; NaN without a distribution.

        Raises
        ------
        ValueError
            q is not between 0 and 1.
        """
        if not 0 < q < 1:
            raise ValueError(f"q must lie between 0 and 1, not {q}")
        return np.full_like(self.centre, np.nan) if self.distribution is None else self.distribution.quantile(q)

    def chance(
        self, target: ArrayLike, *, step: int | IntArray, direction: str | Sequence[str] | NameArray
    ) -> FloatArray:
        """Give the probability that each series is at or past its target.

        Parameters
        ----------
        target : one for all or one a series [unit of the indicator].
        step : the projected year, 1 to horizon, one for all or one a series.
        direction : `up` or `down`, one for all or one a series.

        Returns
        -------
        FloatArray
            Shape (series,), fraction; NaN without a distribution.

        Raises
        ------
        ValueError
            A step outside the horizon, an unknown direction, or shapes that do not fit.
        """
        goals, years, directions = self._questions(target, step, direction)
        if self.distribution is None:
            return np.full(len(self.centre), np.nan)
        return self.distribution.chance(goals, step=years, direction=directions)

    def sum_quantile(self, q: float, *, steps: int | IntArray) -> FloatArray:
        """Give the value that the sum of the first `steps` years does not exceed with probability q.

        Years depend on one another as those of real series do; adding yearly quantiles would overstate the spread.

        Parameters
        ----------
        q : probability, between 0 and 1.
        steps : how many years are added up, 1 to horizon, one for all or one a series.

        Returns
        -------
        FloatArray
            Shape (series,), in the unit of the indicator; NaN without a distribution.

        Raises
        ------
        ValueError
            q is not between 0 and 1, or steps outside the horizon.
        """
        if not 0 < q < 1:
            raise ValueError(f"q must lie between 0 and 1, not {q}")
        _, counted, _ = self._questions(np.nan, steps, "up")
        if self.distribution is None:
            return np.full(len(self.centre), np.nan)
        return self.distribution.sum_quantile(q, steps=counted)

    def sum_chance(
        self, target: ArrayLike, *, steps: int | IntArray, direction: str | Sequence[str] | NameArray
    ) -> FloatArray:
        """Give the probability that the sum of the first `steps` years is at or past a target.

        Parameters
        ----------
        target : one for all or one a series [unit of the indicator].
        steps : how many years are added up, 1 to horizon, one for all or one a series.
        direction : `up` or `down`, one for all or one a series.

        Returns
        -------
        FloatArray
            Shape (series,), fraction; NaN without a distribution.

        Raises
        ------
        ValueError
            Steps outside the horizon, an unknown direction, or shapes that do not fit.
        """
        targets, counted, directions = self._questions(target, steps, direction)
        if self.distribution is None:
            return np.full(len(self.centre), np.nan)
        return self.distribution.sum_chance(targets, steps=counted, direction=directions)

    def all_years_chance(
        self, bound: ArrayLike, *, steps: int | IntArray, direction: str | Sequence[str] | NameArray
    ) -> FloatArray:
        """Give the probability that a bound holds in every one of the first `steps` years.

        Parameters
        ----------
        bound : one for all or one a series [unit of the indicator].
        steps : how many years, 1 to horizon, one for all or one a series.
        direction : `up` where values must be at least the bound, `down` where at most.

        Returns
        -------
        FloatArray
            Shape (series,), fraction; NaN without a distribution.

        Raises
        ------
        ValueError
            Steps outside the horizon, an unknown direction, or shapes that do not fit.
        """
        bounds, counted, directions = self._questions(bound, steps, direction)
        if self.distribution is None:
            return np.full(len(self.centre), np.nan)
        return self.distribution.all_years_chance(bounds, steps=counted, direction=directions)

    def _questions(
        self, value: ArrayLike, step: int | IntArray, direction: str | Sequence[str] | NameArray
    ) -> tuple[FloatArray, IntArray, NameArray]:
        """Read one value, step and direction for all or one a series; ValueError where they do not fit."""
        series, horizon = self.centre.shape
        read_rising(direction, series)
        return (
            read_values(value, series),
            read_steps(step, series, horizon=horizon),
            np.asarray(direction, dtype=np.str_),
        )
