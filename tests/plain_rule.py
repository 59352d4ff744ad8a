"""The calibrated rule written down once more, for one series of amounts, counts, shares or points at a time.

Lists and plain sums, in the order of docs/method.md and with nothing taken from the package but its tables and their
interpolation: what the blocks of the package have to agree with.
"""

from __future__ import annotations

import math
from itertools import pairwise

from lixia_kpi.projection.calibrated.tables import further_spread, held_weights, step_weights, tables


def far_of(move, level, above):
    """Distance on the bounded scale."""
    if move < 0:
        return math.log(max(1 + move, 1e-9)) if level else move
    return move if math.isinf(above) else -above * math.log(max(1 - move / above, 1e-9))


def features(values, measure):
    """Features of centre and spread, volatility, latest value, unit and distance to the upper bound."""
    share, count = float(measure == "share"), float(measure == "count")
    level = measure == "share" or (measure in ("amount", "count") and min(values) >= 0)
    n, latest = len(values), values[-1]
    unit = latest if level else sum(map(abs, values)) / n
    above = (100 - latest) / unit if share else math.inf
    touching = float(min(values) <= 0)
    moves = [(value - latest) / unit for value in values]
    changes = [b - a for a, b in pairwise(moves)]
    mean = sum(changes) / (n - 1)
    squares = sum((change - mean) ** 2 for change in changes)
    deviation = math.sqrt(squares / (n - 1))
    v = math.sqrt(squares / max(n - 2, 1) + 0.35 * mean**2 + 0.003**2)
    lags = [change - mean for change in changes]
    echo = sum(a * b for a, b in pairwise(lags)) / (squares + 1e-9)
    agreement = abs(sum((change > 0) - (change < 0) for change in changes)) / (n - 1)
    steadiness = abs(mean) / (abs(mean) + deviation + 0.0015)
    ratio = min(abs(mean) / (deviation + 1e-4), 4.0)
    noise = min(max(math.log(v) + 3, -3.0), 3.0)
    near, room = 1 / (1 + above), 1 / (1 + 3 * v / above)
    last, m, a = changes[-1] / v, mean / v, agreement
    recent, overall = sum(moves[-3:]) / min(n, 3) / v, sum(moves) / n / v
    centre = [1, share, near, near**2, overall, recent, m, last]
    centre += [overall * share, overall * count, overall * near, recent * near, overall * room]
    centre += [m * room * steadiness, m * share * steadiness]
    centre += [overall * noise, last * noise, m * noise**2, last * noise**2]
    centre += [m * ratio, last * ratio, m * ratio * share, last * ratio * a]
    centre += [overall * noise * a, m * share * a, m * echo, recent * echo]
    centre += [max(last, 0), max(last, 0) * share, max(m, 0) * a, abs(overall) * noise]
    middle = [k - (n - 1) / 2 for k in range(n)]
    slope = sum(a * b for a, b in zip(middle, moves, strict=True)) / sum(k * k for k in middle)
    average = sum(moves) / n
    left = [value - average - slope * k for value, k in zip(moves, middle, strict=True)]
    residual = math.sqrt(sum(e * e for e in left) / n) / v
    spread = [1, noise, math.log(residual + 0.05), abs(last - m), abs(overall), echo, m]
    spread += [share, share * noise, count * noise, touching, touching * noise, -math.log1p(-min(near, 0.9999))]
    return centre, spread, v, latest, unit, above, level


def quantiles(values, measure, horizon, place):
    """Quantiles of each year at one stored probability, for a series without gaps that changed and touches no bound."""
    fitted = tables()
    centre, spread, v, latest, unit, above, level = features(values, measure)
    scale, length = int(level), len(values) - 2
    steps, held, further = step_weights(0, horizon), held_weights(0, horizon), further_spread(0, horizon)
    betas, gammas = steps @ fitted.centre[scale, length], held @ fitted.spread[scale, length]
    errors = (held @ fitted.quantiles[scale, length])[:, place]
    lowest, highest = 0.5e-4, 100 - 0.5e-4  # half a printed unit
    found = []
    for k in range(horizon):
        far = v * sum(b * f for b, f in zip(betas[k], centre, strict=True))
        if measure == "share":
            far = max(far, min(far_of((lowest - latest) / unit, level, above), 0.0))
            far = min(far, max(far_of((highest - latest) / unit, level, above), 0.0))
        log = sum(g * f for g, f in zip(gammas[k], spread, strict=True))
        far += v * math.exp(min(max(log, -6.0), 6.0)) * further[k] * errors[k]
        move = far
        if level and far < 0:
            move = math.expm1(far)
        elif math.isfinite(above) and far > 0:
            move = -above * math.expm1(-far / above)
        value = latest + unit * move
        if measure == "share" and not lowest < value < highest:
            value = 0.0 if value <= lowest else 100.0
        found.append(value)
    return found
