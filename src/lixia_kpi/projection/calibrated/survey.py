"""A first look at each series: how many values, how long ago, on which scale. Series that are alike get one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from lixia_kpi.projection.bounds import MEASURES, ROUNDING
from lixia_kpi.projection.calibrated.block_size import size_for
from lixia_kpi.projection.calibrated.kinds import KINDS, LONGEST, RANK, SHARE, TOP, Kind, kind_places
from lixia_kpi.projection.workers import run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from lixia_kpi.growth.arrays import BoolArray, FloatArray
    from lixia_kpi.projection.bounds import CodeArray
    from lixia_kpi.projection.workers import Workspace

    KeyArray = NDArray[np.int32]
    Small = NDArray[np.int32] | int
    Field = NDArray[np.generic] | np.generic | int
    Item = TypeVar("Item", bound=np.generic)
    Looked = tuple[Field, ...]

NO_KEY = -1
_LENGTHS = LONGEST + 1
_OF_LEVEL = np.array([kind.level for kind in KINDS])


class Shape(NamedTuple):
    """What series of one key have in common.

    `length` is the number of values within the years looked back on, `behind` the years from the latest value to the
    last column, `gappy` says that years between these values are missing.
    """

    behind: int
    length: int
    gappy: bool
    kind: Kind


class Survey(NamedTuple):
    """What a first look gives of each series, shape (series,).

    `points` counts the values, `codes` are measures as positions in `MEASURES` (`rate` for a share that has been well
    above 100), `zero` says that all values are zero, `positive` and `infinite` that one is. `key` encodes a `Shape`; it
    is negative where the calibrated rule has nothing to say: ranks, nothing observed, nothing but zeros, a single value
    in points.
    """

    points: NDArray[np.int32]
    codes: CodeArray
    zero: BoolArray
    positive: BoolArray
    infinite: BoolArray
    key: KeyArray


def shape_of(key: int) -> Shape:
    """Decode a key.

    Examples
    --------
    >>> seen = survey(np.array([[np.nan, 2.0, np.nan, 3.0, np.nan]]), np.array([0]))
    >>> shape = shape_of(int(seen.key[0]))
    >>> shape.behind, shape.length, shape.gappy, shape.kind.level
    (1, 2, True, True)
    """
    rest, kind = divmod(key, len(KINDS))
    rest, gappy = divmod(rest, 2)
    behind, length = divmod(rest, _LENGTHS)
    return Shape(behind, length, bool(gappy), KINDS[kind])


def survey(values: FloatArray, codes: CodeArray, *, false_shares: bool = True, workers: int = 1) -> Survey:
    """Look at each series once.

    Parameters
    ----------
    values : shape (series, years), oldest first, NaN where missing [unit of the indicator].
    codes : measures as positions in `MEASURES`, shape (series,).
    false_shares : take a share that has been well above 100 for what it is, a rate without a bound at 100.
    workers : blocks looked at at a time.

    Returns
    -------
    Survey
        Arrays of shape (series,), read-only where all series are alike.

    Examples
    --------
    >>> seen = survey(np.array([[1.0, 2.0], [np.nan, 0.0], [3.0, 104.0]]), np.array([0, 0, 2], np.int8))
    >>> seen.points.tolist(), seen.zero.tolist(), seen.codes.tolist(), (seen.key >= 0).tolist()
    ([2, 1, 2], [False, True, False], [0, 0, 4], [True, False, True])
    """
    size = size_for(workers, len(values))

    def look(start: int, workspace: Workspace) -> Looked:
        part, measures = values[start : start + size], codes[start : start + size]
        if np.all(measures == measures[0]):
            measures = measures[0]
        found = _ordinary(part, measures)
        if found is None:
            columns = workspace.take("columns", part.shape[1], part.shape[0])
            np.copyto(columns, part.T)
            found = _looked_at(columns, measures, false_shares)
        return found

    looked = run(look, range(0, len(values), size), workers=workers)

    def joined(place: int, kind: type[Item]) -> NDArray[Item]:
        return _joined([fields[place] for fields in looked], kind, series=len(values), size=size)

    return Survey(
        points=joined(0, np.int32),
        codes=joined(1, np.int8),
        zero=joined(2, np.bool_),
        positive=joined(3, np.bool_),
        infinite=joined(4, np.bool_),
        key=joined(5, np.int32),
    )


def once(field: NDArray[Item]) -> NDArray[Item]:
    """Give what `survey` found of each series, or a single value where it holds one for all of them.

    Examples
    --------
    >>> once(np.broadcast_to(np.asarray(3), (5,))).tolist(), once(np.array([3, 3])).tolist()
    ([3], [3, 3])
    """
    return field[:1] if field.strides == (0,) else field


def _joined(found: Sequence[Field], kind: type[Item], *, series: int, size: int) -> NDArray[Item]:
    """Join what was found of blocks of a size, shape (series,); one value, read-only, where all are alike."""
    first = found[0] if found else 0
    if all(getattr(one, "ndim", 0) == 0 and one == first for one in found):
        return np.broadcast_to(np.asarray(first, kind), (series,))
    joined = np.empty(series, kind)
    for start, one in zip(range(0, series, size), found, strict=True):
        joined[start : start + size] = one
    return joined


def _ordinary(values: FloatArray, codes: CodeArray) -> Looked | None:
    """Look at a block of series (series, years) as a whole; None unless all of it is known and inside the bounds."""
    bottom, top = values.min(), values.max()
    if not (bottom > 0 and top < np.inf) or (np.any(codes == SHARE) and top >= TOP):
        return None
    years = values.shape[1]
    kind = kind_places(codes, bottom, top)
    return years, codes, False, True, False, _key(0, min(years, LONGEST), False, kind, codes == RANK)


def _looked_at(values: FloatArray, codes: CodeArray, false_shares: bool) -> Looked:
    """Look at a block of series (years, series): the fields of `Survey` in order, one for all where they agree."""
    least, most = np.minimum.reduce(values), np.maximum.reduce(values)
    known = bool(np.isfinite(least.min()) and np.isfinite(most.max()))
    points, behind, length, gappy, window = _every_year(values) if known else _years(values)
    if not known:
        least, most = np.fmin.reduce(values), np.fmax.reduce(values)
    lowest, highest = (least, most) if window is values else (np.fmin.reduce(window), np.fmax.reduce(window))
    if false_shares:
        codes = np.where((codes == SHARE) & (most > TOP + ROUNDING), np.int8(MEASURES.index("rate")), codes)
    kind = kind_places(codes, lowest, highest)
    empty = (points == 0) | ((lowest == 0) & (highest == 0) & (codes != SHARE))
    key = _key(behind, length, gappy, kind, empty | (codes == RANK))
    return points, codes, (least == 0) & (most == 0), most > 0, np.isinf(least) | np.isinf(most), key


def _key(behind: Small, length: Small, gappy: BoolArray | bool, kind: Small, unused: BoolArray | bool) -> Small:
    """Encode a `Shape`; `NO_KEY` where the rule has nothing to say: unused, or a single value in points."""
    key = ((behind * _LENGTHS + length) * 2 + gappy) * len(KINDS) + kind
    return np.where(unused | ((length == 1) & ~_OF_LEVEL[kind]), np.int32(NO_KEY), key)


def _every_year(values: FloatArray) -> tuple[int, int, int, bool, FloatArray]:
    """Give what `_years` does where no year is missing."""
    years, looked_back = len(values), min(len(values), LONGEST)
    return years, 0, looked_back, False, values if years == looked_back else values[-looked_back:]


def _years(values: FloatArray) -> tuple[Small, Small, Small, BoolArray | bool, FloatArray]:
    """Count values, years since the latest and values looked back on; say where years are missing; cut the window."""
    years, seen = values.shape[0], np.isfinite(values)
    points = seen.sum(axis=0, dtype=np.int32)
    behind = _before_the_first(seen[::-1])
    window = values
    if years > LONGEST:
        seen &= np.arange(years)[:, np.newaxis] >= years - LONGEST - behind
        window = np.where(seen, values, np.nan)
    length = seen.sum(axis=0, dtype=np.int32)
    return points, behind, length, years - _before_the_first(seen) - behind > length, window


def _before_the_first(seen: BoolArray) -> NDArray[np.int32]:
    """Count the years before the first that is seen (years, series); year by year, for `accumulate` is slow."""
    waiting = np.ones(seen.shape[1], np.bool_)
    count = np.zeros(seen.shape[1], np.int32)
    for year in seen:
        np.greater(waiting, year, out=waiting)
        if not waiting.any():
            break
        count += waiting
    return count
