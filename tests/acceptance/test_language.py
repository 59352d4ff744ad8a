"""Which language a person reads: `--lang`, `KPI_LANG`, the locale, the plan's own; machines always the same."""

from __future__ import annotations

import pytest

from acceptance.kpi import run

ZH, EN = "历下区", "Lixia"


def language_of(text: str) -> str:
    assert (ZH in text) != (EN in text.split("\n")[0])
    return "zh" if ZH in text.split("\n")[0] else "en"


@pytest.mark.parametrize(
    ("option", "env", "language"),
    [
        (None, {}, "zh"),  # the locale C names no language: the plan's own
        (None, {"LC_ALL": None, "LANG": "en_GB.UTF-8"}, "en"),
        (None, {"LC_ALL": None, "LANG": "zh_CN.UTF-8"}, "zh"),
        (None, {"LC_ALL": None, "LANG": "de_DE.UTF-8"}, "zh"),
        (None, {"LC_ALL": None, "LC_MESSAGES": "en_US", "LANG": "zh_CN"}, "en"),
        (None, {"LC_ALL": "C", "LANG": "en_US"}, "zh"),
        (None, {"KPI_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, "en"),
        ("zh", {"KPI_LANG": "en"}, "zh"),
        ("en", {"KPI_LANG": "zh", "LC_ALL": "zh_CN.UTF-8"}, "en"),
    ],
)
def test_language_of_the_table(option, env, language):
    args = ["project"] if option is None else ["project", "--lang", option]
    assert language_of(run(*args, env={"PYTHONUTF8": "1", **env}).out) == language


@pytest.mark.parametrize(
    ("args", "language"),
    [
        (["--lang", "en", "project"], "en"),
        (["--lang=en", "check"], "en"),
        (["--lang", "zh", "list"], "zh"),
        (["--lang", "zh", "project", "--lang", "en"], "en"),
    ],
)
def test_a_language_before_the_command_is_that_of_the_command(args, language):
    code = 1 if "check" in args else 0
    result = run(
        *args, code=code, quiet=not code, env={"PYTHONUTF8": "1", "KPI_LANG": "zh" if language == "en" else "en"}
    )
    assert language_of(result.out) == language


@pytest.mark.parametrize(
    ("command", "format_"),
    [("project", "csv"), ("project", "json"), ("project", "markdown"), ("required", "tsv"), ("list", "jsonl")],
)
def test_machine_formats_have_no_language(command, format_):
    zh = run(command, "-f", format_, "--lang", "zh").stdout
    assert run(command, "-f", format_, env={"KPI_LANG": "en"}).stdout == zh


@pytest.mark.parametrize("args", [["--help"], ["project", "--help"], ["explain", "--help"], []])
def test_help_speaks_both_languages(args):
    assert "用法" in run(*args, env={"KPI_LANG": "zh"}).out
    assert "Usage" in run(*args, env={"KPI_LANG": "en"}).out
    assert "用法" in run("--lang", "zh", *args).out
    assert "用法" in run(*args, env={"LC_ALL": "zh_CN.UTF-8"}).out


def test_complaints_speak_both_languages():
    assert "没有指标" in run("project", "gpd", "--lang", "zh", code=2).err
    assert "no indicator" in run("project", "gpd", "--lang", "en", code=2).err
    assert "没有命令" in run("projet", env={"KPI_LANG": "zh"}, code=2).err


@pytest.mark.parametrize("env", [{"KPI_LANG": "fr"}, {"KPI_LANG": "english"}])
def test_unknown_language_in_the_environment_is_said(env):
    assert next(iter(env.values())) in run("project", env=env, code=2).err


def test_unknown_language_is_said():
    assert "fr" in run("project", "--lang", "fr", code=2).err
    assert "fr" in run("--lang", "fr", "project", code=2).err
