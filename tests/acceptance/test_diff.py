"""`kpi diff`: revised figures and moved statuses between folders, vintages and git revisions."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess

import pytest

from acceptance.kpi import environment, run
from acceptance.plans import make_plan

GIT = {
    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip
COLUMNS = (
    "kind,change,id,name_zh,name_en,group,form,target_op,year,part,old,old_unit,new,new_unit,"
    "revision,revision_percent,old_status,new_status"
)


def plan(folder, *, target=200, last=165, unit="亿元", extra=()):
    indicators = [{"id": "gdp", "targets": [{"value": target}]}, {"id": "tax"}]
    actuals = [
        {"id": "gdp", "year": 2021, "value": 120, "unit": "亿元", "published": "2022-03-01"},
        {"id": "gdp", "year": 2022, "value": last, "unit": unit, "published": "2023-03-01"},
        *extra,
    ]
    baselines = [{"id": "gdp", "value": 100}, {"id": "tax", "value": 50}]
    return make_plan(folder, indicators=indicators, baselines=baselines, actuals=actuals)


def rows(*args, **more):
    return list(csv.DictReader(run("diff", *args, "-f", "csv", **more).out.splitlines()))


def brief(found):
    keys = ("kind", "change", "id", "year", "old", "new")
    return [tuple(row[k] or row.get(f"{k}_status", "") for k in keys) for row in found]


def git(folder, *words):
    env = environment(**GIT)
    subprocess.run(["git", "-C", folder, *words], check=True, capture_output=True, env=env)


@pytest.fixture
def repository(tmp_path):
    """A repository whose folder `plans/one` was revised in its second commit."""
    root = tmp_path / "repository"
    plan(root / "plans" / "one", last=165)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "first")
    git(root, "tag", "v1")
    plan(root / "plans" / "one", last=105)
    git(root, "commit", "-q", "-a", "-m", "second")
    return root


REVISED = [("actual", "revised", "gdp", "2022", "165", "105"), ("status", "worse", "gdp", "2025", "ahead", "off_track")]


def test_folders_that_are_the_same_differ_in_nothing(tmp_path):
    old = plan(tmp_path / "old")
    new = plan(tmp_path / "new", last=16.5, unit="billion yuan")
    assert rows(old, new) == []
    assert run("diff", old, new, "--exit-code", "--lang", "en").out.endswith("\nNothing differs.\n")
    assert run("diff", old, new, "--exit-code", "--lang", "zh").out.endswith("\n没有不同。\n")


def test_revised_figures_and_moved_statuses(tmp_path):
    old = plan(tmp_path / "old")
    added = {"id": "tax", "year": 2022, "value": 60, "unit": "亿元"}
    new = plan(tmp_path / "new", target=210, last=105, extra=[added])
    assert brief(rows(old, new)) == [
        ("target", "revised", "gdp", "2025", "200", "210"),
        ("actual", "revised", "gdp", "2022", "165", "105"),
        ("actual", "added", "tax", "2022", "", "60"),
        ("status", "worse", "gdp", "2025", "ahead", "off_track"),
        ("status", "other", "tax", "2025", "no_data", "off_track"),
    ]
    revised = rows(old, new)[1]
    assert (float(revised["revision"]), float(revised["revision_percent"])) == (-60, pytest.approx(-36.3636, abs=1e-4))
    back = brief(rows(new, old))
    assert [(row[1], row[2]) for row in back] == [
        ("revised", "gdp"), ("revised", "gdp"), ("removed", "tax"), ("better", "gdp"), ("other", "tax")
    ]  # fmt: skip


def test_exit_code_only_when_asked(tmp_path):
    old, new = plan(tmp_path / "old"), plan(tmp_path / "new", last=166)
    assert run("diff", old, new).code == 0
    assert run("diff", old, new, "--exit-code", code=1, quiet=True).out


def test_formats_hold_the_same_rows(tmp_path):
    args = [plan(tmp_path / "old"), plan(tmp_path / "new", last=105)]
    assert run("diff", *args, "-f", "csv").lines[0] == COLUMNS
    document = json.loads(run("diff", *args, "-f", "json").stdout)
    assert document["figures"] == {"added": 0, "removed": 0, "revised": 1}
    assert document["statuses"] == {"better": 0, "worse": 1, "other": 0}
    assert document["old"] == document["new"] == {"plan": "test_plan", "as_of": 2022}
    lines = [json.loads(line) for line in run("diff", *args, "-f", "jsonl").lines]
    assert document["rows"] == lines
    assert [row["id"] for row in rows(*args)] == [row["id"] for row in lines]
    assert len(run("diff", *args, "-f", "tsv").lines) == 3
    text = run("diff", *args, "-f", "markdown", "--lang", "en").out
    assert text.startswith("### Test plan · revisions\n")
    assert "| Indicator (gdp) | actual 2022 | revised | 165 100m yuan | 105 100m yuan | −60 (−36.4%) |" in text.replace(
        "\\", ""
    )
    assert "| Indicator (gdp) | 2025 ≥200 100m yuan | worse | ▲ ahead | ▼ off track |" in text.replace("\\", "")


@pytest.mark.parametrize("columns", [30, 60, 100, 200])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page_fits_and_says_everything(tmp_path, columns, lang):
    from lixia_kpi.assessment.options import Options
    from lixia_kpi.folder.open import open_folder
    from lixia_kpi.render.revisions import render_revisions
    from lixia_kpi.render.width import width
    from lixia_kpi.tables.revisions import revision_report

    sides = [(open_folder(str(plan(tmp_path / str(n), last=last))), Options()) for n, last in enumerate((165, 105))]
    text = render_revisions(
        revision_report(*sides), ("a", "b"), lang=lang, width=columns, color=False, ascii_only=False
    )
    assert max(width(line) for line in text.splitlines()) <= columns
    assert all(figure in text for figure in ("165", "105", "gdp"))


def test_vintages_of_the_plan_at_hand(tmp_path):
    folder = plan(tmp_path)
    expected = [("actual", "added", "gdp", "2022", "", "165")]
    assert brief(rows("vintage:2022-12-31", "vintage:2023-12-31", "--plan", folder)) == expected
    assert brief(rows("vintage:2022-12-31", folder)) == expected
    assert brief(rows("vintage:2022-12-31", "vintage:2023-12-31", env={"KPI_PLAN": str(folder)})) == expected
    assert rows("vintage:2023-03-01", folder) == []


def test_vintage_of_the_shipped_plan_needs_no_folder():
    assert rows("vintage:2021-01-01", "vintage:2100-01-01")


@pytest.mark.parametrize(
    ("args", "cwd"),
    [
        (["git:v1:plans/one", "plans/one"], "."),
        (["git:v1", "plans/one"], "."),
        (["git:v1", "git:main", "--plan", "plans/one"], "."),
        (["git:HEAD~1:.", "."], "plans/one"),
        (["git:v1", "git:main:one"], "plans"),
    ],
)
def test_revisions_of_a_repository(repository, args, cwd):
    assert brief(rows(*args, cwd=repository / cwd)) == REVISED


def test_folder_may_be_gone_from_the_working_copy(repository):
    shutil.rmtree(repository / "plans")
    assert brief(rows("git:v1:plans/one", "git:main:plans/one", cwd=repository)) == REVISED


def test_working_copy_and_index_stay_as_they_are(repository):
    state = ["git", "-C", repository, "status", "--porcelain"]
    index = (repository / ".git" / "index").read_bytes()
    rows("git:v1", "plans/one", cwd=repository)
    assert subprocess.run(state, capture_output=True, check=True, env=environment(**GIT)).stdout == b""
    assert (repository / ".git" / "index").read_bytes() == index


def test_hook_that_names_another_repository_does_not_mislead(repository, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q")
    env = {"GIT_DIR": str(other / ".git"), "GIT_WORK_TREE": str(other)}
    assert brief(rows("git:v1", "plans/one", cwd=repository, env=env)) == REVISED


def test_fault_of_a_revision_is_named_with_it(repository):
    file = repository / "plans" / "one" / "targets.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("direction: up", "direction: north"), encoding="utf-8")
    git(repository, "commit", "-q", "-a", "-m", "broken")
    result = run("diff", "git:v1:plans/one", "git:HEAD:plans/one", code=2, cwd=repository)
    assert result.err.startswith("git:HEAD:plans/one/targets.yaml:")
    assert result.out == ""


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ("git:nope:plans/one", "no revision nope"),
        ("git::plans/one", "no revision"),
        ("git:--help:plans/one", "no revision --help"),
        ("git:HEAD:plans/two", "no folder plans/two"),
        ("git:HEAD", "which folder"),
        ("vintage:2023", "not a date"),
        ("no/such/folder", "no/such/folder"),
    ],
)
def test_state_that_is_not_there(repository, old, said):
    new = "git:HEAD" if old == "git:HEAD" else "plans/one"
    result = run("diff", old, new, "--lang", "en", code=2, cwd=repository)
    assert said in result.err
    assert result.out == ""


def test_outside_a_repository(tmp_path):
    folder = plan(tmp_path / "plan")
    env = {"GIT_CEILING_DIRECTORIES": str(tmp_path)}
    assert "in no git repository" in run("diff", "git:HEAD", folder, "--lang", "en", code=2, env=env).err


def test_without_git(repository):
    result = run("diff", "git:v1", "plans/one", "--lang", "en", code=2, cwd=repository, env={"PATH": "/nonexistent"})
    assert "the command git was not found" in result.err


def test_link_in_a_revision_is_not_followed(repository):
    file = repository / "plans" / "one" / "actuals.csv"
    file.unlink()
    file.symlink_to("/etc/passwd")
    git(repository, "commit", "-q", "-a", "-m", "link")
    found = brief(rows("git:v1", "git:HEAD", "--plan", "plans/one", cwd=repository))
    assert found[0] == ("actual", "removed", "gdp", "2021", "120", "")


def test_hostile_names_stay_text(tmp_path):
    name = "=1|<b>@all[x](http://y)"
    indicator = {"id": "bad", "name": {"zh": name, "en": name}, "targets": [{"value": 150}]}
    old = make_plan(tmp_path / "old", indicators=[indicator])
    new = make_plan(tmp_path / "new", indicators=[{**indicator, "targets": [{"value": 160}]}])
    assert rows(old, new)[0]["name_zh"] == f"'{name}"
    text = run("diff", old, new, "-f", "markdown").out
    assert "\\|&lt;b&gt;@<!-- -->all\\[x\\]" in text
