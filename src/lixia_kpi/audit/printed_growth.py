"""Growth as printed against growth that follows from the printed levels.

Three readings of "5 %" are kept apart. Rounding: does any pair of levels within half a unit of their last digits give
a rate within half a unit of the printed one? Closeness: is the printed rate within 2 % of that rate, or within 0.05
points? A rate that satisfies both agrees. One that only rounds to what is printed (5 for 4.78) is a warning: figures
that belong together usually agree more closely. One that satisfies neither is an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.audit.finding import Finding, Moment
from lixia_kpi.growth.compound import compound_rate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lixia_kpi.audit.figures import Figures
    from lixia_kpi.audit.finding import Figure, Result
    from lixia_kpi.formula.span import Span
    from lixia_kpi.plan.model import Baseline, GrowthSpan, GrowthUnit, Indicator
    from lixia_kpi.problems import Place, Severity

CLOSE_PERCENT = 2.0
"""Percent of the rate by which a printed rate may be off and still agree: the tool's own."""
CLOSE_POINTS = 0.05
"""Percentage points by which it may be off whatever its size: the tool's own."""
_RESULTS: dict[str, Result] = {
    "growth_holds": "holds",
    "growth_last_digit": "contradicts",
    "growth_only_rounds": "contradicts",
    "growth_differs": "contradicts",
}
_PER_HUNDRED = {"%": 1.0, "points": 1.0, "‰": 10.0}


class _Growth(NamedTuple):
    """A printed growth and the span of years over which it holds."""

    value: float
    unit: GrowthUnit
    span: GrowthSpan
    decimals: int
    basis: str | None
    place: Place
    start: int
    end: int


def check_printed_growth(indicator: Indicator, figures: Figures) -> Iterator[Finding]:
    """Compare the growth printed beside targets and baseline with the levels they stand between.

    Parameters
    ----------
    indicator
        observed as a level, else nothing is compared.
    figures
        of the plan folder.

    Yields
    ------
    Finding
        `growth_differs` (error; a warning where a level is a bound), `growth_only_rounds` (warning),
        `growth_last_digit` (note), `growth_holds`, `growth_basis_differs` and `growth_across_break` (notes).
    """
    if indicator.observed_as != "level":
        return
    for target in indicator.targets:
        growth = target.printed_growth
        base = figures.known(indicator.id, base_year := figures.base_year(indicator, target))
        if growth is None or base is None or target.form != "level":
            continue
        printed = _Growth(*growth[:4], growth.basis, growth.place, base_year, target.year)
        yield _compared(indicator, printed, base, figures.of_target(indicator, target), "target")
    baseline = figures.baselines.get(indicator.id)
    if baseline is not None and baseline.growth is not None:
        yield from _of_baseline(indicator, baseline, figures)


def _of_baseline(indicator: Indicator, baseline: Baseline, figures: Figures) -> Iterator[Finding]:
    """Average growth of the years from–to starts from the level of the year before the first."""
    growth = baseline.growth
    assert growth is not None
    start, end = figures.known(indicator.id, growth.start - 1), figures.known(indicator.id, growth.end)
    if start is None or end is None:
        return
    decimals = len(repr(growth.value).partition(".")[2]) if growth.value % 1 else 0
    unit: GrowthUnit = "%" if indicator.measure in ("amount", "count") else "points"
    printed = _Growth(
        growth.value, unit, "yearly", decimals, growth.basis, baseline.place, growth.start - 1, growth.end
    )
    yield _compared(indicator, printed, start, end, "baseline")


def _compared(indicator: Indicator, growth: _Growth, start: Figure, end: Figure, kind: str) -> Finding:
    found = _rates(growth, start.span, end.span)
    code, severity = _verdict(indicator, growth, found, one_sided=start.span.one_sided or end.span.one_sided)
    return Finding(
        code=code,
        result=_RESULTS.get(code, "cannot_tell"),
        severity=severity,
        place=growth.place,
        check="printed_growth",
        moment=Moment("target" if kind == "target" else "baseline", growth.end),
        name=indicator.name,
        figures=(start, end),
        value=growth.value,
        other=None if found is None else found[1],
        unit=growth.unit,
        details={"start": str(growth.start), "end": str(growth.end), "span": growth.span},
    )


def _verdict(
    indicator: Indicator, growth: _Growth, found: tuple[float, float, float] | None, *, one_sided: bool
) -> tuple[str, Severity | None]:
    if growth.basis is not None and indicator.basis is not None and growth.basis != indicator.basis:
        return "growth_basis_differs", "note"
    if any(growth.start < year <= growth.end for year in indicator.breaks):
        return "growth_across_break", "note"
    if found is None:
        return "growth_undefined", "note"
    low, rate, high = found
    off = max(low - growth.value, growth.value - high, 0.0)
    rounds = off <= 0.5 * 10.0**-growth.decimals * (1 + 1e-9)
    per_hundred = _PER_HUNDRED[growth.unit]
    close = off <= max(abs(rate) * CLOSE_PERCENT / 100, CLOSE_POINTS * per_hundred)
    if rounds and close:
        return "growth_holds", None
    if rounds:
        return "growth_only_rounds", "warning"
    if close:
        return "growth_last_digit", "note"
    return "growth_differs", "warning" if one_sided else "error"


def _rates(growth: _Growth, start: Span, end: Span) -> tuple[float, float, float] | None:
    """Least, printed and greatest growth between two levels whose last digits are rounded."""
    years = growth.end - growth.start
    room_start, room_end = _rounding(start), _rounding(end)
    pairs = (
        (start.value + room_start, end.value - room_end),
        (start.value, end.value),
        (start.value - room_start, end.value + room_end),
    )
    rates = [_rate(growth, first, last, years) for first, last in pairs]
    low, rate, high = rates
    return None if low is None or rate is None or high is None else (min(low, high), rate, max(low, high))


def _rounding(span: Span) -> float:
    """Half a unit of the last digit; none where the room is that of a comparator."""
    return 0.0 if span.one_sided else span.high - span.value


def _rate(growth: _Growth, first: float, last: float, years: int) -> float | None:
    if growth.unit == "points":
        return last - first if growth.span == "period" else (last - first) / years
    if first <= 0 or last <= 0:
        return None
    per_hundred = _PER_HUNDRED[growth.unit]
    if growth.span == "period":
        return 100 * per_hundred * (last / first - 1)
    return 100 * per_hundred * float(compound_rate(first, last, years))
