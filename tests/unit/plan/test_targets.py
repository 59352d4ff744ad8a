"""`targets.yaml` to records: every field arrives, and what cannot be read does not hide the rest."""

from lixia_kpi.plan.model import Citation, Cuts, Indicator, Name, PlanInfo, Source, Target
from lixia_kpi.problems import Place
from unit.plan.sample import HEAD, codes, read_targets_text, targets_text

FULL = """schema: 1
plan:
  id: demo
  name: {zh: 规划, en: Example}
  period: {start: 2021, end: 2025}
  baseline_year: 2020
  language: zh
  evaluation_years: [2023, 2025]
  cuts: {ahead: 1.1, behind: 0.5}
  source: {title: 纲要, published: 2022-08-06, file: plan.txt}
indicators:
  - id: high_tech_firms
    name: {zh: 高新技术企业, en: High-tech firms}
    chapter: 2
    section: 1
    heading: 创新
    group: innovation
    measure: count
    direction: up
    unit: 家
    unit_also: [个]
    observed_as: level
    basis: current_prices
    breaks: [2018, 2019]
    binding: false
    owner: 科技局
    targets:
      - {year: 2025, form: level, op: '>=', value: 600.0, value_high: 650, wording: 达到}
      - period: {start: 2022, end: 2025}
        form: total
        op: '~'
        value: 100
        tolerance: 3
        dated: false
        chapter: 3
        section: 2
        heading: 载体
      - {form: milestone, op: '=', value: 1, dated: false}
    doubt: 口径未说明
"""


def test_every_field_arrives():
    targets, problems = read_targets_text(FULL)
    assert problems == []
    assert targets.info == PlanInfo(
        "demo", Name("规划", "Example"), 2021, 2025, 2020, "zh", (2023, 2025), Cuts(1.1, 0.95, 0.5),
        Source("纲要", "2022-08-06", "plan.txt"),
    )  # fmt: skip
    file = "targets.yaml"
    level = Target("level", ">=", 600.0, 2025, Place(file, 28, 9), value_high=650.0, wording="达到", decimals=1)
    total = Target(
        "total", "~", 100.0, 2025, Place(file, 29, 9), start=2022, tolerance=3.0, dated=False,
        citation=Citation(3, 2, "载体"),
    )  # fmt: skip
    milestone = Target("milestone", "=", 1.0, 2025, Place(file, 38, 9), dated=False)
    assert targets.indicators == (
        Indicator(
            id="high_tech_firms", name=Name("高新技术企业", "High-tech firms"), citation=Citation(2, 1, "创新"),
            group="innovation", measure="count", direction="up", unit="家", place=Place(file, 12, 5), unit_also=("个",),
            observed_as="level", basis="current_prices", breaks=(2018, 2019), binding=False, owner="科技局",
            targets=(level, total, milestone), doubt="口径未说明",
        ),
    )  # fmt: skip
    assert targets.places == {"high_tech_firms": Place(file, 12, 9)}


def test_an_indicator_without_targets_is_only_observed():
    targets, problems = read_targets_text(targets_text())
    assert problems == []
    assert targets.indicators[0].targets == ()


def test_the_same_file_in_gb18030_and_with_a_bom():
    from lixia_kpi.plan.read import read_targets

    plain = read_targets_text(FULL)[0]
    for data in (FULL.encode("gb18030"), b"\xef\xbb\xbf" + FULL.encode(), FULL.replace("\n", "\r\n").encode()):
        assert read_targets(data, file="targets.yaml") == (plain, [])


def test_a_head_that_cannot_be_read_does_not_hide_the_indicators():
    text = targets_text("year: 2025, form: level, op: '<', value: 2500").replace("start: 2021", "start: soon")
    targets, problems = read_targets_text(text)
    assert targets.info is None
    assert [indicator.id for indicator in targets.indicators] == ["gdp"]
    assert codes(problems) == [("error", "not_a_number"), ("error", "comparator_against_direction")]


def test_an_indicator_that_cannot_be_read_keeps_its_id():
    targets, problems = read_targets_text(targets_text(measure="sum"))
    assert targets.indicators == ()
    assert list(targets.places) == ["gdp"]
    assert codes(problems) == [("error", "unknown_value")]


def test_a_target_that_cannot_be_read_leaves_the_others():
    targets, problems = read_targets_text(
        targets_text("year: 2025, form: level, op: '>', value: many", "year: 2024, form: level, op: '>', value: 5")
    )
    assert codes(problems) == [("error", "not_a_number")]
    assert [target.year for target in targets.indicators[0].targets] == [2024]


def test_the_second_indicator_of_an_id_is_refused_with_the_line_of_the_first():
    text = targets_text()
    targets, problems = read_targets_text(text + text[len(HEAD) + len("indicators:\n") :])
    assert len(targets.indicators) == 1
    (problem,) = problems
    assert (problem.code, problem.place.line, dict(problem.details)) == (
        "doubled_id",
        15,
        {"id": "gdp", "first_line": 8},
    )


def test_a_year_must_be_said_or_be_said_to_be_assumed():
    for target, expected in (
        ("form: level, op: '>', value: 5", ["missing_year"]),
        ("form: level, op: '>', value: 5, dated: true", ["missing_year"]),
        ("form: level, op: '>', value: 5, dated: false", []),
        ("form: level, op: '>', value: 5, dated: maybe", ["wrong_type"]),
        ("form: level, op: '>', value: 5, period: {start: 2021}", ["missing_key"]),
    ):
        assert [code for _, code in codes(read_targets_text(targets_text(target))[1])] == expected


def test_other_names_arrive_and_one_written_twice_is_pointed_at():
    text = FULL.replace("    chapter: 2\n", "    aliases: [高企, 高新企业, 高企]\n    chapter: 2\n")
    targets, problems = read_targets_text(text)
    assert targets.indicators[0].aliases == ("高企", "高新企业")
    assert codes(problems) == [("warning", "doubled_value")]
