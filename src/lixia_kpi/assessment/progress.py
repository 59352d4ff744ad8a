"""Where every case stands on its path: required, actual and needed rate, elapsed, completion, met.

All formulas are those of the growth room; this file only says which quantity goes into them and where the result has
no meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth import (
    compound_rate,
    elapsed_share,
    log_completion,
    rounds_to_target,
    satisfies,
    share_of_years_held,
    straight_completion,
    straight_rate,
)

if TYPE_CHECKING:
    from lixia_kpi.assessment.cases import Cases
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Progress:
    """The state of each case at its latest observation; arrays (cases,) unless said otherwise, NaN where undefined.

    Parameters
    ----------
    observed
        whether anything was observed in the span of the target.
    latest_year, latest
        t and the value observed then [unit of the indicator]; t is the base year where nothing was.
    quantity
        (cases, years) the path quantity in the years of the span, NaN where unobserved or not comparable.
    now
        the path quantity in year t.
    required, actual, needed
        fractions a year on a path by rate, unit or points a year on one by equal steps.
    elapsed, completion
        fractions.
    met, met_at_baseline, final
        the target is satisfied at t; it was before the period began; t is the target year.
    held
        (cases, years) for every-year targets: the bound held in that observed year.
    broken
        a break in the series lies between start and latest.
    gaps
        a chain of yearly changes or a sum misses a year up to t.
    rounds
        fails but rounds to the target at the printed decimals.
    """

    observed: BoolArray
    latest_year: IntArray
    latest: FloatArray
    quantity: FloatArray
    now: FloatArray
    required: FloatArray
    actual: FloatArray
    needed: FloatArray
    elapsed: FloatArray
    completion: FloatArray
    met: BoolArray
    met_at_baseline: BoolArray
    final: BoolArray
    held: BoolArray
    broken: BoolArray
    gaps: BoolArray
    rounds: BoolArray


def measure_progress(cases: Cases) -> Progress:
    """Place every case on its path.

    required, actual and needed lead from start to goal, from start to now and from now to goal; completion is the
    share of the way from start to now (by logs on a path by rate).

    Parameters
    ----------
    cases : the cases as arrays; observations that are not to count have been left out of them.
    """
    seen = ~np.isnan(cases.values) & cases.span
    observed = np.asarray(seen.any(axis=1))
    rows = np.arange(len(observed))
    last = len(cases.years) - 1 - seen[:, ::-1].argmax(axis=1)
    latest_year = np.where(observed, cases.years[last], cases.base_year)
    latest = np.where(observed, cases.values[rows, last], np.nan)
    final = observed & (latest_year == cases.due_year)

    first_break = cases.base_year + cases.on("sum")
    crossed = observed & (cases.usable_from > first_break)
    broken = crossed & (cases.from_levels | cases.on("sum"))

    quantity, gaps = path_quantity(cases, seen)
    now = np.where(observed, quantity[rows, last], np.nan)
    if broken.any():
        relative_to_start = cases.from_levels & (cases.on("relative") | cases.on("rise"))
        lost = broken & (relative_to_start | cases.on("sum"))
        quantity[lost] = now[lost] = np.nan
    comparable = np.where(broken, np.nan, now)

    elapsed_years = (latest_year - cases.base_year).astype(np.float64)
    remaining = (cases.due_year - latest_year).astype(np.float64)
    span = (cases.due_year - cases.base_year).astype(np.float64)
    bound = cases.on("bound")
    held, share_held = _held(cases, seen, bound)
    met_at_baseline = satisfied(cases, cases.start[:, None], rounded=False)[:, 0]
    met, tested = _met(cases, seen, held, now, final, span)
    completion = _completion(cases, comparable)
    return Progress(
        observed=observed,
        latest_year=latest_year,
        latest=latest,
        quantity=quantity,
        now=now,
        required=np.where(bound, cases.target, _rate(cases, cases.start, cases.goal, span)),
        actual=_rate(cases, cases.start, comparable, elapsed_years),
        needed=np.where(bound, np.where(remaining > 0, cases.target, np.nan), _rate(cases, now, cases.goal, remaining)),
        elapsed=np.where(observed, elapsed_share(cases.base_year, latest_year, cases.due_year), np.nan),
        completion=np.where(bound, share_held, np.where(met_at_baseline, np.nan, completion)),
        met=met,
        met_at_baseline=met_at_baseline,
        final=final,
        held=held,
        broken=broken,
        gaps=gaps,
        rounds=~met & rounds_to_target(tested, cases.target, cases.decimals),
    )


def path_quantity(cases: Cases, seen: BoolArray) -> tuple[FloatArray, BoolArray]:
    """Give the path quantity year by year, and whether a chain or sum misses a year up to the latest.

    Parameters
    ----------
    cases : the cases as arrays.
    seen : (cases, years) which values count.

    Returns
    -------
    tuple
        (cases, years) the quantity, NaN where it is not known; (cases,) whether a year is missing.
    """
    values = np.where(seen, cases.values, np.nan)
    relative, rise = cases.on("relative"), cases.on("rise")
    flows = cases.on("sum") & ~cases.cumulative
    travelling = np.flatnonzero(relative | rise | flows)
    missing = np.zeros(len(values), dtype=np.bool_)
    if not travelling.size:
        return values, missing
    own, seen, inside = values[travelling], seen[travelling], cases.span[travelling]
    baseline = cases.baseline[travelling][:, None]
    relative, rise, flows, changes = (
        flag[travelling][:, None] for flag in (relative, rise, flows, cases.yearly_change)
    )
    steps = np.where(inside, own, 0.0)
    with np.errstate(all="ignore"):
        factors = np.where(1 + steps / 100 > 0, 1 + steps / 100, np.nan)
        quantity = np.where(relative, np.where(baseline > 0, own / baseline, np.nan), own)
        quantity = np.where(rise, own - baseline, quantity)
        quantity = np.where(relative & changes, np.cumprod(factors, axis=1), quantity)
        quantity = np.where((rise & changes) | flows, np.cumsum(steps, axis=1), quantity)
    values[travelling] = np.where(seen, quantity, np.nan)
    before_latest = inside & (np.cumsum(seen[:, ::-1], axis=1)[:, ::-1] > 0)
    chained = ((relative | rise) & changes) | flows
    missing[travelling] = (chained & before_latest & ~seen).any(axis=1)
    return values, missing


def as_printed(cases: Cases, quantity: FloatArray, elapsed: FloatArray | None = None) -> FloatArray:
    """Turn the path quantity into the target's own unit: a change or an average growth in percent.

    Parameters
    ----------
    cases : the cases as arrays.
    quantity : (cases, k) path quantity.
    elapsed : (cases, k) years since the base year, for the average of growth targets; the whole span when None.
    """
    if not cases.on("relative").any():
        return quantity
    years = (cases.due_year - cases.base_year)[:, None].astype(np.float64) if elapsed is None else elapsed
    relative, growth = cases.on("relative")[:, None], cases.of_growth[:, None]
    with np.errstate(all="ignore"):
        factor = np.where(growth, np.where(quantity > 0, quantity, np.nan) ** (1 / years), quantity)
    return np.where(relative, 100 * (factor - 1), quantity)


def satisfied(
    cases: Cases, quantity: FloatArray, elapsed: FloatArray | None = None, *, rounded: bool = True
) -> BoolArray:
    """Tell where a path quantity (cases, k) satisfies the target; False where it is not known.

    An equality is compared after rounding to the printed decimals, unless `rounded` is False: a baseline of 8.5 has
    not reached a target of 9.
    """
    value = as_printed(cases, quantity, elapsed)
    decimals = cases.decimals[:, None] if rounded else np.nan
    tolerance = cases.tolerance[:, None]
    direction = cases.direction[:, None]
    op, target = cases.op[:, None], cases.target[:, None]
    held = satisfies(value, op, target, direction=direction, tolerance=tolerance, decimals=decimals)
    return held & ~np.isnan(value)


def _met(
    cases: Cases, seen: BoolArray, held: BoolArray, now: FloatArray, final: BoolArray, span: FloatArray
) -> tuple[BoolArray, FloatArray]:
    """Whether the target is met at the latest observation, and the value that was compared."""
    tested = as_printed(cases, now[:, None])[:, 0]
    met = satisfied(cases, now[:, None])[:, 0] & (~cases.of_growth | final)
    floor = cases.on("sum") & ~cases.cumulative & cases.upward
    if floor.any():
        partial = np.where(seen, cases.values, 0.0).sum(axis=1)
        met |= floor & seen.any(axis=1) & satisfied(cases, partial[:, None])[:, 0]
    bound = cases.on("bound")
    if not bound.any():
        return met, tested
    all_held = (seen.sum(axis=1) == span) & (held | ~seen).all(axis=1)
    return np.where(bound, all_held, met), np.where(bound, np.nan, tested)


def _held(cases: Cases, seen: BoolArray, bound: BoolArray) -> tuple[BoolArray, FloatArray]:
    """In which observed years the bound of an every-year target held, and in which share of them."""
    if not bound.any():
        return np.zeros(seen.shape, dtype=np.bool_), np.full(len(bound), np.nan)
    share = share_of_years_held(
        np.where(seen, cases.values, np.nan), cases.target, cases.op,
        direction=cases.direction, tolerance=cases.tolerance, decimals=cases.decimals,
    )  # fmt: skip
    return seen & bound[:, None] & satisfied(cases, cases.values), share


def _rate(cases: Cases, start: FloatArray, end: FloatArray, years: FloatArray) -> FloatArray:
    """The rate from start to end: by rate or by equal steps; none for states (bounds have no start)."""
    by_rate = compound_rate(start, end, years)
    by_steps = straight_rate(start, end, years)
    return np.where(cases.on("state"), np.nan, np.where(cases.by_rate, by_rate, by_steps))


def _completion(cases: Cases, now: FloatArray) -> FloatArray:
    by_logs = log_completion(cases.start, now, cases.goal)
    by_steps = straight_completion(cases.start, now, cases.goal)
    return np.where(cases.by_rate, by_logs, by_steps)
