"""Faults of files to the place and in the form that the options ask for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lixia_kpi.cli.check_output import ci_format, put_report
from lixia_kpi.cli.ci_options import CI_FORMATS
from lixia_kpi.cli.console import console
from lixia_kpi.cli.language import language_for
from lixia_kpi.cli.output import write
from lixia_kpi.render.encode import encode_for_console

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.cli.options import Screen
    from lixia_kpi.problems import Problem


def put_faults(problems: Sequence[Problem], name: str | None, file: str | None, screen: Screen) -> None:
    """Write faults: one a line unless the format, or the suffix of the file, asks for another form."""
    lang = language_for(screen.lang)
    format_ = ci_format(name, file)
    if not format_ and file is not None and Path(file).suffix.lower() == ".json":
        format_ = "json"
    if format_ in CI_FORMATS:
        from lixia_kpi.render.ci.faults import faults_report

        put_report(faults_report(problems, lang), format_, file, lang)
    elif format_ == "json":
        from lixia_kpi.render.problems import render_problems_json

        write(render_problems_json(problems).encode(errors="replace"), file)
    else:
        from lixia_kpi.render.problems import render_problems

        encoding = console(to_file=file is not None).encoding
        write(encode_for_console(render_problems(problems, lang), encoding), file)
