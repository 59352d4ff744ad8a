"""The fields that a row has in either form: whose value it is, in which unit, and how it was published."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.actuals.observation import Observation

if TYPE_CHECKING:
    from lixia_kpi.actuals.cells import Cells
    from lixia_kpi.actuals.observation import PublicationStatus
    from lixia_kpi.actuals.rows import Row
    from lixia_kpi.problems import Place
    from lixia_kpi.text.number import Number


class Common(NamedTuple):
    """What all values of a row share."""

    id: str
    unit: str
    period: str
    status: PublicationStatus
    published: str | None
    source: str | None
    note: str | None

    def observation(self, year: int, number: Number, place: Place) -> Observation:
        """Make the observation of one value of the row."""
        return Observation(
            self.id,
            year,
            number.value,
            self.unit,
            place,
            self.period,
            self.status,
            self.published,
            self.source,
            self.note,
            number.decimals,
        )


def read_common(row: Row, cells: Cells) -> Common | None:
    """Read `id`, `unit`, `period`, `status`, `published`, `source` and `note`.

    Parameters
    ----------
    row
        a row below the header.
    cells
        the reader of its fields; every fault ends up in its `problems`.

    Returns
    -------
    Common or None
        None where any of them cannot be read.
    """
    cells.surplus(row)
    id_ = cells.code(row, "id")
    unit = cells.code(row, "unit")
    period = cells.period(row)
    status = cells.status(row)
    published, published_read = cells.published(row)
    source, note = cells.free(row, "source"), cells.free(row, "note")
    if id_ is None or unit is None or period is None or status is None or not published_read:
        return None
    return Common(id_, unit, period, status, published, source, note)
