"""A batch cut into blocks of series of one shape, each small enough to stay in the cache while it is evaluated."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lixia_kpi.projection.calibrated.block_size import BLOCK
from lixia_kpi.projection.calibrated.survey import NO_KEY, Shape, once, shape_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lixia_kpi.growth.arrays import BoolArray, IntArray


class Block(NamedTuple):
    """Series of one shape: their rows in the batch, and where their results are stored."""

    rows: slice | IntArray
    inside: slice
    shape: Shape


def blocks(key: NDArray[np.int32], *, wanted: BoolArray | None = None, size: int = BLOCK) -> list[Block]:
    """Cut a batch.

    Parameters
    ----------
    key : shape (series,), as `survey` gives them; series with a negative key are left out.
    wanted : which series to take, all where None.
    size : most series in a block.

    Returns
    -------
    list of Block
        Series with the same key stand together, in the order of the batch.

    Examples
    --------
    >>> [block.rows.tolist() for block in blocks(np.array([4, 2, -1, 4], np.int32))]
    [[1], [0, 3]]
    >>> [block.rows for block in blocks(np.array([4, 4], np.int32))]
    [slice(0, 2, None)]
    """
    order, held = None, once(key)
    if wanted is None and held.size and held[0] >= 0 and held.min() == held.max():
        found = [(int(key[0]), 0, key.size)]
    else:
        chosen = key >= 0 if wanted is None else wanted & (key >= 0)
        rows = np.flatnonzero(chosen)
        keys = key[rows]
        if keys.size and keys.max() <= np.iinfo(np.int16).max:
            keys = keys.astype(np.int16)  # sorted by counting
        sorting = np.argsort(keys, kind="stable")
        order, keys = rows[sorting], keys[sorting]
        starts = np.flatnonzero(np.diff(keys, prepend=NO_KEY))
        ends = np.append(starts[1:], keys.size)[: starts.size]
        found = list(zip(keys[starts].tolist(), starts.tolist(), ends.tolist(), strict=True))
    return [
        Block(inside if order is None else order[inside], inside, shape)
        for one, first, end in found
        for shape in (shape_of(one),)
        for start in range(first, end, size)
        for inside in (slice(start, min(start + size, end)),)
    ]
