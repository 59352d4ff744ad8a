"""What a plan promises, as frozen records: figures and places, no arithmetic.

Every record knows its place in the file, so that whoever finds a fault later can point at the line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from lixia_kpi.formula.formula import Formula
    from lixia_kpi.problems import Place

Form = Literal["level", "growth", "change", "points", "total", "every_year", "milestone"]
Measure = Literal["amount", "count", "share", "index", "rate", "rank"]
Direction = Literal["up", "down"]
Comparator = Literal[">=", ">", "<=", "<", "=", "~"]
ObservedAs = Literal["level", "yearly_change", "cumulative"]
Basis = Literal["current_prices", "constant_prices"]
Relation = Literal["=", "<=", ">="]
GrowthUnit = Literal["%", "‰", "points"]
GrowthSpan = Literal["yearly", "period"]

FORMS: tuple[Form, ...] = ("level", "growth", "change", "points", "total", "every_year", "milestone")
MEASURES: tuple[Measure, ...] = ("amount", "count", "share", "index", "rate", "rank")
DIRECTIONS: tuple[Direction, ...] = ("up", "down")
COMPARATORS: tuple[Comparator, ...] = (">=", ">", "<=", "<", "=", "~")
OBSERVED_AS: tuple[ObservedAs, ...] = ("level", "yearly_change", "cumulative")
BASES: tuple[Basis, ...] = ("current_prices", "constant_prices")
RELATIONS: tuple[Relation, ...] = ("=", "<=", ">=")
SPANS: tuple[GrowthSpan, ...] = ("yearly", "period")


class Name(NamedTuple):
    """A name in both languages."""

    zh: str
    en: str


class Citation(NamedTuple):
    """Where the plan says it: chapter and section as Arabic integers, the paragraph's lead heading."""

    chapter: int | None = None
    section: int | None = None
    heading: str | None = None


class Cuts(NamedTuple):
    """Lower bounds of the pace for the statuses ahead, on_track and behind."""

    ahead: float = 1.05
    on_track: float = 0.95
    behind: float = 0.60


class Source(NamedTuple):
    """The document a file of the plan was read from."""

    title: str | None = None
    published: str | None = None
    file: str | None = None


NO_CITATION = Citation()
OWN_CUTS = Cuts()
"""The tool's own cuts, where the plan has none."""
NO_SOURCE = Source()


class PlanInfo(NamedTuple):
    """The head of a plan: who, which period, judged how."""

    id: str
    name: Name
    start: int
    end: int
    baseline_year: int
    language: Literal["zh", "en"] | None = None
    evaluation_years: tuple[int, ...] = ()
    cuts: Cuts = OWN_CUTS
    source: Source = NO_SOURCE


class TargetGrowth(NamedTuple):
    """Growth printed beside a target: percent, per mille or points, a year or over the whole period."""

    value: float
    unit: GrowthUnit
    span: GrowthSpan
    decimals: int
    place: Place
    basis: Basis | None = None
    source: str | None = None


class Target(NamedTuple):
    """One promise about an indicator.

    `year` is the year in which it falls due (Y). `start` is the first year of its period where the plan names one,
    so that its base year is `start - 1`; otherwise None and the base year is that of the baseline. `value` is in the
    unit of the indicator for level, total, every_year and milestone, in percent for growth and change, in points for
    points. `decimals` counts the decimals printed in `value`.
    """

    form: Form
    op: Comparator
    value: float
    year: int
    place: Place
    start: int | None = None
    value_high: float | None = None
    tolerance: float | None = None
    wording: str | None = None
    dated: bool = True
    decimals: int = 0
    citation: Citation | None = None
    printed_growth: TargetGrowth | None = None


class Indicator(NamedTuple):
    """An indicator of the plan with its targets, in the order of the file.

    `formula` says how its values follow from those of other indicators, where they do. `aliases` are other names under
    which departments report it.
    """

    id: str
    name: Name
    citation: Citation
    group: str
    measure: Measure
    direction: Direction
    unit: str
    place: Place
    unit_also: tuple[str, ...] = ()
    observed_as: ObservedAs = "level"
    basis: Basis | None = None
    breaks: tuple[int, ...] = ()
    binding: bool | None = None
    owner: str | None = None
    targets: tuple[Target, ...] = ()
    doubt: str | None = None
    formula: Formula | None = None
    aliases: tuple[str, ...] = ()


class PrintedGrowth(NamedTuple):
    """Average yearly growth printed for a past span, percent a year, on its own price basis."""

    value: float
    start: int
    end: int
    basis: Basis | None = None


class Baseline(NamedTuple):
    """The value an indicator starts from; `value` is None where only a previous total or a growth is printed."""

    id: str
    year: int
    place: Place
    value: float | None = None
    unit: str | None = None
    decimals: int = 0
    op: str | None = None
    previous_total: float | None = None
    growth: PrintedGrowth | None = None
    derived: str | None = None
    source: str | None = None
    citation: Citation = NO_CITATION
    note: str | None = None
    name: Name | None = None
    measure: Measure | None = None
    group: str | None = None


class Implied(NamedTuple):
    """A figure that the plan does not print and that follows from those it does."""

    name: Name
    formula: Formula
    unit: str


class Identity(NamedTuple):
    """A relation that the figures of a plan should satisfy, or a figure that they imply, or both.

    `left`, `relation` and `right` are there together or not at all. `unit` is the one in which both sides are shown,
    `tolerance` the percent of the larger side by which they may differ.
    """

    id: str
    name: Name
    place: Place
    left: Formula | None = None
    relation: Relation | None = None
    right: Formula | None = None
    unit: str = ""
    tolerance: float = 0.0
    implied: Implied | None = None
    note: str | None = None
    citation: Citation = NO_CITATION


class Plan(NamedTuple):
    """A plan as read: its head, its indicators in order, its baselines by id (the first file of each id wins).

    `derived` are the ids of the indicators with a formula, each after those that its formula reads; the units of all
    formulas, those of `identities` too, are settled.
    """

    info: PlanInfo
    indicators: tuple[Indicator, ...]
    baselines: tuple[Baseline, ...] = ()
    derived: tuple[str, ...] = ()
    identities: tuple[Identity, ...] = ()
