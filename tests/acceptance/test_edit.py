"""`kpi edit`: shown first, written with --apply, refused where the plan would become invalid."""

from __future__ import annotations

import json
import stat
import threading

import pytest

from acceptance.kpi import run

TARGETS = """# 注释 at the top
schema: 1
plan:
  id: demo
  name: {zh: 规划, en: Plan}
  period: {start: 2021, end: 2025}   # five years
  baseline_year: 2020

indicators:
  - id: gdp   # the first
    name: {zh: 地区生产总值, en: "Gross domestic product"}
    group: economy
    measure: amount
    direction: up
    unit: '亿元'
    targets:
      - {year: 2023, form: level, op: '>', value: 2300}
      - { year: 2025,  form: level, op: '>', value: 2500 }  # 突破
    doubt: >  # long
      scope
      is open

  - id: population
    name: {zh: 人口, en: Population}
    group: economy
    measure: count
    direction: up
    unit: 万人
    targets:
    - year: 2025
      form: level
      op: '>='
      value: 90
"""
BASELINE = "schema: 1\r\nyear: 2020\r\nindicators:\r\n- {id: gdp, value: 1910.41, unit: 亿元} # printed\r\n"


@pytest.fixture
def plan(tmp_path):
    (tmp_path / "targets.yaml").write_bytes(TARGETS.encode())
    (tmp_path / "baseline_2020.yaml").write_bytes(BASELINE.encode())
    return tmp_path


def edit(*args, **options):
    return run("edit", *args, env={"KPI_LANG": "en"}, **options)


def content(plan):
    return [(plan / name).read_bytes().decode() for name in ("targets.yaml", "baseline_2020.yaml")]


def test_change_is_shown_and_nothing_written(plan):
    result = edit("gdp", "target:2025=2600", "--plan", ".", cwd=plan)
    assert result.out == (
        "targets.yaml:18  gdp  target:2025  2500 → 2600\n"
        "-       - { year: 2025,  form: level, op: '>', value: 2500 }  # 突破\n"
        "+       - { year: 2025,  form: level, op: '>', value: 2600 }  # 突破\n"
        "\n"
        "1 change; it is written with --apply\n"
    )
    assert content(plan) == [TARGETS, BASELINE]
    assert sorted(path.name for path in plan.iterdir()) == ["baseline_2020.yaml", "targets.yaml"]


def test_changes_of_several_files_are_written_and_all_else_stays(plan):
    (plan / "targets.yaml").chmod(0o640)
    words = ["period.end=2026", "gdp", "target:2025.op=>=", "owner=统计局", "doubt=none", "baseline=1911.5"]
    result = edit(*words, "population", "target=95.5", "name.en=People", "--apply", "--plan", plan)
    assert result.lines[-1] == "7 changes written"
    expected = (
        TARGETS.replace("end: 2025}", "end: 2026}")
        .replace("'>', value: 2500", "'>=', value: 2500")
        .replace("unit: '亿元'\n", "unit: '亿元'\n    owner: 统计局\n")
        .replace("      scope\n      is open\n", "      none\n")
        .replace("value: 90", "value: 95.5")
        .replace("en: Population", "en: People")
    )
    assert content(plan) == [expected, BASELINE.replace("1910.41", "1911.5")]
    assert stat.S_IMODE((plan / "targets.yaml").stat().st_mode) == 0o640
    assert sorted(path.name for path in plan.iterdir()) == ["baseline_2020.yaml", "targets.yaml"]
    assert run("validate", plan).code == 0


def test_same_values_change_nothing(plan):
    before = (plan / "targets.yaml").stat().st_mtime_ns
    result = edit("gdp", "target:2025=2500", "unit=亿元", "--apply", "--plan", plan)
    assert "is 2500 already" in result.out
    assert result.lines[-1] == "nothing to change, the files stay as they are"
    assert (plan / "targets.yaml").stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["gdp", "target:2025=26万"], "number_with_unit"),
        (["gdp", "target:2025=2,600"], "grouped_number"),
        (["gdp", "direction=upp"], "unknown_value"),
        (["gdp", "target:2025.year=2019"], "target_before_baseline"),
        (["gdp", "unit=％"], "full_width_character"),
        (["gdp", "id=population"], "doubled_id"),
        (["gdp", "baseline.unit=元/人"], "unit_mismatch"),
        (["period.end=1999"], "period_reversed"),
    ],
)
def test_change_that_makes_the_plan_invalid_is_refused_with_its_faults(plan, words, said):
    result = edit(*words, "--apply", "--plan", plan, code=2)
    assert said in result.err
    assert "nothing was written" in result.err.splitlines()[-1]
    assert result.out == ""
    assert content(plan) == [TARGETS, BASELINE]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["gpd", "target=1"], "Did you mean gdp?"),
        (["gdp", "ownr=x"], "Did you mean owner?"),
        (["gdp", "target=1"], "which target? target:2023, target:2025"),
        (["gdp", "name=x"], "name has parts: name.zh, name.en"),
        (["gdp", "source.title=x"], "there is no field source.title"),
        (["source.title=x"], "write it into the file"),
        (["population", "baseline=1"], "no baseline file has population"),
        (["gdp"], "no change follows gdp"),
        (["gdp", "owner="], "owner= is no change"),
        (["gdp", "=x"], "=x is no change"),
        (["gdp", "owner=a", "owner=b"], "owner of gdp is changed twice"),
        (["gdp", "owner=a\nb"], "cannot be written on a line"),
    ],
)
def test_what_cannot_be_changed_is_said(plan, words, said):
    result = edit(*words, "--apply", "--plan", plan, code=2)
    assert said in result.err
    assert content(plan) == [TARGETS, BASELINE]


def test_all_faults_of_the_command_line_are_said_at_once(plan):
    err = edit("gdp", "ownr=x", "name=y", "population", "target.vale=1", "--plan", plan, code=2).err
    assert [word in err for word in ("ownr", "name has parts", "target.vale")] == [True, True, True]


def test_shipped_plan_is_never_changed():
    assert "the shipped plan is never changed" in edit("gdp", "target=1", "--apply", code=2).err


def test_plan_of_the_environment_is_the_one_to_change(plan):
    run("edit", "gdp", "owner=x", "--apply", env={"KPI_PLAN": str(plan)})
    assert "owner: x" in content(plan)[0]


def test_fault_that_was_there_before_does_not_stand_in_the_way(plan):
    (plan / "targets.yaml").write_text(TARGETS.replace("value: 90", "value: 9O"), encoding="utf-8")
    edit("gdp", "owner=x", "--apply", "--plan", plan)
    edit("population", "target=90", "--apply", "--plan", plan)
    assert run("validate", plan).code == 0


def test_file_that_is_no_yaml_is_said(plan):
    (plan / "targets.yaml").write_text("a: [")
    assert "yaml_open_bracket" in edit("owner=x", "--plan", plan, code=2).err


def test_machine_formats_give_each_change(plan):
    words = ["gdp", "owner=x", "target:2025=2500", "--plan", ".", "-f"]
    table = json.loads(edit(*words, "json", cwd=plan).out)
    assert (table["applied"], table["changed"]) == (False, 1)
    assert table["rows"][0] == {
        "id": "gdp", "field": "owner", "change": "added", "old_text": None, "new_text": "x",
        "file": "targets.yaml", "line": 16, "column": 12,
    }  # fmt: skip
    assert table["rows"][1]["change"] == "unchanged"
    assert edit(*words, "csv", "--columns", "field,new_text", cwd=plan).lines == [
        "field,new_text",
        "owner,x",
        "target:2025,2500",
    ]


def test_wrong_columns_are_said_before_anything_is_written(plan):
    edit("gdp", "owner=x", "--apply", "-f", "csv", "--columns", "nothing", "--plan", plan, code=2)
    assert content(plan) == [TARGETS, BASELINE]


def test_page_is_chinese_for_a_chinese_plan(plan):
    text = TARGETS.replace("baseline_year", "language: zh\n  baseline_year")
    (plan / "targets.yaml").write_text(text, encoding="utf-8")
    assert "加上 --apply 才写入" in run("edit", "gdp", "owner=x", "--plan", plan).out


def test_edits_at_once_lose_nothing(plan):
    ids = [f"i{number}" for number in range(6)]
    more = "".join(TARGETS[TARGETS.index("  - id: population") :].replace("population", one) for one in ids)
    (plan / "targets.yaml").write_text(TARGETS + more, encoding="utf-8")
    threads = [
        threading.Thread(target=edit, args=(one, f"owner={one}", "target=91", "--apply", "--plan", plan)) for one in ids
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    text = content(plan)[0]
    assert [f"owner: {one}\n" in text for one in ids] == [True] * len(ids)
    assert text.count("value: 91") == len(ids)
