"""The words of the forms that departments fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

SHEETS: Catalogue = {
    "figures": ("填报", "Figures"),
    "notes": ("填报说明", "How to fill in"),
}

FACTS: Catalogue = {
    "title": ("{plan}：数据填报表", "{plan}: figures to report"),
    "asked": ("填报 {year} 年（{period}）", "figures of {year} ({period})"),
    "owner": ("填报单位：{owner}", "to be filled in by: {owner}"),
    "count": ("{count} 项指标", "indicators: {count}"),
    "fill": (
        "请填浅黄色的单元格；没有数据就留空，不填 0。说明见“填报说明”。",
        "Fill in the pale yellow cells; leave empty what you do not have (never 0). See the sheet How to fill in.",
    ),
    "page": ("第 &P 页，共 &N 页", "page &P of &N"),
    "by_owner_file": ("{file}（{count} 项指标）", "{file} (indicators: {count})"),
    "no_owner": ("未定责任部门", "without_owner"),
}

DEFINITION: Catalogue = {
    "place": ("第 {chapter} 章第 {section} 节", "chapter {chapter}, section {section}"),
    "chapter": ("第 {chapter} 章", "chapter {chapter}"),
    "heading": ("“{heading}”", "“{heading}”"),
    "target": ("目标：{year} 年 {value}（{form}）", "target {value} by {year} ({form})"),
    "unit": ("{unit} 即 {name}", "{unit} is {name}"),
    "yearly_change": ("填比上年的变化", "report the change on the year before"),
    "cumulative": ("填 {start} 年以来的累计数", "report the sum since {start}"),
    "flow": ("填当年数，不是累计数", "report the year's own figure, not the sum so far"),
    "basis": ("按{basis}", "at {basis}"),
    "break": ("{year} 年起口径有变，与以前不可比", "a break in {year}: does not compare with what came before"),
    "doubt": ("疑点：{doubt}", "open to question: {doubt}"),
}

INPUTS: Catalogue = {
    "value_title": ("本期数值", "Value"),
    "value": ("只填数字，单位为{unit}。{bounds}", "A number alone, in {unit}. {bounds}"),
    "whole_from": ("整数，不小于 {low}。", "Whole, {low} or more."),
    "between": ("{low} 至 {high} 之间。", "From {low} to {high}."),
    "from": ("不小于 {low}。", "{low} or more."),
    "any": ("不带千分位、百分号和文字。", "No grouping, percent sign or words."),
    "unit_title": ("单位", "Unit"),
    "unit": ("可从列表中选别的单位，会换算。", "Another unit of the list may be chosen; it is converted."),
    "year_title": ("年份", "Year"),
    "year": ("四位数字。所报不是这一年时才改。", "Four digits. Change it only to report another year."),
    "status_title": ("数据状态", "Status"),
    "status": (
        "{actual}、{preliminary}或{expected}；留空为{actual}。",
        "{actual}, {preliminary} or {expected}; empty means {actual}.",
    ),
    "published_title": ("发布日期", "Date of publication"),
    "published": (
        "公开发布的日期，如 2024-03-31；未发布则留空。",
        "When it was published, as 2024-03-31; empty if it was not.",
    ),
    "source_title": ("来源", "Source"),
    "source": ("网址或文件名。", "An address or the name of a document."),
    "note_title": ("备注", "Note"),
    "note": ("口径变化、修订原因等。", "Changes of definition, reasons for a revision …"),
    "refused": ("不能这样填", "This cannot be"),
}  # fmt: skip

NOTES: Catalogue = {
    "cells": (
        "填浅黄色的单元格；单位和年份可以改，其余单元格已锁定（没有密码）。不要插入、删除列或改表头。",
        "Fill in the pale yellow cells; unit and year may be changed, all others are locked (without a password). Do "
        "not insert or delete columns, or change the headings.",
    ),
    "value": (
        "本期数值：只填数字，不带单位、千分位、百分号和文字；没有数据就留空，不要填 0。",
        "Value: a number alone, without unit, grouping, percent sign or words; leave it empty where you have none, and "
        "never write 0 for it.",
    ),
    "unit": (
        "单位：已按规划填好；可从列表中改选，导入时换算。",
        "Unit: that of the plan; another one may be chosen from the list and is converted on import.",
    ),
    "year": (
        "年份和期间已填好；所报是别的年份时才改年份。半年、季度、月度数值只作为期中数，不会当作全年数。",
        "Year and period are filled in; change the year only to report another one. Figures of half-years, quarters "
        "and months are kept as such and never taken for a year.",
    ),
    "status": (
        "数据状态：{actual}为最终核定的数，{preliminary}为初步核算或快报，{expected}为尚未发生的预计；留空为{actual}。",
        "Status: {actual} is final, {preliminary} is a first estimate, {expected} is an expectation; empty means "
        "{actual}.",
    ),
    "published": (
        "发布日期：数据公开发布的日期，如 2024-03-31。同一年的数以后修订时，以前的数会保留。",
        "Published: the day on which the figure was published, as 2024-03-31. When a figure is revised later, the "
        "earlier one is kept.",
    ),
    "source": (
        "来源和备注：写明出处；口径有变、数值大起大落时说明原因。",
        "Source and note: where the figure is from; say why where its definition changed or it jumps.",
    ),
    "jump": (
        "上次数值是规划中已有的最近一个数，供核对；本期数值与它相差十倍以上时变为红色，请检查单位。",
        "The last value is the latest one at hand, to compare with; a value that differs from it tenfold turns red: "
        "check the unit.",
    ),
    "back": (
        "填好后保存为 xlsx、xls、ods 或 csv 交回。收表人用 kpi import 文件名 查看改动，加 --apply 写入。",
        "Save it as xlsx, xls, ods or csv and send it back. Whoever keeps the plan sees with kpi import FILE what "
        "would change, and writes it with --apply.",
    ),
}
