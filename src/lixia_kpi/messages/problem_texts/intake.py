"""What is to be said of a cell, a column or a sheet that `kpi import` reads."""

from lixia_kpi.messages.problem_texts.entry import Entries, Entry

_SAY_WHICH = (
    '是的话用 --match "{found}={first}"，或写进指标的 aliases；不要的写 --match "{found}="',
    'if so, --match "{found}={first}", or put it into the indicator\'s aliases; leave it out with --match "{found}="',
)
_YEAR = (
    "在年份列、列标题或表的标题里写明年份，如 2023年",
    "give the year in a column of years, in the header of the column or in the title, as 2023",
)
_DATE = (
    "在发布日期列写明，或用 --published 2024-03-31",
    "give it in a column Published or with --published 2024-03-31",
)
_PLAIN = ("只写数字；没有数值的留空", "write the number alone; leave the cell empty where there is none")
_LOOK = ("核对原表", "check the source")

NAMES: Entries = {
    "unknown_name": Entry(("规划里没有指标“{found}”", "the plan has no indicator {found}"), _SAY_WHICH),
    "ambiguous_name": Entry(
        ("“{found}”可以是几个指标：{ids}", "{found} names several indicators: {ids}"),
        ("在编号列写明代码，或用 --match {found}=代码", "give the id in a column of ids, or use --match {found}=ID"),
    ),
    "id_and_name_differ": Entry(
        ("编号是 {given}，名称“{found}”却是 {ids}", "the id is {given}, but the name {found} is that of {ids}"),
        ("改正其中一个；排序时各列要一起移动", "correct one of them; columns must be sorted together"),
    ),
    "row_without_name": Entry(
        ("这一行有数值，却没有指标名称", "the row has figures and no name"),
        ("写上名称，与上一行相同的写“同上”", "write the name, or ditto for that of the row above"),
    ),
    "name_from_above": Entry(
        ("这一行没有名称，按上一行的“{found}”读取", "the row has no name and is read as {found}, as the row above"),
        _LOOK,
    ),
    "no_table": Entry(
        ("没有找到数值表", "no table of figures was found"),
        (
            "表头要有指标（或编号）和年份、数值等列；kpi template 给出可填写的样式",
            "a header needs a column Indicator (or ID) and columns of years or values; kpi template writes one",
        ),
    ),
    "sheet_without_table": Entry(
        ("工作表 {sheet} 里没有数值表", "the sheet {sheet} has no table of figures"), ("不必处理", "nothing to do")
    ),
    "hidden_sheet_not_read": Entry(
        ("工作表 {sheet} 是隐藏的，没有读取", "the sheet {sheet} is hidden and was not read"),
        ("要读取的话用 --sheet {sheet}", "read it with --sheet {sheet}"),
    ),
    "hidden_cell": Entry(
        ("这个单元格在隐藏的行或列里", "the cell stands in a hidden row or column"),
        ("确认要用", "make sure it is meant"),
    ),
    "column_not_read": Entry(
        ("不认识的列“{column}”里有数值，没有读取", "the column {column} has figures and is not understood"),
        (
            "列标题写成年份、指标名称、数值、单位等",
            "head it with a year, the name of an indicator, Value, Unit …",
        ),
    ),
}

MOMENTS: Entries = {
    "no_year": Entry(("看不出是哪一年的数值", "nothing says of which year the figure is"), _YEAR),
    "row_without_year": Entry(
        ("“{found}”不是年份，这一行没有读取", "{found} is no year, and the row is not read"),
        ("不必处理", "nothing to do"),
    ),
    "year_unclear": Entry(("不是年份：{found}", "not a year: {found}"), _YEAR),
    "years_differ": Entry(
        ("这一行是 {found} 年，这一列是 {year} 年", "the row is of {found}, the column of {year}"),
        ("改正其中一个", "correct one of them"),
    ),
    "year_from_title": Entry(
        ("年份 {year} 取自标题“{found}”", "the year {year} is that of the title: {found}"),
        ("核对年份", "check the year"),
    ),
    "figures_of_a_plan": Entry(
        ("标题“{found}”说这是计划数，不是实际值", "by its title these are planned figures, not actuals: {found}"),
        ("在列标题里写明是实际值", "head the column with its year if these are actuals"),
    ),
    "published_before_end": Entry(
        (
            "{published} 公布时 {year} 年还没有结束",
            "published on {published}, before {year} was over",
        ),
        (
            "核对年份和日期；预计数用 --status expected，不足全年的写明期间",
            "check year and date; expected figures take --status expected, part of a year its period",
        ),
    ),
    "year_after_plan": Entry(
        ("{year} 年在规划期（至 {end}）之后", "{year} is after the plan, which ends in {end}"),
        ("核对年份", "check the year"),
    ),
}

CELLS: Entries = {
    "growth_only": Entry(
        ("这一行只有增速，规划观测的是数值", "the row has growth alone, and the plan observes the figure itself"),
        ("不必处理", "nothing to do"),
    ),
    "ditto_value": Entry(
        ("数值写着“同上”：{found}", "the figure says ditto: {found}"), ("写上数值", "write the figure")
    ),
    "bracketed_number": Entry(
        ("括号里的数 {found} 读作负数", "the number in brackets is read as negative: {found}"),
        ("核对；不是负数就去掉括号", "check it; without brackets it is positive"),
    ),
    "two_numbers": Entry(
        ("一个单元格里有两个数：{found}", "two figures in one cell: {found}"), ("只留一个", "keep one")
    ),
    "cell_with_error": Entry(
        ("公式出错：{found}", "the formula has failed: {found}"),
        ("改正公式后再保存", "mend the formula and save again"),
    ),
    "cell_without_value": Entry(
        ("公式没有保存结果", "the formula has no stored value"),
        ("用表格软件打开并保存一次", "open the workbook in a spreadsheet program and save it once"),
    ),
    "not_a_figure": Entry(("不是数值：{found}", "not a figure: {found}"), _PLAIN),
    "figure_with_comparator": Entry(
        ("带有比较词，不是确切的数值：{found}", "a bound or an approximation, not a figure: {found}"),
        ("写确切的数值，比较词写在备注", "write the exact figure and the wording into the note"),
    ),
    "figure_is_a_range": Entry(("是区间，不是数值：{found}", "a range, not a figure: {found}"), _PLAIN),
    "figure_with_comma": Entry(
        ("逗号可以是小数点，也可以是分隔：{found}", "the comma can be a decimal or a grouping one: {found}"),
        ("用小数点", "write a decimal point"),
    ),
    "power_twice": Entry(
        (
            "单元格里的“{found}”与单位 {unit} 里的是否重复，看不出来",
            "{found} in the cell and the unit {unit} can mean it once or twice",
        ),
        ("单元格里写完整的单位，或只写数字", "write the whole unit in the cell, or the number alone"),
    ),
    "unit_from_plan": Entry(
        ("表里没有单位，按规划的单位 {unit} 读取", "no unit in the table: read in the plan's, {unit}"),
        ("核对，或在表里写明单位", "check it, or give the unit in the table"),
    ),
    "footnote_unexplained": Entry(
        ("注号 {found} 在表下没有说明", "the footnote mark {found} is not explained below the table"), _LOOK
    ),
}

REVISIONS: Entries = {
    "two_values": Entry(
        (
            "{id} {year} 年在这里是 {value}，在 {other_place} 是 {other_value}",
            "{id} is {value} for {year} here and {other_value} in {other_place}",
        ),
        ("只留正确的一个", "keep the one that is right"),
    ),
    "revision_without_date": Entry(
        (
            "现有 {old}，这里是 {new}：修订要有公布日期，原来的数值才查得到",
            "now {old}, here {new}: a revision needs its date of publication, so that the earlier figure is found",
        ),
        _DATE,
    ),
    "same_date_differs": Entry(
        (
            "同一天（{published}）公布的已有 {old}，这里是 {new}",
            "{old} was published on the same day ({published}), here it is {new}",
        ),
        ("核对数值；更正用更正的日期", "check the figure; a correction takes the day of the correction"),
    ),
    "status_confirmed": Entry(
        ("数值不变，由 {old} 变为 {new}", "the same figure, {new} instead of {old}"), ("不必处理", "nothing to do")
    ),
    "since_revised": Entry(
        ("这个数值已知，后来修订为 {new}", "the figure is known and has since been revised to {new}"),
        ("不必处理", "nothing to do"),
    ),
    "not_the_latest": Entry(
        ("比现有的 {old} 早公布，或次于它；记入但不采用", "older than {old} or of lesser standing: kept, not used"),
        _LOOK,
    ),
    "encoding_too_small": Entry(
        (
            "新的行里有少见的字符，文件会不再认得出是 {encoding}",
            "rare characters in the new rows would make the file unrecognisable as {encoding}",
        ),
        ("先把 actuals.csv 另存为 UTF-8", "save actuals.csv as UTF-8 first"),
    ),
    "wide_actuals": Entry(
        (
            "actuals.csv 是宽表，每年一列，写不下修订和公布日期",
            "actuals.csv has a column for each year, with no room for revisions and their dates",
        ),
        (
            "把它改名，再用 kpi import 导入，就成为长表",
            "rename it and take it in with kpi import: that makes it tidy",
        ),
    ),
}

DOUBTS: Entries = {
    "magnitude_slip": Entry(
        (
            "{value} {unit} 与相邻数值 {neighbour} 相差 {ratio} 倍，像是差了 {factor} 倍，应为 {suggestion}",
            "{value} {unit} is {ratio} times off its neighbour {neighbour}; by a factor of {factor}: {suggestion}",
        ),
        ("核对单位（万、亿、%）", "check the unit (万, 亿, %, thousand, million)"),
    ),
    "magnitude_jump": Entry(
        (
            "{value} {unit} 与相邻数值 {neighbour} 相差 {ratio} 倍",
            "{value} {unit} is {ratio} times off its neighbour {neighbour}",
        ),
        ("核对数值和单位", "check figure and unit"),
    ),
    "running_total_falls": Entry(
        (
            "累计数 {value} 与 {year} 年的 {other_value} 不相容：累计数不会减少",
            "the running total {value} does not go with {other_value} in {year}: such totals do not fall",
        ),
        ("核对是累计数还是当年数", "check whether it is the total or the year's own"),
    ),
    "printed_growth_differs": Entry(
        (
            "所印增速 {growth}{unit}，按两年数值算是 {implied}{unit}",
            "the printed growth is {growth} {unit}, the figures give {implied} {unit}",
        ),
        ("核对两年的数值、口径和价格", "check both figures, their scope and prices"),
    ),
    "printed_growth_other_prices": Entry(
        (
            "所印增速 {growth}{unit}，按现价数值算是 {implied}{unit}；增速通常按不变价",
            "the printed growth is {growth} {unit}, figures at current prices give {implied} {unit}; "
            "growth is usually at constant prices",
        ),
        ("不必处理", "nothing to do"),
    ),
    "same_as_year_before": Entry(
        ("与 {year} 年的数值完全相同：{value}", "exactly the figure of {year}: {value}"),
        ("核对是否漏改", "check that it was filled in anew"),
    ),
}

INTAKE: Entries = {**NAMES, **MOMENTS, **CELLS, **REVISIONS, **DOUBTS}
