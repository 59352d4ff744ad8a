"""The default rule: distance moved and its spread, linear in the features, for one group of series at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.bounded import distance
from lixia_kpi.projection.calibrated.features import features
from lixia_kpi.projection.calibrated.products import times
from lixia_kpi.projection.calibrated.tables import (
    FLAT_LENGTHS,
    METHOD_LENGTHS,
    METHODS,
    further_spread,
    held_weights,
    step_weights,
)
from lixia_kpi.projection.calibrated.windows import TOP

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray
    from lixia_kpi.projection.calibrated.features import Features
    from lixia_kpi.projection.calibrated.tables import Tables
    from lixia_kpi.projection.calibrated.windows import Group, Windows

SPREAD_LIMIT = 6.0
FURTHEST_FALL = 0.95


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Part:
    """Predictive distributions of some series that share one table of standard errors.

    `rows` index the batch, `inside` the group; `distances` and `spread` have shape (series, horizon) [units of scale],
    `standard` (horizon, probabilities).
    """

    rows: IntArray
    inside: IntArray
    distances: FloatArray
    spread: FloatArray
    standard: FloatArray


def carried_on(group: Group, horizon: int, fitted: Tables) -> list[Part]:
    """Evaluate the default rule.

    Distance at step k: v (f · β_k) + s z, spread s = v exp(g · γ_k), z a pooled standard error; f and g the features, v
    the volatility.

    Parameters
    ----------
    group : series of one length.
    horizon : steps, >= 1.
    fitted : the tables.

    Returns
    -------
    list of Part
        Series that changed, series that did not, or single values by measure; empty for single points without a level.

    Notes
    -----
    Source: coefficients by median regression over the panel, spreads by its Laplace likelihood; docs/method.md.
    """
    windows = group.windows
    years = windows.moves.shape[1]
    if years == 1:
        return _single(group, horizon, fitted) if windows.level else []
    flat = _flat(windows)
    parts = []
    moving = np.flatnonzero(~flat)
    if moving.size:
        seen = features(windows)
        steps = step_weights(group.behind, horizon)
        scale, length = int(windows.level), years - 2
        betas = steps @ fitted.centre[scale, length]
        spread = _spread(seen, fitted.spread[scale, length], group, horizon)
        series = windows.latest.size
        far = (times(betas, seen.centre) * seen.volatility)[:, :series]
        far = np.clip(far, *reachable(windows))
        standard = held_weights(group.behind, horizon) @ fitted.quantiles[scale, length]
        parts.append(Part(group.rows[moving], moving, far.T[moving], spread.T[moving], standard))
    return parts + _unchanged(group, np.flatnonzero(flat), horizon, fitted)


def around_centre(group: Group, centre: FloatArray, method: str, fitted: Tables) -> list[Part]:
    """Put calibrated errors around the centre of a plain method.

    Parameters
    ----------
    group : series of one length.
    centre : shape (series of the batch, horizon) [unit of the indicator].
    method : one of `METHODS`.
    fitted : the tables.

    Returns
    -------
    list of Part
        As `carried_on` gives them, around the given centre.

    Notes
    -----
    Source: the method's own errors over the panel, divided by a spread of the same form as the default rule's.
    """
    windows, horizon = group.windows, centre.shape[1]
    years = windows.moves.shape[1]
    far = centre_distance(windows, centre[group.rows])
    if years == 1:
        parts = _single(group, horizon, fitted) if windows.level else []
        return [Part(p.rows, p.inside, far[p.inside], p.spread, p.standard) for p in parts]
    flat = _flat(windows)
    moving = np.flatnonzero(~flat)
    length = int(np.argmin(np.abs(np.array(METHOD_LENGTHS) - years)))
    parts = []
    if moving.size:
        which = METHODS.index(method)
        seen = features(windows)
        spread = _spread(seen, fitted.method_spread[which, length], group, horizon)
        standard = held_weights(group.behind, horizon) @ fitted.method_quantiles[which, length]
        parts.append(Part(group.rows[moving], moving, far[moving], spread.T[moving], standard))
    return parts + _unchanged(group, np.flatnonzero(flat), horizon, fitted)


def reachable(windows: Windows) -> tuple[FloatArray, FloatArray]:
    """Give the distances to the last values that can be printed before a bound; no centre lies beyond them.

    Parameters
    ----------
    windows : series of one length.

    Returns
    -------
    tuple of FloatArray
        Lowest and highest distance, shape (series,) [units of scale]; infinite where values were not let near a bound.

    Notes
    -----
    Source: later values are measured with the same limits when the rule is fitted.
    """
    near, infinite = windows.nearest, np.full(windows.latest.shape, np.inf)
    with np.errstate(all="ignore"):
        fall, rise = ((bound - windows.latest) / windows.unit for bound in (near, TOP - near))
    lowest = distance(fall, below=windows.below, above=windows.above)
    highest = distance(rise, below=windows.below, above=windows.above)
    lowest = np.where(np.isfinite(windows.below) & (near > 0), np.minimum(lowest, 0.0), -infinite)
    return lowest, np.where(np.isfinite(windows.above), np.maximum(highest, 0.0), infinite)


def centre_distance(windows: Windows, centre: FloatArray) -> FloatArray:
    """Measure a method's centre from the latest value, kept off the bounds.

    Parameters
    ----------
    windows : series of one length.
    centre : shape (series, horizon) [unit of the indicator].

    Returns
    -------
    FloatArray
        The same shape [units of scale]; a centre at zero counts as a fall by 95 per cent, one at 100 per cent as half a
        printed unit less.
    """
    near = windows.nearest[:, np.newaxis]
    highest = np.where(np.isfinite(windows.above)[:, np.newaxis], 100 - near, np.inf)
    with np.errstate(all="ignore"):
        move = (np.minimum(centre, highest) - windows.latest[:, np.newaxis]) / windows.unit[:, np.newaxis]
    if windows.level:
        move = np.maximum(move, -FURTHEST_FALL)
    return distance(move, below=windows.below[:, np.newaxis], above=windows.above[:, np.newaxis])


def _spread(seen: Features, gammas: FloatArray, group: Group, horizon: int) -> FloatArray:
    """Give the spread in units of scale, shape (horizon, series)."""
    logs = times(held_weights(group.behind, horizon) @ gammas, seen.spread)
    spread = np.exp(np.clip(logs, -SPREAD_LIMIT, SPREAD_LIMIT)) * seen.volatility
    spread = spread[:, : group.windows.latest.size]
    return np.asarray(spread * further_spread(group.behind, horizon)[:, np.newaxis])


def _flat(windows: Windows) -> BoolArray:
    """Say which series never changed."""
    return np.asarray(np.all(np.abs(windows.moves) <= 1e-12, axis=1))


def _unchanged(group: Group, inside: IntArray, horizon: int, fitted: Tables) -> list[Part]:
    """Give unchanged series the pooled later moves of unchanged series of the panel."""
    if not inside.size:
        return []
    years = group.windows.moves.shape[1]
    table = fitted.flat[min(years, FLAT_LENGTHS[-1]) - FLAT_LENGTHS[0]]
    return [_pooled(group, inside, horizon, table)]


def _single(group: Group, horizon: int, fitted: Tables) -> list[Part]:
    """Give single values the pooled moves of their measure."""
    kind = np.where(group.windows.share, 2, np.where(group.windows.count, 1, 0))
    kinds = [np.flatnonzero(kind == k) for k in range(3)]
    return [_pooled(group, inside, horizon, fitted.single[k]) for k, inside in enumerate(kinds) if inside.size]


def _pooled(group: Group, inside: IntArray, horizon: int, table: FloatArray) -> Part:
    """Distances straight from a table of pooled distances."""
    spread = np.broadcast_to(further_spread(group.behind, horizon), (inside.size, horizon))
    standard = held_weights(group.behind, horizon) @ table
    return Part(group.rows[inside], inside, np.zeros((inside.size, horizon)), spread, standard)
