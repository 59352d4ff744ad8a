"""The options of `kpi whatif`; what is written behind them is read by `cli.assumptions`, which knows the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from typer import Option

from lixia_kpi.cli.option_types import ASSUMPTION, YEAR, YEARS


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What is assumed."""

    growth: Annotated[list[str] | None, Option("--growth", metavar="ID=6%", click_type=ASSUMPTION)] = None
    value: Annotated[list[str] | None, Option("--value", metavar="ID:YEAR=VALUE", click_type=ASSUMPTION)] = None
    target: Annotated[list[str] | None, Option("--target", metavar="ID=VALUE", click_type=ASSUMPTION)] = None
    shock: Annotated[list[str] | None, Option("--shock", metavar="ID:YEAR=-5%", click_type=ASSUMPTION)] = None
    recover: Annotated[int | None, Option("--recover", metavar="YEARS", click_type=YEARS)] = None
    halve_gap: Annotated[bool, Option("--halve-gap")] = False
    best_year: Annotated[bool, Option("--best-year")] = False
    start_year: Annotated[int | None, Option("--from", metavar="YEAR", click_type=YEAR)] = None
