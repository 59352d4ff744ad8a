"""pyarrow looks for pandas when it makes its first array, and imports it: a third of a second for what nobody needs."""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType


def keep_pandas_away() -> None:
    """Let pyarrow look for pandas now and find none, unless it is there already.

    For programs that make no data frames from Arrow tables: pyarrow does not look again. Besides, it swallows an
    interrupt that comes while it imports.
    """
    if "pandas" in sys.modules:
        return
    finder = _NoPandas()
    sys.meta_path.insert(0, finder)
    try:
        pa.array([0])
    finally:
        sys.meta_path.remove(finder)


class _NoPandas(MetaPathFinder):
    """Says of pandas that it is not there."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None, /
    ) -> ModuleSpec | None:
        """Find nothing, and for pandas let nobody else look."""
        if fullname == "pandas":
            raise ModuleNotFoundError("kept away", name=fullname)
        return None
