"""Formats of continuous integration: escaping, the cap on annotations, counts, what the standards require."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.problems import Place, Problem
from lixia_kpi.render.ci.annotation import Annotation, Checked, Report
from lixia_kpi.render.ci.faults import faults_report
from lixia_kpi.render.ci.github import MOST, render_github, workflow_command
from lixia_kpi.render.ci.junit import render_junit
from lixia_kpi.render.ci.sarif import render_sarif, uri
from lixia_kpi.render.markdown import escaped

COMMAND = re.compile(r"^::(error|warning|notice)(?: ([^:]*))?::(.*)$")


def annotation(n, level="error", text="text", file="data/actuals.csv"):
    return Annotation("behind", level, Place(file, n, 2), f"title {n}", text, f"id{n}/level", f"id{n}")


def report(annotations=(), cases=(), **more):
    return Report("check", tuple(annotations), tuple(cases), "summary", **more)


def commands(text):
    found = [COMMAND.match(line) for line in text.splitlines()]
    assert all(found)
    return [(m[1], dict(p.split("=", 1) for p in (m[2] or "").split(",") if p), m[3]) for m in found if m]


@given(st.text(), st.text())
def test_workflow_command_is_one_line_and_reads_back(text, value):
    line = workflow_command("error", text, [("title", value)])
    assert "\n" not in line
    assert "\r" not in line
    match = COMMAND.match(line) or pytest.fail(line)
    undo = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
    read = [re.sub("%0D|%0A|%3A|%2C|%25", lambda m: undo[m[0]], part) for part in (match[2], match[3])]
    assert read == [f"title={value}", text]


@pytest.mark.parametrize("count", [0, 1, MOST, MOST + 1, 500])
def test_never_more_than_github_keeps(count):
    found = commands(render_github(report(annotation(n) for n in range(1, count + 1)), "en"))
    errors = [properties["title"] for kind, properties, _ in found if kind == "error"]
    notices = [text for kind, _, text in found if kind == "notice"]
    assert errors == [f"title {n}" for n in range(1, min(count, MOST) + 1)]
    assert len(notices) == (count > MOST)
    if notices:
        assert f"{count - MOST} more" in notices[0]
        assert f"id{MOST + 1}" in notices[0]


def test_each_kind_has_its_own_cap_and_the_notice_counts():
    levels = ["error"] * 12 + ["warning"] * 12 + ["note"] * 12
    found = commands(render_github(report(annotation(n, level) for n, level in enumerate(levels, 1)), "en"))
    kinds = [kind for kind, _, _ in found]
    assert [kinds.count(kind) for kind in ("error", "warning", "notice")] == [10, 10, 10]


def test_place_is_left_out_where_there_is_none():
    (found,) = commands(render_github(report([annotation(3, file="-")]), "en"))
    assert set(found[1]) == {"title"}
    whole = Annotation("x", "error", Place("./a.yaml"), "t", "text", "i", "i")
    assert render_github(report([whole]), "en") == "::error file=a.yaml,title=t::text\n"


def test_remarks_make_a_notice_even_when_all_is_well():
    assert "gdp" in render_github(report(remarks=("gdp is better",)), "en")
    assert render_github(report(), "en") == ""


@given(
    st.lists(st.tuples(st.text(max_size=6), st.text(), st.sampled_from(["passed", "failed", "skipped"])), max_size=8)
)
def test_junit_is_well_formed_and_counts_what_is_in_it(cases):
    text = render_junit(report(cases=[Checked(s, n, o, "kind" + n, n, n) for s, n, o in cases], remarks=("r\0",)))
    root = ElementTree.fromstring(text.encode(errors="replace"))
    assert root.get("tests") == str(len(cases))
    assert root.get("failures") == str(sum(outcome == "failed" for _, _, outcome in cases))
    for suite in root:
        assert set(suite.attrib) == {"name", "tests", "failures", "errors", "skipped"}
        found = suite.findall("testcase")
        assert suite.get("tests") == str(len(found))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
        assert suite.get("skipped") == str(len(suite.findall("testcase/skipped")))
        assert all(set(case.attrib) == {"name", "classname"} for case in found)


def test_junit_keeps_the_order_of_suites_and_escapes():
    text = render_junit(report(cases=[Checked("b", '<&"', "failed", "k", "<m>", "]]>"), Checked("a", "x", "passed")]))
    root = ElementTree.fromstring(text)
    assert [suite.get("name") for suite in root] == ["b", "a"]
    assert root[0][0].get("name") == '<&"'
    assert root[0][0][0].text == "]]>"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1), st.integers(0, 9), st.integers(0, 9))
def test_sarif_is_json_with_what_the_standard_requires(text, line, column):
    made = Annotation("behind", "error", Place(text, line, column), text, text, text, text, change="new")
    log = json.loads(render_sarif(report([made], remarks=(text,)), version="1", lang="zh"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    (result,) = run["results"]
    assert rule["id"] == result["ruleId"]
    assert result["ruleIndex"] == 0
    place = result["locations"][0]["physicalLocation"]
    assert re.fullmatch(r"[A-Za-z0-9._~/:%-]*", place["artifactLocation"]["uri"])
    region = place.get("region")
    assert (region is None) == (line == 0)
    if region:
        assert region["startLine"] == line
        assert region.get("startColumn", 0) == column


def test_sarif_says_what_is_known():
    log = json.loads(render_sarif(report([annotation(1)], known=(annotation(2, "note"),)), version="1", lang="en"))
    assert [r["level"] for r in log["runs"][0]["results"]] == ["error", "note"]


@given(st.text(alphabet="abc/\\ 规.%#?", min_size=1))
def test_uri_reads_back(name):
    file = f"x/{name}"
    assert unquote(uri(file)) == file.replace("\\", "/")


def test_faults_are_the_gravest_first_and_told_apart():
    problems = [
        Problem("zero_growth", Place("a.yaml", 1, 1), "warning"),
        Problem("unknown_key", Place("a.yaml", 2, 1), details={"key": "x"}),
        Problem("unknown_key", Place("a.yaml", 3, 1), details={"key": "y"}),
    ]
    made = faults_report(problems, "en")
    assert [a.place.line for a in made.annotations] == [2, 3, 1]
    assert len({a.identity for a in made.annotations}) == 3
    assert [case.outcome for case in made.cases] == ["skipped", "failed", "failed"]
    assert [case.outcome for case in faults_report([], "en").cases] == ["passed"]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("[x](http://a)", " ["), ("@all", "@all"), ("#1", "#1"), ("a|b", "a|"), ("<b>", " <"), ("www.a.b", "www."),
        ("**x**", "**"), ("a\nb", "\n"), ("`x`", " `"), ("!3", "!3"), ("https://a.b", "s://"), ("&copy;", "&copy"),
        (":smile:", ":smile"), ("a@b.c", "@b"), ("GH-1", "GH-1"), ("~bug", "~bug"), ("%1", "%1"), ("&1", "&1"),
    ],
)  # fmt: skip
def test_free_text_in_markdown_is_no_markup(text, never):
    assert never not in f" {escaped(text)}"
