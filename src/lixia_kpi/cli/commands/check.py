"""`kpi check`: the gate for continuous integration."""

from typing import Annotated

from typer import Option

from lixia_kpi.cli.option_types import STATUS
from lixia_kpi.cli.options import Evidence, Ids, Input, Output, Rows, Screen

FINDINGS = 1

Levels = Annotated[list[str] | None, Option("--fail-on", metavar="STATUS", click_type=STATUS)]


def run(
    source: Input,
    evidence: Evidence,
    rows: Rows,
    output: Output,
    screen: Screen,
    ids: Ids = None,
    fail_on: Levels = None,
) -> int:
    """Show the targets that fail, worst first; exit code 1 where there are any."""
    from lixia_kpi.cli.judging import choose, judge
    from lixia_kpi.cli.opening import open_plan
    from lixia_kpi.cli.pages import gap_page
    from lixia_kpi.cli.result import put
    from lixia_kpi.tables.columns import PROJECT
    from lixia_kpi.tables.failing import failing, failing_statuses
    from lixia_kpi.tables.project import gap_table, project_table

    folder = open_plan(source.plan, source.actuals)
    judged = gap_table(judge(folder, evidence), choose(folder.plan, ids, rows, columns=PROJECT))
    found = failing(judged, failing_statuses(fail_on or ("behind",)), sort=rows.sort is None)
    put(lambda: project_table(found), gap_page(found, grouped=False), folder.plan, output, screen)
    return FINDINGS if found.rows else 0
