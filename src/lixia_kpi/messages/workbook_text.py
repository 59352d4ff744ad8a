"""The words of the workbook: its sheets, its headings and what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

SHEETS: Catalogue = {
    "contents": ("目录", "Contents"),
    "gap": ("缺口表", "Gap table"),
    "paths": ("目标路径", "Pathways"),
    "workings": ("计算过程", "Workings"),
    "values": ("历年数值", "Values"),
    "sources": ("数据来源", "Sources"),
    "method": ("方法", "Method"),
    "remarks": ("存疑与说明", "Doubts and notes"),
    "rows": ("程序数值", "Program's figures"),
    "group": ("领域", "Group"),
}

ABOUT: Catalogue = {
    "contents": ("各表一览与状态统计", "The sheets and how the targets stand"),
    "gap": (
        "每项目标一行：基期、最新、目标、增速、进度、预测、缺口、状态；增速、进度、缺口、状态均为公式",
        "One row a target: baseline, latest, target, rates, progress, projection, gap, status; rates, progress, "
        "gap and "
        "status are formulas",
    ),
    "group": ("本领域各项目标与走势图", "The targets of this group with their charts"),
    "paths": ("逐年：目标路径、实际值、预测与区间", "Year by year: required pathway, actual, projection and interval"),
    "workings": ("缺口表公式用到的中间量与判断", "The intermediate figures and decisions behind the gap table"),
    "values": ("各指标逐年采用的数值", "The value used for each indicator and year"),
    "sources": (
        "每个数字的出处：文件与行号、章节、来源、状态、发布日期",
        "Where each figure is from: file and line, chapter, source, standing, date of publication",
    ),
    "method": ("公式、分档与判断规则", "Formulas, cuts and the rule"),
    "remarks": (
        "存疑的指标、空格的原因、需要知道的情况",
        "Figures open to question, why cells are empty, what a reader should know",
    ),
    "rows": (
        "程序算出的全部列，与 kpi project 相同，供核对",
        "All columns as the program computed them, as kpi project gives them, to check against",
    ),
}

HEADINGS: Catalogue = {
    "group": ("领域", "Group"),
    "name": ("指标", "Indicator"),
    "unit": ("单位", "Unit"),
    "baseline_year": ("基期年", "Base year"),
    "baseline": ("基期值", "Baseline"),
    "latest_year": ("最新年份", "Latest year"),
    "latest": ("最新值", "Latest"),
    "target_year": ("目标年", "Due"),
    "target": ("目标值", "Target"),
    "target_unit": ("目标单位", "Target unit"),
    "rate_unit": ("增速单位", "Rate unit"),
    "required_rate": ("每年要求", "Required a year"),
    "actual_rate": ("每年实际", "Actual a year"),
    "needed_rate": ("后续每年", "Needed a year"),
    "elapsed": ("时序进度", "Elapsed"),
    "completion": ("完成进度", "Done"),
    "pace": ("进度比", "Pace"),
    "projected": ("目标年预测", "Projected"),
    "probability": ("达标概率", "Chance"),
    "gap": ("缺口", "Gap"),
    "status": ("进展状态", "Status"),
    "remark": ("原因与说明", "Reasons and notes"),
    "id": ("代码", "Id"),
    "year": ("年份", "Year"),
    "required": ("目标路径", "Required"),
    "actual": ("实际值", "Actual"),
    "projection": ("预测值", "Projection"),
    "low": ("预测下限", "Lower"),
    "high": ("预测上限", "Upper"),
    "chance": ("达到当年路径的概率", "Chance of the year's step"),
    "drawn_projection": ("图：预测", "Chart: projection"),
    "drawn_low": ("图：下限", "Chart: lower"),
    "drawn_width": ("图：区间宽", "Chart: width"),
    "form": ("目标形式", "Form"),
    "path": ("算法", "Path"),
    "sign": ("方向（升 1，降 −1）", "Direction (up 1, down −1)"),
    "op": ("比较", "Op"),
    "tolerance": ("容差 %", "Tolerance %"),
    "decimals": ("小数位", "Decimals"),
    "previous_total": ("上期累计", "Previous total"),
    "break_year": ("口径变化年", "Break"),
    "span": ("总年数 n", "Years n"),
    "goal": ("路径终点", "Goal of the path"),
    "now": ("路径现值", "Path now"),
    "compared": ("用于比较的值", "Value compared"),
    "broken": ("中间口径有变", "Broken by a break"),
    "observed_years": ("期内有值年数", "Years observed"),
    "held_years": ("守住年数", "Years held"),
    "met_at_baseline": ("基期已满足", "Met at baseline"),
    "met": ("已达标", "Met"),
    "final": ("目标年已有值", "Target year observed"),
    "required_growth": ("累计折合年增 %", "Growth required %"),
    "target_level": ("目标折合水平", "Target level"),
    "gap_percent": ("缺口率 %", "Gap %"),
    "arrival_year": ("预计达标年", "Arrival year"),
    "method": ("预测方法", "Projection"),
    "difference": ("与程序数值之差", "Difference from the program"),
    "observed_as": ("口径", "Observed as"),
    "kind": ("类别", "Kind"),
    "period": ("时期", "Period"),
    "value": ("数值（原样）", "Value as printed"),
    "printed_unit": ("单位（原样）", "Unit as printed"),
    "factor": ("换算系数", "Factor"),
    "own_value": ("按指标单位", "In the indicator's unit"),
    "own_unit": ("指标单位", "Indicator's unit"),
    "used": ("采用", "Used"),
    "standing": ("数据状态", "Standing"),
    "published": ("发布日期", "Published"),
    "source": ("来源", "Source"),
    "citation": ("规划章节", "Place in the plan"),
    "address": ("文件与行", "File and line"),
    "note": ("备注", "Note"),
    "sheet": ("表", "Sheet"),
    "about": ("内容", "What it holds"),
    "count": ("项数", "Targets"),
    "subject": ("项目", "Subject"),
    "text": ("说明", "Text"),
    "constant": ("数值", "Value"),
}

NOTES_HERE: Catalogue = {
    "derived": (
        "由其他指标按公式推算，公式见“数据来源”",
        "computed from other indicators; the formula is among the sources",
    ),
    "doubtful": (
        "定义、范围或单位存疑，见“存疑与说明”",
        "definition, scope or unit is open to question: see doubts and notes",
    ),
}
"""Notes that elsewhere name a command to turn to."""

PATHS: Catalogue = {
    "compound": ("复合增长", "compound"),
    "straight": ("等量变化", "equal steps"),
    "relative": ("比基期倍数", "ratio to the base"),
    "rise": ("比基期增减", "rise on the base"),
    "sum": ("期内累计", "sum"),
    "bound": ("每年守住", "bound of every year"),
    "state": ("达到与否", "reached or not"),
}

FACTS: Catalogue = {
    "title": ("{plan} · 指标预测与缺口分析", "{plan}: indicator projection and gap analysis"),
    "sheet_title": ("{plan} · {sheet}", "{plan}: {sheet}"),
    "period": ("规划期 {start}–{end} 年，基期 {base} 年", "Period {start}–{end}, baseline {base}"),
    "as_of": ("数据截至 {year} 年，时序进度 {percent}%", "Data to {year}, {percent}% of the period elapsed"),
    "no_actuals": ("尚无实际值", "No actuals yet"),
    "vintage": ("只用 {date} 及以前公布的数据", "Figures published up to {date} only"),
    "judged": (
        "评价规则 {rule}，预测方法 {method}，区间 {interval}%",
        "Rule {rule}, projection {method}, interval {interval}%",
    ),
    "source": ("规划文本：{title}", "Plan: {title}"),
    "colours": (
        "蓝字为录入的数值，黑字为公式或文字；空格的原因写在同一行。改动“数据来源”里的数值，"
        "增速、进度、缺口、状态随之重算；预测值不重算。",
        "Blue figures are entered, black ones are formulas or text; an empty cell has its reason in the same "
        "row. Change a "
        "value on the sheet of sources and rates, progress, gap and status follow; projections do not.",
    ),
    "check": ("公式与程序数值核对", "Formulas against the program"),
    "agree": ("一致", "equal"),
    "differ": ("有差异（数据已改动）", "different (figures were changed)"),
    "counts": ("状态统计", "Targets by status"),
    "back": ("返回目录", "Back to contents"),
    "left_out": ("另有 {count} 项目标未列入本工作簿", "{count} more targets are not in this workbook"),
    "page": ("第 &P 页，共 &N 页", "Page &P of &N"),
    "no_chart": ("本领域尚无可画的实际值或预测。", "There is no actual value or projection to draw in this group."),
    "dates": ("{name}（{year} 年）", "{name} ({year})"),
    "interval": ("{interval}% 区间", "{interval}% interval"),
    "empty": ("没有符合条件的目标。", "No target matches."),
    "no_remarks": ("没有需要说明的情况。", "There is nothing to be said."),
    "status_chart": ("各状态的目标数", "Targets by status"),
    "chapter_section": ("第 {chapter} 章第 {section} 节", "chapter {chapter}, section {section}"),
    "chapter": ("第 {chapter} 章", "chapter {chapter}"),
    "doubt": ("存疑", "Open to question"),
    "reason": ("原因", "Reason"),
    "notice": ("提示", "Note"),
    "observed": ("已有实际值", "observed"),
    "undated": ("规划未写明年份", "No year in the plan"),
}
