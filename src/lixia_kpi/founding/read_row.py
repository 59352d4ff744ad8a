"""One row of a table of targets to the values of an indicator, its baseline and its targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.founding.draft import Given
from lixia_kpi.founding.target_figure import plain_number, read_target
from lixia_kpi.founding.words import WORD_FIELDS, code_of, codes_for
from lixia_kpi.intake.figure import Figure, Unreadable, read_figure
from lixia_kpi.problems import Problem
from lixia_kpi.units.parse import dimension, is_counter

if TYPE_CHECKING:
    from lixia_kpi.founding.draft import Head, Values
    from lixia_kpi.founding.table import Entry, Row
    from lixia_kpi.founding.target_figure import TargetFigure
    from lixia_kpi.office.spot import Spot
    from lixia_kpi.problems import Detail

_TEXTS = ("owner", "doubt")
_CITED = ("chapter", "section", "heading")
_WORDS = ("observed_as", "basis", "binding")
_IN_PERCENT = ("growth", "change", "points")
_COMPARED = ("name_zh", "name_en", "unit", "measure", "direction")
_PLACES = frozenset({"位", "名", "place", "rank"})
_LONGEST_SHOWN = 60
_GROUP = "general"
_NUMBERED = tuple("一二三四五六七八九十")


class RowReader:
    """Reads rows for a plan; what is wrong ends up in `problems`."""

    def __init__(self, head: Head) -> None:
        self.head = head
        self.problems: list[Problem] = []

    def indicator(self, row: Row, *, has_direction: bool) -> Values:
        """Read what belongs to the indicator; a missing direction is a fault of its own, since there is no default."""
        values = self._names(row) | self._citation(row)
        values["group"] = self._group(row)
        unit = self._unit(row)
        values["measure"] = self._word(row, "measure") or Given(usual_measure(unit.text), assumed="from_unit")
        direction = self._word(row, "direction")
        if direction is None and has_direction and "direction" not in row.cells:
            self._add("direction_cell_empty", row.spots["direction"], {"name": values["name_en"].text[:_LONGEST_SHOWN]})
        values["direction"] = direction or Given("up")
        values["unit"] = unit
        for field in _WORDS:
            if (word := self._word(row, field)) is not None:
                values[field] = word._replace(plain=field == "binding")
        return values | {field: self._text(row.cells[field]) for field in _TEXTS if field in row.cells}

    def baseline(self, row: Row, values: Values) -> Values:
        """Read the value of the base year, where there is one."""
        entry = row.cells.get("baseline")
        figure = None if entry is None else read_figure(entry.text)
        if entry is None or figure is None:
            return {}
        if isinstance(figure, Unreadable):
            self._unreadable(figure, entry, "baseline")
            return {}
        found = {"value": Given(plain_number(figure), plain=True, spot=entry.spot)}
        found["unit"] = Given(figure.unit, spot=entry.spot) if figure.unit else values["unit"]
        own = row.cells.get("baseline_year")
        year = self._year(own, "baseline_year") if own is not None else str(entry.year or self.head.baseline_year)
        if year and int(year) != self.head.baseline_year:
            found["year"] = Given(year, plain=True, spot=(own or entry).spot)
        return found

    def targets(self, row: Row, values: Values) -> list[Values]:
        """Read the targets of a row: one for each of its cells with a target."""
        found = []
        for entry in row.targets:
            figure = read_target(entry.text)
            if isinstance(figure, Unreadable):
                self._unreadable(figure, entry, "target")
            elif figure is not None:
                found.append(self._target(row, entry, figure, values))
        return found

    def unnamed(self, row: Row) -> None:
        """Complain of a row that names no indicator."""
        spot = next(row.spots[field] for field in ("name", "name_zh", "name_en", "id") if field in row.spots)
        self._add("name_cell_empty", spot, {})

    def compare(self, values: Values, first: Values) -> None:
        """Complain of a row that says of an indicator something else than an earlier one."""
        for field in _COMPARED:
            mine, other = values[field], first[field]
            if mine.text != other.text and mine.spot is not None and other.spot is not None:
                details: dict[str, Detail] = {"column": field, "value": mine.text, "first": other.text}
                self._add("row_differs_from_first", mine.spot, {**details, "first_cell": other.spot.cell})

    def _target(self, row: Row, entry: Entry, figure: TargetFigure, values: Values) -> Values:
        form = self._word(row, "form") or Given("level", assumed="plain_level")
        own = row.cells.get("target_year")
        year = self._year(own, "target_year") if own is not None and entry.year is None else str(entry.year or "")
        spot = own.spot if own is not None and entry.year is None else entry.spot
        target = {"year": Given(year, True, spot) if year else Given(str(self.head.end), True, None, "end_of_plan")}
        target["form"] = form
        usual = ">=" if values["direction"].text == "up" else "<="
        said = Given(figure.op, spot=entry.spot) if figure.op else None
        target["op"] = self._word(row, "target_op") or said or Given(usual, assumed="from_direction")
        target["value"] = Given(figure.value, True, entry.spot)
        self._check_unit(figure, entry, form.text, values)
        high = row.cells.get("target_high")
        upper = None if high is None else read_figure(high.text)
        if high is not None and isinstance(upper, Unreadable):
            self._unreadable(upper, high, "target_high")
        elif high is not None and isinstance(upper, Figure):
            target["value_high"] = Given(plain_number(upper), True, high.spot)
        elif figure.high is not None:
            target["value_high"] = Given(figure.high, True, entry.spot)
        if (tolerance := row.cells.get("tolerance")) is not None:
            target["tolerance"] = Given(tolerance.text.removesuffix("%").strip(), True, tolerance.spot)
        if "wording" in row.cells:
            target["wording"] = self._text(row.cells["wording"])
        elif figure.wording:
            target["wording"] = Given(figure.wording, spot=entry.spot)
        if (dated := self._word(row, "dated")) is not None and dated.text == "false":
            target["dated"] = dated._replace(plain=True)
        return target | self._own_citation(row, values)

    def _own_citation(self, row: Row, values: Values) -> Values:
        """Where the plan says a target, if it is not where it says the indicator."""
        cited = self._citation(row)
        same = all(field not in cited or values.get(field, cited[field]).text == cited[field].text for field in _CITED)
        return {} if same else cited

    def _citation(self, row: Row) -> Values:
        """Where the plan says it."""
        cited = {field: self._whole(row.cells[field], field) for field in _CITED[:2] if field in row.cells}
        return cited | {field: self._text(row.cells[field]) for field in _CITED[2:] if field in row.cells}

    def _check_unit(self, figure: TargetFigure, entry: Entry, form: str, values: Values) -> None:
        unit = values["unit"].text
        if figure.unit in (None, unit) or (form in _IN_PERCENT and figure.unit in ("%", "个百分点", "百分点")):
            return
        details: dict[str, Detail] = {"value": str(figure.unit), "unit": unit}
        self._add("unit_in_target_differs", entry.spot, details)

    def _names(self, row: Row) -> Values:
        """The names in both languages; one that is missing is taken from the other."""
        zh, en = row.cells.get("name_zh"), row.cells.get("name_en")
        if (plain := row.cells.get("name")) is not None:
            zh, en = (zh or plain, en) if self.head.language == "zh" else (zh, en or plain)
        known = zh or en or row.cells["id"]
        names: Values = {}
        for field, entry in (("name_zh", zh), ("name_en", en)):
            given = self._text(entry or known)
            names[field] = given if entry is not None else given._replace(assumed="same_name")
        return names

    def _group(self, row: Row) -> Given:
        if (entry := row.cells.get("group")) is not None:
            return self._text(entry)
        if row.section is not None:
            return Given(_unnumbered(row.section.text), spot=row.section.spot)
        return Given(_GROUP, assumed="no_group")

    def _unit(self, row: Row) -> Given:
        if (entry := row.cells.get("unit")) is not None:
            return self._text(entry)
        for entry in row.targets:
            figure = read_target(entry.text)
            if figure is not None and not isinstance(figure, Unreadable) and figure.unit:
                return Given(figure.unit, spot=entry.spot)
        spot = row.spots.get("unit") or next(iter(row.spots.values()))
        self._add("unit_cell_empty", spot, {})
        return Given("?")

    def _word(self, row: Row, field: str) -> Given | None:
        """Read a code or a word for one; None where the cell is empty or cannot be read."""
        assert field in WORD_FIELDS
        entry = row.cells.get(field)
        if entry is None:
            return None
        code = code_of(field, entry.text)
        if code is None:
            details: dict[str, Detail] = {"column": field, "value": entry.text[:_LONGEST_SHOWN]}
            self._add("unknown_value", entry.spot, {**details, "allowed": codes_for(field)})
            return None
        return Given(code, spot=entry.spot)

    def _text(self, entry: Entry) -> Given:
        text = entry.text
        return Given(text[1:] if text[0] == "'" and text[1:2] in "=+-@" else text, spot=entry.spot)

    def _whole(self, entry: Entry, field: str) -> Given:
        text = entry.text.removesuffix(".0").removeprefix("第").removesuffix("章").removesuffix("节")
        if not (text.isascii() and text.isdigit()):
            self._add("not_a_whole_number", entry.spot, {"column": field, "value": entry.text[:_LONGEST_SHOWN]})
            return Given("1", plain=True)
        return Given(text, True, entry.spot)

    def _year(self, entry: Entry, field: str) -> str:
        text = entry.text.removesuffix(".0").removesuffix("年")
        if len(text) == 4 and text.isascii() and text.isdigit():
            return text
        self._add("bad_year", entry.spot, {"column": field, "value": entry.text[:_LONGEST_SHOWN]})
        return ""

    def _unreadable(self, fault: Unreadable, entry: Entry, field: str) -> None:
        details: dict[str, Detail] = {"column": field, "value": entry.text[:_LONGEST_SHOWN]}
        if fault.suggestion:
            details["suggestion"] = fault.suggestion
        self._add(fault.code, entry.spot, details)

    def _add(self, code: str, spot: Spot, details: dict[str, Detail]) -> None:
        self.problems.append(Problem(code, spot.place, details={**details, "cell": spot.cell}))


def usual_measure(unit: str) -> str:
    """Give the measure that a unit makes likely: percent a share, a counter a count, anything else an amount.

    >>> usual_measure("%"), usual_measure("家"), usual_measure("亿元"), usual_measure("2020=100"), usual_measure("位")
    ('share', 'count', 'amount', 'index', 'rank')
    """
    if dimension(unit) == "percent":
        return "share"
    if unit in _PLACES:
        return "rank"
    if "=100" in unit.replace(" ", ""):
        return "index"
    if "/" in dimension(unit):
        return "rate" if is_counter(unit.partition("/")[0].partition(" per ")[0]) else "amount"
    return "count" if is_counter(unit) and is_counter(unit.split()[0]) else "amount"


def _unnumbered(text: str) -> str:
    """Take the number off a title: `一、经济发展`, `1. Economy`, `（二）民生`.

    >>> _unnumbered("一、经济发展"), _unnumbered("（二）民生"), _unnumbered("3. Health")
    ('经济发展', '民生', 'Health')
    """
    bare = text.strip().lstrip("（(")
    rest = bare.lstrip("".join(_NUMBERED) + "0123456789")
    if rest != bare and rest[:1] in "、.．)） ":
        return rest.lstrip("、.．)） ") or text
    return text
