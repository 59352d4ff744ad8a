"""Every published figure of a plan folder under a key that names it: targets, baselines, actuals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from lixia_kpi.actuals.selection import yearly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lixia_kpi.folder.open import PlanFolder
    from lixia_kpi.plan.model import Baseline, Indicator, Name

Kind = Literal["target", "baseline", "actual"]
KINDS: tuple[Kind, ...] = ("target", "baseline", "actual")

_UNITS = {"growth": "%", "change": "%", "points": "points"}


class FigureKey(NamedTuple):
    """Which figure: `part` tells a range's upper end, a baseline's total or growth, or a period from the plain value.

    `form` and `op` are those of a target and empty elsewhere.
    """

    kind: Kind
    id: str
    form: str
    op: str
    year: int
    part: str


class Figure(NamedTuple):
    """A figure as printed, and what is needed to compare and to name it."""

    value: float
    unit: str
    unit_also: tuple[str, ...]
    name: Name | None
    group: str


def published_figures(
    folder: PlanFolder, *, as_of: int | None = None, vintage: str | None = None
) -> dict[FigureKey, Figure]:
    """Collect the figures of a plan folder: targets, then baselines, then actuals, each in the order of the files.

    Of several figures for the same indicator, year and period the best counts (actual before preliminary before
    expected, then the latest publication), as everywhere. A target of a range gives two figures.

    Parameters
    ----------
    folder
        an opened plan folder.
    as_of
        last year of actuals that is looked at; None for all.
    vintage
        ISO date; actuals published later are left out; None for all.
    """
    indicators = {indicator.id: indicator for indicator in folder.plan.indicators}
    baselines = {baseline.id: baseline for baseline in folder.plan.baselines}
    found = [figure for indicator in folder.plan.indicators for figure in _targets(indicator)]
    found += [figure for b in folder.plan.baselines for figure in _baseline(b, indicators.get(b.id))]
    periods = dict.fromkeys("" if row.is_yearly else row.period for row in folder.observations)
    for period in periods:
        rows = [row for row in folder.observations if ("" if row.is_yearly else row.period) == period]
        same = [row._replace(period="full-year") for row in rows]
        for id_, years in yearly(same, as_of=as_of, vintage=vintage).items():
            known = _known(indicators.get(id_), baselines.get(id_))
            found += [
                (FigureKey("actual", id_, "", "", year, period), Figure(row.value, row.unit, *known))
                for year, row in years.items()
            ]
    return dict(found)


def _targets(indicator: Indicator) -> Iterator[tuple[FigureKey, Figure]]:
    known = _known(indicator, None)
    for target in indicator.targets:
        unit = _UNITS.get(target.form, indicator.unit)
        for part, value in (("", target.value), ("upper_end", target.value_high)):
            if value is not None:
                key = FigureKey("target", indicator.id, target.form, target.op, target.year, part)
                yield key, Figure(value, unit, *known)


def _baseline(baseline: Baseline, indicator: Indicator | None) -> Iterator[tuple[FigureKey, Figure]]:
    unit = baseline.unit or (indicator.unit if indicator else "")
    growth = baseline.growth.value if baseline.growth else None
    parts = (("", baseline.value, unit), ("previous_total", baseline.previous_total, unit), ("growth", growth, "%"))
    known = _known(indicator, baseline)
    for part, value, own in parts:
        if value is not None:
            yield FigureKey("baseline", baseline.id, "", "", baseline.year, part), Figure(value, own, *known)


def _known(indicator: Indicator | None, baseline: Baseline | None) -> tuple[tuple[str, ...], Name | None, str]:
    """Give the other names of the unit, the name and the group."""
    if indicator is not None:
        return indicator.unit_also, indicator.name, indicator.group
    return ((), baseline.name, baseline.group or "") if baseline is not None else ((), None, "")
