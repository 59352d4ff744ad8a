"""Pages of yearly targets and of assumptions, told what the console can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.cli.console import Console
    from lixia_kpi.cli.result import Page
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.annual import AnnualReport
    from lixia_kpi.tables.whatif import WhatifReport


def annual_page(report: AnnualReport, *, grouped: bool) -> Page:
    """Draw the yearly targets."""

    def draw(lang: Lang, place: Console) -> str:
        from lixia_kpi.render.annual import render_annual

        return render_annual(
            report, lang=lang, width=place.width, color=place.color, ascii_only=place.ascii, grouped=grouped
        )

    return draw


def whatif_page(report: WhatifReport, *, grouped: bool) -> Page:
    """Draw targets before and after assumptions."""

    def draw(lang: Lang, place: Console) -> str:
        from lixia_kpi.render.whatif import render_whatif

        return render_whatif(
            report, lang=lang, width=place.width, color=place.color, ascii_only=place.ascii, grouped=grouped
        )

    return draw
