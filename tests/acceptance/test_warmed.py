"""A run split from a warmed process is the run of a fresh one: the same bytes, the same exit code."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from acceptance.kpi import KPI, WARMED, WARMED_ON_TERMINAL, environment, run
from acceptance.plans import make_plan
from acceptance.test_console import in_terminal
from acceptance.warmed import READ_BY_THE_RUN, Warmed
from lixia_kpi.cli.app import COMMANDS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot split a process")

RUNS = (
    (0, "project"),
    (0, "required", "--lang", "en"),
    (0, "path", "gdp", "-f", "svg"),
    (0, "list", "-f", "json"),
    (0, "show", "gdp"),
    (0, "compare", "-f", "csv"),
    (0, "rules"),
    (0, "annual", "-f", "markdown"),
    (0, "whatif", "--growth", "gdp=5%"),
    (0, "report", "-f", "html"),
    (1, "check"),
    (0, "init", "new"),
    (0, "template", "-o", "form.csv"),
    (0, "import", "figures.csv", "--plan", "plan"),
    (0, "edit", "jobs", "owner=x", "--plan", "plan"),
    (0, "panel", "panel.csv", "-f", "csv"),
    (0, "backtest"),
    (0, "diff", "plan", "plan"),
    (1, "validate", "figures.csv"),
    (1, "audit"),
    (0, "schema", "targets"),
    (0, "explain", "off_track"),
    (0, "completion", "bash"),
    (0, "info"),
    (0,),
    (0, "--version"),
    (2, "projct"),
    (2, "project", "--as-of", "soon"),
    (2, "project", "--plan", "nowhere"),
    (2, "show", "没有"),
)


@pytest.fixture(autouse=True)
def warmed(monkeypatch):
    monkeypatch.delenv("KPI_TESTS_FRESH", raising=False)
    return WARMED


@pytest.fixture
def folder(tmp_path):
    make_plan(
        tmp_path / "plan",
        indicators=[{"id": "jobs"}],
        baselines=[{"id": "jobs", "value": 100}],
        actuals=[("jobs", 2021, 120)],
    )
    (tmp_path / "figures.csv").write_text("id,year,value\njobs,2022,130\n")
    rows = "".join(f"{region},{year},{value}\n" for region in "ab" for year, value in ((2020, 100), (2021, 110)))
    (tmp_path / "panel.csv").write_text(f"id,year,value\n{rows}")
    return tmp_path


@pytest.mark.parametrize("words", RUNS, ids=lambda words: " ".join(words[1:]))
def test_warmed_is_the_same_as_fresh(words, folder, monkeypatch):
    code, *arguments = words
    splits = []
    monkeypatch.setattr(Warmed, "run", noted(Warmed.run, splits))
    warmed = run(*arguments, code=code, cwd=folder, quiet=code in (0, 1))
    for new in ("new", "form.csv"):
        if (folder / new).exists():
            (folder / new).rename(folder / f"{new} of the warmed")
    monkeypatch.setenv("KPI_TESTS_FRESH", "1")
    fresh = run(*arguments, code=code, cwd=folder, quiet=code in (0, 1))
    assert warmed == fresh
    assert splits == [True, False]


@pytest.mark.parametrize(
    "words", [("project", "--all"), ("rules",), ("show", "gdp", "-f", "json"), ("projct",)], ids=str
)
def test_warmed_is_the_same_as_fresh_on_a_terminal(words, warmed):
    settings = {"TERM": "xterm-256color"}
    split = WARMED_ON_TERMINAL.run_on_terminal([KPI, *words], environment(**settings), columns=70, folder=None)
    assert split == in_terminal(*words, columns=70, env=settings)


def test_the_streams_on_a_terminal_are_those_of_python_on_a_terminal(tmp_path, warmed):
    script = tmp_path / "script.py"
    script.write_text(STREAMS)
    settings = environment(TERM="xterm")
    code, shown = WARMED_ON_TERMINAL.run_on_terminal([script], settings, columns=70, folder=tmp_path)
    assert (code, shown.splitlines()) == (7, ["1 True True True 70", "2 True True True 70"])


def noted(method, splits):
    """Note of every run whether it is split from the warmed process."""

    def noting(*args, **options):
        done = method(*args, **options)
        splits.append(done is not None)
        return done

    return noting


def test_every_command_is_run():
    assert {words[1] for words in RUNS if len(words) > 1} >= set(COMMANDS)


STREAMS = """
import os, sys
for number, stream in ((1, sys.stdout), (2, sys.stderr)):
    columns = os.get_terminal_size(number).columns
    print(number, stream.isatty(), stream.line_buffering, stream.encoding == "utf-8", columns)
raise SystemExit(7)
"""
READS = """
import os
read = set()
def noted(name):
    method = getattr(type(os.environ), name)
    def noting(self, variable, *more):
        read.add(variable)
        return method(self, variable, *more)
    return noting
os.environ.__class__ = type("Noted", (type(os.environ),), {n: noted(n) for n in ("__getitem__", "__contains__", "get")})
from acceptance.warmed_process import import_all
import_all()
print(*read)
"""
ENDS = {
    "by itself": "print(1)",
    "by a number": "import sys; print(1); sys.exit(7)",
    "by a large number": "import sys; sys.exit(-1)",
    "by a text": "import sys; sys.exit('没有')",
    "by an empty text": "import sys; sys.exit('')",
    "by a signal": "import os, signal; print(1, flush=True); os.kill(os.getpid(), signal.SIGTERM)",
    "with a thread": """
import threading, time
threading.Thread(target=lambda: (time.sleep(0.2), print("late"))).start()
raise SystemExit(3)
""",
    "with something to do": "import atexit; atexit.register(print, 'last'); raise SystemExit(4)",
    "with nowhere to write": "import os; print(1); os.close(1); raise SystemExit(0)",
    "as it was called": """
import os, sys
print(sys.argv, sys.path[0], os.getcwd(), __name__, __file__, sys.modules["__main__"].__file__, sys.stdin.read())
print(sorted(item for item in os.environ.items() if not item[0].startswith("PYTEST_")), sys.stdin.isatty(), sys.flags)
print(sys.stdin.encoding, sys.stdout.encoding, sys.stderr.encoding, sys.stdout.line_buffering, sys.warnoptions)
print(sorted(os.listdir("/dev/fd")))
""",
}


@pytest.mark.parametrize("text", ENDS.values(), ids=ENDS)
def test_a_script_begins_and_ends_as_python_lets_it(text, tmp_path, warmed):
    script = tmp_path / "script.py"
    script.write_text(text, encoding="utf-8")
    command, given = [script, "a", "没有", ""], "标准输入".encode() * 50_000
    settings = environment(TERM="x")
    split = warmed.run(command, settings, given=given, folder=tmp_path, longest=60)
    fresh = subprocess.run(
        [sys.executable, *command], input=given, capture_output=True, env=settings, cwd=tmp_path, check=False
    )
    assert (split.returncode, split.stdout, split.stderr) == (fresh.returncode, fresh.stdout, fresh.stderr)


def test_a_run_that_does_not_end_is_ended(tmp_path, warmed):
    script = tmp_path / "script.py"
    script.write_text("import time; time.sleep(60)")
    with pytest.raises(subprocess.TimeoutExpired):
        warmed.run([script], environment(), given=b"", folder=tmp_path, longest=0.2)
    assert warmed.run([KPI, "--version"], environment(), given=b"", folder=None, longest=60).returncode == 0


@pytest.mark.parametrize(
    "changes", [{"LC_ALL": "C"}, {"PYTHONUTF8": None}, {"PYTHONHASHSEED": "1"}, {"TZ": "UTC+3"}], ids=str
)
def test_what_python_reads_at_its_start_asks_for_a_fresh_process(changes, warmed):
    options = {"given": b"", "folder": None, "longest": 60}
    assert warmed.run([KPI, "--version"], environment(**changes), **options) is None
    assert warmed.run([KPI, "--version"], environment(KPI_LANG="zh"), **options).returncode == 0


def test_runs_at_the_same_time_are_processes_of_their_own(tmp_path, warmed):
    """One waits for the other: were both split, one after the other, neither would end."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    waiting = threading.Thread(target=run, args=("project", "--actuals", pipe), kwargs={"code": None})
    waiting.start()
    with pipe.open("wb") as writing:
        options = {"given": b"", "folder": None, "longest": 60}
        assert warmed.run([KPI, "--version"], environment(), **options) is None
        writing.write(b"id,year,value\n")
    waiting.join(timeout=60)


def test_nothing_that_is_warmed_reads_what_a_run_may_change():
    done = subprocess.run(
        [sys.executable, "-c", READS],
        env=environment(PYTHONPATH=str(Path(__file__).parents[1])),
        capture_output=True,
        check=True,
    )
    read = set(done.stdout.decode().split())
    assert "TYPER_USE_RICH" in read
    assert read & READ_BY_THE_RUN == set()
