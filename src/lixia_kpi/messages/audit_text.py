"""The words of `kpi audit`: what each kind of finding says, from its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

TITLE: Catalogue = {"title": ("{plan}{bullet}数字核对", "{plan}{bullet}do the figures agree")}

SEVERITIES: Catalogue = {
    "error": ("矛盾", "contradiction"),
    "warning": ("存疑", "doubtful"),
    "note": ("提示", "note"),
    "none": ("一致或无从核对", "agrees, or cannot be compared"),
}

COUNTS: Catalogue = {
    "found": (
        "{error} 处矛盾，{warning} 处存疑，{note} 条提示。",
        "Contradictions {error}, doubtful {warning}, notes {note}.",
    ),
    "agreeing": ("另有 {count} 项核对一致或无从核对。", "Another {count} comparisons agree or cannot be made."),
    "more": ("（--all 全部列出）", " (--all lists them)"),
    "level": (
        "有“{level}”及以上的发现时退出码为 1（--fail-on）。",
        "Exits 1 on a finding graded {level} or above (--fail-on).",
    ),
}

MOMENTS: Catalogue = {
    "target": ("{year} 年目标", "target of {year}"),
    "baseline": ("{year} 年基期", "baseline of {year}"),
    "actual": ("{year} 年实际", "actuals of {year}"),
}

FINDINGS: Catalogue = {
    "identity_contradicted": (
        "{name}（{moment}）不成立：左边 {amount}，右边 {other_amount}，应为 {relation}，"
        "右边比左边 {difference}；依据 {figures}",
        "{name} ({moment}) does not hold: {amount} on the left, {other_amount} on the right, which should be "
        "{relation}; from left to right {difference}; from {figures}",
    ),
    "identity_needs_more": (
        "{name}（{moment}）：按所印数字不成立，左边 {amount}，右边 {other_amount}，应为 {relation}；"
        "所印是下限或上限，只有实际值越过所印数字才能都满足；依据 {figures}",
        "{name} ({moment}): as printed it does not hold, {amount} on the left, {other_amount} on the right, "
        "which should be {relation}; the figures are bounds, so all can be met only by going beyond what is printed; "
        "from {figures}",
    ),
    "identity_holds": (
        "{name}（{moment}）成立：左边 {amount}，右边 {other_amount}；依据 {figures}",
        "{name} ({moment}) holds: {amount} on the left, {other_amount} on the right; from {figures}",
    ),
    "figure_implied": (
        "由 {figures}推得{name}（{moment}）约 {amount}",
        "{figures} imply {name} ({moment}) of about {amount}",
    ),
    "figure_implied_by_bounds": (
        "由 {figures}推得{name}（{moment}）约 {amount}；所印是下限或上限，实际值可能在两侧",
        "{figures} imply {name} ({moment}) of about {amount}; the figures are bounds, so it may come out on "
        "either side",
    ),
    "figure_implied_at_least": (
        "由 {figures}推得{name}（{moment}）至少 {amount}",
        "{figures} imply {name} ({moment}) of at least {amount}",
    ),
    "figure_implied_at_most": (
        "由 {figures}推得{name}（{moment}）至多 {amount}",
        "{figures} imply {name} ({moment}) of at most {amount}",
    ),
    "identity_missing": (
        "{name}（{moment}）无从核对：没有“{missing}”的数值；已有 {figures}",
        "{name} ({moment}) cannot be checked: there is no figure of {missing}; known is {figures}",
    ),
    "identity_division_by_zero": (
        "{name}（{moment}）无从核对：除数为零；已有 {figures}",
        "{name} ({moment}) cannot be checked: division by zero; known is {figures}",
    ),
    "identity_too_large": (
        "{name}（{moment}）无从核对：数值过大；已有 {figures}",
        "{name} ({moment}) cannot be checked: the result is too large; known is {figures}",
    ),
    "two_comparators": (
        "{name}（{moment}）印了两处，数值相同而用词不同（{words}）：{figures}；另一处见 {first_place}",
        "{name} ({moment}) is printed twice, the same figure with two comparators ({words}): {figures}; "
        "the other place is {first_place}",
    ),
    "two_values": (
        "{name}（{moment}）印了两个数：{figures}；以较严的为准；另一处见 {first_place}",
        "{name} ({moment}) is given two figures: {figures}; the stricter governs; the other place is {first_place}",
    ),
    "two_values_apart": (
        "{name}（{moment}）印了两个不能同时满足的数：{figures}；另一处见 {first_place}",
        "{name} ({moment}) is given two figures that no value satisfies: {figures}; the other place is {first_place}",
    ),
    "two_forms": (
        "{name}（{moment}）既印水平 {amount}，又印{form} {printed}，后者从基期 {base} 推得 {other_amount}，"
        "相差 {difference}",
        "{name} ({moment}) is given as a level, {amount}, and as {form} of {printed}, which from the baseline of "
        "{base} amounts to {other_amount}: a difference of {difference}",
    ),
    "baseline_and_actual_differ": (
        "{name} {year} 年：基期文件为 {amount}（{first_place}），实际值文件为 {other_amount}（{standing}），"
        "相差 {difference}",
        "{name} in {year}: {amount} in the baseline file ({first_place}), {other_amount} among the actuals "
        "({standing}), a difference of {difference}",
    ),
    "actuals_differ": (
        "{name} {year} 年有两个公布值：{amount}（{first_place}）和 {other_amount}（{standing}），相差 {difference}",
        "{name} in {year} is published twice: {amount} ({first_place}) and {other_amount} ({standing}), "
        "a difference of {difference}",
    ),
    "growth_differs": (
        "{name}：所印{span}增长 {value}{growth_unit}，按 {figures}计为 {other}{growth_unit}，不符",
        "{name}: growth is printed as {value}{growth_unit} {span}, the levels {figures} give {other}{growth_unit}: "
        "they do not agree",
    ),
    "growth_only_rounds": (
        "{name}：所印{span}增长 {value}{growth_unit}，按 {figures}计为 {other}{growth_unit}；四舍五入虽同，"
        "相差已超过该增速的 2%，疑有误印",
        "{name}: growth is printed as {value}{growth_unit} {span}, the levels {figures} give {other}{growth_unit}, "
        "which rounds to it but is off by more than 2 % of the rate: one of the figures may be misprinted",
    ),
    "growth_last_digit": (
        "{name}：所印{span}增长 {value}{growth_unit}，按 {figures}计为 {other}{growth_unit}，只差在末位",
        "{name}: growth is printed as {value}{growth_unit} {span}, the levels {figures} give {other}{growth_unit}: "
        "they differ in the last digit only",
    ),
    "growth_holds": (
        "{name}：所印{span}增长 {value}{growth_unit} 与 {figures}相符（{other}{growth_unit}）",
        "{name}: the printed growth of {value}{growth_unit} {span} agrees with {figures} ({other}{growth_unit})",
    ),
    "growth_basis_differs": (
        "{name}：所印{span}增长 {value}{growth_unit} 与 {figures}的价格口径不同，不作比较"
        "（按数值计为 {other}{growth_unit}）",
        "{name}: the printed growth of {value}{growth_unit} {span} and the levels {figures} are on different price "
        "bases and are not compared (the levels give {other}{growth_unit})",
    ),
    "growth_across_break": (
        "{name}：{start}—{end} 年间口径变化，所印{span}增长 {value}{growth_unit} 不与 {figures}比较",
        "{name}: the series breaks between {start} and {end}; the printed growth of {value}{growth_unit} {span} is not "
        "compared with {figures}",
    ),
    "growth_undefined": (
        "{name}：{figures} 不全为正，算不出增速，所印{span}增长 {value}{growth_unit} 无从核对",
        "{name}: {figures} are not all positive and have no growth rate; the printed {value}{growth_unit} {span} "
        "cannot be checked",
    ),
    "formula_and_figure_differ": (
        "{name} {year} 年：公布值 {amount}，公式 {formula} 得 {other_amount}，相差 {difference}；采用公布值",
        "{name} in {year}: published {amount}, the formula {formula} gives {other_amount}, a difference of "
        "{difference}; "
        "the published figure is used",
    ),
    "formula_and_figure_agree": (
        "{name} {year} 年：公布值 {amount} 与公式 {formula} 相符（{other_amount}）",
        "{name} in {year}: the published {amount} agrees with the formula {formula} ({other_amount})",
    ),
    "formula_division_by_zero": (
        "{name} {year} 年：公式 {formula} 的除数为零，无值",
        "{name} in {year}: the formula {formula} divides by zero and gives no value",
    ),
    "formula_out_of_bounds": (
        "{name} {year} 年：公式 {formula} 得出该指标不可能有的值，不采用",
        "{name} in {year}: the formula {formula} gives a value that the indicator cannot have; it is not used",
    ),
    "formula_too_large": (
        "{name} {year} 年：公式 {formula} 的结果过大，无值",
        "{name} in {year}: the result of the formula {formula} is too large and is not used",
    ),
    "stated_derivation_differs": (
        "{name}（{moment}）：基期文件为 {amount}，所写推算 {formula} 得 {other_amount}",
        "{name} ({moment}): the baseline file says {amount}, its own derivation {formula} gives {other_amount}",
    ),
    "stated_derivation_agrees": (
        "{name}（{moment}）：{amount} 与所写推算 {formula} 相符",
        "{name} ({moment}): {amount} agrees with its own derivation {formula}",
    ),
}

SPANS: Catalogue = {
    "yearly": ("{start}—{end} 年年均", "a year from {start} to {end}"),
    "period": ("{start}—{end} 年累计", "over {start} to {end}"),
}
GROWTH_UNITS: Catalogue = {"%": ("%", " %"), "‰": ("‰", " per mille"), "points": (" 个百分点", " points")}
JOINS: Catalogue = {"figures": ("、", ", "), "note": ("；{note}", "; {note}"), "nothing": ("无", "nothing")}
