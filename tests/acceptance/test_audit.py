"""`kpi audit` and derived indicators, run as a user runs them."""

from __future__ import annotations

import csv
import io
import json

import pytest
import yaml

from acceptance.kpi import run
from acceptance.plans import make_plan

COLUMNS = (
    "severity", "result", "code", "check", "ids", "moment", "year", "value", "other", "unit", "difference_percent",
    "file", "line", "column", "message_zh", "message_en",
)  # fmt: skip


def rows(*args, **options):
    return list(csv.DictReader(io.StringIO(run("audit", *args, "-f", "csv", **options).out)))


def test_shipped_plan_has_findings_each_with_its_place():
    result = run("audit", "--lang", "zh", code=1, quiet=True)
    assert "89.29 万人" in result.out
    assert "data/baseline_2020.yaml:86:5 growth_differs" in result.out
    assert result.err == ""


def test_rows_and_columns_are_an_interface():
    result = run("audit", "-f", "csv", code=1, quiet=True)
    assert result.lines[0].split(",") == list(COLUMNS)
    found = rows(code=1, quiet=True)
    assert [row["severity"] for row in found] == ["error"] + ["warning"] * 4 + ["note"] * 6
    assert all(row["file"].startswith("data/") and int(row["line"]) > 1 for row in found)
    everything = rows("--all", code=1, quiet=True)
    assert len(everything) > len(found)
    assert {row["severity"] for row in everything} == {"error", "warning", "note", ""}


def test_json_has_numbers_and_no_language():
    one = json.loads(run("audit", "-f", "json", "--lang", "zh", code=1, quiet=True).out)
    assert one["plan"] == "lixia_14fyp"
    growth = one["rows"][0]
    assert (growth["code"], growth["value"], growth["year"]) == ("growth_differs", 6.1, 2020)
    assert (
        run("audit", "-f", "json", "--lang", "en", code=1, quiet=True).out
        == run("audit", "-f", "json", "--lang", "zh", code=1, quiet=True).out
    )


@pytest.mark.parametrize(
    ("level", "ids", "code"),
    [
        ("error", [], 1),
        ("error", ["gdp"], 0),
        ("warning", ["gdp"], 0),
        ("note", ["gdp"], 1),
        ("warning", ["buildings_100m_tax"], 1),
        ("error", ["buildings_100m_tax"], 0),
        ("note", ["green_coverage"], 0),
    ],
)
def test_exit_code_follows_the_level(level, ids, code):
    run("audit", *ids, "--fail-on", level, code=code, quiet=True)


def test_unknown_names_offer_the_nearest():
    assert "warning" in run("audit", "--fail-on", "warnings", "--lang", "en", code=2).err
    assert "gdp" in run("audit", "gpd", code=2).err


def test_every_format_is_written_and_the_bytes_are_the_same(tmp_path):
    for name in ("a.csv", "a.tsv", "a.json", "a.jsonl", "a.md", "a.txt"):
        run("audit", "-o", tmp_path / name, code=1, quiet=True)
        first = (tmp_path / name).read_bytes()
        run("audit", "-o", tmp_path / name, code=1, quiet=True)
        assert (tmp_path / name).read_bytes() == first
        assert first


def test_gbk_console():
    result = run("audit", "--lang", "zh", code=1, quiet=True, env={"PYTHONIOENCODING": "gbk"})
    assert "矛盾" in result.stdout.decode("gbk")


def derived_plan(folder, formula="gdp / population"):
    make_plan(
        folder,
        indicators=[
            {"id": "gdp", "targets": []},
            {"id": "population", "unit": "万人", "measure": "count", "targets": []},
            {"id": "per_head", "unit": "元", "formula": formula, "targets": [{"value": 350000}]},
        ],
        baselines=[{"id": "gdp", "value": 2000}, {"id": "population", "value": 80}],
        actuals=[("gdp", 2021, 2200), ("population", 2021, 80), ("gdp", 2022, 2400)],
    )
    return folder


def test_a_derived_indicator_is_judged_and_says_so(tmp_path):
    result = run("project", "per_head", "--plan", derived_plan(tmp_path), "-f", "json")
    (row,) = json.loads(result.out)["rows"]
    assert (row["baseline"], row["latest"], row["latest_year"], row["status"]) == (250000, 275000, 2021, "ahead")
    assert "derived" in row["notes"]
    assert "computed" in run("explain", "derived", "--lang", "en").out


def test_show_lists_the_formula_its_years_and_what_is_missing(tmp_path):
    folder = derived_plan(tmp_path)
    text = run("show", "per_head", "--plan", folder, "--lang", "en").out
    assert "gdp / population" in text
    assert "there is no figure of population" in text
    page = json.loads(run("show", "per_head", "--plan", folder, "-f", "json").out)
    assert page["formula"] == "gdp / population"
    assert [(d["year"], d["value"], d["reason"], d["missing"]) for d in page["derived"]] == [
        (2020, 250000, None, None), (2021, 275000, None, None), (2022, None, "missing", "population"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("gdp / populaton", "population"),
        ("gdp + population", "formula_units_differ"),
        ("__import__('os').system('true')", "formula_character"),
        ("per_head + gdp", "formula_cycle"),
    ],
)
def test_a_bad_formula_is_named_with_line_and_column(tmp_path, formula, expected):
    folder = derived_plan(tmp_path, formula)
    result = run("project", "--plan", folder, "--lang", "en", code=2)
    place, _, text = result.err.partition(": error ")
    assert expected in text
    file, line, column = place.rsplit(":", 2)
    written = (tmp_path / "targets.yaml").read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert written.lstrip().startswith("formula:")
    assert int(column) > 1
    assert file.endswith("targets.yaml")


def test_identities_of_ones_own(tmp_path):
    folder = derived_plan(tmp_path)
    file = folder / "targets.yaml"
    plan = yaml.safe_load(file.read_text(encoding="utf-8"))
    plan["identities"] = [
        {"id": "check", "name": {"zh": "核对", "en": "Check"}, "left": "gdp", "relation": "=", "right": "2 * gdp"}
    ]
    file.write_text(yaml.safe_dump(plan, allow_unicode=True), encoding="utf-8")
    found = rows("--plan", folder, code=1, quiet=True)
    assert {(row["code"], row["year"]) for row in found} == {
        ("identity_contradicted", "2020"), ("identity_contradicted", "2021"), ("identity_contradicted", "2022"),
    }  # fmt: skip
    assert found[0]["message_en"].startswith("Check (baseline of 2020) does not hold")
