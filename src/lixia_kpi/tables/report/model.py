"""An evaluation as it is handed to a renderer: every target with its outcome, and how they are counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lixia_kpi.tables.report.outcome import GOOD, JUDGED, LAGGING_STATUSES, OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.tables.gap import GapRow
    from lixia_kpi.tables.report.outcome import Kind
    from lixia_kpi.tables.report.rule_comparison import RuleComparison
    from lixia_kpi.tables.table import Value


@dataclass(frozen=True, slots=True)
class Item:
    """One target: its row of the gap table, its outcome, whether that is settled, and where its latest value is from.

    `source` and `standing` (actual, preliminary, expected) are those of the latest observation, None where there is
    none or it names no source.
    """

    row: GapRow
    outcome: str
    settled: bool
    source: str | None
    standing: str | None

    def __getitem__(self, column: str) -> Value:
        """Give a column of the gap table."""
        return self.row.values[column]

    @property
    def observed(self) -> bool:
        """Whether anything was observed since the baseline."""
        return self.outcome != "no_data"

    @property
    def status(self) -> str:
        """The status by the rule, whatever the outcome is called."""
        return str(self.row.values["status"])


@dataclass(frozen=True, slots=True)
class Tally:
    """Targets counted by outcome; every target has exactly one.

    `key` says what they have in common: a chapter, a group, a department, `True` for binding …
    """

    key: Value
    items: tuple[Item, ...]

    @property
    def total(self) -> int:
        """How many targets there are."""
        return len(self.items)

    def of(self, *outcomes: str) -> int:
        """How many have one of these outcomes."""
        return sum(item.outcome in outcomes for item in self.items)

    def counts(self) -> dict[str, int]:
        """How many have each outcome, all outcomes named, best first."""
        return {outcome: self.of(outcome) for outcome in OUTCOMES}

    @property
    def observed(self) -> int:
        """How many have an observation after the baseline."""
        return sum(item.observed for item in self.items)

    @property
    def judged(self) -> int:
        """How many were judged: met, held, ahead, on track, behind or missed."""
        return self.of(*JUDGED)

    @property
    def good(self) -> int:
        """How many are met, held, ahead or on track."""
        return self.of(*GOOD)

    @property
    def rate(self) -> float | None:
        """Completion rate: good / judged, a fraction; None where nothing is judged."""
        return self.good / self.judged if self.judged else None

    def lagging(self, *outcomes: str) -> dict[str, int]:
        """How many of these outcomes have each status that is behind or worse, worst first."""
        chosen = [item.status for item in self.items if item.outcome in outcomes]
        return {status: chosen.count(status) for status in LAGGING_STATUSES}


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """Everything an evaluation says.

    `year` is the year it is about (the latest year used where none is asked for; None where nothing is observed);
    `chapters`, `groups` and `owners` what it is confined to, empty for the whole plan; `left_out` counts the targets
    outside of that. `comparison` has the verdicts of the published rules; None where it was not asked for.
    """

    plan: PlanInfo
    kind: Kind
    year: int | None
    rule: str
    method: str
    interval: int
    vintage: str | None
    to: int | None
    items: tuple[Item, ...]
    chapters: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    left_out: int = 0
    comparison: RuleComparison | None = None

    @property
    def elapsed(self) -> float | None:
        """Share of the plan's period that is gone at the end of the year of the evaluation."""
        if self.year is None:
            return None
        gone = (self.year - self.plan.baseline_year) / (self.plan.end - self.plan.baseline_year)
        return min(max(gone, 0.0), 1.0)

    @property
    def latest(self) -> int | None:
        """The year of the latest observation that any target is judged by."""
        return max((year for item in self.items if isinstance(year := item["latest_year"], int)), default=None)

    @property
    def whole(self) -> Tally:
        """All targets of the evaluation."""
        return Tally(None, self.items)

    @property
    def by_nature(self) -> tuple[Tally, ...]:
        """Binding, expected and unstated targets, each counted even where there is none."""
        return tuple(Tally(key, tuple(i for i in self.items if i["binding"] is key)) for key in (True, False, None))

    @property
    def by_chapter(self) -> tuple[Tally, ...]:
        """By chapter of the plan, in its order, targets without one last; empty where the plan names none."""
        found = sorted(
            self._by(lambda item: item["chapter"]),
            key=lambda t: (t.key is None, t.key if isinstance(t.key, int) else 0),
        )
        return _where_named(found)

    @property
    def by_group(self) -> tuple[Tally, ...]:
        """By group, in the order of the plan."""
        return self._by(lambda item: item["group"])

    @property
    def by_owner(self) -> tuple[Tally, ...]:
        """By department, in the order of the plan, targets without one last; empty where the plan names none."""
        return _where_named(sorted(self._by(lambda item: item["owner"]), key=lambda t: t.key is None))

    @property
    def due(self) -> tuple[Item, ...]:
        """The targets whose year has come."""
        year = self.year
        if year is None:
            return ()
        return tuple(i for i in self.items if isinstance(due := i["target_year"], int) and due <= year)

    def with_outcome(self, *outcomes: str) -> tuple[Item, ...]:
        """The targets of these outcomes, in plan order."""
        return tuple(item for item in self.items if item.outcome in outcomes)

    @property
    def lagging(self) -> tuple[Item, ...]:
        """The targets that are behind or missed, and those awaiting their result whose latest status is behind.

        Worst status first, then the lowest pace, then plan order.
        """
        chosen = [item for item in self.with_outcome("behind", "missed", "awaiting") if item.status in LAGGING_STATUSES]
        return tuple(sorted(chosen, key=lambda item: (LAGGING_STATUSES.index(item.status), _pace(item))))

    @property
    def indicators(self) -> int:
        """How many indicators the targets are about."""
        return len({item["id"] for item in self.items})

    def _by(self, key: Callable[[Item], Hashable]) -> tuple[Tally, ...]:
        return tuple(Tally(found, tuple(items)) for found, items in _grouped(self.items, key))


def _where_named(tallies: list[Tally]) -> tuple[Tally, ...]:
    return tuple(tallies) if any(tally.key is not None for tally in tallies) else ()


def _pace(item: Item) -> float:
    pace = item["pace"]
    return float(pace) if isinstance(pace, float) else float("inf")


def _grouped(items: Iterable[Item], key: Callable[[Item], Hashable]) -> list[tuple[Value, list[Item]]]:
    found: dict[Hashable, tuple[Value, list[Item]]] = {}
    for item in items:
        name = key(item)
        found.setdefault(name, (_value(name), []))[1].append(item)
    return list(found.values())


def _value(name: Hashable) -> Value:
    return name if isinstance(name, str | int) else None
