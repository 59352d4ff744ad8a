"""Targets that the rows of one series name in several units, put into the unit of the series."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.panel.entries import MIXED
from lixia_kpi.panel.series_table import of_several_units

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray
    from lixia_kpi.panel.merge import Merged
    from lixia_kpi.panel.series_table import Units


def targets_in_one_unit(
    merged: Merged, label: IntArray, relative: BoolArray, units: Units
) -> tuple[FloatArray, NDArray[np.int32]]:
    """Convert the target of each entry by the entry's own unit and see whether those of a series agree.

    A target in a unit that does not convert is left out, as the values beside it are.

    Parameters
    ----------
    merged : whole series, of which some rows name a target.
    label : (series,) unit of each series.
    relative : (series,) the target is in percent or points, whatever the unit.
    units : converts between the units of entries and series.

    Returns
    -------
    tuple
        the target of each series, and on which attributes its rows do not agree, (series,) each.
    """
    target, mixed = merged.numbers["target"], merged.mixed
    concerned = of_several_units(merged) & ~relative
    if not concerned.any():
        return target, mixed
    entries, bit = merged.entries, np.int32(MIXED["target"])
    said = entries.numbers["target"]
    target, mixed = target.copy(), mixed.copy()
    target[concerned] = np.nan
    mixed[concerned] &= ~bit
    for entry in np.flatnonzero(concerned[merged.series]).tolist():
        series = int(merged.series[entry])
        mixed[series] |= entries.mixed[entry] & bit
        factor = units.factor(int(entries.unit[entry]), int(label[series]))
        if factor is None or np.isnan(said[entry]):
            continue
        own = factor.apply(float(said[entry]))
        if not np.isnan(target[series]) and own != target[series]:
            mixed[series] |= bit
        target[series] = own
    return target, mixed
