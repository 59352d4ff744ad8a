"""`kpi diff`: what changed between two states of a plan."""

from typing import Annotated

from typer import Argument, Option

from lixia_kpi.cli.console import Console
from lixia_kpi.cli.option_types import FOLDER
from lixia_kpi.cli.options import Evidence, Output, Screen
from lixia_kpi.messages.catalogue import Lang

DIFFERENT = 1

Old = Annotated[str, Argument(metavar="OLD", click_type=FOLDER)]
New = Annotated[str, Argument(metavar="NEW", click_type=FOLDER)]
PlanAtHand = Annotated[str | None, Option("--plan", metavar="DIR", click_type=FOLDER, envvar="KPI_PLAN")]
ExitCode = Annotated[bool, Option("--exit-code")]


def run(
    old: Old,
    new: New,
    evidence: Evidence,
    output: Output,
    screen: Screen,
    plan: PlanAtHand = None,
    exit_code: ExitCode = False,
) -> int:
    """List revised figures and moved statuses; exit code 1 where there are any and `--exit-code` asks for it."""
    from lixia_kpi.cli.judging import options_of
    from lixia_kpi.cli.plan_sides import open_sides
    from lixia_kpi.cli.result import chosen_format, put
    from lixia_kpi.tables.revisions import revision_report, revisions_table

    before, after = open_sides(old, new, plan, options_of(evidence))
    report = revision_report((before.folder, before.options), (after.folder, after.options))
    names = (before.name, after.name)
    if chosen_format(output) == "markdown" and output.columns is None:
        from lixia_kpi.cli.language import language_for
        from lixia_kpi.cli.output import write
        from lixia_kpi.render.revisions import render_revisions_markdown

        lang = language_for(screen.lang, after.folder.plan.info.language)
        write(render_revisions_markdown(report, names, lang=lang).encode(errors="replace"), output.output)
    else:

        def page(lang: Lang, place: Console) -> str:
            from lixia_kpi.render.revisions import render_revisions

            return render_revisions(
                report, names, lang=lang, width=place.width, color=place.color, ascii_only=place.ascii
            )

        put(lambda: revisions_table(report), page, after.folder.plan, output, screen)
    return DIFFERENT if exit_code and report.differs else 0
