"""What the evaluation can say at all, and the counts of all targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.report_text import COLUMNS, LEAD, NATURE_HEADINGS, NATURES, OUTCOMES, OVERALL
from lixia_kpi.render.document.model import Cell, Column, Paragraph, Row, Table
from lixia_kpi.tables.report.outcome import JUDGED
from lixia_kpi.tables.report.outcome import OUTCOMES as ALL_OUTCOMES

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Detail
    from lixia_kpi.render.document.model import Block
    from lixia_kpi.render.report.words import Words
    from lixia_kpi.tables.report.model import Tally

_NATURE_CODES = ("binding", "expected", "unstated")
_ALWAYS = {
    "final": ("met_early", "met", "missed", "awaiting"),
    "midterm": ("met_early", "ahead", "on_track", "behind"),
    "to_date": ("met_early", "ahead", "on_track", "behind"),
}


def lead(words: Words) -> Paragraph:
    """Say first how much of the plan can be judged."""
    whole = words.report.whole
    if not whole.total:
        return Paragraph(words.say(LEAD, "no_targets"), "lead")
    if whole.judged == whole.total > 1:
        return Paragraph(words.say(LEAD, "complete", total=whole.total), "lead")
    details: dict[str, Detail] = {"total": whole.total, "observed": whole.observed, "judged": whole.judged}
    details["percent"] = words.percent(whole.observed / whole.total)
    if whole.total == 1:
        parts = [words.say(LEAD, "single", **details)]
    else:
        parts = [words.counted(LEAD, "coverage", whole.observed, **details)]
    if awaiting := whole.of("awaiting"):
        parts.append(words.counted(LEAD, "awaiting", awaiting))
    if whole.total > 1 or not whole.judged:
        parts.append(words.counted(LEAD, "speaks_for", whole.judged, judged=whole.judged))
    return Paragraph(words.sentences(parts), "lead")


def overall(words: Words) -> list[Block]:
    """Count the targets: sentences, and a table by nature."""
    whole = words.report.whole
    parts = [_time(words), words.counted(OVERALL, "judged", whole.judged, outcomes=words.outcomes(whole, JUDGED))]
    if whole.judged:
        parts += [_rate(words, whole), "" if words.report.kind == "final" else _completion(words, whole)]
    if waiting := words.report.with_outcome("awaiting"):
        parts.append(words.say(OVERALL, "awaiting", count=len(waiting), outcomes=words.statuses(waiting)))
    blocks: list[Block] = [Paragraph(words.sentences(parts))]
    return [*blocks, Paragraph(words.sentences(_natures(words))), _table(words)] if whole.total else blocks


def _time(words: Words) -> str:
    report = words.report
    if report.year is None or report.elapsed is None:
        return ""
    years = report.plan.end - report.plan.baseline_year
    gone = min(max(report.year - report.plan.baseline_year, 0), years)
    return words.counted(OVERALL, "time", gone, years=years, gone=gone, percent=f"{100 * report.elapsed:.0f}%")


def _rate(words: Words, tally: Tally) -> str:
    bad = tally.judged - tally.good
    code = "rate_final" if words.report.kind == "final" else "rate"
    shares = {"rate": words.percent(tally.rate), "bad_rate": words.percent(bad / tally.judged)}
    return words.say(OVERALL, code, good=tally.good, bad=bad, judged=tally.judged, **shares)


def _completion(words: Words, tally: Tally) -> str:
    pairs = [(i["completion"], i["elapsed"]) for i in tally.items if i["form"] != "every_year"]
    known = [(done, gone) for done, gone in pairs if isinstance(done, float) and isinstance(gone, float)]
    if not known:
        return ""
    above = sum(done >= gone - 1e-9 for done, gone in known)
    return words.counted(OVERALL, "completion", len(known), above=above)


def _natures(words: Words) -> list[str]:
    natures = dict(zip(_NATURE_CODES, words.report.by_nature, strict=True))
    if natures["unstated"].total == words.report.whole.total:
        return [words.say(OVERALL, "nature_unstated")]
    return [_nature(words, code, tally) for code, tally in natures.items() if tally.total]


def _nature(words: Words, code: str, tally: Tally) -> str:
    details: dict[str, Detail] = {"nature": words.say(NATURES, code), "total": tally.total, "judged": tally.judged}
    if not tally.judged:
        return words.say(OVERALL, "nature_none", **details)
    return words.say(OVERALL, "nature", outcomes=words.outcomes(tally, JUDGED), **details)


def _table(words: Words) -> Table:
    """Targets by outcome and nature: the official words always, other outcomes where they occur."""
    whole = words.report.whole
    natures = [(code, t) for code, t in zip(_NATURE_CODES, words.report.by_nature, strict=True) if t.total]
    columns = [*natures, ("all", whole)] if len(natures) > 1 else [("all", whole)]
    shown = [o for o in ALL_OUTCOMES if o in _ALWAYS[words.report.kind] or whole.of(o)]
    headings = [Column(words.say(COLUMNS, "outcome"), elastic=True)]
    headings += [Column(words.say(NATURE_HEADINGS, code), right=True) for code, _ in columns]
    rows = [Row((Cell(_capital(words.say(OUTCOMES, o))), *(Cell(str(t.of(o))) for _, t in columns))) for o in shown]
    total = Row((Cell(words.say(COLUMNS, "targets")), *(Cell(str(tally.total)) for _, tally in columns)), "total")
    return Table(tuple(headings), (*rows, total))


def _capital(word: str) -> str:
    return word[0].upper() + word[1:]
