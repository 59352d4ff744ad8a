"""Targets that the panel itself names: columns of every row of a series."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.row_figures import target_unit
from lixia_kpi.panel.block import Kind
from lixia_kpi.panel.column_units import POINTS, ColumnUnits
from lixia_kpi.panel.entries import MIXED
from lixia_kpi.panel.possible import impossible_targets, without_impossible
from lixia_kpi.panel.targets import block_of, report_rows, report_series
from lixia_kpi.plan.bounds import UNBOUNDED, bounds_of_value, share_limit
from lixia_kpi.plan.model import COMPARATORS, DIRECTIONS, FORMS, MEASURES, OBSERVED_AS
from lixia_kpi.units.parse import dimension

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray
    from lixia_kpi.panel.block import PanelBlock
    from lixia_kpi.panel.faults import FaultCount
    from lixia_kpi.panel.row_batch import Vocabulary
    from lixia_kpi.panel.series_table import SeriesTable

_KNOWN: dict[str, tuple[str, ...]] = {
    "direction": DIRECTIONS, "measure": MEASURES, "form": FORMS, "op": COMPARATORS, "observed_as": OBSERVED_AS,
}  # fmt: skip
_USUAL_OP = {"up": ">=", "down": "<="}
_BOUNDED = np.array([[bounds_of_value(one, "%", seen) is not UNBOUNDED for seen in OBSERVED_AS] for one in MEASURES])


class TargetsOfColumns(ColumnUnits):
    """Targets by the columns `target`, `target_year`, `direction` and, where they are there, the others.

    A series without a measure is an amount; where its unit is a percentage it is a share, or a rate where its values or
    its target go beyond a share. Yearly changes in percent are then a rate, those in points of a share. The form is a
    level and the comparator at least (upward) or at most (downward) where nothing else is said.

    Parameters
    ----------
    vocabulary
        the words of the run by number.
    baseline_year
        y0 of series whose rows name none; None for the first year that a series has a value in.
    """

    def __init__(self, vocabulary: Vocabulary, baseline_year: int | None) -> None:
        super().__init__(vocabulary)
        self._baseline_year = baseline_year

    def attach(self, table: SeriesTable, faults: FaultCount) -> PanelBlock:
        """Give the block of the series whose target is complete, and report the others."""
        good = self._agreed(table, faults)
        words = {name: self._places(name, table, good, faults) for name in _KNOWN}
        target, due = self._number(table, "target"), self._number(table, "target_year")
        words["measure"] = self._measures(table, words, target)
        table = self._possible(table, words, good, faults)
        base = self._base_years(table)
        missing = {
            "no_value": np.isnan(base), "no_target": np.isnan(target), "no_target_year": np.isnan(due),
            "no_direction": words["direction"] < 0,
        }  # fmt: skip
        said = good.copy()
        for code, held in missing.items():
            report_series(code, held & said, table, faults)
            good &= ~held
        backward = good & ~(due > base)
        report_series("target_year_not_after_baseline", backward, table, faults, due)
        series = np.flatnonzero(good & ~backward)
        kinds, kind = self._kinds(table, words, series)
        wrong = impossible_targets(target[series], kinds, kind)
        if wrong.any():
            units = [target_unit(kinds[one].form, kinds[one].unit or "") for one in kind[wrong].tolist()]
            report_rows("impossible_target", series[wrong], table, faults, target, units)
            series = series[~wrong]
            kinds, kind = self._kinds(table, words, series)
        return block_of(
            table,
            series,
            kinds=kinds,
            kind=kind,
            target=target[series],
            due_year=due[series].astype(np.intp),
            base_year=base[series].astype(np.intp),
        )

    def _agreed(self, table: SeriesTable, faults: FaultCount) -> BoolArray:
        """Which series have rows that say the same; the others are reported."""
        for name, bit in MIXED.items():
            report_series(f"mixed_{name}", (table.mixed & bit) != 0, table, faults)
        return np.asarray(table.mixed == 0)

    def _places(self, name: str, table: SeriesTable, good: BoolArray, faults: FaultCount) -> IntArray:
        """The place of each series' word among the known ones, −1 for none; unknown words are reported."""
        if name not in table.words:
            return np.full(len(table), -1, dtype=np.intp)
        known, words = _KNOWN[name], self._vocabulary.words(name)
        places = np.array([*(known.index(word) if word in known else -2 for word in words), -1], dtype=np.intp)
        found = places[table.words[name]]
        unknown = (found == -2) & good
        if unknown.any():
            texts = np.array([*words, ""], dtype=np.str_)[table.words[name]]
            report_series(f"unknown_{name}", unknown, table, faults, texts)
            good &= ~unknown
        return np.maximum(found, -1)

    def _number(self, table: SeriesTable, name: str) -> FloatArray:
        return table.numbers[name] if name in table.numbers else np.full(len(table), np.nan)

    def _possible(
        self, table: SeriesTable, words: dict[str, IntArray], good: BoolArray, faults: FaultCount
    ) -> SeriesTable:
        """Leave out the values that what is measured cannot have."""
        measure, observed_as = words["measure"], np.maximum(words["observed_as"], OBSERVED_AS.index("level"))
        rows = np.flatnonzero(good & _BOUNDED[measure, observed_as])
        key = ((table.label + 1) * len(MEASURES) + measure) * len(OBSERVED_AS) + observed_as
        _, first, of_rows = np.unique(key[rows], return_index=True, return_inverse=True)
        place = np.full(len(table), -1, dtype=np.intp)
        place[rows] = of_rows
        records = rows[first].tolist()
        units = [self.word(int(table.label[one])) for one in records]
        bounds = [
            bounds_of_value(MEASURES[measure[one]], unit, OBSERVED_AS[observed_as[one]])
            for one, unit in zip(records, units, strict=True)
        ]
        return without_impossible(table, bounds, place, units, faults)

    def _base_years(self, table: SeriesTable) -> FloatArray:
        """y0 of each series, NaN where nothing tells it."""
        said = self._number(table, "baseline_year")
        if self._baseline_year is not None:
            return np.where(np.isnan(said), float(self._baseline_year), said)
        seen = ~np.isnan(table.values)
        first = np.where(seen.any(axis=1), table.years[seen.argmax(axis=1)], np.nan)
        return np.where(np.isnan(said), first, said)

    def _measures(self, table: SeriesTable, words: dict[str, IntArray], target: FloatArray) -> IntArray:
        """The place of each series' measure: the one that its rows name, else what unit and values make it."""
        unsaid, changes = words["measure"] < 0, words["observed_as"] == OBSERVED_AS.index("yearly_change")
        measure = np.where(unsaid, MEASURES.index("amount"), words["measure"])
        labels, place = np.unique(table.label, return_inverse=True)
        units = [self.word(label) for label in labels.tolist()]
        whole = np.array([_whole(unit) for unit in units])[place]
        in_points = np.array([dimension(unit) == POINTS for unit in units])[place]
        measure[unsaid & changes & ~np.isnan(whole)] = MEASURES.index("rate")
        measure[unsaid & changes & in_points] = MEASURES.index("share")
        guessed = np.flatnonzero(unsaid & ~changes & ~np.isnan(whole))
        whole, values = whole[guessed], table.values[guessed]
        beyond = ((values < 0) | (values > whole[:, np.newaxis])).any(axis=1)
        of_level = np.isin(words["form"][guessed], (-1, FORMS.index("level"), FORMS.index("every_year")))
        beyond |= of_level & ((target[guessed] < 0) | (target[guessed] > whole))
        measure[guessed] = np.where(beyond, MEASURES.index("rate"), MEASURES.index("share"))
        return measure.astype(np.intp)

    def _kinds(
        self, table: SeriesTable, words: dict[str, IntArray], series: IntArray
    ) -> tuple[tuple[Kind, ...], IntArray]:
        """What the rows have in common, and which of them each is of."""
        parts = [table.label[series] + 1, *(words[name][series] + 1 for name in _KNOWN)]
        key = np.zeros(len(series), dtype=np.int64)
        for part in parts:
            key = key * (int(part.max(initial=0)) + 1) + part
        _, first, kind = np.unique(key, return_index=True, return_inverse=True)
        kinds = []
        for row in first.tolist():
            unit = self.word(int(parts[0][row]) - 1) or None
            known = zip(_KNOWN.items(), parts[1:], strict=True)
            kinds.append(_kind(unit, **{name: words[part[row] - 1] for (name, words), part in known if part[row]}))
        return tuple(kinds), kind.astype(np.intp)


def _kind(
    unit: str | None, *, direction: str, measure: str, form: str = "level", op: str | None = None,
    observed_as: str = "level",
) -> Kind:  # fmt: skip
    return Kind(
        measure=measure,
        form=form,
        op=op or _USUAL_OP[direction],
        direction=direction,
        unit=unit,
        observed_as=observed_as,
    )


@cache
def _whole(unit: str) -> float:
    """Give what the whole is in a unit of percentages, NaN for other units."""
    return share_limit(unit) if unit and dimension(unit) == dimension("%") else math.nan
