"""Fit every array of the table file from drawn windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from dependence import ranks, year_correlation
from panel import SEED
from pooled import described, method_rule, pooled, rule

from lixia_kpi.projection.bounds import MEASURES
from lixia_kpi.projection.calibrated.standard import PROBABILITIES
from lixia_kpi.projection.calibrated.tables import FLAT_LENGTHS, KNOTS, LENGTHS, METHOD_LENGTHS, METHODS
from lixia_kpi.projection.calibrated.terms import CENTRE, SPREAD, SPREAD_OF_METHOD
from lixia_kpi.projection.plain.cagr import cagr
from lixia_kpi.projection.plain.damped import damped
from lixia_kpi.projection.plain.last import last
from lixia_kpi.projection.plain.linear import linear
from lixia_kpi.projection.plain.loglinear import loglinear
from lixia_kpi.projection.plain.mean_growth import mean_growth
from lixia_kpi.projection.plain.theil_sen import theil_sen
from lixia_kpi.projection.plain.theta import theta

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray
    from panel import Drawn

PLAIN = {f.__name__: f for f in (cagr, damped, last, linear, loglinear, mean_growth, theil_sen, theta)}
LONGEST_FLAT = 12


def fit_rule(
    drawn: Mapping[int, Drawn], lengths: tuple[int, ...] = LENGTHS, *, log: Callable[[str], None] = print
) -> dict[str, NDArray[np.float64]]:
    """Fit the default rule on both scales for the given lengths; others stay zero."""
    knots, probabilities = len(KNOTS), PROBABILITIES.size
    out = {
        "centre": np.zeros((2, len(LENGTHS), knots, len(CENTRE))),
        "spread": np.zeros((2, len(LENGTHS), knots, len(SPREAD))),
        "quantiles": np.zeros((2, len(LENGTHS), knots, probabilities)),
    }
    for n in lengths:
        for scale in (0, 1):
            one = described(drawn[n], level=scale == 1)
            fitted = rule(one)
            for name, values in zip(out, fitted, strict=True):
                out[name][scale, LENGTHS.index(n)] = values
        log(f"default rule, {n} years: {len(one.far)} windows")
    return out


def fit_pooled(drawn: Mapping[int, Drawn]) -> dict[str, NDArray[np.float64]]:
    """Fit the tables of unchanged series and of single values."""
    generator = np.random.default_rng(SEED)
    flat = []
    for n in FLAT_LENGTHS:
        longer = range(n, LONGEST_FLAT + 1) if n == FLAT_LENGTHS[-1] else (n,)
        unchanged = [_unchanged(drawn[m], n) for m in longer]
        flat.append(pooled(_joined(unchanged), generator))
    single = [
        pooled(drawn[1].only((drawn[1].codes == MEASURES.index(name)) & (drawn[1].history[:, 0] > 0)), generator)
        for name in ("amount", "count", "share")
    ]
    return {"flat": np.array(flat), "single": np.array(single)}


def _unchanged(drawn: Drawn, years: int) -> Drawn:
    """Keep the positive windows that never changed, cut to their last years."""
    keep = np.all(drawn.history == drawn.history[:, -1:], axis=1) & (drawn.history[:, -1] > 0)
    kept = drawn.only(keep)
    return type(drawn)(kept.history[:, -years:], kept.truth, kept.codes, kept.family)


def _joined(parts: list[Drawn]) -> Drawn:
    return type(parts[0])(
        *(np.concatenate([getattr(p, name) for p in parts]) for name in ("history", "truth", "codes", "family"))
    )


def fit_methods(
    drawn: Mapping[int, Drawn], lengths: tuple[int, ...] = METHOD_LENGTHS, *, log: Callable[[str], None] = print
) -> dict[str, NDArray[np.float64]]:
    """Fit spreads and quantiles of the plain methods."""
    shape = (len(METHODS), len(METHOD_LENGTHS), len(KNOTS))
    spread, quantiles = np.zeros((*shape, len(SPREAD_OF_METHOD))), np.zeros((*shape, PROBABILITIES.size))
    for n in lengths:
        carried = np.stack([PLAIN[name](drawn[n].history, KNOTS[-1])[:, np.array(KNOTS) - 1] for name in METHODS])
        one = described(drawn[n], level=True, carried=carried)
        for which in range(len(METHODS)):
            place = which, METHOD_LENGTHS.index(n)
            spread[place], quantiles[place] = method_rule(one, which)
        log(f"plain methods, {n} years: {len(one.far)} windows")
    return {"method_spread": spread, "method_quantiles": quantiles}


def fit_dependence(
    drawn: Mapping[int, Drawn], fitted: Mapping[str, NDArray[np.float64]]
) -> dict[str, NDArray[np.float64]]:
    """Fit the dependence between years and draw its quasi-random ranks."""
    return {"ranks": ranks(year_correlation(drawn, fitted))}
