"""`kpi compare`: the verdicts of all published rules side by side."""

from typing import Annotated

from typer import Option

from lixia_kpi.cli.option_types import DATE, RULE, YEAR
from lixia_kpi.cli.options import Ids, Input, JudgedRows, Output, Rows, Screen

AsOf = Annotated[int | None, Option("--as-of", metavar="YEAR", click_type=YEAR)]
Vintage = Annotated[str | None, Option("--vintage", metavar="DATE", click_type=DATE)]
OnlyRules = Annotated[list[str] | None, Option("--rule", metavar="NAME", click_type=RULE)]


def run(
    source: Input,
    rows: Rows,
    judged: JudgedRows,
    output: Output,
    screen: Screen,
    ids: Ids = None,
    only_rules: OnlyRules = None,
    as_of: AsOf = None,
    vintage: Vintage = None,
) -> int:
    """Judge every target by every rule and show where they disagree."""
    from lixia_kpi.assessment.codes import RULE_NAMES
    from lixia_kpi.cli.judging import choose, judge
    from lixia_kpi.cli.opening import open_plan
    from lixia_kpi.cli.options import Evidence
    from lixia_kpi.cli.result import put
    from lixia_kpi.cli.rule_pages import compare_page
    from lixia_kpi.tables.columns import compare_ids
    from lixia_kpi.tables.compare import compare_report, compare_table

    folder = open_plan(source.plan, source.actuals)
    rules = tuple(dict.fromkeys(only_rules)) if only_rules else RULE_NAMES
    selection = choose(folder.plan, ids, rows, columns=compare_ids(rules), judged=judged)
    report = compare_report(judge(folder, Evidence(as_of=as_of, vintage=vintage)), selection, rules)
    put(lambda: compare_table(report), compare_page(report, grouped=rows.sort is None), folder.plan, output, screen)
    return 0
