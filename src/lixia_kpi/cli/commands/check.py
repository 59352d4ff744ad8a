"""`kpi check`: the gate for continuous integration."""

from lixia_kpi.cli.ci_options import Gating, Output
from lixia_kpi.cli.options import Evidence, Ids, Input, Rows, Screen

FINDINGS = 1


def run(
    source: Input, evidence: Evidence, rows: Rows, gating: Gating, output: Output, screen: Screen, ids: Ids = None
) -> int:
    """Show the targets that fail, worst first; exit code 1 where there are any."""
    from lixia_kpi.cli.check_output import put_check
    from lixia_kpi.cli.earlier_check import read_earlier
    from lixia_kpi.cli.judging import choose, judge
    from lixia_kpi.cli.opening import open_plan
    from lixia_kpi.tables.columns import PROJECT
    from lixia_kpi.tables.failing import Gate, failing_statuses
    from lixia_kpi.tables.project import gap_table
    from lixia_kpi.tables.regressions import check

    folder = open_plan(source.plan, source.actuals)
    judged = gap_table(judge(folder, evidence), choose(folder.plan, ids, rows, columns=PROJECT))
    gate = Gate(failing_statuses(gating.fail_on or ("behind",)), gating.min_chance)
    before = None if gating.earlier is None else read_earlier(gating.earlier, judged, gate)
    found = check(judged, gate, before=before, sort=rows.sort is None)
    put_check(found, folder.plan, output, screen)
    return FINDINGS if found.failing.rows else 0
