"""Pages for people: which renderer draws what, told what the console can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.cli.console import Console
    from lixia_kpi.cli.result import Page
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.plan.model import PlanInfo
    from lixia_kpi.tables.gap import GapTable
    from lixia_kpi.tables.path import PathReport
    from lixia_kpi.tables.show import IndicatorPage
    from lixia_kpi.tables.table import Table


def gap_page(gap: GapTable, *, grouped: bool) -> Page:
    """Draw the gap table."""

    def draw(lang: Lang, place: Console) -> str:
        from lixia_kpi.render.gap import render_gap

        return render_gap(gap, lang=lang, width=place.width, color=place.color, ascii_only=place.ascii, grouped=grouped)

    return draw


def listing_page(table: Table, plan: PlanInfo, *, grouped: bool) -> Page:
    """Draw the catalogue or the required rates."""

    def draw(lang: Lang, place: Console) -> str:
        from lixia_kpi.render.listing import render_listing

        return render_listing(
            table, plan, lang=lang, width=place.width, color=place.color, ascii_only=place.ascii, grouped=grouped
        )

    return draw


def path_page(report: PathReport) -> Page:
    """Draw required pathway, actuals and projection."""

    def draw(lang: Lang, place: Console) -> str:
        from lixia_kpi.render.path import render_path

        return render_path(report, lang=lang, width=place.width, color=place.color, ascii_only=place.ascii)

    return draw


def show_page(page: IndicatorPage) -> Page:
    """Draw everything known of an indicator."""

    def draw(lang: Lang, place: Console) -> str:
        from lixia_kpi.render.show import render_show

        return render_show(page, lang=lang, width=place.width, color=place.color, ascii_only=place.ascii)

    return draw
