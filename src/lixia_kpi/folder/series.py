"""The yearly series of an indicator, in the indicator's own unit: baseline and best observation of each year."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.actuals.selection import yearly
from lixia_kpi.folder.agreement import differs
from lixia_kpi.folder.checks import in_own_unit
from lixia_kpi.units.conversion import convert

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.actuals.observation import Observation
    from lixia_kpi.folder.open import PlanFolder
    from lixia_kpi.plan.model import Baseline, Indicator


class YearValue(NamedTuple):
    """The value of one year in the indicator's unit, and the observation it comes from (None: the baseline file)."""

    year: int
    value: float
    observation: Observation | None = None


class Series(NamedTuple):
    """What is known of one indicator, year by year.

    `baseline_value` and `baseline_year` are those of the baseline file, else the observation of the plan's baseline
    year, else None (the year is then the plan's). `values` are sorted by year, one a year, and include the baseline
    where it is a level. `reasons` and `notes` are codes: `unit_mismatch`, `baseline_differs` …
    """

    indicator: Indicator
    baseline: Baseline | None
    baseline_value: float | None
    baseline_year: int
    values: tuple[YearValue, ...]
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def series_of(folder: PlanFolder, *, as_of: int | None = None, vintage: str | None = None) -> tuple[Series, ...]:
    """Put together the yearly series of every indicator of a plan.

    The baseline file wins over an actual of the baseline year, and both over a value by formula. Yearly changes stay
    as they are printed (percent, or points), and the baseline is then not among the values.

    Parameters
    ----------
    folder
        an opened plan folder.
    as_of
        last year of observations that is looked at; the baseline stays; None for all.
    vintage
        ISO date; observations published later are left out; None for all.

    Returns
    -------
    tuple of Series
        one an indicator, in the order of the plan; values in the indicator's unit.
    """
    best = yearly(folder.observations, as_of=as_of, vintage=vintage)
    baselines = {baseline.id: baseline for baseline in folder.plan.baselines}
    year = folder.plan.info.baseline_year
    published = tuple(
        _series(indicator, baselines.get(indicator.id), best.get(indicator.id, {}), year)
        for indicator in folder.plan.indicators
    )
    if not folder.plan.derived:
        return published
    from lixia_kpi.folder.derived import with_derived

    return with_derived(published, folder.plan, best)


def _series(indicator: Indicator, baseline: Baseline | None, best: Mapping[int, Observation], plan_year: int) -> Series:
    reasons: list[str] = []
    notes: list[str] = []
    values: dict[int, YearValue] = {}
    for year, observation in best.items():
        value = in_own_unit(observation, indicator)
        if value is None:
            reasons.append("unit_mismatch")
        else:
            values[year] = YearValue(year, value, observation)
    year = plan_year if baseline is None else baseline.year
    value = None
    if baseline is not None and baseline.value is not None:
        unit = baseline.unit or indicator.unit
        value = convert(baseline.value, unit, indicator.unit, also=indicator.unit_also)
        if value is None:
            reasons.append("unit_mismatch")
    if indicator.observed_as == "level":
        published = best.get(year)
        if value is None and year in values:
            value = values[year].value
        elif value is not None:
            values[year] = YearValue(year, value)
            if baseline is not None and published is not None and differs(baseline, published, indicator):
                notes.append("baseline_differs")
    ordered = tuple(values[year] for year in sorted(values))
    return Series(indicator, baseline, value, year, ordered, tuple(dict.fromkeys(reasons)), tuple(notes))
