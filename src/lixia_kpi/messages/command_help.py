"""What each command answers: one line for the list of commands, and what its own help says besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

PROGRAM: Catalogue = {
    "summary": (
        "发展规划指标测算：要求增速、预测、缺口表。",
        "Indicator projection for development plans: required growth, projections, gap tables.",
    ),
    "hint": (
        "先试 kpi project；各命令的选项见 kpi 命令 --help。",
        "Start with kpi project; kpi COMMAND --help lists the options of a command.",
    ),
}

SUMMARIES: Catalogue = {
    "project": (
        "缺口表：每个目标的进度、预测、缺口和进展状态",
        "the gap table: where every target stands, where it leads, what it would take",
    ),
    "required": ("规划本身要求的增速", "the rate the plan alone demands of every target"),
    "path": ("逐年的目标路径、实际值和预测", "year by year: required pathway, actual, projection"),
    "list": ("指标目录", "the catalogue of indicators and targets"),
    "show": ("一个指标的全部信息及出处", "everything known of one indicator, with its sources"),
    "compare": (
        "各评价规则的结论并列，以及它们在哪里不一致",
        "the verdicts of all published rules side by side, and where they disagree",
    ),
    "rules": ("评价规则：公式、分档和来源", "each rule of judging explained: formula, cuts, source"),
    "annual": ("年度计划：按责任部门分解的逐年目标", "the plan broken down into yearly targets, by owner"),
    "whatif": (
        "假定增速、数值、目标或冲击，前后对照",
        "the gap table before and after assumed growth, values, targets, shocks",
    ),
    "report": (
        "评估报告：中期、终期或截至目前",
        "the evaluation as one document: mid-term, final or to date",
    ),
    "check": ("持续集成的关卡：列出不达标的目标", "the gate for CI: the failing targets, worst first"),
    "init": (
        "新建规划文件夹：空白、由目标表或由示例",
        "a new plan folder: from nothing, from a table of targets or from an example",
    ),
    "template": (
        "填报表：供各部门填写的工作簿或 CSV",
        "a workbook or CSV for departments to fill in",
    ),
    "import": (
        "导入部门报来的数值：任何样式的工作簿或 CSV",
        "take in figures from departments, out of whatever workbook or CSV they have",
    ),
    "backtest": (
        "回测：预测在已有实际值上准不准",
        "how good the projections have been on the actuals at hand",
    ),
    "panel": (
        "海量序列：许多地区乘许多指标的同一套测算",
        "the same arithmetic over very many series: regions by indicators",
    ),
    "diff": (
        "两个规划文件夹、公布日期或 git 版本之间：修订的数值，变动的状态",
        "what changed between two plan folders, vintages or git revisions",
    ),
    "edit": (
        "修改规划文件里的值，保留注释和版面",
        "change values of a plan file, keeping comments and layout",
    ),
    "validate": ("检查文件：逐行列出全部问题", "check files: every fault, one a line"),
    "audit": ("核对规划自身的数字是否一致", "do the plan's own figures agree with each other"),
    "schema": ("规划文件的 JSON Schema", "the JSON Schema of a plan file, for editors"),
    "explain": ("解释一个代码：状态、原因、提示、问题或列名", "say in words what a code or a column means"),
    "completion": ("命令行补全脚本", "a script that completes kpi commands in a shell"),
    "info": ("版本和环境，用于报告问题", "versions and environment, for bug reports"),
}

DETAILS: Catalogue = {
    "project": (
        "列出有基期值或实际值的目标；指名的指标总是列出。--all 列出全部目标。",
        "Shows the targets that have a baseline or an observation and those asked for by id; --all shows every target.",
    ),
    "required": (
        "只用基期值和目标值；没有增速的目标说明原因。",
        "Uses baselines and targets only; where a target has no rate, the reason is given.",
    ),
    "path": (
        "在终端画出目标路径、实际值和预测，并逐年列表；-o 文件.svg 或 文件.png 写成图。",
        "Draws required pathway, actuals and projection in the terminal and lists the years; -o FILE.svg or FILE.png "
        "writes a picture.",
    ),
    "list": ("一行一个目标，按规划顺序。", "One row a target, in the order of the plan."),
    "show": (
        "规划原文的位置、基期值、目标、全部实际值及来源、疑点。",
        "Place in the plan, baseline, targets, every published figure with its source, doubts.",
    ),
    "compare": (
        "每个单元格是一则规则给出的进展状态；--rule 只列这些规则。没有实际值的目标用 --all 列出。",
        "Every cell is the status that one rule gives; --rule keeps only these rules. Targets without an actual are "
        "shown with --all.",
    ),
    "rules": (
        "不带规则名时逐一简要说明；带规则名时另列分档、不作评价的情形和已知特性。",
        "Without a name, each in a few lines; with one, also its cuts, what it refuses and its peculiarities.",
    ),
    "annual": (
        "沿各目标自己的路径逐年分解，末年等于目标值。--against 与当年实际值对照。",
        "Follows each target's own pathway; the last year is the target. --against sets what a year brought beside it.",
    ),
    "whatif": (
        "指名的指标或假定涉及的指标，现状与假定各一行。--halve-gap、--best-year 用于指名的指标，不指名时用于全部。",
        "Two lines a target for the indicators asked for or assumed about. --halve-gap and --best-year are about the "
        "indicators asked for, about all where none is.",
    ),
    "report": (
        "先说明有多少目标可以判断，再分约束性、预期性计数，列出各章指标、滞后目标及实现所需、疑点、数据缺口和方法。"
        "--midterm 和 --final 只用到该年为止的实际值。",
        "Says first how much can be judged; then counts by binding and expected targets, the indicators by chapter, "
        "what is behind and what it would take, doubts, data gaps, method. --midterm and --final use observations up "
        "to their year.",
    ),
    "check": (
        "有目标处于或差于 --fail-on 时退出码为 1；no_data 只在指名时计入。",
        "Exits 1 when a target is at or below --fail-on STATUS; no_data counts only when it is named.",
    ),
    "init": (
        "写出 targets.yaml、基期文件、actuals.csv、Schema、README 和 CI 文件；不覆盖任何文件。"
        "目标表的每个问题都指明单元格；方向没有默认值，表中没有的其他值推定后在文件里注明。",
        "Writes targets.yaml, the baseline file, actuals.csv, schemas, a README and a CI file; overwrites nothing. "
        "Every fault of a table is said with its cell. The direction has no default; what else the table does not say "
        "is assumed and remarked upon in the files.",
    ),
    "template": (
        "列出指标、单位、口径和上次数值，留出本期数值、数据状态、发布日期、来源和备注；单元格有校验，其余锁定。"
        "由公式得出的指标不列，除非指名。填好后用 kpi import 读回。",
        "Lists indicators with unit, definition and last value, and leaves cells for value, status, date, source and "
        "note; what is typed there is checked, all else is locked. Indicators that follow from others are left out "
        "unless named. kpi import reads it back.",
    ),
    "import": (
        "读取 XLSX、XLS、ODS、CSV；表头可在任何位置，一行一值、每年一列、指标在列都可以。"
        "名称与代码、名称或 aliases 完全一致才采用，相近的只列出来。"
        "列出新增、修订、不变和拒绝的数值及其单元格；--apply 才写入 actuals.csv，原来的数值都保留，"
        "--vintage 可以查到。有拒绝的就都不写入，退出码为 1。",
        "Reads XLSX, XLS, ODS and CSV, its header wherever it stands: a value a row, a column a year, an indicator a "
        "column. A name counts where it is exactly an id, a name or an alias; those alike are only offered. Lists new, "
        "revised, unchanged and refused figures with their cells; only --apply writes, to actuals.csv, where every "
        "earlier figure stays and --vintage finds it. Where any is refused nothing is written, and the exit code is 1.",
    ),
    "backtest": (
        "从每个已知年份向前预测 1 至 5 年，与后来的实际值对照，并列出其他常用方法。FILE 是多序列的 CSV（可 gzip）："
        "id,year,value，另可有 measure、kind、unit；不指定文件时用规划自己的实际值。",
        "Projects from every known year 1 to 5 years ahead and sets the outcome beside that of the usual methods. FILE "
        "is a CSV of many series, plain or gzipped: id,year,value and optionally measure, kind, unit; without files "
        "the plan's own actuals are used.",
    ),
    "panel": (
        "FILE 是 CSV、TSV 或 Parquet：region,id,year,value 一行一年，或一列一年；region 可以没有。目标来自 --plan，"
        "或来自 target、target_year、direction 等列。-o 文件.parquet 或 .csv 写出各行，-o 地图.html 画出热力图，"
        "汇总显示在屏幕上。FILE 也可以是多个规划文件夹（kpi panel plans/*/），各按自己的规划评价。",
        "FILE is CSV, TSV or Parquet: region,id,year,value with a row a year, or one column a year; region may be "
        "absent. Targets come from --plan or from the columns target, target_year, direction and others. "
        "-o FILE.parquet or .csv writes the rows, -o FILE.html the map, and the summary appears on the screen. FILE "
        "may also be plan folders (kpi panel plans/*/), each judged by its own plan.",
    ),
    "diff": (
        "OLD 和 NEW 是规划文件夹，或 vintage:2023-12-31（只用到那天公布的数值），或 git:版本、git:版本:文件夹。"
        "换算后相等的数值不算改动。",
        "OLD and NEW are plan folders, or vintage:2023-12-31 (with what was published by then), or git:REV and "
        "git:REV:FOLDER. A figure that is the same in another unit has not changed.",
    ),
    "edit": (
        "如 kpi edit gdp target=2600 owner=统计局 baseline.note=…；target:2025 指那一年的目标，name.zh 指名称的一部分，"
        "第一个代码之前的改动针对规划本身（period.end=2026）。先列出改动，--apply 才写入；使规划无效的改动不写入。",
        "As in kpi edit gdp target=2600 owner=NAME baseline.note=...; target:2025 is the target of that year, name.zh "
        "a part of the name; what comes before the first id is about the plan itself (period.end=2026). Shows what "
        "would change and writes it with --apply only; a change that makes the plan invalid is refused.",
    ),
    "validate": (
        "每行一个问题：文件:行:列: error|warning 代码: 说明。有错误时退出码为 1；不指定路径时检查当前规划。",
        "One fault a line: FILE:LINE:COLUMN: error|warning CODE: message. Exits 1 when there is an error. "
        "Without paths the plan at hand is checked.",
    ),
    "audit": (
        "核对规划文件里声明的关系式，重复印发的目标，各来源的差异，所印增速与水平值。有发现时退出码为 1。",
        "Checks the identities declared in the plan file, promises printed twice, sources that differ, printed growth "
        "against printed levels. Exits 1 when there are findings.",
    ),
    "schema": (
        "名称为 targets 或 baseline。",
        "NAME is targets or baseline.",
    ),
    "explain": (
        "不带代码时列出全部代码。",
        "Without a code, lists all of them.",
    ),
    "completion": (
        "bash：kpi completion bash >> ~/.bashrc；zsh、fish 同理。",
        "bash: kpi completion bash >> ~/.bashrc; likewise zsh and fish.",
    ),
    "info": ("不含任何路径或时间。", "Contains no path and no time."),
}

LAYOUT: Catalogue = {
    "usage": ("用法：{line}", "Usage: {line}"),
    "options_word": ("[选项]", "[OPTIONS]"),
    "command_word": ("命令 [参数]...", "COMMAND [ARGS]..."),
    "commands": ("命令：", "Commands:"),
    "default": ("默认 {value}", "default {value}"),
    "environment": ("环境变量 {name}", "or {name} in the environment"),
    "repeatable": ("可重复", "repeatable"),
    "Arguments": ("参数：", "Arguments:"),
    "Input": ("规划与实际值：", "Plan and actuals:"),
    "Assumptions": ("假定：", "Assumptions:"),
    "Evidence": ("依据与方法：", "Evidence and method:"),
    "Gating": ("关卡：", "Gate:"),
    "Rows": ("行：", "Rows:"),
    "JudgedRows": ("进展状态：", "Status:"),
    "PanelEvidence": ("依据与方法：", "Evidence and method:"),
    "PanelOutput": ("输出：", "Output:"),
    "PanelSummary": ("汇总与关卡：", "Summary and gate:"),
    "PanelEngine": ("计算：", "Work:"),
    "Output": ("输出：", "Output:"),
    "DocumentOutput": ("输出：", "Output:"),
    "PathOutput": ("输出：", "Output:"),
    "Figures": ("所导入的数值：", "Figures:"),
    "Writing": ("写入：", "Writing:"),
    "Screen": ("屏幕显示：", "Screen:"),
    "Options": ("选项：", "Options:"),
}
