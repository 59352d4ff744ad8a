"""The page of `kpi path`: for each target a line of facts, the chart, the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.chances import CHANCES, chance_bounds
from lixia_kpi.messages.notes import NOTES
from lixia_kpi.messages.path_text import PATH, YEAR_HEADINGS
from lixia_kpi.messages.reasons import REASONS
from lixia_kpi.messages.units import unit_name
from lixia_kpi.projection.likelihood import likelihood
from lixia_kpi.render.chart.pathway import draw_pathway
from lixia_kpi.render.numbers import chance, decimals_of, fixed, rate
from lixia_kpi.render.rows.cells import Cells
from lixia_kpi.render.style import Style
from lixia_kpi.render.symbols import symbols
from lixia_kpi.render.width import left, right, width, wrap, wrap_pieces

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.symbols import Symbols
    from lixia_kpi.tables.path import PathReport, TargetPath
    from lixia_kpi.tables.table import Value

_USUAL_WIDTH = 80
_LEAST_WIDTH = 40
_LEAVING = ("said", "interval", "chance", "projected")


def render_path(report: PathReport, *, lang: Lang, width: int | None, color: bool, ascii_only: bool) -> str:
    """Write the pathways for a person.

    Parameters
    ----------
    report
        the targets asked for, each with its years.
    lang, color, ascii_only
        as for the gap table.
    width
        columns of the terminal; None (a pipe) draws charts of 80 columns.

    Returns
    -------
    The text, ending in a line end. A terminal of fewer than 40 columns is treated as one of 40.
    """
    room = max(width or _USUAL_WIDTH, _LEAST_WIDTH)
    writer = _Writer(report, lang, room, Style(color=color), ascii_only=ascii_only)
    parts = ["\n".join(writer.target(path)) for path in report.paths]
    return "\n\n".join(parts or [PATH["none"][lang == "en"]]) + "\n"


class _Writer:
    def __init__(self, report: PathReport, lang: Lang, room: int, style: Style, *, ascii_only: bool) -> None:
        self.report, self.lang, self.room, self.style, self.ascii_only = report, lang, room, style, ascii_only
        self.english = lang == "en"
        self.symbols: Symbols = symbols(ascii_only=ascii_only)
        self.cells = Cells(report.plan, (0, 0), lang=lang, symbols=self.symbols)

    def target(self, path: TargetPath) -> list[str]:
        """Write one target."""
        chart = draw_pathway(
            path.rows,
            lang=self.lang,
            width_=self.room,
            style=self.style,
            ascii_only=self.ascii_only,
            interval=self.report.interval,
        )
        return [
            *self._head(path),
            "",
            *(chart or [PATH["nothing"][self.english]]),
            "",
            *self._years(path),
            *self._foot(path),
        ]

    def _head(self, path: TargetPath) -> list[str]:
        """Name, unit and form; target, rates and status."""
        row, values = path.gap, path.gap.values
        name = str(values["name_en" if self.english else "name_zh"])
        title = f"{name} ({self._unit(path)})" + (f" {q}" if (q := self.cells.qualifier(row, with_year=False)) else "")
        facts = [
            PATH["target"][self.english].format(
                target="".join(self.cells.cell(row, "target").lines), year=values["target_year"]
            )
        ]
        for code, column in (("required", "required_rate"), ("needed", "needed_rate")):
            if values.get(column) is not None:
                facts.append(PATH[code][self.english].format(rate=self.cells.cell(row, column).lines[0]))
        if values.get("method"):
            facts.append(PATH["method"][self.english].format(method=values["method"]))
        between = f" {self.symbols.bullet} "
        status = self.cells.cell(row, "status")
        return [
            *(self.style.bold(line) for line in wrap(title, self.room)),
            *wrap_pieces([fact + between for fact in facts[:-1]] + facts[-1:], self.room),
            self.style.status(status.tone, status.lines[0]),
        ]

    def _unit(self, path: TargetPath) -> str:
        form = path.gap.values["form"]
        if path.unit != path.gap.values["unit"] or form == "growth":
            return PATH["points" if path.unit == "points" else "change"][self.english]
        return unit_name(path.unit, self.lang)

    def _years(self, path: TargetPath) -> list[str]:
        """The list of years; interval and chance only where there are any."""
        columns = ["year", "required", "actual", "projected"]
        if any(row.get("projected_low") is not None for row in path.rows):
            columns.append("interval")
        if any(row.get("chance") is not None for row in path.rows):
            columns += ["chance", "said"]
        return self._table(path, columns)

    def _table(self, path: TargetPath, columns: list[str]) -> list[str]:
        """Lay out the years; where they do not fit, the words leave, then interval, chance, projection."""
        places = self._decimals(path)
        headings = [YEAR_HEADINGS[c][self.english].format(interval=self.report.interval) for c in columns]
        cells = [[self._cell(row, column, places) for column in columns] for row in path.rows]
        widths = [max(map(width, texts)) for texts in zip(headings, *cells, strict=True)]
        gutter = next((" " * n for n in (3, 2) if sum(widths) + n * len(widths) <= self.room), " ")
        if sum(widths) + len(widths) > self.room and (leaving := [c for c in _LEAVING if c in columns]):
            return self._table(path, [c for c in columns if c != leaving[0]])

        def line(texts: list[str]) -> str:
            put = [left if column in ("year", "said") else right for column in columns]
            parts = [f(t, w) for f, t, w in zip(put, texts, widths, strict=True)]
            return (" " + gutter.join(parts)).rstrip()

        rule = self.symbols.rule * (sum(widths) + len(gutter) * (len(widths) - 1))
        return [self.style.bold(line(headings)), " " + self.style.secondary(rule), *map(line, cells)]

    def _cell(self, row: Mapping[str, Value], column: str, places: int) -> str:
        if column == "interval":
            low, high = row.get("projected_low"), row.get("projected_high")
            if not isinstance(low, float) or not isinstance(high, float):
                return self.symbols.missing
            between = self.symbols.dash if low >= 0 else self.symbols.ellipsis
            return self._minus(fixed(low, places)) + between + self._minus(fixed(high, places))
        value = row.get("chance" if column == "said" else column)
        if not isinstance(value, float):
            if column == "said":
                return ""
            return str(value) if column == "year" else self.symbols.missing
        if column == "said":
            return CHANCES[likelihood(value)][self.english]
        return chance(value) if column == "chance" else self._minus(fixed(value, places))

    def _minus(self, text: str) -> str:
        return text if "e" in text else text.replace("-", self.symbols.minus)

    def _decimals(self, path: TargetPath) -> int:
        """Two decimals, one for values from a thousand up, more where a published value has more."""
        values = [v for row in path.rows for c in ("required", "actual") if isinstance(v := row.get(c), float)]
        usual = 1 if max(map(abs, values), default=0.0) >= 1000 else 2
        published = [v for row in path.rows if isinstance(v := row.get("actual"), float)]
        return max([usual, *(min(decimals_of(round(v, 4)), 2) for v in published)])

    def _foot(self, path: TargetPath) -> list[str]:
        """Why something is missing and what a reader should know."""
        said = self._continuation(path)
        for column, catalogue in (("reason", REASONS), ("notes", NOTES)):
            codes = path.gap.values.get(column)
            said += [catalogue[c][self.english] for c in (codes if isinstance(codes, tuple) else ()) if c in catalogue]
        if any(row.get("chance") is not None for row in path.rows):
            marks = self.symbols
            bounds = chance_bounds(self.lang, at_least=marks.at_least, at_most=marks.at_most)
            said.append(PATH["chances"][self.english].format(bounds=bounds))
        lines = [line for text in said for line in wrap(f"{self.symbols.bullet} {text}", self.room, indent=2)]
        return [self.style.secondary(line) for line in lines]

    def _continuation(self, path: TargetPath) -> list[str]:
        """What a strongly and steadily growing series comes to if its growth carries on; named as an assumption."""
        values = path.gap.values
        carried_on, growth = values.get("continuation"), values.get("continuation_growth")
        if not isinstance(carried_on, float) or not isinstance(growth, float):
            return []
        row = path.gap._replace(values={**values, "projected": carried_on})
        shown = self.cells.cell(row, "projected").lines[0]
        text = PATH["continuation"][self.english]
        return [text.format(value=shown, growth=f"{rate(growth)}%", year=values["target_year"])]
