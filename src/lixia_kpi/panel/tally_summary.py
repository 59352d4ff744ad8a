"""What a tally says: how regions and indicators stand, who leads, who is most behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.codes import ORDERED_STATUSES, STATUSES
from lixia_kpi.panel.tally import CHANCE_UNITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from lixia_kpi.growth.arrays import FloatArray, IntArray
    from lixia_kpi.panel.tally import NamedCounts, Tally

GOOD = STATUSES.index("on_track") + 1
"""So many statuses, the first ones, are on track or better."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Standing:
    """How named things stand, regions or indicators; arrays (names,).

    Parameters
    ----------
    names : in order: regions by name, indicators as their plan has them, else by name.
    statuses : (names, statuses) how many targets have each status, in the order of `STATUSES`.
    chance : mean chance of reaching a target [fraction], NaN where no target has one. It is also the share of these
        targets that may be expected to be met.
    """

    names: tuple[str, ...]
    statuses: IntArray
    chance: FloatArray

    @property
    def targets(self) -> IntArray:
        """How many targets there are."""
        return _sums(self.statuses)

    @property
    def judged(self) -> IntArray:
        """How many of them have a status of the order from met to reversing."""
        return _sums(self.statuses[:, : len(ORDERED_STATUSES)])

    @property
    def good(self) -> IntArray:
        """How many of them are on track or better."""
        return _sums(self.statuses[:, :GOOD])

    @property
    def share(self) -> FloatArray:
        """On track or better among those judged [fraction], NaN where none is judged."""
        return _quotient(self.good, self.judged)

    @property
    def rank(self) -> IntArray:
        """Place by share, 1 for the highest; equal shares have the same place, 0 where none is judged.

        >>> counts = np.zeros((4, 9), dtype=np.int64)
        >>> counts[:, 0], counts[:, 3] = [1, 2, 1, 0], [1, 2, 0, 0]
        >>> Standing(("a", "b", "c", "d"), counts, np.full(4, np.nan)).rank.tolist()
        [2, 2, 1, 0]
        """
        share = self.share
        known = np.sort(share[~np.isnan(share)])
        better = len(known) - np.searchsorted(known, share, side="right")
        return np.where(np.isnan(share), 0, better + 1).astype(np.intp)

    @property
    def league(self) -> IntArray:
        """The places of the names from the highest share to the lowest, those of which nothing is judged last.

        Equal shares stand in the order of their chances, the highest first, then of the names.
        """
        return np.lexsort((np.arange(len(self.names)), -self.chance, -self.share))

    @property
    def worst(self) -> IntArray:
        """The places of the names from the lowest share to the highest, without those of which nothing is judged.

        Equal shares stand in the order of their chances, the lowest first, then of the names.
        """
        share = self.share
        order = np.lexsort((np.arange(len(self.names)), self.chance, share))
        return order[: len(share) - int(np.isnan(share).sum())]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PanelSummary:
    """A whole panel.

    `status` and `chance` are maps (regions, indicators), places in `STATUSES` and whole percents as `CellTally.tables`
    gives them; None where no map was asked for. `latest_year` is None where nothing is observed.
    """

    regions: Standing
    indicators: Standing
    latest_year: int | None
    status: NDArray[np.uint8] | None = None
    chance: NDArray[np.uint8] | None = None

    @property
    def statuses(self) -> IntArray:
        """How many targets have each status, in the order of `STATUSES`."""
        return _sums(self.regions.statuses.T)


def summarise(tally: Tally, *, order: Sequence[str] = ()) -> PanelSummary:
    """Give the summary of a tally; however the rows were cut into parts, it is the same.

    Parameters
    ----------
    tally : everything counted.
    order : ids in the order of their plan; others follow by name.

    Examples
    --------
    >>> from lixia_kpi.panel.coded import Coded
    >>> from lixia_kpi.panel.tally import Tally
    >>> tally = Tally(cells=True)
    >>> both, none = np.array([0, 1]), np.full(2, np.nan)
    >>> tally.count(Coded(("B", "A"), both), Coded(("gdp",), 0 * both), np.array([3, 0]), none, none)
    >>> summary = summarise(tally)
    >>> summary.regions.names, summary.regions.share.tolist(), summary.status.tolist()
    (('A', 'B'), [1.0, 0.0], [[0], [3]])
    """
    regions, rows = _standing(tally.regions, sorted(tally.regions.names))
    planned = [name for name in dict.fromkeys(order) if name in set(tally.indicators.names)]
    others = sorted(set(tally.indicators.names).difference(planned))
    indicators, columns = _standing(tally.indicators, [*planned, *others])
    status = chance = None
    if tally.cells is not None:
        status, chance = tally.cells.tables(rows, columns)
    return PanelSummary(regions, indicators, tally.latest_year, status, chance)


def _standing(counts: NamedCounts, names: Sequence[str]) -> tuple[Standing, IntArray]:
    """Give counts in the order of names, and the place of each of these."""
    places = counts.places(names)
    known, total = counts.chances[places], counts.chance_sum[places]
    return Standing(tuple(names), counts.statuses[places], _quotient(total, known * CHANCE_UNITS)), places


def _sums(counts: IntArray) -> IntArray:
    sums: IntArray = counts.sum(axis=1)
    return sums


def _quotient(part: IntArray, whole: IntArray) -> FloatArray:
    """Divide counts; NaN where there is nothing to divide by."""
    result = np.full(len(whole), np.nan)
    np.divide(part, whole, out=result, where=whole > 0)
    return result
