"""A check for people: the failing rows in a terminal, and a short comment in Markdown for a merge request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.check_text import COMMENT, SUMMARY
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.messages.units import unit_name
from lixia_kpi.render.check_words import better_sentence, gate_sentence, summary_sentence
from lixia_kpi.render.gap import render_gap
from lixia_kpi.render.markdown import escaped, pipe_table
from lixia_kpi.render.rows.cells import Cells
from lixia_kpi.render.symbols import UNICODE
from lixia_kpi.render.width import wrap

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.gap import GapRow
    from lixia_kpi.tables.regressions import CheckReport

_ROWS_AT_MOST = 25
_WIDEST = 120


def render_check(check: CheckReport, *, lang: Lang, width: int | None, color: bool, ascii_only: bool) -> str:
    """Write the failing rows as the gap table does; with an earlier check, also what got worse, stayed, got better.

    Parameters
    ----------
    check
        what was found.
    lang, width, color, ascii_only
        as for the gap table.
    """
    text = render_gap(check.failing, lang=lang, width=width, color=color, ascii_only=ascii_only, grouped=False)
    if check.before is None:
        return text
    sentences = [summary_sentence(check, lang)] + ([better_sentence(check, lang)] if check.better else [])
    stop = say(SUMMARY, "stop", lang)
    said = [sentence.replace("→", "->") if ascii_only else sentence for sentence in sentences]
    lines = [line for sentence in said for line in wrap(sentence + stop, width or _WIDEST)]
    return text + "\n" + "\n".join(lines) + "\n"


def render_comment(check: CheckReport, *, lang: Lang) -> str:
    """Write a check as Markdown for a merge request: the counts, what fails, a table of at most 25 rows.

    Parameters
    ----------
    check
        what was found.
    lang
        of the words; there are no column ids in it.
    """
    plan, stop = check.gap.plan, say(SUMMARY, "stop", lang)
    title = say(SUMMARY, "title", lang, plan=escaped(plan.name.en if lang == "en" else plan.name.zh), bullet=" · ")
    lines = [f"### {title}", "", f"**{summary_sentence(check, lang)}{stop}** {gate_sentence(check, lang)}{stop}"]
    if check.better:
        lines += ["", escaped(better_sentence(check, lang)) + stop]
    rows = check.failing.rows
    if rows:
        lines += ["", _table(check, lang).rstrip("\n")]
    if len(rows) > _ROWS_AT_MOST:
        lines += ["", say(SUMMARY, "more_rows", lang, count=len(rows) - _ROWS_AT_MOST) + stop]
    return "\n".join(lines) + "\n"


def _table(check: CheckReport, lang: Lang) -> str:
    columns = ["indicator", "status", "latest", "target", "pace", "probability"]
    columns += ["before"] if check.before is not None else []
    cells = Cells(check.gap.plan, (0, 0), lang=lang, symbols=UNICODE)
    rows = [
        [escaped(_cell(check, row, column, cells, lang)) for column in columns]
        for row in check.failing.rows[:_ROWS_AT_MOST]
    ]
    right = [column in ("latest", "target", "pace", "probability") for column in columns]
    return pipe_table([say(COMMENT, column, lang) for column in columns], right, rows)


def _cell(check: CheckReport, row: GapRow, column: str, cells: Cells, lang: Lang) -> str:
    values = row.values
    if column == "indicator":
        return f"{values['name_en' if lang == 'en' else 'name_zh']} ({values['id']})"
    if column == "before":
        was = check.was(row)
        return UNICODE.missing if was is None else say(STATUSES, was.status, lang)
    text = "".join(cells.cell(row, column).lines)
    if column == "latest" and values["latest"] is not None:
        return f"{text} {unit_name(str(values['unit']), lang)} ({values['latest_year']})"
    if column == "target":
        qualifier = cells.qualifier(row, with_year=False)
        return f"{qualifier + ' ' if qualifier else ''}{text} ({values['target_year']})"
    return text
