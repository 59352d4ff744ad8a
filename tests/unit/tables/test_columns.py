"""The outward columns: an interface, in this order."""

from __future__ import annotations

from lixia_kpi.tables.columns import COLUMNS, LIST, PATH, PROJECT, REQUIRED, columns

CONTRACT = {
    PROJECT: """id, name_zh, name_en, group, chapter, section, measure, form, direction, unit, basis, binding, owner,
        baseline_year, baseline, latest_year, latest, target_year, target_op, target, target_high, target_unit,
        target_level, rate_unit, required_rate, required_growth, actual_rate, needed_rate, elapsed, completion, pace,
        projected, projected_low, projected_high, interval, probability,
        gap, gap_percent, arrival_year, method, rule, status, reason, notes""",
    REQUIRED: """id, name_zh, name_en, group, chapter, section, measure, form, direction, unit, basis, binding, owner,
        baseline_year, baseline, target_year, target_op, target, target_high, target_unit, target_level, rate_unit,
        required_rate, required_growth, reason, notes""",
    LIST: """id, name_zh, name_en, group, chapter, section, heading, measure, form, direction, unit, basis, binding,
        owner, target_year, target_op, target, target_high, dated, baseline_year, baseline, doubt""",
    PATH: "id, year, required, actual, projected, projected_low, projected_high, chance",
}


def test_the_tables_have_the_columns_of_the_contract_in_order():
    for ids, promised in CONTRACT.items():
        assert list(ids) == [name.strip() for name in promised.replace("\n", " ").split(",")]


def test_every_column_is_defined_once_and_used():
    assert set(COLUMNS) == {i for ids in CONTRACT for i in ids}
    assert all(column.id == i for i, column in COLUMNS.items())
    assert [column.id for column in columns(PATH)] == list(PATH)
