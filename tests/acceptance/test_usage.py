"""Wrong words on the command line: each is named, the nearest right one is offered, nothing is printed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acceptance.kpi import run


@pytest.mark.parametrize(
    ("args", "nearest"),
    [
        (["projct"], "project"),
        (["project", "gpd"], "gdp"),
        (["project", "hightech_firms"], "high_tech_firms"),
        (["project", "--formt", "csv"], "--format"),
        (["project", "-f", "cvs"], "csv"),
        (["project", "--status", "ontrack"], "on_track"),
        (["project", "--group", "econmy"], "economy"),
        (["project", "--sort", "gap_percnt"], "gap_percent"),
        (["project", "--sort", "-gapp"], "gap"),
        (["project", "-f", "csv", "--columns", "id,stauts"], "status"),
        (["project", "--method", "liner"], "linear"),
        (["project", "--rule", "pase"], "pace"),
        (["project", "--interval", "8"], "80"),
        (["project", "--color", "allways"], "always"),
        (["project", "--lang", "zhh"], "zh"),
        (["check", "--fail-on", "behnd"], "behind"),
        (["schema", "target"], "targets"),
        (["completion", "bsh"], "bash"),
        (["path", "gdpp"], "gdp"),
        (["show", "gdpp"], "gdp"),
        (["required", "gdpp"], "gdp"),
        (["list", "gdpp"], "gdp"),
        (["explain", "on_trck"], "on_track"),
    ],
)
def test_nearest_name_is_offered(args, nearest):
    result = run(*args, code=2)
    assert result.out == ""
    assert f"Did you mean {nearest}?" in result.err
    assert len(result.err.splitlines()) <= 2


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["project", "--as-of", "20x3"], "--as-of: not a year: 20x3"),
        (["project", "--as-of", "２０２３"], "not a year"),
        (["project", "--to", "99999"], "--to: not a year"),
        (["project", "--vintage", "2024-13-01"], "--vintage: not a date"),
        (["project", "--vintage", "20240101"], "not a date"),
        (["project", "--chapter", "one"], "--chapter: not the number of a chapter: one"),
        (["project", "--chapter", "77"], "77"),
        (["project", "--as-of"], "--as-of needs a value"),
        (["project", "--all=yes"], "--all takes no value"),
        (["project", "--excel"], "csv and tsv only"),
        (["project", "--columns", "id"], "add --format"),
        (["project", "-f", "csv", "--columns", "id,id"], "named twice"),
        (["project", "-f", "csv", "--columns", ""], "there is no column"),
        (["show"], "the argument ID is missing"),
        (["show", "gdp", "extra"], "unexpected argument extra"),
        (["info", "extra"], "unexpected argument extra"),
        (["--nothing"], "there is no option --nothing"),
        (["project", "-x"], "there is no option -x"),
        (["--plan", "x", "project"], "there is no option --plan"),
    ],
)
def test_what_is_wrong_is_said(args, said):
    result = run(*args, code=2)
    assert result.out == ""
    assert said in result.err
    assert result.err.startswith("kpi: ")


def test_usage_is_pointed_to():
    assert "kpi project --help" in run("project", "--nope", code=2).err


WORDS = st.one_of(
    st.sampled_from(
        ["project", "check", "show", "path", "gdp", "--plan", "--as-of", "--sort", "-f", "-o", "--", "-", "--all=", "="]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.lists(WORDS, min_size=1, max_size=4))
def test_no_words_end_in_a_defect(words, tmp_path):
    run(*words, code=None, cwd=tmp_path)
