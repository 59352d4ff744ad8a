"""Whatever is found of a cell can be said, and nothing is said that is never found."""

from __future__ import annotations

import re
from pathlib import Path

import lixia_kpi.intake
from lixia_kpi.intake.headers import FIELDS, HEADERS, field_of, printed_header
from lixia_kpi.intake.heading import Headings
from lixia_kpi.intake.names import Names
from lixia_kpi.messages.problem_texts.intake import INTAKE
from lixia_kpi.messages.problems import PROBLEMS
from unit.intake.tables import PLAN

SOURCE = "".join(file.read_text(encoding="utf-8") for file in Path(lixia_kpi.intake.__file__).parent.glob("*.py"))


def test_every_finding_has_words():
    found = set(re.findall(r'(?:Finding|Unreadable|Problem)\(\s*"([a-z_]+)"', SOURCE))
    assert len(found) > 25
    assert found <= set(PROBLEMS)


def test_no_words_are_idle():
    assert {code for code in INTAKE if f'"{code}"' not in SOURCE} == set()


def test_what_a_template_prints_is_recognised_in_both_languages():
    headings = Headings(Names(PLAN))
    for field in FIELDS:
        for name in (*HEADERS[field].zh, *HEADERS[field].en):
            assert field_of(name) == field, name
        for lang in ("zh", "en"):
            assert headings.read(printed_header(field, lang)).field == field
