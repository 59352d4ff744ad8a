"""What cannot be seen is refused in a plan file, and messages that repeat hostile words are text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from acceptance.plans import make_plan
from hostile import FOLDER, UNTIDY
from lixia_kpi.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Iterator


FIELDS = {
    "name": lambda words: {"name": {"zh": words, "en": "x"}},
    "heading": lambda words: {"heading": words},
    "group": lambda words: {"group": words},
    "unit": lambda words: {"unit": words, "measure": "count"},
    "owner": lambda words: {"owner": words},
    "doubt": lambda words: {"doubt": words},
    "wording": lambda words: {"targets": [{"wording": words}]},
}


def refusals() -> Iterator[tuple[str, str]]:
    for number, words in enumerate((*UNTIDY, "a\ud800b", "", " a", "x" * 2001)):
        yield list(FIELDS)[number % len(FIELDS)], words
        yield "name", words


@pytest.mark.parametrize(("field", "words"), tuple(refusals()), ids=lambda value: ascii(value)[:40])
def test_a_plan_file_refuses_what_cannot_be_seen(tmp_path, capfdbinary, field, words):
    folder = make_plan(tmp_path, indicators=[{"id": "a", **FIELDS[field]("MARK")}])
    file = folder / "targets.yaml"
    escaped = "".join(c if c.isascii() and c.isalnum() else f"\\U{ord(c):08x}" for c in words)
    file.write_text(file.read_text("utf-8").replace("MARK", f'"{escaped}"', 1), encoding="utf-8")
    assert run(["project", "--plan", str(folder), "--lang", "en"]) == 2
    captured = capfdbinary.readouterr()
    assert captured.out == b""
    said = captured.err.decode()
    assert re.search(r"targets\.yaml:\d+:\d+: error \w+: ", said)
    assert all(c.isprintable() or c in "\n\u3000" for c in said)


WORDS = (*UNTIDY[:2], FOLDER.replace("/", " "))
LINES = (
    ["{}"], ["project", "--{}"], ["project", "-f", "{}"], ["project", "--group", "{}"], ["project", "--as-of", "{}"],
    ["project", "--method", "{}"], ["project", "--columns", "{}", "-f", "csv"], ["show", "{}"], ["explain", "{}"],
    ["check", "--baseline", "{}"], ["project", "--plan", "{}"], ["project", "--actuals", "{}"], ["backtest", "{}"],
    ["diff", "{}", "{}"], ["whatif", "--growth", "{}"], ["report", "-o", "nowhere/{}.md"], ["project", "-o", "{}.x"],
    ["rules", "{}"],
)  # fmt: skip


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_messages_about_hostile_words_are_text(line, capfdbinary, monkeypatch):
    monkeypatch.setenv("KPI_LANG", "en")
    for words in WORDS:
        assert run([part.replace("{}", words) for part in line]) == 2
        captured = capfdbinary.readouterr()
        assert captured.out == b""
        said = captured.err.decode()
        assert said.startswith("kpi: ") or ": error " in said
        assert all(c.isprintable() or c in "\n\u3000" for c in said), said
