"""What could not be used of a panel as it stands, in words, by kind of fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

HEAD: Catalogue = {
    "left_out": ("未使用的内容", "Left out"),
    "not_judged": ("未评价的序列", "Series not judged"),
    "noticed": ("已使用，但请留意", "Used, but worth a look"),
    "hint": ("逐条写入文件：--faults 文件.csv", "--faults FILE.csv writes each of them to a file"),
    "count": ("{what}：{count}", "{what}: {count}"),
}

FAULTS: Catalogue = {
    "ragged_row": ("单元格数与表头不符的行", "lines with too few or too many cells"),
    "empty_id": ("没有指标代码的行", "rows without an id"),
    "bad_year": ("不是年份的单元格", "years that are none"),
    "bad_value": ("不是数字的数值", "values that are no number"),
    "bad_target": ("不是数字的目标值", "targets that are no number"),
    "bad_target_year": ("不是数字的目标年", "target years that are no number"),
    "bad_baseline_year": ("不是数字的基期年", "baseline years that are no number"),
    "part_year": ("不是全年的数值（不计为年度值）", "values for part of a year (they count for no year)"),
    "equal_duplicate": ("同年重复且数值相同（计一次）", "years given twice with one value (counted once)"),
    "different_duplicate": (
        "同年有不同数值（该年不用）",
        "years given twice with different values (the year is left out)",
    ),
    "mixed_unit": ("同一序列用了几种单位", "series in several units, by unit"),
    "unit_not_converted": ("单位不能换算（这些数值不用）", "units that do not convert (their values are left out)"),
    "impossible_value": (
        "不可能的数值，如超过 100% 的占比、负的个数、不是整数的位次（这些数值不用）",
        "values that cannot be, as a share above 100 %, a negative count, half a rank (they are left out)",
    ),
    "gap": ("中间缺的年份", "years missing between the first and the last"),
    "mixed_direction": ("方向前后不一", "different directions in one series"),
    "mixed_measure": ("类别前后不一", "different measures in one series"),
    "mixed_form": ("目标形式前后不一", "different forms of target in one series"),
    "mixed_op": ("比较符前后不一", "different comparators in one series"),
    "mixed_observed_as": ("观测方式前后不一", "different ways of observing in one series"),
    "mixed_target": ("目标值前后不一", "different targets in one series"),
    "mixed_target_year": ("目标年前后不一", "different target years in one series"),
    "mixed_baseline_year": ("基期年前后不一", "different baseline years in one series"),
    "unknown_id": ("规划里没有的指标代码", "ids that the plan does not know"),
    "no_value": ("没有任何数值", "no value at all"),
    "no_target": ("没有目标值", "no target"),
    "no_target_year": ("没有目标年", "no target year"),
    "no_direction": ("没有方向（up 或 down）", "no direction (up or down)"),
    "unknown_direction": ("不认识的方向", "unknown directions"),
    "unknown_measure": ("不认识的类别", "unknown measures"),
    "unknown_form": ("不认识的目标形式", "unknown forms of target"),
    "unknown_op": ("不认识的比较符", "unknown comparators"),
    "unknown_observed_as": ("不认识的观测方式", "unknown ways of observing"),
    "target_year_not_after_baseline": ("目标年不晚于基期年", "a target year that is not after the baseline year"),
    "impossible_target": (
        "不可能的目标：数值、比较符或形式与类别和方向不合",
        "targets that cannot be: figure, comparator or form against measure and direction",
    ),
}
