"""A picture in a Word document."""

from __future__ import annotations

from typing import NamedTuple


class Figure(NamedTuple):
    """A PNG with its caption, its description for those who do not see it, and its width over its height."""

    png: bytes
    caption: str
    description: str
    proportion: float
