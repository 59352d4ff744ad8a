"""Entries set beside what the plan folder already holds: new, revised, unchanged, refused, left out.

revision = new − old, in the unit of the new figure; in percent of the old one.
"""

from __future__ import annotations

from collections import defaultdict
from math import isclose
from typing import TYPE_CHECKING, Literal, NamedTuple

from lixia_kpi.actuals.observation import PUBLICATION_STATUSES, YEARLY_PERIODS, Observation
from lixia_kpi.actuals.period import part_of
from lixia_kpi.folder.checks import check_baseline_only, check_observation, check_year
from lixia_kpi.intake.entry import Finding
from lixia_kpi.problems import Place
from lixia_kpi.text.number import shown_number
from lixia_kpi.units.conversion import convert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lixia_kpi.intake.entry import Entry
    from lixia_kpi.plan.model import Plan
    from lixia_kpi.problems import Detail

ChangeKind = Literal["new", "revised", "unchanged", "refused", "left_out"]
CHANGES: tuple[ChangeKind, ...] = ("new", "revised", "unchanged", "refused", "left_out")

_SAME = 1e-12
Key = tuple[str, int, object]


class Change(NamedTuple):
    """What an entry would change: `old` is the figure that counts now, `size` and `percent` the revision."""

    kind: ChangeKind
    entry: Entry
    old: Observation | None = None
    size: float | None = None
    percent: float | None = None

    @property
    def is_written(self) -> bool:
        """Whether a row is added for it."""
        return self.kind in ("new", "revised")


def compare(entries: Sequence[Entry], observations: Iterable[Observation], plan: Plan) -> tuple[Change, ...]:
    """Set entries beside the figures at hand.

    Parameters
    ----------
    entries
        as read, in the order of the files.
    observations
        of the plan folder, in the order of its file.
    plan
        with the units of its indicators.

    Returns
    -------
    tuple of Change
        one an entry, in the same order.
    """
    also = {indicator.id: indicator.unit_also for indicator in plan.indicators}
    known: dict[Key, list[Observation]] = defaultdict(list)
    for row in observations:
        known[row.id, row.year, period_key(row.period)].append(row)
    groups: dict[Key, list[int]] = defaultdict(list)
    checked = list(_checked(entries, plan))
    for number, entry in enumerate(checked):
        if entry.id is not None and entry.year is not None and entry.value is not None and not entry.is_refused:
            groups[entry.id, entry.year, period_key(entry.period)].append(number)
    changes = [Change("refused" if entry.is_refused else "left_out", entry) for entry in checked]
    for key, numbers in groups.items():
        found = _Group(known.get(key, []), also.get(key[0], ()))
        for number, change in found.changes([(n, checked[n]) for n in numbers]):
            changes[number] = change
    return tuple(changes)


def period_key(period: str) -> object:
    """Give what two ways of writing one period have in common: yearly ones are one, `Jan-Sep` is `Q1-Q3`.

    >>> period_key("Jan-Sep") == period_key("Q1-Q3"), period_key("year-end") == period_key("full-year")
    (True, True)
    """
    return "year" if period in YEARLY_PERIODS else part_of(period) or period


def observation_of(entry: Entry) -> Observation:
    """Make the observation that an entry would be; its id, year and value are there."""
    assert entry.id is not None
    assert entry.year is not None
    assert entry.value is not None
    return Observation(
        entry.id,
        entry.year,
        entry.value,
        entry.unit,
        Place(entry.spot.file, entry.spot.row + 1, entry.spot.column + 1),
        entry.period,
        entry.status,
        entry.published,
        entry.source,
        entry.note,
        entry.decimals,
    )


def _checked(entries: Iterable[Entry], plan: Plan) -> Iterator[Entry]:
    """The entries with what the rules between actuals and plan say of them."""
    indicators = {indicator.id: indicator for indicator in plan.indicators}
    baselines = {baseline.id: baseline for baseline in plan.baselines}
    for entry in entries:
        if entry.id is None or entry.year is None or entry.value is None:
            yield entry
            continue
        row = observation_of(entry)
        if indicator := indicators.get(entry.id):
            problems = list(check_observation(row, indicator))
        else:
            problems = list(check_baseline_only(row, baselines[entry.id]))
        problems += check_year(row, plan.info)
        found = [Finding(problem.code, problem.severity, problem.details) for problem in problems]
        yield entry.with_findings(*found, *_untimely(row, plan.info.end))


def _untimely(row: Observation, end: int) -> Iterator[Finding]:
    """A year that was not over when its figure was published, and one after the plan."""
    if row.is_yearly and row.status != "expected" and row.published is not None and row.published[:4] <= str(row.year):
        details: dict[str, Detail] = {"published": row.published, "year": row.year}
        yield Finding("published_before_end", "warning", details)
    if row.year > end:
        yield Finding("year_after_plan", "warning", {"year": row.year, "end": end})


class _Group:
    """The figures of one indicator, year and period."""

    def __init__(self, known: Sequence[Observation], also: tuple[str, ...]) -> None:
        self._known = list(known)
        self._also = also

    def changes(self, entries: list[tuple[int, Entry]]) -> Iterator[tuple[int, Change]]:
        """Compare the entries, the earliest publication first, each with what stands after those before it."""
        clashing = self._clashing([entry for _, entry in entries])
        for number, entry in sorted(entries, key=lambda item: _turn(item[1])):
            if entry.spot in clashing:
                other = clashing[entry.spot]
                finding = Finding("two_values", details=_both(entry, other))
                yield number, Change("refused", entry.with_findings(finding))
            else:
                yield number, self._change(entry)

    def _clashing(self, entries: list[Entry]) -> dict[object, Entry]:
        """Cells that differ although nothing tells which one counts, each with the other one."""
        first: dict[tuple[str, str | None], Entry] = {}
        clashing: dict[object, Entry] = {}
        for entry in entries:
            other = first.setdefault((entry.status, entry.published), entry)
            if not self._same(entry, observation_of(other)):
                clashing[entry.spot] = other
                clashing.setdefault(other.spot, entry)
        return clashing

    def _change(self, entry: Entry) -> Change:
        best = max(self._known, key=_rank, default=None)
        if best is None:
            return self._accept(Change("new", entry))
        equal = [row for row in self._known if self._same(entry, row)]
        if any((row.status, row.published) == (entry.status, entry.published) for row in equal):
            return Change("unchanged", self._since_revised(entry, best), best)
        standing, standard = self._standing(entry.published), _rank(observation_of(entry))[0]
        later = [row for row in equal if (row.published or "") >= (entry.published or "")]
        if any(_rank(row)[0] >= standard for row in (*later, *([standing] if standing in equal else []))):
            return Change("unchanged", self._since_revised(entry, best), best)
        if best in equal:
            if _rank(best)[0] >= standard:
                return Change("unchanged", entry, best)
            if entry.published is None and len(equal) < len(self._known):
                return self._differing(entry, best)
            confirmed = Finding("status_confirmed", "note", {"old": best.status, "new": entry.status})
            return self._accept(Change("revised", entry.with_findings(confirmed), best, 0.0, 0.0))
        if equal and entry.published is None:
            return Change("unchanged", self._since_revised(entry, best), best)
        return self._differing(entry, best)

    def _standing(self, published: str | None) -> Observation | None:
        """The figure that counted on the day of a publication."""
        known = [row for row in self._known if (row.published or "") <= (published or "")]
        return max(known, key=_rank, default=None)

    def _differing(self, entry: Entry, best: Observation) -> Change:
        """A figure that is not the one that counts now: dated, it is a revision or an earlier figure."""
        details = {"old": f"{shown_number(best.value)} {best.unit}", "new": _shown(entry)}
        if entry.published is None:
            return Change("refused", entry.with_findings(Finding("revision_without_date", details=details)), best)
        if any((row.status, row.published) == (entry.status, entry.published) for row in self._known):
            found = Finding("same_date_differs", details={**details, "published": entry.published})
            return Change("refused", entry.with_findings(found), best)
        if _rank(observation_of(entry)) < _rank(best):
            return self._accept(Change("new", entry.with_findings(Finding("not_the_latest", "note", details)), best))
        assert entry.value is not None
        old = convert(best.value, best.unit, entry.unit, also=self._also)
        if old is None:
            return self._accept(Change("revised", entry, best))
        size = entry.value - old
        return self._accept(Change("revised", entry, best, size, 100 * size / abs(old) if old else None))

    def _since_revised(self, entry: Entry, best: Observation) -> Entry:
        """An entry that is an earlier figure: what counts now is said beside it."""
        if self._same(entry, best):
            return entry
        return entry.with_findings(Finding("since_revised", "note", {"new": f"{shown_number(best.value)} {best.unit}"}))

    def _accept(self, change: Change) -> Change:
        self._known.append(observation_of(change.entry))
        return change

    def _same(self, entry: Entry, row: Observation) -> bool:
        assert entry.value is not None
        value = entry.value if entry.unit == row.unit else convert(entry.value, entry.unit, row.unit, also=self._also)
        return value is not None and isclose(value, row.value, rel_tol=_SAME)


def _turn(entry: Entry) -> tuple[str, int]:
    """The order in which figures are compared: by publication; on one day the one that counts first."""
    return entry.published or "", PUBLICATION_STATUSES.index(entry.status)


def _rank(row: Observation) -> tuple[int, str]:
    """The order in which figures count: actual, preliminary, expected; then the latest date of publication."""
    return -PUBLICATION_STATUSES.index(row.status), row.published or ""


def _both(entry: Entry, other: Entry) -> dict[str, Detail]:
    return {
        "id": entry.id or "",
        "year": entry.year or 0,
        "value": _shown(entry),
        "other_value": _shown(other),
        "other_place": str(other.spot),
    }


def _shown(entry: Entry) -> str:
    return f"{shown_number(entry.value or 0.0)} {entry.unit}".strip()
