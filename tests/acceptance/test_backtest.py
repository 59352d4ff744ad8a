"""`kpi backtest` run as a user runs it: on plans, on files of many series, in every form of output."""

from __future__ import annotations

import csv
import gzip
import io
import json

import numpy as np
import pytest

from acceptance.kpi import run
from acceptance.plans import make_plan


def rows(*args, **options):
    return list(csv.DictReader(io.StringIO(run("backtest", *args, "-f", "csv", **options).out)))


def panel_text(series: int, years: int, seed: int = 5) -> str:
    """Write random walks of known steps as a panel file."""
    rng = np.random.default_rng(seed)
    lines = ["id,year,value,measure"]
    for number in range(series):
        values = 100 * np.exp(np.cumsum(0.02 + 0.05 * rng.standard_normal(years)))
        lines += [f"s{number},{2000 + k},{value:.3f},amount" for k, value in enumerate(values)]
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def panel(tmp_path_factory):
    file = tmp_path_factory.mktemp("panel") / "panel.csv.gz"
    file.write_bytes(gzip.compress(panel_text(120, 14).encode(), mtime=0))
    return file


def test_shipped_plan_has_too_few_origins_and_says_so():
    english, chinese = run("backtest", "--lang", "en").out, run("backtest", "--lang", "zh").out
    assert "Too few origins to tell" in english
    assert "起点太少，无法判断" in chinese
    verdict = rows()[0]
    assert (verdict["row"], verdict["verdict"]) == ("verdict", "too_few")
    assert 0 < int(verdict["origins"]) < 100


def test_methods_measures_and_years_are_scored(panel):
    found = rows(panel)
    scores = [row for row in found if row["row"] == "score"]
    methods = list(dict.fromkeys(row["method"] for row in scores))
    assert methods == ["auto", "last", "cagr", "linear", "loglinear", "damped", "theta", "mean_of_three"]
    auto = {row["horizon"]: row for row in scores if row["method"] == "auto"}
    assert set(auto) == {"", "1", "2", "3", "4", "5"}
    assert int(auto["1"]["origins"]) == 120 * 12
    assert int(auto["5"]["origins"]) == 120 * 8
    assert all(float(row["relative_error"]) == 1 for row in scores if row["method"] == "last")
    assert 0.7 < float(auto[""]["coverage_80"]) < 0.95
    assert [row["likelihood"] for row in found if row["row"] == "chance"][-1] in ("unlikely", "very_unlikely")


def test_interval_and_method_are_chosen(panel):
    found = rows(panel, "--interval", "95", "--method", "cagr")
    first = next(row for row in found if row["row"] == "score")
    assert (found[0]["method"], first["method"], first["interval"]) == ("cagr", "cagr", "95")
    assert float(first["coverage"]) > float(first["coverage_80"])
    assert "95% held" in run("backtest", panel, "--interval", "95", "--lang", "en").out


@pytest.mark.parametrize("method", ["calibrated", "theta", "damped", "theil_sen", "printed_growth"])
def test_every_method_can_be_judged(panel, method):
    page = run("backtest", panel, "--method", method, "--lang", "en").out
    assert method in page
    without_growth = method == "printed_growth"  # a panel prints none
    assert ("Too few origins" in page) == without_growth


def test_as_of_hides_later_years(panel):
    verdict = rows(panel, "--as-of", "2005")[0]
    assert int(verdict["origins"]) == 120 * 4


def test_json_carries_the_verdict_in_its_head(panel):
    document = json.loads(run("backtest", panel, "-f", "json").out)
    assert document["verdict"] == document["rows"][0]["verdict"]
    assert (document["plan"], document["series"], document["interval"]) == (None, 120, 80)


def test_piped_page_does_not_hang_on_the_size_of_a_screen(panel):
    assert run("backtest", panel, env={"COLUMNS": "40"}).stdout == run("backtest", panel).stdout


def test_files_may_come_from_standard_input_and_be_several(panel, tmp_path):
    text = panel_text(3, 6, seed=9)
    other = tmp_path / "other.csv"
    other.write_text(text, encoding="utf-8")
    assert rows("-", stdin=text.encode())[0]["series"] == "3"
    assert rows(panel, other)[0]["series"] == "123"


def test_same_input_same_bytes(panel):
    assert run("backtest", panel).stdout == run("backtest", panel).stdout


def test_faults_are_named_with_file_and_line(tmp_path):
    file = tmp_path / "p.csv"
    file.write_text("id,year,value,measure\na,2020,5,share\na,2021,140,share\na,20,x,share\n", encoding="utf-8")
    result = run("backtest", file, code=2, env={"KPI_LANG": "en"})
    assert result.out == ""
    assert f"{file}:3:8: error panel_outside_measure: 140 lies outside the bounds of the measure share" in result.err
    assert f"{file}:4:6: error not_a_number" in result.err
    damaged = tmp_path / "p.csv.gz"
    damaged.write_bytes(gzip.compress(b"id,year,value\n" * 50, mtime=0)[:-9])
    assert "error bad_gzip" in run("backtest", damaged, code=2).err
    assert "file_not_found" in run("backtest", tmp_path / "none.csv", code=2).err


def test_options_of_a_plan_do_not_go_with_files(panel):
    said = run("backtest", panel, "--vintage", "2024-01-01", code=2, env={"KPI_LANG": "en"}).err
    assert "--vintage goes with a plan" in said
    assert "Did you mean linear?" in run("backtest", "--method", "liner", code=2, env={"KPI_LANG": "en"}).err


def test_plan_without_actuals_is_said_to_have_none(tmp_path):
    make_plan(tmp_path, indicators=[{"id": "gdp"}])
    text = run("backtest", "--plan", tmp_path, "--lang", "en").out
    assert "Too few origins to tell: 0 in 0 series" in text


def test_chances_are_said_in_words():
    assert "很可能" in run("path", "gdp", "--lang", "zh").out
    assert "% (" in next(line for line in run("show", "gdp", "--lang", "en").lines if line.startswith("  chance"))
    explained = run("explain", "likely", "--lang", "en").out
    assert "66" in explained


def test_steady_growth_carried_on_is_named_an_assumption():
    assert "是假定，不是预测" in run("path", "gdp", "--lang", "zh").out
    targets = json.loads(run("show", "gdp", "-f", "json").out)["targets"]
    assert targets[0]["continuation"] > targets[0]["projected"] > 0
