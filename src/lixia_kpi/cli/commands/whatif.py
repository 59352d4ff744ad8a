"""`kpi whatif`: the gap table before and after assumptions."""

from lixia_kpi.cli.assumption_options import Assumptions
from lixia_kpi.cli.options import Evidence, Ids, Input, Output, Rows, Screen


def run(
    source: Input,
    assumptions: Assumptions,
    evidence: Evidence,
    rows: Rows,
    output: Output,
    screen: Screen,
    ids: Ids = None,
) -> int:
    """Judge every target twice: as things are, and as assumed."""

    from lixia_kpi.cli.assumptions import read_scenario
    from lixia_kpi.cli.judging import choose, options_of
    from lixia_kpi.cli.opening import open_plan
    from lixia_kpi.cli.planning_pages import whatif_page
    from lixia_kpi.cli.result import put
    from lixia_kpi.folder.series import series_of
    from lixia_kpi.scenario.compare import compare
    from lixia_kpi.tables.columns import WHATIF
    from lixia_kpi.tables.whatif import whatif_report, whatif_table

    folder = open_plan(source.plan, source.actuals)
    plan, options = folder.plan, options_of(evidence)
    selection = choose(plan, ids, rows, columns=WHATIF)._replace(everything=False)
    scenario = read_scenario(plan, assumptions, selection.ids)
    series = series_of(folder, as_of=options.as_of, vintage=options.vintage)
    report = whatif_report(compare(series, plan.info, options, scenario), selection)
    put(lambda: whatif_table(report), whatif_page(report, grouped=rows.sort is None), plan, output, screen)
    return 0
