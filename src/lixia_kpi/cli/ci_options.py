"""The options of what continuous integration reads: its formats, and the earlier check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from typer import Option

from lixia_kpi.cli.option_types import COLUMNS, FILE, FORMATS, STATUS, Reading, Word
from lixia_kpi.cli.option_values import fraction

CI_FORMATS = ("github", "junit", "sarif")
CI_SUFFIXES = {".xml": "junit", ".sarif": "sarif"}

CHANCE = Reading("chance", fraction)
CHECK_FORMAT = Word("format", lambda: (*FORMATS, *CI_FORMATS))
FAULTS_FORMAT = Word("format", lambda: ("text", "json", *CI_FORMATS))


@dataclass(frozen=True, slots=True)
class Gating:
    """What fails a check."""

    fail_on: Annotated[list[str] | None, Option("--fail-on", metavar="STATUS", click_type=STATUS)] = None
    min_chance: Annotated[float | None, Option("--min-chance", metavar="P", click_type=CHANCE)] = None
    earlier: Annotated[str | None, Option("--baseline", metavar="FILE", click_type=FILE)] = None


@dataclass(frozen=True, slots=True)
class Output:
    """In which form and where a check is written."""

    check_format: Annotated[str | None, Option("--format", "-f", metavar="NAME", click_type=CHECK_FORMAT)] = None
    output: Annotated[str | None, Option("--output", "-o", metavar="FILE", click_type=FILE)] = None
    columns: Annotated[str | None, Option("--columns", metavar="A,B,C", click_type=COLUMNS)] = None
    excel: Annotated[bool, Option("--excel")] = False
