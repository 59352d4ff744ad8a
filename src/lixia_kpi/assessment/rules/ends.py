"""The two ends a rule compares: the baseline it starts from and the latest observation, for every series at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.rules.verdict import first_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lixia_kpi.assessment.rules.question import Question
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray, NameArray

NEVER = np.iinfo(np.intp).max
"""A distance in years that no year has."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Baseline and latest observation, arrays (series,); values are NaN and years those asked for where there is none.

    Parameters
    ----------
    base_year, base
        y0 and b.
    latest_year, latest
        t and c.
    observed
        whether anything is observed at all.
    """

    base_year: IntArray
    base: FloatArray
    latest_year: IntArray
    latest: FloatArray
    observed: BoolArray

    @property
    def span(self) -> FloatArray:
        """Years from baseline to latest, NaN where they are not in this order."""
        years = (self.latest_year - self.base_year).astype(np.float64)
        return np.where(self.compared, years, np.nan)

    @property
    def compared(self) -> BoolArray:
        """Whether there are two values to compare: a baseline and something after it."""
        return ~np.isnan(self.base) & ~np.isnan(self.latest) & (self.latest_year > self.base_year)

    @property
    def details(self) -> dict[str, NDArray[np.generic]]:
        """The two ends as every verdict carries them."""
        return {
            "baseline_year": self.base_year,
            "baseline": self.base,
            "latest_year": self.latest_year,
            "latest": self.latest,
        }

    @property
    def lacks(self) -> NameArray:
        """Why there are no two values to compare: `no_actual`, `no_baseline`, or empty."""
        return first_of(
            ("no_actual", ~self.observed),
            ("no_baseline", np.isnan(self.base)),
            ("no_actual", ~self.compared),
        )


def ends_at(question: Question, base_distance: IntArray) -> Ends:
    """Take the observed year of least distance as baseline, and the last observed year as latest.

    Parameters
    ----------
    question : the series.
    base_distance : (series, years) or (years,) how far a year is from the wanted baseline year, `NEVER` where it
        cannot serve.
    """
    seen = question.seen
    rows = np.arange(len(seen))
    distance = np.where(seen, base_distance, NEVER)
    first = distance.argmin(axis=1)
    found = distance[rows, first] < NEVER
    last = seen.shape[1] - 1 - seen[:, ::-1].argmax(axis=1)
    observed = np.asarray(seen.any(axis=1))
    return Ends(
        base_year=np.where(found, question.years[first], question.baseline_year),
        base=np.where(found, question.values[rows, first], np.nan),
        latest_year=np.where(observed, question.years[last], question.baseline_year),
        latest=np.where(observed, question.values[rows, last], np.nan),
        observed=observed,
    )


def _ahead(question: Question) -> IntArray:
    """(series, years) years after the baseline year that was asked for."""
    return question.years - question.baseline_year[:, None]


def exact_baseline(question: Question) -> Ends:
    """Start from the baseline year itself, and from no other."""
    ahead = _ahead(question)
    return ends_at(question, np.where(ahead == 0, 0, NEVER))


def baseline_or_later(question: Question) -> Ends:
    """Start from the baseline year, else from the first observed year after it."""
    ahead = _ahead(question)
    return ends_at(question, np.where(ahead >= 0, ahead, NEVER))


def nearest_baseline(question: Question, *, within: int | None = None) -> Ends:
    """Start from the nearest observed year, in the order 0, +1, −1, +2, −2, …, at most `within` years away."""
    ahead = _ahead(question)
    distance = 2 * np.abs(ahead) - (ahead > 0)
    usable = np.abs(ahead) <= (NEVER if within is None else within)
    return ends_at(question, np.where(usable, distance, NEVER))


def baseline_leaving_two(question: Question) -> Ends:
    """Start from the first observed year at or after the baseline year, else from the last one before it.

    A year is of use only when something is observed after it.
    """
    ahead = _ahead(question)
    later = np.cumsum(question.seen[:, ::-1], axis=1)[:, ::-1] - question.seen > 0
    distance = np.where(ahead >= 0, ahead, NEVER // 2 - ahead)
    return ends_at(question, np.where(later, distance, NEVER))
