"""Without the libraries of an extra a command says what to install, and every other command works."""

from __future__ import annotations

import subprocess
import sys

import pytest

from acceptance.kpi import environment

WITHOUT = """
import sys
for name in ("pyarrow", "distributed", "xlsxwriter", "python_calamine", "fontTools", "resvg_py"):
    sys.modules[name] = None
from lixia_kpi.cli.app import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("arguments", "extra"),
    [
        ("panel tests/data/panel_open.csv.gz", "panel"),
        ("panel examples/national_11fyp -f csv", "panel"),
        ("panel data -o counts.html", "panel"),
        ("template -o form.xlsx", "office"),
        ("report -f docx -o report.docx", "office"),
        ("path gdp -f svg", "charts"),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_missing_library_is_answered_with_its_install_line(arguments: str, extra: str, lang: str) -> None:
    command = [sys.executable, "-c", WITHOUT, *arguments.split(), "--lang", lang]
    done = subprocess.run(command, capture_output=True, env=environment(), check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert f"pip install 'lixia-kpi[{extra}]'" in done.stderr.decode()
