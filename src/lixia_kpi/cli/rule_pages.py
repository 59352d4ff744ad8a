"""Pages of rules, told what the console can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.cli.console import Console
    from lixia_kpi.cli.result import Page
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.compare import CompareReport


def compare_page(report: CompareReport, *, grouped: bool) -> Page:
    """Draw the verdicts of the rules side by side."""

    def draw(lang: Lang, place: Console) -> str:
        from lixia_kpi.render.compare import render_compare

        return render_compare(
            report, lang=lang, width=place.width, color=place.color, ascii_only=place.ascii, grouped=grouped
        )

    return draw


def rules_page(names: tuple[str, ...], *, whole: bool) -> Page:
    """Draw the explanations of rules; `whole` with cuts, refusals and peculiarities."""

    def draw(lang: Lang, place: Console) -> str:
        from lixia_kpi.render.rules import render_rules

        return render_rules(names, lang=lang, width=place.width, color=place.color, ascii_only=place.ascii, whole=whole)

    return draw
