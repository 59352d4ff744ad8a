"""What the rule looks at in a series: its trend, how steady that was, how far it stands from its mean and its bounds.

Every feature of the centre is a move (in units of the series' own yearly volatility) times a modifier without unit, so
that the rule is linear in the moves and scaling a series scales its projection.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.calibrated.bounded import distance
from lixia_kpi.projection.calibrated.products import full_rows, times
from lixia_kpi.projection.calibrated.smoothing import smoothed
from lixia_kpi.projection.calibrated.windows import LONGEST

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.projection.calibrated.windows import Windows

FLOOR = 0.003
"""Least yearly volatility, as a fraction of the level: figures are printed with about this resolution."""

TREND_SHARE = 0.35
"""How much of the squared mean change counts as volatility: a strong trend is itself uncertain."""

LIMIT = 50.0
CENTRE_FEATURES = 94 + LONGEST - 1
SPREAD_FEATURES = 29


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Features:
    """Features of a group: `centre` and `spread` (features, columns), `volatility` (columns,).

    Columns are the series, the last one repeated up to whole widths (`products.full_rows`).
    """

    centre: FloatArray
    spread: FloatArray
    volatility: FloatArray


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Trend:
    """Moves in units of volatility and modifiers without unit, shape (series,); `changes` is (years − 1, series)."""

    changes: FloatArray
    mean: FloatArray
    last: FloatArray
    recent: FloatArray
    overall: FloatArray
    level: FloatArray
    strong: FloatArray
    weak: FloatArray
    agreement: FloatArray
    steadiness: FloatArray
    ratio: FloatArray
    echo: FloatArray
    noise: FloatArray
    error: FloatArray


def features(windows: Windows) -> Features:
    """Describe each series by its features.

    v² = variance of the yearly changes + 0.35 (mean change)² + 0.003²; every move below is divided by v.

    Parameters
    ----------
    windows : series of equal length, two years at least.

    Returns
    -------
    Features
        For the centre: mean change, last change, mean of the last three and of all years less the latest, smoothed
        forecast, each alone and times sign agreement, steadiness |mean| / (|mean| + deviation), measure, log volatility
        and nearness to 100; the single changes; compound growth continued; and a few second-order products. For the
        spread: logarithms and ratios of the same quantities.

    Notes
    -----
    Source: this package; which of them matter is shown in docs/method.md.
    """
    windows = windows.taken(full_rows(windows.latest.size))
    moves = np.ascontiguousarray(windows.moves.T)
    with np.errstate(all="ignore"):
        changes = np.diff(moves, axis=0)
        mean, deviation = changes.mean(axis=0), changes.std(axis=0)
        count = changes.shape[0]
        spare = count / max(count - 1, 1)
        volatility = np.sqrt(deviation**2 * spare + TREND_SHARE * mean**2 + FLOOR**2)
        trend = _trend(moves, changes, mean, deviation, volatility)
        centre = np.clip(_centre(windows, trend, moves, volatility), -LIMIT, LIMIT)
        return Features(centre, _spread(windows, trend, moves, volatility), volatility)


def _trend(
    moves: FloatArray, changes: FloatArray, mean: FloatArray, deviation: FloatArray, volatility: FloatArray
) -> _Trend:
    """Measure trend, steadiness and return towards the mean."""
    level, strong, weak, error = smoothed(moves, volatility)
    lag = changes - mean
    products = np.einsum("ts,ts->s", lag[1:], lag[:-1])
    size = np.abs(mean)
    return _Trend(
        changes=changes / volatility,
        mean=mean / volatility,
        last=changes[-1] / volatility,
        recent=moves[-3:].mean(axis=0) / volatility,
        overall=moves.mean(axis=0) / volatility,
        level=level / volatility,
        strong=strong / volatility,
        weak=weak / volatility,
        agreement=np.abs(np.sign(changes).mean(axis=0)),
        steadiness=size / (size + deviation + FLOOR / 2),
        ratio=np.minimum(size / (deviation + 1e-4), 4.0),
        echo=products / (np.einsum("ts,ts->s", lag, lag) + 1e-9),
        noise=np.clip(np.log(volatility) + 3, -3.0, 3.0),
        error=error / volatility**2,
    )


def _centre(windows: Windows, trend: _Trend, moves: FloatArray, volatility: FloatArray) -> FloatArray:
    """Fill the features of the centre, one row each."""
    out = np.zeros((CENTRE_FEATURES, moves.shape[1]))
    share, count = windows.share.astype(np.float64), windows.count.astype(np.float64)
    near = 1 / (1 + windows.above)
    agreement, steadiness, noise = trend.agreement, trend.steadiness, trend.noise
    mean, last = trend.mean, trend.last
    soft = trend.level + 2 * trend.strong + 3.5 * trend.weak
    rows = [np.ones_like(near), share, count, near, noise, near * near]
    for move in (mean, last, trend.recent, trend.overall, soft):
        rows += [move, move * agreement, move * steadiness, move * share, move * count, move * noise, move * near]
    rows += _second_order(trend, soft, share)
    yearly, five = _growth(windows, moves, volatility)
    both = agreement * steadiness
    rows += [np.maximum(mean, 0), mean * both, last * both, trend.level, trend.strong, trend.weak]
    rows += [yearly, five, five * agreement, five * steadiness]
    rows += [mean * share * steadiness, mean * share * agreement, mean * count * agreement]
    room = _room(windows, volatility)
    rows += [room, mean * room, last * room, soft * room, trend.overall * room]
    rows += [mean * room * steadiness, soft * room * steadiness]
    touching = windows.touching.astype(np.float64)
    rows += [touching, mean * touching, trend.overall * touching]
    for row, values in enumerate(rows):
        out[row] = values
    out[len(rows) : len(rows) + trend.changes.shape[0]] = trend.changes[::-1]
    return out


def _second_order(trend: _Trend, soft: FloatArray, share: FloatArray) -> list[FloatArray]:
    """Products of a move with two modifiers, with the trend's ratio to noise, with the echo, and one-sided moves."""
    mean, last, overall, noise = trend.mean, trend.last, trend.overall, trend.noise
    agreement, ratio, echo = trend.agreement, trend.ratio, trend.echo
    square, steady, shared = noise * noise, noise * agreement, noise * share
    rise, soft_rise, last_rise = np.maximum(mean, 0), np.maximum(soft, 0), np.maximum(last, 0)
    return [
        *(mean * ratio, last * ratio, soft * ratio),
        *(mean * ratio * agreement, last * ratio * agreement, mean * ratio * share),
        *(mean * square, overall * square, soft * square, last * square),
        *(mean * steady, overall * steady, soft * steady),
        *(mean * shared, soft * shared, overall * shared),
        *(last * echo, mean * echo, overall * echo, trend.recent * echo, soft * echo),
        *(rise * agreement, rise * share, soft_rise, np.maximum(overall, 0), last_rise, last_rise * share),
        *(soft_rise * share, np.abs(last), np.abs(overall) * noise),
    ]


def _growth(windows: Windows, moves: FloatArray, volatility: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Carry compound growth on by one and by five years, per year; zero where the level is no measure of scale."""
    if not windows.level:
        zero = np.zeros_like(volatility)
        return zero, zero
    years = moves.shape[0] - 1
    growth = np.clip(-np.log(np.maximum(1 + moves[0], 1e-6)) / years, -0.7, 0.5)
    five = distance(np.expm1(5 * growth), below=windows.below, above=windows.above)
    return np.expm1(growth) / volatility, five / volatility / 5


def _room(windows: Windows, volatility: FloatArray) -> FloatArray:
    """Give the room below an upper bound, in (0, 1]: small where a few years of the usual change would fill it."""
    return 1 / (1 + 3 * volatility / windows.above)


def _spread(windows: Windows, trend: _Trend, moves: FloatArray, volatility: FloatArray) -> FloatArray:
    """Fill the features of the spread, one row each."""
    out = np.zeros((SPREAD_FEATURES, moves.shape[1]))
    share, count = windows.share.astype(np.float64), windows.count.astype(np.float64)
    near = 1 / (1 + windows.above)
    noise, steadiness, agreement = trend.noise, trend.steadiness, trend.agreement
    lag = np.arange(moves.shape[0]) - (moves.shape[0] - 1) / 2
    slope = times(lag[np.newaxis], moves)[0] / (lag @ lag)
    residual = (moves - moves.mean(axis=0) - lag[:, np.newaxis] * slope).std(axis=0) / volatility
    soft = trend.level + 2 * trend.strong + 3.5 * trend.weak
    turn = np.diff(trend.changes, axis=0)
    rough = np.sqrt(np.mean(turn * turn, axis=0)) if turn.shape[0] else np.zeros_like(near)
    rows = [np.ones_like(near), noise, noise * noise, steadiness, agreement, np.log(residual + 0.05), share, count]
    rows += [near, near * near, share * noise, count * noise, np.abs(trend.last - trend.mean)]
    rows += [np.abs(trend.changes).max(axis=0), rough, np.minimum(np.abs(soft), LIMIT)]
    rows += [np.minimum(np.abs(trend.overall), LIMIT), np.log(trend.error), steadiness * noise, trend.mean]
    rows += [steadiness * agreement, -np.log1p(-np.minimum(near, 0.9999)), share * steadiness]
    room = _room(windows, volatility)
    touching = windows.touching.astype(np.float64)
    rows += [np.log(room + 0.02), room, touching, touching * noise]
    rows += [(1 - room) * steadiness, (1 - room) ** 2]
    for row, values in enumerate(rows):
        out[row] = values
    return out
