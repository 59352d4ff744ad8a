"""Keys of rows (region, id): in which part of a panel, cut between keys, each row lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from lixia_kpi.panel.row_batch import codes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lixia_kpi.growth.arrays import BoolArray, IntArray

Key = tuple[str, str]
"""Region and id."""


def parts_of_rows(region: Any, name: Any, bounds: Sequence[Key]) -> IntArray:
    """Give the part of each row: how many bounds its key has reached.

    Parameters
    ----------
    region, name : columns of words as `as_words` gives them, (rows,) each; what is missing counts as the empty text.
    bounds : keys in rising order, each the first of a part.

    Examples
    --------
    >>> import pyarrow as pa
    >>> from lixia_kpi.panel.row_batch import as_words
    >>> region, name = as_words(pa.array(["A", "B", None])), as_words(pa.array(["x", "x", "y"]))
    >>> parts_of_rows(region, name, [("A", "x"), ("B", "a")]).tolist()
    [1, 2, 0]
    """
    regions = [*map(str, region.dictionary.to_pylist()), ""]
    names = [*map(str, name.dictionary.to_pylist()), ""]
    region_codes, name_codes = codes_of(region), codes_of(name)
    parts = np.zeros(len(region_codes), dtype=np.intp)
    for bound_region, bound_name in bounds:
        beyond, same = _flags(word > bound_region for word in regions), _flags(word == bound_region for word in regions)
        reached = _flags(word >= bound_name for word in names)
        parts += beyond[region_codes] | (same[region_codes] & reached[name_codes])
    return parts


def _flags(values: Iterable[bool]) -> BoolArray:
    return np.array(list(values), dtype=np.bool_)
