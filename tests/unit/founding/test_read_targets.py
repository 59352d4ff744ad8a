"""Tables of targets as people keep them: to a draft of a plan, with every fault at its cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.founding.columns import FIELDS, NAMES, column_of
from lixia_kpi.founding.draft import Source, Wishes
from lixia_kpi.founding.ids import snake_case
from lixia_kpi.founding.read_row import usual_measure
from lixia_kpi.founding.read_targets import read_targets
from lixia_kpi.founding.target_figure import TargetFigure, read_target
from lixia_kpi.founding.words import code_of
from lixia_kpi.intake.figure import Unreadable
from lixia_kpi.messages.terms import BASES, BINDING, DIRECTIONS, FORMS, MEASURES, OBSERVED_AS
from lixia_kpi.office.read import read_sheets
from lixia_kpi.office.sheet import Cell, Sheet


def read(text, **wishes):
    sheets, problems = read_sheets(text.encode(), file="a.csv")
    assert problems == []
    return read_targets(Source("a.csv", tuple(sheets)), Wishes(**wishes))


def plain(values):
    return {key: given.text for key, given in values.items()}


HEADER = "id,name_zh,name_en,group,measure,form,direction,unit,target_year,target_op,target,baseline_year,baseline\n"


def test_the_columns_of_the_list_command():
    draft, problems = read(HEADER + "gdp,生产总值,GDP,economy,amount,level,up,亿元,2030,>=,4000,2025,2700.50\n")
    assert problems == []
    (gdp,) = draft.indicators
    assert plain(gdp.values) == {
        "id": "gdp", "name_zh": "生产总值", "name_en": "GDP", "group": "economy", "measure": "amount",
        "direction": "up", "unit": "亿元",
    }  # fmt: skip
    assert [plain(target) for target in gdp.targets] == [{"year": "2030", "form": "level", "op": ">=", "value": "4000"}]
    assert plain(gdp.baseline) == {"value": "2700.50", "unit": "亿元"}
    assert not any(given.assumed for given in (*gdp.values.values(), *gdp.targets[0].values()))
    assert (draft.head.start, draft.head.end, draft.head.baseline_year) == (2026, 2030, 2025)


def test_a_table_of_a_government_report():
    draft, problems = read(
        "“十五五”主要指标,,,,,\n序号,指标名称,单位,2025年,2030年目标,方向,属性\n一、经济,,,,,,\n"
        '1,生产总值,亿元,"2,700",突破4000,上升,预期性\n2,失业率,%,2.9,控制在3.5以内,下降,约束性\n',
        language="zh",
    )
    assert problems == []
    first, second = draft.indicators
    assert plain(first.targets[0]) | {"group": first.values["group"].text} == {
        "year": "2030", "form": "level", "op": ">", "value": "4000", "wording": "突破", "group": "经济",
    }  # fmt: skip
    assert {key: value.assumed for key, value in first.values.items() if value.assumed} == {
        "id": "made_id", "name_en": "same_name", "measure": "from_unit",
    }  # fmt: skip
    assert (second.values["binding"].text, second.values["measure"].text, second.targets[0]["op"].text) == (
        "true", "share", "<=",
    )  # fmt: skip
    assert first.baseline["value"].text == "2700"


def test_several_targets_of_an_indicator_in_rows_and_in_columns():
    rows, _ = read("name,unit,direction,target_year,target\nA,t,down,2025,9\nA,t,down,2030,7\n")
    columns, _ = read("name,unit,direction,2025 target,2030 target\nA,t,down,9,7\n")
    for draft in (rows, columns):
        (only,) = draft.indicators
        assert [(t["year"].text, t["op"].text, t["value"].text) for t in only.targets] == [
            ("2025", "<=", "9"),
            ("2030", "<=", "7"),
        ]


def test_the_last_of_two_years_is_the_target():
    draft, _ = read("name,unit,direction,2020,2025\nA,t,up,5,9\n")
    (only,) = draft.indicators
    assert (only.baseline["value"].text, only.targets[0]["value"].text, draft.head.baseline_year) == ("5", "9", 2020)


def test_an_indicator_without_a_target_is_only_observed():
    draft, problems = read("name,unit,direction,2025 target\nA,t,up,—\nB,t,up,3\n")
    assert problems == []
    assert [len(indicator.targets) for indicator in draft.indicators] == [0, 1]


def test_an_own_base_year_and_an_own_place_are_kept():
    head = "id,name,unit,direction,chapter,target_year,target,baseline_year,baseline\n"
    draft, _ = read(
        head + "a,A,t,up,1,2030,9,2025,5\nb,B,t,up,1,2030,9,2024,5\nb,B,t,up,2,2028,8,2024,5\nc,C,t,up,,2030,9,2025,1\n"
    )
    _, second, _ = draft.indicators
    assert second.baseline["year"].text == "2024"
    assert [plain(target).get("chapter") for target in second.targets] == [None, "2"]


def test_merged_cells_and_hidden_sheets():
    def row(*texts):
        return [Cell(text) for text in texts]

    rows = [
        row("group", "name", "unit", "direction", "2030 target"),
        row("G", "A", "t", "up", "1"),
        row("", "B", "t", "up", "2"),
    ]
    shown = Sheet("plan", rows, merged=((1, 0, 2, 0),))
    draft, problems = read_targets(Source("a.xlsx", (shown._replace(hidden=True), shown)), Wishes())
    assert problems == []
    assert [i.values["group"].text for i in draft.indicators] == ["G", "G"]
    assert draft.indicators[1].targets[0]["value"].spot.cell == "plan!E3"


def test_a_column_that_is_not_used_is_said():
    draft, problems = read("name,unit,direction,2030 target,remarks,unit\nA,t,up,5,x,kg\n")
    assert [(p.code, p.severity, p.details["column"], p.details["cell"]) for p in problems] == [
        ("column_not_used", "note", "remarks", "E1"),
        ("column_not_used", "note", "unit", "F1"),
    ]
    assert draft.indicators[0].values["unit"].text == "t"


def faults(text, **wishes):
    return [(p.code, p.details.get("cell")) for p in read(text, **wishes)[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n1,2\n", [("no_table_of_targets", None)]),
        ("name,unit,direction,target_year,target\n", [("empty_table_of_targets", "A1")]),
        ("name,unit,2030 target\nA,t,5\n", [("direction_column_missing", "A1")]),
        ("name,unit,direction,2030 target\nA,t,,5\n", [("direction_cell_empty", "C2")]),
        ("name,unit,direction,2030 target\nA,t,upwards,5\n", [("unknown_value", "C2")]),
        ("name,unit,direction,2030 target\nA,,up,5\n", [("unit_cell_empty", "B2")]),
        ("name,unit,direction,2030 target\n,t,up,5\n", [("name_cell_empty", "A2")]),
        ("name,unit,direction,target\nA,t,up,5\n", [("no_period_in_table", None)]),
        ("name,unit,direction,2030 target\nA,亿元,up,5万元\n", [("unit_in_target_differs", "D2")]),
        ("name,unit,direction,2030 target\nA,t,up,5\nA,kg,up,6\n", [("row_differs_from_first", "B3")]),
        ("id,name,unit,direction,2030 target\nA b,A,t,up,5\n", [("not_an_id", "A2")]),
        ("name,unit,direction,chapter,2030 target\nA,t,up,three,5\n", [("not_a_whole_number", "D2")]),
        ("name,unit,direction,target_year,target\nA,t,up,soon,5\n", [("no_period_in_table", None), ("bad_year", "D2")]),
        ("name,unit,direction,2025,2030 target\nA,t,up,many,5\n", [("not_a_figure", "D2")]),
        (
            "name,unit,direction,2030 target\nA,,,many\n,t,up,1\n",
            [
                ("unit_cell_empty", "B2"),
                ("direction_cell_empty", "C2"),
                ("not_a_figure", "D2"),
                ("name_cell_empty", "A3"),
            ],
        ),
    ],
)
def test_every_fault_has_its_cell(text, expected):
    assert faults(text) == expected


def test_what_the_user_says_goes_before_the_table():
    head = read(
        "name,unit,direction,2025,2030 target\nA,t,up,4,5\n",
        id="x", name="名", name_en="Name", period=(2027, 2031), baseline_year=2026, language="zh",
    )[0].head  # fmt: skip
    assert head[:7] == ("x", "名", "Name", 2027, 2031, 2026, "zh")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("65.0", TargetFigure("65.0")),
        ("≥65%", TargetFigure("65", None, ">=", None, "%")),
        ("40–45", TargetFigure("40", "45")),
        ("40%-45%", TargetFigure("40", "45", None, None, "%")),
        ("控制在 5.5 以内", TargetFigure("5.5", None, "<=", "控制在…以内")),
        ("about 20", TargetFigure("20", None, "~", "about")),
        ("-13.5", TargetFigure("-13.5")),
        ("—", None),
        ("five", Unreadable("not_a_figure")),
    ],
)
def test_cells_with_a_target(text, expected):
    assert read_target(text) == expected


@given(st.text(max_size=12))
def test_any_cell_has_an_answer(text):
    read_target(text)
    column_of(0, text)
    made = snake_case(text)
    assert made == "" or (made[0].islower() and made.replace("_", "").isalnum() and made.isascii())


def test_every_name_of_a_column_means_that_column():
    for field in FIELDS:
        for name in (field, field.upper(), *NAMES[field]):
            assert column_of(4, name).field == field, name


def test_every_word_that_tables_of_this_program_print_is_read():
    for name, catalogue in (
        ("direction", DIRECTIONS), ("measure", MEASURES), ("form", FORMS), ("basis", BASES), ("binding", BINDING),
        ("observed_as", OBSERVED_AS),
    ):  # fmt: skip
        for code, words in catalogue.items():
            for word in (code, *words):
                assert code_of(name, word) == code, word


@pytest.mark.parametrize(
    ("unit", "measure"),
    [("%", "share"), ("‰", "share"), ("家", "count"), ("亿元", "amount"), ("万元/人", "amount"), ("张/千人", "rate"),
     ("2020=100", "index"), ("位", "rank"), ("tonnes CO2e", "amount"), ("kWh", "amount")],
)  # fmt: skip
def test_the_measure_that_a_unit_makes_likely(unit, measure):
    assert usual_measure(unit) == measure
