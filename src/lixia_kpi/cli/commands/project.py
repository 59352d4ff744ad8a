"""`kpi project`: the gap table."""

from lixia_kpi.cli.options import Evidence, Ids, Input, JudgedRows, Output, Rows, Screen


def run(
    source: Input, evidence: Evidence, rows: Rows, judged: JudgedRows, output: Output, screen: Screen, ids: Ids = None
) -> int:
    """Judge every target and show where it stands and where it leads."""
    from lixia_kpi.cli.judging import choose, judge
    from lixia_kpi.cli.opening import open_plan
    from lixia_kpi.cli.pages import gap_page
    from lixia_kpi.cli.result import put
    from lixia_kpi.tables.columns import PROJECT
    from lixia_kpi.tables.project import gap_table, project_table

    folder = open_plan(source.plan, source.actuals)
    selection = choose(folder.plan, ids, rows, columns=PROJECT, judged=judged)
    gap = gap_table(judge(folder, evidence), selection)
    put(lambda: project_table(gap), gap_page(gap, grouped=rows.sort is None), folder.plan, output, screen)
    return 0
