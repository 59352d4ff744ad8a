"""Small plans built in memory: one indicator, its targets, its values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lixia_kpi.actuals.observation import Observation
from lixia_kpi.assessment.evaluate import Evaluation, evaluate
from lixia_kpi.assessment.options import Options
from lixia_kpi.folder.series import Series, YearValue
from lixia_kpi.plan.model import Baseline, Citation, Indicator, Name, PlanInfo, PrintedGrowth, Target
from lixia_kpi.problems import Place
from lixia_kpi.tables.project import gap_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.tables.table import Value

PLACE = Place("targets.yaml", 1, 1)
INFO = PlanInfo("sample", Name("样例", "sample"), 2021, 2025, 2020)


def target(form: str = "level", op: str = ">=", value: float = 150.0, year: int = 2025, **more: Any) -> Target:
    return Target(form=form, op=op, value=value, year=year, place=PLACE, **more)


def indicator(*targets: Target, **more: Any) -> Indicator:
    fields: dict[str, Any] = {
        "id": "sample", "name": Name("指标", "indicator"), "citation": Citation(1, 1, "段落"), "group": "economy",
        "measure": "amount", "direction": "up", "unit": "亿元", "place": PLACE, "targets": targets,
    }  # fmt: skip
    return Indicator(**(fields | more))


def series(
    what: Indicator,
    values: Mapping[int, float],
    *,
    baseline: float | None = None,
    previous_total: float | None = None,
    growth: PrintedGrowth | None = None,
    statuses: Mapping[int, str] | None = None,
) -> Series:
    """Give the series of an indicator: a baseline in 2020 and observations by year."""
    standing: Mapping[int, Any] = statuses or {}
    observed = {}
    for year, value in values.items():
        observation = Observation(what.id, year, value, what.unit, PLACE, status=standing.get(year, "actual"))
        observed[year] = YearValue(year, value, observation)
    if baseline is not None and what.observed_as == "level":
        observed[2020] = YearValue(2020, baseline)
    known = baseline is not None or previous_total is not None or growth is not None
    record = Baseline(what.id, 2020, PLACE, baseline, what.unit, previous_total=previous_total, growth=growth)
    return Series(
        indicator=what,
        baseline=record if known else None,
        baseline_value=baseline,
        baseline_year=2020,
        values=tuple(observed[year] for year in sorted(observed)),
    )


def judged(*what: Series, info: PlanInfo = INFO, **options: Any) -> Evaluation:
    return evaluate(what, info, Options(**options))


def row(
    targets: Target | tuple[Target, ...],
    values: Mapping[int, float],
    *,
    baseline: float | None = None,
    previous_total: float | None = None,
    growth: PrintedGrowth | None = None,
    statuses: Mapping[int, str] | None = None,
    options: Mapping[str, Any] | None = None,
    **indicator_fields: Any,
) -> Mapping[str, Value]:
    """Give the gap-table row of one target of one indicator."""
    targets = (targets,) if isinstance(targets, Target) else targets
    one = series(
        indicator(*targets, **indicator_fields), values,
        baseline=baseline, previous_total=previous_total, growth=growth, statuses=statuses,
    )  # fmt: skip
    return gap_rows(judged(one, **dict(options or {})))[0].values


def with_cuts(ahead: float, on_track: float, behind: float) -> PlanInfo:
    return INFO._replace(cuts=type(INFO.cuts)(ahead, on_track, behind))
