"""Targets broken down into years: what each year has to bring, rounded as the plan prints, and never short of it.

=============  =====================================================  ==========================================
path           planned                                                cumulative since the base year
=============  =====================================================  ==========================================
compound       the level of the year, b (T/b)^(k/n)                   (none)
straight       the level of the year, b + (T − b) k/n                 (none)
relative       the change on the year before [percent]                the compounded change [percent]
rise           the points of the year                                 the sum of the points
sum            the flow of the year                                   the sum of the flows
bound          the bound, in every year                               (none)
state          the target, in the year it is due                      (none)
=============  =====================================================  ==========================================

Levels are rounded half up and the last one is the target. Rates, points and flows are rounded one after another, each
year taking its share of what the rounded years before have left, and the last year whatever remains, rounded in the
wanted direction: their sum or product reaches the target.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.pathway import pathway_from
from lixia_kpi.growth import round_half_up
from lixia_kpi.units.parse import parse

if TYPE_CHECKING:
    from typing import Literal

    from lixia_kpi.assessment.cases import Cases
    from lixia_kpi.assessment.plan_cases import Case, PlanCases
    from lixia_kpi.assessment.progress import Progress
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray, NameArray

    Start = Literal["baseline", "latest"]

STARTS: tuple[Start, ...] = ("baseline", "latest")

LEVELS = ("compound", "straight")
STEPS = ("relative", "rise", "sum")

_MOST_EXTRA_DECIMALS = 2
_DECIMALS_OF_A_RATE = 1
_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class AnnualTargets:
    """Every target broken down into years; arrays (cases,) unless said otherwise.

    Parameters
    ----------
    start, start_year
        what each breakdown starts from (`baseline`, or `latest` where something was observed), and the year of it.
    years
        (years,) the years after the start of the earliest breakdown, to the last target year.
    asked
        (cases, years) whether the year belongs to the breakdown of the target.
    planned
        (cases, years) the level, rate, points or flow of the year [unit of the target], NaN where there is none.
    cumulative
        (cases, years) what the rates, points or flows amount to since the base year [unit of the target].
    held
        the start satisfies the target already: a level has only to be held there.
    decimals
        that `planned` is rounded to.
    """

    start: NameArray
    start_year: IntArray
    years: IntArray
    asked: BoolArray
    planned: FloatArray
    cumulative: FloatArray
    held: BoolArray
    decimals: IntArray


def annual_targets(cases: PlanCases, progress: Progress, *, start: Start = "baseline") -> AnnualTargets:
    """Break every target down into years.

    Parameters
    ----------
    cases, progress : the cases and where they stand.
    start : `baseline` plans the whole period, `latest` what remains after the latest observation.

    Examples
    --------
    >>> from lixia_kpi import load_plan
    >>> judged = load_plan().evaluate()
    >>> annual_targets(judged.cases, judged.progress).planned[0].tolist()
    [2016.0, 2127.0, 2245.0, 2369.0, 2500.0]
    """
    latest = progress.observed & (start == "latest")
    start_year = np.where(latest, progress.latest_year, cases.base_year)
    quantity = np.where(latest, progress.now, cases.start)
    held = np.where(latest, progress.met, progress.met_at_baseline)
    first = np.minimum(start_year + 1, cases.due_year).min(initial=int(cases.years[-1]))
    years = np.arange(int(first), int(cases.years[-1]) + 1, dtype=np.intp)
    due = years == cases.due_year[:, None]
    asked = (years <= cases.due_year[:, None]) & ((years > start_year[:, None]) | due)
    decimals = planned_decimals(cases, quantity, start_year)
    levels = _planned_levels(cases, quantity, start_year, years, decimals, held=held)
    steps, sums = _planned_steps(cases, quantity, start_year, years, decimals, reached=held & ~progress.met_at_baseline)
    stepwise = np.isin(cases.path, STEPS)[:, None]
    planned = np.where(asked, np.where(stepwise, steps, levels), np.nan)
    over = latest & (start_year >= cases.due_year)
    return AnnualTargets(
        start=np.where(latest, "latest", "baseline"),
        start_year=start_year,
        years=years,
        asked=asked,
        planned=np.where(over[:, None], np.nan, planned),
        cumulative=sums,
        held=held,
        decimals=decimals,
    )


def planned_decimals(cases: PlanCases, start: FloatArray, start_year: IntArray) -> IntArray:
    """Give the decimals that yearly figures are rounded to.

    Those of the target, for shares and indices those of the baseline where it has more; at least one for yearly rates;
    more, two at most, where a unit of rounding is more than half the mean yearly step. What is counted one by one stays
    whole.

    Parameters
    ----------
    cases : the cases as arrays.
    start, start_year : (cases,) path quantity and year a breakdown starts from.
    """
    printed = cases.decimals.astype(np.intp)
    printed = np.where(cases.on("straight"), np.maximum(printed, _decimals_of_the_baseline(cases)), printed)
    with np.errstate(all="ignore"):
        step = np.abs(cases.goal - start) / (cases.due_year - start_year)
        wanted = np.ceil(-np.log10(step / 2) - _SLACK)
    wanted = np.where(np.isfinite(wanted), wanted, 0).astype(np.intp)
    whole = np.array([_counted_one_by_one(case) for case in cases.cases], dtype=np.bool_)
    finer = np.where(whole, printed, np.clip(wanted, printed, printed + _MOST_EXTRA_DECIMALS))
    rates = np.maximum(printed, _DECIMALS_OF_A_RATE)
    return np.where(cases.on("relative"), rates, np.where(np.isin(cases.path, ("bound", "state")), printed, finer))


def _decimals_of_the_baseline(cases: PlanCases) -> IntArray:
    records = [case.series.baseline for case in cases.cases]
    return np.array([0 if record is None else record.decimals for record in records], dtype=np.intp)


def _counted_one_by_one(case: Case) -> bool:
    unit = parse(case.indicator.unit)
    return case.indicator.measure == "count" and unit.numerator == unit.denominator


def _planned_levels(
    cases: Cases, start: FloatArray, start_year: IntArray, years: IntArray, decimals: IntArray, *, held: BoolArray
) -> FloatArray:
    """(cases, years) levels and bounds: on the pathway, the target itself where it is due or has only to be held.

    Years outside of a breakdown hold the figure of its nearest year.
    """
    pathway = pathway_from(cases, start, start_year)
    columns = np.clip(years - start_year[:, None], 0, pathway.shape[1] - 1)
    rounded = round_half_up(np.take_along_axis(pathway, columns, axis=1), decimals[:, None])
    kept = (held & np.isin(cases.path, LEVELS)) | cases.on("bound")
    due = years == cases.due_year[:, None]
    return np.where(due | kept[:, None], cases.target[:, None], rounded)


def _planned_steps(
    cases: Cases, start: FloatArray, start_year: IntArray, years: IntArray, decimals: IntArray, *, reached: BoolArray
) -> tuple[FloatArray, FloatArray]:
    """(cases, years) rates, points or flows, and what they amount to since the base year."""
    relative = cases.on("relative")
    places = decimals.astype(np.float64)
    steps = np.full((len(relative), len(years)), np.nan)
    sums = np.full_like(steps, np.nan)
    current = start.copy()
    for column, year in enumerate(years.tolist()):
        remaining = (cases.due_year - year + 1).astype(np.float64)
        open_ = (year > start_year) & (remaining >= 1) & np.isin(cases.path, STEPS)
        with np.errstate(all="ignore"):
            rate = 100 * ((cases.goal / current) ** (1 / remaining) - 1)
            share = (cases.goal - current) / remaining
            share = np.where(cases.on("sum"), np.maximum(share, 0.0), share)
            need = np.where(reached, 0.0, np.where(relative, np.where(cases.goal > 0, rate, np.nan), share))
            last = remaining == 1
            step = np.where(last, _rounded_toward(need, places, cases.direction), round_half_up(need, places))
            after = np.where(relative, current * (1 + step / 100), current + step)
        current = np.where(open_, after, current)
        steps[:, column] = np.where(open_, step, np.nan)
        amount = np.where(last, cases.goal, current)
        sums[:, column] = np.where(open_, round_half_up(np.where(relative, 100 * (amount - 1), amount), places), np.nan)
    return steps, sums


def _rounded_toward(value: FloatArray, decimals: FloatArray, direction: NameArray) -> FloatArray:
    """Round in the wanted direction: up for what is to rise, down for what is to fall."""
    scale = 10.0**decimals
    scaled = value * scale
    whole = np.where(direction == "up", np.ceil(scaled - _SLACK), np.floor(scaled + _SLACK))
    return np.where(np.abs(scaled) < 2.0**52, whole / scale, value) + 0.0
