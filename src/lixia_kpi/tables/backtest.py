"""The rows of `kpi backtest`: a verdict, then scores by method, measure and horizon, then what chances were worth."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lixia_kpi.assessment.comparable_runs import Run, comparable_runs, panel_of, split_at_gaps
from lixia_kpi.backtest import backtest
from lixia_kpi.backtest.forecasts import METHODS
from lixia_kpi.folder.series import series_of
from lixia_kpi.tables.columns import BACKTEST, columns
from lixia_kpi.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.actuals.panel_file import PanelSeries
    from lixia_kpi.backtest import Backtest
    from lixia_kpi.backtest.reliability import Reliability
    from lixia_kpi.backtest.run import Score
    from lixia_kpi.folder.open import PlanFolder
    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.tables.table import Value

SCHEMA_VERSION = 1
QUESTIONS = ("rise_20", "required")
"""What chances were asked for: +20 % in five years, and the values that the plan requires."""


@dataclass(frozen=True, slots=True)
class BacktestReport:
    """A backtest, and what it is about: a plan, or panel files by name."""

    plan: PlanInfo | None
    files: tuple[str, ...]
    method: str
    interval: int
    result: Backtest


def plan_report(
    folder: PlanFolder, *, method: str, interval: int, as_of: int | None, vintage: str | None
) -> BacktestReport:
    """Test a method on the actuals of a plan folder.

    Parameters
    ----------
    folder : the opened plan folder.
    method : to be judged; the usual methods are scored beside it.
    interval : level of the interval scored beside that of 80 % [percent].
    as_of, vintage : which observations count; None for all.
    """
    info = folder.plan.info
    runs = comparable_runs(series_of(folder, as_of=as_of, vintage=vintage), info)
    return BacktestReport(info, (), method, interval, _test(runs, method, interval))


def panel_report(
    series: Iterable[PanelSeries], files: tuple[str, ...], *, method: str, interval: int, as_of: int | None
) -> BacktestReport:
    """Test a method on the series of panel files.

    Parameters
    ----------
    series : of all files.
    files : their names as the user gave them.
    method, interval, as_of : as for `plan_report`.
    """
    runs = [
        Run(one.id, one.measure, True, values, {})
        for one in series
        for values in split_at_gaps({y: v for y, v in one.values.items() if as_of is None or y <= as_of})
    ]
    return BacktestReport(None, files, method, interval, _test(runs, method, interval))


def backtest_table(report: BacktestReport) -> Table:
    """Give the machine table; its head repeats the verdict."""
    result, verdict = report.result, report.result.verdict
    head = {
        "schema_version": SCHEMA_VERSION,
        "plan": None if report.plan is None else report.plan.id,
        "method": report.method,
        "interval": report.interval,
        "series": result.series,
        "origins": result.origins,
        "verdict": verdict.code,
    }
    judged: dict[str, Value] = {
        "row": "verdict",
        "method": report.method,
        "origins": verdict.origins,
        "series": verdict.series,
        "relative_error": _known(verdict.relative_error),
        "coverage_80": _known(verdict.coverage),
        "verdict": verdict.code,
    }
    rows = [
        judged,
        *(_score_row(score, report.interval) for score in result.scores),
        *(
            _chance_row(chance, question, report.method)
            for question, chances in zip(QUESTIONS, (result.rise, result.reach), strict=True)
            for chance in chances
        ),
    ]
    return Table("backtest", columns(BACKTEST), tuple({i: row.get(i) for i in BACKTEST} for row in rows), head)


def _test(runs: Iterable[Run], method: str, interval: int) -> Backtest:
    others = tuple(name for name in METHODS if name != method)
    return backtest(panel_of(runs), level=interval / 100, methods=(method, *others))


def _score_row(score: Score, interval: int) -> dict[str, Value]:
    return {
        "row": "score",
        "method": score.method,
        "measure": score.measure,
        "horizon": score.horizon,
        "origins": score.origins,
        "series": score.series,
        "relative_error": _known(score.relative_error),
        "interval": interval,
        "coverage_80": _known(score.coverage_80),
        "coverage": _known(score.coverage),
        "interval_score": _known(score.interval_score),
        "brier": _known(score.brier),
        "brier_required": _known(score.brier_required),
    }


def _chance_row(chance: Reliability, question: str, method: str) -> dict[str, Value]:
    return {
        "row": "chance",
        "method": method,
        "question": question,
        "likelihood": chance.likelihood,
        "chances": chance.count,
        "stated": chance.stated,
        "happened": chance.happened,
    }


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value
