"""The formulas of a plan settled: every id known, units that go together, each after those that it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.formula.settle import settle, settle_pair
from lixia_kpi.formula.tree import FormulaFault, references
from lixia_kpi.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lixia_kpi.formula.formula import Formula
    from lixia_kpi.plan.model import Baseline, Identity, Indicator


def settle_formulas(
    indicators: tuple[Indicator, ...], baselines: Iterable[Baseline], identities: tuple[Identity, ...]
) -> tuple[tuple[Indicator, ...], tuple[str, ...], tuple[Identity, ...], list[Problem]]:
    """Settle the formulas of the indicators and of the identities.

    Parameters
    ----------
    indicators, baselines
        all that a formula may name.
    identities
        as read.

    Returns
    -------
    tuple
        the indicators with settled formulas, and the breaks of what these read added to their own; the ids of those
        with a formula, each after the ids that it reads; the identities; and the problems: `formula_unknown_id`,
        `formula_units_differ`, `formula_bare_number`, `formula_bare_percent`, `formula_hundredfold`,
        `formula_cycle`, `formula_mixes_prices`.
    """
    units = units_of(indicators, baselines)
    bases = {indicator.id: indicator.basis for indicator in indicators}
    problems: list[Problem] = []
    settled: dict[str, Indicator] = {}
    for indicator in indicators:
        formula = indicator.formula
        if formula is not None:
            done = settle(formula.tree, units, unit=indicator.unit)
            if isinstance(done, FormulaFault):
                problems.append(formula.problem(done, id=indicator.id))
            else:
                settled[indicator.id] = indicator._replace(formula=formula._replace(tree=done[0]))
                problems += _mixed_prices(formula, indicator.id, bases)
    order, cycles = _in_order(settled)
    problems += cycles
    by_id = {indicator.id: indicator for indicator in indicators}
    for name in order:
        by_id[name] = _with_breaks(settled[name], by_id)
    checked = tuple(_settled_identity(identity, units, bases, problems) for identity in identities)
    return tuple(by_id.values()), tuple(order), checked, problems


def units_of(indicators: Iterable[Indicator], baselines: Iterable[Baseline]) -> dict[str, str]:
    """Give the unit of every figure that a formula may name.

    Parameters
    ----------
    indicators
        of the plan; the values of one that is observed as yearly change are in percent.
    baselines
        of the plan; one without targets is in its own unit.

    Returns
    -------
    dict
        units by id.
    """
    units = {baseline.id: baseline.unit for baseline in baselines if baseline.unit is not None}
    for indicator in indicators:
        units[indicator.id] = "%" if indicator.observed_as == "yearly_change" else indicator.unit
    return units


def _with_breaks(indicator: Indicator, by_id: Mapping[str, Indicator]) -> Indicator:
    """A derived series breaks where a series that it reads breaks."""
    assert indicator.formula is not None
    read = [by_id[found.id] for found in references(indicator.formula.tree) if found.id in by_id]
    breaks = {year for other in (indicator, *read) for year in other.breaks}
    return indicator._replace(breaks=tuple(sorted(breaks)))


def _in_order(settled: Mapping[str, Indicator]) -> tuple[list[str], list[Problem]]:
    """The ids so that each comes after those it reads, and a problem for each circle of formulas."""
    reads = {
        name: {found.id for found in references(indicator.formula.tree)} & settled.keys()
        for name, indicator in settled.items()
        if indicator.formula is not None
    }
    order: list[str] = []
    problems: list[Problem] = []
    waiting = dict(reads)
    while waiting:
        ready = [name for name, needed in waiting.items() if needed.isdisjoint(waiting)]
        if ready:
            order += ready
        else:
            ready = _circle(waiting)
            formula = settled[ready[0]].formula
            assert formula is not None
            details = {"id": ready[0], "circle": " -> ".join([*ready, ready[0]])[:200]}
            problems.append(Problem("formula_cycle", formula.place, "error", details))
        for name in ready:
            del waiting[name]
    return order, problems


def _circle(waiting: Mapping[str, set[str]]) -> list[str]:
    """One circle among ids of which each reads another that waits as well, from its first id in the file on."""
    walk = [next(iter(waiting))]
    while (following := next(n for n in waiting if n in waiting[walk[-1]])) not in walk:
        walk.append(following)
    circle = walk[walk.index(following) :]
    first = min(map(list(waiting).index, circle))
    start = circle.index(list(waiting)[first])
    return circle[start:] + circle[:start]


def _mixed_prices(formula: Formula, name: str, bases: Mapping[str, str | None]) -> list[Problem]:
    """A formula of figures at current and at constant prices: the result is at neither."""
    found = {basis: at.id for at in reversed(list(references(formula.tree))) if (basis := bases.get(at.id))}
    if len(found) < 2:
        return []
    details = {"id": name, "current": found["current_prices"], "constant": found["constant_prices"]}
    return [Problem("formula_mixes_prices", formula.place, "warning", details)]


def _settled_identity(
    identity: Identity, units: Mapping[str, str], bases: Mapping[str, str | None], problems: list[Problem]
) -> Identity:
    """An identity with both sides in one unit and the implied figure in its own; as it was where it has faults."""
    left, right, implied = identity.left, identity.right, identity.implied
    if left is not None and right is not None:
        one = settle(left.tree, units, unit=identity.unit or None)
        other = settle(right.tree, units, unit=identity.unit or None)
        for formula, done in ((left, one), (right, other)):
            if isinstance(done, FormulaFault):
                problems.append(formula.problem(done, id=identity.id))
            problems += _mixed_prices(formula, identity.id, bases)
        if not isinstance(one, FormulaFault) and not isinstance(other, FormulaFault):
            pair = settle_pair(one, other)
            if isinstance(pair, FormulaFault):
                problems.append(right.problem(pair, id=identity.id))
            else:
                left, right = left._replace(tree=pair[0]), right._replace(tree=pair[1])
                identity = identity._replace(left=left, right=right, unit=pair[2].unit)
    if implied is not None:
        found = settle(implied.formula.tree, units, unit=implied.unit)
        if isinstance(found, FormulaFault):
            problems.append(implied.formula.problem(found, id=identity.id))
        else:
            formula = implied.formula._replace(tree=found[0])
            identity = identity._replace(implied=implied._replace(formula=formula))
    return identity
