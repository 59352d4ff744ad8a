"""Fields of a plan file changed: bytes in, bytes out, and what was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

from lixia_kpi.editing.change import LINE_END, add_key, change_scalar, reads_back, spliced
from lixia_kpi.editing.field_path import find_field
from lixia_kpi.editing.layout import read_layout
from lixia_kpi.errors import SeveralUsageError, UsageError
from lixia_kpi.plan.fields import BASELINE, INDICATOR, PLAN
from lixia_kpi.plan.nodes import Mapping, Scalar, Sequence, read_nodes
from lixia_kpi.problems import InputError, Place
from lixia_kpi.text.decode import decode
from lixia_kpi.text.encoding import with_encoding, without_bom

if TYPE_CHECKING:
    from lixia_kpi.editing.change import Splice
    from lixia_kpi.editing.field_path import Spot
    from lixia_kpi.editing.layout import Layout
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
        what is to be changed; each names its field as the file is now.
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
    root, layout = _root(text, file), read_layout(text)
    faults: list[UsageError] = []
    found: list[tuple[Change, Spot, Splice | None]] = []
    for change in changes:
        try:
            spot = _spot(root, change)
            found.append((change, spot, _splice(text, layout, spot, change.value)))
        except UsageError as fault:
            faults.append(UsageError(fault.code, {"id": change.id, "value": change.value, **fault.details}))
    faults += _doubled(found)
    splices = [splice for _, _, splice in found if splice is not None]
    if not faults and not reads_back(text, layout, splices):
        faults.append(UsageError("edit_together", {}))
    if faults:
        raise SeveralUsageError(faults)
    after = spliced(text, splices)
    edits = [
        Edit(
            change,
            _place(after, _start(layout, spot, splice), splice, splices, file),
            spot.scalar.text if spot.scalar else None,
        )
        for change, spot, splice in found
    ]
    return (bom + after).encode(encoding), edits


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
    return id_ in ids_of(data)


def ids_of(data: bytes) -> list[str]:
    """List the ids of the indicators of a file.

    Parameters
    ----------
    data
        the whole file.

    Returns
    -------
    list of str
        in the order of the file; none where it cannot be read.
    """
    text, _ = decode(data, file="")
    root = None if text is None else read_nodes(text, file="")[0]
    return [_id(record) for record in _records(root)] if isinstance(root, Mapping) else []


def _splice(text: str, layout: Layout, spot: Spot, value: str) -> Splice | None:
    """What a change does to the text; None where the value stands there already."""
    if any(category(character) in _NOT_ON_A_LINE for character in value):
        raise UsageError("edit_value_unwritable", {})
    if spot.scalar is None:
        return add_key(text, layout, spot.mapping, spot.shape, spot.key, value)
    if spot.scalar.text == value:
        return None
    return change_scalar(text, layout, spot.scalar, value, spot.kind)


def _doubled(found: list[tuple[Change, Spot, Splice | None]]) -> list[UsageError]:
    """The fields that are changed twice, under whatever names."""
    seen: set[tuple[int, int, str]] = set()
    faults = []
    for change, spot, _ in found:
        field = (spot.mapping.line, spot.mapping.column, f"{spot.key} {spot.scalar.column if spot.scalar else 0}")
        if field in seen:
            faults.append(UsageError("doubled_change", {"id": change.id, "field": change.path}))
        seen.add(field)
    return faults


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


def _place(after: str, start: int, splice: Splice | None, splices: list[Splice], file: str) -> Place:
    """Where a value stands in the text with all changes; `start` is where it stood, or where it was added."""
    own = (start, splice.order if splice else 0)
    shift = sum(len(s.before) + len(s.written) - (s.end - s.start) for s in splices if (s.start, s.order) < own)
    index = start + shift + (len(splice.before) if splice else 0)
    lines = LINE_END.split(after[:index])
    return Place(file, len(lines), len(lines[-1]) + 1)


def _start(layout: Layout, spot: Spot, splice: Splice | None) -> int:
    """Where a change begins, or where the value stands that needs none."""
    if splice is None and spot.scalar is not None:
        return layout.scalars[(spot.scalar.line, spot.scalar.column)].start
    return 0 if splice is None else splice.start
