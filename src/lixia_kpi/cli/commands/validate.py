"""`kpi validate`: are the files right."""

from typing import Annotated

from typer import Argument

from lixia_kpi.cli.option_types import FILE
from lixia_kpi.cli.options import Input, Screen

Paths = Annotated[list[str] | None, Argument(metavar="PATH", click_type=FILE)]

FINDINGS = 1


def run(source: Input, screen: Screen, paths: Paths = None) -> int:
    """List every fault of files and folders, one a line; exit code 1 where one of them is an error."""
    from lixia_kpi.cli.console import console
    from lixia_kpi.cli.language import WITHOUT_PLAN, wanted_language
    from lixia_kpi.cli.opening import read_actuals_files
    from lixia_kpi.cli.output import write
    from lixia_kpi.folder.open import read_folder
    from lixia_kpi.folder.paths import check_paths
    from lixia_kpi.problems import has_errors
    from lixia_kpi.render.encode import encode_for_console
    from lixia_kpi.render.problems import render_problems

    if paths:
        problems = check_paths(paths)
    else:
        actuals = read_actuals_files(source.actuals) if source.actuals else None
        problems = read_folder(source.plan, actuals=actuals)[1]
    text = render_problems(problems, wanted_language(screen.lang) or WITHOUT_PLAN)
    write(encode_for_console(text, console().encoding), None)
    return FINDINGS if has_errors(problems) else 0
