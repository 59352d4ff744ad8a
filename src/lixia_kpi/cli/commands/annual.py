"""`kpi annual`: the plan broken down into yearly targets."""

from typing import Annotated

from typer import Option

from lixia_kpi.cli.option_types import DATE, OWNER, START, YEAR
from lixia_kpi.cli.options import Ids, Input, Output, Rows, Screen

AsOf = Annotated[int | None, Option("--as-of", metavar="YEAR", click_type=YEAR)]
Vintage = Annotated[str | None, Option("--vintage", metavar="DATE", click_type=DATE)]
Start = Annotated[str, Option("--from", metavar="baseline|latest", click_type=START)]
OneYear = Annotated[int | None, Option("--year", metavar="YEAR", click_type=YEAR)]
Against = Annotated[bool, Option("--against")]
Owners = Annotated[list[str] | None, Option("--owner", metavar="NAME", click_type=OWNER)]


def run(
    source: Input,
    rows: Rows,
    output: Output,
    screen: Screen,
    ids: Ids = None,
    start: Start = "baseline",
    target_year: OneYear = None,
    against: Against = False,
    owner: Owners = None,
    as_of: AsOf = None,
    vintage: Vintage = None,
) -> int:
    """Show what every year has to bring, and with `--against` what it brought."""
    from lixia_kpi.assessment.annual import STARTS
    from lixia_kpi.cli.judging import choose, judge
    from lixia_kpi.cli.opening import open_plan
    from lixia_kpi.cli.option_values import known_name
    from lixia_kpi.cli.options import Evidence
    from lixia_kpi.cli.plan_names import owners_of
    from lixia_kpi.cli.planning_pages import annual_page
    from lixia_kpi.cli.result import put
    from lixia_kpi.tables.annual import AnnualChoice, annual_report, annual_table
    from lixia_kpi.tables.columns import ANNUAL, ANNUAL_AGAINST

    folder = open_plan(source.plan, source.actuals)
    chosen = AnnualChoice(
        selection=choose(folder.plan, ids, rows, columns=ANNUAL_AGAINST if against else ANNUAL),
        owners=tuple(known_name("owner", name, owners_of(folder.plan)) for name in owner or ()),
        start=next(name for name in STARTS if name == start),
        year=target_year,
        against=against,
    )
    evidence = Evidence(as_of=as_of, vintage=vintage, method="last")  # no projection is shown: the quickest will do
    report = annual_report(judge(folder, evidence), chosen)
    put(lambda: annual_table(report), annual_page(report, grouped=rows.sort is None), folder.plan, output, screen)
    return 0
