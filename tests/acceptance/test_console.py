"""What a console shows: width, colour, characters; piped output is the same bytes whatever the terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios

import pytest

from acceptance.kpi import KPI, environment, printed, run
from lixia_kpi.render.width import width

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def in_terminal(*args: str, columns: int, env: dict[str, str | None] | None = None) -> tuple[int, str]:
    """Run `kpi` on a terminal of so many columns; its exit code and what appears."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    settings = environment(**{"TERM": "xterm-256color", **(env or {})})
    process = subprocess.Popen([KPI, *args], stdin=slave, stdout=slave, stderr=slave, env=settings)
    os.close(slave)
    shown = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:  # the terminal closes with its last writer
            break
        if not part:
            break
        shown += part
    os.close(master)
    return process.wait(timeout=60), shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [80, 120, 160])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(columns, lang):
    code, shown = in_terminal("project", "--all", "--lang", lang, columns=columns)
    assert code == 0
    lines = ESCAPE.sub("", shown).splitlines()
    assert len(lines) > 130
    assert max(map(width, lines)) <= columns


def test_layouts_differ_by_width():
    tables = {columns: in_terminal("project", columns=columns)[1] for columns in (80, 120, 160)}
    assert len(set(tables.values())) == 3


def test_statuses_are_coloured_in_a_terminal_and_named_by_words():
    shown = in_terminal("project", columns=120)[1]
    assert ESCAPE.search(shown)
    assert "快于预期" in ESCAPE.sub("", shown)


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}])
def test_colour_is_left_out_where_it_is_not_wanted(env):
    assert not ESCAPE.search(in_terminal("project", columns=120, env=env)[1])


def test_colour_option_wins():
    assert not ESCAPE.search(in_terminal("project", "--color", "never", columns=120, env={"FORCE_COLOR": "1"})[1])
    assert ESCAPE.search(in_terminal("project", "--color", "always", columns=120, env={"NO_COLOR": "1"})[1])
    assert ESCAPE.search(run("project", "--color", "always", env={"NO_COLOR": "1", "TERM": "dumb"}).out)


def test_colour_can_be_forced_into_a_pipe():
    plain = printed("project").decode()
    assert not ESCAPE.search(plain)
    forced = run("project", env={"FORCE_COLOR": "1"}).out
    assert ESCAPE.sub("", forced) == plain != forced
    assert run("project", env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).out == plain
    assert run("project", env={"FORCE_COLOR": "0"}).out == plain
    assert run("project", env={"NO_COLOR": ""}).out == plain


@pytest.mark.parametrize("columns", ["40", "500", "-3"])
@pytest.mark.parametrize("args", [["project"], ["project", "--help"], ["required"], ["path", "gdp"]])
def test_piped_output_does_not_depend_on_the_terminal(args, columns):
    assert run(*args, env={"COLUMNS": columns, "LINES": "5", "TERM": "vt100"}).stdout == printed(*args)


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "gb2312"])
def test_chinese_console_gets_ascii_marks(encoding):
    result = run("project", env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    text = result.stdout.decode(encoding)
    assert "地区生产总值" in text
    assert not set("▲▼─≥≤▁█·–") & set(text)
    assert "----" in text


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
@pytest.mark.parametrize("args", [["project"], ["project", "--help"], ["--help"], ["show", "gdp"], ["validate"]])
def test_console_that_lacks_characters_gets_replacements(encoding, args):
    result = run(*args, "--lang", "zh", env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    result.stdout.decode(encoding)


def test_complaints_survive_any_console():
    result = run("project", "没有", code=2, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert result.stderr.isascii()


@pytest.mark.parametrize("format_", ["csv", "tsv", "json", "jsonl", "markdown"])
def test_machine_formats_are_utf8_whatever_the_console(format_):
    expected = printed("project", "-f", format_)
    assert "地区生产总值" in expected.decode()
    assert run("project", "-f", format_, env={"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}).stdout == expected


@pytest.mark.parametrize("args", [["project", "--all"], ["path", "gdp"], ["required"], ["list"], ["show", "gdp"]])
def test_ascii_marks_in_english_are_ascii_altogether(args):
    text = run(*args, "--ascii", "--lang", "en").out
    assert not set("▲▼─≥≤▁█·–−●○✓✕▽│") & set(text)
