"""The options of `kpi import`: what is read, what holds for figures that do not say it, and whether to write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from typer import Option

from lixia_kpi.cli.option_types import DATE, PUBLICATION_STATUS, Reading
from lixia_kpi.cli.option_values import name_match

MATCH = Reading("match", name_match)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Figures:
    """Which sheets are read, whose figures they hold, and what holds for figures that do not say it themselves."""

    sheet: Annotated[list[str] | None, Option("--sheet", metavar="NAME")] = None
    match: Annotated[list[str] | None, Option("--match", metavar="NAME=ID", click_type=MATCH)] = None
    published: Annotated[str | None, Option("--published", metavar="DATE", click_type=DATE)] = None
    data_status: Annotated[str | None, Option("--status", metavar="NAME", click_type=PUBLICATION_STATUS)] = None
    figure_source: Annotated[str | None, Option("--source", metavar="TEXT")] = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Writing:
    """Whether rows are written, and what stands in the way."""

    apply: Annotated[bool, Option("--apply")] = False
    partial: Annotated[bool, Option("--partial")] = False
    strict: Annotated[bool, Option("--strict")] = False
    all_figures: Annotated[bool, Option("--all")] = False
