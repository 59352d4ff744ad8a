"""`kpi report` on the installed command: the shipped plan, and a small one in which every outcome occurs."""

from __future__ import annotations

import json
import re

import pytest

from acceptance.evaluated_plan import evaluated_plan
from acceptance.kpi import run
from acceptance.plans import make_plan
from acceptance.test_console import ESCAPE, in_terminal
from lixia_kpi.render.width import width

MIDTERM, FINAL = ("--midterm", "2023"), ("--final", "2025")


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    return {year: evaluated_plan(tmp_path_factory.mktemp(f"to_{year}"), to=year) for year in (2023, 2024, 2025)}


def record(*args):
    return json.loads(run("report", *args, "-f", "json").out)


def test_shipped_plan_says_first_how_little_can_be_judged():
    figures = record(*MIDTERM)
    counts = figures["counts"]["all"]
    lines = run("report", *MIDTERM, "--lang", "zh").lines
    first = next(line for line in lines if line.startswith("┃"))
    assert first.startswith(f"┃ 规划的 {counts['targets']} 项量化目标中，有基期以后实际值的 {counts['observed']} 项")
    assert lines.index(first) == 3
    assert (counts["targets"], counts["observed"]) == (133, 5)
    assert counts["judged"] + counts["outcomes"]["undetermined"] == counts["observed"]
    assert figures["counts"]["unstated"]["targets"] == 133


def test_shipped_plan_has_no_final_result_yet():
    counts = record(*FINAL)["counts"]["all"]
    assert counts["judged"] == 0
    assert counts["completion_rate"] is None
    assert counts["outcomes"]["awaiting"] + counts["outcomes"]["undetermined"] == counts["observed"]
    assert "no target is settled" in " ".join(
        run("report", *FINAL, "--lang", "en").out.lower().replace("┃", "").split()
    )


def test_every_outcome_of_a_midterm_evaluation(plans):
    figures = record("--plan", plans[2023], *MIDTERM)
    found = {(t["id"], t["form"], t["target_year"]): t["outcome"] for t in figures["targets"]}
    assert found == {
        ("output", "level", 2025): "met_early",
        ("firms", "level", 2025): "ahead",
        ("share", "level", 2025): "on_track",
        ("jobless", "level", 2025): "held",
        ("intensity", "change", 2025): "behind",
        ("smoke", "level", 2025): "behind",
        ("beds", "level", 2025): "behind",
        ("schools", "total", 2025): "behind",
        ("schools", "total", 2023): "met",
        ("rank", "level", 2025): "pending",
        ("unknown", "level", 2025): "undetermined",
        ("parks", "level", 2025): "no_data",
    }
    counts = figures["counts"]
    assert counts["all"]["behind"] == {"reversing": 1, "off_track": 1, "behind": 2}
    assert counts["all"]["completion_rate"] == pytest.approx(5 / 9)
    assert [counts[nature]["targets"] for nature in ("binding", "expected", "unstated")] == [3, 3, 6]
    assert counts["binding"]["outcomes"]["held"] == 1


def test_sentences_of_a_midterm_evaluation(plans):
    text = run("report", "--plan", plans[2023], *MIDTERM, "--lang", "zh", "-f", "markdown").out
    for sentence in (
        "规划的 12 项量化目标中，有基期以后实际值的 11 项（91.7%），可以判断的 9 项。",
        "规划期 5 年已过 3 年，时序进度 60%。",
        "提前实现 1 项，按期实现 1 项，守住底线 1 项，快于预期 1 项，符合预期 1 项，滞后 4 项",
        "滞后 4 项（其中滞后 2 项，严重滞后 1 项，背离目标 1 项）。",
        "占 55.6%（5/9），滞后或未实现的占 44.4%（4/9）。",
        "约束性目标 3 项，可以判断的 3 项：守住底线 1 项，滞后 2 项（其中滞后 1 项，背离目标 1 项）。",
        "目标 ≥200 亿元（2025 年），2023 年达到 205 亿元。",
        "到 2023 年应完成的目标 1 项：实现 1 项，未实现 0 项，没有目标年结果 0 项。",
        "2023 年为 115 张，目标 ≥200 张（2025 年）。完成进度 20%，时序进度 60%。年均实际 4.77%，要求 14.87%。",
        "要在 2025 年实现目标，2023 年以后年均需 31.88%。",
        "2023 年 115 张，初步数",
        "范围未定 / scope not settled",
        "<https://example.org/output_2023>",
    ):
        assert sentence in text
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## 一、总体情况",
        "## 二、主要指标完成情况",
        "## 三、提前实现的目标",
        "## 四、已到期的目标",
        "## 五、滞后和未实现的目标",
        "## 六、分类情况",
        "## 七、评价规则之间的差异",
        "## 八、疑点",
        "## 九、数据缺口",
        "## 十、方法说明",
        "## 十一、数据来源",
    ]


def test_final_evaluation(plans):
    figures = record("--plan", plans[2025], *FINAL)
    outcomes = figures["counts"]["all"]["outcomes"]
    assert {name: count for name, count in outcomes.items() if count} == {
        "met_early": 1, "met": 4, "held": 1, "missed": 5, "no_data": 1,
    }  # fmt: skip
    text = " ".join(run("report", "--plan", plans[2025], *FINAL, "--lang", "en").out.split())
    assert "Completion rate 54.5%: of 11 with a result, 6 met or held and 5 missed." in text
    assert "A year: 5.39% achieved, 14.87% required. Short of the target by 70" in text


def test_final_evaluation_before_the_figures_are_out(plans):
    figures = record("--plan", plans[2024], *FINAL)
    assert figures["counts"]["all"]["outcomes"]["awaiting"] == 9
    assert figures["counts"]["all"]["judged"] == 1
    text = run("report", "--plan", plans[2024], *FINAL, "--lang", "zh").out
    assert "9 项已到期而没有目标年" in text.replace("\n┃ ", "")
    assert "暂 ▲ 快于预期" in text


def test_report_to_date_uses_the_latest_year(plans):
    figures = record("--plan", plans[2024])
    assert (figures["kind"], figures["as_of"]) == ("to_date", 2024)
    assert record("--plan", plans[2025], "--as-of", "2023")["counts"] == record("--plan", plans[2023])["counts"]


@pytest.mark.parametrize("args", [MIDTERM, FINAL, ()])
@pytest.mark.parametrize("scope", [(), ("--chapter", "2"), ("--owner", "统计局"), ("--group", "economy")])
def test_counts_add_up(plans, args, scope):
    figures = record("--plan", plans[2025], *args, *scope)
    counts = figures["counts"]
    assert counts["all"]["targets"] == len(figures["targets"]) == 12 - figures["scope"]["left_out"]
    for name, total in counts["all"]["outcomes"].items():
        assert sum(counts[nature]["outcomes"][name] for nature in ("binding", "expected", "unstated")) == total
        assert sum(tally["outcomes"][name] for tally in figures["by_chapter"]) == total
    assert sum(counts["all"]["outcomes"].values()) == counts["all"]["targets"]


def test_scope_is_said(plans):
    text = run("report", "--plan", plans[2023], *MIDTERM, "--chapter", "2", "--lang", "zh").out
    assert "只涉及 第 2 章，其余 9 项目标不在内" in text


def test_unobserved_targets_are_named_and_enter_the_table_on_request(plans):
    table = "| 公园 | 座 | 100 |"
    short = run("report", "--plan", plans[2023], *MIDTERM, "--lang", "zh", "-f", "markdown").out
    full = run("report", "--plan", plans[2023], *MIDTERM, "--lang", "zh", "-f", "markdown", "--all").out
    assert "公园（≥200 座）" in short
    assert table not in short
    assert table in full


def test_rule_changes_the_judgement_and_is_named(plans):
    text = run("report", "--plan", plans[2023], *MIDTERM, "--rule", "eurostat", "--lang", "en").out
    assert "Eurostat trend assessment" in text.partition("Method")[2]
    assert record("--plan", plans[2023], *MIDTERM, "--rule", "eurostat")["rule"] == "eurostat"
    rules = record("--plan", plans[2023], *MIDTERM)["rules"]
    assert rules["hanging"] == sum(target["hangs_on_rule"] for target in rules["targets"])
    assert rules == record("--plan", plans[2023], *MIDTERM, "--rule", "eurostat")["rules"]


def test_plan_with_every_target_observed_says_so(tmp_path):
    plan = make_plan(
        tmp_path / "p", indicators=[{"id": "a"}, {"id": "b"}], baselines=[{"id": i, "value": 100} for i in "ab"],
        actuals=[("a", 2023, 150), ("b", 2023, 170)],
    )  # fmt: skip
    text = run("report", "--plan", plan, *MIDTERM, "--lang", "en").out
    assert "All 2 quantified targets have been observed since the baseline year" in text
    assert "Every target has been observed." in text


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [80, 100, 160])
def test_no_line_is_wider_than_the_terminal(plans, lang, columns):
    code, shown = in_terminal(
        "report", "--plan", str(plans[2023]), "--midterm", "2023", "--lang", lang, columns=columns
    )
    assert code == 0
    assert ESCAPE.search(shown)
    assert max(map(width, ESCAPE.sub("", shown).splitlines())) <= columns
    assert re.search(r"浓度 .*✕ 背离目标$|Concentration .*✕ reversing$", ESCAPE.sub("", shown), re.MULTILINE)


def test_piped_report_does_not_depend_on_the_terminal():
    assert run("report", env={"COLUMNS": "40"}).stdout == run("report", env={"COLUMNS": "300"}).stdout


def test_suffix_names_the_format(tmp_path):
    for name, args in (("r.md", ("-f", "markdown")), ("r.json", ("-f", "json")), ("r.txt", ())):
        assert run("report", *MIDTERM, "-o", tmp_path / name).out == ""
        assert (tmp_path / name).read_bytes() == run("report", *MIDTERM, *args).stdout


def test_ascii():
    assert not set("▲▼─≥≤▁█·–−●○✓✕▽│┃Σ") & set(run("report", *MIDTERM, "--ascii", "--lang", "en").out)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((*MIDTERM, *FINAL), "not both"),
        (("--midterm", "2025"), "2021 to 2024"),
        (("--midterm", "2020"), "2021 to 2024"),
        (("--final", "2024"), "ends in 2025"),
        ((*MIDTERM, "--as-of", "2022"), "2022"),
        (("--midterm", "23"), "not a year"),
        (("-f", "csv"), "table, markdown, json"),
        (("-f", "markdwn"), "markdown"),
        (("-o", "report.csv"), "table, markdown, json"),
        (("-o", "report.pages"), "suffix"),
        (("--chapter", "99"), "chapter 99"),
        (("--group", "econmy"), "economy"),
        (("--owner", "nobody"), "nobody"),
    ],
)
def test_wrong_usage(args, said, tmp_path):
    result = run("report", *args, "--lang", "en", code=2, cwd=tmp_path)
    assert said in result.err
    assert result.out == ""
    assert not list(tmp_path.iterdir())


def test_same_year_twice_is_no_contradiction():
    assert run("report", *MIDTERM, "--as-of", "2023").stdout == run("report", *MIDTERM).stdout


def test_same_input_same_bytes(tmp_path):
    first = run("report", *MIDTERM, env={"PYTHONHASHSEED": "1"})
    assert run("report", *MIDTERM, env={"PYTHONHASHSEED": "2"}, cwd=tmp_path).stdout == first.stdout


@pytest.mark.parametrize("encoding", ["gbk", "latin-1"])
def test_consoles_that_lack_characters(encoding):
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    text = run("report", *MIDTERM, "--lang", "zh", env=env).stdout.decode(encoding)
    assert not set("▲▼─≥≤┃Σ") & set(text)
    assert run("report", *MIDTERM, "-f", "markdown", env=env).stdout == run("report", *MIDTERM, "-f", "markdown").stdout


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("format_", ["table", "markdown"])
def test_a_document_names_no_command(lang, format_):
    """Its readers have the document, not the program."""
    text = run("report", "--midterm", "2023", "--lang", lang, "-f", format_).out
    assert "kpi " not in text
    assert " --" not in text.replace(" ---", "")


def test_json_has_the_cuts_of_the_rule_that_judged():
    cuts = json.loads(run("report", "--rule", "eurostat", "-f", "json").out)["cuts"]
    assert cuts == json.loads(run("project", "--rule", "eurostat", "-f", "json").out)["cuts"]
    assert cuts != json.loads(run("report", "-f", "json").out)["cuts"]
