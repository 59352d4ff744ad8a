"""Syntax errors: each common slip has its own code, at the place where it was made, from both parsers."""

import pytest
import yaml

from lixia_kpi.plan import nodes
from lixia_kpi.plan.nodes import read_nodes

SLIPS = {
    "a:\n  b: 1\n\tc: 2\n": ("yaml_tab", 3, 1),
    'a: "\\q"\n': ("yaml_escape", 1, None),
    "a: 1\nb: 'open\nc: 2\n": ("yaml_open_quote", 2, 4),
    "a: 1\nb: [1, 2\nc: 3\n": ("yaml_open_bracket", 2, 4),
    "a: {b: 1\nc: 3\n": ("yaml_open_bracket", 1, 4),
    "a: b: c\n": ("yaml_stray_colon", 1, 5),
    "a: 1\nb\nc: 2\n": ("yaml_missing_colon", 2, 1),
    "a: 1\ndirection：up\nc: 2\n": ("yaml_full_width_colon", 2, 10),
    "- id：gdp\n  name: x\n": ("yaml_full_width_colon", 1, 5),
    "a: 'x：y': z\n": ("yaml_stray_colon", 1, 9),
    "a:\n  b: 1\n c: 2\n": ("yaml_indentation", 3, 2),
    " a: 1\nb: 2\n": ("yaml_indentation", 2, 1),
    "a: %\n": ("yaml_reserved_character", 1, 4),
    "a: @b\n": ("yaml_reserved_character", 1, 4),
    "a: `b`\n": ("yaml_reserved_character", 1, 4),
    "op: >=\n": ("yaml_unquoted_comparator", 1, 5),
    "a: b\x07\n": ("yaml_control_character", 1, 5),
    "a: 1\nb: 万\x1b\n": ("yaml_control_character", 2, 5),
    "%YAML 9.9\n---\na: 1\n": ("yaml_syntax", 1, 1),
}


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
@pytest.mark.parametrize(("text", "expected"), SLIPS.items(), ids=repr)
def test_a_slip_is_named_where_it_was_made(text, expected, loader, monkeypatch):
    monkeypatch.setattr(nodes, "LOADER", loader)
    root, problems = read_nodes(text, file="a.yaml")
    assert root is None
    (problem,) = problems
    code, line, column = expected
    assert (problem.code, problem.place.line) == (code, line)
    assert column is None or problem.place.column == column


def test_what_was_found_before_the_error_is_kept():
    problems = read_nodes("a: 1\na: 2\nb: [\n", file="a.yaml")[1]
    assert [problem.code for problem in problems] == ["duplicate_key", "yaml_open_bracket"]


def test_the_details_name_the_character():
    (problem,) = read_nodes("a: %\n", file="a.yaml")[1]
    assert problem.details["character"] == "%"
    (problem,) = read_nodes("a: \x1b\n", file="a.yaml")[1]
    assert problem.details["character"] == "U+001B"


def test_a_number_that_no_character_has_is_an_error_for_the_parser_in_python_too(monkeypatch):
    monkeypatch.setattr(nodes, "LOADER", yaml.SafeLoader)
    root, problems = read_nodes('a: "\\UFFFFFFFF"\n', file="a.yaml")
    assert root is None
    assert [problem.code for problem in problems] == ["yaml_syntax"]
