"""What each kind of finding of an audit means, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

_MISSING = (
    "关系式里有指标在这个时点没有数值或目标，无从核对；补上数值，或不理会。",
    "A figure of the identity has no value or target at this moment, so nothing can be told. Add it, or leave it.",
)
_IMPLIED = (
    "规划没有印这个数，由所印数字推得；看它是否说得通，说不通则其中至少一个数字有疑。",
    "The plan does not print this figure; it follows from those it does. If it makes no sense, one of them is wrong.",
)
_BOUND = (
    "由下限或上限推得，所以这个数本身也是下限或上限。",
    "It follows from bounds and is a bound itself.",
)
_DOUBLE = (
    "同一承诺印了两处而不一致；在 doubt 里写明以哪一处为准。",
    "One promise is printed in two places that differ. Say in doubt which of them is meant.",
)
_SOURCES = (
    "各来源的数值相差超出四舍五入；核对来源，在 note 里写明取舍。基期值优先于实际值。",
    "Sources differ by more than rounding. Look into them and note which is used; the baseline file goes first.",
)
_NO_VALUE = (
    "公式在这一年算不出可用的值，序列在这一年留空；检查公式所读的数值。",
    "The formula gives no usable value for this year, and the series has a gap. Look at the figures that it reads.",
)

FINDINGS: Catalogue = {
    "identity_contradicted": (
        "即使考虑四舍五入、容差和比较词留下的余地，也没有数值能使关系成立：至少一个数字有误，或范围不同。",
        "No values within rounding, tolerance and the room of the comparators satisfy the relation: a figure is wrong, "
        "or the figures do not cover the same thing.",
    ),
    "identity_needs_more": (
        "按所印数字不成立，只因有下限或上限才不算矛盾；须有一方大大越过所印数字，或两个数字范围不同。",
        "The printed figures do not satisfy the relation; only because some are bounds it is no contradiction. One of "
        "them must go far beyond what is printed, or they do not cover the same thing.",
    ),
    "identity_holds": ("关系成立。", "The relation holds."),
    "identity_missing": _MISSING,
    "identity_division_by_zero": (
        "关系式的除数为零，无从核对。",
        "The identity divides by zero, so nothing can be told.",
    ),
    "identity_too_large": ("关系式的结果超出可表示的数。", "The result of the identity is beyond all numbers."),
    "figure_implied": _IMPLIED,
    "figure_implied_at_least": _BOUND,
    "figure_implied_at_most": _BOUND,
    "figure_implied_by_bounds": (
        "由下限或上限相除或相减推得，实际值可能在两侧，只作参考。",
        "It is a quotient or difference of bounds: what comes out may lie on either side of it.",
    ),
    "two_comparators": _DOUBLE,
    "two_values": _DOUBLE,
    "two_values_apart": _DOUBLE,
    "two_forms": (
        "水平目标与增速（或累计变化、百分点）目标从同一基期推出的水平不同；二者都须满足，以较严的为准，或价格口径不同。",
        "The level that the plan prints and the one that its growth, change or rise amounts to from the same baseline "
        "differ. Both must be met and the stricter governs, unless they are on different price bases.",
    ),
    "baseline_and_actual_differ": _SOURCES,
    "actuals_differ": _SOURCES,
    "growth_differs": (
        "所印增速与所印水平值不符：其中一个误印，或口径、修订不同。",
        "Printed growth and printed levels disagree: one is misprinted, or they differ in definition or revision.",
    ),
    "growth_only_rounds": (
        "按水平值计的增速四舍五入后与所印相同，但相差超过增速的 2%（至少 0.05 个百分点）；"
        "同一份规划的其他数字通常更接近。2% 和 0.05 为本工具自定。",
        "The growth of the levels rounds to what is printed but is off by more than 2 % of the rate (at least 0.05 "
        "points), where figures of one plan usually agree more closely. The 2 % and the 0.05 are the tool's own.",
    ),
    "growth_last_digit": (
        "只在所印末位上不同，可能是由未取整的水平值算出。",
        "Only the last printed digit differs; the growth may come from unrounded levels.",
    ),
    "growth_holds": ("所印增速与水平值相符。", "Printed growth and levels agree."),
    "growth_basis_differs": (
        "增速按不变价、水平值按现价（或相反），不能互相推算。",
        "Growth is at constant prices and the levels at current ones, or the other way round; neither follows.",
    ),
    "growth_across_break": (
        "其间口径变化，前后水平值不可比。",
        "The series breaks in between, so the levels are not comparable.",
    ),
    "growth_undefined": (
        "水平值不全为正，没有复合增速。",
        "The levels are not all positive and have no compound growth.",
    ),
    "formula_and_figure_differ": (
        "公布值与公式的结果相差超过 1%（四舍五入之外）；采用公布值。核对分子、分母的口径。1% 为本工具自定。",
        "The published figure is more than 1 % off the formula, rounding apart; the published one is used. Look at how "
        "numerator and denominator are defined. The 1 % is the tool's own.",
    ),
    "formula_and_figure_agree": ("公布值与公式相符。", "The published figure agrees with the formula."),
    "formula_division_by_zero": _NO_VALUE,
    "formula_out_of_bounds": _NO_VALUE,
    "formula_too_large": _NO_VALUE,
    "stated_derivation_differs": (
        "基期值与它自己所写的推算（derived）不符；改正其中之一。",
        "A baseline is not what its own derivation (derived) gives. Correct one of the two.",
    ),
    "stated_derivation_agrees": ("基期值与所写推算相符。", "The baseline is what its derivation gives."),
}
