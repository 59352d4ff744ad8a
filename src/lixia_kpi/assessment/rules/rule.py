"""What a published rule is, as data: its cuts, its words, its source, what it cannot judge."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lixia_kpi.assessment.rules.question import Question
    from lixia_kpi.assessment.rules.verdict import Assessment

NOT_AVAILABLE = "not_available"
"""The category of a series that a rule cannot judge; Open SDG's own word, used for every rule."""


@dataclass(frozen=True, slots=True)
class Step:
    """One cut: a value at or above it (above it, where `strict`) earns the category.

    `scaled` cuts are multiplied by the coefficient of a natural limit.
    """

    category: str
    cut: float
    strict: bool = False
    scaled: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """Cuts from best to worst on one quantity; what fails them all earns `lowest`."""

    name: str
    unit: str
    steps: tuple[Step, ...]
    lowest: str

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories from best to worst."""
        return (*(step.category for step in self.steps), self.lowest)


@dataclass(frozen=True, slots=True)
class Rule:
    """A published way of judging progress.

    Parameters
    ----------
    name
        as it is called on the command line and in Python.
    formula
        one line, in the symbols b (baseline in y0), c (latest in t), T (target in Y), d (+1 up, −1 down), A, R.
    source
        what the formula and the cuts were taken from.
    ladders
        its thresholds.
    statuses
        for each of its categories the tool's status.
    refuses
        reason codes it can give.
    quirks
        codes of documented peculiarities that a verdict may hang on.
    methods
        its variants by name, the usual one first; empty where there is one only.
    baseline_year, target_year
        the years it takes when none are given; None where they must be given (or follow from the series).
    judge
        the rule itself.
    """

    name: str
    formula: str
    source: str
    ladders: tuple[Ladder, ...]
    statuses: Mapping[str, str]
    refuses: tuple[str, ...]
    judge: Callable[[Question], Assessment]
    quirks: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    baseline_year: int | None = None
    target_year: int | None = None
    parameters: Mapping[str, float] = field(default_factory=dict)

    @property
    def categories(self) -> tuple[str, ...]:
        """Every category the rule can give, in the order of its status mapping."""
        return tuple(self.statuses)

    def ladder(self, name: str) -> Ladder:
        """Give one of its ladders by name."""
        return next(ladder for ladder in self.ladders if ladder.name == name)
