"""Targets of a plan, which hold for every region of a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.folder.checks import is_yearly_change
from lixia_kpi.panel.block import Kind
from lixia_kpi.panel.possible import without_impossible
from lixia_kpi.panel.targets import block_of, report_series
from lixia_kpi.plan.bounds import bounds_of_value
from lixia_kpi.units.conversion import conversion
from lixia_kpi.units.unit import Factor

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lixia_kpi.growth.arrays import FloatArray, IntArray
    from lixia_kpi.panel.block import PanelBlock
    from lixia_kpi.panel.faults import FaultCount
    from lixia_kpi.panel.merge import Merged
    from lixia_kpi.panel.row_batch import Vocabulary
    from lixia_kpi.panel.series_table import SeriesTable
    from lixia_kpi.plan.model import Indicator, Plan, Target


class TargetsOfPlan:
    """The targets of a plan, set against the series of the same id in every region.

    What the plan's own files say of its own place, baselines and printed growth, holds for no other region: the
    baseline of each region is its own value of the baseline year.

    Parameters
    ----------
    vocabulary
        the words of the run by number.
    plan
        an opened plan.
    """

    def __init__(self, vocabulary: Vocabulary, plan: Plan) -> None:
        self._vocabulary = vocabulary
        self._indicators = plan.indicators
        self._bounds = [bounds_of_value(one.measure, one.unit, one.observed_as) for one in plan.indicators]
        self._units = ["" if one.observed_as == "yearly_change" else one.unit for one in plan.indicators]
        self._places = {indicator.id: place for place, indicator in enumerate(plan.indicators)}
        base = {baseline.id: baseline.year for baseline in reversed(plan.baselines)}
        promised = [
            (place, indicator, target)
            for place, indicator in enumerate(plan.indicators)
            for target in sorted(indicator.targets, key=lambda target: target.year)
        ]
        count = np.bincount([place for place, _, _ in promised], minlength=len(plan.indicators))
        self._count = np.append(count, 0)
        self._first = np.append(np.cumsum(count) - count, 0)
        self._kinds = tuple(kind_of(indicator, target) for _, indicator, target in promised)
        self._target = np.array([target.value for _, _, target in promised], dtype=np.float64)
        self._due = np.array([target.year for _, _, target in promised], dtype=np.intp)
        years = [
            target.start - 1 if target.start is not None else base.get(indicator.id, plan.info.baseline_year)
            for _, indicator, target in promised
        ]
        self._base = np.array(years, dtype=np.intp)

    def word(self, unit: int) -> str:
        """Give a unit in words."""
        return self._vocabulary.words("unit")[unit] if unit >= 0 else ""

    def labels(self, merged: Merged) -> IntArray:
        """Give the place of each series' indicator in the plan, −1 where the plan does not know it."""
        encoded = merged.id.dictionary_encode()
        places = np.array([self._places.get(name, -1) for name in encoded.dictionary.to_pylist()], dtype=np.intp)
        return np.asarray(places[encoded.indices.to_numpy()])

    def numbers(self, merged: Merged, label: IntArray) -> tuple[dict[str, FloatArray], NDArray[np.int32]]:
        """Give what the rows say as it stands: the targets are those of the plan."""
        return merged.numbers, merged.mixed

    def factor(self, unit: int, label: int) -> Factor | None:
        """Give the factor from a unit to that of an indicator; a value without a unit counts as it stands."""
        if unit < 0 or label < 0:
            return Factor()
        word, indicator = self.word(unit), self._indicators[label]
        if indicator.observed_as != "yearly_change":
            return conversion(word, indicator.unit, also=indicator.unit_also)
        if not is_yearly_change(word, indicator):
            return None
        return conversion(word, "%") or conversion(word, "points")

    def attach(self, table: SeriesTable, faults: FaultCount) -> PanelBlock:
        """Give one row for each target of each series, and report the series that the plan does not know."""
        table = without_impossible(table, self._bounds, table.label, self._units, faults)
        report_series("unknown_id", table.label < 0, table, faults)
        report_series("no_target", (table.label >= 0) & (self._count[table.label] == 0), table, faults)
        times = self._count[table.label]
        series = np.repeat(np.arange(len(table)), times)
        within = np.arange(len(series)) - np.repeat(np.cumsum(times) - times, times)
        kind = self._first[table.label[series]] + within
        return block_of(
            table,
            series,
            kinds=self._kinds,
            kind=kind,
            target=self._target[kind],
            due_year=self._due[kind],
            base_year=self._base[kind],
        )


def kind_of(indicator: Indicator, target: Target) -> Kind:
    """Give what the plan says of a target and its indicator."""
    citation = target.citation or indicator.citation
    return Kind(
        measure=indicator.measure,
        form=target.form,
        op=target.op,
        direction=indicator.direction,
        unit=indicator.unit,
        observed_as=indicator.observed_as,
        basis=indicator.basis,
        breaks=indicator.breaks,
        target_high=target.value_high,
        tolerance=target.tolerance,
        decimals=target.decimals,
        dated=target.dated,
        doubtful=indicator.doubt is not None,
        name_zh=indicator.name.zh,
        name_en=indicator.name.en,
        group=indicator.group,
        chapter=citation.chapter,
        section=citation.section,
        binding=indicator.binding,
        owner=indicator.owner,
    )
