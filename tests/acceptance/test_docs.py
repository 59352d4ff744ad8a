"""The documentation says what the program does: generated pages are current, examples run, links lead somewhere."""

from __future__ import annotations

import os
import re
import runpy
import shlex
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path

import pytest

from acceptance.kpi import KPI, WARMED_ON_TERMINAL, environment
from lixia_kpi.cli.app import run

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "README.zh.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
LANGUAGE = re.compile(r" --lang (?:zh|en)\b|,?name_(?:zh|en)\b")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LONG_FIGURE = re.compile(r"\d+\.\d{9,}(?:e-?\d+)?")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def blocks(language: str) -> list[str]:
    found = [
        text for page in PAGES for name, text in BLOCK.findall(page.read_text(encoding="utf-8")) if name == language
    ]
    return list(dict.fromkeys(found))


@pytest.fixture(scope="module")
def generated():
    with pytest.MonkeyPatch.context() as changed:
        changed.syspath_prepend(ROOT / "tools")
        tool = runpy.run_path(str(ROOT / "tools" / "write_docs.py"))
        changed.setattr("console_blocks.on_terminal", cache(on_terminal(sys.modules["console_blocks"].on_terminal)))
        return tool["pages"]()


def on_terminal(by_shell):
    """Run what needs no shell as most tests run `kpi`, one at a time; the rest as `make docs` does."""
    one = threading.Lock()
    settings = environment(TERM="dumb", NO_COLOR="1")

    def shown(command):
        with one:
            split = None
            if command.startswith("kpi ") and not set(command) & set("|>;&$*"):
                split = WARMED_ON_TERMINAL.run_on_terminal(
                    [KPI, *shlex.split(command)[1:]], settings, columns=80, folder=ROOT
                )
        return split[1] if split else by_shell(command)

    return shown


def test_pages_are_what_the_code_says(generated):
    assert len(generated) > 100
    written = {path: path.read_text(encoding="utf-8") if path.exists() else "" for path in generated}
    stale = [
        str(path.relative_to(ROOT))
        for path, text in generated.items()
        if to_nine_digits(written[path]) != to_nine_digits(text)
    ]
    assert stale == [], "run `make docs`"


def to_nine_digits(page: str) -> str:
    """Round long figures: another processor may compute their last digits otherwise."""
    return LONG_FIGURE.sub(lambda found: f"{float(found[0]):.9g}", page)


def test_figures_that_differ_in_the_last_digits_alone_are_the_same():
    assert to_nine_digits("x,0.8429944419143343") == to_nine_digits("x,0.8429944419143341") == "x,0.842994442"
    assert to_nine_digits("0.8429944") != to_nine_digits("0.8429945")


def test_no_generated_page_is_left_over(generated):
    folders = {path.parent for path in generated if path.parent.name in ("rules", "methods", "man1")}
    assert len(folders) == 6
    assert {file for folder in folders for file in folder.iterdir()} <= set(generated)


LINES = {LANGUAGE.sub("", line): line for text in reversed(blocks("sh")) for line in text.splitlines()}
"""Each once, whatever its language: that is for the blocks whose output is compared."""


@pytest.mark.parametrize("line", LINES.values())
def test_example_runs(line, tmp_path, monkeypatch, capfdbinary):
    for name in ("data", "examples", "Makefile", "constraints.txt", "pyproject.toml"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    if line.startswith("kpi ") and not set(line) & set("|>;&$"):
        monkeypatch.setenv("KPI_LANG", "en")
        code, error = run(shlex.split(line)[1:]), capfdbinary.readouterr().err
        assert (code in (0, 1), error) == (True, b"")  # audit and check have findings to show
        return
    line = line.replace("make ", "make --dry-run ", 1) if line.startswith("make ") else line  # CI runs make itself
    env = environment(PATH=f"{KPI.parent}{os.pathsep}{os.environ['PATH']}")
    done = subprocess.run(["/bin/sh", "-c", line], env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("text", blocks("python"))
def test_python_example_runs(text, monkeypatch):
    monkeypatch.chdir(ROOT)
    exec(compile(text, "example", "exec"), {"__name__": "__main__"})


def test_there_are_examples_of_each_kind():
    assert len(blocks("console")) >= 4
    assert len(blocks("sh")) >= 4
    assert blocks("python")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page):
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert target.startswith("http") or (page.parent / target).exists(), target


ENGLISH_ONLY = {"architecture", "decisions", "speed"}
"""Pages for those who build `kpi`; all else is there in both languages."""
CHINESE = ROOT / "docs" / "zh"
PROMPT = "$ "


def names_of(folder):
    pages = {page.relative_to(folder).with_suffix("").as_posix() for page in folder.rglob("*.md")}
    return {name for name in pages if name.split("/")[0] not in (*ENGLISH_ONLY, "zh")}


def test_both_languages_have_the_same_pages():
    assert names_of(CHINESE) == names_of(ROOT / "docs")
    assert len(names_of(CHINESE)) > 40


def examples_of(page):
    """What a page shows to be run: commands without their output, and whole blocks of code."""
    found = []
    for name, text in BLOCK.findall(page.read_text(encoding="utf-8")):
        if name == "console":
            found += [LANGUAGE.sub("", line) for line in text.splitlines() if line.startswith(PROMPT)]
        elif name in ("sh", "python", "yaml"):
            found.append(LANGUAGE.sub("", text))
    return found


@pytest.mark.parametrize("name", sorted(names_of(CHINESE)))
def test_both_languages_show_the_same(name):
    english, chinese = ROOT / "docs" / f"{name}.md", CHINESE / f"{name}.md"
    assert examples_of(chinese) == examples_of(english)
    # figures in tables are the same, too: a Chinese page may leave some out, and has none of its own
    assert numbers_in_tables(chinese) <= numbers_in_tables(english)


def numbers_in_tables(page):
    rows = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    return {number for row in rows for number in re.findall(r"\d*\.\d+", row)}


def test_chinese_pages_lead_to_chinese_pages():
    """The site has them in a folder of their own: a page outside it has another address there."""
    for page in CHINESE.rglob("*.md"):
        for target in LINK.findall(page.read_text(encoding="utf-8")):
            assert target.startswith("http") or (page.parent / target).resolve().is_relative_to(CHINESE), (page, target)


@pytest.mark.parametrize("folder", [ROOT / "docs", CHINESE], ids=["en", "zh"])
def test_the_site_leads_to_every_page(folder):
    trees = re.findall(r"^```{toctree}\n(.*?)^```$", (folder / "index.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    listed = [line for tree in trees for line in tree.splitlines() if line and not line.startswith(":")]
    assert len(set(listed)) == len(listed)
    every = {page.stem for page in folder.glob("*.md")}
    deeper = {"rules", "methods", "decisions"}
    pages = {name.split("/")[0] for name in names_of(folder)} | (ENGLISH_ONLY & every if folder != CHINESE else set())
    assert set(listed) | {"index"} == pages
    assert deeper & pages <= set(listed)
