"""`kpi schema`: the JSON Schema of a plan file."""

from typing import Annotated

from typer import Argument

from lixia_kpi.cli.option_types import SCHEMA

Name = Annotated[str, Argument(metavar="NAME", click_type=SCHEMA)]


def run(name: Name) -> int:
    """Print the schema as JSON."""
    from json import dumps

    from lixia_kpi.cli.output import write
    from lixia_kpi.plan.schema import schema_for

    write((dumps(schema_for(name), ensure_ascii=False, indent=2) + "\n").encode(), None)
    return 0
