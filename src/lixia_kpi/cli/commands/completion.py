"""`kpi completion`: a script that completes commands, options and ids in a shell."""

from typing import Annotated

from typer import Argument

from lixia_kpi.cli.option_types import SHELL

Shell = Annotated[str, Argument(metavar="SHELL", click_type=SHELL)]


def run(shell: Shell) -> int:
    """Print the script."""
    from lixia_kpi.cli.app import program
    from lixia_kpi.cli.completing import script
    from lixia_kpi.cli.output import write

    write(script(program(), shell).encode(), None)
    return 0
