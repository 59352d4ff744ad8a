"""The identities of a plan from records: relations between its figures, and figures that they imply."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from lixia_kpi.plan.faults import shown
from lixia_kpi.plan.model import Identity, Implied
from lixia_kpi.plan.targets import citation_from, name_from

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.plan.faults import Faults
    from lixia_kpi.plan.model import Relation
    from lixia_kpi.plan.record import Record

_SIDES = ("left", "relation", "right")


def identities_from(records: Iterable[Record], faults: Faults) -> tuple[Identity, ...]:
    """Turn the records of `identities` into identities.

    Parameters
    ----------
    records
        as read.
    faults
        where `doubled_id` and `identity_incomplete` are added.

    Returns
    -------
    tuple of Identity
        those that could be read, in the order of the file; the units of their formulas are not settled yet.
    """
    found: list[Identity] = []
    lines: dict[str, int] = {}
    for record in records:
        name = record.text("id")
        if name is not None:
            place = record.place("id")
            if name in lines:
                faults.add("doubled_id", place.line, place.column, {"id": shown(name), "first_line": lines[name]})
                continue
            lines[name] = place.line
        identity = _identity_from(record, faults)
        if identity is not None:
            found.append(identity)
    return tuple(found)


def _identity_from(record: Record, faults: Faults) -> Identity | None:
    entries = record.node.entries
    sides = [key for key in _SIDES if key in entries]
    missing = [key for key in _SIDES if key not in entries]
    if (sides and missing) or not (sides or "implied" in entries):
        about = {"id": shown(record.text("id") or ""), "missing": ", ".join(missing)}
        faults.add("identity_incomplete", record.node.line, record.node.column, about)
        return None
    name, implied = name_from(record.record("name")), _implied_from(record.record("implied"))
    left, right = record.formula("left"), record.formula("right")
    if not record.complete or name is None or (sides and (left is None or right is None)):
        return None
    return Identity(
        id=str(record.values["id"]),
        name=name,
        place=record.place(),
        left=left,
        relation=cast("Relation | None", record.text("relation")),
        right=right,
        unit=record.text("unit") or "",
        tolerance=record.number("tolerance") or 0.0,
        implied=implied,
        note=record.text("note"),
        citation=citation_from(record),
    )


def _implied_from(record: Record | None) -> Implied | None:
    if record is None:
        return None
    name, formula, unit = name_from(record.record("name")), record.formula("formula"), record.text("unit")
    return None if name is None or formula is None or unit is None else Implied(name, formula, unit)
