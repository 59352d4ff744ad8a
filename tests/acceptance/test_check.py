"""`kpi check` as a gate of CI: formats, places, the least chance, what got worse since an earlier check."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from acceptance.kpi import run
from acceptance.plans import make_plan

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": {"required": ["uri"], "properties": {"uri": {"type": "string", "format": "uri"}}},
                "region": {"properties": {k: {"type": "integer", "minimum": 1} for k in ("startLine", "startColumn")}},
            },
        }
    },
}
RESULT = {
    "type": "object",
    "required": ["message"],
    "properties": {
        "message": TEXT,
        "level": {"enum": ["none", "note", "warning", "error"]},
        "baselineState": {"enum": ["new", "unchanged", "updated", "absent"]},
        "ruleIndex": {"type": "integer", "minimum": -1},
        "locations": {"type": "array", "items": LOCATION},
        "relatedLocations": {"type": "array", "items": LOCATION},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
    },
}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {"rules": {"items": {"required": ["id"]}, "uniqueItems": True}},
                            }
                        },
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "invocations": {"items": {"required": ["executionSuccessful"]}},
                    "results": {"items": RESULT},
                },
            },
        },
    },
}
"""What SARIF 2.1.0 requires of the objects that are written (sections 3.13, 3.14, 3.19, 3.27 to 3.30)."""

YEARS = (2021, 2022, 2023)


def plan_with(folder, **paths):
    """Write a plan whose indicators start at 100, aim at 200 by 2025 and were seen on these paths."""
    indicators = [{"id": code, "name": {"zh": f"指标{code}", "en": f"Indicator {code}"}} for code in paths]
    actuals = [(code, year, value) for code, path in paths.items() for year, value in zip(YEARS, path, strict=False)]
    baselines = [{"id": code, "value": 100} for code in paths]
    return make_plan(folder, indicators=indicators, baselines=baselines, actuals=actuals)


@pytest.fixture
def mixed(tmp_path):
    return plan_with(
        tmp_path / "plan",
        good=(120, 140, 165),
        slow=(104, 108, 138),
        falling=(99, 98, 97),
        none=(),
        late=(102, 104, 106),
    )


def lines_of(file):
    return file.read_text(encoding="utf-8").splitlines()


def test_annotations_stand_on_the_figure_that_decides(mixed):
    text = run("check", "--plan", "plan", "-f", "github", "--lang", "en", code=1, quiet=True, cwd=mixed.parent).out
    found = re.findall(r"^::error file=(.*?),line=(\d+),col=(\d+),title=(.*?)::(.*)$", text, re.MULTILINE)
    assert len(found) == len(text.splitlines()) == 3
    rows = lines_of(mixed / "actuals.csv")
    for (file, line, column, title, message), code, word in zip(
        found, ("falling", "late", "slow"), ("reversing", "off track", "behind"), strict=True
    ):
        assert file == "plan/actuals.csv"
        cells = rows[int(line) - 1].split(",")
        assert cells[:2] == [code, "2023"]
        assert rows[int(line) - 1][int(column) - 1 :].startswith(cells[2])
        assert title == f"Indicator {code} ({code}) {word}"
        assert f"{cells[2]} 100m yuan in 2023; target ≥200 100m yuan by 2025" in message


def test_annotation_stands_at_the_target_where_nothing_is_observed(mixed):
    text = run("check", "none", "--plan", mixed, "--fail-on", "no_data", "-f", "github", code=1, quiet=True).out
    file, line = re.search(r"file=(.*?),line=(\d+)", text).groups()
    assert file == f"{mixed}/targets.yaml"
    around = "\n".join(lines_of(mixed / "targets.yaml")[: int(line)])
    assert around.rindex("id: none") < around.rindex("targets:")


def test_more_than_ten_are_summed_up(tmp_path):
    plan = plan_with(tmp_path, **{f"i{n:02}": (100.5, 101, 101 + n / 10) for n in range(14)})
    lines = run("check", "--plan", plan, "-f", "github", "--lang", "en", code=1, quiet=True).lines
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 10 + ["::notice"]
    assert [re.search(r"\((i\d+)\)", line)[1] for line in lines[:10]] == [f"i{n:02}" for n in range(10)]
    assert lines[10].endswith("14 of 14 targets fail. 4 more without an annotation of their own: i10, i11, i12, i13.")


def test_nothing_is_written_when_all_is_well(mixed):
    assert run("check", "good", "--plan", mixed, "-f", "github").stdout == b""
    assert run("check", "good", "--plan", mixed, "-f", "junit").out.count("<testcase") == 1


def test_junit_has_a_case_for_every_target(mixed):
    root = ElementTree.fromstring(run("check", "--plan", mixed, "-f", "junit", code=1, quiet=True).stdout)
    cases = root.findall("testsuite/testcase")
    outcomes = {case.get("name").split("/")[0]: [child.tag for child in case] for case in cases}
    assert outcomes == {
        "good": [], "slow": ["failure"], "falling": ["failure"], "none": ["skipped"], "late": ["failure"],
    }  # fmt: skip
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("5", "3", "0")
    assert all("actuals.csv:" in case.findtext("failure", "actuals.csv:") for case in cases)


def test_sarif_has_what_the_standard_requires(mixed):
    document = json.loads(run("check", "--plan", mixed, "-f", "sarif", "--min-chance", "1", code=1, quiet=True).stdout)
    Draft202012Validator(SARIF).validate(document)
    (log,) = document["runs"]
    assert [r["ruleId"] for r in log["results"]] == ["reversing", "off_track", "behind", "probability"]
    assert [log["tool"]["driver"]["rules"][r["ruleIndex"]]["id"] for r in log["results"]] == [
        r["ruleId"] for r in log["results"]
    ]
    related = [r["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in log["results"]]
    assert all(uri.endswith("targets.yaml") for uri in related)


@pytest.mark.parametrize(("suffix", "start"), [("xml", "<?xml"), ("sarif", "{"), ("md", "###"), ("csv", "id,")])
def test_suffix_names_the_format(mixed, tmp_path, suffix, start):
    file = tmp_path / f"result.{suffix}"
    assert run("check", "--plan", mixed, "-o", file, code=1, quiet=True).stdout == b""
    assert file.read_text(encoding="utf-8").startswith(start)


def test_comment_is_short_and_counts(mixed):
    text = run("check", "--plan", mixed, "-f", "markdown", "--lang", "en", code=1, quiet=True).out
    assert "**3 of 5 targets fail; 1 not judged.** What fails: reversing, off track, behind." in text
    assert len([line for line in text.splitlines() if line.startswith("| ")]) == 2 + 3


def test_least_chance_fails_what_the_status_lets_pass(mixed):
    chance = json.loads(run("project", "good", "--plan", mixed, "-f", "json").stdout)["rows"][0]["probability"]
    assert 0 < chance < 1
    above, below = str(min(chance + 0.001, 1)), f"{100 * chance - 0.1:.4f}%"
    assert run("check", "good", "--plan", mixed, "--min-chance", below).code == 0
    result = run("check", "good", "--plan", mixed, "--min-chance", above, "-f", "github", "--lang", "en", code=1)
    assert "has a chance of" in result.out


@pytest.mark.parametrize("value", ["1.5", "150%", "-1", "half", "nan", "", "%"])
def test_chance_that_is_none_is_refused(value):
    assert "--min-chance" in run("check", "--min-chance", value, "--lang", "en", code=2).err


@pytest.mark.parametrize("command", ["check", "project"])
def test_only_what_got_worse_fails(mixed, tmp_path, command):
    earlier = tmp_path / "earlier.json"
    run(command, "--plan", mixed, "--as-of", "2022", "-o", earlier, code=None, quiet=True)
    args = ["check", "--plan", mixed, "--baseline", earlier, "--lang", "en"]
    result = run(*args)
    assert "none of 5 targets got worse; 3 failed before and are no worse; 1 not judged." in result.out
    assert "1 better: slow off track → behind." in result.out
    assert "slow off track → behind" in run(*args, "-f", "github").out
    # the figure of the last year turns out lower: what was behind is now off track
    rows = lines_of(mixed / "actuals.csv")
    (mixed / "actuals.csv").write_text("\n".join(rows).replace("good,2023,165", "good,2023,105") + "\n", "utf-8")
    worse = run(*args, "-f", "json", code=1, quiet=True)
    document = json.loads(worse.stdout)
    assert [row["id"] for row in document["rows"]] == ["good"]
    assert [row["id"] for row in document["known"]] == ["falling", "late", "slow"]
    assert [(row["id"], row["before"], row["status"]) for row in document["better"]] == [
        ("slow", "off_track", "behind")
    ]
    log = json.loads(run(*args, "-f", "sarif", code=1, quiet=True).stdout)
    assert [r["baselineState"] for r in log["runs"][0]["results"]] == ["new", "unchanged", "unchanged", "updated"]
    # what that check wrote is a baseline in its turn: nothing is worse than it
    again = tmp_path / "again.json"
    again.write_bytes(worse.stdout)
    assert run("check", "--plan", mixed, "--baseline", again, "-f", "github").stdout == b""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "was not written by"),
        ("[]", "was not written by"),
        ('{"rows": 1, "plan": "test_plan", "rule": "pace"}', "was not written by"),
        ('{"rows": [{"id": "x"}], "plan": "test_plan", "rule": "pace"}', "was not written by"),
        ('{"rows": [], "plan": "other", "rule": "pace"}', "another plan"),
        ('{"rows": [], "plan": "test_plan", "rule": "eurostat"}', "another rule"),
        ('{"rows": [], "plan": "test_plan", "rule": "pace", "fail_on": ["reversing"]}', "milder"),
        ("[" * 100_000, "was not written by"),
    ],
)
def test_baseline_that_does_not_fit_is_refused(mixed, tmp_path, content, said):
    file = tmp_path / "earlier.json"
    file.write_text(content, encoding="utf-8")
    result = run("check", "--plan", mixed, "--baseline", file, "--lang", "en", code=2)
    assert said in result.err
    assert result.out == ""


def test_missing_baseline_is_named(mixed):
    assert "no/such.json" in run("check", "--plan", mixed, "--baseline", "no/such.json", code=2).err


@pytest.mark.parametrize("format_", ["github", "junit", "sarif", "markdown"])
def test_hostile_names_stay_text(tmp_path, format_):
    name = '=x"<script>]]>&|::error::%0A[a](http://b) @all'
    indicator = {"id": "bad", "name": {"zh": name, "en": name}, "unit": "家", "measure": "count"}
    plan = make_plan(
        tmp_path, indicators=[indicator], baselines=[{"id": "bad", "value": 100}], actuals=[("bad", 2023, 90)]
    )
    text = run("check", "--plan", plan, "-f", format_, code=1, quiet=True).out
    if format_ == "github":
        assert [line.split(" ")[0] for line in text.splitlines()] == ["::error"]
        assert "%250A" in text
    elif format_ == "junit":
        assert name in ElementTree.fromstring(text).find(".//failure").get("message")
    elif format_ == "sarif":
        assert name.replace("](", "] (") in json.loads(text)["runs"][0]["results"][0]["message"]["text"]
    else:
        assert "&lt;script&gt;" in text
        assert "[a](" not in text.replace("\\]", "")
        assert "@all" not in text


@pytest.mark.parametrize("format_", ["github", "junit", "sarif", "json"])
def test_validate_speaks_to_ci(tmp_path, format_):
    plan = plan_with(tmp_path / "plan", a=(1, 2, 3))
    file = plan / "targets.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("direction: up", "direction: upward"), encoding="utf-8")
    result = run("validate", "plan", "-f", format_, "--lang", "en", code=1, quiet=True, cwd=tmp_path)
    line = next(n for n, text in enumerate(lines_of(file), 1) if "upward" in text)
    if format_ == "github":
        assert result.out.startswith(f"::error file=plan/targets.yaml,line={line},col=")
    elif format_ == "junit":
        root = ElementTree.fromstring(result.stdout)
        assert root.get("failures") == str(len(root.findall(".//failure"))) == "1"
    elif format_ == "sarif":
        document = json.loads(result.stdout)
        Draft202012Validator(SARIF).validate(document)
        place = document["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
        assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("plan/targets.yaml", line)
    else:
        (problem,) = json.loads(result.stdout)["problems"]
        assert (problem["file"], problem["line"], problem["code"]) == ("plan/targets.yaml", line, "unknown_value")
        assert problem["message_zh"] != problem["message_en"]


def test_validate_writes_to_a_file(tmp_path):
    plan = plan_with(tmp_path / "plan", a=(1, 2, 3))
    file = tmp_path / "faults.sarif"
    assert run("validate", plan, "-o", file).stdout == b""
    assert json.loads(file.read_text(encoding="utf-8"))["runs"][0]["results"] == []


@pytest.mark.parametrize("format_", ["github", "junit", "sarif", "markdown", "json"])
def test_same_input_gives_the_same_bytes(mixed, format_):
    args = ["check", "--plan", "plan", "-f", format_, "--min-chance", "0.9"]
    first, again = (
        run(*args, code=1, quiet=True, cwd=mixed.parent, env={"PYTHONHASHSEED": seed, "TZ": zone})
        for seed, zone in (("1", "Asia/Shanghai"), ("2", "America/New_York"))
    )
    assert first.stdout == again.stdout
    assert str(mixed.parent) not in first.out
