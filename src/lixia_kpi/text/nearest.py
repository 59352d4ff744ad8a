"""The nearest known name to one that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST = 2000


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Find the known name that was probably meant.

    Parameters
    ----------
    name
        the unknown name.
    known
        the names to choose from.

    Returns
    -------
    str or None
        the nearest one by matching blocks of characters, at least 60 % alike; None where there is none.

    Examples
    --------
    >>> nearest("hightech_firms", ["gdp", "high_tech_firms"])
    'high_tech_firms'
    """
    candidates = list(known)
    folded = _fold(name)
    for candidate in candidates:
        if _fold(candidate) == folded:
            return candidate
    if len(candidates) > _MOST:
        size = len(name)
        candidates = [c for c in candidates if c[:1] == name[:1] and abs(len(c) - size) <= 3][:_MOST]
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, candidates, n=1, cutoff=0.6)), None)


def _fold(name: str) -> str:
    return name.casefold().replace("-", "").replace("_", "").replace(" ", "")
