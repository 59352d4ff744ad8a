"""`--rule`, `kpi compare` and `kpi rules`: published rules through the whole command."""

from __future__ import annotations

import csv
import json
import re
from typing import Any

import pytest

from acceptance.kpi import KPI, WARMED_ON_TERMINAL, environment, run
from acceptance.plans import make_plan
from acceptance.test_console import in_terminal

RULES = ("pace", "eurostat", "unsd_2022", "unsd_2023", "sdsn", "escap", "destatis", "statcan", "china_intensity")
ORDERED = ("met", "ahead", "on_track", "behind", "off_track", "reversing")
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    """One indicator that splits the rules, one that all agree on, one each of the forms that most refuse."""
    count = {"measure": "count", "unit": "个"}
    return make_plan(
        tmp_path_factory.mktemp("rules") / "plan",
        indicators=[
            {"id": "split", "name": {"zh": "分歧", "en": "Split"}, "targets": [{"value": 200}]},
            {"id": "agreed", "name": {"zh": "一致", "en": "Agreed"}, "targets": [{"value": 200}]},
            {"id": "reached", "name": {"zh": "已达", "en": "Reached"}, "targets": [{"value": 200}]},
            {"id": "zero", "name": {"zh": "零", "en": "Zero"}, **count, "targets": [{"value": 10}]},
            {"id": "total", **count, "targets": [{"form": "total", "value": 100}]},
            {
                "id": "bound",
                "measure": "rate",
                "unit": "%",
                "direction": "down",
                "targets": [{"form": "every_year", "op": "<=", "value": 3.5}],
            },
            {"id": "milestone", **count, "targets": [{"form": "milestone", "op": ">=", "value": 1}]},
            {"id": "unseen", "targets": [{"value": 200}]},
        ],
        baselines=[
            *({"id": name, "value": 100} for name in ("split", "agreed", "reached", "unseen")),
            {"id": "zero", "value": 0},
        ],
        actuals=[
            *(("split", year, value) for year, value in ((2021, 114), (2022, 131), (2023, 150), (2024, 171))),
            *(("agreed", year, value) for year, value in ((2021, 90), (2022, 80), (2023, 70), (2024, 60))),
            ("reached", 2023, 210),
            ("zero", 2023, 4),
            *(("total", year, 20) for year in (2021, 2022)),
            *(("bound", 2020 + k, 3.0) for k in range(1, 5)),
            ("milestone", 2022, 0),
        ],
    )


def compared(plan, *args: str) -> dict[str, dict[str, Any]]:
    document = json.loads(run("compare", *args, "--plan", plan, "-f", "json").stdout)
    return {row["id"]: row for row in document["rows"]}


@pytest.mark.parametrize("rule", RULES)
def test_project_and_compare_give_the_same_status(plan, rule):
    rows = json.loads(run("project", "--rule", rule, "--all", "--plan", plan, "-f", "json").stdout)
    assert rows["rule"] == rule
    beside = compared(plan, "--all")
    own = {r["id"]: r for r in json.loads(run("project", "--all", "--plan", plan, "-f", "json").stdout)["rows"]}
    for row in rows["rows"]:
        assert row["rule"] == rule
        assert row["status"] == beside[row["id"]][f"{rule}_status"]
        assert [row[c] for c in ("pace", "completion", "needed_rate")] == [
            own[row["id"]][c] for c in ("pace", "completion", "needed_rate")
        ]
        if row["status"] == "undetermined":
            assert beside[row["id"]][f"{rule}_reason"] in row["reason"].split(";")


def test_what_no_rule_decides_stays_whatever_the_rule(plan):
    for rule in RULES:
        rows = {
            r["id"]: r
            for r in json.loads(run("project", "--rule", rule, "--all", "--plan", plan, "-f", "json").stdout)["rows"]
        }
        assert rows["unseen"]["status"] == "no_data"
        assert rows["milestone"]["status"] == "pending"


def test_rules_of_rates_and_rules_of_steps_split_on_a_compound_path(plan):
    """97 % of the way by logs after four of five years is 89 % of it by steps."""
    row = compared(plan)["split"]
    assert [row[f"{rule}_status"] for rule in ("pace", "eurostat", "sdsn")] == ["on_track", "on_track", "behind"]
    assert row["agreement"] == "differ"
    assert row["hangs_on_rule"] is True


def test_agreement_follows_from_the_statuses(plan):
    for row in compared(plan, "--all").values():
        judged = [row[f"{rule}_status"] for rule in RULES if row[f"{rule}_status"] in ORDERED]
        same = {"on_track" if status == "ahead" else status for status in judged}
        expected = {0: "none", 1: "only_one"}.get(len(judged), "same" if len(same) == 1 else "differ")
        assert row["agreement"] == expected
        assert row["hangs_on_rule"] is (len(judged) > 1 and len({s in ORDERED[:3] for s in judged}) == 2)


def test_each_refusal_has_a_reason_and_each_verdict_a_word(plan):
    for row in compared(plan, "--all").values():
        for rule in RULES:
            if row[f"{rule}_status"] in ("undetermined", "no_data"):
                assert row[f"{rule}_category"] == "not_available"
                assert row[f"{rule}_reason"]
            elif row[f"{rule}_status"] != "pending":
                assert row[f"{rule}_category"] != "not_available"


def test_forms_that_a_rule_has_no_text_for_are_refused(plan):
    rows = compared(plan)
    assert {rows["total"][f"{rule}_reason"] for rule in RULES[1:]} == {"form_not_judged"}
    assert {rows["bound"][f"{rule}_reason"] for rule in RULES[1:] if rule != "destatis"} == {"form_not_judged"}
    assert (rows["bound"]["destatis_category"], rows["bound"]["destatis_status"]) == ("sun", "on_track")
    assert {rows["milestone"][f"{rule}_reason"] for rule in RULES[1:]} == {"milestone_has_no_rate"}
    assert {rows["split"]["china_intensity_reason"], rows["zero"]["china_intensity_reason"]} == {"form_not_judged"}


def test_a_verdict_that_hangs_on_a_peculiarity_is_flagged(plan):
    rows = compared(plan)
    assert "zero_as_0_001" in rows["zero"]["eurostat_quirk"].split(";")
    assert "hangs_on_quirk" in rows["zero"]["notes"].split(";")
    assert "hangs_on_quirk" not in rows["agreed"]["notes"].split(";")
    project = json.loads(run("project", "zero", "--rule", "eurostat", "--plan", plan, "-f", "jsonl").stdout)
    assert "hangs_on_quirk" in project["notes"].split(";")
    assert "*" in run("compare", "zero", "--plan", plan).out


def test_rules_are_chosen_and_keep_their_order(plan):
    header = run("compare", "--rule", "escap", "--rule", "pace", "--plan", plan, "-f", "csv").lines[0].split(",")
    statuses = [name for name in header if name.endswith("_status")]
    assert statuses == ["escap_status", "pace_status"]
    document = json.loads(run("compare", "--rule", "escap", "--plan", plan, "-f", "json").stdout)
    assert document["rules"] == ["escap"]
    assert document["cuts"] == {"escap": {"maintain": 1, "accelerate": 0}}


def test_all_formats_hold_the_same_rows(plan):
    data = run("compare", "--all", "--plan", plan, "-f", "csv").stdout.decode()
    rows = list(csv.DictReader(data.splitlines()))
    objects = [json.loads(line) for line in run("compare", "--all", "--plan", plan, "-f", "jsonl").lines]
    assert [list(row) for row in rows] == [list(row) for row in objects]
    assert len(rows) == len(run("compare", "--all", "--plan", plan, "-f", "markdown").lines) - 2 == 8
    for row, record in zip(rows, objects, strict=True):
        assert row["eurostat_category"] == record["eurostat_category"]
        assert row["eurostat_value"] == ("" if record["eurostat_value"] is None else repr(record["eurostat_value"]))


def test_rows_are_filtered_by_what_any_rule_says(plan):
    shown = compared(plan, "--status", "reversing")
    assert set(shown) == {"agreed"}
    assert set(compared(plan, "--status", "no_data")) == {"unseen"}
    assert "unseen" not in compared(plan)
    assert set(compared(plan, "split", "unseen")) == {"split", "unseen"}


def test_sorting_by_a_rule_goes_from_best_to_worst(plan):
    lines = run("compare", "--sort", "pace_status", "--plan", plan, "-f", "csv", "--columns", "pace_status").lines[1:]
    order = [*ORDERED, "pending", "undetermined"]
    assert lines == sorted(lines, key=order.index)
    assert len(set(lines)) >= 4


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [30, 60, 80, 100, 120, 160])
def test_no_line_is_wider_than_the_terminal(plan, columns, lang):
    for command in (("compare",), ("rules",), ("rules", "statcan"), ("project", "--rule", "destatis")):
        where = () if command[0] == "rules" else ("--plan", str(plan))
        lines = on_terminal([*command, "--lang", lang, *where], columns)
        assert max(map(cells, lines)) <= columns, command
        if columns >= 80:
            assert not any("Left out" in line or "宽度不够" in line for line in lines)


def on_terminal(args: list[str], columns: int) -> list[str]:
    """Run `kpi` on a terminal of so many columns and give its lines without colours."""
    settings = environment(TERM="xterm")
    split = WARMED_ON_TERMINAL.run_on_terminal([KPI, *args], settings, columns=columns, folder=None)
    code, shown = split or in_terminal(*args, columns=columns, env={"TERM": "xterm"})
    assert code == 0
    return [COLOURS.sub("", line) for line in shown.splitlines()]


def cells(line: str) -> int:
    from wcwidth import wcswidth

    return wcswidth(line)


def test_the_foot_says_what_hangs_on_the_rule_and_who_refuses(plan):
    english = " ".join(run("compare", "--plan", plan, "--lang", "en").out.split())
    assert "on the choice of rule (by some on track or better, by others behind or worse): " in english
    assert "worse): Split, Zero." in english
    assert "2 verdicts hang on the choice of rule" in english
    assert "Refused: china_intensity 6 (not a form of target that the rule judges)" in english
    chinese = run("compare", "--plan", plan, "--lang", "zh").out
    assert "取决于用哪一则规则" in chinese
    assert "不作评价：china_intensity 6 项（" in chinese


def test_the_foot_of_the_gap_table_has_the_cuts_of_the_rule(plan):
    by_rule = " ".join(run("project", "--rule", "unsd_2022", "--plan", plan, "--lang", "en").out.split())
    assert ">0.95 substantial progress (on track), ≥0.5 fair progress, acceleration needed (behind)" in by_rule
    assert "this tool's own, set in the plan file" not in by_rule
    document = json.loads(run("project", "--rule", "unsd_2022", "--plan", plan, "-f", "json").stdout)
    assert document["cuts"] == {"substantial_progress": 0.95, "fair_progress": 0.5, "limited_or_no_progress": -0.1}


def test_check_fails_by_the_rule_that_is_asked_for(plan):
    assert run("check", "split", "--plan", plan).code == 0
    assert run("check", "split", "--rule", "sdsn", "--plan", plan, code=1, quiet=True).code == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_is_explained_with_formula_and_source(lang):
    page = " ".join(run("rules", "--lang", lang).out.split())
    record = json.loads(run("rules", "-f", "json").stdout)
    assert [rule["name"] for rule in record["rules"]] == list(RULES)
    for rule in record["rules"]:
        assert rule[f"title_{lang}"] in page
        assert rule["explanation_zh"].count("\n") == rule["explanation_en"].count("\n") == 4
        assert rule["formula"].replace(" ", "") in page.replace(" ", "")
        assert rule["source"].replace(" ", "") in page.replace(" ", "")


def test_one_rule_is_explained_with_cuts_refusals_and_peculiarities():
    page = " ".join(run("rules", "statcan", "--lang", "en").out.split())
    assert "≥0.95 substantial progress (on track)" in page
    assert "≥1.5% substantial progress (on track)" in page
    assert "sign_change: baseline and latest differ in sign" in page
    assert "zero_as_0_001:" in page


@pytest.mark.parametrize(
    "args", [("rules", "eurostatt"), ("project", "--rule", "eurostatt"), ("compare", "--rule", "eurostatt")]
)
def test_unknown_rules_exit_2_and_offer_the_nearest(args):
    result = run(*args, "--lang", "en", code=2)
    assert result.stdout == b""
    assert "eurostat?" in result.err
