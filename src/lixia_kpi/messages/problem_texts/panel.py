"""Faults of a file of many series."""

from lixia_kpi.messages.problem_texts.entry import Entries, Entry

PANEL: Entries = {
    "bad_gzip": Entry(
        ("gzip 压缩文件损坏或不完整", "the gzipped file is damaged or cut short"),
        ("重新压缩，或直接给未压缩的 CSV", "compress it again, or give the plain CSV"),
    ),
    "panel_columns_missing": Entry(
        ("缺少列：{columns}", "columns are missing: {columns}"),
        (
            "首行写 id,year,value（也可写 dataset,series_id），另可有 measure、kind、unit",
            "begin with the line id,year,value (or dataset,series_id,year,value); measure, kind, unit may follow",
        ),
    ),
    "panel_bad_year": Entry(
        ("不是年份：{found}", "not a year: {found}"), ("写一至四位数字", "write one to four digits")
    ),
    "panel_unknown_suffix": Entry(
        ("看不出文件的格式", "the name does not say what format the file has"),
        ("用 .csv、.tsv（可加 .gz）或 .parquet", "name it .csv, .tsv (also with .gz) or .parquet"),
    ),
    "panel_empty_folder": Entry(
        ("文件夹里没有 CSV、TSV 或 Parquet 文件", "the folder holds no CSV, TSV or Parquet file"),
        ("检查文件夹", "check the folder"),
    ),
    "panel_not_text": Entry(
        ("文件既不是 UTF-8 也不是 GB18030 编码", "the file is neither UTF-8 nor GB18030"),
        ("另存为 UTF-8", "save it as UTF-8"),
    ),
    "panel_not_readable": Entry(
        ("文件不能读取：{fault}", "the file cannot be read: {fault}"),
        ("检查文件是否完整、格式是否与后缀一致", "see that it is whole and has the format that its suffix names"),
    ),
    "panel_wrong_statistics": Entry(
        (
            "行组 {number}（从 0 数起）的键超出文件自带统计的最小值、最大值",
            "row group {number}, counted from 0, holds other keys than the file's own statistics say",
        ),
        ("读入后重新写出此文件，例如用 pyarrow", "read the file and write it anew, for instance by pyarrow"),
    ),
    "panel_doubled_year": Entry(
        ("序列 {id} 的 {value} 年有两个不同的值", "the series {id} has two different values for {value}"),
        ("只留一个", "keep one"),
    ),
    "panel_unknown_measure": Entry(
        ("不认识的类别：{found}", "unknown measure: {found}"),
        ("改用列出的类别，或留空", "take one of these, or leave it empty"),
    ),
    "panel_outside_measure": Entry(
        ("{found} 超出类别 {measure} 的范围", "{found} lies outside the bounds of the measure {measure}"),
        (
            "比重在 0 至 100 之间，总量和数量不为负；否则写 index",
            "shares lie between 0 and 100, amounts and counts are not negative; otherwise write index",
        ),
    ),
}
