"""`kpi rules`: how each published rule judges."""

from typing import Annotated

from typer import Argument

from lixia_kpi.cli.option_types import RULE
from lixia_kpi.cli.options import Output, Screen

RuleName = Annotated[str | None, Argument(metavar="NAME", click_type=RULE)]


def run(output: Output, screen: Screen, rule_name: RuleName = None) -> int:
    """Explain a rule with its cuts, refusals and peculiarities; without a name, all of them in a few lines each."""
    from lixia_kpi.assessment.codes import RULE_NAMES
    from lixia_kpi.cli.result import put_record
    from lixia_kpi.cli.rule_pages import rules_page
    from lixia_kpi.render.rules import rules_record

    names = RULE_NAMES if rule_name is None else (rule_name,)
    put_record(lambda: rules_record(names), rules_page(names, whole=rule_name is not None), None, output, screen)
    return 0
