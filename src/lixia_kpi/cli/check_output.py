"""A check to the place and in the form that the options ask for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lixia_kpi.cli.ci_options import CI_FORMATS, CI_SUFFIXES
from lixia_kpi.cli.language import language_for
from lixia_kpi.cli.options import Output
from lixia_kpi.cli.output import write
from lixia_kpi.cli.result import chosen_format, put
from lixia_kpi.errors import UsageError
from lixia_kpi.tables.project import project_table
from lixia_kpi.tables.regressions import KEY

if TYPE_CHECKING:
    from lixia_kpi.cli.ci_options import Output as CheckOutput
    from lixia_kpi.cli.console import Console
    from lixia_kpi.cli.options import Screen
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.plan.model import Plan
    from lixia_kpi.render.ci.annotation import Report
    from lixia_kpi.tables.gap import GapRow
    from lixia_kpi.tables.regressions import CheckReport
    from lixia_kpi.tables.table import Table


def put_check(check: CheckReport, plan: Plan, output: CheckOutput, screen: Screen) -> None:
    """Write a check: for CI by the formats of CI, for machines as a table, for people as a page or a comment."""
    format_ = ci_format(output.check_format, output.output)
    shared = Output(None if format_ in CI_FORMATS else format_ or None, output.output, output.columns, output.excel)
    lang = language_for(screen.lang, plan.info.language)
    if format_ in CI_FORMATS:
        if output.excel or output.columns is not None:
            raise UsageError("excel_needs_delimited" if output.excel else "columns_need_machine_format")
        from lixia_kpi.render.ci.gate import check_report

        put_report(check_report(check, lang), format_, output.output, lang)
    elif chosen_format(shared) == "markdown" and output.columns is None:
        from lixia_kpi.render.check import render_comment

        write(render_comment(check, lang=lang).encode(), output.output)
    else:

        def page(lang: Lang, place: Console) -> str:
            from lixia_kpi.render.check import render_check

            return render_check(check, lang=lang, width=place.width, color=place.color, ascii_only=place.ascii)

        put(lambda: check_table(check), page, plan, shared, screen)


def put_report(report: Report, format_: str, file: str | None, lang: Lang) -> None:
    """Write a report in a format of CI, always as UTF-8."""
    if format_ == "github":
        from lixia_kpi.render.ci.github import render_github

        text = render_github(report, lang)
    elif format_ == "junit":
        from lixia_kpi.render.ci.junit import render_junit

        text = render_junit(report)
    else:
        from lixia_kpi.render.ci.sarif import render_sarif
        from lixia_kpi.version import __version__

        text = render_sarif(report, version=__version__, lang=lang)
    write(text.encode(errors="replace"), file)


def ci_format(name: str | None, file: str | None) -> str:
    """Give the format of CI that an option or the suffix of a file names, else the option, else nothing."""
    if name is None and file is not None:
        return CI_SUFFIXES.get(Path(file).suffix.lower(), "")
    return name or ""


def check_table(check: CheckReport) -> Table:
    """Give the failing rows as the table of `kpi project`; its head says what failed, and what is known and better."""
    table = project_table(check.failing)
    head = {**table.head, "fail_on": list(check.gate.statuses), "min_chance": check.gate.min_chance}
    if check.before is not None:
        head["known"] = [_named(row) for row in check.known]
        head["better"] = [{**_named(row), "before": before.status} for row, before in check.better]
    return table._replace(name="check", head=head)


def _named(row: GapRow) -> dict[str, object]:
    return {column: row.values[column] for column in (*KEY, "status", "probability")}
