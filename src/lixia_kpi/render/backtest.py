"""The page of `kpi backtest`: the verdict, the methods side by side, measures and years, what chances were worth."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from lixia_kpi.backtest.verdict import LEAST_ORIGINS, LEAST_SERIES
from lixia_kpi.messages.backtest_text import HEADINGS, LEGEND, PAGE, VERDICTS
from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.chances import CHANCES, chance_bounds
from lixia_kpi.messages.terms import MEASURES
from lixia_kpi.render.style import Style
from lixia_kpi.render.symbols import symbols
from lixia_kpi.render.width import left, right, width, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lixia_kpi.backtest.reliability import Reliability
    from lixia_kpi.backtest.run import Score
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.backtest import BacktestReport

_WIDEST, _LEAST = 120, 40
_WIDE = 100
_TEXTS = ("method", "measure", "likelihood")
_FRACTIONS = ("coverage_80", "coverage", "stated", "happened")
_LEAVING = ("series", "brier_required", "interval_score", "brier", "coverage", "origins", "stated")
"""Columns that go, in this order, where the screen is too narrow for all of them."""


def render_backtest(report: BacktestReport, *, lang: Lang, width: int | None, color: bool, ascii_only: bool) -> str:
    """Write a backtest for a person.

    Parameters
    ----------
    report
        the backtest.
    lang, width, color, ascii_only
        as for the gap table; where columns do not fit, the less telling ones leave.
    """
    writer = _Writer(report, lang, None if width is None else max(width, _LEAST), Style(color=color), ascii_only)
    return "\n".join(writer.lines()) + "\n"


class _Writer:
    def __init__(self, report: BacktestReport, lang: Lang, room: int | None, style: Style, ascii_only: bool) -> None:
        self.report, self.style = report, style
        self.lang: Lang = lang
        self.room, self.text_room = room, min(room or _WIDEST, _WIDEST)
        self.marks = symbols(ascii_only=ascii_only)

    def lines(self) -> list[str]:
        """Put the page together."""
        report, result = self.report, self.report.result
        counts = say(PAGE, "counts", self.lang, series=result.series, origins=result.origins)
        lines = [self.style.bold(line) for line in self._wrap(self._title())]
        lines += [*self._wrap(counts), "", *self._wrap(self._verdict())]
        if result.origins:
            lines += self._section(say(PAGE, "methods", self.lang), self._methods())
            measures = say(PAGE, "measures", self.lang, method=report.method)
            lines += self._section(measures, self._measures())
        for question, chances in (("rise_20", result.rise), ("required", result.reach)):
            if chances:
                lines += self._section(say(PAGE, question, self.lang), self._chances(chances))
        if result.origins:
            lines += ["", *(self.style.secondary(line) for line in self._legend())]
        return lines

    def _title(self) -> str:
        plan = self.report.plan
        if plan is not None:
            name = plan.name.en if self.lang == "en" else plan.name.zh
        else:
            shown = ("".join(c if c.isprintable() else "?" for c in file) for file in self.report.files)
            name = ", ".join(shown)
        return say(PAGE, "title", self.lang, name=name, bullet=f" {self.marks.bullet} ")

    def _verdict(self) -> str:
        verdict = self.report.result.verdict
        sentence = say(
            VERDICTS, verdict.code, self.lang,
            method=self.report.method, series=verdict.series, origins=verdict.origins,
            least_series=LEAST_SERIES, least_origins=LEAST_ORIGINS,
            coverage=self._number("coverage_80", verdict.coverage),
            relative=self._number("relative_error", verdict.relative_error),
            excess=self._number("brier", max(verdict.excess, 0.0)),
        )  # fmt: skip
        return sentence if verdict.code == "too_few" else sentence + self._best()

    def _best(self) -> str:
        """Say which method had the least error, where that is another one."""
        whole = [s for s in self.report.result.scores if s.measure is None and s.horizon is None]
        known = [score for score in whole if score.origins == whole[0].origins]
        best = min(known, key=lambda score: score.relative_error)
        relative = self._number("relative_error", best.relative_error)
        if relative == self._number("relative_error", whole[0].relative_error):
            return ""
        return (" " if self.lang == "en" else "") + say(PAGE, "best", self.lang, method=best.method, relative=relative)

    def _methods(self) -> list[dict[str, str]]:
        """One row a method, over all series and years; on a wide screen also at one and at five years."""
        scores = [score for score in self.report.result.scores if score.measure is None]
        rows = []
        for score in scores:
            if score.horizon is None:
                row = {"method": score.method, **self._figures(score)}
                if self.room is None or self.room >= _WIDE:
                    for other in (s for s in scores if s.method == score.method and s.horizon in (1, 5)):
                        for column in ("relative_error", "coverage_80"):
                            row[f"{column}_{other.horizon}"] = self._number(column, getattr(other, column))
                rows.append(row)
        return rows

    def _measures(self) -> list[dict[str, str]]:
        """One row a measure and horizon of the method that is judged."""
        scores = [s for s in self.report.result.scores if s.method == self.report.method and s.origins]
        several = len({score.measure for score in scores}) > 1
        rows = []
        for score in scores:
            if several and score.measure is None and score.horizon is not None:
                continue
            measure = say(PAGE, "all", self.lang) if score.measure is None else say(MEASURES, score.measure, self.lang)
            years = say(PAGE, "all_years", self.lang) if score.horizon is None else str(score.horizon)
            rows.append({"measure": measure, "horizon": years, **self._figures(score)})
        return rows

    def _figures(self, score: Score) -> dict[str, str]:
        columns = ["origins", "series", "relative_error", "coverage_80", "interval_score", "brier", "brier_required"]
        if self.report.interval != 80:
            columns.insert(4, "coverage")
        return {column: self._number(column, getattr(score, column)) for column in columns}

    def _chances(self, chances: Sequence[Reliability]) -> list[dict[str, str]]:
        return [
            {
                "likelihood": say(CHANCES, chance.likelihood, self.lang),
                "chances": str(chance.count),
                "stated": self._number("stated", chance.stated),
                "happened": self._number("happened", chance.happened),
            }
            for chance in chances
        ]

    def _number(self, column: str, value: float) -> str:
        """Write a figure: counts whole, fractions in percent, scores with the decimals they deserve."""
        if isinstance(value, int):
            return str(value)
        if math.isnan(value):
            return self.marks.missing
        if column in _FRACTIONS:
            return f"{100 * value:.0f}%"
        return f"{value:.3f}" if column.startswith("brier") else f"{value:.2f}"

    def _section(self, heading: str, rows: list[dict[str, str]]) -> list[str]:
        """Set a heading over rows in columns; a column in which nothing is known is left out."""
        if not rows:
            return []
        columns = [c for c in rows[0] if any(row[c] != self.marks.missing for row in rows)]
        texts: Mapping[str, str] = {c: say(HEADINGS, c, self.lang, interval=self.report.interval) for c in columns}
        wide = {c: max(width(texts[c]), *(width(row[c]) for row in rows)) for c in columns}
        for leaving in _LEAVING:
            if self.room is None or 2 * len(columns) + sum(wide[c] for c in columns) <= self.room:
                break
            columns = [c for c in columns if c != leaving]

        def line(row: Mapping[str, str]) -> str:
            cells = [(left if c in _TEXTS else right)(row[c], wide[c]) for c in columns]
            return ("  " + "  ".join(cells)).rstrip()

        return ["", *map(self.style.bold, self._wrap(heading)), self.style.secondary(line(texts)), *map(line, rows)]

    def _legend(self) -> list[str]:
        bounds = chance_bounds(self.lang, at_least=self.marks.at_least, at_most=self.marks.at_most)
        said = [say(LEGEND, code, self.lang) for code in ("error", "held", "scores", "methods")]
        result = self.report.result
        if result.rise or result.reach:
            said.append(say(LEGEND, "chances", self.lang, bounds=bounds))
        return [line for text in said for line in wrap(text, self.text_room, indent=2)]

    def _wrap(self, text: str) -> list[str]:
        return wrap(text, self.text_room)
