"""The words of `kpi backtest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

PAGE: Catalogue = {
    "title": ("{name}{bullet}回测", "{name}{bullet}backtest"),
    "counts": (
        "{series} 个序列，{origins} 个起点，向前预测 1 至 5 年。",
        "{series} series, {origins} origins, 1 to 5 years ahead.",
    ),
    "methods": ("各方法（全部序列，1 至 5 年）", "Methods (all series, 1 to 5 years ahead)"),
    "measures": ("{method}：按类别和预测年数", "{method}: by measure and years ahead"),
    "rise_20": ("五年后比起点高 20% 以上：所称概率与实际", "A fifth higher in five years: stated and happened"),
    "required": ("达到规划对该年的要求值：所称概率与实际", "The plan's required values: stated and happened"),
    "best": ("只看误差，这里最好的是 {method}（{relative}）。", "On error alone {method} did best here ({relative})."),
    "all": ("全部", "all"),
    "all_years": ("1-5", "1-5"),
}

VERDICTS: Catalogue = {
    "too_few": (
        "起点太少，无法判断：{series} 个序列的 {origins} 个起点，至少需要 {least_series} 个序列的 {least_origins} 个。"
        "下面的数值不足以说明方法好坏。",
        "Too few origins to tell: {origins} in {series} series; it takes at least {least_origins} in {least_series}. "
        "The figures below are evidence neither for nor against the method.",
    ),
    "overconfident": (
        "{method} 在这里不可信，至少一项过于自信：80% 区间覆盖了 {coverage}，布赖尔得分比概率自身所示高 {excess}。",
        "{method} cannot be trusted here, one of the two is too sure of itself: its 80% interval held {coverage}, its "
        "Brier score is {excess} above what its chances promise.",
    ),
    "too_wide": (
        "{method} 在这里可信但偏保守：80% 区间覆盖了 {coverage}，比应有的宽。误差为保持不变的 {relative} 倍。",
        "{method} can be trusted here but errs on the safe side: its 80% interval held {coverage}, wider than it need "
        "be. Its error is {relative} times that of standing still.",
    ),
    "no_better": (
        "{method} 的区间和概率在这里可信（80% 区间覆盖了 {coverage}），预测值却不比保持最新值更准（{relative} 倍）。",
        "The intervals and chances of {method} can be trusted here (its 80% interval held {coverage}), but its centre "
        "is no better than the latest value ({relative} times its error).",
    ),
    "trusted": (
        "{method} 在这里可信：80% 区间覆盖了 {coverage}，误差为保持不变的 {relative} 倍，概率未见过于自信。",
        "{method} can be trusted here: its 80% interval held {coverage}, its error is {relative} times that of "
        "standing still, and its chances are not too sure of themselves.",
    ),
}
"""The verdict on the method that is judged."""

VERDICT_WORDS: Catalogue = {
    "too_few": ("起点太少", "too few to tell"),
    "overconfident": ("过于自信", "overconfident"),
    "too_wide": ("偏保守", "wider than need be"),
    "no_better": ("不优于不变", "no better than standing still"),
    "trusted": ("可信", "trusted"),
}

HEADINGS: Catalogue = {
    "method": ("方法", "Method"),
    "measure": ("类别", "Measure"),
    "horizon": ("年数", "Years"),
    "origins": ("起点", "Origins"),
    "series": ("序列", "Series"),
    "relative_error": ("相对误差", "Error"),
    "relative_error_1": ("误差 1 年", "Error 1"),
    "relative_error_5": ("误差 5 年", "Error 5"),
    "coverage_80": ("80% 覆盖", "80% held"),
    "coverage_80_1": ("覆盖 1 年", "held 1"),
    "coverage_80_5": ("覆盖 5 年", "held 5"),
    "coverage": ("{interval}% 覆盖", "{interval}% held"),
    "interval_score": ("区间得分", "MSIS"),
    "brier": ("+20% 得分", "Brier"),
    "brier_required": ("要求值得分", "Brier req."),
    "likelihood": ("说法", "Said"),
    "chances": ("次数", "Times"),
    "stated": ("所称", "Stated"),
    "happened": ("实际", "Happened"),
}

LEGEND: Catalogue = {
    "error": (
        "相对误差：与保持最新值不变相比，小于 1 为优（relMAE，几何平均）。",
        "Error: relative to standing still, geometric mean (relMAE); below 1 is better.",
    ),
    "held": (
        "覆盖：实际值落在区间内的份额，以等于所称百分数为优。",
        "Held: share of values inside the interval; best is the percentage it is named by.",
    ),
    "scores": (
        "区间得分（MSIS）：区间宽度加区间外距离的 10 倍，以往年均变动为单位；布赖尔得分：五年后高 20% 以上的概率，"
        "以及达到规划要求值的概率；均以低为优。",
        "MSIS: width of the 80% interval plus ten times what lies outside, in mean yearly changes. Brier: of the "
        "chance of a fifth more in five years, and (req.) of the plan's required values. Lower is better.",
    ),
    "methods": (
        "auto 为默认方法；mean_of_three 为 last、cagr、damped 的平均。各方法的区间都按其自身误差校准。",
        "auto is the default; mean_of_three averages last, cagr and damped. All intervals are calibrated on each "
        "method's own errors.",
    ),
    "chances": ("说法：{bounds}。", "Said: {bounds}."),
}
