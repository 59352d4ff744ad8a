"""The cells of a row by field: each fault is recorded with its place, and the next field is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from lixia_kpi.actuals.fields import Fault, parse_date, parse_period, parse_status, parse_year
from lixia_kpi.problems import Problem
from lixia_kpi.text.invisible import invisible_characters, odd_characters, on_one_line, plain_form
from lixia_kpi.text.number import Number, parse_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from lixia_kpi.actuals.header import Header
    from lixia_kpi.actuals.observation import PublicationStatus
    from lixia_kpi.actuals.rows import Row
    from lixia_kpi.problems import Detail, Place, Severity

_LONGEST_SHOWN = 60

T = TypeVar("T")


class Cells:
    """Reads the fields of rows under one header and collects what is wrong with them in `problems`."""

    def __init__(self, header: Header, file: str) -> None:
        self.header = header
        self.file = file
        self.problems: list[Problem] = []
        # What cells of the same text were read as: most texts of a file come again and again.
        self._codes: dict[str, dict[str, str]] = {"id": {}, "unit": {}}
        self._years: dict[str, int] = {}
        self._statuses: dict[str, PublicationStatus] = {}
        self._periods: dict[str, str] = {}
        self._dates: dict[str, str] = {}

    def text(self, row: Row, field: str) -> str:
        """Give the cell of a field without the blanks around it; empty where the field or the cell is absent."""
        return self._raw(row, field).strip(" \t")

    def place(self, row: Row, field: str) -> Place:
        """Give the place of the cell of a field."""
        return row.place(self.header.names.get(field, 0), self.file)

    def code(self, row: Row, field: str) -> str | None:
        """Read a code that must be there (id, unit): without invisible characters; None where it is refused."""
        raw = self._raw(row, field)
        seen = self._codes[field]
        if (known := seen.get(raw)) is not None:
            return known
        text = self._visible(row, field)
        if text:
            seen[raw] = text
            return text
        if text == "":
            self.add("empty_cell", self.place(row, field), {"column": field})
        return None

    def year(self, row: Row) -> int | None:
        """Read the year."""
        return self._parsed(row, "year", parse_year, self._years)

    def status(self, row: Row) -> PublicationStatus | None:
        """Read the publication status."""
        return self._parsed(row, "status", parse_status, self._statuses)

    def period(self, row: Row) -> str | None:
        """Read the period."""
        return self._parsed(row, "period", parse_period, self._periods)

    def published(self, row: Row) -> tuple[str | None, bool]:
        """Read the date of publication (None: not said), and whether it could be read."""
        if not self.text(row, "published"):
            return None, True
        date = self._parsed(row, "published", parse_date, self._dates)
        return date, date is not None

    def number(self, row: Row, index: int, field: str) -> Number | None:
        """Read the number in the cell of that index."""
        text = row.cells[index]
        number = parse_number(text)
        if isinstance(number, Number):
            return number
        self.refuse(row.place(index, self.file), field, text, Fault(*number))
        return None

    def free(self, row: Row, field: str) -> str | None:
        """Read free text (source, note) as one line; invisible characters are pointed at and left out."""
        text = self.text(row, field)
        if not text:
            return None
        if not text.isprintable() and (hidden := invisible_characters(text)):
            details: dict[str, Detail] = {"column": field, "character": hidden[0].character}
            self.add("invisible_in_text", self._within(row, field, hidden[0].column), details, "warning")
        return on_one_line(text) or None

    def refuse(self, place: Place, field: str, text: str, fault: Fault) -> None:
        """Record a cell that cannot be read, with what was probably meant."""
        details: dict[str, Detail] = {"column": field, "value": text.strip()[:_LONGEST_SHOWN]}
        if fault.code == "invisible_character" and (odd := odd_characters(text)):
            details["character"] = odd[0].character
        if fault.suggestion:
            details["suggestion"] = fault.suggestion
        self.add(fault.code, place, details)

    def add(self, code: str, place: Place, details: dict[str, Detail], severity: Severity = "error") -> None:
        """Record a problem."""
        self.problems.append(Problem(code, place, severity, details))

    def surplus(self, row: Row) -> None:
        """Record cells beyond the header that are not empty, as an unquoted comma makes them."""
        if len(row.cells) > self.header.size and any(map(str.strip, row.cells[self.header.size :])):
            details: dict[str, Detail] = {"found": len(row.cells), "expected": self.header.size}
            self.add("ragged_row", row.place(self.header.size, self.file), details)

    def _raw(self, row: Row, field: str) -> str:
        index = self.header.names.get(field)
        return "" if index is None or index >= len(row.cells) else row.cells[index]

    def _visible(self, row: Row, field: str) -> str | None:
        """Give the cell where nothing in it is invisible; an id has no full-width ASCII either."""
        text = self.text(row, field)
        if text.isascii() and text.isprintable():
            return text
        hidden = [oddity for oddity in odd_characters(text) if field == "id" or not oddity.plain.strip()]
        if hidden:
            details: dict[str, Detail] = {"column": field, "character": hidden[0].character}
            details["suggestion"] = plain_form(text)
            self.add("invisible_character", self._within(row, field, hidden[0].column), details)
            return None
        return text

    def _within(self, row: Row, field: str, column: int) -> Place:
        """Give the place of a character of a field; within quotes and across lines that of the cell."""
        start = self.place(row, field)
        raw = self._raw(row, field)
        if '"' in row.text:
            return start
        return start._replace(column=start.column + len(raw) - len(raw.lstrip(" \t")) + column - 1)

    def _parsed(self, row: Row, field: str, parse: Callable[[str], T | Fault], seen: dict[str, T]) -> T | None:
        raw = self._raw(row, field)
        if (known := seen.get(raw)) is not None:
            return known
        text = self._visible(row, field)
        if text is None:
            return None
        value = parse(text)
        if isinstance(value, Fault):
            self.refuse(self.place(row, field), field, text, value)
            return None
        seen[raw] = value
        return value
