"""Files of many yearly series, tidy: `id,year,value` or `dataset,series_id,year,value`, plain or gzipped."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lixia_kpi.actuals.rows import read_rows
from lixia_kpi.problems import Place, Problem
from lixia_kpi.text.decode import MAX_BYTES, decode
from lixia_kpi.text.number import Number, parse_number

if TYPE_CHECKING:
    from lixia_kpi.actuals.rows import Row

FIELDS = ("id", "dataset", "series_id", "year", "value", "measure", "kind", "unit")
"""Columns that are read; others are passed over."""

MEASURES = ("amount", "count", "share", "index", "rate")
KINDS = {"level": "amount", "count": "count", "share": "share"}
"""What a guessed `kind` stands for."""

MAX_FAULTS = 1000

RESIDUE = 1e-15
"""Numbers nearer to zero than this are taken as zero."""

_GZIP = b"\x1f\x8b"
_LONGEST_SHOWN = 60


@dataclass(slots=True)
class PanelSeries:
    """One series: its measure and its values by year; `stated` says whether the file itself names the measure."""

    id: str
    measure: str
    stated: bool
    values: dict[int, float] = field(default_factory=dict)


def read_panel(data: bytes, *, file: str) -> tuple[list[PanelSeries], list[Problem]]:
    r"""Read the series of a panel file.

    The measure is that of the column `measure`; else it follows from `kind` (level, share, count) or from the unit
    (`%` is a share), and where values leave the bounds of such a guess the series counts as an amount or an index.

    Parameters
    ----------
    data
        the whole file, plain or gzipped.
    file
        its name as the user gave it.

    Returns
    -------
    tuple
        the series in the order of the file, and all problems.

    Examples
    --------
    >>> series, problems = read_panel(b"id,year,value,unit\na,2021,5,%\na,2022,6,%", file="p.csv")
    >>> series[0].measure, series[0].values, problems
    ('share', {2021: 5.0, 2022: 6.0}, [])
    """
    plain = _unzipped(data, file) if data.startswith(_GZIP) else data
    if isinstance(plain, Problem):
        return [], [plain]
    text, problems = decode(plain, file=file)
    if text is None:
        return [], problems
    rows, faults = read_rows(text, file=file)
    problems += faults
    if not rows:
        return [], [*problems, Problem("empty_file", Place(file))]
    names = {cell.strip().casefold(): index for index, cell in reversed(list(enumerate(rows[0].cells)))}
    missing = [name for name in ("year", "value") if name not in names]
    if "id" not in names and "series_id" not in names:
        missing.insert(0, "id")
    if missing:
        place, details = rows[0].place(0, file), {"columns": ", ".join(missing)}
        return [], [*problems, Problem("panel_columns_missing", place, details=details)]
    reader = _Reader({name: names[name] for name in FIELDS if name in names}, file)
    for row in rows[1:]:
        reader.read(row)
        if len(reader.problems) >= MAX_FAULTS:
            reader.problems.append(Problem("too_many_faults", Place(file, row.line), details={"limit": MAX_FAULTS}))
            break
    for one in reader.series.values():
        if not one.stated:
            one.measure = _fitting(one)
    return list(reader.series.values()), problems + reader.problems


class _Reader:
    """Reads rows and collects series and faults."""

    def __init__(self, names: dict[str, int], file: str) -> None:
        self.names, self.file = names, file
        self.series: dict[tuple[str, str], PanelSeries] = {}
        self.problems: list[Problem] = []

    def read(self, row: Row) -> None:
        """Read one row."""
        name = self._cell(row, "id") or self._cell(row, "series_id")
        year, text = self._cell(row, "year"), self._cell(row, "value")
        if not name:
            self._refuse("empty_cell", row, "id" if "id" in self.names else "series_id", "")
        elif not (0 < len(year) <= 4 and year.isascii() and year.isdigit()):
            self._refuse("panel_bad_year", row, "year", year)
        elif text:
            number = parse_number(text)
            if isinstance(number, Number):
                self._keep(row, (self._cell(row, "dataset"), name), int(year), number.value)
            elif _is_residue(text):
                self._keep(row, (self._cell(row, "dataset"), name), int(year), 0.0)
            else:
                self._refuse(number.code, row, "value", text)

    def _keep(self, row: Row, key: tuple[str, str], year: int, value: float) -> None:
        series = self.series.get(key)
        if series is None:
            measure = self._measure(row)
            if measure is None:
                return
            series = self.series[key] = PanelSeries(key[1], *measure)
        if series.values.setdefault(year, value) != value:
            self._refuse("panel_doubled_year", row, "year", str(year), id=key[1])
        elif series.stated and not _within(series.measure, value):
            self._refuse("panel_outside_measure", row, "value", self._cell(row, "value"), measure=series.measure)

    def _measure(self, row: Row) -> tuple[str, bool] | None:
        """Give the measure and whether it is stated; None where it is stated and unknown."""
        stated = self._cell(row, "measure")
        if stated:
            if stated in MEASURES:
                return stated, True
            self._refuse("panel_unknown_measure", row, "measure", stated, allowed=", ".join(MEASURES))
            return None
        share = self._cell(row, "unit") in ("%", "percent")
        return KINDS.get(self._cell(row, "kind"), "share" if share else "amount"), False

    def _cell(self, row: Row, name: str) -> str:
        index = self.names.get(name)
        return "" if index is None or index >= len(row.cells) else row.cells[index].strip()

    def _refuse(self, code: str, row: Row, column: str, value: str, **more: str) -> None:
        place = row.place(self.names[column], self.file)
        details = {"column": column, "value": value[:_LONGEST_SHOWN], **more}
        self.problems.append(Problem(code, place, details=details))


def _is_residue(text: str) -> bool:
    """Whether a number is what rounding leaves of a zero: published panels are full of them."""
    try:
        return text.isascii() and abs(float(text)) < RESIDUE
    except ValueError:
        return False


def _within(measure: str, value: float) -> bool:
    """Whether a value lies within the natural bounds of a measure."""
    if measure == "share":
        return 0 <= value <= 100
    return value >= 0 or measure not in ("amount", "count")


def _fitting(series: PanelSeries) -> str:
    """Give the guessed measure, or one whose bounds the values keep."""
    for measure in (series.measure, "amount"):
        if all(_within(measure, value) for value in series.values.values()):
            return measure
    return "index"


def _unzipped(data: bytes, file: str) -> bytes | Problem:
    """Unpack a gzipped file, no further than the largest file that is read."""
    plain, rest = bytearray(), data
    try:
        while rest.startswith(_GZIP):
            unpack = zlib.decompressobj(wbits=31)
            plain += unpack.decompress(rest, MAX_BYTES + 1 - len(plain))
            if len(plain) > MAX_BYTES:
                return Problem("too_large", Place(file), details={"bytes": len(plain), "limit": MAX_BYTES})
            if not unpack.eof:
                return Problem("bad_gzip", Place(file))
            rest = unpack.unused_data
    except zlib.error:
        return Problem("bad_gzip", Place(file))
    return bytes(plain)
