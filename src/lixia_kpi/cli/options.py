"""The options that commands share, in groups; what each means is said in `messages.option_help`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from typer import Argument, Option

from lixia_kpi.cli.option_types import (
    CHAPTER,
    COLOR,
    COLUMNS,
    DATE,
    DOCUMENT_FORMAT,
    FILE,
    FOLDER,
    FORMAT,
    GROUP,
    ID,
    INTERVAL,
    LANGUAGE,
    METHOD,
    PANEL_FORMAT,
    PATH_FORMAT,
    RULE,
    SORT,
    STATUS,
    YEAR,
)  # fmt: skip

Ids = Annotated[list[str] | None, Argument(metavar="ID", click_type=ID)]
Id = Annotated[str, Argument(metavar="ID", click_type=ID)]
NeededIds = Annotated[list[str], Argument(metavar="ID", click_type=ID)]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Input:
    """Where plan and actuals come from."""

    plan: Annotated[str | None, Option("--plan", metavar="DIR", click_type=FOLDER, envvar="KPI_PLAN")] = None
    actuals: Annotated[list[str] | None, Option("--actuals", metavar="FILE", click_type=FILE)] = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Evidence:
    """Which observations count, and how they are carried on and judged."""

    as_of: Annotated[int | None, Option("--as-of", metavar="YEAR", click_type=YEAR)] = None
    vintage: Annotated[str | None, Option("--vintage", metavar="DATE", click_type=DATE)] = None
    to: Annotated[int | None, Option("--to", metavar="YEAR", click_type=YEAR)] = None
    method: Annotated[str, Option("--method", metavar="NAME", click_type=METHOD)] = "auto"
    rule: Annotated[str, Option("--rule", metavar="NAME", click_type=RULE)] = "pace"
    interval: Annotated[int, Option("--interval", metavar="PERCENT", click_type=INTERVAL)] = 80


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rows:
    """Which rows are shown, and in which order."""

    chapter: Annotated[list[int] | None, Option("--chapter", metavar="N", click_type=CHAPTER)] = None
    group: Annotated[list[str] | None, Option("--group", metavar="NAME", click_type=GROUP)] = None
    sort: Annotated[str | None, Option("--sort", metavar="COLUMN", click_type=SORT)] = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class JudgedRows:
    """Which judged rows are shown."""

    status: Annotated[list[str] | None, Option("--status", metavar="NAME", click_type=STATUS)] = None
    all: Annotated[bool, Option("--all")] = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Output:
    """In which form and where the result is written."""

    format: Annotated[str | None, Option("--format", "-f", metavar="NAME", click_type=FORMAT)] = None
    output: Annotated[str | None, Option("--output", "-o", metavar="FILE", click_type=FILE)] = None
    columns: Annotated[str | None, Option("--columns", metavar="A,B,C", click_type=COLUMNS)] = None
    excel: Annotated[bool, Option("--excel")] = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PathOutput:
    """In which form and where pathways are written: those of every table, and pictures."""

    path_format: Annotated[str | None, Option("--format", "-f", metavar="NAME", click_type=PATH_FORMAT)] = None
    output: Annotated[str | None, Option("--output", "-o", metavar="FILE", click_type=FILE)] = None
    columns: Annotated[str | None, Option("--columns", metavar="A,B,C", click_type=COLUMNS)] = None
    excel: Annotated[bool, Option("--excel")] = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PanelEvidence:
    """Which observations of a panel count, and how they are carried on and judged."""

    as_of: Annotated[int | None, Option("--as-of", metavar="YEAR", click_type=YEAR)] = None
    to: Annotated[int | None, Option("--to", metavar="YEAR", click_type=YEAR)] = None
    method: Annotated[str, Option("--method", metavar="NAME", click_type=METHOD)] = "auto"
    rule: Annotated[str, Option("--rule", metavar="NAME", click_type=RULE)] = "pace"
    interval: Annotated[int, Option("--interval", metavar="PERCENT", click_type=INTERVAL)] = 80


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PanelOutput:
    """In which form and where the rows of a panel are written."""

    panel_format: Annotated[str | None, Option("--format", "-f", metavar="NAME", click_type=PANEL_FORMAT)] = None
    output: Annotated[str | None, Option("--output", "-o", metavar="FILE", click_type=FILE)] = None
    columns: Annotated[str | None, Option("--columns", metavar="A,B,C", click_type=COLUMNS)] = None
    excel: Annotated[bool, Option("--excel")] = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DocumentOutput:
    """In which form and where a document is written."""

    document_format: Annotated[str | None, Option("--format", "-f", metavar="NAME", click_type=DOCUMENT_FORMAT)] = None
    output: Annotated[str | None, Option("--output", "-o", metavar="FILE", click_type=FILE)] = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Screen:
    """How a page for people looks."""

    lang: Annotated[str | None, Option("--lang", metavar="zh|en", click_type=LANGUAGE)] = None
    color: Annotated[str, Option("--color", metavar="auto|always|never", click_type=COLOR)] = "auto"
    ascii: Annotated[bool, Option("--ascii")] = False
