"""The yearly series of an indicator, in the indicator's own unit: baseline and best observation of each year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.actuals.observation import Observation
    from lixia_kpi.plan.model import Baseline, Indicator


@dataclass(frozen=True, slots=True)
class YearValue:
    """The value of one year in the indicator's unit, and the observation it comes from (None: the baseline file)."""

    year: int
    value: float
    observation: Observation | None = None


@dataclass(frozen=True, slots=True)
class Series:
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
