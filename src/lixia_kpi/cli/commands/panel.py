"""`kpi panel`: the same arithmetic over very many series."""

from typing import Annotated

from typer import Argument, Option

from lixia_kpi.cli.option_types import FILE, FOLDER, JOBS, YEAR
from lixia_kpi.cli.options import PanelEvidence, PanelOutput, Screen

Files = Annotated[list[str], Argument(metavar="FILE", click_type=FILE)]
PlanForAll = Annotated[str | None, Option("--plan", metavar="DIR", click_type=FOLDER)]
BaselineYear = Annotated[int | None, Option("--baseline-year", metavar="YEAR", click_type=YEAR)]
Faults = Annotated[str | None, Option("--faults", metavar="FILE", click_type=FILE)]
Jobs = Annotated[int | None, Option("--jobs", metavar="N", click_type=JOBS)]
Temporary = Annotated[str | None, Option("--temp", metavar="DIR", click_type=FOLDER)]


def run(
    panel_files: Files,
    evidence: PanelEvidence,
    output: PanelOutput,
    screen: Screen,
    plan_for_all: PlanForAll = None,
    panel_baseline_year: BaselineYear = None,
    faults: Faults = None,
    jobs: Jobs = None,
    temp: Temporary = None,
) -> int:
    """Judge the series of panel files and count, or write, their rows."""
    from lixia_kpi.cli.panel_output import check_panel, open_rows, put_summary
    from lixia_kpi.cli.panel_run import PanelRequest, judge_panel

    check_panel(output)
    request = PanelRequest(tuple(panel_files), plan_for_all, panel_baseline_year, faults, jobs, temp)
    with open_rows(output) as writers:
        judged = judge_panel(request, evidence, writers)
    if output.output is not None or not writers:
        put_summary(judged, output, screen, to_file=not writers)
    return 0
