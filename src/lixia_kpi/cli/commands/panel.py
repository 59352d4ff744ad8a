"""`kpi panel`: the same arithmetic over very many series."""

from typing import Annotated

from typer import Argument, Option

from lixia_kpi.cli.option_types import FILE, FOLDER, YEAR
from lixia_kpi.cli.options import PanelEvidence, PanelOutput, Screen
from lixia_kpi.cli.panel_options import PanelEngine, PanelSummary

FINDINGS = 1

Files = Annotated[list[str], Argument(metavar="FILE", click_type=FILE)]
PlanForAll = Annotated[str | None, Option("--plan", metavar="DIR", click_type=FOLDER)]
BaselineYear = Annotated[int | None, Option("--baseline-year", metavar="YEAR", click_type=YEAR)]
Faults = Annotated[str | None, Option("--faults", metavar="FILE", click_type=FILE)]
Temporary = Annotated[str | None, Option("--temp", metavar="DIR", click_type=FOLDER)]


def run(
    panel_files: Files,
    evidence: PanelEvidence,
    summary: PanelSummary,
    output: PanelOutput,
    engine: PanelEngine,
    screen: Screen,
    plan_for_all: PlanForAll = None,
    panel_baseline_year: BaselineYear = None,
    faults: Faults = None,
    temp: Temporary = None,
) -> int:
    """Judge the series of panel files or plan folders; count them, write their rows or their map."""
    from lixia_kpi.cli.panel_output import check_panel, open_rows, put_panel, wanted

    want = wanted(output, summary)
    check_panel(output, want)  # what follows needs the library that this looks for

    from lixia_kpi.cli.panel_workers import start_early

    with start_early(panel_files, engine, want) as started:
        from lixia_kpi.cli.panel_engine import check_engine, judge_on_engine
        from lixia_kpi.cli.panel_folders import are_plan_folders
        from lixia_kpi.cli.panel_run import PanelRequest, judge_plans
        from lixia_kpi.panel.without_pandas import keep_pandas_away
        from lixia_kpi.tables.failing import failing_statuses

        check_engine(engine, temp)
        keep_pandas_away()
        request = PanelRequest(
            tuple(panel_files),
            plan_for_all,
            panel_baseline_year,
            faults,
            engine.jobs,
            temp,
            want.what == "map",
            engine.engine,
        )
        with open_rows(output, want) as writers:
            if are_plan_folders(panel_files):
                judged = judge_plans(request, evidence, writers)
            else:
                judged = judge_on_engine(request, evidence, engine, writers, output, want, started)
    judged = judged._replace(failing=failing_statuses(summary.panel_fail_on or ()))
    put_panel(judged, output, summary, screen, want)
    return FINDINGS if judged.fails else 0
