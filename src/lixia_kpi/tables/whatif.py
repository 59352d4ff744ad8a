"""The rows of `kpi whatif`: every target before and after the assumptions, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.codes import REASONS
from lixia_kpi.tables.assumption_text import assumptions_of
from lixia_kpi.tables.columns import COMPARED, WHATIF, columns
from lixia_kpi.tables.project import SCHEMA_VERSION, gap_rows, latest_year_used, listed
from lixia_kpi.tables.rule_cuts import cuts_in_use
from lixia_kpi.tables.selection import Selection, select, sort_rows
from lixia_kpi.tables.table import Table

if TYPE_CHECKING:
    from lixia_kpi.growth.arrays import FloatArray
    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.scenario.compare import Comparison
    from lixia_kpi.tables.gap import GapRow
    from lixia_kpi.tables.table import Value

_OF_THE_PROJECTION = ("basis_differs", "one_point", "no_projection", "interval_not_calibrated")
_RATE_UNITS = {"%": "%/year", "points": "points/year"}


@dataclass(frozen=True, slots=True)
class WhatifRow:
    """One target: its rows of the gap table before and after, and the columns of `kpi whatif`.

    The values of both rows hold `assumption`, `after_assumed` and `growth_for_…` as well.
    """

    before: GapRow
    after: GapRow


@dataclass(frozen=True, slots=True)
class WhatifReport:
    """Targets before and after assumptions; `as_of` is the latest year of what is really observed."""

    plan: PlanInfo
    as_of: int | None
    rule: str
    method: str
    interval: int
    start: int | None
    rows: tuple[WhatifRow, ...]


def whatif_report(comparison: Comparison, selection: Selection) -> WhatifReport:
    """Lay out the chosen targets before and after.

    Parameters
    ----------
    comparison : every target judged twice.
    selection : which rows, in which order; where no id is asked for, the indicators that an assumption names, else the
        default rows.
    """
    before, after = gap_rows(comparison.before), gap_rows(comparison.after)
    figures = {f"growth_for_{chance}": listed(rates) for chance, rates in _growth_for(comparison).items()}
    merged = []
    for case, (old, new) in enumerate(zip(before, after, strict=True)):
        values: dict[str, Value] = {name: numbers[case] for name, numbers in figures.items()}
        values |= _beside(comparison, case, old, new)
        merged.append(old._replace(values={**old.values, **values}))
    ids = tuple(dict.fromkeys((*selection.ids, *comparison.scenario.named))) if _narrowed(comparison) else ()
    chosen = select(tuple(merged), selection._replace(ids=selection.ids or ids, sort=None))[0]
    ordered = sort_rows(list(chosen), selection.sort) if selection.sort else chosen
    place = {id(row): case for case, row in enumerate(merged)}
    options = comparison.before.options
    return WhatifReport(
        plan=comparison.before.info,
        as_of=options.as_of if options.as_of is not None else latest_year_used(before),
        rule=options.rule,
        method=options.method,
        interval=options.interval,
        start=comparison.scenario.start,
        rows=tuple(WhatifRow(row, _after(row, after[place[id(row)]])) for row in ordered),
    )


def whatif_table(report: WhatifReport) -> Table:
    """Give the machine table of a comparison."""
    head = {
        "schema_version": SCHEMA_VERSION,
        "plan": report.plan.id,
        "as_of": report.as_of,
        "from": report.start,
        "rule": report.rule,
        "method": report.method,
        "cuts": cuts_in_use(report.rule, report.plan),
    }
    rows = tuple({column: row.before.values[column] for column in WHATIF} for row in report.rows)
    return Table("whatif", columns(WHATIF), rows, head)


def _narrowed(comparison: Comparison) -> bool:
    """Whether only the indicators that an assumption names are of interest."""
    scenario = comparison.scenario
    return bool(scenario.named) and not (scenario.start or scenario.halve_gap or scenario.best_year)


def _growth_for(comparison: Comparison) -> dict[int, FloatArray]:
    return {chance: np.asarray(rates, dtype=np.float64) for chance, rates in comparison.growth_for.items()}


def _beside(comparison: Comparison, case: int, old: GapRow, new: GapRow) -> dict[str, Value]:
    """The columns of both sides, what was assumed, and why something is empty."""
    name = str(old.values["id"])
    years = comparison.assumed[name]
    growth = comparison.rates.get(name)
    same_unit = growth is not None and (
        _RATE_UNITS.get(growth.unit) == old.values["rate_unit"]
        or (growth.unit == "flow" and old.values["form"] == "total")
    )
    values: dict[str, Value] = {}
    for column in COMPARED:
        values[f"before_{column}"] = old.values[column]
        values[f"after_{column}"] = new.values[column]
    values["after_target_year"] = new.values["target_year"]
    values["after_assumed"] = new.values["latest_year"] in years
    values["assumption"] = assumptions_of(comparison, name, comparison.before.cases.cases[case].target)
    values["assumed_rate"] = growth.rate if growth is not None and same_unit else None
    values["reason"] = _reasons(comparison, case, old, new, assumed=bool(values["after_assumed"]))
    return values


def _reasons(comparison: Comparison, case: int, old: GapRow, new: GapRow, *, assumed: bool) -> tuple[str, ...]:
    """Why a figure is empty: of the row after, and of the projection before that the chances would rest on."""
    found = {code for code in comparison.before.reasons[case] if code in _OF_THE_PROJECTION}
    found |= {code for code in comparison.after.reasons[case] if not (assumed and code == "target_year_observed")}
    scenario, gap = comparison.scenario, old.values["gap"]
    name = str(old.values["id"])
    about = name not in comparison.rates and (not scenario.ids or name in scenario.ids)
    if scenario.halve_gap and about and isinstance(gap, int | float) and gap >= 0:
        found.add("no_gap")
    return tuple(code for code in REASONS if code in found)


def _after(row: GapRow, after: GapRow) -> GapRow:
    """The row after, with what both sides have in common."""
    return after._replace(values={**row.values, **after.values, "reason": row.values["reason"]})
