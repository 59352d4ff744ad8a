"""Faults of actuals and of a plan folder."""

from lixia_kpi.messages.problem_texts.entry import Entries, Entry

FILES: Entries = {
    "broken_quotes": Entry(
        (
            "这里的引号没有配对，或引号后还有文字",
            "the quotation mark here is not closed, or text follows the closing one",
        ),
        ("单元格里的引号写两遍，并补上结尾的引号", "double the quotes within a cell and close the cell"),
    ),
    "too_many_rows": Entry(
        ("行数过多，读到第 {limit} 行为止", "too many rows: reading ended after {limit}"),
        ("拆分文件", "split the file"),
    ),
    "missing_columns": Entry(
        ("缺少列：{columns}", "columns are missing: {columns}"),
        ("长表：id,year,value,unit；宽表：id,unit,2021,2022…", "tidy: id,year,value,unit; wide: id,unit,2021,2022,..."),
    ),
    "duplicate_column": Entry(
        ("列 {column} 重复，先见于第 {first} 列", "the column {column} is there twice, first as number {first}"),
        ("只留一个", "keep one"),
    ),
    "unknown_column": Entry(
        ("不认识的列 {column}，未读取", "the column {column} is unknown and not read"),
        ("改正列名或删去", "correct its name or remove it"),
    ),
    "ragged_row": Entry(
        ("有 {found} 个单元格，表头只有 {expected} 个", "{found} cells, but the header has {expected}"),
        ("含逗号的文字要加引号", "a text with a comma needs quotation marks"),
    ),
    "empty_cell": Entry(("{field} 是空的", "{field} is empty"), ("补上", "fill it in")),
    "bad_year": Entry(
        ("不是年份：{found}", "not a year: {found}"), ("写四位数字，1900 至 2100", "write four digits, 1900 to 2100")
    ),
    "bad_status": Entry(
        ("不认识的数据状态：{found}", "unknown status: {found}"),
        ("用 actual、preliminary 或 expected", "write actual, preliminary or expected"),
    ),
    "bad_period": Entry(
        ("不认识的期间：{found}", "unknown period: {found}"),
        (
            "年度值写 full-year 或 year-end；年内写 H1、Q1-Q3、Jan-Jul 或 as of 2022-08",
            "a year is full-year or year-end; part of one H1, Q1-Q3, Jan-Jul or as of 2022-08",
        ),
    ),
    "period_of_another_year": Entry(
        ("期间 {found} 不在 {year} 年", "the period {found} does not lie in {year}"),
        ("改正年份或期间", "correct the year or the period"),
    ),
    "bad_date": Entry(("不是日期：{found}", "not a date: {found}"), ("写成 2024-03-31", "write it as 2024-03-31")),
    "doubled_year": Entry(
        (
            "{id} {year} 年有两个不同的值：{value}{unit} 与 {other_value}{other_unit}（{other_place}），采用后一行",
            "two different values for {id} in {year}: {value} {unit} and {other_value} {other_unit} ({other_place}); "
            "the later row is used",
        ),
        ("删去一个，或写明 published", "remove one, or say when each was published"),
    ),
    "repeated_row": Entry(
        (
            "{id} {year} 年的值又写了一遍（先见于 {other_place}）",
            "the value of {id} for {year} is repeated (see {other_place})",
        ),
        ("可删去一行", "one row can go"),
    ),
    "folder_not_found": Entry(
        ("没有这个文件夹", "there is no such folder"), ("检查 --plan 或 KPI_PLAN", "check --plan or KPI_PLAN")
    ),
    "not_a_folder": Entry(("这不是文件夹", "this is not a folder"), ("给出规划文件夹", "name the folder of the plan")),
    "folder_not_readable": Entry(
        ("文件夹不能读取", "the folder cannot be read"), ("检查权限", "check its permissions")
    ),
    "file_not_found": Entry(("没有这个文件", "there is no such file"), ("检查文件名", "check its name")),
    "is_a_folder": Entry(
        ("这是文件夹，应为文件", "this is a folder; a file was expected"), ("给出其中的文件", "name the file in it")
    ),
    "not_a_regular_file": Entry(
        ("这不是普通文件，没有打开", "this is not a plain file and was not opened"),
        ("给出普通文件，或用 - 表示标准输入", "give a plain file, or - for standard input"),
    ),
    "file_not_readable": Entry(("文件不能读取", "the file cannot be read"), ("检查权限", "check its permissions")),
    "unknown_kind_of_file": Entry(
        ("看不出是目标、基期值还是实际值文件", "neither targets, nor baselines, nor actuals by name or content"),
        ("命名为 targets*.yaml、baseline_*.yaml 或 *.csv", "name it targets*.yaml, baseline_*.yaml or *.csv"),
    ),
    "missing_targets_file": Entry(
        ("文件夹里没有 {expected}", "the folder has no {expected}"),
        ("用 --plan 指明规划文件夹，或改正文件名", "name the folder with --plan, or rename the file"),
    ),
    "missing_baseline_file": Entry(
        ("文件夹里没有 {expected}", "the folder has no {expected}"),
        ("没有基期值也能用，但算不出增速", "it works without, but without rates"),
    ),
    "unknown_indicator": Entry(
        ("规划里没有指标 {id}", "the plan has no indicator {id}"),
        (
            "改正代码；基期文件里另有的指标要写 name、measure、group",
            "correct the id; a baseline of an indicator without target also needs name, measure and group",
        ),
    ),
    "unit_mismatch": Entry(
        ("{id} 的单位 {unit} 不能换算成 {expected}", "the unit {unit} of {id} does not convert to {expected}"),
        (
            "改正单位；同一事物的不同量词写在 unit_also",
            "correct it; other counters for the same thing go into unit_also",
        ),
    ),
    "actual_out_of_bounds": Entry(
        ("{id} 的值 {value}{unit} 不可能（{measure}）", "a value of {value} {unit} is impossible for {id} ({measure})"),
        (
            "比重在 0 至 100，位次从 1 起，数量不为负，年变化高于 -100%",
            "shares lie in 0 to 100, ranks from 1, counts from 0, yearly changes above -100 %",
        ),
    ),
    "year_far_from_plan": Entry(
        ("{id} 的年份 {year} 远离规划期 {start}–{end}", "the year {year} of {id} is far from the plan ({start}-{end})"),
        ("检查年份", "check the year"),
    ),
    "baseline_differs": Entry(
        (
            "{id} {year} 年公布值 {value}{unit} 与基期值 {baseline}{baseline_unit}（{baseline_place}）不同，"
            "以基期值为准",
            "{value} {unit} published for {id} in {year} differs from the baseline {baseline} {baseline_unit} "
            "({baseline_place}); the baseline is used",
        ),
        ("核对来源", "check the sources"),
    ),
}
