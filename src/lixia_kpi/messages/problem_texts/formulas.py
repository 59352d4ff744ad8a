"""Faults of formulas and of the identities that are made of them."""

from lixia_kpi.messages.problem_texts.entry import Entries, Entry

_SIGNS = (
    "公式里只用 + - * / ( )、数字、百分数、指标代码和 previous(代码)",
    "a formula has + - * / ( ), numbers, percentages, ids and previous(id) only",
)

FORMULAS: Entries = {
    "formula_too_long": Entry(
        ("公式有 {length} 个字符，超过 {limit} 个", "the formula has {length} characters, over the {limit} allowed"),
        ("拆成几个指标", "split it into several indicators"),
    ),
    "formula_too_deep": Entry(
        ("括号或正负号嵌套超过 {limit} 层", "brackets or signs are nested more than {limit} levels deep"),
        ("拆成几个指标", "split it into several indicators"),
    ),
    "formula_number": Entry(
        ("公式里的 {found} 不是数", "{found} in the formula is not a number"),
        ("写成如 1234.5", "write it as 1234.5"),
    ),
    "formula_character": Entry(("公式里不能有 {found}", "{found} has no place in a formula"), _SIGNS),
    "formula_expected": Entry(
        ("公式此处应为 {expected}", "{expected} is expected here in the formula"),
        ("检查括号是否成对", "look whether the brackets are in pairs"),
    ),
    "formula_operand_missing": Entry(
        ("公式此处缺数字或指标代码", "a number or an id is missing here in the formula"),
        ("补上，或删去多余的符号", "add it, or remove the sign before"),
    ),
    "formula_operator_missing": Entry(
        ("公式此处（{found}）缺运算符", "an operator is missing here in the formula, before {found}"),
        ("写 +、-、* 或 /", "write +, -, * or /"),
    ),
    "formula_unknown_function": Entry(("没有函数 {found}", "there is no function {found}"), _SIGNS),
    "formula_unknown_id": Entry(
        ("公式里的 {found} 不是规划中的指标", "{found} in the formula is no indicator of the plan"),
        ("写目标文件或基期文件里有单位的代码", "write an id of the targets or baseline files that has a unit"),
    ),
    "formula_units_differ": Entry(
        ("单位不合：{found} 与 {expected}", "the units do not go together: {found} and {expected}"),
        (
            "只有量纲相同才能加减、比较，结果须合指标的单位",
            "only like can be added or compared, and the result must fit the unit asked for",
        ),
    ),
    "formula_bare_number": Entry(
        ("没有单位的数不能与 {unit} 加减或比较", "a number without a unit cannot be added to or compared with {unit}"),
        ("先与一个指标加减，或用乘除", "add it to a single indicator, or multiply"),
    ),
    "formula_bare_percent": Entry(
        (
            "与单位为 {unit} 的量加减或比较的数要写百分号",
            "a number that is added to or compared with a figure in {unit} needs a percent sign",
        ),
        ("如 100%、5%；1 加增速可直接写 1", "write 100%, 5%; only 1 + growth is written with a bare 1"),
    ),
    "formula_hundredfold": Entry(
        (
            "公式自己乘了 100 或 1000，而单位 {unit} 已经换算",
            "a factor of 100 or 1000, although {unit} is put in by itself",
        ),
        ("删去这个倍数", "remove the factor"),
    ),
    "formula_cycle": Entry(
        ("公式互相引用：{circle}", "the formulas read each other in a circle: {circle}"),
        ("至少一个指标要有公布值而无公式", "one of them must be published and have no formula"),
    ),
    "formula_mixes_prices": Entry(
        (
            "公式混用现价（{current}）与不变价（{constant}）",
            "the formula mixes current prices ({current}) with constant ones ({constant})",
        ),
        ("换成同一价格的指标，或在 doubt、note 里说明", "use figures of one basis, or say so in doubt or note"),
    ),
    "formula_not_for_observed_as": Entry(
        (
            "有公式的指标不能以 {observed_as} 为实际值",
            "an indicator with a formula cannot be observed as {observed_as}",
        ),
        ("删去 observed_as 或公式", "remove observed_as or the formula"),
    ),
    "identity_incomplete": Entry(
        ("关系式缺少 {missing}", "the identity lacks {missing}"),
        ("写全 left、relation、right，或只写 implied", "write left, relation and right, or implied alone"),
    ),
}
