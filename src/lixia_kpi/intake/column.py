"""A column of somebody's table: what the lines of its header say together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.actuals.observation import PublicationStatus
    from lixia_kpi.intake.headers import Field
    from lixia_kpi.intake.heading import Heading
    from lixia_kpi.intake.moment import Kind

Role = Literal["label", "value", "growth", "other", "unknown"]
"""`label` says whose figures those of a row are; `other` is known and left alone; `unknown` is not understood."""

_LABELS = ("id", "name", "unit", "year", "period", "status", "published", "source", "note")
_KINDS: dict[str, Kind] = {"value": "level", "growth": "growth", "target": "plan"}


class Column(NamedTuple):
    """Column number `at`, from 0; `ids` are the indicators that its header names where each indicator has a column."""

    at: int
    role: Role
    text: str
    field: Field | None = None
    year: int | None = None
    period: str | None = None
    status: PublicationStatus | None = None
    unit: str | None = None
    ids: tuple[str, ...] = ()


def column_of(at: int, headings: Sequence[Heading], *, across: bool) -> Column:
    """Put the lines of a header over one column together.

    Parameters
    ----------
    at
        number of the column, from 0.
    headings
        its lines, from top to bottom.
    across
        whether each indicator has a column of its own: what is not understood is then the name of one.

    Returns
    -------
    Column
        `unknown` where a line is not understood or two lines name different years.
    """
    text = " ".join(heading.text for heading in headings)
    unit = next((heading.unit for heading in reversed(headings) if heading.unit), None)
    field = next((heading.field for heading in headings if heading.field in _LABELS), None)
    if field is not None:
        return Column(at, "label", text, field, unit=unit)
    if any(heading.corner for heading in headings):
        return Column(at, "label", text, "year" if across else "name")
    kinds = {_KINDS.get(heading.field or "", heading.moment.kind) for heading in headings}
    years = {heading.moment.year for heading in headings if heading.moment.year is not None}
    period = next((heading.moment.period for heading in reversed(headings) if heading.moment.period), None)
    status = next((heading.moment.status for heading in reversed(headings) if heading.moment.status), None)
    ids = next((heading.ids for heading in headings if heading.ids), ())
    column = Column(at, "unknown", text, None, min(years, default=None), period, status, unit, ids)
    others = [heading.field for heading in headings if heading.field not in (None, "value", "growth", "target")]
    if "plan" in kinds or others:
        return column._replace(role="other")
    unclear = len(years) > 1 or any(heading.moment.rest for heading in headings) or bool(ids) != across
    if "growth" in kinds:
        return column._replace(role="other" if unclear else "growth")
    said = years or period or "level" in kinds or status or ids
    return column if unclear or not said else column._replace(role="value")


def side_by_side(columns: Sequence[Column]) -> list[tuple[Column, ...]]:
    """Divide the columns of tables that stand side by side under one header line.

    Parameters
    ----------
    columns
        of the whole line, from left to right.

    Returns
    -------
    list of tuple
        a table ends with its last column of figures before the next column of names.
    """
    blocks: list[tuple[Column, ...]] = []
    start, last_figures, named = 0, -1, False
    for number, column in enumerate(columns):
        if column.role in ("value", "growth"):
            last_figures = number
        elif column.field == "name":
            if named and last_figures >= start:
                blocks.append(tuple(columns[start : last_figures + 1]))
                start = last_figures + 1
            named = True
    return [*blocks, tuple(columns[start:])]
