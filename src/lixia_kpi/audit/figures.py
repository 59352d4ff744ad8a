"""The figures of a plan folder by moment: what is promised for a year, and what is known of it, with its room."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from lixia_kpi.actuals.selection import yearly
from lixia_kpi.audit.finding import Figure
from lixia_kpi.folder.derived import known_values
from lixia_kpi.folder.series import series_of
from lixia_kpi.formula.span import Span, exactly
from lixia_kpi.plan.bounds import share_limit
from lixia_kpi.plan.formulas import units_of
from lixia_kpi.plan.model import Name
from lixia_kpi.units.conversion import conversion

if TYPE_CHECKING:
    from lixia_kpi.folder.open import PlanFolder
    from lixia_kpi.folder.series import YearValue
    from lixia_kpi.plan.model import Baseline, Indicator, Target

NEARLY = 5.0
"""Percent that a figure printed as about (左右, 近) may be off: the tool's own, as for targets with `~`."""
_SIGNS = {
    ">": ("突破", "超过", "余", "多", "以上", ">"),
    ">=": ("达到", "不低于", "至少", ">="),
    "<": ("不足", "<"),
    "<=": ("以内", "不超过", "<="),
    "~": ("近", "约", "左右", "基本", "~"),
}
_SIGN_OF = {word: sign for sign, words in _SIGNS.items() for word in words}


class Figures:
    """The figures of a plan folder, looked up by id and moment.

    Parameters
    ----------
    folder
        an opened plan folder.
    """

    def __init__(self, folder: PlanFolder) -> None:
        plan = folder.plan
        self.info = plan.info
        self.indicators = {indicator.id: indicator for indicator in plan.indicators}
        self.baselines = {baseline.id: baseline for baseline in plan.baselines}
        self.units = units_of(plan.indicators, plan.baselines)
        self.series = {one.indicator.id: one for one in series_of(folder)}
        self.values = known_values(self.series.values(), plan.baselines, yearly(folder.observations))

    def name(self, id_: str) -> Name:
        """Name an indicator or a baseline in both languages."""
        known = self.indicators.get(id_) or self.baselines.get(id_)
        return (known.name if known is not None else None) or Name(id_, id_)

    def years(self, id_: str) -> list[int]:
        """List the years in which a figure is known."""
        return sorted(self.values.get(id_, {}))

    def base_year(self, indicator: Indicator, target: Target) -> int:
        """Give the year from which a target counts."""
        if target.start is not None:
            return target.start - 1
        baseline = self.baselines.get(indicator.id)
        return self.info.baseline_year if baseline is None else baseline.year

    def known(self, id_: str, year: int) -> Figure | None:
        """Give the figure of a year: baseline, actual, or what follows by formula."""
        item = self.values.get(id_, {}).get(year)
        if item is None or id_ not in self.units:
            return None
        baseline = self.baselines.get(id_)
        if item.observation is None and baseline is not None:
            return self._of_baseline(id_, baseline, item.value)
        return self._of_year(id_, item)

    def promised(self, id_: str, year: int, form: str) -> Figure | None:
        """Give the figure of the first target of that form that falls due in a year."""
        indicator = self.indicators.get(id_)
        if indicator is None or (form == "level" and indicator.observed_as == "yearly_change"):
            return None
        found = (target for target in indicator.targets if target.form == form and target.year == year)
        target = next(found, None)
        return None if target is None else self.of_target(indicator, target)

    def of_target(self, indicator: Indicator, target: Target) -> Figure:
        """Give the figure of a target, with the room that its comparator leaves."""
        span = _with_comparator(exactly(target.value), target.op, indicator, target.tolerance or NEARLY)
        if target.value_high is not None:
            span = Span(min(target.value, target.value_high), target.value, max(target.value, target.value_high), True)
        op = "" if target.op == "=" else target.op
        return Figure(indicator.id, indicator.name, op, span, indicator.unit, target.place)

    def _of_baseline(self, id_: str, baseline: Baseline, value: float) -> Figure:
        unit, indicator = self.units[id_], self.indicators.get(id_)
        half = _half_a_digit(baseline.decimals, baseline.unit or unit, unit, indicator)
        sign = _SIGN_OF.get(baseline.op or "", "")
        span = _with_comparator(Span(value - half, value, value + half), sign, indicator, NEARLY)
        return Figure(id_, self.name(id_), sign, span, unit, baseline.place)

    def _of_year(self, id_: str, item: YearValue) -> Figure | None:
        observation, unit, indicator = item.observation, self.units[id_], self.indicators.get(id_)
        if observation is None:
            return None
        computed = (
            indicator is not None and indicator.formula is not None and observation.place == indicator.formula.place
        )
        half = 0.0 if computed else _half_a_digit(observation.decimals, observation.unit, unit, indicator)
        span = Span(item.value - half, item.value, item.value + half)
        return Figure(id_, self.name(id_), "", span, unit, observation.place)


def _half_a_digit(decimals: int, unit: str, own: str, indicator: Indicator | None) -> float:
    """Half a unit of the last printed digit, in the unit of the indicator."""
    also = () if indicator is None else indicator.unit_also
    factor = conversion(unit, own, also=also)
    half = 0.5 * 10.0**-decimals
    return half if factor is None else factor.apply(half)


def _with_comparator(span: Span, op: str, indicator: Indicator | None, tolerance: float) -> Span:
    """The room that a comparator leaves: to the next bound that the measure itself has."""
    measure = None if indicator is None else indicator.measure
    least = 0.0 if measure in ("amount", "count", "share") else -inf
    most = share_limit(indicator.unit) if indicator is not None and measure == "share" else inf
    if op in (">", ">="):
        return Span(span.low, span.value, max(most, span.high), True)
    if op in ("<", "<="):
        return Span(min(least, span.low), span.value, span.high, True)
    if op == "~":
        room = abs(span.value) * tolerance / 100
        return Span(span.low - room, span.value, span.high + room)
    return span
