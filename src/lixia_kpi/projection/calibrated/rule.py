"""The default rule: distance moved and its spread, linear in the features, for one block of series at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.bounded import distance
from lixia_kpi.projection.calibrated.features import centre_features, spread_features
from lixia_kpi.projection.calibrated.kinds import TOP
from lixia_kpi.projection.calibrated.products import times

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import BoolArray, FloatArray
    from lixia_kpi.projection.calibrated.coefficients import Coefficients
    from lixia_kpi.projection.calibrated.trend import Trend
    from lixia_kpi.projection.calibrated.windows import Windows
    from lixia_kpi.projection.workers import Workspace

SPREAD_LIMIT = 6.0
FURTHEST_FALL = 0.95
UNCHANGED = 1e-12
"""A series whose values differ by no more than this, in units of scale, has not changed."""


def centre_of(
    windows: Windows,
    trend: Trend,
    coefficients: FloatArray,
    features: FloatArray,
    out: FloatArray,
    workspace: Workspace,
) -> FloatArray:
    """Evaluate the centre of the default rule: v (f · β_k), f the features, v the volatility, β_k those of step k.

    Parameters
    ----------
    windows, trend : a block of series and how they have moved.
    coefficients : of the features that are computed, shape (horizon, features).
    features : where they are put, those of the trend already there, shape (features, columns).
    out : where the distances are put, shape (horizon, columns).
    workspace : where what is needed on the way is put.

    Returns
    -------
    FloatArray
        `out` [units of scale].

    Notes
    -----
    Source: coefficients by median regression over the panel; docs/method.md.
    """
    times(coefficients, centre_features(windows, trend, features, workspace), out)
    out *= trend.volatility
    lowest, highest = reachable(windows)
    if lowest is not None:
        np.maximum(out, lowest, out=out)
    if highest is not None:
        np.minimum(out, highest, out=out)
    return out


def spread_of(
    windows: Windows, trend: Trend, coefficients: Coefficients, out: FloatArray, workspace: Workspace
) -> FloatArray:
    """Evaluate the spread: v exp(g · γ_k), g the features, v the volatility, γ_k those of step k.

    Parameters
    ----------
    windows, trend, out : as for `centre_of`.
    coefficients : of series of this shape.
    workspace : where the features are put.

    Returns
    -------
    FloatArray
        `out` [units of scale].

    Notes
    -----
    Source: coefficients by Laplace likelihood over the panel; docs/method.md.
    """
    of_method = coefficients.centre is None
    times(coefficients.spread, spread_features(windows, trend, workspace, of_method=of_method), out)
    np.exp(np.clip(out, -SPREAD_LIMIT, SPREAD_LIMIT, out=out), out=out)
    out *= trend.volatility
    if coefficients.further[-1] > 1:
        out *= coefficients.further[:, np.newaxis]
    return out


def reachable(windows: Windows) -> tuple[FloatArray | None, FloatArray | None]:
    """Give the distances to the last values that can be printed before a bound; no centre lies beyond them.

    Parameters
    ----------
    windows : a block of series.

    Returns
    -------
    tuple
        Lowest and highest distance, shape (columns,) [units of scale]; None where values were not let near a bound.

    Notes
    -----
    Source: later values are measured with the same limits when the rule is fitted.
    """
    near, level, above = windows.nearest, windows.kind.level, windows.above
    if near is None:
        return None, None
    lowest = distance((near - windows.latest) / windows.unit, level=level, above=above)
    if above is None:
        return np.minimum(lowest, 0.0), None
    highest = distance((TOP - near - windows.latest) / windows.unit, level=level, above=above)
    return np.minimum(lowest, 0.0), np.maximum(highest, 0.0)


def centre_distance(windows: Windows, centre: FloatArray) -> FloatArray:
    """Measure a method's centre from the latest value, kept off the bounds.

    Parameters
    ----------
    windows : a block of series.
    centre : shape (horizon, columns) [unit of the indicator].

    Returns
    -------
    FloatArray
        The same shape [units of scale]; a centre at zero counts as a fall by 95 per cent, one at 100 per cent as half a
        printed unit less.
    """
    if windows.above is not None and windows.nearest is not None:
        centre = np.minimum(centre, TOP - windows.nearest)
    move = (centre - windows.latest) / windows.unit
    if windows.kind.level:
        move = np.maximum(move, -FURTHEST_FALL)
    return distance(move, level=windows.kind.level, above=windows.above)


def unchanged(windows: Windows) -> BoolArray:
    """Say which series never changed, shape (columns,)."""
    first = np.abs(windows.moves[0]) <= UNCHANGED
    return np.asarray(np.all(np.abs(windows.moves) <= UNCHANGED, axis=0)) if first.any() else first
