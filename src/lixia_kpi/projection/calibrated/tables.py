"""The fitted coefficients and quantiles that come with the package, and how they are read for a length and a step."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.kinds import LONGEST

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray, IntArray

NAME = "tables.bin"
KNOTS = (1, 2, 3, 4, 5, 7, 10)
"""Years ahead at which coefficients are stored; between them they are interpolated."""

LENGTHS = tuple(range(2, LONGEST + 1))
"""Years of history for which coefficients are stored."""

FLAT_LENGTHS = (2, 3, 4, 5)
METHOD_LENGTHS = (2, 3, 4, 5, 6, 8, 10, 15)
METHODS = ("cagr", "damped", "last", "linear", "loglinear", "mean_growth", "theil_sen", "theta")
TREND_DAMPING = 0.85
"""Beyond ten years the trend of the seventh to the tenth year fades by this factor a year."""

SPREAD_POWER = 0.7
"""Beyond ten years the spread grows with this power of the years."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tables:
    """Arrays of the table file; the axis of knots is the one before the last.

    `centre`, `spread` and `quantiles` have the axes (scale, length, knot, …), scale 0 for points and 1 for levels.
    `flat` (length, knot, probability) serves series that never changed, `single` (measure, knot, probability) single
    values; `method_spread` and `method_quantiles` (method, length, knot, …) the plain methods. `ranks`
    (paths, years) hold the dependence between years.
    """

    header: str
    centre: FloatArray
    spread: FloatArray
    quantiles: FloatArray
    flat: FloatArray
    single: FloatArray
    method_spread: FloatArray
    method_quantiles: FloatArray
    ranks: IntArray


@cache
def tables() -> Tables:
    """Load the table file of the package, once.

    Examples
    --------
    >>> tables().centre.shape[0]
    2
    """
    return read_tables(_stored())


def read_tables(data: bytes) -> Tables:
    """Read a table file as the fitting tool writes it.

    The first line is a JSON object; `arrays` in it lists name, type and shape of the arrays that follow without a gap,
    little-endian, in that order.

    Parameters
    ----------
    data : the bytes of the file.

    Raises
    ------
    ValueError
        The bytes are no table file.
    """
    first, _, rest = data.partition(b"\n")
    arrays: dict[str, FloatArray] = {}
    start = 0
    for name, kind, shape in json.loads(first)["arrays"]:
        values = np.frombuffer(rest, dtype=np.dtype(kind), count=math.prod(shape), offset=start).reshape(shape)
        start += values.nbytes
        arrays[name] = values.astype(np.float64)
    ranks = arrays.pop("ranks").astype(np.intp)
    return Tables(header=first.decode(), ranks=ranks, **arrays)


def _stored() -> bytes:
    """Read the table file beside this module, also from inside a zip."""
    try:
        return Path(__file__).with_name(NAME).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        from pkgutil import get_data

        return get_data(__package__, NAME) or b""


def step_weights(behind: int, horizon: int) -> FloatArray:
    """Give the weights that turn values at the knots into values at each step.

    Linear between the knots; beyond ten years the rise from year 7 to 10 goes on, fading by 0.85 a year.

    Parameters
    ----------
    behind : years from the latest value to the last column, >= 0.
    horizon : steps after the last column, >= 1.

    Returns
    -------
    FloatArray
        Shape (horizon, knots), rows adding to 1.

    Notes
    -----
    Source: damped continuation; nothing beyond ten years was fitted.

    Examples
    --------
    >>> step_weights(0, 6)[5].tolist()
    [0.0, 0.0, 0.0, 0.0, 0.5, 0.5, 0.0]
    """
    years = behind + np.arange(1.0, horizon + 1.0)
    eye = np.eye(len(KNOTS))
    weights = np.stack([np.interp(years, KNOTS, row) for row in eye], axis=1)
    further = np.maximum(years - KNOTS[-1], 0.0)
    fading = TREND_DAMPING * (1 - TREND_DAMPING**further) / (1 - TREND_DAMPING) / (KNOTS[-1] - KNOTS[-2])
    weights[:, -1] += fading
    weights[:, -2] -= fading
    return weights


def held_weights(behind: int, horizon: int) -> FloatArray:
    """Give weights as `step_weights` does, holding the last knot beyond ten years.

    Parameters
    ----------
    behind, horizon : as for `step_weights`.

    Returns
    -------
    FloatArray
        Shape (horizon, knots), rows adding to 1.

    Examples
    --------
    >>> held_weights(9, 3)[2].tolist()
    [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0]
    """
    years = behind + np.arange(1.0, horizon + 1.0)
    return np.stack([np.interp(years, KNOTS, row) for row in np.eye(len(KNOTS))], axis=1)


def further_spread(behind: int, horizon: int) -> FloatArray:
    """Give what the spread is multiplied by beyond ten years: (k / 10)^0.7, and 1 before.

    Parameters
    ----------
    behind, horizon : as for `step_weights`.

    Returns
    -------
    FloatArray
        Shape (horizon,), without unit.

    Examples
    --------
    >>> further_spread(0, 20)[[9, 19]].round(3).tolist()
    [1.0, 1.625]
    """
    years = behind + np.arange(1.0, horizon + 1.0)
    return np.maximum(years / KNOTS[-1], 1.0) ** SPREAD_POWER
