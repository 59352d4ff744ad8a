"""Which keys (region, id) lie in which row groups of Parquet files, and parts between keys that can be judged apart.

Parquet files say the smallest and the largest text of each column of a row group. Where these ranges lie behind one
another, as in a panel that is in order or kept by region, a part of the panel is read from a few row groups, and
nothing has to be kept, sorted and merged as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from lixia_kpi.panel.form import recognise

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from lixia_kpi.panel.keys import Key
    from lixia_kpi.panel.sources import Source

ROWS_IN_A_PART = 1 << 18
"""Rows from which on a part may end."""

MOST_ROWS = 1 << 21
"""Rows of the largest part: they are kept in memory as a whole."""

MOST_TWICE = 0.25
"""Rows that may be read for two parts, of all rows."""


class KeyRange(NamedTuple):
    """A row group of a Parquet file, and the keys between which those of its rows lie, both included."""

    source: Source
    group: int
    rows: int
    first: Key
    last: Key


class KeyPart(NamedTuple):
    """The row groups that hold every row from the key `low` to before the key `high`; None where there is no bound."""

    ranges: tuple[KeyRange, ...]
    low: Key | None
    high: Key | None

    def holds(self, found: KeyRange) -> bool:
        """Whether every row of a row group belongs to the part."""
        return (self.low is None or found.first >= self.low) and (self.high is None or found.last < self.high)


def key_parts(sources: Sequence[Source], least: int) -> list[KeyPart]:
    """Cut a panel into parts in the order of region and id; none where files do not say enough, or lie too mixed.

    Parameters
    ----------
    sources : the files; what cannot be read says nothing.
    least : so many parts at least.
    """
    ranges: list[KeyRange] = []
    for source in sources:
        found = _ranges_of(source) if source.is_parquet else None
        if found is None:
            return []
        ranges += found
    rows = sum(one.rows for one in ranges)
    size = ROWS_IN_A_PART
    while size <= MOST_ROWS:
        parts = cut(ranges, size)
        if len(parts) < least:
            return []
        read = [sum(one.rows for one in part.ranges) for part in parts]
        if sum(read) - rows <= MOST_TWICE * rows:
            return parts if max(read) <= MOST_ROWS else []
        size *= 2
    return []


def cut(ranges: Sequence[KeyRange], size: int) -> list[KeyPart]:
    """Cut row groups into parts of some rows each; a row group in which a part ends belongs to both sides.

    Examples
    --------
    >>> from lixia_kpi.panel.sources import Source
    >>> one = Source("p.parquet", {}, "")
    >>> first, second = KeyRange(one, 0, 10, ("A", "x"), ("B", "x")), KeyRange(one, 1, 10, ("B", "x"), ("C", "y"))
    >>> [(len(part.ranges), part.low, part.high) for part in cut([second, first], 10)]
    [(1, None, ('B', 'x')), (2, ('B', 'x'), None)]
    """
    parts: list[KeyPart] = []
    ordered = sorted((one for one in ranges if one.rows), key=lambda one: one.first)
    inside: list[KeyRange] = []
    low: Key | None = None
    count = 0
    for following in ordered:
        if count >= size and following.first > (low or ordered[0].first):
            parts.append(KeyPart(tuple(inside), low, following.first))
            low, count = following.first, 0
            inside = [one for one in inside if one.last >= low]
        inside.append(following)
        count += following.rows
    if inside:
        parts.append(KeyPart(tuple(inside), low, None))
    return parts


def _ranges_of(source: Source) -> list[KeyRange] | None:
    """Give the row groups of a file with the range of their keys; None where the file does not say it."""
    try:
        with pq.ParquetFile(source.name) as file:
            schema, metadata = file.schema_arrow, file.metadata
            places = {file.schema.column(place).path: place for place in range(len(file.schema))}
    except (OSError, pa.ArrowInvalid):
        return None
    form, problems = recognise(list(schema.names), file=source.name, given=source.given)
    columns = {field: form.fields.get(field) for field in ("region", "id") if field not in source.given}
    if problems or not all(name is None or _is_text(schema.field(name).type) for name in columns.values()):
        return None
    found = []
    for number in range(metadata.num_row_groups):
        group = metadata.row_group(number)
        bounds = {
            field: ("", "") if name is None else _bounds(group.column(places[name])) for field, name in columns.items()
        } | {field: (text, text) for field, text in source.given.items()}
        region, name = bounds["region"], bounds["id"]
        if region is None or name is None:
            return None
        found.append(KeyRange(source, number, group.num_rows, (region[0], name[0]), (region[1], name[1])))
    return found


def _is_text(kind: Any) -> bool:
    """Whether a column holds texts, whose order is that of the keys."""
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _bounds(column: Any) -> tuple[str, str] | None:
    """Give the smallest and the largest text of a column of a row group; what is missing counts as the empty text."""
    said = column.statistics if column.is_stats_set else None
    if said is None or not said.has_null_count:
        return None
    if said.null_count == column.num_values:
        return "", ""
    low, high = (said.min, said.max) if said.has_min_max else (None, None)
    if not isinstance(low, str) or not isinstance(high, str):
        return None
    return "" if said.null_count else low, high
