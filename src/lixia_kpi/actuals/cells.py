"""The cells of a row by field: each fault is recorded with its place, and the next field is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from lixia_kpi.actuals.fields import Fault, parse_date, parse_period, parse_status, parse_year
from lixia_kpi.problems import Problem
from lixia_kpi.text.invisible import invisible_characters, odd_characters, plain_form
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

    def text(self, row: Row, field: str) -> str:
        """Give the cell of a field without the blanks around it; empty where the field or the cell is absent."""
        index = self.header.names.get(field, -1)
        return row.cells[index].strip(" \t") if 0 <= index < len(row.cells) else ""

    def place(self, row: Row, field: str) -> Place:
        """Give the place of the cell of a field."""
        return row.place(self.header.names.get(field, 0), self.file)

    def code(self, row: Row, field: str, *, required: bool = False) -> str | None:
        """Read a code (id, unit, status …): without invisible characters; None where it is refused."""
        text = self.text(row, field)
        if text.isascii() and text.isprintable():
            if required and not text:
                self.add("empty_cell", self.place(row, field), {"column": field})
                return None
            return text
        hidden = [oddity for oddity in odd_characters(text) if field == "id" or not oddity.plain.strip()]
        if hidden:
            start = self.place(row, field)
            index = self.header.names[field]
            shift = hidden[0].column - 1 + len(row.cells[index]) - len(row.cells[index].lstrip(" \t"))
            details: dict[str, Detail] = {"column": field, "character": hidden[0].character}
            details["suggestion"] = plain_form(text)
            self.add("invisible_character", start._replace(column=start.column + shift), details)
            return None
        return text

    def year(self, row: Row) -> int | None:
        """Read the year."""
        return self._parsed(row, "year", parse_year)

    def status(self, row: Row) -> PublicationStatus | None:
        """Read the publication status."""
        return self._parsed(row, "status", parse_status)

    def period(self, row: Row) -> str | None:
        """Read the period."""
        return self._parsed(row, "period", parse_period)

    def published(self, row: Row) -> tuple[str | None, bool]:
        """Read the date of publication (None: not said), and whether it could be read."""
        if not self.text(row, "published"):
            return None, True
        date = self._parsed(row, "published", parse_date)
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
        """Read free text (source, note); invisible characters are only pointed at."""
        text = self.text(row, field)
        if not text:
            return None
        if not text.isprintable() and (hidden := invisible_characters(text)):
            details: dict[str, Detail] = {"column": field, "character": hidden[0].character}
            self.add("invisible_in_text", self.place(row, field), details, "warning")
        return text

    def refuse(self, place: Place, field: str, text: str, fault: Fault) -> None:
        """Record a cell that cannot be read, with what was probably meant."""
        details: dict[str, Detail] = {"column": field, "value": text.strip()[:_LONGEST_SHOWN]}
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

    def _parsed(self, row: Row, field: str, parse: Callable[[str], T | Fault]) -> T | None:
        text = self.code(row, field)
        if text is None:
            return None
        value = parse(text)
        if isinstance(value, Fault):
            self.refuse(self.place(row, field), field, text, value)
            return None
        return value
