"""What a reader of a row should know: one short text a note, as a footnote says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

NOTES: Catalogue = {
    "pace_and_projection_differ": (
        "进度比与预测的判断不一致，二者都如实列出",
        "pace and projection point different ways; both are shown as they are",
    ),
    "rounds_to_target": ("四舍五入后等于目标值，但未达标", "rounds to the target but does not reach it"),
    "met_but_worsening": ("已达标，但走势在变差", "met, but the trend is worsening"),
    "hangs_on_quirk": (
        "结论可能取决于规则的一个已知特性，见 kpi compare 和 kpi rules",
        "the verdict may hang on a documented peculiarity of the rule: kpi compare, kpi rules",
    ),
    "only_one_observation": ("基期之后只有一个实际值，判断偏早", "one actual since the baseline: early to judge"),
    "values_left_out": (
        "有数值未使用，见 kpi panel --faults",
        "values of the series were left out: kpi panel --faults",
    ),
    "latest_preliminary": ("最新值是初步数", "the latest value is preliminary"),
    "latest_expected": ("最新值是预计数", "the latest value is an expected one"),
    "baseline_differs": (
        "基期年另有公布值，与基期值不同，以规划基期值为准",
        "another figure is published for the baseline year; the plan's is used",
    ),
    "derived": ("由其他指标按公式推算，见 kpi show", "computed from other indicators by formula: kpi show"),
    "doubtful": ("定义、范围或单位存疑，见 kpi show", "definition, scope or unit is open to question: kpi show"),
    "undated": ("规划未写明年份，按规划期末计", "the plan names no year; its last year is assumed"),
}
