"""What each option and argument of the command line means, by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

OPTIONS: Catalogue = {
    "changes": (
        "指标代码，后面是改动：字段=值；可有多个指标",
        "id of an indicator, then its changes as FIELD=VALUE; several indicators may follow each other",
    ),
    "plan_to_change": ("要修改的规划文件夹", "folder of the plan that is changed"),
    "apply": ("写入；不加时只列出改动", "write the changes; without it they are only shown"),
    "plan": ("规划文件夹；不指定时用自带的历下区规划", "plan folder; the plan that kpi brings along when absent"),
    "actuals": (
        "实际值文件，代替文件夹自己的 actuals.csv；- 为标准输入",
        "file of actuals instead of the folder's own actuals.csv; - is standard input",
    ),
    "as_of": ("只用到这一年为止的实际值", "use observations up to this year only"),
    "vintage": ("只用这一天（含）以前公布的数值", "use figures published up to this day only, as 2024-03-31"),
    "to": ("预测到这一年，代替各目标自己的目标年", "project to this year instead of each target's own"),
    "method": ("预测方法", "projection method"),
    "rule": ("给出进展状态的评价规则，见 kpi rules", "rule that gives the status, see kpi rules"),
    "only_rules": ("只列这则评价规则", "only this rule"),
    "rule_name": ("规则名", "name of a rule"),
    "interval": ("预测区间：50、80、90 或 95（%）", "level of the interval in percent: 50, 80, 90 or 95"),
    "chapter": ("只列规划的这一章", "only this chapter of the plan"),
    "group": ("只列这个领域", "only this group"),
    "sort": (
        "按这一列排序；-列名 为降序，空值在最后",
        "sort by this column, descending as -COLUMN; empty cells come last",
    ),
    "start": (
        "从基期值（baseline）还是最新值（latest）起分解",
        "break down from the baseline or from the latest value",
    ),
    "target_year": ("只列这一年", "this year only"),
    "against": ("与当年实际值对照", "set the years' actuals against them"),
    "owner": ("只列这个责任部门", "only the targets of this department"),
    "growth": (
        "假定从最新值起每年增长，如 gdp=6%；比重用点，如 share=0.5点",
        "yearly growth from the latest value on, as gdp=6%; for shares in points, as share=0.5points",
    ),
    "value": ("假定某年的数值，如 gdp:2024=2600", "the value of a year, as gdp:2024=2600"),
    "target": (
        "换一个目标值，如 gdp=2700；gdp:2026=2700 连同年份",
        "another target value, as gdp=2700; with another year gdp:2026=2700",
    ),
    "shock": (
        "某年的冲击，如 gdp:2024=-5%，比没有冲击时低 5%",
        "a shock in one year, as gdp:2024=-5%: 5 % below what was to come",
    ),
    "recover": (
        "冲击在几年内恢复到原来的走势；不指定时损失保留",
        "years within which a shock is made up for; without it the loss stays",
    ),
    "halve_gap": ("假定使预测缺口减半的增速", "assume the rate that halves the projected gap"),
    "best_year": ("假定保持增长最快一年的增速", "assume the rate of the best observed year"),
    "start_year": ("只用到这一年为止的实际值重新起算", "start from this year: later observations as not yet known"),
    "status": ("只列这个进展状态", "only this status"),
    "all": ("列出全部目标", "every target"),
    "format": (
        "table、csv、tsv、json、jsonl 或 markdown",
        "table, csv, tsv, json, jsonl or markdown",
    ),
    "path_format": (
        "table、csv、tsv、json、jsonl、markdown、svg 或 png",
        "table, csv, tsv, json, jsonl, markdown, svg or png",
    ),
    "document_format": (
        "table、markdown、json、html、docx、xlsx、svg 或 png",
        "table, markdown, json, html, docx, xlsx, svg or png",
    ),
    "files": ("工作簿或 CSV；- 为标准输入", "workbooks or CSV files; - is standard input"),
    "sheet": ("只读这张工作表，隐藏的也可以", "only this sheet, even where it is hidden"),
    "match": (
        "表里的名称对应的指标，如 生产总值=gdp；不要的写 合计=",
        "the indicator that a name stands for, as Output=gdp; one to be left out as Total=",
    ),
    "published": (
        "没有写明公布日期的数值都是这一天公布的",
        "date of publication of the figures that do not give one, as 2024-03-31",
    ),
    "data_status": (
        "没有写明状态的数值：actual 正式，preliminary 初步，expected 预计",
        "status of the figures that do not give one: actual, preliminary or expected",
    ),
    "figure_source": ("没有写明来源的数值的来源", "source of the figures that do not give one"),
    "partial": ("有拒绝的数值时也写入其余的", "write the others where some are refused"),
    "strict": ("存疑（warning）的也当作拒绝", "let warnings stand in the way, too"),
    "all_figures": ("也列出不变的数值", "list unchanged figures, too"),
    "midterm": ("中期评估，截至这一年", "the mid-term evaluation, as of this year"),
    "final": (
        "终期评估，截至这一年；没有目标年数据的目标单列",
        "the final evaluation, as of this year; targets without figures for their year are counted apart",
    ),
    "all_targets": ("表中也列没有实际值的目标", "put the targets without an observation in the table, too"),
    "output": (
        "写入文件，由后缀决定格式；一步替换，失败时原文件不变",
        "write to a file, whose suffix names the format; it is replaced in one step or left as it was",
    ),
    "columns": ("只输出这些列，按这个次序", "only these columns, in this order"),
    "excel": ("CSV、TSV 前加 BOM，供 Excel 打开", "begin CSV and TSV with the mark by which Excel knows UTF-8"),
    "lang": ("界面语言", "language of what a person reads"),
    "color": ("颜色；另见 NO_COLOR、FORCE_COLOR", "colours; NO_COLOR and FORCE_COLOR count too"),
    "ascii": ("符号和线条只用 ASCII", "marks and rules in ASCII only"),
    "fail_on_severity": (
        "有这个等级或更重的发现即失败：error 矛盾，warning 存疑，note 提示",
        "fail on a finding at least as grave: error a contradiction, warning doubtful, note worth knowing",
    ),
    "all_findings": ("也列出核对一致和无从核对的", "also what agrees and what cannot be compared"),
    "fail_on": ("达到或差于这个状态即失败", "fail when a target is at or below this status"),
    "min_chance": (
        "达标概率低于此值也算失败，如 0.5 或 50%",
        "fail also when the chance is under this, as 0.5 or 50%",
    ),
    "earlier": (
        "以前 kpi check 或 kpi project 写出的 JSON：只有比它变差的才失败",
        "JSON of an earlier kpi check or kpi project: fail only on what got worse since",
    ),
    "check_format": (
        "table、csv、tsv、json、jsonl、markdown（合并请求的评论）、github、junit 或 sarif",
        "table, csv, tsv, json, jsonl, markdown (a comment for a merge request), github, junit or sarif",
    ),
    "folders": (
        "文件属于哪个规划文件夹，就检查整个文件夹",
        "check the whole plan folder that a file lies in",
    ),
    "faults_format": (
        "text、json、github、junit 或 sarif",
        "text, json, github, junit or sarif",
    ),
    "old": (
        "原来的状态：规划文件夹、vintage:日期 或 git:版本[:文件夹]",
        "the earlier state: a plan folder, vintage:DATE or git:REV[:FOLDER]",
    ),
    "new": ("现在的状态，写法相同", "the later state, named likewise"),
    "panels": ("多序列文件，CSV 或 CSV.gz；- 为标准输入", "file of many series, CSV or CSV.gz; - is standard input"),
    "panel_files": (
        "CSV（可压缩）、TSV 或 Parquet 文件，或存放它们的文件夹；或多个规划文件夹",
        "CSV or TSV (also packed) or Parquet files, or folders of them; or plan folders",
    ),
    "summary": (
        "regions：各地区的计数和名次；indicators：各项指标的计数",
        "counts by regions, with their places in the league, or by indicators",
    ),
    "panel_report": ("地区×指标的热力图，一个网页文件", "the map of regions by indicators, as one web page"),
    "panel_fail_on": (
        "有目标处于或差于该状态时退出码为 1",
        "exit 1 when a target has this status or one that is worse",
    ),
    "engine": (
        "threads、processes：本机的线程、进程；dask：本机的 Dask 进程或 --scheduler 的集群；"
        "不指定时按文件大小选线程或进程",
        "threads or processes of this machine, or dask: Dask's processes on this machine or the cluster of --scheduler;"
        " threads or processes by the size of the files when absent",
    ),
    "scheduler": (
        "正在运行的 Dask 调度器地址，如 tcp://主机:8786",
        "address of a running Dask scheduler, as tcp://host:8786",
    ),
    "plan_for_all": (
        "规划文件夹，其目标适用于每个地区；不指定时用文件自己的目标列",
        "folder of a plan whose targets hold for every region; without it the files name their targets",
    ),
    "panel_baseline_year": (
        "没有 baseline_year 列的序列的基期年；不指定时为各序列的第一个年份",
        "baseline year of series whose rows name none; without it the first year of each series",
    ),
    "faults": (
        "把重复、缺年、单位混用、无法识别和未评价的内容逐条写入这个 CSV 文件",
        "write duplicates, gaps, mixed units, unreadable cells and series not judged to this CSV file",
    ),
    "jobs": ("同时计算的数量；默认为处理器数", "blocks judged at a time; as many as processors when absent"),
    "temp": ("临时文件放在这个文件夹", "folder for temporary files instead of the system's own"),
    "panel_format": (
        "table（汇总）、csv、tsv、jsonl、parquet、html（热力图）；--summary 另可用 json、markdown",
        "table (the summary), csv, tsv, jsonl, parquet, html (the map); with --summary also json, markdown",
    ),
    "judged_method": ("要检验的预测方法", "the projection method to be judged"),
    "exit_code": ("有不同时退出码为 1", "exit 1 when something differs"),
    "asked_year": (
        "填报的年份；不指定时为已有数据之后的一年",
        "the year to report; the one after the latest that is known when absent",
    ),
    "period": (
        "填报的期间：full-year、year-end、H1、Q1-Q3、Jan-Jul、as of 2022-08",
        "the period to report: full-year, year-end, H1, Q1-Q3, Jan-Jul, as of 2022-08",
    ),
    "by_owner": (
        "每个责任部门一个文件，写入 --output 指定的文件夹",
        "one file for each department, into the folder that --output names",
    ),
    "template_format": ("xlsx 或 csv", "xlsx or csv"),
    "template_output": (
        "写入文件，由后缀 .xlsx 或 .csv 决定格式；--by-owner 时为文件夹",
        "write to a file, whose suffix .xlsx or .csv names the format; with --by-owner a folder",
    ),
    "new_folder": ("要新建的文件夹", "the folder to make"),
    "targets_table": (
        "目标表：XLSX、XLS、ODS 或 CSV，列同 kpi list -f csv；中英文表头都认",
        "table of targets: XLSX, XLS, ODS or CSV, with the columns of kpi list -f csv or their names",
    ),
    "example": ("以示例开始；名称不对时列出全部", "start from an example plan; a wrong name lists all"),
    "plan_id": ("规划的代码；不指定时由文件夹名得来", "id of the plan; made from the name of the folder when absent"),
    "plan_name": ("规划名称", "name of the plan"),
    "name_en": ("英文名称", "its English name, where it has another one"),
    "plan_period": (
        "规划期，如 2026-2030；不指定时由目标年得来",
        "first and last year, as 2026-2030; those of the targets when absent",
    ),
    "baseline_year": ("基期年；不指定时为期初的前一年", "base year; the year before the first when absent"),
    "help": ("显示这份说明", "show this help"),
    "version": ("显示版本", "show the version"),
    "ids": ("指标代码，见 kpi list", "id of an indicator, see kpi list"),
    "id_": ("指标代码，见 kpi list", "id of an indicator, see kpi list"),
    "paths": ("文件或规划文件夹", "files or plan folders"),
    "name": ("文件种类", "kind of file"),
    "code": ("代码或列名", "a code or the id of a column"),
    "shell": ("bash、zsh 或 fish", "bash, zsh or fish"),
}
