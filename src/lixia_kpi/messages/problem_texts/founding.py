"""Faults of a table of targets from which a plan is to be made."""

from __future__ import annotations

from lixia_kpi.messages.problem_texts.entry import Entries, Entry

_FILL_IN = ("填上后再试", "fill it in")

FOUNDING: Entries = {
    "no_table_of_targets": Entry(
        ("没有找到目标表：前 20 行里没有表头", "no table of targets: there is no header among the first 20 rows"),
        (
            "表头要有指标名称和另外至少两列，如 {columns}",
            "a header names the indicator and two columns more, such as {columns}",
        ),
    ),
    "empty_table_of_targets": Entry(
        ("表头下面没有指标", "there is no indicator below the header"), ("每行写一个指标或目标", "write one a row")
    ),
    "column_not_used": Entry(
        ("“{field}”一列没有用上", "the column {field} is not used"),
        (
            "没有对应的键，或与另一列重复；需要的内容请自己写入",
            "it is no column of a plan, or there twice; write by hand what is needed",
        ),
    ),
    "direction_column_missing": Entry(
        ("目标表没有“{name}”（{column}）一列", "the table has no column {column} ({name})"),
        (
            "加上这一列，每个指标写 up（越高越好）或 down（越低越好），没有默认值",
            "add it and write up or down for every indicator; there is no default",
        ),
    ),
    "direction_cell_empty": Entry(
        ("{name} 没有写明方向", "the direction of {name} is missing"),
        ("写 up（越高越好）或 down（越低越好），没有默认值", "write up or down; there is no default"),
    ),
    "name_cell_empty": Entry(("没有写指标名称", "the name of the indicator is missing"), _FILL_IN),
    "unit_cell_empty": Entry(("没有写单位", "the unit is missing"), _FILL_IN),
    "no_period_in_table": Entry(
        ("目标表没有目标年", "the table names no year of a target"),
        (
            "加 target_year（目标年）一列，或用 --period 2026-2030 指明",
            "add a column target_year, or say --period 2026-2030",
        ),
    ),
    "unit_in_target_differs": Entry(
        ("目标的单位 {found} 不是该指标的单位 {unit}", "the target is in {found}, the indicator in {unit}"),
        ("写成同一单位，或把单位留给单位列", "write both in one unit, or leave the unit to its column"),
    ),
    "row_differs_from_first": Entry(
        (
            "{field} 为 {found}，而同一指标在 {first_cell} 为 {first}",
            "{field} is {found}, but {first} for the same indicator in {first_cell}",
        ),
        ("同一指标的各行写成一样", "say the same in all rows of an indicator"),
    ),
    "not_a_whole_number": Entry(
        ("{field} 不是整数：{found}", "{field} is not a whole number: {found}"),
        ("写阿拉伯整数，如 3", "write an Arabic integer, such as 3"),
    ),
}
