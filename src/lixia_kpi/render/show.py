"""The page of `kpi show`: everything known of one indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.chances import CHANCES
from lixia_kpi.messages.notes import NOTES
from lixia_kpi.messages.periods import period_name
from lixia_kpi.messages.reasons import REASONS
from lixia_kpi.messages.show_text import LABELS, ON_YEAR, PHRASES, SECTIONS
from lixia_kpi.messages.terms import BASES, BINDING, DIRECTIONS, FORMS, GROUPS, MEASURES, OBSERVED_AS
from lixia_kpi.messages.terms import PUBLICATION_STATUSES as STANDINGS
from lixia_kpi.messages.units import unit_name
from lixia_kpi.projection.likelihood import likelihood
from lixia_kpi.render.numbers import as_published, rate, signed
from lixia_kpi.render.page import Fact, Page, Section, render_page
from lixia_kpi.render.rows.cells import Cells
from lixia_kpi.render.style import Style
from lixia_kpi.render.symbols import symbols

if TYPE_CHECKING:
    from lixia_kpi.actuals.observation import Observation
    from lixia_kpi.assessment.same_period import OnYear
    from lixia_kpi.messages.catalogue import Catalogue, Lang
    from lixia_kpi.plan.model import Baseline, Citation, Target
    from lixia_kpi.tables.gap import GapRow
    from lixia_kpi.tables.show import IndicatorPage

_USUAL_WIDTH = 80
_LEAST_WIDTH = 30
_FIGURES = ("target_level", "latest", "required_rate", "required_growth", "actual_rate", "needed_rate")


def render_show(page: IndicatorPage, *, lang: Lang, width: int | None, color: bool, ascii_only: bool) -> str:
    """Write everything known of an indicator for a person.

    Parameters
    ----------
    page
        the indicator with its targets, baseline and published figures.
    lang, color, ascii_only
        as for the gap table.
    width
        columns of the terminal; None (a pipe) writes 80. Addresses are never broken, however long.
    """
    writer = _Writer(page, lang, ascii_only=ascii_only)
    return render_page(writer.page(), room=max(width or _USUAL_WIDTH, _LEAST_WIDTH), style=Style(color=color))


class _Writer:
    def __init__(self, page: IndicatorPage, lang: Lang, *, ascii_only: bool) -> None:
        self.shown, self.lang = page, lang
        self.english = lang == "en"
        self.cells = Cells(page.plan, (0, 0), lang=lang, symbols=symbols(ascii_only=ascii_only))

    def say(self, catalogue: Catalogue, code: str) -> str:
        """Give the word of a code, the code itself where there is none."""
        return catalogue[code][self.english] if code in catalogue else code

    def phrase(self, code: str, **details: object) -> str:
        """Give a phrase with its details."""
        return PHRASES[code][self.english].format(**details)

    def fact(self, label: str, value: object, *, whole: bool = False, tone: str = "") -> list[Fact]:
        """Give a fact; none where there is no value."""
        return [Fact(LABELS[label][self.english], str(value), whole, tone)] if value not in (None, "", ()) else []

    def page(self) -> Page:
        """Put the sections together."""
        name = self.shown.indicator.name
        sections = [self._section("definition", self._definition())]
        targets = self.shown.indicator.targets
        for i, (target, row) in enumerate(zip(targets, self.shown.targets, strict=False), 1):
            number = f" {i}/{len(targets)}" if len(targets) > 1 else ""
            sections.append(self._section("target", self._target(target, row), number))
        if not targets:
            sections.append(self._section("target", [], text=self.phrase("no_targets")))
        baseline, observed = self._baseline(self.shown.baseline), self._observations()
        sections.append(self._section("baseline", baseline, text="" if baseline else self.phrase("no_baseline")))
        sections.append(
            self._section("observations", observed, text="" if observed else self.phrase("no_observations"))
        )
        if self.shown.derivation:
            sections.append(self._section("derivation", self._derivation()))
        if self.shown.indicator.doubt:
            sections.append(self._section("doubt", [], text=self.shown.indicator.doubt))
        return Page(name.en if self.english else name.zh, tuple(sections))

    def _section(self, code: str, facts: list[Fact], number: str = "", *, text: str = "") -> Section:
        return Section(SECTIONS[code][self.english] + number, tuple(facts), text)

    def _definition(self) -> list[Fact]:
        indicator = self.shown.indicator
        binding = None if indicator.binding is None else self.say(BINDING, str(indicator.binding).lower())
        return [
            *self.fact("id", indicator.id),
            *self.fact("other_name", indicator.name.zh if self.english else indicator.name.en),
            *self.fact("group", self.say(GROUPS, indicator.group)),
            *self.fact("place", self._place(indicator.citation)),
            *self.fact("measure", self.say(MEASURES, indicator.measure)),
            *self.fact("direction", self.say(DIRECTIONS, indicator.direction)),
            *self.fact("unit", self._unit(indicator.unit)),
            *self.fact("unit_also", ", ".join(indicator.unit_also)),
            *self.fact("observed_as", self.say(OBSERVED_AS, indicator.observed_as)),
            *self.fact("formula", indicator.formula.text if indicator.formula else None),
            *self.fact("basis", self.say(BASES, indicator.basis) if indicator.basis else None),
            *self.fact("binding", binding),
            *self.fact("owner", indicator.owner),
            *self.fact("breaks", ", ".join(map(str, indicator.breaks))),
        ]

    def _unit(self, unit: str) -> str:
        """Name a unit, with the plan's own sign where a translation stands for it."""
        name = unit_name(unit, self.lang)
        return name if name == unit else f"{name} ({unit})"

    def _place(self, citation: Citation) -> str:
        if citation.chapter is None:
            return ""
        place = "chapter" if citation.section is None else "place"
        text = self.phrase(place, chapter=citation.chapter, section=citation.section)
        if citation.heading:
            text += " " * self.english + self.phrase("heading", heading=citation.heading)
        return text

    def _target(self, target: Target, row: GapRow) -> list[Fact]:
        values = row.values
        year = self.phrase("by", value="".join(self.cells.cell(row, "target").lines), year=target.year)
        text = year if target.dated else f"{year}, {self.phrase('undated')}"
        facts = [*self.fact("target", text), *self.fact("form", self.say(FORMS, target.form))]
        facts += self.fact("wording", target.wording)
        facts += self.fact("tolerance", None if target.tolerance is None else f"{as_published(target.tolerance)}%")
        facts += self.fact("place", self._place(target.citation) if target.citation else None)
        for column in _FIGURES:
            if values.get(column) is not None:
                facts += self.fact(column, self._figure(row, column))
        if values.get("pace") is not None:
            figures = {c: self.cells.cell(row, c).lines[0] for c in ("elapsed", "completion", "pace")}
            facts += self.fact("progress", self.phrase("progress", **figures))
            facts += self.fact("completion_beside", self._completion_beside(row))
        facts += self._outlook(row)
        status = self.cells.cell(row, "status")
        facts += self.fact("status", status.lines[0], tone=status.tone)
        for column, catalogue in (("reason", REASONS), ("notes", NOTES)):
            codes = values.get(column)
            for code in codes if isinstance(codes, tuple) else ():
                if code != "doubtful":  # the page says what is doubtful
                    facts += self.fact(column, self.say(catalogue, code))
        return facts

    def _completion_beside(self, row: GapRow) -> str:
        """Say the completion to one decimal, in years of the plan, and on a straight line where it goes by logs."""
        values = row.values
        done, closed, years = (values.get(c) for c in ("completion", "gap_closed", "equivalent_years"))
        if not (isinstance(done, float) and isinstance(closed, float) and isinstance(years, float)):
            return ""
        figures = {"done": f"{100 * done:.1f}%", "closed": f"{100 * closed:.1f}%", "years": rate(years)}
        return self.phrase("by_logs" if values["rate_unit"] == "%/year" else "by_steps", **figures)

    def _figure(self, row: GapRow, column: str) -> str:
        value = row.values[column]
        if column == "target_level" and isinstance(value, float):
            return as_published(round(value, 2))
        text = self.cells.cell(row, column).lines[0]
        return self.phrase("in", value=text, year=row.values["latest_year"]) if column == "latest" else text

    def _outlook(self, row: GapRow) -> list[Fact]:
        """Projection, gap, chance and the year of arrival."""
        values, cell = row.values, self.cells.cell
        facts: list[Fact] = []
        if values.get("projected") is not None:
            text = cell(row, "projected").lines[0]
            if values.get("projected_low") is not None:
                bounds = cell(row, "interval").lines[0]
                text = f"{text} ({values['interval']}%: {bounds})"
            facts += self.fact("projected", f"{text}, {values['method']}" if values.get("method") else text)
            facts += self.fact("gap", cell(row, "gap").lines[0])
        if values.get("probability") is not None:
            facts += self.fact("probability", self._chance(row))
        facts += self.fact("arrival_year", values.get("arrival_year"))
        if isinstance(values.get("continuation"), float):
            carried_on = cell(row._replace(values={**values, "projected": values["continuation"]}), "projected")
            growth = f"{rate(float(str(values['continuation_growth'])))}%"
            facts += self.fact("continuation", self.phrase("continuation", value=carried_on.lines[0], growth=growth))
        return facts

    def _chance(self, row: GapRow) -> str:
        """Say the chance in percent and in words."""
        probability = row.values["probability"]
        word = self.say(CHANCES, likelihood(probability)) if isinstance(probability, float) else ""
        return self.phrase("chance", chance=self.cells.cell(row, "probability").lines[0], likelihood=word)

    def _baseline(self, baseline: Baseline | None) -> list[Fact]:
        if baseline is None:
            return []
        unit = unit_name(baseline.unit or self.shown.indicator.unit, self.lang)
        facts: list[Fact] = []
        if baseline.value is not None:
            text = f"{baseline.op or ''}{as_published(baseline.value)} {unit}"
            facts += self.fact("value", self.phrase("in", value=text, year=baseline.year))
        if baseline.previous_total is not None:
            facts += self.fact("previous_total", f"{as_published(baseline.previous_total)} {unit}")
        if baseline.growth is not None:
            growth = baseline.growth
            text = self.phrase("growth", value=rate(growth.value), start=growth.start, end=growth.end)
            facts += self.fact("growth", f"{text}, {self.say(BASES, growth.basis)}" if growth.basis else text)
        facts += self.fact("derived", baseline.derived)
        facts += self.fact("source", baseline.source, whole=_is_address(baseline.source))
        facts += self.fact("place", self._place(baseline.citation))
        return facts + self.fact("note", baseline.note)

    def _observations(self) -> list[Fact]:
        facts: list[Fact] = []
        for observation in self.shown.observations:
            facts.append(Fact(str(observation.year), self._observation(observation)))
            if on_year := self.shown.on_year.get(observation):
                facts.append(Fact("", self._on_year(on_year)))
            if observation.source:
                facts.append(Fact("", observation.source, whole=_is_address(observation.source)))
            if observation.note:
                facts.append(Fact("", observation.note))
        return facts

    def _on_year(self, on_year: OnYear) -> str:
        """Say how a part year compares with the same period of the year before."""
        earlier = on_year.earlier
        value, unit = as_published(earlier.value), unit_name(earlier.unit, self.lang)
        change = "" if on_year.change is None else signed(on_year.change, 1 if on_year.unit == "%" else 2)
        text = ON_YEAR[on_year.reason or on_year.unit][self.english]
        return text.format(change=change, year=earlier.year, value=value, unit=unit)

    def _derivation(self) -> list[Fact]:
        unit = unit_name(self.shown.indicator.unit, self.lang)
        facts = []
        for year, value, used in self.shown.derivation:
            if isinstance(value, float):
                words = [f"{as_published(value)} {unit}", self.phrase("used" if used else "unused")]
                text = ("，" if self.lang == "zh" else ", ").join(words)
            else:
                text = self.phrase(f"derived_{value.reason}", id=value.id)
            facts.append(Fact(str(year), text))
        return facts

    def _observation(self, observation: Observation) -> str:
        used = observation in self.shown.used
        words = [
            f"{as_published(observation.value)} {unit_name(observation.unit, self.lang)}",
            period_name(observation.period, self.lang),
            self.say(STANDINGS, observation.status),
        ]
        if observation.published:
            words.append(self.phrase("published", date=observation.published))
        words.append(self.phrase("used" if used else "unused"))
        return ("，" if self.lang == "zh" else ", ").join(words)


def _is_address(source: str | None) -> bool:
    return bool(source) and "://" in str(source)
