"""`target:2025.value`, `baseline.unit`, `name.zh`: the place of a field in a record, by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.errors import UsageError
from lixia_kpi.plan.nodes import Mapping, Scalar, Sequence
from lixia_kpi.text.nearest import nearest

if TYPE_CHECKING:
    from lixia_kpi.plan.fields import Field, Kind, Shape
    from lixia_kpi.plan.nodes import Node

SHORT = {"target": "targets", "break": "breaks"}
"""Names for one item of a list, and the list."""
LISTS = ("texts", "units", "years")
"""Kinds of fields that hold a list of single values."""
ALONE = "value"
"""The field of a target that is meant where only the target is named."""

_FIRST_YEAR = 1000
"""Numbers from here on are years, smaller ones count the items of a list from 1."""


class Spot(NamedTuple):
    """Where a field stands: the mapping that holds it, its shape, its key, and its scalar where there is one yet."""

    mapping: Mapping
    shape: Shape
    key: str
    kind: Kind
    scalar: Scalar | None


def find_field(record: Mapping, shape: Shape, path: str) -> Spot:
    """Find a field of a record.

    Parameters
    ----------
    record, shape
        the mapping and its fields.
    path
        keys joined by points; `:N` behind a list chooses the item with that year, or the Nth.

    Returns
    -------
    Spot
        where it stands.

    Raises
    ------
    UsageError
        `unknown_field`, `field_has_parts`, `field_not_there`, `item_not_there`, `several_items`.
    """
    return _find(record, shape, path.split("."), path)


def _find(mapping: Mapping, shape: Shape, steps: list[str], path: str) -> Spot:
    """The place to which the steps of a path lead from a mapping."""
    step, *rest = steps
    name, _, number = step.partition(":")
    field = _field(shape, SHORT.get(name, name), path)
    entry = mapping.entries.get(field.key)
    node = None if entry is None else entry[1]
    if field.kind == "records" and field.shape is not None:
        return _find(_item(node, number, path), field.shape, rest or [ALONE], path)
    if (number and field.kind not in LISTS) or (rest and field.kind != "record"):
        raise UsageError("unknown_field", {"field": path, "nearest": "", "known": ", ".join(shape.fields)})
    if field.kind == "record" and field.shape is not None:
        if not rest:
            known = ", ".join(f"{path}.{key}" for key in field.shape.fields)
            raise UsageError("field_has_parts", {"field": path, "known": known})
        if not isinstance(node, Mapping):
            raise UsageError("field_not_there", {"field": path})
        return _find(node, field.shape, rest, path)
    return _spot(mapping, shape, field, node, number, path)


def _field(shape: Shape, key: str, path: str) -> Field:
    """The field of a key; UsageError with the nearest one."""
    field = shape.fields.get(key)
    if field is None:
        guess = nearest(key, shape.fields) or ""
        raise UsageError("unknown_field", {"field": path, "nearest": guess, "known": ", ".join(shape.fields)})
    return field


def _spot(mapping: Mapping, shape: Shape, field: Field, node: Node | None, number: str, path: str) -> Spot:
    """The place of a field that holds no further fields."""
    if isinstance(node, Sequence) and field.kind in LISTS:
        node = _of_list([item for item in node.items if isinstance(item, Scalar)], number, path)
    elif number or (node is None and field.kind in LISTS):
        raise UsageError("field_not_there", {"field": path})
    if node is not None and not isinstance(node, Scalar):
        raise UsageError("field_not_there", {"field": path})
    return Spot(mapping, shape, field.key, field.kind, node)


def _of_list(items: list[Scalar], number: str, path: str) -> Scalar:
    """One value of a list of values: the only one, the Nth, or the one that is the year."""
    if not number and len(items) == 1:
        return items[0]
    texts = [item.text for item in items]
    if not number:
        raise UsageError("several_items", {"field": path, "known": _choices(path, texts)})
    if number in texts:
        return items[texts.index(number)]
    if number.isascii() and number.isdigit() and 1 <= int(number[:4]) <= len(items):
        return items[int(number[:4]) - 1]
    raise UsageError("item_not_there", {"field": path, "known": _choices(path.partition(":")[0], texts)})


def _item(node: Node | None, number: str, path: str) -> Mapping:
    """One record of a list of records: the only one, the Nth, or the only one of a year."""
    items = [item for item in node.items if isinstance(item, Mapping)] if isinstance(node, Sequence) else []
    if not items:
        raise UsageError("field_not_there", {"field": path})
    if not number and len(items) == 1:
        return items[0]
    years = [_year(item) for item in items]
    known = ", ".join(
        f"{path.partition(':')[0].partition('.')[0]}:{year if year and years.count(year) == 1 else position}"
        for position, year in enumerate(years, start=1)
    )
    if not number:
        raise UsageError("several_items", {"field": path, "known": known})
    if not (number.isascii() and number.isdigit() and len(number) <= 4):
        raise UsageError("item_not_there", {"field": path, "known": known})
    if int(number) >= _FIRST_YEAR:
        if years.count(number) == 1:
            return items[years.index(number)]
        raise UsageError("several_items" if number in years else "item_not_there", {"field": path, "known": known})
    if not 1 <= int(number) <= len(items):
        raise UsageError("item_not_there", {"field": path, "known": known})
    return items[int(number) - 1]


def _year(target: Mapping) -> str:
    """The year in which a target falls due, as written; empty where it names none."""
    period = target.entries.get("period")
    entry = target.entries.get("year")
    if entry is None and period is not None and isinstance(period[1], Mapping):
        entry = period[1].entries.get("end")
    return entry[1].text if entry is not None and isinstance(entry[1], Scalar) else ""


def _choices(path: str, texts: list[str]) -> str:
    return ", ".join(f"{path}:{position} ({text})" for position, text in enumerate(texts, start=1))
