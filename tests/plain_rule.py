"""The calibrated rule written down once more, for one series of amounts, counts, shares or points at a time.

Lists and plain sums, in the order of docs/method.md and with nothing taken from the package but its tables and their
interpolation: what the blocks of the package have to agree with.
"""

from __future__ import annotations

import math
from itertools import pairwise

from lixia_kpi.projection.calibrated.tables import further_spread, held_weights, step_weights, tables

LIMIT = 50.0


def smooth(moves, floor):
    """Level, strongly and weakly damped trend, least squared error."""
    n = len(moves)
    start = min(3, n - 1)
    fits = []
    for damping in (0.8, 0.95):
        for alpha in (0.15, 0.4, 0.7, 1.0):
            for beta in (0.1, 0.4):
                level, slope, squares = moves[0], (moves[start] - moves[0]) / start, 0.0
                for value in moves[1:]:
                    foreseen = level + damping * slope
                    error = value - foreseen
                    squares += error**2
                    level = foreseen + alpha * error
                    slope = damping * slope + alpha * beta * error
                fits.append((squares / (n - 1) + 1e-3 * floor**2, level, slope))
    least = min(fit[0] for fit in fits)
    weights = [(least / fit[0]) ** min(3, (n - 1) / 2) for fit in fits]
    weights = [weight / sum(weights) for weight in weights]
    level = sum(w * fit[1] for w, fit in zip(weights, fits, strict=True))
    slopes = [w * fit[2] for w, fit in zip(weights, fits, strict=True)]
    return level, sum(slopes[:8]), sum(slopes[8:]), least


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
    base, strong, weak, error = smooth(moves, v)
    lags = [change - mean for change in changes]
    echo = sum(a * b for a, b in pairwise(lags)) / (squares + 1e-9)
    agreement = abs(sum((change > 0) - (change < 0) for change in changes)) / (n - 1)
    steadiness = abs(mean) / (abs(mean) + deviation + 0.0015)
    ratio = min(abs(mean) / (deviation + 1e-4), 4.0)
    noise = min(max(math.log(v) + 3, -3.0), 3.0)
    near, room = 1 / (1 + above), 1 / (1 + 3 * v / above)
    base, strong, weak, last, mean_move = base / v, strong / v, weak / v, changes[-1] / v, mean / v
    recent, overall = sum(moves[-3:]) / min(n, 3) / v, sum(moves) / n / v
    soft = base + 2 * strong + 3.5 * weak
    yearly = five = 0.0
    if level:
        growth = min(max(-math.log(max(1 + moves[0], 1e-6)) / (n - 1), -0.7), 0.5)
        yearly, five = math.expm1(growth) / v, far_of(math.expm1(5 * growth), level, above) / v / 5
    centre = [1, share, count, near, noise, near**2]
    for move in (mean_move, last, recent, overall, soft):
        centre += [move * by for by in (1, agreement, steadiness, share, count, noise, near)]
    m, a = mean_move, agreement
    centre += [m * ratio, last * ratio, soft * ratio, m * ratio * a, last * ratio * a, m * ratio * share]
    centre += [m * noise**2, overall * noise**2, soft * noise**2, last * noise**2]
    centre += [m * noise * a, overall * noise * a, soft * noise * a]
    centre += [m * noise * share, soft * noise * share, overall * noise * share]
    centre += [last * echo, m * echo, overall * echo, recent * echo, soft * echo]
    centre += [max(m, 0) * a, max(m, 0) * share, max(soft, 0), max(overall, 0), max(last, 0), max(last, 0) * share]
    centre += [max(soft, 0) * share, abs(last), abs(overall) * noise]
    centre += [max(m, 0), m * a * steadiness, last * a * steadiness, base, strong, weak]
    centre += [yearly, five, five * a, five * steadiness]
    centre += [m * share * steadiness, m * share * a, m * count * a]
    centre += [
        room,
        m * room,
        last * room,
        soft * room,
        overall * room,
        m * room * steadiness,
        soft * room * steadiness,
    ]
    centre += [touching, m * touching, overall * touching]
    centre += [change / v for change in reversed(changes)]
    centre = [min(max(feature, -LIMIT), LIMIT) for feature in centre]
    centre += [0.0] * (108 - len(centre))
    middle = [k - (n - 1) / 2 for k in range(n)]
    slope = sum(a * b for a, b in zip(middle, moves, strict=True)) / sum(k * k for k in middle)
    average = sum(moves) / n
    left = [value - average - slope * k for value, k in zip(moves, middle, strict=True)]
    residual = math.sqrt(sum(e * e for e in left) / n) / v
    turns = [(b - a) / v for a, b in pairwise(changes)]
    rough = math.sqrt(sum(t * t for t in turns) / len(turns)) if turns else 0.0
    spread = [1, noise, noise**2, steadiness, agreement, math.log(residual + 0.05), share, count, near, near**2]
    spread += [share * noise, count * noise, abs(last - m), max(abs(c) for c in changes) / v, rough]
    spread += [min(abs(soft), LIMIT), min(abs(overall), LIMIT), math.log(error / v**2), steadiness * noise, m]
    spread += [steadiness * a, -math.log1p(-min(near, 0.9999)), share * steadiness, math.log(room + 0.02), room]
    spread += [touching, touching * noise, (1 - room) * steadiness, (1 - room) ** 2]
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
