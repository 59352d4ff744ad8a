"""Is a figure believable beside its neighbours: orders of magnitude, running totals, printed growth, repeated figures.

A slip of a unit: lg(value / neighbour) is near 1, 2, 3, 4 or 8, the powers between 万, 亿 and the plain unit, percent
and fractions.
"""

from __future__ import annotations

from collections import defaultdict
from math import log10
from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.actuals.selection import yearly
from lixia_kpi.intake.compare import observation_of, period_key
from lixia_kpi.intake.entry import Finding
from lixia_kpi.text.number import shown_number
from lixia_kpi.units.conversion import convert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lixia_kpi.actuals.observation import Observation
    from lixia_kpi.intake.compare import Change
    from lixia_kpi.plan.model import Indicator, Plan

JUMP = 0.9
"""Logarithm of a ratio from which on a value jumps against its neighbour: a factor of about 8; the tool's own."""
_SLIPS = (1, 2, 3, 4, 8)
_NEAR = 0.35
_LEVELS = ("amount", "count", "share", "index")
_EXACT_DIGITS = 3
CLOSE_PERCENT = 2.0
CLOSE_POINTS = 0.1
"""Percent of the rate, and points, by which a printed growth may be off beyond rounding; the tool's own."""
_HELD = ("revision_without_date", "same_date_differs", "two_values")
_FAR = 5.0
"""Points by which growth of figures at current prices may be off: growth is printed at constant prices."""


class _Point(NamedTuple):
    """A value in the unit of its indicator, and half a unit of its last printed digit."""

    value: float
    rounding: float


def with_doubts(changes: Sequence[Change], observations: Iterable[Observation], plan: Plan) -> tuple[Change, ...]:
    """Add to each entry that would be written what is hard to believe about it.

    Parameters
    ----------
    changes
        of all entries.
    observations
        of the plan folder.
    plan
        with its baselines, which are neighbours, too.

    Returns
    -------
    tuple of Change
        the same, with warnings.
    """
    indicators = {indicator.id: indicator for indicator in plan.indicators}
    series = _series(changes, observations, plan, indicators)
    return tuple(
        change._replace(entry=change.entry.with_findings(*_doubts(change, indicators[change.entry.id], series)))
        if change.entry.id in indicators and (change.is_written or _is_held(change))
        else change
        for change in changes
    )


def _is_held(change: Change) -> bool:
    """Tell whether a figure is refused for nothing but another figure or a missing date."""
    return change.kind == "refused" and all(f.code in _HELD for f in change.entry.findings if f.severity == "error")


_Series = dict[tuple[str, object], dict[int, _Point]]


def _series(
    changes: Sequence[Change], observations: Iterable[Observation], plan: Plan, indicators: Mapping[str, Indicator]
) -> _Series:
    """The values that would count, by indicator and period, then by year."""
    by_period: dict[object, list[Observation]] = defaultdict(list)
    rows = [*observations, *(observation_of(change.entry) for change in changes if change.is_written)]
    for row in rows:
        by_period[period_key(row.period)].append(row._replace(period="full-year"))
    series: _Series = {}
    for period, found in by_period.items():
        for id_, years in yearly(found).items():
            if indicator := indicators.get(id_):
                points = {year: _point(row, indicator) for year, row in years.items()}
                series[id_, period] = {year: point for year, point in points.items() if point is not None}
    for baseline in plan.baselines:
        indicator = indicators.get(baseline.id)
        if indicator is not None and indicator.observed_as == "level" and baseline.value is not None:
            value = convert(baseline.value, baseline.unit or indicator.unit, indicator.unit, also=indicator.unit_also)
            if value is not None:
                series.setdefault((baseline.id, "year"), {}).setdefault(baseline.year, _Point(value, 0.0))
    return series


def _point(row: Observation, indicator: Indicator) -> _Point | None:
    if indicator.observed_as == "yearly_change":
        return _Point(row.value, 0.0)
    value = convert(row.value, row.unit, indicator.unit, also=indicator.unit_also)
    half = convert(0.5 * 10.0**-row.decimals, row.unit, indicator.unit, also=indicator.unit_also)
    return None if value is None or half is None else _Point(value, half)


def _doubts(change: Change, indicator: Indicator, series: _Series) -> Iterator[Finding]:
    entry = change.entry
    own = _point(observation_of(entry), indicator)
    points = series.get((indicator.id, period_key(entry.period)), {})
    year = entry.year
    if own is None or year is None:
        return
    before = max((y for y in points if y < year), default=None)
    after = min((y for y in points if y > year), default=None)
    near = [points[y].value for y in (before, after) if y is not None]
    if change.old is not None and (old := _point(change.old, indicator)):
        near.append(old.value)
    near = near or [target.value for target in indicator.targets if target.form == "level"]
    if indicator.observed_as != "yearly_change" and indicator.measure in _LEVELS:
        yield from _jump(own.value, near, indicator)
    if indicator.observed_as == "cumulative":
        yield from _fall(own, points, (before, after))
    if indicator.observed_as == "level" and (last := points.get(year - 1)):
        yield from _growth(change, own, last, indicator)
        yield from _repeated(own, last, indicator, year)


def _jump(value: float, near: Sequence[float], indicator: Indicator) -> Iterator[Finding]:
    """A value of another order of magnitude than all its neighbours; a power of ten that would mend it is offered."""
    if value <= 0 or not near or min(near) <= 0:
        return
    sizes = [log10(value / other) for other in near]
    up, down = min(sizes) >= JUMP, max(sizes) <= -JUMP
    if not up and not down:
        return
    size = min(sizes, key=abs)
    slip = next((n for n in _SLIPS if abs(abs(size) - n) <= _NEAR), None)
    neighbour = near[sizes.index(size)]
    details: dict[str, str | int | float] = {
        "value": f"{value:.6g}", "neighbour": f"{neighbour:.6g}", "unit": indicator.unit,
        "ratio": f"{10 ** abs(size):.3g}",
    }  # fmt: skip
    if slip is None:
        yield Finding("magnitude_jump", "warning", details)
    else:
        meant = value / 10.0**slip if up else value * 10.0**slip
        details |= {"factor": 10**slip, "suggestion": f"{meant:.6g}"}
        yield Finding("magnitude_slip", "warning", details)


def _fall(own: _Point, points: Mapping[int, _Point], years: tuple[int | None, int | None]) -> Iterator[Finding]:
    """A running total below that of a year before, or above that of a year after."""
    for year, sign in zip(years, (1, -1), strict=True):
        if year is not None and sign * (points[year].value - own.value) > points[year].rounding + own.rounding:
            details = {"value": shown_number(own.value), "year": year, "other_value": shown_number(points[year].value)}
            yield Finding("running_total_falls", "warning", details)


def _growth(change: Change, own: _Point, last: _Point, indicator: Indicator) -> Iterator[Finding]:
    """Growth printed beside a figure against the growth that follows from it and the figure of the year before."""
    printed = change.entry.growth
    if printed is None:
        return
    in_points = "点" in (printed.unit or "") or "point" in (printed.unit or "")
    if in_points:
        low, rate, high = (own.value - last.value + sign * (own.rounding + last.rounding) for sign in (-1, 0, 1))
    elif last.value > last.rounding and own.value > 0:
        low, rate, high = (
            100 * ((own.value + sign * own.rounding) / (last.value - sign * last.rounding) - 1) for sign in (-1, 0, 1)
        )
    else:
        return
    off = max(low - printed.value, printed.value - high, 0.0) - 0.5 * 10.0**-printed.decimals
    if off <= max(abs(rate) * CLOSE_PERCENT / 100, CLOSE_POINTS):
        return
    if (
        indicator.measure in ("share", "rate")
        and not in_points
        and abs(printed.value - (own.value - last.value))
        <= 0.5 * 10.0**-printed.decimals + own.rounding + last.rounding
    ):
        return
    details = {"growth": shown_number(printed.value), "implied": f"{rate:.4g}", "unit": "" if in_points else "%"}
    if indicator.basis == "current_prices" and off <= _FAR:
        yield Finding("printed_growth_other_prices", "note", details)
    else:
        yield Finding("printed_growth_differs", "warning", details)


def _repeated(own: _Point, last: _Point, indicator: Indicator, year: int) -> Iterator[Finding]:
    """A figure that is last year's to the last of three digits or more, as a cell that was not filled in anew."""
    digits = f"{own.value:.15g}".replace(".", "").strip("0-")
    if own.value == last.value and len(digits) >= _EXACT_DIGITS and indicator.measure != "rank":
        yield Finding("same_as_year_before", "warning", {"value": shown_number(own.value), "year": year - 1})
