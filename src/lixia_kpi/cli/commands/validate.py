"""`kpi validate`: are the files right."""

from typing import Annotated

from typer import Argument, Option

from lixia_kpi.cli.ci_options import FAULTS_FORMAT
from lixia_kpi.cli.option_types import FILE
from lixia_kpi.cli.options import Input, Screen

Paths = Annotated[list[str] | None, Argument(metavar="PATH", click_type=FILE)]
Format = Annotated[str | None, Option("--format", "-f", metavar="NAME", click_type=FAULTS_FORMAT)]
Folders = Annotated[bool, Option("--folders")]
File = Annotated[str | None, Option("--output", "-o", metavar="FILE", click_type=FILE)]

FINDINGS = 1


def run(
    source: Input,
    screen: Screen,
    paths: Paths = None,
    folders: Folders = False,
    faults_format: Format = None,
    output: File = None,
) -> int:
    """List every fault of files and folders, one a line; exit code 1 where one of them is an error."""
    from lixia_kpi.cli.faults_output import put_faults
    from lixia_kpi.cli.opening import read_actuals_files
    from lixia_kpi.folder.open import read_folder
    from lixia_kpi.folder.paths import check_paths, plan_folders
    from lixia_kpi.problems import has_errors

    if paths:
        problems = check_paths(plan_folders(paths) if folders else paths)
    else:
        actuals = read_actuals_files(source.actuals) if source.actuals else None
        problems = read_folder(source.plan, actuals=actuals)[1]
    put_faults(problems, faults_format, output, screen)
    return FINDINGS if has_errors(problems) else 0
