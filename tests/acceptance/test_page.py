"""`kpi report -f html`: the page as a user gets it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from acceptance.kpi import printed, run
from pages import read_page

ROOT = Path(__file__).parents[2]
REPORT = ("report", "--midterm", "2023")


def test_suffix_and_option_give_the_same_page(tmp_path):
    page = printed(*REPORT, "--lang", "zh", "-f", "html")
    for name in ("report.html", "report.HTM"):
        done = run(*REPORT, "--lang", "zh", "-o", tmp_path / name)
        assert done.stdout == b""
        assert (tmp_path / name).read_bytes() == page


@pytest.mark.parametrize(("lang", "title"), [("zh", "中期评估报告（2023 年）"), ("en", "mid-term evaluation, 2023")])
def test_language_is_chosen(lang, title):
    page = read_page(printed(*REPORT, "--lang", lang, "-f", "html").decode())
    assert title in page.one("title").text == page.one("h1").text
    rows = page.one(id="gap-table").one("tbody").all("tr")
    listed = run("project", "--all", "--as-of", "2023", "-f", "csv").lines
    assert len(rows) == len(listed) - 1 == 133


def test_same_input_same_bytes_wherever_and_whenever(tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "deep" / "plan")
    page = printed(*REPORT, "--lang", "en", "-f", "html")
    env = {"PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "COLUMNS": "40", "NO_COLOR": "1"}
    moved = run(*REPORT, "--lang", "en", "-f", "html", "--plan", tmp_path / "deep" / "plan", env=env, cwd=tmp_path)
    assert moved.stdout == page
    assert str(ROOT).encode() not in page
    assert str(tmp_path).encode() not in moved.stdout


def test_console_does_not_change_the_page():
    page = printed(*REPORT, "--lang", "zh", "-f", "html")
    assert run(*REPORT, "--lang", "zh", "-f", "html", "--ascii", env={"PYTHONUTF8": None, "LC_ALL": "C"}).stdout == page


def test_scope_and_other_plans():
    one = read_page(run(*REPORT, "--lang", "en", "--chapter", "1", "-f", "html").out)
    assert len(one.one(id="gap-table").one("tbody").all("tr")) == 8
    national = run(
        "report", "--final", "2010", "--plan", ROOT / "examples" / "national_11fyp", "--lang", "zh", "-f", "html"
    )
    assert len(read_page(national.out).one(id="gap-table").one("tbody").all("tr")) > 20
