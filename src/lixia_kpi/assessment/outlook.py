"""Where the actuals lead: the projection carried onto each case's own path, and set against the target.

What is projected is the series as observed, so that a calibrated method sees what it was calibrated on: the level,
the yearly flow of a total, and for an indicator observed as yearly changes the level index they chain to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.chance import chance_of_target, within_horizon
from lixia_kpi.assessment.progress import as_printed, satisfied
from lixia_kpi.assessment.projected_series import series_to_project
from lixia_kpi.assessment.projection_by_unit import project_series
from lixia_kpi.assessment.years_together import chance_over_years, sum_intervals

if TYPE_CHECKING:
    from lixia_kpi.assessment.cases import Cases
    from lixia_kpi.assessment.options import Options
    from lixia_kpi.assessment.progress import Progress
    from lixia_kpi.assessment.projected_series import ProjectedSeries
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray, NameArray
    from lixia_kpi.projection import Projection

ARRIVAL_YEARS = 10
"""How many years after the target year an arrival is looked for."""

_NO_GAP_PERCENT = ("share", "rate", "rank")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Outlook:
    """The future of each case; arrays (cases,) unless said otherwise, NaN where there is none.

    Parameters
    ----------
    method
        name of the projection method used; `observed` once the target year is observed, empty where there is none.
    series, projection
        what was projected, and the projection; column k stands k + 1 years after the origin.
    centre
        (cases, steps) the path quantity.
    projected, low, high
        at the year projected to [unit of the target].
    chance
        of satisfying the target in its year, a fraction.
    gap, gap_percent
        projected minus target, negative when short of it whatever the direction; in percent of the target.
    arrival_year
        first year in which the observed or projected quantity satisfies the target.
    points
        how many comparable values the projection rests on.
    basis_differs
        a printed growth is known but stands on another price basis.
    """

    method: NameArray
    series: ProjectedSeries
    projection: Projection
    centre: FloatArray
    projected: FloatArray
    low: FloatArray
    high: FloatArray
    chance: FloatArray
    gap: FloatArray
    gap_percent: FloatArray
    arrival_year: FloatArray
    points: IntArray
    basis_differs: BoolArray


def look_ahead(cases: Cases, progress: Progress, options: Options) -> Outlook:
    """Project every case and set it against its target.

    Parameters
    ----------
    cases, progress : the cases and where they stand.
    options : method, interval level, and the year to project to where it is not the target's own.
    """
    series = series_to_project(cases)
    year_to = cases.due_year if options.to is None else np.full_like(cases.due_year, options.to)
    far = np.maximum(cases.due_year + ARRIVAL_YEARS, year_to) - series.origin
    steps = int(far.max(initial=1))
    projection = project_series(series, steps, options, printed_growth=cases.printed_growth, ends=False)
    centre = to_quantity(cases, progress, series, projection.centre)
    at = year_to - series.origin
    observed = _at_year(cases, progress.quantity, year_to)
    from_past = at <= 0
    projected = np.where(from_past, observed, _at_step(cases, series, _column(centre, at), at))
    sums = sum_intervals(cases, progress, series, options, steps)
    low, high = (
        np.where(from_past, np.nan, _at_step(cases, series, bound, at))
        for bound in _interval_at(cases, series, projection, sums, at)
    )
    low, high = np.fmin(low, high), np.fmax(low, high)
    gap = _gap(cases, progress, projected)
    method = np.where(np.isnan(projected), "", np.where(from_past, "observed", projection.method))
    return Outlook(
        method=method,
        series=series,
        projection=projection,
        centre=centre,
        projected=projected,
        low=low,
        high=high,
        chance=np.fmax(
            chance_of_target(cases, series, projection),
            chance_over_years(cases, progress, series, options, steps),
        ),
        gap=gap,
        gap_percent=_gap_percent(cases, gap),
        arrival_year=_arrival(cases, progress, series, centre),
        points=(~np.isnan(series.values)).sum(axis=1),
        basis_differs=cases.basis_differs,
    )


def to_quantity(cases: Cases, progress: Progress, series: ProjectedSeries, projected: FloatArray) -> FloatArray:
    """Carry projected values (cases, steps) over to the path quantity: levels to ratios or rises, flows to sums."""
    years = series.origin[:, None] + np.arange(1, projected.shape[1] + 1)
    inside = years > cases.base_year[:, None]
    quantity = _from_start(cases, series, projected)
    totals = np.flatnonzero(cases.on("sum"))
    if totals.size:
        done = np.where(progress.observed, progress.now, 0.0)[totals]
        flows = np.where(inside, projected, 0.0)[totals]
        quantity[totals] = np.cumsum(flows, axis=1) + done[:, None]
    if not inside.all():
        quantity[~inside] = np.nan
    return quantity


def _from_start(cases: Cases, series: ProjectedSeries, projected: FloatArray) -> FloatArray:
    """Levels (cases, steps) as ratios to the base year or rises since then, where the path asks for these."""
    quantity = projected.copy()
    relative, rise = np.flatnonzero(cases.on("relative")), np.flatnonzero(cases.on("rise"))
    with np.errstate(all="ignore"):
        base = series.base[relative][:, None]
        quantity[relative] = np.where(base > 0, projected[relative] / base, np.nan)
        quantity[rise] = projected[rise] - series.base[rise][:, None]
    return quantity


def interval_by_year(
    cases: Cases, progress: Progress, outlook: Outlook, options: Options
) -> tuple[FloatArray, FloatArray]:
    """Give the interval of the path quantity in every projected year.

    Parameters
    ----------
    cases, progress : the cases and where they stand.
    outlook : where they lead.
    options : method and level of the interval.

    Returns
    -------
    tuple
        lower and upper end, (cases, steps).
    """
    series, projection = outlook.series, outlook.projection
    lower = to_quantity(cases, progress, series, projection.lower)
    upper = to_quantity(cases, progress, series, projection.upper)
    totals, lower_sums, upper_sums = sum_intervals(cases, progress, series, options, lower.shape[1])
    lower[cases.on("sum")] = upper[cases.on("sum")] = np.nan
    lower[totals], upper[totals] = lower_sums, upper_sums
    return lower, upper


def _interval_at(
    cases: Cases,
    series: ProjectedSeries,
    projection: Projection,
    sums: tuple[IntArray, FloatArray, FloatArray],
    step: IntArray,
) -> tuple[FloatArray, FloatArray]:
    """The interval of the path quantity `step` years after the origin, (cases,) each."""
    totals, *of_totals = sums
    inside = (series.origin + step > cases.base_year) & ~cases.on("sum")
    ends = []
    for bound, of_sums in zip(projection.ends_at(within_horizon(step, projection)), of_totals, strict=True):
        end = _from_start(cases, series, bound[:, None])[:, 0]
        end = np.where(inside, end, np.nan)
        end[totals] = _column(of_sums, step[totals])
        ends.append(end)
    return ends[0], ends[1]


def _column(numbers: FloatArray, step: IntArray) -> FloatArray:
    """The figure of each row `step` years after the origin; of the first or last year where that is outside."""
    return np.asarray(numbers[np.arange(len(step)), np.clip(step - 1, 0, numbers.shape[1] - 1)])


def _at_year(cases: Cases, quantity: FloatArray, years: IntArray) -> FloatArray:
    """The observed quantity of one year a case, as printed; bounds and levels as observed."""
    column = np.clip(years - cases.years[0], 0, len(cases.years) - 1)
    value = quantity[np.arange(len(column)), column][:, None]
    return as_printed(cases, value, (years - cases.base_year).astype(np.float64)[:, None])[:, 0]


def _at_step(cases: Cases, series: ProjectedSeries, quantity: FloatArray, step: IntArray) -> FloatArray:
    """The quantity (cases,) projected for `step` years after the origin, as printed."""
    elapsed = (series.origin + step - cases.base_year).astype(np.float64)[:, None]
    return as_printed(cases, quantity[:, None], elapsed)[:, 0]


def _gap(cases: Cases, progress: Progress, projected: FloatArray) -> FloatArray:
    """Projected minus target, for ranks latest minus target; negative means short of it."""
    rank = cases.on("state") & (cases.form == "level")
    value = np.where(rank, progress.latest, np.where(cases.on("state"), np.nan, projected))
    return np.where(cases.upward, 1.0, -1.0) * (value - cases.target)


def _gap_percent(cases: Cases, gap: FloatArray) -> FloatArray:
    meaningful = ~np.isin(cases.measure, _NO_GAP_PERCENT) & (cases.target != 0)
    with np.errstate(all="ignore"):
        return np.where(meaningful, 100 * gap / np.abs(cases.target), np.nan)


def _arrival(cases: Cases, progress: Progress, series: ProjectedSeries, centre: FloatArray) -> FloatArray:
    """First year in which the target was met, where it is; else the first in which the projection satisfies it."""
    growth = cases.of_growth[:, None]
    reached = np.full(len(growth), np.nan)
    if progress.met.any():
        elapsed = (cases.years - cases.base_year[:, None]).astype(np.float64)
        seen = satisfied(cases, progress.quantity, elapsed) & (~growth | (cases.years == cases.due_year[:, None]))
        reached = np.where(seen.any(axis=1), cases.years[seen.argmax(axis=1)], np.nan)
        reached = np.where(progress.met_at_baseline & progress.met, cases.base_year, reached)
    years = series.origin[:, None] + np.arange(1, centre.shape[1] + 1)
    elapsed = (years - cases.base_year[:, None]).astype(np.float64)
    coming = satisfied(cases, centre, elapsed) & (years <= cases.due_year[:, None] + ARRIVAL_YEARS)
    coming &= ~growth | (years == cases.due_year[:, None])
    ahead = np.where(coming.any(axis=1), series.origin + 1 + coming.argmax(axis=1), np.nan)
    first = np.where(progress.met, reached, ahead)
    return np.where(cases.on("bound") | cases.on("state"), np.nan, first)
