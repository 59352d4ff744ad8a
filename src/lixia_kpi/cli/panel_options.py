"""The options of `kpi panel` on its summary and on the machines it runs on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from typer import Option

from lixia_kpi.cli.option_types import JOBS, STATUS, Word

PARTS = ("regions", "indicators")
REPORTS = ("html",)
ENGINES = ("threads", "processes", "dask")

PART = Word("summary", lambda: PARTS)
REPORT = Word("report", lambda: REPORTS)
ENGINE = Word("engine", lambda: ENGINES)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PanelSummary:
    """What is made of the counts."""

    summary: Annotated[str | None, Option("--summary", metavar="PART", click_type=PART)] = None
    panel_report: Annotated[str | None, Option("--report", metavar="html", click_type=REPORT)] = None
    panel_fail_on: Annotated[list[str] | None, Option("--fail-on", metavar="STATUS", click_type=STATUS)] = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PanelEngine:
    """What the work is done on."""

    engine: Annotated[str | None, Option("--engine", metavar="NAME", click_type=ENGINE)] = None
    jobs: Annotated[int | None, Option("--jobs", metavar="N", click_type=JOBS)] = None
    scheduler: Annotated[str | None, Option("--scheduler", metavar="ADDRESS")] = None
