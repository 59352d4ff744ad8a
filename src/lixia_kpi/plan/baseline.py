"""`baseline_*.yaml` from nodes to records: what each indicator starts from, with every fault found."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from lixia_kpi.plan.bounds import bounds_of_value
from lixia_kpi.plan.faults import shown
from lixia_kpi.plan.fields import BASELINE, BASELINE_FILE
from lixia_kpi.plan.model import Baseline, PrintedGrowth
from lixia_kpi.plan.record import read_record
from lixia_kpi.plan.targets import citation_from, name_from
from lixia_kpi.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lixia_kpi.plan.faults import Faults
    from lixia_kpi.plan.model import Basis, Measure
    from lixia_kpi.plan.nodes import Node
    from lixia_kpi.plan.record import Record
    from lixia_kpi.problems import Detail, Place


def baselines_from(node: Node, faults: Faults) -> list[Baseline]:
    """Turn the nodes of a baseline file into records.

    Parameters
    ----------
    node
        the root of the file.
    faults
        where every fault is added.

    Returns
    -------
    list of Baseline
        those that could be read, in the order of the file.
    """
    root = read_record(node, BASELINE_FILE, faults)
    if root is None:
        return []
    baselines: list[Baseline] = []
    places: dict[str, Place] = {}
    file_year = root.integer("year")
    for record in root.records("indicators"):
        name = record.text("id")
        if name is not None:
            place = record.place("id")
            if name in places:
                details: dict[str, Detail] = {"id": shown(name), "first_line": places[name].line}
                faults.add("doubled_baseline", place.line, place.column, details)
                continue
            places[name] = place
        faults.extend(_missing_parts(record))
        baseline = _baseline_from(record, file_year)
        if baseline is not None:
            faults.extend(_check_baseline(baseline, record))
            baselines.append(baseline)
    return baselines


def _missing_parts(record: Record) -> Iterator[Problem]:
    """A baseline has at least one figure, and a unit where the figure is in one."""
    entries = record.node.entries
    about = {"id": shown(record.text("id") or "")}
    if record.node.partial:
        return
    if not any(key in entries for key in BASELINE.any_of):
        yield Problem("no_figure", record.place(), "error", {**about, "keys": ", ".join(BASELINE.any_of)})
    for needed in sorted({other for key, other in BASELINE.needs if key in entries and other not in entries}):
        yield Problem("missing_key", record.place(), "error", {"key": needed, "where": BASELINE.name, **about})


def _baseline_from(record: Record, file_year: int | None) -> Baseline | None:
    """One baseline; None where its id, its year or all of its figures could not be read."""
    name, own_year = record.text("id"), record.integer("year")
    year = own_year if "year" in record.node.entries else file_year
    value, previous_total, growth = record.number("value"), record.number("previous_total"), _growth_from(record)
    if name is None or year is None or (value is None and previous_total is None and growth is None):
        return None
    return Baseline(
        id=name,
        year=year,
        place=record.place(),
        value=value,
        unit=record.text("unit"),
        decimals=record.decimals("value"),
        op=record.text("op"),
        previous_total=previous_total,
        growth=growth,
        derived=record.text("derived"),
        source=record.text("source"),
        citation=citation_from(record),
        note=record.text("note"),
        name=name_from(record.record("name")),
        measure=cast("Measure | None", record.text("measure")),
        group=record.text("group"),
    )


def _growth_from(record: Record) -> PrintedGrowth | None:
    """The printed growth of the years before."""
    growth = record.record("growth")
    if growth is None:
        return None
    value, start, end = growth.number("value"), growth.integer("from"), growth.integer("to")
    if value is None or start is None or end is None:
        return None
    return PrintedGrowth(value, start, end, cast("Basis | None", growth.text("basis")))


def _check_baseline(baseline: Baseline, record: Record) -> Iterator[Problem]:
    """The figures of a baseline can be what they are said to be."""
    growth = baseline.growth
    if growth is not None and growth.start > growth.end:
        details: dict[str, Detail] = {"id": baseline.id, "start": growth.start, "end": growth.end}
        yield Problem("period_reversed", record.place("growth"), "error", details)
    if baseline.measure is not None and baseline.value is not None and baseline.unit is not None:
        yield from check_figure(baseline, baseline.measure, baseline.unit, baseline.value, record.place("value"))


def check_figure(baseline: Baseline, measure: Measure, unit: str, value: float, place: Place) -> Iterator[Problem]:
    """Check the value of a baseline against its measure.

    Parameters
    ----------
    baseline
        the baseline.
    measure, unit
        of its indicator.
    value
        its value, in `unit`.
    place
        where the value stands.

    Yields
    ------
    Problem
        `baseline_out_of_bounds` for a share that is none, a rank below 1, a count below 0.
    """
    if not bounds_of_value(measure, unit).hold(value):
        details: dict[str, Detail] = {"id": baseline.id, "value": value, "unit": unit, "measure": measure}
        yield Problem("baseline_out_of_bounds", place, "error", details)
