"""Fields of a plan file changed: bytes in, bytes out, and what was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

from lixia_kpi.editing.change import add_key, change_scalar
from lixia_kpi.editing.field_path import find_field
from lixia_kpi.errors import SeveralUsageError, UsageError
from lixia_kpi.plan.fields import BASELINE, INDICATOR, PLAN
from lixia_kpi.plan.nodes import Mapping, Scalar, Sequence, read_nodes
from lixia_kpi.problems import InputError, Place
from lixia_kpi.text.decode import decode
from lixia_kpi.text.encoding import with_encoding, without_bom

if TYPE_CHECKING:
    from lixia_kpi.editing.field_path import Spot
    from lixia_kpi.plan.fields import Shape

HEAD = ""
"""Stands for the head of the plan, where an id stands else."""
BASELINES = "baseline"
"""What the path of a field of a baseline begins with."""

_NOT_ON_A_LINE = ("Cc", "Cs", "Zl", "Zp")


class Change(NamedTuple):
    """A field that is to have another value: the id of its indicator, the path as it was written, the value."""

    id: str
    path: str
    value: str


class Edit(NamedTuple):
    """A change made: where the value now stands, and what stood there (None: nothing, the key was added)."""

    change: Change
    place: Place
    before: str | None


def edit_file(data: bytes, changes: list[Change], *, file: str) -> tuple[bytes, list[Edit]]:
    r"""Change fields of a targets file or a baseline file.

    Parameters
    ----------
    data
        the whole file.
    changes
        what is to be changed, one after the other.
    file
        its name as the user gave it.

    Returns
    -------
    tuple
        the file with the new values, every other byte as it was, and what was changed.

    Raises
    ------
    InputError
        where the file is no text or no YAML.
    SeveralUsageError
        with every change that cannot be made.

    Examples
    --------
    >>> data = "plan: {language: zh} # 语言\r\n".encode("gb18030")
    >>> edit_file(data, [Change("", "language", "en")], file="targets.yaml")[0].decode("gb18030")
    'plan: {language: en} # 语言\r\n'
    """
    problems = decode(data, file=file)[1]
    if problems:
        raise InputError(problems)
    whole, encoding = with_encoding(data)
    bom, text = without_bom(whole)
    faults: list[UsageError] = []
    before: list[str | None] = []
    for change in changes:
        try:
            text, old = _changed(text, change, file)
            before.append(old)
        except UsageError as fault:
            faults.append(UsageError(fault.code, {"id": change.id, "value": change.value, **fault.details}))
    if faults:
        raise SeveralUsageError(faults)
    root = _root(text, file)
    edits = [Edit(change, _place(_spot(root, change), file), old) for change, old in zip(changes, before, strict=True)]
    return (bom + text).encode(encoding), edits


def has_record(data: bytes, id_: str) -> bool:
    """Tell whether a file lists an indicator; False where it cannot be read.

    Parameters
    ----------
    data
        the whole file.
    id_
        the id of the indicator.

    Returns
    -------
    bool
        True where one of its records has that id.
    """
    text, _ = decode(data, file="")
    root = None if text is None else read_nodes(text, file="")[0]
    return isinstance(root, Mapping) and any(_id(record) == id_ for record in _records(root))


def ids_of(data: bytes) -> list[str]:
    """List the ids of the indicators of a file, in its order; none where it cannot be read."""
    text, _ = decode(data, file="")
    root = None if text is None else read_nodes(text, file="")[0]
    return [_id(record) for record in _records(root)] if isinstance(root, Mapping) else []


def _changed(text: str, change: Change, file: str) -> tuple[str, str | None]:
    """The text with one change made, and what stood there before."""
    if any(category(character) in _NOT_ON_A_LINE for character in change.value):
        raise UsageError("edit_value_unwritable", {})
    spot = _spot(_root(text, file), change)
    if spot.scalar is None:
        return add_key(text, spot.mapping, spot.shape, spot.key, change.value), None
    if spot.scalar.text == change.value:
        return text, spot.scalar.text
    return change_scalar(text, spot.scalar, change.value, spot.kind), spot.scalar.text


def _root(text: str, file: str) -> Mapping:
    root, problems = read_nodes(text, file=file)
    if not isinstance(root, Mapping):
        raise InputError(problems)
    return root


def _spot(root: Mapping, change: Change) -> Spot:
    record, shape, path = _record(root, change)
    return find_field(record, shape, path)


def _record(root: Mapping, change: Change) -> tuple[Mapping, Shape, str]:
    """The mapping that a change is about, its fields, and the path within it."""
    if change.id == HEAD:
        head = root.entries.get("plan")
        if head is None or not isinstance(head[1], Mapping):
            raise UsageError("field_not_there", {"field": "plan"})
        return head[1], PLAN, change.path
    record = next((one for one in _records(root) if _id(one) == change.id), None)
    if record is None:
        raise UsageError("record_not_there", {})
    first, _, rest = change.path.partition(".")
    return (record, BASELINE, rest or "value") if first == BASELINES else (record, INDICATOR, change.path)


def _records(root: Mapping) -> list[Mapping]:
    listed = root.entries.get("indicators")
    items = listed[1].items if listed is not None and isinstance(listed[1], Sequence) else []
    return [item for item in items if isinstance(item, Mapping)]


def _id(record: Mapping) -> str:
    entry = record.entries.get("id")
    return entry[1].text if entry is not None and isinstance(entry[1], Scalar) else ""


def _place(spot: Spot, file: str) -> Place:
    node = spot.scalar or spot.mapping
    return Place(file, node.line, node.column)
