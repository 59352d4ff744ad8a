"""The years of one target: as a table, and in a sentence that stands for the chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.page_text import CHART, TARGET
from lixia_kpi.messages.path_text import PATH, YEAR_HEADINGS
from lixia_kpi.messages.units import unit_name
from lixia_kpi.render.document.html import scrolling
from lixia_kpi.render.markup import Html, element
from lixia_kpi.render.numbers import chance, decimals_of, fixed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.render.report.words import Words
    from lixia_kpi.tables.path import TargetPath
    from lixia_kpi.tables.table import Value


def path_unit(words: Words, path: TargetPath) -> str:
    """Name what the years of a pathway are given in."""
    values = path.gap.values
    if path.unit != values["unit"] or values["form"] == "growth":
        return words.say(PATH, "points" if path.unit == "points" else "change")
    return unit_name(path.unit, words.lang)


def years_table(words: Words, path: TargetPath, name: str) -> Html:
    """Write one row a year; columns without a value are left out."""
    columns = [c for c in ("required", "actual", "projected") if _any(path, c)]
    columns += ["interval"] if _any(path, "projected_low") else []
    columns += ["chance"] if _any(path, "chance") else []
    level = words.report.interval
    headings = [words.say(YEAR_HEADINGS, column, interval=level) for column in columns]
    title = f"{words.say(TARGET, 'years')}{'（' if words.lang == 'zh' else ' ('}{path_unit(words, path)}"
    title += "）" if words.lang == "zh" else ")"
    head = element("thead", element(
        "tr", element("th", words.say(YEAR_HEADINGS, "year"), scope="col"),
        *(element("th", heading, scope="col", class_="n") for heading in headings),
    ))  # fmt: skip
    places = _decimals(path)
    rows = [
        element(
            "tr", element("th", str(row["year"]), scope="row"),
            *(element("td", _cell(words, row, column, places), class_="n") for column in columns),
        )
        for row in path.rows
    ]  # fmt: skip
    table = element("table", element("caption", title), head, element("tbody", *rows), class_="small")
    return scrolling(table, label=f"{name}: {title}")


def described(words: Words, path: TargetPath, name: str) -> str:
    """Say what the chart of a pathway shows."""
    places = _decimals(path)

    def shown(row: Mapping[str, Value], column: str) -> str:
        return f"{_number(words, row[column], places)} {path_unit(words, path)}"

    parts = [words.say(CHART, "described", name=name)]
    for column in ("actual", "required", "projected"):
        row = next((row for row in reversed(path.rows) if isinstance(row.get(column), float)), None)
        if row is not None:
            details = {"value": shown(row, column), "year": str(row["year"])}
            if column == "projected":
                details["interval"] = _interval(words, row, places)
            parts.append(words.say(CHART, column, **details))
    return "".join([*parts, words.say(CHART, "table")])


def _interval(words: Words, row: Mapping[str, Value], places: int) -> str:
    low, high = row.get("projected_low"), row.get("projected_high")
    if not isinstance(low, float) or not isinstance(high, float):
        return ""
    ends = {"low": _number(words, low, places), "high": _number(words, high, places)}
    return words.say(CHART, "interval", level=words.report.interval, **ends)


def _any(path: TargetPath, column: str) -> bool:
    return any(row.get(column) is not None for row in path.rows)


def _cell(words: Words, row: Mapping[str, Value], column: str, places: int) -> str:
    if column != "interval":
        value = row.get(column)
        if isinstance(value, float) and column == "chance":
            return chance(value)
        return _number(words, value, places)
    low, high = row.get("projected_low"), row.get("projected_high")
    if low is None or high is None:
        return words.symbols.missing
    dash = words.symbols.dash if isinstance(low, float) and low >= 0 else words.symbols.ellipsis
    return _number(words, low, places) + dash + _number(words, high, places)


def _number(words: Words, value: Value, places: int) -> str:
    if not isinstance(value, float):
        return words.symbols.missing
    written = fixed(value, places)
    return written if "e" in written else written.replace("-", words.symbols.minus)


def _decimals(path: TargetPath) -> int:
    """As `kpi path` shows them: two, one for values from a thousand up, more where a published value has more."""
    values = [v for row in path.rows for c in ("required", "actual") if isinstance(v := row.get(c), float)]
    usual = 1 if max(map(abs, values), default=0.0) >= 1000 else 2
    published = [v for row in path.rows if isinstance(v := row.get("actual"), float)]
    return max([usual, *(min(decimals_of(round(v, 4)), 2) for v in published)])
