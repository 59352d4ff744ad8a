"""What is assumed, as frozen records; figures are in the units the indicator is kept in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from lixia_kpi.plan.model import Target

RateUnit = Literal["%", "points", "flow"]
"""Percent a year, points a year, or the same flow every year in the unit of the indicator."""


@dataclass(frozen=True, slots=True)
class Growth:
    """The yearly `rate` from the latest value to the target year; `why` is the assumption it follows from."""

    id: str
    rate: float
    unit: RateUnit
    why: Literal["growth", "best_year", "halve_gap"] = "growth"


@dataclass(frozen=True, slots=True)
class Value:
    """The `value` of one year [unit of the indicator; percent or points where it is observed as yearly changes]."""

    id: str
    year: int
    value: float


@dataclass(frozen=True, slots=True)
class OtherTarget:
    """Another figure, and perhaps another year, for one of the targets of an indicator."""

    id: str
    old: Target
    new: Target


@dataclass(frozen=True, slots=True)
class Shock:
    """A dip (or a rise) in one year, against what was to come without it.

    `size` is in percent of the level or in points; after `recover` years the series is back where it was to be, along
    a straight line; None: the loss is kept.
    """

    id: str
    year: int
    size: float
    unit: Literal["%", "points"]
    recover: int | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """All that is assumed at once.

    Parameters
    ----------
    growths, values, targets, shocks
        what is assumed of single indicators.
    halve_gap, best_year
        assume for every indicator of `ids` (all when empty) the rate that halves the projected gap, or that of its
        best observed year; an indicator with a growth of its own keeps that.
    ids
        the indicators `halve_gap` and `best_year` are about.
    start
        observations after this year are taken as not yet known; None uses all.
    """

    growths: tuple[Growth, ...] = ()
    values: tuple[Value, ...] = ()
    targets: tuple[OtherTarget, ...] = ()
    shocks: tuple[Shock, ...] = ()
    halve_gap: bool = False
    best_year: bool = False
    ids: frozenset[str] = field(default_factory=frozenset)
    start: int | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """The indicators that an assumption names, in order."""
        growths, values = [one.id for one in self.growths], [one.id for one in self.values]
        targets, shocks = [one.id for one in self.targets], [one.id for one in self.shocks]
        return tuple(dict.fromkeys([*growths, *values, *targets, *shocks]))
