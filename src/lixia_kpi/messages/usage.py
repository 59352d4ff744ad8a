"""What is wrong with a command line, and what to do about it; and what is said when the program itself fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

USAGE: Catalogue = {
    "unknown_command": ("没有命令 {name}", "there is no command {name}"),
    "unknown_option": ("没有选项 {name}", "there is no option {name}"),
    "unknown_language": ("没有语言 {name}，可用：{known}", "there is no language {name}; known: {known}"),
    "unknown_color": ("--color 不能是 {name}，可用：{known}", "--color cannot be {name}; known: {known}"),
    "unknown_format": ("没有格式 {name}，可用：{known}", "there is no format {name}; known: {known}"),
    "unknown_method": ("没有预测方法 {name}，可用：{known}", "there is no method {name}; known: {known}"),
    "unknown_rule": ("没有评价规则 {name}，可用：{known}", "there is no rule {name}; known: {known}"),
    "unknown_interval": ("没有 {name}% 区间，可用：{known}", "there is no interval of {name}; known: {known}"),
    "unknown_severity": ("没有等级 {name}，可用：{known}", "there is no severity {name}; known: {known}"),
    "unknown_status": ("没有进展状态 {name}，可用：{known}", "there is no status {name}; known: {known}"),
    "unknown_id": (
        "规划中没有指标 {name}（kpi list 列出全部）",
        "the plan has no indicator {name} (kpi list shows all)",
    ),
    "unknown_group": ("规划中没有领域 {name}，可用：{known}", "the plan has no group {name}; known: {known}"),
    "unknown_owner": (
        "规划中没有责任部门 {name}，可用：{known}",
        "no indicator of the plan has the owner {name}; known: {known}",
    ),
    "unknown_start": ("--from 不能是 {name}，可用：{known}", "--from cannot be {name}; known: {known}"),
    "assumption_form": (
        "{option} 写法不对：{value}（应如 {example}）",
        "{option}: {value} is not written as {example}",
    ),
    "assumption_number": ("{option} {value}：{figure} 不是数", "{option} {value}: {figure} is no plain number"),
    "assumption_rate": (
        "{option} {value}：要写明 % 或 点，如 {id}=6% 或 {id}=0.5点",
        "{option} {value}: say % or points, as {id}=6% or {id}=0.5points",
    ),
    "assumed_unit": (
        "{option} {value}：单位 {unit} 不能换算成 {own}",
        "{option} {value}: the unit {unit} does not convert to {own}",
    ),
    "ambiguous_target": (
        "{option} {value}：{id} 有几个目标，请写明年份：{known}",
        "{option} {value}: {id} has several targets; name the year: {known}",
    ),
    "target_year_too_early": (
        "{option} {value}：目标年应在基期 {year} 年之后",
        "{option} {value}: a target year comes after the baseline year {year}",
    ),
    "doubled_assumption": ("{option} {value} 出现两次", "{option} {value} is given twice"),
    "not_with_panels": ("{name} 只与规划同用，不与多序列文件同用", "{name} goes with a plan, not with files of series"),
    "recover_needs_shock": ("--recover 要与 --shock 同用", "--recover goes with --shock"),
    "not_years": ("{option}不是年数：{value}（1 至 99）", "{option}not a number of years: {value} (1 to 99)"),
    "growth_in_percent": ("{id} 的增速用 %，如 {id}=6%", "{id} grows in percent: write {id}=6%"),
    "growth_in_points": (
        "{id} 是比重、指数或比率，增速用点，如 {id}=0.5点",
        "{id} is a share, an index or a rate and moves in points: write {id}=0.5points",
    ),
    "rank_has_no_growth": ("{id} 是位次，没有增速", "{id} is a rank and has no growth"),
    "nothing_to_grow_from": (
        "{id} 没有基期值和实际值，无从增长；先用 --value 假定一个数值",
        "{id} has no value to grow from: assume one with --value",
    ),
    "no_year_left": (
        "{id} 的数值已到 {year} 年，没有可假定的年份",
        "{id} is known to {year}: no year is left to assume anything of",
    ),
    "assumed_year_outside": (
        "{id}:{year} 不在 {first} 至 {last} 年之内",
        "{id}:{year} is outside {first} to {last}",
    ),
    "shock_year_outside": (
        "{id} 的冲击只能在 {first} 至 {last} 年，不是 {year} 年",
        "a shock to {id} can come in {first} to {last}, not in {year}",
    ),
    "nothing_to_shock": (
        "{id} 没有预测，无从冲击；请用 --growth {id}=… 假定走势",
        "{id} has no projection to be shocked: assume a growth with --growth {id}=…",
    ),
    "two_evaluations": ("--midterm 和 --final 只能选一个", "choose --midterm or --final, not both"),
    "evaluation_year_differs": (
        "评估年份 {year} 与 --as-of {as_of} 不同；评估只用到评估年份为止的实际值",
        "the evaluation is of {year} and --as-of says {as_of}: it uses observations up to its own year",
    ),
    "midterm_year_outside": (
        "--midterm {year}：中期评估的年份应在 {first} 至 {last} 年",
        "--midterm {year}: a mid-term evaluation of this plan is of {first} to {last}",
    ),
    "final_year_too_early": (
        "--final {year}：规划到 {end} 年才结束；之前用 --midterm",
        "--final {year}: the plan ends in {end}; before that, use --midterm",
    ),
    "unknown_chapter": (
        "规划中第 {name} 章没有指标，有的章：{known}",
        "chapter {name} has no indicator; known: {known}",
    ),
    "unknown_column": ("没有列 {name}", "there is no column {name}"),
    "unknown_code": ("没有代码 {name}（kpi explain 列出全部）", "there is no code {name} (kpi explain lists all)"),
    "unknown_schema": ("没有 {name} 的 Schema，可用：{known}", "there is no schema {name}; known: {known}"),
    "unknown_publication_status": (
        "没有数据状态 {name}，可用：{known}",
        "there is no status of a figure {name}; known: {known}",
    ),
    "unknown_sheet": ("没有工作表 {name}，有的：{known}", "there is no sheet {name}; there are: {known}"),
    "not_a_match": (
        "{option}不是对应关系：{value}（应如 生产总值=gdp，不要的写 合计=）",
        "{option}not a match: {value} (write it as Output=gdp, or Total= for one to be left out)",
    ),
    "file_twice": ("{file} 写了两遍", "{file} is named twice"),
    "unknown_shell": ("没有 {name} 的补全脚本，可用：{known}", "there is no script for {name}; known: {known}"),
    "unknown_suffix": (
        "{file} 的后缀不代表任何格式；请用 --format 指定",
        "the suffix of {file} names no format; say which with --format",
    ),
    "library_missing": (
        "{format} 格式所需的库没有安装：pip install 'lixia-kpi[{extra}]'",
        "the format {format} needs a library that is not installed: pip install 'lixia-kpi[{extra}]'",
    ),
    "panel_library_missing": (
        "kpi panel 所需的库没有安装：pip install 'lixia-kpi[{extra}]'",
        "kpi panel needs a library that is not installed: pip install 'lixia-kpi[{extra}]'",
    ),
    "unknown_summary": ("没有汇总 {name}，可用：{known}", "there is no summary {name}; known: {known}"),
    "unknown_report": ("没有报告形式 {name}，可用：{known}", "there is no report {name}; known: {known}"),
    "unknown_engine": ("没有计算引擎 {name}，可用：{known}", "there is no engine {name}; known: {known}"),
    "not_with_plan_folders": (
        "{name} 只与序列文件同用，不与规划文件夹同用",
        "{name} goes with files of series, not with plan folders",
    ),
    "report_of_other_format": (
        "--report {report} 写的是网页，不能同时要 {format}",
        "--report {report} is a web page and cannot be {format} at the same time",
    ),
    "map_has_both": (
        "热力图已含地区和指标的计数，不用 --summary {summary}",
        "the map has the counts of regions and indicators: leave out --summary {summary}",
    ),
    "format_needs_summary": (
        "{format} 要与 --summary regions 或 indicators 同用；各行请用 jsonl、csv 或 parquet",
        "{format} goes with --summary regions or indicators; for the rows take jsonl, csv or parquet",
    ),
    "map_too_large": (
        "热力图超出 {most} 格（{regions} 个地区，{indicators} 项指标）；请只取一部分地区或指标",
        "a map of {regions} regions and {indicators} indicators has more than {most} cells: take some of them",
    ),
    "scheduler_not_reached": (
        "连接不上 Dask 调度器 {scheduler}",
        "no Dask scheduler answers at {scheduler}",
    ),
    "scheduler_without_dask": ("--scheduler 要与 --engine dask 同用", "--scheduler goes with --engine dask"),
    "no_workers": ("Dask 调度器 {scheduler} 没有工作进程", "the Dask scheduler {scheduler} has no workers"),
    "worker_lacks_kpi": (
        "Dask 工作进程没有安装 lixia-kpi：pip install 'lixia-kpi[cluster]'",
        "the Dask workers have no lixia-kpi: pip install 'lixia-kpi[cluster]' there",
    ),
    "worker_version": (
        "Dask 工作进程的 kpi 是 {found}，这里是 {wanted}：请装同一版本",
        "the Dask workers have kpi {found}, this is {wanted}: install the same version",
    ),
    "worker_lost": (
        "同一部分使多个 Dask 工作进程先后中止：可能内存不足",
        "one part of the work has brought down several Dask workers one after the other: perhaps they lack memory",
    ),
    "shared_folder_needed": (
        "--engine dask 接集群时要用 --temp 指定各机都能看到的文件夹",
        "a cluster needs --temp with a folder that all its machines see",
    ),
    "no_temporary_folder": ("没有文件夹 {folder}", "there is no folder {folder}"),
    "not_jobs": ("{option}{value} 不是 1 至 999 的整数", "{option}{value} is no whole number from 1 to 999"),
    "file_needed": (
        "{format} 不能写到终端；请用 --output 指定文件",
        "{format} is not written to a terminal; name a file with --output",
    ),
    "not_a_year": (
        "{option}不是年份：{value}（应为 {first} 至 {last} 的四位数字）",
        "{option}not a year: {value} (four digits, {first} to {last})",
    ),
    "not_a_date": (
        "{option}不是日期：{value}（应如 2024-03-31）",
        "{option}not a date: {value} (write it as 2024-03-31)",
    ),
    "not_a_period": (
        "{option}不是期间：{value}（full-year、year-end、H1、Q1-Q3、Jan-Jul、as of 2022-08）",
        "{option}not a period: {value} (full-year, year-end, H1, Q1-Q3, Jan-Jul, as of 2022-08)",
    ),
    "folder_for_templates": (
        "--by-owner 为每个责任部门写一个文件：请用 --output 指定文件夹",
        "--by-owner writes a file for each department: name a folder with --output",
    ),
    "no_owners": (
        "规划没有写明责任部门（owner），不能用 --by-owner",
        "no indicator names an owner, and --by-owner has nothing to go by",
    ),
    "nothing_to_report": (
        "没有这样的指标可填报：请放宽 --owner、--group 或 --chapter",
        "no indicator is left to report: ask for more with --owner, --group or --chapter",
    ),
    "unknown_example": ("没有示例 {name}，可用：{known}", "there is no example {name}; known: {known}"),
    "example_is_whole": (
        "--example 是完整的规划，不与 --from、--id、--name、--period、--baseline-year 同用",
        "--example is a whole plan: it does not go with --from, --id, --name, --period or --baseline-year",
    ),
    "folder_not_empty": (
        "{folder} 里已有 {found}；kpi init 不覆盖任何文件，请换一个文件夹",
        "{folder} holds {found}; kpi init overwrites nothing: name another folder",
    ),
    "not_a_folder_for_a_plan": (
        "{folder} 不是文件夹；请换一个名称",
        "{folder} is there and is no folder: name another one",
    ),
    "not_a_span_of_years": (
        "{option}不是起止年份：{value}（应如 2026-2030）",
        "{option}not the first and last year of a plan: {value} (write it as 2026-2030)",
    ),
    "not_an_id": (
        "{option}不是代码：{value}（小写字母、数字和下划线，以字母开头）",
        "{option}not an id: {value} (lower-case letters, digits and underscores, a letter first)",
    ),
    "years_of_plan": (
        "年份不对：规划 {start} 至 {end} 年，基期 {baseline_year} 年；基期应在期初之前。"
        "用 --period、--baseline-year 指明",
        "the years do not fit: a plan for {start} to {end} counted from {baseline_year}; the base year comes before. "
        "Say them with --period and --baseline-year",
    ),
    "not_a_chapter": ("{option}不是章号：{value}", "{option}not the number of a chapter: {value}"),
    "not_a_chance": (
        "{option}不是概率：{value}（应如 0.8 或 80%）",
        "{option}not a chance: {value} (write it as 0.8 or 80%)",
    ),
    "earlier_not_json": (
        "{file} 不是 kpi check -f json 或 kpi project -f json 写出的文件",
        "{file} was not written by kpi check -f json or kpi project -f json",
    ),
    "earlier_other_plan": (
        "{file} 是另一规划的结果：{before}，不是 {now}",
        "{file} is of another plan: {before}, not {now}",
    ),
    "earlier_other_rule": (
        "{file} 按另一规则评价：{before}，不是 {now}",
        "{file} was judged by another rule: {before}, not {now}",
    ),
    "earlier_other_gate": (
        "{file} 的 --fail-on 或 --min-chance 较宽，其中没有的目标当时也可能不达标；"
        "请用相同选项重写，或用 kpi project --all -f json 写出",
        "{file} was written with a milder --fail-on or --min-chance, so that a target that is not in it may have "
        "failed then too; write it again with the same options or with kpi project --all -f json",
    ),
    "git_missing": ("没有找到 git 命令", "the command git was not found"),
    "not_a_repository": ("{folder} 不在 git 仓库中", "{folder} is in no git repository"),
    "unknown_revision": ("git 仓库中没有版本 {revision}", "the git repository has no revision {revision}"),
    "folder_not_in_revision": (
        "版本 {revision} 中没有文件夹 {folder}",
        "the revision {revision} has no folder {folder}",
    ),
    "git_failed": ("git 没有成功：{text}", "git failed: {text}"),
    "revision_without_folder": (
        "{name} 要说明哪个文件夹：写成 {name}:文件夹，或加 --plan",
        "{name} does not say which folder: write {name}:FOLDER, or add --plan",
    ),
    "option_needs_value": ("选项 {name} 后面要有值", "the option {name} needs a value"),
    "option_takes_no_value": ("选项 {name} 不带值", "the option {name} takes no value"),
    "missing_argument": ("缺少参数 {name}", "the argument {name} is missing"),
    "extra_argument": ("多余的参数 {name}", "unexpected argument {name}"),
    "wrong_usage": ("命令行有误：{text}", "wrong usage: {text}"),
    "no_table": (
        "kpi show 不是表格：只有 table、json、jsonl，没有 --columns",
        "kpi show gives no table: table, json and jsonl only, and no --columns",
    ),
    "picture_is_no_table": (
        "{format} 是图：--columns、--excel 只用于表格",
        "{format} is a picture: --columns and --excel are for tables",
    ),
    "doubled_column": ("列 {name} 重复", "the column {name} is named twice"),
    "excel_needs_delimited": ("--excel 只用于 csv 和 tsv", "--excel is for csv and tsv only"),
    "columns_need_machine_format": (
        "--columns 用于 csv、tsv、json、jsonl、markdown，请加 --format",
        "--columns is for csv, tsv, json, jsonl and markdown: add --format",
    ),
    "standard_output_closed": ("标准输出已关闭，无法输出", "standard output is closed: nothing can be written"),
    "output_is_input": (
        "{file} 正是要读的文件，不会被结果覆盖；请换一个文件名",
        "{file} is a file that is read and is not overwritten by the result: name another",
    ),
    "output_is_plan_file": (
        "{file} 是规划文件夹里的文件，不会被结果覆盖；请换一个文件名（改动用 kpi edit 和 kpi import）",
        "{file} belongs to a plan folder and is not overwritten by a result: name another (kpi edit and kpi import "
        "change plans)",
    ),
    "output_is_folder": ("{file} 是文件夹，不能写入", "{file} is a folder and cannot be written to"),
    "output_not_allowed": ("没有写入 {file} 的权限", "writing {file} is not allowed"),
    "output_folder_missing": ("{file} 所在的文件夹不存在", "the folder of {file} does not exist"),
    "output_name_too_long": ("文件名太长：{file}", "the file name is too long: {file}"),
    "edit_form": (
        "{value} 不是一处改动；写成 kpi edit gdp target=2600 owner=统计局",
        "{value} is no change: write kpi edit gdp target=2600 owner=NAME",
    ),
    "edit_without_change": (
        "{id} 后面没有改动；写成 kpi edit {id} target=2600",
        "no change follows {id}: write kpi edit {id} target=2600",
    ),
    "unknown_field": ("没有字段 {field}，可用：{known}", "there is no field {field}; known: {known}"),
    "field_has_parts": ("{field} 有几个部分：{known}", "{field} has parts: {known}"),
    "field_not_there": (
        "文件里没有 {field}，kpi edit 只补单个值；请在文件里写上",
        "the file has no {field} and kpi edit adds single values only: write it into the file",
    ),
    "several_items": ("{field} 指哪一个？{known}", "which {field}? {known}"),
    "item_not_there": ("没有 {field}；有：{known}", "there is no {field}; there are: {known}"),
    "record_not_there": (
        "基期文件里没有 {id}；请在文件里写上",
        "no baseline file has {id}: write it into the file",
    ),
    "edit_key_by_hand": (
        "{id} 的 {field} 没有合适的位置可补；请在文件第 {line} 行附近写上",
        "no place to add {field} of {id} was found: write it into the file near line {line}",
    ),
    "edit_value_unwritable": (
        "{value} 不能写在一行里；请去掉换行和控制字符",
        "{value} cannot be written on a line: leave out line breaks and control characters",
    ),
    "edit_together": (
        "这些改动不能一起写入；请分几次",
        "these changes cannot be written together: make them one after the other",
    ),
    "doubled_change": ("{id} 的 {field} 改动了两次", "{field} of {id} is changed twice"),
    "output_too_large": (
        "{file} 会超出本机允许的文件大小（ulimit -f），没有写成",
        "{file} would be larger than files may be here (ulimit -f) and was not written",
    ),
    "output_links_in_a_circle": (
        "{file} 是绕成一圈的链接，不能写入",
        "{file} is a link that leads round in a circle and cannot be written to",
    ),
    "output_not_open": (
        "{file} 是没有程序接收的套接字或设备，不能写入",
        "{file} is a socket or device that nothing reads from and cannot be written to",
    ),
    "plan_to_change_needed": (
        "要修改哪个规划？请用 --plan 或 KPI_PLAN 指明文件夹；自带的规划不会被修改",
        "which plan is to be changed? Name its folder with --plan or KPI_PLAN; the shipped plan is never changed",
    ),
    "plan_in_use": (
        "另一个 kpi 正在修改这个文件夹，等了 {seconds} 秒；{file} 没有改动，请稍后再试",
        "another kpi is changing this folder and did not end within {seconds} s; {file} is unchanged, try again later",
    ),
    "plan_changed_meanwhile": (
        "{file} 刚才被别的程序改动，没有写入；请再运行一次",
        "{file} was changed by another program just now and was not written; run the command again",
    ),
    "disk_full": ("磁盘已满，{file} 没有写成", "the disk is full: {file} was not written"),
    "output_failed": ("{file} 没有写成：{fault}", "{file} was not written: {fault}"),
}

HINTS: Catalogue = {
    "invalid_change": (
        "kpi：改动会带来 {count} 个问题，见上；没有写入",
        "kpi: the change would bring {count} faults, listed above; nothing was written",
    ),
    "invalid_change_one": (
        "kpi：改动会带来 1 个问题，见上；没有写入",
        "kpi: the change would bring 1 fault, listed above; nothing was written",
    ),
    "nearest": ("是不是 {nearest}？", "did you mean {nearest}?"),
    "see_help": ("用法见 {command} --help", "{command} --help shows the usage"),
    "invalid_input": (
        "kpi：输入有 {count} 个问题，见上；kpi explain 代码 说明每一种",
        "kpi: {count} faults in the input, listed above; kpi explain CODE says what each means",
    ),
    "invalid_input_one": (
        "kpi：输入有 1 个问题，见上；kpi explain 代码 说明含义",
        "kpi: 1 fault in the input, listed above; kpi explain CODE says what it means",
    ),
}

WAITING: Catalogue = {
    "working": ("{command}：已用 {seconds} 秒…", "{command}: {seconds} s …"),
}

INTERNAL: Catalogue = {
    "defect": (
        "kpi：内部错误（{fault}，{place}）。这是 kpi 的缺陷，不是您的文件有误。",
        "kpi: internal error ({fault}, {place}). This is a defect of kpi, not of your files.",
    ),
    "report": (
        "请附上这一行和 kpi info 的输出报告给维护者；设 KPI_DEBUG=1 可看详细经过。",
        "Please report it to the maintainers with this line and the output of kpi info; KPI_DEBUG=1 shows the details.",
    ),
}
