"""A block of series laid out as cases, the form in which everything is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.cases import Cases, ends_of, path_of, whole_of

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray, NameArray
    from lixia_kpi.panel.block import PanelBlock

MOST_DECIMALS = 6
"""Decimals up to which those of a target are counted where nobody says how it is printed."""


def block_cases(block: PanelBlock, as_of: int | None) -> Cases:
    """Lay out one case for each row.

    Parameters
    ----------
    block : the series with their targets.
    as_of : last year of observations that counts; None for all.
    """
    kinds, rows = block.kinds, block.kind
    observed_as = _names([kind.observed_as for kind in kinds])[rows]
    path = _names([path_of(kind.form, kind.measure) for kind in kinds])[rows]
    form = _names([kind.form for kind in kinds])[rows]
    years, values = _values(block, as_of)
    baseline = np.where(observed_as == "level", _in_year(values, years, block.base_year), np.nan)
    start, goal = ends_of(path, form, baseline, block.target, (block.due_year - block.base_year).astype(np.float64))
    nothing, never = np.full(len(rows), np.nan), np.zeros(len(rows), dtype=np.bool_)
    return Cases(
        path=path,
        form=form,
        op=_names([kind.op for kind in kinds])[rows],
        direction=_names([kind.direction for kind in kinds])[rows],
        measure=_names([kind.measure for kind in kinds])[rows],
        base_year=block.base_year,
        due_year=block.due_year,
        baseline=baseline,
        target=block.target,
        tolerance=_numbers([kind.tolerance for kind in kinds])[rows],
        decimals=_decimals(block),
        start=start,
        goal=goal,
        years=years,
        values=values,
        yearly_change=observed_as == "yearly_change",
        cumulative=observed_as == "cumulative",
        usable_from=_usable_from(block, years, values),
        level_beside=nothing,
        previous_total=nothing,
        printed_growth=nothing,
        basis_differs=never,
        unit_mismatch=block.unit_mismatch,
        whole=np.array([whole_of(kind.measure, kind.unit or "%") for kind in kinds])[rows],
    )


def _names(names: list[str]) -> NameArray:
    return np.array(names, dtype=np.str_)


def _numbers(numbers: list[float | None]) -> FloatArray:
    return np.array([np.nan if number is None else number for number in numbers], dtype=np.float64)


def _values(block: PanelBlock, as_of: int | None) -> tuple[IntArray, FloatArray]:
    """The values that count, on all years from the first to the last that any row needs."""
    first = min(int(block.base_year.min()), int(block.years[0]))
    last = int(block.due_year.max())
    years = np.arange(first, last + 1, dtype=np.intp)
    values = np.full((len(block.kind), len(years)), np.nan)
    shared = block.years[block.years <= last]
    values[:, shared - first] = block.values[:, : len(shared)]
    beyond: BoolArray = years > (block.due_year if as_of is None else np.minimum(block.due_year, as_of))[:, None]
    values[beyond] = np.nan
    return years, values


def _in_year(values: FloatArray, years: IntArray, wanted: IntArray) -> FloatArray:
    return np.asarray(values[np.arange(len(wanted)), wanted - years[0]])


def _decimals(block: PanelBlock) -> FloatArray:
    """How many decimals each target is printed with; those of its shortest form where its kind does not say."""
    printed = _numbers([kind.decimals for kind in block.kinds])[block.kind]
    unsaid = np.flatnonzero(np.isnan(printed))
    target = np.abs(block.target[unsaid])
    found = np.zeros(len(unsaid))
    for places in range(MOST_DECIMALS):
        with np.errstate(over="ignore", invalid="ignore"):  # a target beyond 1e302 has no decimals
            scaled = target * 10.0**places
            found += np.abs(scaled - np.rint(scaled)) > 1e-9 * np.maximum(scaled, 1.0)
    printed[unsaid] = found
    return printed


def _usable_from(block: PanelBlock, years: IntArray, values: FloatArray) -> IntArray:
    """First year comparable with the latest observation up to the target year."""
    usable = np.zeros(len(block.kind), dtype=np.intp)
    for number, kind in enumerate(block.kinds):
        rows = np.flatnonzero(block.kind == number) if kind.breaks else ()
        if len(rows):
            seen = ~np.isnan(values[rows])
            latest = np.where(seen.any(axis=1), years[-1] - seen[:, ::-1].argmax(axis=1), block.base_year[rows])
            breaks = np.array(kind.breaks, dtype=np.intp)
            usable[rows] = np.where(breaks <= latest[:, None], breaks, 0).max(axis=1)
    return usable
