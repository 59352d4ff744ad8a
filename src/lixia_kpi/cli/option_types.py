"""Types of options: they check what was written and complete what is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from click import ParamType

from lixia_kpi.cli.option_values import (
    chapter,
    date,
    interval,
    jobs,
    known_name,
    period,
    plan_id,
    span_of_years,
    year,
    years,
)
from lixia_kpi.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from click import Context, Parameter
    from click.shell_completion import CompletionItem

T = TypeVar("T")


class Reading(ParamType[T]):
    """A value that a function reads; what the function complains about is said with the name of the option."""

    def __init__(self, name: str, read: Callable[[str], T]) -> None:
        self.name = name
        self._read = read

    def convert(self, value: str | T, param: Parameter | None, ctx: Context | None) -> T:
        """Read what was written; a default is a value already."""
        if not isinstance(value, str):
            return value
        try:
            return self._read(value)
        except UsageError as fault:
            option = max(param.opts, key=len) + ": " if param else ""
            raise UsageError(fault.code, {**fault.details, "option": option}) from None


class Word(ParamType[str]):
    """A name of a kind; `known` gives all of them and is asked only when a name is to be checked or completed.

    `checked=False` leaves the check to whoever knows the table; the names then only serve completion.
    """

    def __init__(self, name: str, known: Callable[[], Iterable[str]], *, checked: bool = True) -> None:
        self.name = name
        self._known = known
        self._checked = checked

    def convert(self, value: str, param: Parameter | None, ctx: Context | None) -> str:
        """Give back the name, or stop with the nearest right one."""
        return known_name(self.name, value, self._known()) if self._checked else value

    def shell_complete(self, ctx: Context, param: Parameter, incomplete: str) -> list[CompletionItem]:
        """Offer the names that begin with what is written."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(name) for name in self._known() if name.startswith(incomplete)]


class NameOfPlan(ParamType[str]):
    """A text that is a name of the plan at hand or begins with one; whoever knows the plan reads it.

    `known` gives the names of the plan in a folder, of the plan that kpi uses for None.
    """

    def __init__(self, name: str, known: Callable[[str | None], Iterable[str]]) -> None:
        self.name = name
        self._known = known

    def convert(self, value: str, param: Parameter | None, ctx: Context | None) -> str:
        """Take what was written as it is."""
        return value

    def shell_complete(self, ctx: Context, param: Parameter, incomplete: str) -> list[CompletionItem]:
        """Offer the names that begin with what is written."""
        from click.shell_completion import CompletionItem

        folder = next((ctx.params.get(one.name or "") for one in ctx.command.params if "--plan" in one.opts), None)
        return [CompletionItem(name) for name in self._known(folder) if name.startswith(incomplete)]


class Place(ParamType[str]):
    """A file (`kind` file) or a folder (`kind` dir); whether it is there is seen when it is opened."""

    def __init__(self, kind: str) -> None:
        self.name = kind

    def convert(self, value: str, param: Parameter | None, ctx: Context | None) -> str:
        """Take what was written as it is."""
        return value

    def shell_complete(self, ctx: Context, param: Parameter, incomplete: str) -> list[CompletionItem]:
        """Let the shell offer the names on the disk."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type=self.name)]


def _methods() -> Iterable[str]:
    from lixia_kpi.messages.terms import METHODS

    return METHODS


def _statuses() -> Iterable[str]:
    from lixia_kpi.assessment.codes import STATUSES

    return STATUSES


def _publication_statuses() -> Iterable[str]:
    from lixia_kpi.actuals.observation import PUBLICATION_STATUSES

    return PUBLICATION_STATUSES


def _rules() -> Iterable[str]:
    from lixia_kpi.assessment.codes import RULE_NAMES

    return RULE_NAMES


def _columns() -> Iterable[str]:
    from lixia_kpi.tables.columns import PROJECT

    return PROJECT


def _ids(folder: str | None) -> Iterable[str]:
    from lixia_kpi.cli.plan_names import indicator_ids

    return indicator_ids(folder)


def _groups(folder: str | None) -> Iterable[str]:
    from lixia_kpi.cli.plan_names import group_names

    return group_names(folder)


def _owners(folder: str | None) -> Iterable[str]:
    from lixia_kpi.cli.plan_names import owner_names

    return owner_names(folder)


def _examples() -> Iterable[str]:
    from lixia_kpi.folder.examples import example_names

    return example_names()


def _severities() -> Iterable[str]:
    from lixia_kpi.audit.finding import SEVERITIES

    return SEVERITIES


def _schemas() -> Iterable[str]:
    from lixia_kpi.plan.schema import SCHEMAS

    return SCHEMAS


def _codes() -> Iterable[str]:
    from lixia_kpi.messages.explain import codes

    return dict.fromkeys(name for names in codes().values() for name in names)


DOCUMENT_FORMATS = ("table", "markdown", "json", "html", "docx", "xlsx", "svg", "png")
FORMATS = ("table", "csv", "tsv", "json", "jsonl", "markdown")
PANEL_FORMATS = ("table", "csv", "tsv", "json", "jsonl", "markdown", "parquet", "html")
PATH_FORMATS = (*FORMATS, "svg", "png")
TEMPLATE_FORMATS = ("xlsx", "csv")
SHELLS = ("bash", "zsh", "fish")

ASSUMPTION = NameOfPlan("assumption", _ids)
CHAPTER = Reading("chapter", chapter)
DATE = Reading("date", date)
INTERVAL = Reading("interval", interval)
JOBS = Reading("jobs", jobs)
YEAR = Reading("year", year)

FILE = Place("file")
FOLDER = Place("dir")

CODE = Word("code", _codes)
COLOR = Word("color", lambda: ("auto", "always", "never"))
COLUMNS = Word("column", _columns, checked=False)
EXAMPLE = Word("example", _examples)
DOCUMENT_FORMAT = Word("format", lambda: DOCUMENT_FORMATS)
FORMAT = Word("format", lambda: FORMATS)
GROUP = NameOfPlan("group", _groups)
ID = NameOfPlan("id", _ids)
LANGUAGE = Word("language", lambda: ("zh", "en"))
METHOD = Word("method", _methods)
PANEL_FORMAT = Word("format", lambda: PANEL_FORMATS)
PATH_FORMAT = Word("format", lambda: PATH_FORMATS)
OWNER = NameOfPlan("owner", _owners)
PERIOD = Reading("period", period)
PERIOD_OF_YEARS = Reading("period", span_of_years)
PLAN_ID = Reading("id", plan_id)
PUBLICATION_STATUS = Word("publication_status", _publication_statuses)
RULE = Word("rule", _rules)
SCHEMA = Word("schema", _schemas)
SEVERITY = Word("severity", _severities)
SHELL = Word("shell", lambda: SHELLS)
SORT = Word("column", _columns, checked=False)
START = Word("start", lambda: ("baseline", "latest"))
TEMPLATE_FORMAT = Word("format", lambda: TEMPLATE_FORMATS)
YEARS = Reading("years", years)
STATUS = Word("status", _statuses)
