"""What a reader asks for: which observations count, how the future is projected, by which rule it is judged."""

from __future__ import annotations

from typing import NamedTuple


class Options(NamedTuple):
    """Choices that change figures (choices that only select rows belong to the tables).

    Parameters
    ----------
    as_of
        observations after this year are hidden; None uses all.
    vintage
        ISO date; figures published later are hidden; None uses all.
    to
        year to project to; None projects each target to its own year.
    method
        name of the projection method; `auto` chooses by series.
    rule
        name of the rule that turns progress into a status.
    interval
        level of the projection interval [percent].
    """

    as_of: int | None = None
    vintage: str | None = None
    to: int | None = None
    method: str = "auto"
    rule: str = "pace"
    interval: int = 80
