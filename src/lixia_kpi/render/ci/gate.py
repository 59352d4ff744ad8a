"""A check as a report for continuous integration: one annotation a failing target, one case a target.

An annotation stands at the latest published figure, the line of the actuals that decides the status and that a change
to the data touches; where no published figure decides, at the target in the plan file. The other place goes with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.check_text import CASES, FAILURE
from lixia_kpi.messages.reasons import REASONS
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.messages.units import unit_name
from lixia_kpi.render.check_words import better_sentence, is_not_judged, summary_sentence
from lixia_kpi.render.ci.annotation import Annotation, Checked, Report
from lixia_kpi.render.numbers import chance as chance_text
from lixia_kpi.render.rows.cells import Cells
from lixia_kpi.render.symbols import symbols
from lixia_kpi.tables.failing import verdict_of
from lixia_kpi.tables.regressions import key_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.ci.annotation import Change
    from lixia_kpi.tables.gap import GapRow
    from lixia_kpi.tables.regressions import CheckReport


def check_report(check: CheckReport, lang: Lang) -> Report:
    """Say a check in words, target by target.

    Parameters
    ----------
    check
        what was found.
    lang
        of every text; codes, places and identities do not depend on it.
    """
    writer = _Writer(check, lang)
    failing, known = check.failing.rows, check.known
    outcomes = {id(row): "failed" for row in failing} | {id(row): "known" for row in known}
    remarks = [better_sentence(check, lang)] if check.better else []
    return Report(
        command="check",
        annotations=tuple(writer.annotation(row) for row in failing),
        cases=tuple(writer.case(row, outcomes.get(id(row), "")) for row in check.gap.rows),
        summary=summary_sentence(check, lang),
        known=tuple(writer.annotation(row, known=True) for row in known),
        remarks=tuple(remarks),
    )


class _Writer:
    """Writes the texts of one check."""

    def __init__(self, check: CheckReport, lang: Lang) -> None:
        self.check = check
        self.lang: Lang = lang
        self.cells = Cells(check.gap.plan, (0, 0), lang=lang, symbols=symbols(ascii_only=False))

    def annotation(self, row: GapRow, *, known: bool = False) -> Annotation:
        """Write the remark on a failing row."""
        by_status = row.values["status"] in self.check.gate.statuses
        return Annotation(
            rule=str(row.values["status"]) if by_status else "probability",
            level="note" if known else "error",
            place=row.observed or row.place,
            title=self.title(row, by_status=by_status),
            text=self.text(row),
            identity=identity(row),
            label=str(row.values["id"]),
            also=row.place if row.observed is not None else None,
            change=self.change(row, known=known),
        )

    def case(self, row: GapRow, outcome: str) -> Checked:
        """Write the case of a row: `failed`, `known` or passed."""
        suite = f"{self.check.gap.plan.id}.{row.values['group']}"
        status = str(row.values["status"])
        if outcome == "failed":
            remark = self.annotation(row)
            text = f"{remark.place}: {remark.text}"
            return Checked(suite, identity(row), "failed", remark.rule, remark.title, text)
        if outcome == "known":
            return Checked(suite, identity(row), "skipped", message=say(CASES, "known", self.lang))
        if is_not_judged(self.check, row):
            message = say(CASES, "not_judged", self.lang, status=self.status(status))
            return Checked(suite, identity(row), "skipped", message=message)
        return Checked(suite, identity(row), "passed")

    def change(self, row: GapRow, *, known: bool) -> Change | None:
        """Say how a failing row stands to the earlier check."""
        if self.check.before is None:
            return None
        was = self.check.was(row)
        if known:
            return "unchanged" if was is not None and was.status == row.values["status"] else "updated"
        return "updated" if was is not None and self.check.gate.fails(*was) else "new"

    def title(self, row: GapRow, *, by_status: bool) -> str:
        """Name the indicator and how it fails."""
        status, chance = verdict_of(row)
        name, code = str(row.values["name_en" if self.lang == "en" else "name_zh"]), str(row.values["id"])
        least = self.check.gate.min_chance
        if by_status or chance is None or least is None:
            return say(FAILURE, "title", self.lang, name=name, id=code, status=self.status(status))
        texts = {"chance": chance_text(chance), "least": least_text(least)}
        return say(FAILURE, "chance_title", self.lang, name=name, id=code, **texts)

    def text(self, row: GapRow) -> str:
        """Say in one line what is known of a row: latest, target, progress, chance, reason, the earlier status."""
        values, lang = row.values, self.lang
        parts = [self._latest(row), self._target(row)]
        if values["completion"] is not None and values["elapsed"] is not None:
            figures = {"completion": self._cell(row, "completion"), "elapsed": self._cell(row, "elapsed")}
            parts.append(say(FAILURE, "progress", lang, **figures))
        parts += [
            say(FAILURE, code, lang, **{code: self._cell(row, column)})
            for code, column in (("pace", "pace"), ("chance", "probability"))
            if values[column] is not None
        ]
        parts += self._reasons(row)
        if self.check.before is not None:
            was = self.check.was(row)
            before = None if was is None else say(FAILURE, "was", lang, status=self.status(was.status))
            parts.append(before or say(FAILURE, "was_passing", lang))
        return say(FAILURE, "between", lang).join(parts)

    def status(self, code: str) -> str:
        """Give the word of a status."""
        return say(STATUSES, code, self.lang)

    def _latest(self, row: GapRow) -> str:
        if row.values["latest"] is None:
            return say(FAILURE, "no_latest", self.lang)
        value = f"{self._cell(row, 'latest')} {self._unit(row)}".strip()
        return say(FAILURE, "latest", self.lang, year=str(row.values["latest_year"]), value=value)

    def _target(self, row: GapRow) -> str:
        value = "".join(self.cells.cell(row, "target").lines)
        qualifier = self.cells.qualifier(row, with_year=False)
        if row.values["form"] not in ("growth", "change", "points"):
            value = f"{value} {self._unit(row)}".strip()
        qualifier = f"{qualifier} " if qualifier else ""
        return say(FAILURE, "target", self.lang, year=str(row.values["target_year"]), value=value, qualifier=qualifier)

    def _unit(self, row: GapRow) -> str:
        unit = unit_name(str(row.values["unit"]), self.lang)
        return "" if unit == "no." else unit

    def _reasons(self, row: GapRow) -> list[str]:
        reasons: Sequence[str] = row.values["reason"] if isinstance(row.values["reason"], tuple) else ()
        return [say(REASONS, code, self.lang) for code in reasons[:1] if code in REASONS and code != "no_actual"]

    def _cell(self, row: GapRow, column: str) -> str:
        return "".join(self.cells.cell(row, column).lines)


def identity(row: GapRow) -> str:
    """Name a target in a way that no other edit of the plan changes: `gdp/level/2025/>=`."""
    return "/".join("" if part is None else str(part) for part in key_of(row.values))


def least_text(fraction: float) -> str:
    """Write the least chance in percent: 0.5 as `50%`."""
    return f"{100 * fraction:g}%"
