"""`kpi audit`: do the plan's own figures agree with each other."""

from typing import Annotated

from typer import Option

from lixia_kpi.cli.console import Console
from lixia_kpi.cli.option_types import SEVERITY
from lixia_kpi.cli.options import Ids, Input, Output, Screen
from lixia_kpi.messages.catalogue import Lang

FINDINGS = 1

Level = Annotated[str, Option("--fail-on", metavar="error|warning|note", click_type=SEVERITY)]
All = Annotated[bool, Option("--all")]


def run(
    source: Input,
    output: Output,
    screen: Screen,
    ids: Ids = None,
    fail_on_severity: Level = "warning",
    all_findings: All = False,
) -> int:
    """List the figures that disagree; exit code 1 where a finding is at least as grave as `--fail-on`."""
    from lixia_kpi.audit.audit import at_or_above, audit
    from lixia_kpi.audit.finding import SEVERITIES
    from lixia_kpi.cli.judging import known_ids
    from lixia_kpi.cli.opening import open_plan
    from lixia_kpi.cli.result import put
    from lixia_kpi.messages.audit_sentence import audit_sentence
    from lixia_kpi.tables.audit import audit_table

    folder = open_plan(source.plan, source.actuals)
    wanted = set(known_ids(folder.plan, ids or ()))
    findings = [finding for finding in audit(folder) if not wanted or wanted.intersection(finding.ids)]
    shown = [finding for finding in findings if all_findings or finding.severity is not None]
    level = next(severity for severity in SEVERITIES if severity == fail_on_severity)

    def page(lang: Lang, place: Console) -> str:
        from lixia_kpi.render.audit import render_audit

        return render_audit(
            findings, folder.plan.info, level=level, everything=all_findings,
            lang=lang, width=place.width, color=place.color, ascii_only=place.ascii,
        )  # fmt: skip

    put(lambda: audit_table(shown, folder.plan.info, audit_sentence), page, folder.plan, output, screen)
    return FINDINGS if at_or_above(findings, level) else 0
