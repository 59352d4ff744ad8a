"""`kpi project`: the gap table."""

from lixia_kpi.cli.console import Console
from lixia_kpi.cli.judging import choose, judge
from lixia_kpi.cli.opening import open_plan
from lixia_kpi.cli.options import Evidence, Ids, Input, JudgedRows, Output, Rows, Screen
from lixia_kpi.cli.result import put
from lixia_kpi.messages.catalogue import Lang
from lixia_kpi.tables.columns import PROJECT
from lixia_kpi.tables.project import gap_table, project_table


def run(
    source: Input, evidence: Evidence, rows: Rows, judged: JudgedRows, output: Output, screen: Screen, ids: Ids = None
) -> int:
    """Judge every target and show where it stands and where it leads."""
    folder = open_plan(source.plan, source.actuals)
    selection = choose(folder.plan, ids, rows, columns=PROJECT, judged=judged)
    gap = gap_table(judge(folder, evidence), selection)

    def page(lang: Lang, place: Console) -> str:
        from lixia_kpi.render.gap import render_gap

        sorted_rows = rows.sort is not None
        return render_gap(
            gap, lang=lang, width=place.width, color=place.color, ascii_only=place.ascii, grouped=not sorted_rows
        )

    put(lambda: project_table(gap), page, folder.plan, output, screen)
    return 0
