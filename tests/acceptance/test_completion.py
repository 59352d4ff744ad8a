"""What a shell offers while a command is being written."""

from __future__ import annotations

import subprocess

import pytest

from acceptance.kpi import KPI, environment, run
from acceptance.plans import make_plan


@pytest.fixture
def plan(tmp_path):
    indicators = [{"id": "gdp_of_ours", "group": "ours", "owner": "统计局"}, {"id": "jobs"}]
    return make_plan(tmp_path / "plan", indicators=indicators)


def offered(*words: str, **changes: str) -> list[str]:
    """Give what is offered for the last word."""
    asked = {"COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1), "_KPI_COMPLETE": "bash_complete"}
    return [line.partition(",")[2] for line in run(env={**asked, **changes}).lines if line]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["pro"], ["project"]),
        (["project", "--form"], ["--format"]),
        (["project", "-f", "js"], ["json", "jsonl"]),
        (["project", "gdp_p"], ["gdp_per_capita"]),
        (["panel", "--summary", "r"], ["regions"]),
        (["completion", ""], ["bash", "zsh", "fish"]),
    ],
    ids=" ".join,
)
def test_commands_options_and_names_are_offered(words, expected):
    assert offered("kpi", *words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["project"], ["gdp_of_ours"]),
        (["whatif", "--growth"], ["gdp_of_ours"]),
        (["edit"], ["gdp_of_ours"]),
    ],
    ids=" ".join,
)
def test_ids_are_those_of_the_plan_that_is_named(plan, words, expected):
    command, *more = words
    assert offered("kpi", command, "--plan", str(plan), *more, "g") == expected
    assert offered("kpi", command, *more, "g", KPI_PLAN=str(plan)) == expected


def test_groups_and_owners_are_those_of_the_plan_that_is_named(plan):
    assert offered("kpi", "project", "--plan", str(plan), "--group", "o") == ["ours"]
    assert offered("kpi", "annual", "--plan", str(plan), "--owner", "统") == ["统计局"]


def test_a_plan_that_cannot_be_read_offers_nothing(tmp_path):
    (tmp_path / "targets.yaml").write_text("schema: [", encoding="utf-8")
    assert offered("kpi", "project", "--plan", str(tmp_path), "g") == []


def test_bash_asks_by_the_script():
    ask = (
        'eval "$(kpi completion bash)"; COMP_WORDS=(kpi list gdp_p) COMP_CWORD=2; _kpi_completion kpi; echo $COMPREPLY'
    )
    env = environment() | {"PATH": f"{KPI.parent}:{environment()['PATH']}"}
    done = subprocess.run(["bash", "--norc", "-c", ask], env=env, capture_output=True, timeout=60, check=True)
    assert (done.stdout, done.stderr) == (b"gdp_per_capita\n", b"")
