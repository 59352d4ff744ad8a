"""The cells of one row of the gap table, by column."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.messages.table_text import POINTS, QUALIFIERS
from lixia_kpi.messages.terms import BINDING, DIRECTIONS, GROUPS, MEASURES
from lixia_kpi.messages.units import unit_name
from lixia_kpi.render.numbers import as_published, chance, decimals_of, fixed, percent, rate, signed
from lixia_kpi.render.spark import sparkline

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.render.symbols import Symbols
    from lixia_kpi.tables.gap import GapRow

_TARGET_ON_ONE_LINE = 11
_WORDS = {"binding": BINDING, "direction": DIRECTIONS, "group": GROUPS, "measure": MEASURES}


class Cell(NamedTuple):
    """The lines of a cell; `tone` is a status, `secondary` or empty."""

    lines: tuple[str, ...]
    tone: str = ""


class Cells:
    """Makes cells for one table: its language, its marks, its plan and the years of its trend lines."""

    def __init__(self, plan: PlanInfo, years: tuple[int, int], *, lang: Lang, symbols: Symbols) -> None:
        self.plan = plan
        self.years = years
        self.lang: Lang = lang
        self.symbols = symbols
        self.points = POINTS[lang == "en"]
        self.missing = Cell((symbols.missing,), "secondary")
        self._statuses = {
            code: Cell((f"{symbols.marks[code]} {STATUSES[code][lang == 'en']}",), code) for code in STATUSES
        }
        self._comparators = {">=": symbols.at_least, "<=": symbols.at_most, "~": symbols.about, "=": ""}

    def cell(self, row: GapRow, column: str, *, baseline_as_latest: bool = False) -> Cell:
        """Make one cell; `baseline_as_latest` shows the baseline where there is no latest value yet."""
        if column == "status":
            return self._statuses[str(row.values["status"])]
        if column == "trend":
            return Cell((sparkline(row.trend, *self.years, self.symbols.spark),), "secondary")
        if baseline_as_latest and column in ("latest", "latest_year") and row.values.get("latest") is None:
            text = self._text(row, "baseline" if column == "latest" else "baseline_year")
            has_baseline = row.values.get("baseline") is not None
            return Cell((text,), "secondary") if text and has_baseline else self.missing
        if column == "target":
            return self._target(row)
        text = self._text(row, column)
        return Cell((text,)) if text else self.missing

    def qualifier(self, row: GapRow, *, with_year: bool) -> str:
        """Say what tells a target from a plain one due at the end of the plan: its form, its year if wanted."""
        values = row.values
        form, year, start = str(values["form"]), values.get("target_year"), values.get("baseline_year")
        words = []
        if form in ("growth", "change", "points", "total"):
            text = QUALIFIERS[form][self.lang == "en"]
            if form == "total" and isinstance(start, int) and start != self.plan.start - 1 and year == self.plan.end:
                period = QUALIFIERS["period"][self.lang == "en"]
                text = f"{period.format(start=start + 1, dash=self.symbols.dash, end=year)} {text}"
            words.append(text)
        elif form != "level":
            words.append(QUALIFIERS[form][self.lang == "en"])
        if with_year and isinstance(year, int) and year != self.plan.end:
            words.append(QUALIFIERS["year"][self.lang == "en"].format(year=year))
        return (" " if self.lang == "zh" else ", ").join(words)

    def _text(self, row: GapRow, column: str) -> str:
        value = row.values.get(column)
        if column == "latest" and row.done is not None:
            return self.symbols.total + self._minus(as_published(row.done))
        if column == "interval":
            return self._interval(row)
        if isinstance(value, str | bool):
            return self._word(value, column)
        if value is None or isinstance(value, tuple):
            return ""
        if column == "latest" and row.change:
            text = as_published(value) + ("%" if row.change == "%" else self.points)
        elif column in ("baseline", "latest"):
            text = as_published(value)
        elif column.endswith("_rate"):
            text = self._rate(row, value)
        elif column == "required_growth":
            text = rate(value) + "%"
        elif column == "projected":
            text = fixed(value, self._decimals(row)) + self._suffix(row, "%")
        elif column == "gap":
            text = signed(value, self._decimals(row)) + self._suffix(row, self.points)
        elif column == "probability":
            text = chance(value)
        elif column in ("elapsed", "completion"):
            text = percent(value)
        else:
            text = rate(value) if isinstance(value, float) else str(value)
        return self._minus(text)

    def _word(self, value: str | bool, column: str) -> str:
        """Say a code, a flag or a unit in words."""
        if column == "unit":
            return unit_name(str(value), self.lang)
        words = _WORDS.get(column, {}).get(str(value).lower())
        return words[self.lang == "en"] if words else str(value)

    def _minus(self, text: str) -> str:
        return text.replace("-", self.symbols.minus) if "-" in text and "e" not in text else text

    def _suffix(self, row: GapRow, for_percent: str) -> str:
        """Name the unit of target, projection and gap where it is not the indicator's own."""
        form = row.values["form"]
        if form in ("growth", "change"):
            return for_percent
        return self.points if form == "points" else ""

    def _rate(self, row: GapRow, value: float) -> str:
        unit = row.values.get("rate_unit")
        if unit == "%/year":
            return rate(value) + "%"
        if unit == "points/year":
            return rate(value) + self.points
        return fixed(value, min(max(row.decimals, decimals_of(round(value, 2))), 2))

    def _decimals(self, row: GapRow) -> int:
        """How many decimals a computed value is shown with: as the published ones have, two for shares and rates."""
        values = row.values
        if values["form"] in ("growth", "change", "points") or values["measure"] in ("share", "index", "rate"):
            return 2
        latest = values.get("latest") if values.get("latest") is not None else values.get("baseline")
        return min(max(row.decimals, decimals_of(latest) if isinstance(latest, float) else 0), 2)

    def _interval(self, row: GapRow) -> str:
        low, high = row.values.get("projected_low"), row.values.get("projected_high")
        if not isinstance(low, int | float) or not isinstance(high, int | float):
            return ""
        places = self._decimals(row)
        between = self.symbols.dash if low >= 0 else self.symbols.ellipsis
        return f"{self._minus(fixed(low, places))}{between}{self._minus(fixed(high, places))}"

    def _target(self, row: GapRow) -> Cell:
        value, high = row.values.get("target"), row.values.get("target_high")
        if not isinstance(value, int | float):
            return self.missing
        suffix = self._suffix(row, "%")
        if isinstance(high, int | float):
            first, second = sorted((float(value), float(high)))
            low_text = self._minus(as_published(first)) + self.symbols.dash
            high_text = self._minus(as_published(second)) + suffix
            short = len(low_text + high_text) <= _TARGET_ON_ONE_LINE
            return Cell((low_text + high_text,) if short else (low_text, high_text))
        op = str(row.values["target_op"])
        return Cell((self._comparators.get(op, op) + self._minus(as_published(value)) + suffix,))
