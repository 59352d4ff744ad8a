"""A column of few different texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from lixia_kpi.growth.arrays import IntArray, NameArray


class Coded(NamedTuple):
    """A column of few different texts: `codes` (rows,) number the `names`, each of which occurs once; −1 is empty."""

    names: Sequence[str]
    codes: IntArray

    def take(self, rows: IntArray) -> Coded:
        """Give the column of these rows."""
        return Coded(self.names, self.codes[rows])

    def texts(self) -> NameArray:
        """Give the texts themselves, the empty one where there is none.

        >>> Coded(("up", "down"), np.array([1, -1])).texts().tolist()
        ['down', '']
        """
        return np.array([*self.names, ""], dtype=np.str_)[self.codes]


def coded(texts: NameArray) -> Coded:
    """Number the texts of an array, the empty one as −1; made for few different texts.

    >>> coded(np.array(["met", "", "met", "ahead"]))
    Coded(names=('met', 'ahead'), codes=array([ 0, -1,  0,  1]))
    """
    codes = np.full(texts.shape, -1, dtype=np.intp)
    open_ = np.flatnonzero(texts != "")
    names: list[str] = []
    while open_.size:
        name = str(texts[open_[0]])
        same = texts[open_] == name
        codes[open_[same]] = len(names)
        open_ = open_[~same]
        names.append(name)
    return Coded(tuple(names), codes)


def spread(values: Sequence[Hashable], rows: IntArray) -> Coded:
    """Number what a few records say, for rows that refer to them.

    Parameters
    ----------
    values : (records,) the text that each record says, None for none.
    rows : (rows,) place of the record.

    Examples
    --------
    >>> spread(["亿元", None, "亿元", "%"], np.array([0, 1, 3]))
    Coded(names=('亿元', '%'), codes=array([ 0, -1,  1]))
    """
    names: dict[str, int] = {}
    of_record = [-1 if value is None else names.setdefault(str(value), len(names)) for value in values]
    return Coded(tuple(names), np.array(of_record, dtype=np.intp)[rows])
