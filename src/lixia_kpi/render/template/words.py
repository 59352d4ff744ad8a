"""What a form says of an indicator, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.actuals.period import part_of
from lixia_kpi.actuals.period_words import meant_period
from lixia_kpi.intake.headers import printed_header
from lixia_kpi.messages.periods import period_name
from lixia_kpi.messages.template_text import DEFINITION, FACTS, INPUTS
from lixia_kpi.messages.terms import BASES, FORMS, PUBLICATION_STATUSES
from lixia_kpi.messages.units import unit_name
from lixia_kpi.render.numbers import as_published

if TYPE_CHECKING:
    from lixia_kpi.intake.headers import Field
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.plan.model import Indicator, Target
    from lixia_kpi.tables.template import Bounds, Template, TemplateRow

COLUMNS: tuple[Field, ...] = (
    "id", "name", "owner", "definition", "last_year", "last_value", "unit", "year", "period", "value", "status",
    "published", "source", "note",
)  # fmt: skip
_COUNTER = "no."
"""The English name of all counters."""
_MARKS = {">=": "≥", "<=": "≤", "~": "≈", "=": "", ">": ">", "<": "<"}


class Words:
    """The words of one form, and its columns: the department only where the rows are of several."""

    def __init__(self, template: Template, lang: Lang) -> None:
        self.template, self.lang = template, lang
        self.english = lang == "en"
        name = template.plan.name
        self.plan = name.en if self.english else name.zh
        several = len({row.indicator.owner for row in template.rows}) > 1
        self.columns = tuple(column for column in COLUMNS if several or column != "owner")

    def heading(self, column: Field) -> str:
        """Name a column."""
        return printed_header(column, self.lang)

    def fact(self, code: str, **details: object) -> str:
        """Say a fact."""
        return FACTS[code][self.english].format(**details)

    def input(self, code: str, **details: object) -> str:
        """Say what belongs in a cell."""
        return INPUTS[code][self.english].format(**details)

    def statuses(self) -> dict[str, str]:
        """Name the statuses of figures."""
        return {code: text[self.english] for code, text in PUBLICATION_STATUSES.items()}

    def name(self, indicator: Indicator) -> str:
        """Name an indicator."""
        return indicator.name.en if self.english else indicator.name.zh

    def period(self) -> str:
        """Name the period, in a way that is read back as the same one."""
        period = self.template.period
        said = period_name(period, self.lang)
        read = meant_period(said)
        same = read == period or (read is not None and part_of(period) is not None and part_of(read) == part_of(period))
        return said if same else period

    def asked(self) -> str:
        """Say what is asked for, and of whom."""
        period = period_name(self.template.period, self.lang)
        facts = [self.fact("asked", year=self.template.year, period=period)]
        if self.template.owner:
            facts.append(self.fact("owner", owner=self.template.owner))
        return " · ".join([*facts, self.fact("count", count=len(self.template.rows))])

    def definition(self, row: TemplateRow) -> str:
        """Say what the plan knows of an indicator: place, targets, what is to be reported, breaks, doubt."""
        indicator = row.indicator
        parts = [self._place(indicator), *(self._target(target, indicator) for target in indicator.targets)]
        if (named := unit_name(row.units[0], self.lang)) not in (row.units[0], _COUNTER):
            parts.append(self._say("unit", unit=row.units[0], name=named))
        if indicator.observed_as != "level":
            parts.append(self._say(indicator.observed_as, start=self.template.plan.start))
        elif any(target.form == "total" for target in indicator.targets):
            parts.append(self._say("flow"))
        if indicator.basis:
            parts.append(self._say("basis", basis=BASES[indicator.basis][self.english]))
        parts += [self._say("break", year=year) for year in indicator.breaks]
        if indicator.doubt:
            parts.append(self._say("doubt", doubt=indicator.doubt))
        return ("; " if self.english else "；").join(filter(None, parts))

    def bounds(self, bounds: Bounds) -> str:
        """Say what a figure can be."""
        low, high = as_published(bounds.low), as_published(bounds.high)
        if bounds.whole:
            return self.input("whole_from", low=low)
        if bounds.low <= -1e9:
            return self.input("any")
        return self.input("between", low=low, high=high) if bounds.high < 1e9 else self.input("from", low=low)

    def _say(self, code: str, **details: object) -> str:
        return DEFINITION[code][self.english].format(**details)

    def _place(self, indicator: Indicator) -> str:
        chapter, section, heading = indicator.citation
        words = ""
        if chapter is not None:
            words = self._say("chapter" if section is None else "place", chapter=chapter, section=section)
        if heading:
            words += (" " if words and self.english else "") + self._say("heading", heading=heading)
        return words

    def _target(self, target: Target, indicator: Indicator) -> str:
        unit = {"growth": "%", "change": "%", "points": "points" if self.english else "百分点"}.get(target.form)
        value = _MARKS[target.op] + as_published(target.value)
        if target.value_high is not None:
            value = f"{as_published(target.value)}–{as_published(target.value_high)}"
        shown = unit or unit_name(indicator.unit, self.lang)
        value += shown if shown == "%" else f" {shown}"
        return self._say("target", value=value, year=target.year, form=FORMS[target.form][self.english])
