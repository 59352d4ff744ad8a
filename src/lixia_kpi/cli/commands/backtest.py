"""`kpi backtest`: how good the projections have been."""

from typing import Annotated

from typer import Argument, Option

from lixia_kpi.cli.console import Console
from lixia_kpi.cli.option_types import DATE, FILE, INTERVAL, METHOD, YEAR
from lixia_kpi.cli.options import Input, Output, Screen
from lixia_kpi.messages.catalogue import Lang

Files = Annotated[list[str] | None, Argument(metavar="FILE", click_type=FILE)]
Method = Annotated[str, Option("--method", metavar="NAME", click_type=METHOD)]
Level = Annotated[int, Option("--interval", metavar="PERCENT", click_type=INTERVAL)]
AsOf = Annotated[int | None, Option("--as-of", metavar="YEAR", click_type=YEAR)]
Vintage = Annotated[str | None, Option("--vintage", metavar="DATE", click_type=DATE)]


def run(
    source: Input,
    output: Output,
    screen: Screen,
    panels: Files = None,
    judged_method: Method = "auto",
    interval: Level = 80,
    as_of: AsOf = None,
    vintage: Vintage = None,
) -> int:
    """Project known years from earlier ones and score what was said against what happened."""
    from lixia_kpi.cli.opening import open_plan
    from lixia_kpi.cli.panels import read_panels
    from lixia_kpi.cli.result import put
    from lixia_kpi.errors import UsageError
    from lixia_kpi.tables.backtest import backtest_table, panel_report, plan_report

    if panels:
        for option, value in (("--actuals", source.actuals), ("--vintage", vintage)):
            if value:
                raise UsageError("not_with_panels", {"name": option})
        series = read_panels(panels)
        plan = None
        report = panel_report(series, tuple(panels), method=judged_method, interval=interval, as_of=as_of)
    else:
        folder = open_plan(source.plan, source.actuals)
        plan = folder.plan
        report = plan_report(folder, method=judged_method, interval=interval, as_of=as_of, vintage=vintage)

    def page(lang: Lang, place: Console) -> str:
        from lixia_kpi.render.backtest import render_backtest

        return render_backtest(report, lang=lang, width=place.width, color=place.color, ascii_only=place.ascii)

    put(lambda: backtest_table(report), page, plan, output, screen)
    return 0
