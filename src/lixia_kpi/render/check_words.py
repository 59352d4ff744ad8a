"""What a check says in a sentence: how many targets fail or got worse, which got better, and under which gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.assessment.codes import ORDERED_STATUSES
from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.check_text import SUMMARY
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.render.numbers import chance
from lixia_kpi.tables.failing import verdict_of

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.gap import GapRow
    from lixia_kpi.tables.regressions import CheckReport

_NAMED_AT_MOST = 20


def summary_sentence(check: CheckReport, lang: Lang) -> str:
    """Say how many targets fail, with an earlier check how many got worse and how many were known; no full stop."""
    failing, count = len(check.failing.rows), len(check.gap.rows)
    code = ("none", "failing") if check.before is None else ("none_worse", "worse")
    parts = [say(SUMMARY, code[failing > 0], lang, count=count, failing=failing)]
    if check.known:
        parts.append(say(SUMMARY, "known", lang, count=len(check.known)))
    unjudged = sum(is_not_judged(check, row) for row in check.gap.rows)
    if unjudged:
        parts.append(say(SUMMARY, "not_judged", lang, count=unjudged))
    return say(SUMMARY, "between", lang).join(parts)


def is_not_judged(check: CheckReport, row: GapRow) -> bool:
    """Whether a row has no status in the order, and does not fail for that."""
    status, chance = verdict_of(row)
    return status not in ORDERED_STATUSES and not check.gate.fails(status, chance)


def better_sentence(check: CheckReport, lang: Lang) -> str:
    """Say which targets got better since the earlier check, at most twenty by name; no full stop."""
    moves = []
    for row, before in check.better[:_NAMED_AT_MOST]:
        status, now = verdict_of(row)
        words = {"before": say(STATUSES, before.status, lang), "after": say(STATUSES, status, lang)}
        code = "moved"
        if status == before.status and before.chance is not None and now is not None:
            code, words = "moved_chance", {"before": chance(before.chance), "after": chance(now)}
        moves.append(say(SUMMARY, code, lang, id=str(row.values["id"]), **words))
    if len(check.better) > _NAMED_AT_MOST:
        moves.append("…")
    return say(SUMMARY, "better", lang, count=len(check.better), list=("，" if lang == "zh" else ", ").join(moves))


def gate_sentence(check: CheckReport, lang: Lang) -> str:
    """Say what fails; no full stop."""
    between = "、" if lang == "zh" else ", "
    words = [say(STATUSES, status, lang) for status in check.gate.statuses]
    if check.gate.min_chance is not None:
        words.append(say(SUMMARY, "least_chance", lang, chance=f"{100 * check.gate.min_chance:g}%"))
    return say(SUMMARY, "level", lang, statuses=between.join(words))
