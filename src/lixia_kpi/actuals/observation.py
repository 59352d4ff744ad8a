"""One published figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from lixia_kpi.problems import Place

PublicationStatus = Literal["actual", "preliminary", "expected"]

PUBLICATION_STATUSES: tuple[PublicationStatus, ...] = ("actual", "preliminary", "expected")
YEARLY_PERIODS = ("full-year", "year-end")


class Observation(NamedTuple):
    """A value of an indicator as published: `value` in `unit`, for `period` of `year`.

    Only `full-year` and `year-end` values are yearly values; others are kept and shown, never used as a year.
    `decimals` counts the decimals printed; `published` is an ISO date or None.
    """

    id: str
    year: int
    value: float
    unit: str
    place: Place
    period: str = "full-year"
    status: PublicationStatus = "actual"
    published: str | None = None
    source: str | None = None
    note: str | None = None
    decimals: int = 0

    @property
    def is_yearly(self) -> bool:
        """Whether the value stands for the whole year."""
        return self.period in YEARLY_PERIODS
