"""`kpi required`: what the plan alone demands."""

from lixia_kpi.cli.options import Ids, Input, Output, Rows, Screen


def run(source: Input, rows: Rows, output: Output, screen: Screen, ids: Ids = None) -> int:
    """Show the rate that every target requires, and why there is none for the others."""
    from lixia_kpi.cli.judging import choose, judge
    from lixia_kpi.cli.opening import open_plan
    from lixia_kpi.cli.pages import listing_page
    from lixia_kpi.cli.result import put
    from lixia_kpi.tables.columns import PROJECT, REQUIRED
    from lixia_kpi.tables.project import gap_table
    from lixia_kpi.tables.required import required_table

    folder = open_plan(source.plan, source.actuals)
    selection = choose(folder.plan, ids, rows, columns=[column for column in REQUIRED if column in PROJECT])
    table = required_table(gap_table(judge(folder), selection))
    page = listing_page(table, folder.plan.info, grouped=rows.sort is None)
    put(lambda: table, page, folder.plan, output, screen)
    return 0
