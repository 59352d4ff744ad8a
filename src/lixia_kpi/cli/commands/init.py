"""`kpi init`: a new plan folder."""

from typing import Annotated

from typer import Argument, Option

from lixia_kpi.cli.option_types import EXAMPLE, FILE, FOLDER, PERIOD_OF_YEARS, PLAN_ID, YEAR
from lixia_kpi.cli.option_values import Years
from lixia_kpi.cli.options import Screen

Folder = Annotated[str, Argument(metavar="DIR", click_type=FOLDER)]
From = Annotated[str | None, Option("--from", metavar="FILE", click_type=FILE)]
Example = Annotated[str | None, Option("--example", metavar="NAME", click_type=EXAMPLE)]
PlanId = Annotated[str | None, Option("--id", metavar="ID", click_type=PLAN_ID)]
PlanName = Annotated[str | None, Option("--name", metavar="TEXT")]
NameEn = Annotated[str | None, Option("--name-en", metavar="TEXT")]
Period = Annotated[Years | None, Option("--period", metavar="2026-2030", click_type=PERIOD_OF_YEARS)]
BaseYear = Annotated[int | None, Option("--baseline-year", metavar="YEAR", click_type=YEAR)]


def run(
    new_folder: Folder,
    screen: Screen,
    targets_table: From = None,
    example: Example = None,
    plan_id: PlanId = None,
    plan_name: PlanName = None,
    name_en: NameEn = None,
    plan_period: Period = None,
    baseline_year: BaseYear = None,
) -> int:
    """Make the folder; nothing is written where anything is wrong, and nothing is ever overwritten."""
    from lixia_kpi.cli.language import language_for
    from lixia_kpi.cli.new_folder import check_new, make_folder
    from lixia_kpi.cli.new_plan import example_folder, plan_of_nothing, plan_of_table, say_made
    from lixia_kpi.errors import UsageError
    from lixia_kpi.founding.draft import Wishes

    lang = language_for(screen.lang)
    name, english = (None if text is None else " ".join(text.split()) for text in (plan_name, name_en))
    wishes = Wishes(plan_id, name, english, plan_period, baseline_year, lang)
    if example is not None and (targets_table is not None or wishes != Wishes(language=lang)):
        raise UsageError("example_is_whole")
    check_new(new_folder)
    if example is not None:
        made = example_folder(example, lang)
    elif targets_table is not None:
        made = plan_of_table(targets_table, new_folder, wishes)
    else:
        made = plan_of_nothing(new_folder, wishes)
    make_folder(new_folder, made.files)
    say_made(new_folder, made, lang, screen)
    return 0
