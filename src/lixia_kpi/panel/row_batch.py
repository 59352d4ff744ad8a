"""Rows of a panel file as arrays: who, which year, which value, and what the row says of its target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from lixia_kpi.actuals.fields import FIRST_YEAR, LAST_YEAR
from lixia_kpi.actuals.observation import YEARLY_PERIODS
from lixia_kpi.panel.form import NUMBERS, WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray
    from lixia_kpi.panel.faults import ReadingFaults
    from lixia_kpi.panel.form import Form

NOTHING = ("", "NA", "N/A", "NaN", "nan", "null", "NULL", "None", "#N/A", "-", "–", "…")
"""Cells that say that there is no figure."""

NO_YEAR = 0
"""Stands for the year of a row that has none that can be read."""

_NUMBER = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$"


class Vocabulary:
    """The different words of each attribute, numbered in the order in which they appear; −1 is no word."""

    def __init__(self) -> None:
        self._places: dict[str, dict[str, int]] = {name: {} for name in WORDS}

    def words(self, name: str) -> tuple[str, ...]:
        """Give the words of an attribute by number."""
        return tuple(self._places[name])

    def numbered(self, name: str, column: Any) -> NDArray[np.int32]:
        """Number the words of an Arrow column (rows,)."""
        encoded = as_words(column)
        known = self._places[name]
        texts = (text.strip() for text in encoded.dictionary.to_pylist())
        places = [known.setdefault(text, len(known)) if text else -1 for text in texts]
        codes = codes_of(encoded).astype(np.int32, copy=False)
        return codes if places == list(range(len(places))) else np.array(places, dtype=np.int32)[codes]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RowBatch:
    """Rows as arrays (rows,).

    Parameters
    ----------
    region, id
        Arrow dictionary arrays without nulls.
    year
        `NO_YEAR` where it cannot be read.
    value
        NaN where there is none, or none that can be read.
    words
        numbers of the words by attribute, −1 for none.
    numbers
        by attribute, NaN for none.
    unreadable
        a cell of the row could not be read.
    """

    region: Any
    id: Any
    year: NDArray[np.int16]
    value: FloatArray
    words: Mapping[str, NDArray[np.int32]]
    numbers: Mapping[str, FloatArray]
    unreadable: BoolArray

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.year)


def row_batch(
    batch: Any, form: Form, given: Mapping[str, str], vocabulary: Vocabulary, faults: ReadingFaults
) -> RowBatch:
    """Make arrays of the rows of a record batch; cells that cannot be read are reported and stand for nothing.

    Parameters
    ----------
    batch : an Arrow record batch with the columns of the form.
    form : which column holds what.
    given : fields that hold for the whole file.
    vocabulary : numbers the words of the whole run.
    faults : takes the cells that cannot be read.
    """
    columns = {name: batch.column(column) for name, column in form.fields.items()}
    columns |= {name: _constant(text, batch.num_rows) for name, text in given.items()}
    region = as_words(columns["region"] if "region" in columns else _constant("", batch.num_rows))
    name = as_words(columns["id"])
    reader = _Cells(region, name, faults)
    numbers = {key: reader.figures(columns[key], key) for key in NUMBERS if key in columns}
    words = {key: vocabulary.numbered(key, columns[key]) for key in WORDS if key in columns}
    reader.named()
    if not form.is_wide:
        year = reader.years(columns["year"], columns["value"])
        value = reader.numbers(columns["value"], "value", year=columns["year"])
        if "period" in columns:
            value = reader.whole_years(columns["period"], value, columns["year"], columns["value"])
        return RowBatch(region, name, year, value, words, numbers, reader.unreadable)
    values = [reader.numbers(batch.column(column), "value", year=y) for y, column in form.years.items()]
    times = len(values)
    return RowBatch(
        region=_repeated(region, times),
        id=_repeated(name, times),
        year=np.tile(np.array(list(form.years), dtype=np.int16), batch.num_rows),
        value=np.stack(values, axis=1).ravel(),
        words={key: np.repeat(codes, times) for key, codes in words.items()},
        numbers={key: np.repeat(figures, times) for key, figures in numbers.items()},
        unreadable=np.repeat(reader.unreadable, times),
    )


def as_words(column: Any) -> Any:
    """Give a column of texts, or of what can be written as such, as an Arrow dictionary array; null is empty."""
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    if column.null_count:
        column = column.cast(pa.string()).fill_null("")
    if not pa.types.is_dictionary(column.type):
        column = column.cast(pa.string()).dictionary_encode()
    if not pa.types.is_string(column.dictionary.type):
        column = pa.DictionaryArray.from_arrays(column.indices, column.dictionary.cast(pa.string()))
    return column


def codes_of(column: Any) -> IntArray:
    """Give the codes of an Arrow dictionary array without nulls."""
    codes: IntArray = column.indices.to_numpy(zero_copy_only=False)
    return codes


class _Cells:
    """Reads the cells of rows and notes which rows hold one that cannot be read."""

    def __init__(self, region: Any, name: Any, faults: ReadingFaults) -> None:
        self._region, self._name, self._faults = region, name, faults
        self.unreadable = np.zeros(len(name), dtype=np.bool_)

    def numbers(self, column: Any, field_: str, *, year: Any = None) -> FloatArray:
        """Read a column of numbers; NaN where the cell is empty or no number."""
        found, bad = numbers_of(column)
        self._refuse(bad, f"bad_{field_}", column, year)
        return found

    def figures(self, column: Any, field_: str) -> FloatArray:
        """Read a column of targets, or of years of these; NaN where the cell is empty or no such thing."""
        if field_ != "target" and (plain := _plain_years(column)) is not None:
            return plain.astype(np.float64)
        found = self.numbers(column, field_)
        if field_ == "target":
            return found
        with np.errstate(invalid="ignore"):
            good = np.isnan(found) | _is_year(found)
        self._refuse(~good, f"bad_{field_}", column, None)
        return np.where(good, found, np.nan)

    def years(self, column: Any, values: Any) -> NDArray[np.int16]:
        """Read a column of years."""
        if (plain := _plain_years(column)) is not None:
            return plain.astype(np.int16)
        if pa.types.is_temporal(column.type):
            column = pc.year(column)
        found, _ = numbers_of(column)
        with np.errstate(invalid="ignore"):
            good = _is_year(found)
        if good.all():
            return found.astype(np.int16)
        self._refuse(~good, "bad_year", values, column)
        return np.where(good, found, NO_YEAR).astype(np.int16)

    def named(self) -> None:
        """Report the rows without an id."""
        words = self._name.dictionary.to_pylist()
        nameless = np.array([not word.strip() for word in words], dtype=np.bool_)
        if nameless.any():
            self._refuse(nameless[codes_of(self._name)], "empty_id", None, None)

    def whole_years(self, periods: Any, value: FloatArray, years: Any, values: Any) -> FloatArray:
        """Give the values that stand for a whole year; those for a part of one are reported and left out."""
        words = as_words(periods)
        part = [word.strip() not in ("", *YEARLY_PERIODS) for word in words.dictionary.to_pylist()]
        rows = np.array(part, dtype=np.bool_)[codes_of(words)] & ~np.isnan(value)
        if not rows.any():
            return value
        self._faults.add("part_year", np.flatnonzero(rows), self._region, self._name, years, values)
        return np.where(rows, np.nan, value)

    def _refuse(self, bad: BoolArray, code: str, values: Any, years: Any) -> None:
        if bad.any():
            self.unreadable |= bad
            self._faults.add(code, np.flatnonzero(bad), self._region, self._name, years, values)


def numbers_of(column: Any) -> tuple[FloatArray, BoolArray]:
    """Read an Arrow column as numbers, NaN where there is none, and say which cells are no number.

    Texts are read as everywhere in kpi: ASCII digits with a decimal point, sign and exponent.

    >>> found, bad = numbers_of(pa.array(["1.5", " ", "1,200", None]))
    >>> found.tolist(), bad.tolist()
    ([1.5, nan, nan, nan], [False, False, True, False])
    """
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        text = pc.utf8_trim_whitespace(column)
        text = pc.if_else(pc.is_in(text, pa.array(NOTHING)), "", text)
        plain = pc.match_substring_regex(text, _NUMBER)
        found = pc.if_else(plain, pc.utf8_ltrim(text, "+"), None).cast(pa.float64())
        bad = pc.and_(pc.invert(plain), pc.greater(pc.utf8_length(text), 0)).fill_null(False)
    else:
        found, bad = column.cast(pa.float64(), safe=False), None
    numbers = found.to_numpy(zero_copy_only=False)
    wrong = np.isinf(numbers) if bad is None else bad.to_numpy(zero_copy_only=False) | np.isinf(numbers)
    return (np.where(wrong, np.nan, numbers) if wrong.any() else numbers), wrong


def _is_year(numbers: FloatArray) -> BoolArray:
    return np.asarray((numbers >= FIRST_YEAR) & (numbers <= LAST_YEAR) & (numbers == np.floor(numbers)))


def _plain_years(column: Any) -> IntArray | None:
    """Give a column of whole numbers that are all years as it is; None for any other."""
    if not pa.types.is_integer(column.type) or column.null_count:
        return None
    years: IntArray = column.to_numpy(zero_copy_only=False)
    return years if years.min(initial=FIRST_YEAR) >= FIRST_YEAR and years.max(initial=FIRST_YEAR) <= LAST_YEAR else None


def _constant(text: str, rows: int) -> Any:
    return pa.DictionaryArray.from_arrays(pa.array(np.zeros(rows, dtype=np.int32)), pa.array([text]))


def _repeated(column: Any, times: int) -> Any:
    return pa.DictionaryArray.from_arrays(pa.array(np.repeat(codes_of(column), times)), column.dictionary)
