"""`kpi edit`: values of a plan file changed where they stand."""

from typing import Annotated

from typer import Argument, Option

from lixia_kpi.cli.console import Console
from lixia_kpi.cli.option_types import ASSUMPTION, FOLDER
from lixia_kpi.cli.options import Output, Screen
from lixia_kpi.messages.catalogue import Lang

Changes = Annotated[list[str], Argument(metavar="[ID] FIELD=VALUE", click_type=ASSUMPTION)]
PlanToChange = Annotated[str | None, Option("--plan", metavar="DIR", click_type=FOLDER, envvar="KPI_PLAN")]
Apply = Annotated[bool, Option("--apply")]


def run(
    changes: Changes,
    output: Output,
    screen: Screen,
    plan_to_change: PlanToChange = None,
    apply: Apply = False,
) -> int:
    """Show what a change would be, and write it where `--apply` asks for it."""
    from lixia_kpi.cli.option_values import chosen_columns
    from lixia_kpi.cli.plan_editing import edit_plan, read_changes
    from lixia_kpi.cli.plan_file import folder_to_change
    from lixia_kpi.cli.result import chosen_format, put
    from lixia_kpi.tables.columns import EDIT
    from lixia_kpi.tables.edit import edit_table

    chosen_format(output)
    if output.columns is not None:  # complain before anything is written
        chosen_columns(output.columns, EDIT)
    report, plan = edit_plan(folder_to_change(plan_to_change), read_changes(changes), apply=apply)

    def page(lang: Lang, place: Console) -> str:
        from lixia_kpi.render.edit import render_edit

        return render_edit(report, lang=lang, color=place.color, ascii_only=place.ascii)

    put(lambda: edit_table(report), page, plan, output, screen)
    return 0
