"""`baseline_*.yaml` to records."""

import pytest

from lixia_kpi.plan.model import Baseline, Citation, Name, PrintedGrowth
from lixia_kpi.problems import Place
from unit.plan.sample import baseline_text, codes, read_baseline_text

FULL = """schema: 1
year: 2020
source: 规划第一章
indicators:
  - id: incubators
    name: {zh: 孵化器, en: Incubators}
    measure: count
    group: innovation
    value: 35.0
    unit: 家
    year: 2019
    op: 突破
    previous_total: 12
    growth: {value: -7.5, from: 2016, to: 2020, basis: constant_prices}
    derived: 50 - 15
    source: 统计公报
    chapter: 1
    section: 2
    heading: 创新
    note: 一句话
  - {id: investment, growth: {value: 14.7, from: 2016, to: 2020}}
"""


def test_every_field_arrives():
    baselines, problems = read_baseline_text(FULL)
    assert problems == []
    file = "baseline_2020.yaml"
    assert baselines == [
        Baseline(
            id="incubators", year=2019, place=Place(file, 5, 5), value=35.0, unit="家", decimals=1, op="突破",
            previous_total=12.0, growth=PrintedGrowth(-7.5, 2016, 2020, "constant_prices"), derived="50 - 15",
            source="统计公报", citation=Citation(1, 2, "创新"), note="一句话", name=Name("孵化器", "Incubators"),
            measure="count", group="innovation",
        ),
        Baseline(id="investment", year=2020, place=Place(file, 21, 5), growth=PrintedGrowth(14.7, 2016, 2020)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("id: a, value: 1", ["missing_key"]),
        ("id: a, previous_total: 1", ["missing_key"]),
        ("id: a, note: none printed", ["no_figure"]),
        ("id: a, unit: 家", ["no_figure"]),
        ("id: a, value: about, unit: 家", ["not_a_number"]),
        ("id: a, growth: {value: 5}", ["missing_key", "missing_key"]),
        ("id: a, growth: {value: -100, from: 2016, to: 2020}", ["out_of_bounds"]),
        ("id: a, growth: {value: 7, from: 2020, to: 2016}", ["period_reversed"]),
        ("id: a, value: 101, unit: '%', measure: share", ["baseline_out_of_bounds"]),
        ("id: a, value: 999, unit: ‰, measure: share", []),
        ("id: a, value: 0, unit: 位, measure: rank", ["baseline_out_of_bounds"]),
        ("id: a, value: 1.5, unit: 位, measure: rank", ["baseline_out_of_bounds"]),
        ("id: a, value: -1, unit: 家, measure: count", ["baseline_out_of_bounds"]),
        ("id: a, value: -1, unit: 亿元, measure: amount", []),
        ("id: a, value: 1, unit: 家, year: 20200", ["impossible_year"]),
    ],
)
def test_what_is_wrong_with_one(entry, expected):
    assert [code for _, code in codes(read_baseline_text(baseline_text(entry))[1])] == expected


def test_the_second_baseline_of_an_id_is_refused_with_the_line_of_the_first():
    baselines, problems = read_baseline_text(baseline_text("id: a, value: 1, unit: 家", "id: a, value: 2, unit: 家"))
    assert [baseline.value for baseline in baselines] == [1.0]
    (problem,) = problems
    assert (problem.code, problem.place.line, problem.details["first_line"]) == ("doubled_baseline", 5, 4)


def test_without_a_year_of_the_file_there_is_no_baseline_but_its_own():
    text = "schema: 1\nindicators:\n  - {id: a, value: 1, unit: 家}\n  - {id: b, value: 1, unit: 家, year: 2019}\n"
    baselines, problems = read_baseline_text(text)
    assert [baseline.id for baseline in baselines] == ["b"]
    assert codes(problems) == [("error", "missing_key")]
