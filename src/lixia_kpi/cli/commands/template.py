"""`kpi template`: a form for departments to fill in."""

from typing import Annotated

from typer import Option

from lixia_kpi.cli.option_types import CHAPTER, FILE, GROUP, OWNER, PERIOD, TEMPLATE_FORMAT, YEAR
from lixia_kpi.cli.options import Ids, Input, Screen

Owners = Annotated[list[str] | None, Option("--owner", metavar="NAME", click_type=OWNER)]
Chapters = Annotated[list[int] | None, Option("--chapter", metavar="N", click_type=CHAPTER)]
Groups = Annotated[list[str] | None, Option("--group", metavar="NAME", click_type=GROUP)]
OneYear = Annotated[int | None, Option("--year", metavar="YEAR", click_type=YEAR)]
Period = Annotated[str, Option("--period", metavar="PERIOD", click_type=PERIOD)]
ByOwner = Annotated[bool, Option("--by-owner")]
Format = Annotated[str | None, Option("--format", "-f", metavar="xlsx|csv", click_type=TEMPLATE_FORMAT)]
File = Annotated[str | None, Option("--output", "-o", metavar="FILE", click_type=FILE)]
Excel = Annotated[bool, Option("--excel")]


def run(
    source: Input,
    screen: Screen,
    ids: Ids = None,
    chapter: Chapters = None,
    group: Groups = None,
    owner: Owners = None,
    asked_year: OneYear = None,
    period: Period = "full-year",
    by_owner: ByOwner = False,
    template_format: Format = None,
    template_output: File = None,
    excel: Excel = False,
) -> int:
    """Write the form, or one for each department."""
    from lixia_kpi.cli.judging import known_ids
    from lixia_kpi.cli.opening import open_plan
    from lixia_kpi.cli.report_scope import known_scope
    from lixia_kpi.cli.template_result import chosen_template_format, put_template, put_templates
    from lixia_kpi.errors import UsageError
    from lixia_kpi.tables.template import Asked, template_of

    format_ = chosen_template_format(template_format, template_output, by_owner=by_owner, excel=excel)
    folder = open_plan(source.plan, source.actuals)
    names = known_ids(folder.plan, ids or ())
    scope = known_scope(folder.plan, chapters=chapter, groups=group, owners=owner)
    asked = Asked(names, scope.chapters, scope.groups, scope.owners, asked_year, period)
    template = template_of(folder, asked)
    if not template.rows:
        raise UsageError("nothing_to_report")
    if by_owner:
        put_templates(template, format_, template_output, screen, excel=excel)
    else:
        put_template(template, format_, template_output, screen, excel=excel)
    return 0
