"""The observed part of each series, as the calibrated rule sees it: gaps closed, latest value last, bounds at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lixia_kpi.projection.calibrated.gaps import gaps_closed
from lixia_kpi.projection.calibrated.kinds import LONGEST, TOP
from lixia_kpi.projection.calibrated.products import full_width

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray, IntArray
    from lixia_kpi.projection.calibrated.kinds import Kind
    from lixia_kpi.projection.calibrated.survey import Shape
    from lixia_kpi.projection.workers import Workspace

DECIMALS = 4
"""Most decimals that a share is taken to be printed with."""


class Windows(NamedTuple):
    """Series of one shape, relative to their latest value and in units of their own scale.

    Columns are the series, the last one repeated up to whole widths (`products.full_width`). `moves` has shape (years,
    columns), the last row zero; the rest (columns,). `latest` and `unit` are in the unit of the indicator, `above` is
    the distance to 100 in units of scale (None where there is no upper bound). `nearest` is how near to a bound values
    are let: half a printed unit for shares, half the least positive value where an amount or a count has been zero, and
    None where values are not held off a bound.
    """

    kind: Kind
    moves: FloatArray
    latest: FloatArray
    unit: FloatArray
    above: FloatArray | None
    nearest: FloatArray | None


def windows(values: FloatArray, rows: slice | IntArray, shape: Shape, workspace: Workspace) -> Windows:
    """Take some series of one shape out of a batch and measure them from their latest value.

    Parameters
    ----------
    values : shape (series, years), oldest first, NaN where missing [unit of the indicator].
    rows : which of them.
    shape : what they have in common, as `survey` found it.
    workspace : where the moves are put.

    Returns
    -------
    Windows
        In the order of the rows.

    Examples
    --------
    >>> from lixia_kpi.projection.calibrated.survey import shape_of, survey
    >>> from lixia_kpi.projection.workers import Workspace
    >>> values = np.array([[1.0, 4.0, 2.0]])
    >>> shape = shape_of(int(survey(values, np.zeros(1, np.int8)).key[0]))
    >>> windows(values, slice(0, 1), shape, Workspace()).moves[:, 0].tolist()
    [-0.5, 1.0, 0.0]
    """
    end = values.shape[1] - shape.behind
    years = LONGEST if shape.gappy else shape.length
    history = columns(values[rows, max(end - years, 0) : end], "history", workspace)
    history, nearest = _inside_bounds(history, shape.kind)
    if shape.gappy:
        history = gaps_closed(history, length=shape.length)
    (latest,) = workspace.take("latest", 1, history.shape[1])
    latest[:] = history[-1]
    unit = latest if shape.kind.level else np.abs(history).mean(axis=0)
    history -= latest
    history /= unit
    return Windows(
        kind=shape.kind,
        moves=history,
        latest=latest,
        unit=unit,
        above=(TOP - latest) / unit if shape.kind.share else None,
        nearest=nearest,
    )


def _inside_bounds(history: FloatArray, kind: Kind) -> tuple[FloatArray, FloatArray | None]:
    """Take values at a bound a little inside; say how near to it they are let."""
    if kind.share:
        half = half_printed_unit(history)
        return np.clip(history, half, TOP - half, out=history), half
    if not (kind.level and kind.touching):
        return history, None
    least = np.fmin.reduce(np.where(history > 0, history, np.inf), axis=0) / 2
    np.copyto(history, least, where=history == 0)
    return history, least


def columns(rows: FloatArray, name: str, workspace: Workspace) -> FloatArray:
    """Put series into columns, the last one repeated up to a whole width.

    Parameters
    ----------
    rows : shape (series, …), any unit.
    name : of the place in the workspace.
    workspace : where they are put.

    Returns
    -------
    FloatArray
        Shape (…, columns).

    Examples
    --------
    >>> from lixia_kpi.projection.workers import Workspace
    >>> columns(np.array([[1.0, 2.0]]), "pair", Workspace())[:, :2].tolist()
    [[1.0, 1.0], [2.0, 2.0]]
    """
    series, width = rows.shape
    out = workspace.take(name, width, full_width(series))
    np.copyto(out[:, :series], rows.T)
    out[:, series:] = out[:, series - 1 : series]
    return out


def half_printed_unit(values: FloatArray) -> FloatArray:
    """Give half a unit of the last printed decimal of each series, at most four decimals.

    Parameters
    ----------
    values : shape (years, series), NaN where missing [per cent].

    Returns
    -------
    FloatArray
        Shape (series,), 0.5 for whole numbers, 0.05 for one decimal, and so on [per cent].

    Examples
    --------
    >>> half_printed_unit(np.array([[100.0, 99.5], [98.0, 100.0]])).tolist()
    [0.5, 0.05]
    """
    half = np.full(values.shape[1], 0.5 * 10.0**-DECIMALS)
    open_ = np.ones(values.shape[1], dtype=np.bool_)
    for decimals in range(DECIMALS):
        scaled = values * 10.0**decimals
        scaled -= np.rint(scaled)
        exact = open_ & (np.fmax.reduce(np.abs(scaled, out=scaled), axis=0) < 1e-6)
        half[exact] = 0.5 * 10.0**-decimals
        open_ &= ~exact
        if not open_.any():
            break
    return half
