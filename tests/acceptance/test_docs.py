"""The documentation says what the program does: generated pages are current, examples run, links lead somewhere."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from acceptance.kpi import KPI, environment

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "README.zh.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def blocks(language: str) -> list[str]:
    found = [
        text for page in PAGES for name, text in BLOCK.findall(page.read_text(encoding="utf-8")) if name == language
    ]
    return list(dict.fromkeys(found))


@pytest.fixture(scope="module")
def generated():
    before = list(sys.path)
    try:
        return runpy.run_path(str(ROOT / "tools" / "write_docs.py"))["pages"]()
    finally:
        sys.path[:] = before


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "README.zh.md",
        "docs/columns.md",
        "docs/commands.md",
        "docs/statuses.md",
        "docs/files.md",
        "docs/annual.md",
        "docs/compare.md",
        "docs/whatif.md",
        "docs/audit.md",
        "docs/report.md",
    ],
)
def test_page_is_what_the_code_says(name, generated):
    assert (ROOT / name).read_text(encoding="utf-8") == generated[ROOT / name], "run `make docs`"


@pytest.mark.parametrize("line", [line for text in blocks("sh") for line in text.splitlines()])
def test_example_runs(line, tmp_path):
    for name in ("examples", "Makefile", "constraints.txt", "pyproject.toml"):
        (tmp_path / name).symlink_to(ROOT / name)
    if line.startswith("make "):
        line = line.replace("make ", "make --dry-run ", 1)  # what it does is what CI does
    else:
        assert line.startswith("kpi ")
    env = environment(PATH=f"{KPI.parent}{os.pathsep}{os.environ['PATH']}")
    done = subprocess.run(["/bin/sh", "-c", line], cwd=tmp_path, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("text", blocks("python"))
def test_python_example_runs(text):
    subprocess.run([sys.executable, "-W", "error", "-c", text], env=environment(), check=True, cwd=ROOT)


def test_there_are_examples_of_each_kind():
    assert len(blocks("console")) >= 4
    assert len(blocks("sh")) >= 4
    assert blocks("python")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert target.startswith("http") or (page.parent / target).exists(), target
