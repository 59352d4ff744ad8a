"""An evaluation as a document: title, facts, what it can say at all, then its sections in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.report_text import FACTS, SECTIONS, TITLES
from lixia_kpi.render.document.model import Document, Heading
from lixia_kpi.render.report.evidence import doubts, gaps, sources
from lixia_kpi.render.report.lagging import due, lagging, met_early
from lixia_kpi.render.report.method import method
from lixia_kpi.render.report.overall import lead, overall
from lixia_kpi.render.report.results import breakdown, results
from lixia_kpi.render.report.rule_differences import rule_differences
from lixia_kpi.render.report.words import Words
from lixia_kpi.render.symbols import symbols

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.document.model import Block
    from lixia_kpi.tables.report import EvaluationReport

_CHINESE_NUMBERS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


def report_document(
    report: EvaluationReport, *, lang: Lang, ascii_only: bool = False, everything: bool = False
) -> Document:
    """Lay an evaluation out as a document.

    Parameters
    ----------
    report
        every target with its outcome.
    lang
        `zh` or `en`.
    ascii_only
        marks and comparators in ASCII.
    everything
        put the targets without an observation in the table, too; they are named under the data gaps either way.
    """
    words = Words(report, lang=lang, symbols=symbols(ascii_only=ascii_only))
    blocks: list[Block] = [lead(words)]
    sections = [section for section in _sections(words, everything=everything) if section[1]]
    for number, (code, content) in enumerate(sections):
        blocks += [Heading(_numbered(number, words.say(SECTIONS, code), lang)), *content]
    return Document(_title(words), tuple(_facts(words)), tuple(blocks), lang)


def _sections(words: Words, *, everything: bool) -> list[tuple[str, list[Block]]]:
    """The sections in order; one without content is left out."""
    report = words.report
    return [
        ("overall", overall(words)),
        ("results", results(words, everything=everything)),
        ("met_early", met_early(words) if report.whole.judged else []),
        ("due", due(words) if report.due and report.kind != "final" else []),
        ("lagging", lagging(words) if report.whole.judged or report.lagging else []),
        ("breakdown", breakdown(words)),
        ("rules", rule_differences(words)),
        ("doubts", doubts(words)),
        ("gaps", gaps(words) if report.items else []),
        ("method", method(words)),
        ("sources", sources(words)),
    ]


def _numbered(position: int, heading: str, lang: Lang) -> str:
    return f"{_CHINESE_NUMBERS[position]}、{heading}" if lang == "zh" else f"{position + 1}. {heading}"


def _title(words: Words) -> str:
    report = words.report
    plan = report.plan.name.en if words.english else report.plan.name.zh
    if report.year is None:
        return words.say(TITLES, "no_year", plan=plan)
    return words.say(TITLES, report.kind, plan=plan, year=report.year)


def _facts(words: Words) -> list[str]:
    report, dash = words.report, words.symbols.dash
    plan = report.plan
    facts = [words.say(FACTS, "period", start=plan.start, end=plan.end, dash=dash, base=plan.baseline_year)]
    if report.elapsed is not None:
        facts.append(words.say(FACTS, "elapsed", percent=f"{100 * report.elapsed:.0f}%"))
    if (latest := report.latest) is not None:
        facts.append(words.say(FACTS, "latest", year=latest))
    if report.vintage is not None:
        facts.append(words.say(FACTS, "vintage", date=report.vintage))
    line = ("；" if words.lang == "zh" else "; ").join(facts)
    return [_capital(line), _capital(scope)] if (scope := _scope(words)) else [_capital(line)]


def _scope(words: Words) -> str:
    """Say to what the evaluation is confined; empty for the whole plan."""
    report = words.report
    names = [words.say(FACTS, "chapter", number=number) for number in report.chapters]
    names += [words.place("group", group) for group in report.groups] + list(report.owners)
    return words.counted(FACTS, "scope", report.left_out, names=words.listed(names)) if names else ""


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
