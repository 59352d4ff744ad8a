"""`kpi path`: required pathway, actual and projection, year by year."""

from lixia_kpi.cli.options import Evidence, Input, NeededIds, Output, Screen


def run(ids: NeededIds, source: Input, evidence: Evidence, output: Output, screen: Screen) -> int:
    """Draw the pathways of some indicators and list their years."""
    from lixia_kpi.cli.judging import judge, known_ids
    from lixia_kpi.cli.opening import open_plan
    from lixia_kpi.cli.pages import path_page
    from lixia_kpi.cli.result import put
    from lixia_kpi.tables.path import path_report, path_table

    folder = open_plan(source.plan, source.actuals)
    report = path_report(judge(folder, evidence), known_ids(folder.plan, ids))
    put(lambda: path_table(report), path_page(report), folder.plan, output, screen)
    return 0
