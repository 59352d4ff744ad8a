"""The lines above the gap table: plan and period, how far the years have run, how it is judged and projected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.table_text import HEAD
from lixia_kpi.render.width import wrap, wrap_pieces

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.style import Style
    from lixia_kpi.render.symbols import Symbols
    from lixia_kpi.tables.gap import GapTable

_BAR = 20
_BAR_FROM = 60


def _parts(facts: list[str], between: str) -> list[str]:
    """Put a bullet behind every fact but the last, so that a line breaks between facts only."""
    return [fact + between for fact in facts[:-1]] + facts[-1:]


def head_lines(
    table: GapTable, *, lang: Lang, symbols: Symbols, style: Style, width: int, with_interval: bool
) -> list[str]:
    """Write the head of a table; `with_interval` names the interval where the table has one."""
    english = lang == "en"
    plan = table.plan
    between = f" {symbols.bullet} "
    name = plan.name.en if english else plan.name.zh
    title = HEAD["title"][english].format(plan=name, bullet=between)
    facts = [HEAD["period"][english].format(start=plan.start, end=plan.end, dash=symbols.dash)]
    elapsed = table.elapsed
    if elapsed is None:
        facts.append(HEAD["no_actuals"][english])
    else:
        facts.append(HEAD["as_of"][english].format(year=table.as_of))
        full = int(_BAR * elapsed + 0.5)
        bar = f" {symbols.filled * full}{symbols.unfilled * (_BAR - full)}" if width >= _BAR_FROM else ""
        facts.append(HEAD["elapsed"][english].format(percent=f"{100 * elapsed:.0f}") + bar)
    judged = [HEAD["rule"][english].format(rule=table.rule), HEAD["method"][english].format(method=table.method)]
    if with_interval:
        judged.append(HEAD["interval"][english].format(interval=table.interval))
    lines = [style.bold(line) for line in wrap(title, width)]
    lines += wrap_pieces(_parts(facts, between), width)
    lines += [style.secondary(line) for line in wrap_pieces(_parts(judged, between), width)]
    return lines
