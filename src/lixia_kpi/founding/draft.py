"""A plan before it is written: each value with the cell that it comes from, or with why it is assumed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from lixia_kpi.office.sheet import Sheet
    from lixia_kpi.office.spot import Spot

Assumption = Literal[
    "", "made_id", "same_name", "no_group", "from_unit", "plain_level", "from_direction", "end_of_plan", "example"
]
"""Why a value that the table does not give stands in the plan all the same; empty for given ones."""


class Given(NamedTuple):
    """A value of the plan as it is written: a text, or a plain word (a number, a truth value)."""

    text: str
    plain: bool = False
    spot: Spot | None = None
    assumed: Assumption = ""


Values = dict[str, Given]


@dataclass(slots=True)
class DraftIndicator:
    """One indicator: values of its own by key, of its targets, and of its baseline (none where it has no value)."""

    values: Values
    targets: list[Values] = field(default_factory=list)
    baseline: Values = field(default_factory=dict)


class Head(NamedTuple):
    """The head of a plan; `title` names what the targets were read from; `end` is 0 where no year is known."""

    id: str
    name_zh: str
    name_en: str
    start: int
    end: int
    baseline_year: int
    language: Literal["zh", "en"]
    title: str = ""


class Draft(NamedTuple):
    """A plan in the making."""

    head: Head
    indicators: tuple[DraftIndicator, ...]


class Wishes(NamedTuple):
    """What the user says of the plan; None leaves it to the table, or to what is usual."""

    id: str | None = None
    name: str | None = None
    name_en: str | None = None
    period: tuple[int, int] | None = None
    baseline_year: int | None = None
    language: Literal["zh", "en"] = "en"


class Source(NamedTuple):
    """A file of targets: its name, and the sheets that it holds."""

    file: str
    sheets: tuple[Sheet, ...]
