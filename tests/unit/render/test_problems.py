"""Faults are written one a line as editors read them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.problems import Place, Problem
from lixia_kpi.render.problems import problem_line, render_problems


def test_line_has_place_severity_code_and_message():
    problem = Problem("missing_direction", Place("plan/targets.yaml", 12, 5), details={"id": "gdp", "key": "direction"})
    assert problem_line(problem, "en") == (
        "plan/targets.yaml:12:5: error missing_direction: gdp: the direction is missing; "
        "write direction: up or down; there is no default"
    )


def test_no_fault_is_no_text():
    assert render_problems([], "zh") == ""


@given(st.text(max_size=30), st.text(max_size=30))
def test_whatever_was_found_stays_on_one_printable_line(file, found):
    text = render_problems(
        [Problem("unknown_value", Place(file, 1, 1), "warning", {"key": "op", "found": found})], "en"
    )
    assert text.count("\n") == 1
    assert text[:-1].isprintable()
    assert re.search(r":1:1: warning unknown_value: ", text)
