"""What the label cells of a row say of its figures: whose they are, of when, in which unit, published how."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from lixia_kpi.actuals.fields import Fault, parse_date, parse_period, parse_status
from lixia_kpi.intake.entry import Finding
from lixia_kpi.intake.figure import DITTO, NO_FIGURE
from lixia_kpi.intake.moment import Moment, read_moment
from lixia_kpi.intake.status_words import status_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from lixia_kpi.actuals.observation import PublicationStatus
    from lixia_kpi.intake.headers import Field
    from lixia_kpi.intake.layout import Layout
    from lixia_kpi.intake.names import Found, Names

_NOTHING = Moment()
_FILLED: tuple[Field, ...] = ("id", "name", "unit", "year", "period")
"""The labels whose merged cells hold for every row that they cover."""


class Labels(NamedTuple):
    """The labels of one row; `at` is the column of its name, `given` the id that its own cell of ids gives."""

    at: int
    written: str
    given: str | None
    found: Found
    moment: Moment = _NOTHING
    period: str | None = None
    unit: str | None = None
    status: PublicationStatus | None = None
    published: str | None = None
    source: str | None = None
    note: str | None = None
    findings: tuple[Finding, ...] = ()


class LabelReader:
    """Reads the labels of the rows of one table, from top to bottom: 同上 is the cell above."""

    def __init__(
        self, layout: Layout, names: Names, text: Callable[[int, int], str], merged: Callable[[int, int], str]
    ) -> None:
        self._names = names
        self._columns = {
            field: [column.at for column in layout.columns if column.field == field]
            for field in ("id", "name", "unit", "year", "period", "status", "published", "source", "note")
        }
        self._text = text
        self._merged = merged
        self._above: dict[int, str] = {}
        self._findings: list[Finding] = []

    def read(self, row: int) -> Labels:
        """Read the labels of a row."""
        self._findings = []
        names = [(at, self._label(row, at, filled=True)) for at in self._columns["name"]]
        ids = [(at, self._label(row, at, filled=True)) for at in self._columns["id"]]
        given = next((known for _, text in ids if text and (known := self._names.by_id(text))), None)
        at, written, found = self._name([*names, *ids])
        year = self._one(row, "year")
        if not written and year and (names or ids) and (above := self._above.get(at)):
            self._findings.append(Finding("name_from_above", "warning", {"found": above[:60]}))
            written, found = above, self._names.find(above)
            given = given or self._names.by_id(above)
        moment = read_moment(year) if year else _NOTHING
        if year and (moment.year is None or moment.rest):
            self._findings.append(Finding("year_unclear", details={"found": year[:60]}))
        return Labels(
            at=at,
            written=written,
            given=given,
            found=found,
            moment=moment,
            period=self._period(row),
            unit=self._unit(row),
            status=self._status(row),
            published=self._published(row),
            source=self._one(row, "source") or None,
            note=self._one(row, "note") or None,
            findings=tuple(self._findings),
        )

    def _name(self, cells: list[tuple[int, str]]) -> tuple[int, str, Found]:
        """Take the first name that is known, else the first that is written."""
        from lixia_kpi.intake.names import Found

        written = [(at, text) for at, text in cells if text]
        for at, text in written:
            found = self._names.find(text)
            if found.ids or found.left_out:
                return at, text, found
        at, text = written[0] if written else (cells[0][0] if cells else 0, "")
        return at, text, self._names.find(text) if text else Found(())

    def _label(self, row: int, at: int, *, filled: bool = False) -> str:
        text = self._text(row, at) or (self._merged(row, at) if filled else "")
        if text in DITTO:
            text = self._above.get(at, "")
        if text:
            self._above[at] = text
        return text

    def _one(self, row: int, field: Field) -> str:
        texts = (self._label(row, at, filled=field in _FILLED) for at in self._columns[field])
        return next((text for text in texts if text), "")

    def _unit(self, row: int) -> str | None:
        unit = self._one(row, "unit")
        return None if not unit or unit.casefold() in NO_FIGURE - {"人", "x", "×"} else unit

    def _period(self, row: int) -> str | None:
        text = self._one(row, "period")
        if not text:
            return None
        period = parse_period(normalize("NFKC", text).strip())
        if not isinstance(period, Fault):
            return period
        if period.suggestion is None:
            self._findings.append(Finding("bad_period", details={"found": text[:60]}))
        return period.suggestion

    def _status(self, row: int) -> PublicationStatus | None:
        text = self._one(row, "status")
        if not text:
            return None
        status = parse_status(normalize("NFKC", text).strip().casefold())
        meant = status_of(text) if isinstance(status, Fault) else status
        if meant is None:
            self._findings.append(Finding("bad_status", details={"found": text[:60]}))
        return meant

    def _published(self, row: int) -> str | None:
        text = self._one(row, "published")
        if not text or text.casefold() in NO_FIGURE:
            return None
        date = parse_date(normalize("NFKC", text).strip().removesuffix(" 00:00:00"))
        if isinstance(date, Fault) and date.suggestion is None:
            self._findings.append(Finding("bad_date", details={"found": text[:60]}))
            return None
        return date.suggestion if isinstance(date, Fault) else date
