"""The fitted coefficients for series of one shape: at each step, of the features that are computed for their kind."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lixia_kpi.projection.calibrated.features import centre_rows, spread_rows
from lixia_kpi.projection.calibrated.tables import (
    FLAT_LENGTHS,
    METHOD_LENGTHS,
    METHODS,
    further_spread,
    held_weights,
    step_weights,
)
from lixia_kpi.projection.calibrated.terms import CENTRE, SPREAD, SPREAD_OF_METHOD, folding

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.projection.calibrated.survey import Shape
    from lixia_kpi.projection.calibrated.tables import Tables

REMEMBERED = 1024
"""Shapes whose coefficients are kept: those of a varied batch."""


class Coefficients(NamedTuple):
    """Of the series that changed; `centre` (horizon, rows) is None where a plain method gives the centre.

    `spread` has shape (horizon, rows); `further` (horizon,) is what the spread is multiplied by beyond ten years;
    `standard` (horizon, probabilities) holds quantiles of standard errors.
    """

    centre: FloatArray | None
    spread: FloatArray
    further: FloatArray
    standard: FloatArray


class Pooled(NamedTuple):
    """Of series without a change to go by: their spread (horizon,), and the quantiles of pooled distances."""

    further: FloatArray
    standard: FloatArray


@lru_cache(maxsize=REMEMBERED)
def rule_coefficients(shape: Shape, horizon: int, fitted: Tables) -> Coefficients:
    """Give the coefficients of the default rule.

    Parameters
    ----------
    shape : of the series, two values at least.
    horizon : steps, >= 1.
    fitted : the tables.

    Returns
    -------
    Coefficients
        At each step.
    """
    kind, behind = shape.kind, shape.behind
    scale, length = int(kind.level), shape.length - 2
    centre = step_weights(behind, horizon) @ fitted.centre[scale, length]
    held = held_weights(behind, horizon)
    return Coefficients(
        centre=centre @ folding(CENTRE, centre_rows(bounded=kind.share), kind),
        spread=held @ fitted.spread[scale, length] @ folding(SPREAD, spread_rows(bounded=kind.share), kind),
        further=further_spread(behind, horizon),
        standard=held @ fitted.quantiles[scale, length],
    )


@lru_cache(maxsize=REMEMBERED)
def method_coefficients(shape: Shape, horizon: int, method: str, fitted: Tables) -> Coefficients:
    """Give the coefficients of the errors of a plain method.

    Parameters
    ----------
    shape, horizon, fitted : as for `rule_coefficients`.
    method : one of `METHODS`.

    Returns
    -------
    Coefficients
        At each step, without those of a centre.
    """
    length = int(np.argmin(np.abs(np.array(METHOD_LENGTHS) - shape.length)))
    which, held = METHODS.index(method), held_weights(shape.behind, horizon)
    rows = spread_rows(bounded=shape.kind.share, of_method=True)
    return Coefficients(
        centre=None,
        spread=held @ fitted.method_spread[which, length] @ folding(SPREAD_OF_METHOD, rows, shape.kind),
        further=further_spread(shape.behind, horizon),
        standard=held @ fitted.method_quantiles[which, length],
    )


@lru_cache(maxsize=REMEMBERED)
def pooled_coefficients(shape: Shape, horizon: int, fitted: Tables) -> Pooled:
    """Give the pooled distances of series that never changed, or of single values by their measure.

    Parameters
    ----------
    shape, horizon, fitted : as for `rule_coefficients`, one value or more.

    Returns
    -------
    Pooled
        At each step.
    """
    if shape.length == 1:
        table = fitted.single[2 if shape.kind.share else int(shape.kind.counted)]
    else:
        table = fitted.flat[min(shape.length, FLAT_LENGTHS[-1]) - FLAT_LENGTHS[0]]
    return Pooled(further_spread(shape.behind, horizon), held_weights(shape.behind, horizon) @ table)
