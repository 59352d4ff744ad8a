"""The blocks of docs/ci.md do what they say, and the hooks of the repository run on what pre-commit gives them."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml

from acceptance.kpi import KPI, environment

ROOT = Path(__file__).parents[2]
BLOCKS = [
    yaml.safe_load(text)
    for text in re.findall(r"^```yaml\n(.*?)^```$", (ROOT / "docs" / "ci.md").read_text("utf-8"), re.M | re.S)
]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
AUTHOR = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
ENVIRONMENT = {
    **AUTHOR, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GITHUB_BASE_REF": "main",
    "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "GITHUB_STEP_SUMMARY": "summary.md", "KPI_LANG": "en",
    "PATH": f"{KPI.parent}{os.pathsep}{os.environ['PATH']}",
}  # fmt: skip


def shell(folder, line):
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", line],
        cwd=folder,
        env=environment(**ENVIRONMENT),
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def merge_request(tmp_path):
    """A clone of a repository that holds the shipped plan in `data`, on a branch of its own."""
    origin = tmp_path / "origin"
    (origin / "data").mkdir(parents=True)
    for file in (ROOT / "data").glob("*.*"):
        (origin / "data" / file.name).write_bytes(file.read_bytes())
    assert shell(origin, "git init -q -b main && git add . && git commit -q -m plan")[0] == 0
    assert shell(tmp_path, "git clone -q origin clone && cd clone && git checkout -q -b change")[0] == 0
    return tmp_path / "clone"


def worsen(clone):
    """Publish a figure that puts what was ahead off its track."""
    file = clone / "data" / "actuals.csv"
    header = file.read_text("utf-8").splitlines()[0].split(",")
    row = {"id": "gdp", "year": "2024", "value": "1950", "unit": "亿元"}
    file.write_text(
        file.read_text("utf-8").rstrip("\n") + "\n" + ",".join(row.get(n, "") for n in header) + "\n", "utf-8"
    )


def scripts():
    github, upload, gitlab = BLOCKS[0], BLOCKS[1], BLOCKS[2]
    return {
        "github": [step["run"] for step in github["jobs"]["plan"]["steps"] if "run" in step],
        "upload": [step["run"] for step in upload["steps"] if "run" in step],
        "gitlab": gitlab["plan"]["script"],
    }


def run_script(name, clone):
    """Run the lines of a job and give what the last one said; pip is left to the machine that has a network."""
    lines = scripts()[name]
    assert len(lines) >= 1
    result = (0, "", "")
    for line in lines:
        if line.startswith("pip "):
            assert line == "pip install lixia-kpi"
            continue
        result = shell(clone, line)
        if result[0] != 0:
            break
    assert result[2] == ""
    return result


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_job_passes_what_is_no_worse_and_stops_what_is(name, merge_request):
    assert run_script(name, merge_request)[0] == 0
    (merge_request / "before.json").unlink()
    assert shell(merge_request, "git worktree remove --force ../before")[0] == 0
    worsen(merge_request)
    code, out, _ = run_script(name, merge_request)
    assert code == 1
    if name == "github":
        assert re.search(r"^::error file=data/actuals.csv,line=\d+,.*\(gdp\)", out, re.M)
        assert "1950" in (merge_request / "summary.md").read_text("utf-8")
    else:
        assert "(gdp)" in (merge_request / "kpi.xml").read_text("utf-8")
        assert "1950" in (merge_request / "changes.md").read_text("utf-8")


def test_upload_writes_what_it_uploads(merge_request):
    assert run_script("upload", merge_request)[0] == 1
    assert (merge_request / BLOCKS[1]["steps"][1]["with"]["sarif_file"]).is_file()


def test_hooks_are_complete():
    assert [hook["id"] for hook in HOOKS] == ["kpi-validate", "kpi-check"]
    for hook in HOOKS:
        assert {"id", "name", "entry", "language", "files"} <= set(hook)
        wanted = re.compile(hook["files"])
        names = ["data/targets.yaml", "baseline_2020.yaml", "a/b/actuals.csv", "my_targets.yaml", "x/actuals.csv.bak"]
        assert [bool(wanted.search(name)) for name in names] == [True, True, True, False, False]
    local = next(block for block in BLOCKS if "repos" in block and block["repos"][0]["repo"] == "local")
    assert local["repos"][0]["hooks"][0].items() <= HOOKS[0].items() | {("language", "system")}


def test_hook_checks_the_folder_of_a_file(merge_request):
    entry = HOOKS[0]["entry"]
    assert shell(merge_request, f"{entry} data/actuals.csv data/targets.yaml")[0] == 0
    file = merge_request / "data" / "targets.yaml"
    file.write_text(file.read_text("utf-8").replace("id: gdp\n", "id: gdq\n", 1), "utf-8")
    code, out, _ = shell(merge_request, f"{entry} data/actuals.csv")
    assert code == 1
    assert "data/actuals.csv:" in out
    assert "unknown_indicator" in out


def test_hook_of_the_gate_takes_its_arguments_from_the_page(merge_request):
    used = next(b for b in BLOCKS if "repos" in b and b["repos"][0]["repo"] != "local")["repos"][0]["hooks"]
    assert [hook["id"] for hook in used] == [hook["id"] for hook in HOOKS]
    line = shlex.join([*HOOKS[1]["entry"].split(), *used[1]["args"]])
    assert shell(merge_request, line)[0] == 0
    assert shell(merge_request, line.replace("reversing", "off_track"))[0] == 1
