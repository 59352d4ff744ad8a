"""Faults of a key, a value or a number."""

from lixia_kpi.messages.problem_texts.entry import Entries, Entry

_PLAIN = ("只写半角数字，如 1234.5", "write plain digits, such as 1234.5")

VALUES: Entries = {
    "unknown_key": Entry(
        ("{where} 里没有键 {key}", "{where} has no key {key}"),
        ("改正或删去；kpi schema 列出全部键", "correct or remove it; kpi schema lists all keys"),
    ),
    "missing_key": Entry(
        ("{where} 缺少键 {key}", "{where} lacks the key {key}"),
        ("补上这个键", "add it"),
    ),
    "missing_direction": Entry(
        ("没有写明方向 direction", "the direction is missing"),
        (
            "写 direction: up（越高越好）或 down（越低越好），没有默认值",
            "write direction: up or down; there is no default",
        ),
    ),
    "wrong_shape": Entry(
        ("{field} 应为 {expected}，实为 {found}", "{field} must be a {expected}, not {found}"),
        ("value 是单个值，list 是列表，mapping 是键值表", "check the indentation and the dashes"),
    ),
    "wrong_type": Entry(
        ("{field} 应为 {expected}，实为 {found}", "{field} must be a {expected}, not {found}"),
        (
            "是否写 true、false，年份和整数只写数字，都不加引号",
            "write true or false, or digits, without quotation marks",
        ),
    ),
    "empty_value": Entry(
        ("{field} 没有值", "{field} has no value"),
        ("写上值，或删去这一处", "write one, or remove it"),
    ),
    "surrounding_blank": Entry(
        ("{field} 前后有空格", "{field} has blanks before or after it"),
        ("删去空格", "remove them"),
    ),
    "text_too_long": Entry(
        ("{field} 有 {length} 个字符，超过 {limit}", "{field} has {length} characters, more than {limit}"),
        ("写得短些", "shorten it"),
    ),
    "line_break": Entry(
        ("{field} 的文字跨了行", "the text of {field} runs over several lines"),
        ("写在一行里，或用 >-", "write it on one line, or use >-"),
    ),
    "invisible_character": Entry(
        ("{field} 里有看不见的字符 {character}", "{field} holds an invisible character {character}"),
        ("删去后重新输入", "retype it"),
    ),
    "invisible_in_text": Entry(
        ("{field} 里有看不见的字符 {character}", "{field} holds an invisible character {character}"),
        ("删去后重新输入", "retype it"),
    ),
    "full_width_character": Entry(
        ("{field} 里有全角字符 {character}", "{field} holds the full-width character {character}"),
        ("改为半角", "write the plain one"),
    ),
    "not_an_id": Entry(
        ("{found} 不是有效的代码", "{found} is not a valid id"),
        ("用小写字母、数字和下划线，以字母开头", "use lower-case letters, digits and underscores, a letter first"),
    ),
    "unknown_value": Entry(
        ("{field} 不能是 {found}", "{field} cannot be {found}"),
        ("从可用的值里选一个", "choose one of the allowed values"),
    ),
    "quoted_number": Entry(
        ("{field} 的数字加了引号：{found}", "the number of {field} stands in quotation marks: {found}"),
        ("去掉引号", "remove them"),
    ),
    "not_a_number": Entry(("{field} 不是数字：{found}", "{field} is not a number: {found}"), _PLAIN),
    "empty_number": Entry(
        ("{field} 应有数字，却是空的", "{field} must have a number"), ("写上数字，或删去", "write one, or remove it")
    ),
    "absurd_number": Entry(
        ("{field} 的数字大得或小得离谱：{found}", "the number of {field} is beyond reason: {found}"),
        ("检查数字和单位", "check the number and its unit"),
    ),
    "full_width_number": Entry(("{field} 用了全角数字：{found}", "{field} has full-width digits: {found}"), _PLAIN),
    "minus_sign": Entry(
        ("{field} 的负号不是半角减号：{found}", "the minus sign of {field} is not the plain one: {found}"),
        ("改用半角减号 -", "write the plain hyphen-minus"),
    ),
    "infinite_number": Entry(
        ("{field} 不是有限的数：{found}", "{field} is not a finite number: {found}"),
        ("留空或删去", "leave it empty or remove it"),
    ),
    "underscore_in_number": Entry(
        ("{field} 的数字里有下划线：{found}", "{field} has an underscore in its number: {found}"), _PLAIN
    ),
    "grouped_number": Entry(("{field} 的数字有千分位：{found}", "the digits of {field} are grouped: {found}"), _PLAIN),
    "decimal_comma": Entry(
        ("{field} 用逗号作小数点：{found}", "{field} has a decimal comma: {found}"),
        ("用小数点", "write a decimal point"),
    ),
    "range_in_number": Entry(
        ("{field} 是一个区间：{found}", "{field} is a range: {found}"),
        ("下端写在 value，上端写在 value_high", "write value and value_high"),
    ),
    "comparator_in_number": Entry(
        ("{field} 的数字带比较词：{found}", "{field} has a comparator in its number: {found}"),
        ("只写数字，比较符写在 op", "write the number alone; the comparator belongs to op"),
    ),
    "percent_in_number": Entry(
        ("{field} 的数字带百分号：{found}", "{field} has a percent sign in its number: {found}"),
        ("只写数字，百分号写在单位里", "write the number alone; the sign belongs to the unit"),
    ),
    "number_with_unit": Entry(
        ("{field} 的数字带单位：{found}", "{field} has a unit in its number: {found}"),
        ("只写数字，单位另写在 unit", "write the number alone; the unit has its own place"),
    ),
    "based_number": Entry(("{field} 不是十进制数：{found}", "{field} is not a decimal number: {found}"), _PLAIN),
    "out_of_bounds": Entry(
        ("{field} 为 {found}，应 {bounds}", "{field} is {found}, but must be {bounds}"),
        ("检查数字", "check the number"),
    ),
    "impossible_year": Entry(
        ("{field} 不是可信的年份：{found}", "{field} is no credible year: {found}"),
        ("年份为 {first} 至 {last}", "years run from {first} to {last}"),
    ),
    "not_a_date": Entry(
        ("{field} 不是日期：{found}", "{field} is not a date: {found}"),
        ("写成 2024-03-31、2024-03 或 2024", "write 2024-03-31, 2024-03 or 2024"),
    ),
    "doubled_value": Entry(("{field} 里 {found} 写了两遍", "{field} names {found} twice"), ("删去一个", "remove one")),
}
