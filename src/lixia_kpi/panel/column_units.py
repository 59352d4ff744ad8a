"""The unit of each series whose rows name it themselves: that of its rows, of yearly changes percent or points."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.panel.series_table import of_several_units
from lixia_kpi.panel.target_units import targets_in_one_unit
from lixia_kpi.plan.bounds import RELATIVE_FORMS
from lixia_kpi.units.conversion import conversion
from lixia_kpi.units.parse import dimension
from lixia_kpi.units.unit import Factor

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray
    from lixia_kpi.panel.merge import Merged
    from lixia_kpi.panel.row_batch import Vocabulary

PERCENT, POINTS = "%", "points"
"""The units in which yearly changes are counted."""

_CHANGES = 1 << 30
_IN_POINTS = 1 << 29


@cache
def of_changes(unit: str, *, in_points: bool) -> tuple[str, Factor | None]:
    """Give the unit that yearly changes in a unit are put into, and by which factor; None where they do not convert.

    Parameters
    ----------
    unit
        as the rows name it; kept where it is another name of percent or points.
    in_points
        whether points count, too.

    Examples
    --------
    >>> of_changes("‰", in_points=False)
    ('%', Factor(numerator=1, denominator=10))
    >>> of_changes("百分点", in_points=True), of_changes("百分点", in_points=False)
    (('百分点', Factor(numerator=1, denominator=1)), ('%', None))
    """
    for own in (PERCENT, POINTS) if in_points else (PERCENT,):
        factor = conversion(unit, own)
        if factor is not None:
            return (unit if factor == Factor() else own), factor
    return PERCENT, None


class ColumnUnits:
    """Units of series by the column `unit`.

    The label of a series is the number of a unit's word, that of yearly changes marked as such: they are in percent, or
    in points where these are changes of a share or the target is one of points; both then count as they are printed, as
    in a plan. Per mille and basis points are put into them, and nothing else converts.

    Parameters
    ----------
    vocabulary
        the words of the run by number.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def word(self, unit: int) -> str:
        """Give a unit, or that of a label, in words."""
        if unit < 0:
            return ""
        word = self._vocabulary.words("unit")[unit & ~(_CHANGES | _IN_POINTS)]
        return of_changes(word, in_points=bool(unit & _IN_POINTS))[0] if unit & _CHANGES else word

    def labels(self, merged: Merged) -> IntArray:
        """Give the unit in which the rows of each series name its target, of yearly changes percent or points.

        Of several such units, or of none, it is that of most rows; of as many rows, the first in the alphabet.
        """
        label = np.empty(len(merged.mixed), dtype=np.intp)
        label[merged.series] = merged.entries.unit
        lengths = np.diff(merged.entries.offsets)
        target = merged.entries.numbers.get("target")
        rows: dict[tuple[int, int], int] = {}
        naming: set[tuple[int, int]] = set()
        for entry in np.flatnonzero(of_several_units(merged)[merged.series]).tolist():
            key = int(merged.series[entry]), int(merged.entries.unit[entry])
            rows[key] = rows.get(key, 0) + int(lengths[entry])
            if target is not None and not np.isnan(target[entry]):
                naming.add(key)

        def rank(key: tuple[int, int]) -> tuple[bool, bool, int, str]:
            return key[1] < 0, key not in naming, -rows[key], self.word(key[1])

        for series, unit in sorted(rows, key=rank, reverse=True):
            label[series] = unit
        return self._of_changes(merged, label)

    def factor(self, unit: int, label: int) -> Factor | None:
        """Give the factor between two units by number; a value without a unit is in that of its series."""
        if unit == label or label < 0 or (unit < 0 and not label & _CHANGES):
            return Factor()
        word = self._vocabulary.words("unit")[unit if unit >= 0 else label & ~(_CHANGES | _IN_POINTS)]
        if label & _CHANGES:
            return of_changes(word, in_points=bool(label & _IN_POINTS))[1]
        return conversion(word, self.word(label))

    def numbers(self, merged: Merged, label: IntArray) -> tuple[dict[str, FloatArray], NDArray[np.int32]]:
        """Give what the rows say in figures, the target in the unit of its series.

        Growth, change and a rise in points are said in percent and points whatever the unit of a level; of yearly
        changes they are in the unit of these.
        """
        if "target" not in merged.numbers:
            return merged.numbers, merged.mixed
        changes = self._said(merged, "observed_as", "yearly_change")
        relative = np.any([self._said(merged, "form", form) for form in sorted(RELATIVE_FORMS)], axis=0)
        target, mixed = targets_in_one_unit(merged, label, self, also=changes, but=relative & ~changes)
        return {**merged.numbers, "target": target}, mixed

    def _of_changes(self, merged: Merged, label: IntArray) -> IntArray:
        """Mark the labels of yearly changes."""
        changes = self._said(merged, "observed_as", "yearly_change") & (label >= 0)
        if not changes.any():
            return label
        in_points = self._said(merged, "measure", "share") | self._said(merged, "form", "points")
        unsaid = changes & self._unsaid(merged, "measure")
        for unit in np.unique(label[unsaid]).tolist():
            if dimension(self.word(unit)) == POINTS:
                in_points |= unsaid & (label == unit)
        return label | np.where(changes, np.where(in_points, _CHANGES | _IN_POINTS, _CHANGES), 0)

    def _said(self, merged: Merged, name: str, word: str) -> BoolArray:
        """Which series say this of an attribute."""
        words = self._vocabulary.words(name)
        if name not in merged.words or word not in words:
            return np.zeros(len(merged.mixed), dtype=np.bool_)
        return np.asarray(merged.words[name] == words.index(word))

    def _unsaid(self, merged: Merged, name: str) -> BoolArray:
        """Which series say nothing of an attribute."""
        return np.asarray(merged.words[name] < 0) if name in merged.words else np.ones(len(merged.mixed), np.bool_)
