"""Faults of other people's workbooks and delimited files."""

from lixia_kpi.messages.problem_texts.entry import Entries, Entry

_FEWER = ("只留要用的部分，另存为新文件", "keep what is needed and save it as a new file")
_SAVE_AGAIN = (
    "用 Excel、WPS 或 LibreOffice 打开，另存为 .xlsx",
    "open it in Excel, WPS or LibreOffice and save it as .xlsx",
)
_MADE_BY_OFFICE = (
    "表格软件不会这样写文件；请用 Excel、WPS 或 LibreOffice 打开确认，再另存为 .xlsx",
    "no spreadsheet program writes this; open it in Excel, WPS or LibreOffice to make sure, and save it as .xlsx",
)

OFFICE: Entries = {
    "empty_file": Entry(("文件是空的", "the file is empty"), ("检查是否已保存", "check that it was saved")),
    "damaged_workbook": Entry(
        ("工作簿已损坏或不完整，{part} 不能读取", "the workbook is damaged or incomplete: {part} cannot be read"),
        ("重新获取文件；或" + _SAVE_AGAIN[0], "get the file again, or " + _SAVE_AGAIN[1]),
    ),
    "encrypted_workbook": Entry(
        ("工作簿有密码，不能读取", "the workbook is protected by a password and cannot be read"),
        ("在表格软件中取消打开密码后再保存", "remove the password for opening it and save it again"),
    ),
    "excel_binary": Entry(("这是 .xlsb 二进制工作簿，不能读取", "this is a binary workbook (.xlsb)"), _SAVE_AGAIN),
    "excel_before_95": Entry(
        ("这是 Excel 95 之前的工作簿，不能读取", "this is a workbook from before Excel 95"), _SAVE_AGAIN
    ),
    "not_a_workbook": Entry(
        ("这不是工作簿，也不是分隔文本（{kind}）", "this is neither a workbook nor delimited text ({kind})"),
        ("给出 .xlsx、.xls、.ods 或 .csv 文件", "give an .xlsx, .xls, .ods or .csv file"),
    ),
    "html_without_table": Entry(
        ("这是网页而不是工作簿，其中没有表格", "this is a web page, not a workbook, and it has no table"), _SAVE_AGAIN
    ),
    "no_worksheet": Entry(
        ("工作簿里没有工作表", "the workbook has no worksheet"),
        ("图表所用的数据也要保存在工作表里", "the figures of a chart must be in a worksheet too"),
    ),
    "error_cell": Entry(
        (
            "工作表 {sheet} 有 {count} 个错误值：{cells}（{text}）",
            "sheet {sheet} has {count} error values: {cells} ({text})",
        ),
        ("改正公式后再保存", "mend the formulas and save it again"),
    ),
    "formula_without_value": Entry(
        (
            "工作表 {sheet} 有 {count} 个公式没有保存结果：{cells}",
            "sheet {sheet} has {count} formulas without a stored value: {cells}",
        ),
        (
            "用 Excel、WPS 或 LibreOffice 打开并保存一次，或填入数值",
            "open it in Excel, WPS or LibreOffice and save it once, or write the values",
        ),
    ),
    "too_many_sheets": Entry(("工作表超过 {limit} 个", "more than {limit} sheets"), _FEWER),
    "too_many_sheet_rows": Entry(
        (
            "内容到 {cell}，超过 {limit} 行",
            "the content reaches to {cell}, beyond {limit} rows",
        ),
        ("清除该处多余的内容，或拆分文件", "clear what stands there by mistake, or split the file"),
    ),
    "too_many_sheet_columns": Entry(
        (
            "内容到 {cell}，超过 {limit} 列",
            "the content reaches to {cell}, beyond {limit} columns",
        ),
        ("清除该处多余的内容，或拆分文件", "clear what stands there by mistake, or split the file"),
    ),
    "too_many_cells": Entry(
        (
            "单元格过多：到 {cell} 已超过 {limit} 个",
            "too many cells: more than {limit} up to {cell}",
        ),
        ("清除多余的内容，或拆分文件", "clear what is not needed, or split the file"),
    ),
    "too_many_merged": Entry(
        ("工作表 {sheet} 的合并区域超过 {limit} 处", "sheet {sheet} has more than {limit} merged ranges"), _FEWER
    ),
    "too_much_text": Entry(("文字过多，超过 {limit} 的上限", "too much text: beyond the limit of {limit}"), _FEWER),
    "text_too_long": Entry(
        ("{part} 有超过 {limit} 个字符的单元格", "{part} has a cell of more than {limit} characters"), _FEWER
    ),
    "too_many_members": Entry(
        ("压缩包内文件超过 {limit} 个", "more than {limit} files within the archive"), _MADE_BY_OFFICE
    ),
    "compression_bomb": Entry(
        (
            "{part} 解压后有 {bytes} 字节，超过压缩大小的 {limit} 倍，没有解压",
            "{part} would unpack to {bytes} bytes, over {limit} times its packed size, and was not unpacked",
        ),
        _MADE_BY_OFFICE,
    ),
    "unpacked_too_large": Entry(
        ("解压后超过 {limit} 字节（{part}）", "more than {limit} bytes when unpacked ({part})"), _FEWER
    ),
    "xml_document_type": Entry(
        (
            "{part} 含有文档类型声明（DOCTYPE），其中可藏实体，没有读取",
            "{part} declares a document type, which can hide entities",
        ),
        _MADE_BY_OFFICE,
    ),
    "xml_too_deep": Entry(
        ("{part} 的标记嵌套超过 {limit} 层", "the elements of {part} are nested more than {limit} deep"),
        _MADE_BY_OFFICE,
    ),
    "xml_too_large": Entry(
        ("{part} 的标记超过上限 {limit}", "the markup of {part} is beyond the limit of {limit}"), _MADE_BY_OFFICE
    ),
}
