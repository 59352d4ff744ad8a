"""Rates worth assuming: that of the best year, the one that halves the gap, the one a target is likely reached with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.chance import LEVEL_PATHS, just_enough, level_of
from lixia_kpi.growth import compound_rate, straight_rate
from lixia_kpi.scenario.assumptions import Growth
from lixia_kpi.scenario.trajectory import published_as, rate_unit_of

if TYPE_CHECKING:
    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.folder.series import Series
    from lixia_kpi.growth.arrays import FloatArray

CHANCES = (50, 80, 90)
"""The chances in percent for which the growth is given."""

_RATIO_MEASURES = ("amount", "count")


def best_year(series: Series) -> Growth | None:
    """Find the rate of the best observed year, or the flow of it for totals; None where no two years follow another.

    The best year is that of the highest rate, the lowest where less is better; a year in which the series breaks does
    not count.

    Parameters
    ----------
    series : the values that are observed.
    """
    indicator, published, unit = series.indicator, published_as(series), rate_unit_of(series)
    if unit is None:
        return None
    values = {item.year: item.value for item in series.values}
    after_baseline = {year: value for year, value in values.items() if year > series.baseline_year}
    best = max if indicator.direction == "up" else min
    if published in ("percent", "points"):
        unit, rates = "%" if published == "percent" else "points", list(values.values())
    elif published == "flow":
        unit, rates = "flow", list(after_baseline.values())
    elif published == "sum":
        unit, rates = "flow", [
            value - (0.0 if year == series.baseline_year + 1 else values[year - 1])
            for year, value in after_baseline.items()
            if year == series.baseline_year + 1 or year - 1 in values
        ]  # fmt: skip
    else:
        pairs = [(values[y - 1], v) for y, v in values.items() if y - 1 in values and y not in indicator.breaks]
        if unit == "%":
            rates = [100 * (v / before - 1) for before, v in pairs if before > 0 and v > 0]
        else:
            rates = [v - before for before, v in pairs]
    return Growth(indicator.id, best(rates), unit, "best_year") if rates else None


def halving_rates(evaluation: Evaluation) -> FloatArray:
    """Give the yearly rate from now on that halves the projected gap of each target.

    The rate that leads from the latest value to the middle between projection and target: compound or straight as the
    target's own pathway, the mean flow of the remaining years for totals.

    Parameters
    ----------
    evaluation : every target judged.

    Returns
    -------
    FloatArray
        (cases,) percent, points or flow a year; NaN where there is no gap, no projection or no year left.
    """
    cases, progress, outlook = evaluation.cases, evaluation.progress, evaluation.outlook
    middle = (outlook.projected + cases.target) / 2
    growing = 1 + middle / 100
    span = (cases.due_year - cases.base_year).astype(np.float64)
    with np.errstate(all="ignore"):
        factor = np.where(cases.of_growth, np.where(growing > 0, growing, np.nan) ** span, growing)
    goal = np.where(cases.on("relative"), factor, middle)
    now = np.where(progress.observed, progress.now, cases.start)
    remaining = (cases.due_year - progress.latest_year).astype(np.float64)
    rate = np.where(cases.by_rate, 100 * compound_rate(now, goal, remaining), straight_rate(now, goal, remaining))
    travelled = np.isin(cases.path, (*LEVEL_PATHS, "sum")) & (outlook.gap < 0) & ~progress.final
    return np.where(travelled, rate, np.nan)


def growth_for_chance(evaluation: Evaluation, chance: float) -> FloatArray:
    """Give the steady rate from now on whose projection would just reach the target with a chance.

    The projected distribution is shifted, by a ratio for amounts and counts and by a distance for others, until its
    quantile lies on the target; the rate is that of its shifted centre.

    Parameters
    ----------
    evaluation : every target judged.
    chance : probability, between 0 and 1.

    Returns
    -------
    FloatArray
        (cases,) percent or points a year; NaN where the projection has no distribution or no year is left.
    """
    cases, series, projection = evaluation.cases, evaluation.outlook.series, evaluation.outlook.projection
    step = cases.due_year - series.origin
    column = np.clip(step, 1, projection.centre.shape[1])[:, None] - 1
    centre = np.take_along_axis(projection.centre, column, axis=1)[:, 0]
    rising, falling = (np.take_along_axis(projection.quantile(q), column, axis=1)[:, 0] for q in (1 - chance, chance))
    quantile = np.where(cases.upward, rising, falling)
    level = level_of(cases, series, just_enough(cases))
    ratio = np.isin(series.measure, _RATIO_MEASURES)
    with np.errstate(all="ignore"):
        by_ratio = np.where(quantile > 0, centre * (level / quantile), np.nan)
        moved = np.where(ratio, by_ratio, centre + (level - quantile))
    now, years = series.values[:, -1], step.astype(np.float64)
    rate = np.where(cases.by_rate, 100 * compound_rate(now, moved, years), straight_rate(now, moved, years))
    ahead = (step >= 1) & ~evaluation.progress.final & np.isin(cases.path, LEVEL_PATHS)
    return np.where(ahead, rate, np.nan)
