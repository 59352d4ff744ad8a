"""What the fuzzer calls: every reader with bytes from anywhere, and what must hold whatever they are.

A reader gives records and problems, or raises a `KpiError`; nothing else. Every problem stands in the file, has a short
sentence in both languages and no character that steers a terminal.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category

from lixia_kpi.actuals.panel_file import read_panel
from lixia_kpi.actuals.reader import read_actuals
from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.assessment.evaluate import evaluate
from lixia_kpi.assessment.options import Options
from lixia_kpi.cli import option_values
from lixia_kpi.cli.assumption_options import Assumptions
from lixia_kpi.cli.assumptions import read_scenario
from lixia_kpi.cli.earlier_check import read_earlier
from lixia_kpi.cli.failure import invalid_input, sentence
from lixia_kpi.cli.judging import choose
from lixia_kpi.cli.options import Rows
from lixia_kpi.cli.plan_sides import read_name
from lixia_kpi.errors import KpiError, SeveralUsageError, UsageError
from lixia_kpi.folder.git_shelf import git_shelf
from lixia_kpi.folder.open import open_folder, open_shelf
from lixia_kpi.folder.series import series_of
from lixia_kpi.formula.parse import parse_formula
from lixia_kpi.formula.tree import FormulaFault
from lixia_kpi.messages.problems import problem_sentence
from lixia_kpi.plan.read import read_baseline, read_targets
from lixia_kpi.problems import InputError
from lixia_kpi.render.delimited import render_csv
from lixia_kpi.render.json import render_json
from lixia_kpi.render.problems import problem_line
from lixia_kpi.tables.columns import PROJECT
from lixia_kpi.tables.failing import Gate
from lixia_kpi.tables.project import gap_table, project_table
from lixia_kpi.tables.selection import Selection
from lixia_kpi.text.decode import decode
from lixia_kpi.text.number import Number, parse_number
from lixia_kpi.text.number_fault import explain
from lixia_kpi.units.parse import parse as parse_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lixia_kpi.folder.open import PlanFolder
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.problems import Problem

TESTS = Path(__file__).parent.parent
INVALID = TESTS / "data" / "invalid"
BETWEEN = b"\n%%%%\n"
"""Separates the files of one plan folder in the bytes of the target `folder`."""

LANGUAGES: tuple[Lang, ...] = ("zh", "en")
LONGEST_LINE = 4000
STEERING = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Kinds of characters that a message must not repeat."""
LINE_ENDS = (b"\n", b"\r", b"\x85", b"\xa8\x84", b"\xa9\x84", b"\xe2\x80\xa8", b"\xe2\x80\xa9")
"""What YAML takes for the end of a line, in UTF-8 and, roughly, in GB18030."""


def targets(data: bytes) -> None:
    read, problems = read_targets(data, file="a.yaml")
    assert problems or (read is not None and read.info is not None)
    look_at(problems, data)


def baseline(data: bytes) -> None:
    look_at(read_baseline(data, file="a.yaml")[1], data)


def actuals(data: bytes) -> None:
    observations, problems = read_actuals(data, file="a.yaml")
    look_at(problems, data)
    for row in observations:
        assert row.id
        assert abs(row.value) < 1e22
        assert 1800 < row.year < 2300


def panel(data: bytes) -> None:
    series, problems = read_panel(data, file="a.yaml")
    look_at(problems)
    assert all(one.id and one.values for one in series)


def folder(data: bytes) -> None:
    """A whole plan folder; where it is valid, the gap table and every form of it as well."""
    try:
        opened = open_shelf(BytesShelf(data))
    except InputError as error:
        look_at(error.problems)
        return
    look_at(opened.problems)
    options = Options()
    evaluation = evaluate(series_of(opened, as_of=None, vintage=None), opened.plan.info, options)
    table = project_table(gap_table(evaluation, Selection(everything=True)))
    render_csv(table, excel=False).encode()
    json.loads(render_json(table), parse_constant=_no_such_number)


def formula(data: bytes) -> None:
    text = data.decode(errors="replace")
    found = parse_formula(text)
    if isinstance(found, FormulaFault):
        assert 1 <= found.column <= len(text) + 1
        for lang in LANGUAGES:
            problem_sentence(found.code, found.details, lang)


def number(data: bytes) -> None:
    text = data.decode(errors="replace")
    found = parse_number(text)
    if isinstance(found, Number):
        assert abs(found.value) <= 1e21
        assert 0 <= found.decimals <= 64
        assert float(text.strip(" \t")) == found.value
    elif (plain := explain(text).suggestion) is not None:
        assert isinstance(parse_number(plain), Number), plain


def unit(data: bytes) -> None:
    parse_unit(data.decode(errors="replace"))


def text(data: bytes) -> None:
    found, problems = decode(data, file="a.yaml")
    assert (found is None) == bool(problems)
    look_at(problems, data)
    assert found is None or "\r" not in found


def options(data: bytes) -> None:
    """Words of the command line: years, dates, columns, orders, assumptions."""
    words = data.decode(errors="replace").split("\n")
    plan = shipped().plan
    readers: list[Callable[[str], object]] = [
        *(option_values.year, option_values.date, option_values.interval, option_values.chapter),
        *(option_values.years, option_values.fraction),
        lambda word: read_name(word) if not word.startswith("git:") else None,
        lambda word: option_values.chosen_columns(word, PROJECT),
        lambda word: choose(plan, [word], Rows(sort=word, group=[word]), columns=PROJECT),
        lambda word: read_scenario(plan, Assumptions(growth=[word], value=[word], target=words), []),
        lambda word: read_scenario(plan, Assumptions(shock=[word, *words], growth=words, recover=2), []),
    ]
    for word in words[:4]:
        for read in readers:
            try:
                read(word)
            except KpiError as error:
                say(error)


def earlier(data: bytes) -> None:
    """The baseline of `kpi check`: JSON that an earlier run wrote."""
    file = workplace() / "earlier.json"
    file.write_bytes(data)
    try:
        verdicts = read_earlier(str(file), gap_of_shipped(), Gate(("behind", "off_track", "reversing"), None))
    except KpiError as error:
        say(error)
        return
    assert all(verdict.status in STATUSES for verdict in verdicts.values())


def revision(data: bytes) -> None:
    """Names of git revisions and folders."""
    name, _, place = data.decode(errors="replace").partition("\n")
    before = Path.cwd()
    os.chdir(repository())
    try:
        named = read_name(f"git:{name}")
        open_shelf(git_shelf(named.revision or "", named.folder or place))
    except KpiError as error:
        say(error)
    finally:
        os.chdir(before)


READERS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one
    for one in (targets, baseline, actuals, panel, folder, formula, number, unit, text, options, earlier, revision)
}


def seeds(name: str) -> list[bytes]:
    """Give what a fuzzer may begin from: the invalid files of the tests, and a few words of each kind."""
    every = sorted(path for path in INVALID.iterdir() if path.is_dir())
    files = {"targets": "targets.yaml", "baseline": "baseline_2020.yaml", "actuals": "actuals.csv"}
    if name in files:
        return [data for path in every if (data := _content(path / files[name]))]
    if name == "folder":
        return [BETWEEN.join(_content(path / file) for file in files.values()) for path in every]
    if name == "text":
        return [_content(path / file) for path in every for file in files.values()] + ["亿元".encode("gb18030")]
    words = {
        "panel": ["id,year,value,measure\na,2021,5,share\n", "dataset,series_id,year,value,kind\nd,a,2021,5,level\n"],
        "formula": ["gdp / population * 100%", "previous(gdp) * (1 + 5%) - -2.5e3 × a ÷ b"],
        "number": ["2446.90", "1,234", "１２３", "12万", "-1.5e-3", "3.5%", "1 234,5"],
        "unit": ["亿元", "万人次", "billion yuan", "square metres", "%", "元/平方米"],
        "options": ["gdp=6%", "gdp:2024=2600亿元", "2023\n2024-03-31", "id,target\n-gap", "80%\n0.8"],
        "earlier": [render_json(project_of_shipped())[:3000], '{"plan": "lixia_14fyp", "rule": "pace", "rows": []}'],
        "revision": ["HEAD:p", "main~1:p", "v1\np", "HEAD^{tree}:", ":/plan"],
    }
    return [word.encode() for word in words[name]]


def look_at(problems: Sequence[Problem], data: bytes | None = None) -> None:
    """See that every problem stands in the file and can be said."""
    lines = None if data is None else sum(map(data.count, LINE_ENDS)) + 2
    for problem in problems:
        assert problem.place.line >= 0
        assert problem.place.column >= 0
        assert lines is None or problem.place.line <= lines
        for lang in LANGUAGES:
            line = problem_line(problem, lang)
            assert not any(category(character) in STEERING for character in line), line
            assert len(line) < LONGEST_LINE
            line.encode()


def say(error: KpiError) -> None:
    """See that an error can be said."""
    errors = error.errors if isinstance(error, SeveralUsageError) else (error,)
    for lang in LANGUAGES:
        if isinstance(error, InputError):
            invalid_input(error, lang).encode()
        else:
            assert all(isinstance(one, UsageError) for one in errors)
            assert all(sentence(one, lang) for one in errors)


class BytesShelf:
    """The files of a plan folder in one string of bytes."""

    name = "p"

    def __init__(self, data: bytes) -> None:
        parts = [*data.split(BETWEEN, 2), b"", b""][:3]
        self.files = dict(zip(("targets.yaml", "baseline_2020.yaml", "actuals.csv"), parts, strict=True))

    def names(self) -> list[str]:
        return [name for name, data in self.files.items() if data]

    def read(self, name: str) -> bytes:
        return self.files[name]


@cache
def workplace() -> Path:
    """A folder for what must be a file."""
    return Path(tempfile.mkdtemp(prefix="kpi-fuzz-"))


@cache
def shipped() -> PlanFolder:
    return open_folder(None)


@cache
def gap_of_shipped():
    opened = shipped()
    evaluation = evaluate(series_of(opened, as_of=None, vintage=None), opened.plan.info, Options())
    return gap_table(evaluation, Selection())


@cache
def project_of_shipped():
    return project_table(gap_of_shipped())


@cache
def repository() -> Path:
    """A small git repository with a plan folder `p`, two revisions and a tag."""
    place = workplace() / "repository"
    (place / "p").mkdir(parents=True)
    git = ["git", "-C", str(place), "-c", "user.name=a", "-c", "user.email=a@b.c"]
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    for count, name in enumerate(("zero_growth", "actuals_ragged_row")):
        for file in (INVALID / name).glob("*.*"):
            (place / "p" / file.name).write_bytes(file.read_bytes())
        subprocess.run([*git, "add", "-A"], check=True)
        subprocess.run([*git, "commit", "-q", "-m", f"plan {count}"], check=True)
        subprocess.run([*git, "tag", f"v{count}"], check=True)
    return place


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() and path.stat().st_size < 20_000 else b""


def _no_such_number(word: str) -> Iterable[None]:
    raise AssertionError(word)
