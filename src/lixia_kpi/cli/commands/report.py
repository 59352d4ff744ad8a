"""`kpi report`: the evaluation of a plan as one document."""

from typing import Annotated

from typer import Option

from lixia_kpi.cli.option_types import CHAPTER, GROUP, OWNER, YEAR
from lixia_kpi.cli.options import DocumentOutput, Evidence, Input, Screen

Midterm = Annotated[int | None, Option("--midterm", metavar="YEAR", click_type=YEAR)]
Final = Annotated[int | None, Option("--final", metavar="YEAR", click_type=YEAR)]
Chapters = Annotated[list[int] | None, Option("--chapter", metavar="N", click_type=CHAPTER)]
Groups = Annotated[list[str] | None, Option("--group", metavar="NAME", click_type=GROUP)]
Owners = Annotated[list[str] | None, Option("--owner", metavar="NAME", click_type=OWNER)]
All = Annotated[bool, Option("--all")]


def run(
    source: Input,
    evidence: Evidence,
    output: DocumentOutput,
    screen: Screen,
    midterm: Midterm = None,
    final: Final = None,
    chapter: Chapters = None,
    group: Groups = None,
    owner: Owners = None,
    all_targets: All = False,
) -> int:
    """Write the mid-term or final evaluation, or the evaluation to date."""
    from dataclasses import replace

    from lixia_kpi.cli.document_result import document_format, put_document
    from lixia_kpi.cli.evaluation_year import evaluation_year
    from lixia_kpi.cli.illustrated_result import ILLUSTRATED, check_illustrated, put_illustrated
    from lixia_kpi.cli.judging import judge
    from lixia_kpi.cli.opening import open_plan
    from lixia_kpi.cli.report_scope import report_choice
    from lixia_kpi.cli.workbook_result import check_workbook, put_workbook
    from lixia_kpi.tables.report import evaluation_report

    format_ = document_format(output)
    workbook = format_ == "xlsx"
    if workbook:
        check_workbook(output)
    if format_ in ILLUSTRATED:
        check_illustrated(format_, output.output)
    folder = open_plan(source.plan, source.actuals)
    kind, year = evaluation_year(folder.plan.info, midterm=midterm, final=final, as_of=evidence.as_of)
    choice = report_choice(folder.plan, kind, chapters=chapter, groups=group, owners=owner)
    wanted = replace(evidence, as_of=year)
    evaluation = judge(folder, wanted)
    by_pace = evaluation if wanted.rule == "pace" else judge(folder, replace(wanted, rule="pace"))
    report = evaluation_report(evaluation, choice, by_pace=by_pace)
    if workbook:
        put_workbook(evaluation, folder, tuple(item.row for item in report.items), output, screen)
        return 0
    if format_ == "html":
        from lixia_kpi.cli.page_result import put_page

        put_page(report, evaluation, folder, output, screen, everything=all_targets)
        return 0
    if format_ in ILLUSTRATED:
        put_illustrated(format_, report, evaluation, folder, output, screen, everything=all_targets)
        return 0
    put_document(report, folder.plan, output, screen, everything=all_targets)
    return 0
