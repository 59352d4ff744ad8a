"""A mapping of the file read by its shape: values by key, each with its place; every fault is reported."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lixia_kpi.plan import scalars
from lixia_kpi.plan.faults import shown
from lixia_kpi.plan.nodes import Mapping, Refused, Scalar, Sequence
from lixia_kpi.problems import Place
from lixia_kpi.text.invisible import plain_form
from lixia_kpi.text.nearest import nearest
from lixia_kpi.text.number import Number

if TYPE_CHECKING:
    from lixia_kpi.formula.formula import Formula
    from lixia_kpi.plan.faults import Faults
    from lixia_kpi.plan.fields import Field, Shape
    from lixia_kpi.plan.nodes import Node


class Record:
    """The values of a mapping that could be read, by key.

    Parameters
    ----------
    node
        the mapping.
    file
        the file as the user named it.
    """

    __slots__ = ("complete", "file", "node", "values")

    def __init__(self, node: Mapping, file: str) -> None:
        self.node = node
        self.file = file
        self.values: dict[str, object] = {}
        self.complete = True

    def place(self, key: str | None = None) -> Place:
        """Where the value of a key stands; the whole record where there is none."""
        entry = None if key is None else self.node.entries.get(key)
        node: Node = self.node if entry is None else entry[1]
        return Place(self.file, node.line, node.column)

    def text(self, key: str) -> str | None:
        """Text, id, word or date of a key."""
        value = self.values.get(key)
        return value if isinstance(value, str) else None

    def number(self, key: str) -> float | None:
        """Number of a key."""
        value = self.values.get(key)
        return value.value if isinstance(value, Number) else None

    def decimals(self, key: str) -> int:
        """Decimals printed in the number of a key."""
        value = self.values.get(key)
        return value.decimals if isinstance(value, Number) else 0

    def integer(self, key: str) -> int | None:
        """Whole number or year of a key."""
        value = self.values.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def boolean(self, key: str) -> bool | None:
        """Truth value of a key."""
        value = self.values.get(key)
        return value if isinstance(value, bool) else None

    def formula(self, key: str) -> Formula | None:
        """Formula of a key, with the place of its first character."""
        value = self.values.get(key)
        if not isinstance(value, scalars.FormulaText):
            return None
        from lixia_kpi.formula.formula import Formula

        node, place = self.node.entries[key][1], self.place(key)
        quoted = isinstance(node, Scalar) and bool(node.style)
        return Formula(value.text, value.tree, place._replace(column=place.column + quoted))

    def record(self, key: str) -> Record | None:
        """Mapping of a key."""
        value = self.values.get(key)
        return value if isinstance(value, Record) else None

    def records(self, key: str) -> list[Record]:
        """Mappings of a key that is a list."""
        value = self.values.get(key)
        return [item for item in value if isinstance(item, Record)] if isinstance(value, list) else []

    def texts(self, key: str) -> tuple[str, ...]:
        """Texts or units of a key that is a list."""
        value = self.values.get(key)
        return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()

    def years(self, key: str) -> tuple[int, ...]:
        """Years of a key that is a list."""
        value = self.values.get(key)
        return tuple(item for item in value if isinstance(item, int)) if isinstance(value, list) else ()


def read_record(node: Node, shape: Shape, faults: Faults) -> Record | None:
    """Read a mapping by its shape.

    Parameters
    ----------
    node
        the mapping, or what stands in its place.
    shape
        the keys that it may and must have.
    faults
        where faults are added: keys that are unknown or missing, values that do not fit.

    Returns
    -------
    Record or None
        what could be read; `complete` where every required value is there. None where it is no mapping.
    """
    if not isinstance(node, Mapping):
        _add_wrong_shape(node, shape.name, "mapping", faults)
        return None
    record = Record(node, faults.file)
    fields, values = shape.fields, record.values
    for key, (key_node, value_node) in node.entries.items():
        field = fields.get(key)
        if field is None:
            _add_unknown_key(key_node, shape, node, faults)
            continue
        value = _read_value(value_node, field, faults)
        if value is not None:
            values[key] = value
    for key in shape.required:
        if key not in values:
            record.complete = False
            if key not in node.entries and not node.partial:
                code = "missing_direction" if key == "direction" else "missing_key"
                faults.add(code, node.line, node.column, {"key": key, "where": shape.name, **_named(record)})
    return record


def _named(record: Record) -> dict[str, str]:
    """The id of a record as a detail, where it has one."""
    name = record.text("id")
    return {} if name is None else {"id": shown(name)}


def _kind(node: Node) -> str:
    """What a node is, in one word."""
    if isinstance(node, Scalar):
        return "value" if node.style or node.text else "empty"
    return "list" if isinstance(node, Sequence) else "mapping"


def _add_unknown_key(key: Scalar, shape: Shape, node: Mapping, faults: Faults) -> None:
    """Add an unknown key with the nearest right one that is not there already."""
    free = [name for name in shape.fields if name not in node.entries]
    guess = nearest(plain_form(key.text[:60]), free) or ""
    details = {"key": shown(key.text), "where": shape.name, "nearest": guess}
    faults.add("unknown_key", key.line, key.column, details)


_Reader = Callable[[Scalar, "Field"], object]
_SCALARS: dict[str, _Reader] = {
    "text": scalars.read_text,
    "unit": scalars.read_unit,
    "id": scalars.read_id,
    "date": scalars.read_date,
    "choice": scalars.read_choice,
    "boolean": scalars.read_boolean,
    "integer": scalars.read_integer,
    "year": scalars.read_year,
    "number": scalars.read_number,
    "formula": scalars.read_formula,
}
_ITEMS: dict[str, str] = {"texts": "text", "units": "unit", "years": "year"}


def _read_value(node: Node, field: Field, faults: Faults) -> object:
    """The value of a field; None where it cannot be read, which is then reported."""
    reader = _SCALARS.get(field.kind)
    if reader is not None:
        if isinstance(node, Scalar):
            return _read_scalar(node, field, reader, faults)
        expected = "value"
    elif field.kind == "record" and field.shape is not None:
        if isinstance(node, Mapping):
            record = read_record(node, field.shape, faults)
            return record if record is not None and record.complete else None
        expected = "mapping"
    else:
        if isinstance(node, Sequence):
            shape = field.shape
            return _read_items(node, field, faults) if shape is None else _read_records(node, shape, faults)
        expected = "list"
    _add_wrong_shape(node, field.key, expected, faults)
    return None


def _read_records(node: Sequence, shape: Shape, faults: Faults) -> list[Record]:
    """The mappings of a list, as far as they could be read."""
    return [record for item in node.items if (record := read_record(item, shape, faults)) is not None]


def _read_scalar(node: Scalar, field: Field, reader: _Reader, faults: Faults) -> object:
    """The value of a scalar; None after its fault is added."""
    value = reader(node, field)
    if isinstance(value, scalars.Fault):
        faults.add(value.code, node.line, node.column + value.offset, {"key": field.key, **value.details})
        return None
    return value


def _read_items(node: Sequence, field: Field, faults: Faults) -> list[object]:
    """The values of a list of scalars; one that stands there twice is a warning."""
    values: list[object] = []
    reader = _SCALARS[_ITEMS[field.kind]]
    seen: set[object] = set()
    for item in node.items:
        if not isinstance(item, Scalar):
            _add_wrong_shape(item, field.key, "value", faults)
            continue
        value = _read_scalar(item, field, reader, faults)
        if value is None:
            continue
        if value in seen:
            details = {"key": field.key, "found": str(value)}
            faults.add("doubled_value", item.line, item.column, details, severity="warning")
            continue
        seen.add(value)
        values.append(value)
    return values


def _add_wrong_shape(node: Node, key: str, expected: str, faults: Faults) -> None:
    """Add that a list, a mapping or a single value stands where another of them belongs."""
    if not isinstance(node, Refused):
        faults.add("wrong_shape", node.line, node.column, {"key": key, "expected": expected, "found": _kind(node)})
