"""Every kind of fault has a sentence and a remedy in both languages, and a message never fails."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import lixia_kpi
from lixia_kpi.messages.problems import PROBLEMS, problem_explained, problem_sentence

SOURCE = Path(lixia_kpi.__file__).parent
READERS = ("text", "units", "formula", "plan", "actuals", "folder")


def placeholders(text):
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


def codes_in_source():
    """The codes that the readers of files give to a fault."""
    found = set()
    for room in READERS:
        for path in (SOURCE / room).glob("*.py"):
            text = path.read_text(encoding="utf-8")
            found.update(re.findall(r'Problem\(\s*"([a-z_]+)"', text))
            found.update(re.findall(r'\.(?:add|fault)\(\s*"([a-z_]+)"', text))
            found.update(re.findall(r'\b(?:UnreadableText|(?:Number|Decode|Formula)?Fault)\(\s*"([a-z_]+)"', text))
    return found


def test_every_code_of_the_readers_has_words():
    codes = codes_in_source()
    assert len(codes) > 50
    assert codes - set(PROBLEMS) == set()


@pytest.mark.parametrize("code", sorted(PROBLEMS))
def test_both_languages_say_the_same_details(code):
    entry = PROBLEMS[code]
    for zh, en in (entry.sentence, entry.remedy):
        assert zh
        assert en
        assert placeholders(zh) == placeholders(en)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("code", sorted(PROBLEMS))
def test_a_message_is_one_line_and_needs_no_detail(code, lang):
    text = problem_sentence(code, {}, lang)
    assert "\n" not in text
    assert "{" not in text.replace("{{", "")
    assert problem_explained(code, lang)[0]


def test_nearest_name_is_offered_and_an_empty_guess_is_not():
    near = problem_sentence("unknown_key", {"key": "unti", "where": "indicator", "nearest": "unit"}, "zh")
    assert "是否为 unit？" in near
    assert "是否为" not in problem_sentence("unknown_key", {"key": "x", "where": "plan", "nearest": ""}, "zh")


def test_plain_form_of_a_number_is_offered():
    text = problem_sentence("full_width_number", {"key": "value", "found": "２５００", "suggestion": "2500"}, "en")
    assert text.startswith("value has full-width digits: ２５００; write 2500")


def test_details_of_another_kind_of_file_are_understood():
    text = problem_sentence("grouped_number", {"column": "value", "value": "1,234", "suggestion": "1234"}, "en")
    assert text.startswith("the digits of value are grouped: 1,234; write 1234")


def test_target_is_named_where_the_sentence_does_not():
    details = {"id": "gdp", "form": "level", "year": 2025, "op": "<=", "direction": "up"}
    assert problem_sentence("comparator_against_direction", details, "en").startswith(
        "gdp (level 2025): the comparator <= goes"
    )


def test_unknown_code_is_still_said():
    assert problem_sentence("brand_new", {"line": 3}, "en") == "unknown fault (line 3)"


def test_braces_in_a_detail_are_harmless():
    assert "{x}" in problem_sentence("unknown_key", {"key": "{x}", "where": "plan"}, "en")
