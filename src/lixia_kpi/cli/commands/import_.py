"""`kpi import`: figures from departments, out of whatever workbook or CSV they have."""

from typing import Annotated

from typer import Argument, Option

from lixia_kpi.cli.console import Console
from lixia_kpi.cli.import_options import Figures, Writing
from lixia_kpi.cli.option_types import FILE, FOLDER
from lixia_kpi.cli.options import Output, Screen
from lixia_kpi.messages.catalogue import Lang

FINDINGS = 1

Files = Annotated[list[str], Argument(metavar="FILE", click_type=FILE)]
PlanToChange = Annotated[str | None, Option("--plan", metavar="DIR", click_type=FOLDER, envvar="KPI_PLAN")]


def run(
    files: Files,
    figures: Figures,
    writing: Writing,
    output: Output,
    screen: Screen,
    plan: PlanToChange = None,
) -> int:
    """Show what the figures of files would change, and with `--apply` add them; exit code 1 where any is refused."""
    from lixia_kpi.cli.importing import apply, preview
    from lixia_kpi.cli.option_values import chosen_columns
    from lixia_kpi.cli.result import chosen_format, put
    from lixia_kpi.render.intake import finding_sentence, render_import
    from lixia_kpi.tables.columns import IMPORT
    from lixia_kpi.tables.intake import import_table

    chosen_format(output)  # complain before anything is written
    if output.columns is not None:
        chosen_columns(output.columns, IMPORT)
    report = (apply if writing.apply else preview)(files, plan, figures, writing)

    def page(lang: Lang, place: Console) -> str:
        return render_import(
            report,
            everything=writing.all_figures,
            lang=lang,
            width=place.width,
            color=place.color,
            ascii_only=place.ascii,
        )

    put(lambda: import_table(report, finding_sentence), page, report.plan, output, screen)
    return FINDINGS if report.blocking else 0
