"""Faults between the fields of a plan: targets, baselines, and one against the other."""

from lixia_kpi.messages.problem_texts.entry import Entries, Entry

RULES: Entries = {
    "doubled_id": Entry(
        ("代码 {id} 重复，先见于第 {first_line} 行", "the id {id} is used twice, first in line {first_line}"),
        ("每个指标用自己的代码", "give each indicator its own id"),
    ),
    "doubled_target": Entry(
        (
            "同一目标写了两遍（{form}，{year} 年，{op}），先见于第 {first_line} 行",
            "the same target twice ({form}, {year}, {op}), first in line {first_line}",
        ),
        ("删去一个，或改正年份、形式、比较符", "remove one, or correct year, form or comparator"),
    ),
    "period_reversed": Entry(
        ("期间从 {start} 到 {end}，先后颠倒", "the period runs from {start} to {end}: the wrong way round"),
        ("调换 start 和 end", "exchange start and end"),
    ),
    "baseline_year_after_start": Entry(
        (
            "基期年 {baseline_year} 不在期间 {start}–{end} 之前",
            "the baseline year {baseline_year} does not lie before the period {start}-{end}",
        ),
        ("基期年一般是期初的前一年", "it is usually the year before the period begins"),
    ),
    "evaluation_year_outside_period": Entry(
        ("评估年 {year} 不在期间 {start}–{end} 内", "the evaluation year {year} lies outside the period {start}-{end}"),
        ("改正评估年", "correct the year"),
    ),
    "cuts_not_descending": Entry(
        (
            "分档应从高到低：ahead {ahead}，on_track {on_track}，behind {behind}",
            "the cuts must descend: ahead {ahead}, on_track {on_track}, behind {behind}",
        ),
        ("按 ahead > on_track > behind 写", "write ahead > on_track > behind"),
    ),
    "unit_for_measure": Entry(
        ("单位 {unit} 不合类别 {measure}", "the unit {unit} does not fit the measure {measure}"),
        (
            "比重用 %；总量和数量不用 %（改用 share、rate 或 index）",
            "a share is in %; an amount or count is not (use share, rate or index)",
        ),
    ),
    "break_after_period": Entry(
        ("口径变化的年份 {year} 晚于规划期末 {end}", "the break of {year} lies after the plan ends in {end}"),
        ("检查年份", "check the year"),
    ),
    "missing_year": Entry(
        ("目标没有年份，也没有期间", "the target has neither a year nor a period"),
        (
            "写 year 或 period；规划未写明年份时写 dated: false",
            "write one, or dated: false where the plan names no year",
        ),
    ),
    "year_and_period": Entry(
        ("目标既有年份又有期间", "the target has both a year and a period"), ("只留一个", "keep one")
    ),
    "comparator_against_direction": Entry(
        ("比较符 {op} 与方向 {direction} 相反", "the comparator {op} goes against the direction {direction}"),
        (
            "up 用 >=、>、=、~，down 用 <=、<、=、~；上限的方向是 down",
            "up takes >= > = ~, down takes <= < = ~; a cap has the direction down",
        ),
    ),
    "form_not_for_measure": Entry(
        ("形式 {form} 不适用于类别 {measure}", "the form {form} does not go with the measure {measure}"),
        ("适用的类别：{allowed}", "it goes with: {allowed}"),
    ),
    "form_not_for_observed_as": Entry(
        (
            "形式 {form} 不能用 {observed_as} 的实际值判断",
            "the form {form} cannot be judged by actuals given as {observed_as}",
        ),
        ("可用的形式：{allowed}", "forms that can: {allowed}"),
    ),
    "unit_for_form": Entry(
        (
            "形式 {form} 的目标以百分数或百分点衡量，不能用单位 {unit}",
            "a target of the form {form} is held against percent or points, not {unit}",
        ),
        ("指标的单位、目标值和基期值都改用 %", "give the indicator, its target and its baseline in %"),
    ),
    "tolerance_without_about": Entry(
        ("容差只用于 op: '~'，这里是 {op}", "a tolerance belongs to op '~', not to {op}"),
        ("删去 tolerance，或改用 '~'", "remove it, or write op: '~'"),
    ),
    "target_before_baseline": Entry(
        (
            "目标年 {year} 不在基期年 {baseline_year} 之后",
            "the target year {year} does not lie after the baseline year {baseline_year}",
        ),
        ("检查两个年份", "check both years"),
    ),
    "target_before_period": Entry(
        ("目标年 {year} 早于规划期 {start}–{end}", "the target year {year} lies before the period {start}-{end}"),
        ("检查年份", "check the year"),
    ),
    "target_after_period": Entry(
        ("目标年 {year} 晚于规划期 {start}–{end}", "the target year {year} lies after the period {start}-{end}"),
        ("若规划确实这样写，可以不理会", "leave it if the plan says so"),
    ),
    "target_starts_before_period": Entry(
        (
            "目标的期间从 {target_start} 开始，早于规划期 {start}–{end}",
            "the target's period begins in {target_start}, before {start}-{end}",
        ),
        ("若规划确实这样写，可以不理会", "leave it if the plan says so"),
    ),
    "range_not_for_form": Entry(
        (
            "节点和位次不能写成区间（{value}，{value_high}）",
            "a milestone or rank takes no range ({value}, {value_high})",
        ),
        ("只写 value", "write value alone"),
    ),
    "range_wrong_way": Entry(
        (
            "区间方向不对：value {value}，value_high {value_high}，方向 {direction}",
            "the range runs the wrong way: value {value}, value_high {value_high}, direction {direction}",
        ),
        ("value 写先达到的一端", "value is the end that is reached first"),
    ),
    "points_beyond_share": Entry(
        ("提高 {value} 个百分点，超过 100", "a rise of {value} points, more than 100"),
        ("检查数字", "check the number"),
    ),
    "impossible_growth": Entry(
        ("增长 {value}% 意味着降到零以下", "growth of {value} % means falling to nothing"),
        ("检查数字和符号", "check number and sign"),
    ),
    "zero_growth": Entry(
        ("零增长的目标没有进度可言", "there is no pace toward zero growth"),
        (
            "写成 form: every_year，op: '<='（或 '>='），value: 0",
            "write form: every_year, op: '<=' (or '>='), value: 0",
        ),
    ),
    "sign_against_direction": Entry(
        ("数值 {value} 的符号与方向 {direction} 相反", "the sign of {value} goes against the direction {direction}"),
        ("下降 13.5% 写 value: -13.5", "a fall of 13.5 % is value: -13.5"),
    ),
    "share_out_of_bounds": Entry(
        ("比重目标 {value} 超出 0 至 {limit}", "a share of {value} lies outside 0 to {limit}"),
        ("检查数字和单位", "check number and unit"),
    ),
    "unreachable_target": Entry(
        ("目标 {op}{value} 永远不能满足", "the target {op}{value} can never be met"),
        ("检查比较符和数字", "check comparator and number"),
    ),
    "rank_out_of_bounds": Entry(
        ("位次 {value} 不是从 1 起的整数", "a rank is a whole number from 1, not {value}"), ("改正位次", "correct it")
    ),
    "negative_count": Entry(
        ("数量目标为负：{value}", "a count cannot be negative: {value}"), ("检查数字", "check the number")
    ),
    "not_positive_target": Entry(
        ("目标 {value} 不大于零，没有复合增速", "a target of {value} has no compound rate"),
        ("“不发生”写成 form: every_year，op: '<='，value: 0", "for 'none', write form: every_year, op: '<=', value: 0"),
    ),
    "doubled_baseline": Entry(
        (
            "{id} 的基期值写了两遍，先见于第 {first_line} 行",
            "the baseline of {id} is given twice, first in line {first_line}",
        ),
        ("只留一个", "keep one"),
    ),
    "no_figure": Entry(
        ("没有任何数值（{keys}）", "there is no figure (none of {keys})"),
        ("至少写一个，或删去这一项", "write one of them, or remove the entry"),
    ),
    "baseline_out_of_bounds": Entry(
        (
            "基期值 {value}{unit} 超出类别 {measure} 的范围",
            "a baseline of {value} {unit} is out of bounds for the measure {measure}",
        ),
        ("比重在 0 至 100，位次从 1 起，数量不为负", "shares lie in 0 to 100, ranks from 1, counts from 0"),
    ),
    "baseline_shadowed": Entry(
        (
            "{id} 的基期值已由 {first_file} 第 {first_line} 行给出，这里的不用",
            "the baseline of {id} is that of {first_file}, line {first_line}; this one is not used",
        ),
        ("若重复，删去一个", "remove one if it is a repetition"),
    ),
    "met_at_baseline": Entry(
        (
            "基期值 {baseline}{unit}（{baseline_year}）已满足目标 {op}{target}（{year}）",
            "the baseline {baseline} {unit} of {baseline_year} already satisfies the target {op}{target} of {year}",
        ),
        ("若是底线或上限则无妨，否则检查数字和方向", "fine for a floor or a cap; else check number and direction"),
    ),
}
