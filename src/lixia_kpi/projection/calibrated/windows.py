"""The observed part of each series, as the calibrated rule sees it: gaps closed, latest value last, bounds at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.bounds import MEASURES
from lixia_kpi.projection.calibrated.gaps import gaps_closed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray

LONGEST = 15
"""Years of history that the rule looks back."""

AMOUNT, COUNT, SHARE, RANK = (MEASURES.index(name) for name in ("amount", "count", "share", "rank"))
TOP = 100.0
DECIMALS = 4
"""Most decimals that a share is taken to be printed with."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Windows:
    """Series of equal length, relative to their latest value and in units of their own scale.

    `moves` has shape (series, years), the last column zero; the rest shape (series,). `latest` and `unit` are in the
    unit of the indicator, `below` and `above` the distances to the bounds in units of scale (infinite where there is
    none), `level` whether the scale is the latest value itself (positive series). `count` and `share` name the measure;
    `touching` says that a value stood at a bound (for points: at or below zero). `nearest` is how near to a bound
    values are let: half a printed unit for shares, half the least positive value where an amount or a count has been
    zero, else 0.
    """

    moves: FloatArray
    latest: FloatArray
    unit: FloatArray
    below: FloatArray
    above: FloatArray
    level: bool
    count: BoolArray
    share: BoolArray
    touching: BoolArray
    nearest: FloatArray

    def taken(self, rows: IntArray) -> Windows:
        """Give the windows of some rows, in their order."""
        arrays = {name: getattr(self, name)[rows] for name in Windows.__dataclass_fields__ if name != "level"}
        return Windows(level=self.level, **arrays)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Group:
    """Rows of a batch that share length, scale and years since the latest value."""

    rows: IntArray
    behind: int
    windows: Windows


def groups(values: FloatArray, codes: IntArray, *, block: int = 8192) -> Iterator[Group]:
    """Cut a batch into groups of series that are evaluated alike, in blocks that fit into the cache.

    Parameters
    ----------
    values : shape (series, years), oldest first, NaN where missing [unit of the indicator].
    codes : measures as positions in `MEASURES`, shape (series,).
    block : most series in a group.

    Yields
    ------
    Group
        Series with at least one value whose scale is known. Left out: ranks, and series of nothing but zeros.

    Examples
    --------
    >>> [g.rows.tolist() for g in groups(np.array([[1.0, 2.0], [np.nan, 0.0], [3.0, np.nan]]), np.zeros(3, np.intp))]
    [[2], [0]]
    """
    for start in range(0, values.shape[0], block):
        rows = np.arange(start, min(start + block, values.shape[0]))
        part, code = values[rows], codes[rows]
        seen = np.isfinite(part)
        behind = np.argmax(seen[:, ::-1], axis=1)
        history = _latest_years(part, behind)
        touching = _touching(history, code)
        history, level, half = _inside_bounds(history, code)
        history = gaps_closed(history)
        length = np.sum(np.isfinite(history), axis=1)
        key = (length * 2 + level) * (part.shape[1] + 1) + behind
        usable = np.any(seen, axis=1) & (code != RANK) & np.any(np.nan_to_num(history) != 0, axis=1)
        for one in np.flatnonzero(np.bincount(key[usable])):
            inside = usable & (key == one)
            first = int(np.argmax(inside))
            n = int(length[first])
            windows = _windows(
                history[inside, LONGEST - n :], code[inside], touching[inside], half[inside], level=bool(level[first])
            )
            yield Group(rows[inside], int(behind[first]), windows)


def _latest_years(values: FloatArray, behind: IntArray) -> FloatArray:
    """Take the last fifteen years up to the latest value, which comes to stand in the last column."""
    years = values.shape[1]
    padded = np.full((values.shape[0], LONGEST + years), np.nan)
    padded[:, LONGEST:] = values
    if not np.any(behind):
        return padded[:, years:]
    columns = (years - behind)[:, np.newaxis] + np.arange(LONGEST)
    return np.take_along_axis(padded, columns, axis=1)


def _touching(history: FloatArray, code: IntArray) -> BoolArray:
    """Say in which series a value is at zero or below, or a share at 100 or above."""
    with np.errstate(invalid="ignore"):
        top = np.any(history >= TOP, axis=1) & (code == SHARE)
        return np.asarray(np.any(history <= 0, axis=1) | top)


def _inside_bounds(history: FloatArray, code: IntArray) -> tuple[FloatArray, BoolArray, FloatArray]:
    """Take values at a bound a little inside; say which series are measured by their level, and what half a unit is."""
    half = np.zeros(code.shape)
    lowest = np.fmin.reduce(history, axis=1)
    share = code == SHARE
    level = ((code == AMOUNT) | (code == COUNT)) & (lowest >= 0) | share
    if bool(np.any(share)):
        shares = history[share]
        half[share] = half_printed_unit(shares)
        unit = half[share][:, np.newaxis]
        history[share] = np.clip(shares, unit, TOP - unit)
    zero = level & (lowest <= 0) & ~share
    if bool(np.any(zero)):
        some = history[zero]
        least = np.nanmin(np.where(some > 0, some, np.inf), axis=1)
        least = np.where(np.isfinite(least), least / 2, 0.0)
        half[zero] = least
        history[zero] = np.where(some == 0, least[:, np.newaxis], some)
    return history, level, half


def half_printed_unit(values: FloatArray) -> FloatArray:
    """Give half a unit of the last printed decimal of each series, at most four decimals.

    Parameters
    ----------
    values : shape (series, years), NaN where missing [per cent].

    Returns
    -------
    FloatArray
        Shape (series,), 0.5 for whole numbers, 0.05 for one decimal, and so on [per cent].

    Examples
    --------
    >>> half_printed_unit(np.array([[100.0, 98.0], [99.5, 100.0]])).tolist()
    [0.5, 0.05]
    """
    half = np.full(values.shape[0], 0.5 * 10.0**-DECIMALS)
    for decimals in range(DECIMALS - 1, -1, -1):
        scaled = values * 10.0**decimals
        exact = np.all(np.isnan(values) | (np.abs(scaled - np.rint(scaled)) < 1e-6), axis=1)
        half[exact] = 0.5 * 10.0**-decimals
    return half


def _windows(history: FloatArray, code: IntArray, touching: BoolArray, half: FloatArray, *, level: bool) -> Windows:
    """Measure a group of equal length from its latest value, in units of scale."""
    latest = history[:, -1]
    unit = latest if level else np.mean(np.abs(history), axis=1)
    share = code == SHARE
    infinite = np.full(latest.shape, np.inf)
    with np.errstate(all="ignore"):
        above = np.where(share, (TOP - latest) / unit, np.inf)
    return Windows(
        moves=(history - latest[:, np.newaxis]) / unit[:, np.newaxis],
        latest=latest,
        unit=unit,
        below=np.ones_like(latest) if level else infinite,
        above=above,
        level=level,
        count=code == COUNT,
        share=share,
        touching=touching,
        nearest=half,
    )
