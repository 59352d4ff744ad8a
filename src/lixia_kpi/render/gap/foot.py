"""The lines below the gap table: counts by status, what is left out, footnotes, cuts and units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.messages.table_text import FOOT
from lixia_kpi.render.width import width as cells
from lixia_kpi.render.width import wrap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.style import Style
    from lixia_kpi.render.symbols import Symbols
    from lixia_kpi.tables.gap import GapTable


def count_lines(counts: Mapping[str, int], *, lang: Lang, symbols: Symbols, style: Style, width: int) -> list[str]:
    """Write how many targets have each status, best first, never broken inside a status."""
    english = lang == "en"
    total = sum(counts.values())
    lead = FOOT["count_one" if total == 1 else "counts"][english].format(count=total)
    line, used = lead, cells(lead)
    lines = []
    for status, words in STATUSES.items():
        if not counts.get(status):
            continue
        text = f"{symbols.marks[status]} {words[english]} {counts[status]}"
        if used + cells(text) > width:
            lines.append(line.rstrip())
            line, used = "  ", 2
        line += style.status(status, text) + "   "
        used += cells(text) + 3
    lines.append(line.rstrip())
    return lines


def left_out_lines(table: GapTable, *, lang: Lang, width: int) -> list[str]:
    """Write how many targets are not in the table, why, and the command that lists them."""
    lines: list[str] = []
    for why in ("target_only", "baseline_only", "filtered"):
        if table.left_out.get(why):
            lines += wrap(FOOT[why][lang == "en"].format(count=table.left_out[why]), width)
    return lines


def footnote_lines(texts: list[str], *, width: int) -> list[str]:
    """Write the numbered footnotes."""
    lines: list[str] = []
    for number, text in enumerate(texts, 1):
        mark = f"[{number}] "
        lines += wrap(mark + text, width, indent=len(mark))
    return lines


def legend_lines(
    table: GapTable, *, lang: Lang, symbols: Symbols, width: int, uncalibrated: bool, baseline_as_latest: bool
) -> list[str]:
    """Write the cuts, what the units in the cells mean, and why there is no chance where there is none."""
    english = lang == "en"
    lines: list[str] = []
    if table.rule == "pace":
        cuts = table.plan.cuts
        words = {f"word_{status}": text[english] for status, text in STATUSES.items()}
        numbers = {name: f"{value:.2f}" for name, value in cuts._asdict().items()}
        lines += wrap(FOOT["cuts"][english].format(at_least=symbols.at_least, **numbers, **words), width, indent=2)
    else:
        from lixia_kpi.render.rule_cuts import cuts_in_use

        lines += wrap(cuts_in_use(table.rule, lang=lang, symbols=symbols), width, indent=2)
    units = FOOT["units_short" if baseline_as_latest else "units"][english]
    text = units.format(total=symbols.total, missing=symbols.missing, base=table.plan.baseline_year)
    lines += wrap(text, width, indent=2)
    if uncalibrated:
        lines += wrap(FOOT["no_chance"][english], width, indent=2)
    return lines
