"""Screens and Markdown for people: hostile texts are text, and nothing of them is a command, a colour or a link."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from acceptance.hostile_names.commands import PEOPLE
from hostile import ADDRESS, TEXTS, WORKFLOW_COMMAND
from markdown_tables import cells_of, linkable, parser

OWN_STYLE = re.compile(r"\x1b\[(?:0|1|(?:1;)?38;5;\d+)m")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["report", "final", "check", "diff"])
def test_markdown_for_people_is_text(kpi, name, lang):
    text = kpi(name, "-f", "markdown", "--lang", lang).decode()
    counts = Counter(len(row) for row in cells_of(text))
    assert sum(counts.values()) > 20
    for token in parser().parse(text):
        for child in token.children or ():
            assert child.type not in ("image", "code_inline", "em_open", "s_open", "hardbreak_"), child
            assert child.type != "html_inline" or child.content == "<!-- -->"
            assert child.type != "link_open" or str(child.attrs["href"]).startswith(ADDRESS)
        assert token.type not in ("html_block", "code_block", "fence", "hr"), token
    assert linkable(text) == []
    read = " ".join(
        "".join(c.content for c in token.children if c.type in ("text", "text_special"))
        for token in parser().parse(text)
        if token.children
    )
    shown = " ".join(read.split())
    for words in TEXTS[:8] if name == "diff" else TEXTS[1:3]:
        assert " ".join(words.split()) in shown


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PEOPLE)
def test_a_screen_gets_text_and_our_own_colours_only(kpi, name, lang):
    text = kpi(name, "--lang", lang, *([] if name == "validate" else ["--color", "always"])).decode()
    plain = OWN_STYLE.sub("", text)
    assert {c for c in plain if not c.isprintable()} <= {"\n", "\u3000", "\ue000", "\U0010ffff"}
    if not name.startswith("show"):
        assert not re.search(r"\x1b|\u202e", plain)
    assert not WORKFLOW_COMMAND.search(plain)


def test_faults_are_one_a_line(kpi):
    lines = kpi("validate", "--lang", "en").decode().splitlines()
    count = len(json.loads(kpi("validate", "-f", "json"))["problems"])
    assert len(lines) == count > len(TEXTS)
    assert all(re.search(r":\d+:\d+: warning \w+: ", line) for line in lines)
