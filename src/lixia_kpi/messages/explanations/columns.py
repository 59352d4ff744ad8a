"""The columns of the machine formats, explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.assessment.codes import RULE_NAMES
from lixia_kpi.messages.statuses import STATUSES

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

COLUMNS: Catalogue = {
    "id": ("指标的代码，唯一，不再用于别的指标。", "The id of the indicator: unique, never given to another."),
    "name_zh": ("中文名。", "The name in Chinese."),
    "name_en": ("英文名。", "The name in English."),
    "group": ("所属领域。", "The group that the plan file puts it in."),
    "chapter": ("规划中的章，阿拉伯数字。", "The chapter of the plan, as a number."),
    "section": ("规划中的节，阿拉伯数字。", "The section of the plan, as a number."),
    "heading": ("所在段落的段首标题。", "The lead heading of the paragraph."),
    "measure": (
        "类别：amount、count、share、index、rate、rank。",
        "What is measured: amount, count, share, index, rate, rank.",
    ),
    "form": (
        "目标的形式：level、growth、change、points、total、every_year、milestone。",
        "The form of the target: level, growth, change, points, total, every_year, milestone.",
    ),
    "direction": ("up 越高越好，down 越低越好，没有默认值。", "up or down: which way is better; there is no default."),
    "unit": ("规划所印的单位。", "The unit as the plan prints it."),
    "basis": ("价格口径：现价、不变价，或空。", "Price basis: current_prices, constant_prices, or empty."),
    "binding": (
        "true 约束性，false 预期性，规划未说明则空。",
        "true where binding, false where expected, empty where the plan does not say.",
    ),
    "owner": ("责任部门。", "The department that answers for it."),
    "baseline_year": ("基期年 y0。", "The year of the baseline, y0."),
    "baseline": ("基期值 b，以指标单位计。", "The baseline b, in the indicator's unit."),
    "latest_year": ("最新实际值的年份 t。", "The year t of the latest actual."),
    "latest": (
        "最新实际值 c，以指标单位计；累计目标为当年值。",
        "The latest actual c, in the indicator's unit; for totals the flow of that year.",
    ),
    "target_year": ("目标年 Y。", "The year Y in which the target falls due."),
    "target_op": ("比较符：>=、>、<=、<、=、~。", "The comparator: >=, >, <=, <, =, ~."),
    "target": (
        "目标值 T，以 target_unit 计；区间为先达到的一端。",
        "The target T, in target_unit; of a range the end reached first.",
    ),
    "target_high": ("区间的另一端。", "The other end of a range."),
    "target_unit": (
        "目标、预测和缺口的单位：growth、change 为 %，points 为 points。",
        "The unit of target, projection and gap: % for growth and change, points for points.",
    ),
    "target_level": ("目标折合的水平：b(1+p) 或 b+x。", "The level that the target amounts to: b(1+p) or b + x."),
    "rate_unit": (
        "增速的单位：%/year、points/year 或 单位/year。",
        "The unit of the rates: %/year, points/year or UNIT/year.",
    ),
    "required_rate": (
        "从基期起每年的要求，例如 (T/b)^(1/n) − 1。",
        "What the plan requires a year from the baseline, such as (T/b)^(1/n) - 1.",
    ),
    "required_growth": (
        "累计目标折合的年增速：从上一期累计或基期流量推出，%/year。",
        "For totals, the yearly growth implied by the previous total or the base-year flow, %/year.",
    ),
    "actual_rate": (
        "从基期到最新值的每年实际增速。",
        "What was achieved a year, from the baseline to the latest value.",
    ),
    "needed_rate": (
        "从最新值起每年还需要的增速；已达标时为尚有的余地。",
        "What it takes a year from the latest value; for a met target, the room there is.",
    ),
    "elapsed": ("时序进度 (t − y0)/(Y − y0)，小数。", "The share of the time elapsed, (t - y0)/(Y - y0), a fraction."),
    "completion": (
        "完成进度，小数：复合增速的目标按对数，其余按直线。",
        "The share of the way covered, a fraction: by logs on a compound scale, straight otherwise.",
    ),
    "pace": ("进度比 = 完成进度 ÷ 时序进度。", "Completion divided by elapsed."),
    "projected": ("目标年的预测值，以 target_unit 计。", "The projection for the target year, in target_unit."),
    "projected_low": ("预测区间下限。", "The lower bound of the projection."),
    "projected_high": ("预测区间上限。", "The upper bound of the projection."),
    "interval": ("区间的百分数，如 80。", "What the interval is to cover, in percent, such as 80."),
    "probability": ("按预测达标的概率，小数。", "The chance of meeting the target under the projection, a fraction."),
    "gap": (
        "预测减目标，负号总表示差一截，不论方向。",
        "Projection minus target; negative always means short of the target, whatever the direction.",
    ),
    "gap_percent": (
        "100 × gap ÷ |target|；比重、比率、位次和零目标为空。",
        "100 gap / |target|; empty for shares, rates, ranks and a target of 0.",
    ),
    "arrival_year": (
        "按预测首次达标的年份，至多目标年后十年；已达标时为达标之年。",
        "The first year in which the projection satisfies the target, up to ten after it; when met, the year it was.",
    ),
    "method": ("所用的预测方法。", "The method of projection that was used."),
    "rule": ("评价规则。", "The rule that gave the status."),
    "status": ("进展状态。", "The status."),
    "reason": (
        "为何有未定义的数值：代码，以分号相连，最根本的在前。",
        "Why something is undefined: codes joined by semicolons, the most upstream first.",
    ),
    "notes": ("读者应知道的事：代码，以分号相连。", "What a reader should know: codes joined by semicolons."),
    "dated": ("规划是否写明了年份。", "Whether the plan names the year."),
    "doubt": ("定义、范围或单位有何疑点。", "What is open to question in definition, scope or unit."),
    "year": ("年份。", "The year."),
    "required": ("目标路径在该年的值。", "The required pathway in that year."),
    "actual": (
        "该年的实际值；累计目标为期初以来之和。",
        "The actual of that year; for totals the sum since the period began.",
    ),
    "chance": (
        "该年达到路径要求的概率，小数。",
        "The chance of being at or beyond the pathway in that year, a fraction.",
    ),
    "planned": (
        "该年的计划值：水平为当年应达到的数，累计目标为当年的量，以 target_unit 计。",
        "What the year is to bring: the level to be reached, or the amount of the year for totals, in target_unit.",
    ),
    "cumulative": ("到该年为止计划的累计。", "What is planned up to and including the year."),
    "from": ("分解的起点：baseline 或 latest。", "Where the yearly targets start: baseline or latest."),
    "actual_cumulative": ("到该年为止实际的累计。", "What was achieved up to and including the year."),
    "difference": ("实际减计划，负号表示不及计划。", "Actual minus planned; negative means short of it."),
    "kind": (
        "改的是什么：target、baseline、actual 三种数值，或 status。",
        "What changed: a figure (target, baseline, actual) or a status.",
    ),
    "change": (
        "数值：added 新增、removed 删去、revised 修订；状态：better 好转、worse 变差、other 进出于次序之外。"
        "导入：new 新增、revised 修订、unchanged 不变、refused 拒绝、left_out 未列入（规划里没有，或不是某年的数值）、"
        "remark 对文件或列的说明。",
        "Of a figure: added, removed, revised. Of a status: better, worse, other (to or from one outside the order). "
        "Of an import: new, revised, unchanged, refused, left_out (not in the plan, or of no year), "
        "remark (on a file or a column).",
    ),
    "sheet": ("工作表的名称；CSV 为空。", "The name of the sheet; empty for CSV."),
    "cell": ("单元格，如 C5。", "The cell, as C5."),
    "written": ("表里所写的名称。", "The name as the table has it."),
    "period": (
        "数值的期间：full-year、year-end，或不足全年的 H1、Q1-Q3、Jan-Jul 等。",
        "The period of the figure: full-year, year-end, or part of a year such as H1, Q1-Q3, Jan-Jul.",
    ),
    "publication": ("actual 正式数，preliminary 初步数，expected 预计数。", "actual, preliminary or expected."),
    "published": ("公布日期，如 2024-03-31。", "The date of publication, as 2024-03-31."),
    "source": ("数值的来源。", "Where the figure is from."),
    "note": ("备注，包括单元格里的注和表下的注。", "Its note, with remarks of the cell and footnotes."),
    "findings": (
        "对这个单元格的发现：代码，见 kpi explain。",
        "What was found about the cell: codes, see kpi explain.",
    ),
    "offers": (
        "名称相近的指标，最近的在前；不会自动采用。",
        "Indicators with a name alike, the nearest first; never applied silently.",
    ),
    "part": (
        "区间目标的上限 upper_end，基期的前五年累计 previous_total 或所印增速 growth，不足全年的时期；其余为空。",
        "The upper_end of a range, a baseline's previous_total or printed growth, part of a year; else empty.",
    ),
    "field": ("被改动的字段，如 target.value。", "The field that is changed, as target.value."),
    "old_text": ("字段原来的写法；新补的为空。", "What stood in the field; empty where it is new."),
    "new_text": ("字段现在的写法。", "What stands in the field now."),
    "old": ("原来的数值，所印单位。", "The earlier figure, in the unit it was printed in."),
    "old_unit": ("原来数值的单位。", "The unit of the earlier figure."),
    "new": ("现在的数值，所印单位。", "The later figure, in the unit it is printed in."),
    "new_unit": ("现在数值的单位。", "The unit of the later figure."),
    "old_status": ("原来的进展状态。", "The status on the earlier side."),
    "new_status": ("现在的进展状态。", "The status on the later side."),
    "revision": (
        "现值减原值，按现在的单位；单位不能换算时为空。",
        "Later minus earlier, in the later unit; empty where the units do not convert.",
    ),
    "revision_percent": ("修订占原值的百分比。", "The revision in percent of the earlier figure."),
    "year_status": ("该年的结果：met、not_met 或 no_data。", "The result of the year: met, not_met or no_data."),
    "assumption": (
        "这一行用到的假定：代码，以分号相连。",
        "The assumptions that bear on the row: codes joined by semicolons.",
    ),
    "after_assumed": (
        "假定之后的最新值是否本身是假定的。",
        "Whether the latest value after the assumptions is itself assumed.",
    ),
    "assumed_rate": (
        "假定的每年增速，以 rate_unit 计；单位不同时为空。",
        "The rate a year that is assumed, in rate_unit; empty where it is assumed in another unit.",
    ),
    "growth_for_50": ("达标概率为 50% 所需的每年增速。", "The rate a year that gives a chance of 50 %."),
    "growth_for_80": ("达标概率为 80% 所需的每年增速。", "The rate a year that gives a chance of 80 %."),
    "gap_closed": (
        "按直线计算的完成份额 (c − b)/(T − b)，小数；与按对数的 completion 并列。",
        "The share of the distance covered on a straight line, (c - b)/(T - b), a fraction; completion beside it goes "
        "by logs on a compound scale.",
    ),
    "equivalent_years": (
        "完成进度相当于规划的多少年：completion × (Y − y0)。",
        "The years of the plan that the completion amounts to: completion x (Y - y0).",
    ),
    "row": (
        "行的种类：verdict 结论，score 得分，chance 概率与实际发生的对照。",
        "What the row holds: the verdict, a score, or chances against what happened (chance).",
    ),
    "question": (
        "概率所问：rise_20 五年后比起点高 20% 以上，required 达到规划对该年要求的数值。",
        "What the chances are about: rise_20 (a fifth higher in five years) or required (the value that the plan "
        "requires of the year).",
    ),
    "likelihood": (
        "概率的档次：very_likely、likely、open、unlikely、very_unlikely。",
        "The class of the chances: very_likely, likely, open, unlikely, very_unlikely.",
    ),
    "verdict": (
        "被检验的方法在这里是否可信：too_few、overconfident、too_wide、no_better、trusted。",
        "Whether the method can be trusted here: too_few, overconfident, too_wide, no_better, trusted.",
    ),
    "horizon": ("向前预测的年数；空为 1 至 5 年合计。", "Years looked ahead; empty for 1 to 5 together."),
    "origins": ("用作起点的年份数。", "How many years were projected from."),
    "series": ("有起点的序列数。", "How many series they belong to."),
    "chances": ("给出的概率个数。", "How many chances were stated."),
    "relative_error": (
        "误差与“保持最新值不变”的误差之比，取几何平均；小于 1 为优。",
        "The error relative to standing still, geometric mean; below 1 is better.",
    ),
    "coverage_80": ("落在 80% 区间内的份额，小数。", "The share that fell within the 80 % interval, a fraction."),
    "coverage": (
        "落在 interval 一列所示区间内的份额，小数。",
        "The share that fell within the interval of the column interval, a fraction.",
    ),
    "interval_score": (
        "80% 区间的宽度加 10 倍的区间外距离，除以以往每年的平均变动；越低越好。",
        "Width of the 80 % interval plus ten times what lies outside, over the mean yearly change so far; lower is "
        "better.",
    ),
    "brier": (
        "“五年后高 20% 以上”的概率与结果（0 或 1）之差的平方，取平均；越低越好。",
        "Mean squared distance between the chance of +20 % in five years and what happened (0 or 1); lower is better.",
    ),
    "brier_required": (
        "对规划各年要求值的概率，同样计算。",
        "The same of the chances of the values that the plan requires.",
    ),
    "stated": ("这一档概率的平均，小数。", "The mean of the chances stated, a fraction."),
    "happened": ("其中实际发生的份额，小数。", "The share of them that happened, a fraction."),
    "agreement": (
        "能评价的各规则给出的进展状态：same 相同（只有本工具规则才有的 ahead 视同 on_track），differ 不同，"
        "only_one 只有一则能评价，none 都不能。",
        "The statuses of the rules that judge the target: same (ahead, which only the tool's own rule has, counts as "
        "on_track), differ, only_one (one rule judges it), none.",
    ),
    "hangs_on_rule": (
        "true 表示有的规则认为符合预期或更好，有的认为滞后或更差。",
        "true where some rules say on track or better and others behind or worse.",
    ),
    "growth_for_90": ("达标概率为 90% 所需的每年增速。", "The rate a year that gives a chance of 90 %."),
    "region": (
        "地区：数据中的名称，或其规划文件夹的名称。",
        "The region: its name in the data, or the name of its plan folder.",
    ),
    "rank": (
        "按 share_good 从高到低的名次；占比相同则名次相同，没有可判断的目标则空。",
        "The place by share_good, the highest first; equal shares have one place, none where nothing is judged.",
    ),
    "targets": ("目标数。", "How many targets there are."),
    "judged": (
        "其中可以判断的目标数：状态从 met 到 reversing。",
        "How many of them are judged: status from met to reversing.",
    ),
    "good": ("其中符合预期或更好的目标数。", "How many of them are on track or better."),
    "share_good": ("good 除以 judged，小数。", "good over judged, a fraction."),
    "mean_probability": (
        "有概率的各目标 probability 的平均，小数，也就是其中预计可达标的份额。",
        "The mean of probability over the targets that have one, a fraction: the share of them to be expected met.",
    ),
    "severity": (
        "发现的等级：error 矛盾、warning 存疑、note 提示；空为无可指摘。",
        "The grade of a finding: error, warning or note; empty where there is nothing to look at.",
    ),
    "result": (
        "核对的结果：contradicts、implies、holds、cannot_tell。",
        "What came of the comparison: contradicts, implies, holds or cannot_tell.",
    ),
    "code": ("发现的代码，见 kpi explain 代码。", "The code of the finding; kpi explain CODE says more."),
    "check": (
        "所核对的关系式的代码，或 promises、sources、printed_growth、formula、derivation。",
        "The id of the identity, or promises, sources, printed_growth, formula, derivation.",
    ),
    "ids": ("所涉及的指标代码，以分号相连。", "The ids of the indicators concerned, joined by semicolons."),
    "moment": (
        "所指的数值：target 目标值、baseline 基期值、actual 实际值。",
        "Which figures it is about: target, baseline or actual.",
    ),
    "value": ("核对的数值，单位见 unit。", "The figure that is compared, in unit."),
    "other": ("与之对照的数值，单位见 unit。", "The figure that it is compared with, in unit."),
    "difference_percent": (
        "other 与 value 之差占 |value| 的百分比。",
        "100 times (other minus value) over |value|.",
    ),
    "file": ("所在的文件。", "The file in which it stands."),
    "line": ("所在的行，从 1 起。", "The line, from 1."),
    "column": ("所在的列，从 1 起。", "The column within the line, from 1."),
    "message_zh": ("中文说明。", "The finding in Chinese."),
    "message_en": ("英文说明。", "The finding in English."),
    **{
        s: (f"状态为 {s}（{zh}）的目标数。", f"How many targets have the status {s}.")
        for s, (zh, _) in STATUSES.items()
    },
}
_COMPARED = (
    *("latest_year", "latest", "target", "needed_rate", "projected", "gap", "completion", "pace", "probability"),
    *("status", "target_year"),
)
for _column in _COMPARED:
    _zh, _en = COLUMNS[_column]
    COLUMNS[f"before_{_column}"] = (f"假定之前：{_zh}", f"Before the assumptions. {_en}")
    COLUMNS[f"after_{_column}"] = (f"假定之后：{_zh}", f"After the assumptions. {_en}")
_OF_A_RULE: Catalogue = {
    "category": ("规则自己的用词", "its own word"),
    "value": ("规则据以分档的数值：比值、增速或指数", "the figure that it cuts: a ratio, a rate or an index"),
    "status": ("对应的进展状态", "the tool's status that the word stands for"),
    "reason": ("规则没有数值或结论的原因", "why it has no figure or no verdict"),
    "quirk": (
        "结论可能取决于的已知特性，以分号相连",
        "documented peculiarities that the verdict may hang on, joined by semicolons",
    ),
}
for _rule in RULE_NAMES:
    for _part, (_zh, _en) in _OF_A_RULE.items():
        COLUMNS[f"{_rule}_{_part}"] = (f"规则 {_rule}：{_zh}。", f"Rule {_rule}: {_en}.")
