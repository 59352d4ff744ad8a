"""The words of an import: what figures taken in would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

PAGE: Catalogue = {
    "title": ("{plan}{bullet}导入", "{plan}{bullet}import"),
    "files": ("来自 {files}", "from {files}"),
    "counts": (
        "新增 {new}，修订 {revised}，不变 {unchanged}，拒绝 {refused}，未列入 {left_out}",
        "{new} new, {revised} revised, {unchanged} unchanged, {refused} refused, {left_out} left out",
    ),
    "not_written": ("没有写入；加 --apply 写入", "nothing is written; --apply writes"),
    "nothing_to_write": ("没有要写入的", "nothing to write"),
    "written": ("已写入 {file}：{count} 行", "rows written to {file}: {count}"),
    "held_back": (
        "有 {count} 处要先解决，没有写入；--partial 只写入其余的",
        "nothing is written, findings in the way: {count}; --partial writes the others",
    ),
    "would_be_held_back": (
        "有 {count} 处要先解决；--apply 只与 --partial 一起写入其余的",
        "findings in the way: {count}; --apply writes the others only with --partial",
    ),
    "undated": (
        "其中 {count} 个新增数值没有公布日期：以后 --vintage 总是计入；可用 --published 2024-03-31",
        "new figures without a date of publication: {count}; --vintage always counts them; give --published 2024-03-31",
    ),
}

SECTIONS: Catalogue = {
    "revised": ("修订（{count}）", "Revised ({count})"),
    "new": ("新增（{count}）", "New ({count})"),
    "unchanged": ("不变（{count}）", "Unchanged ({count})"),
    "refused": ("拒绝（{count}）", "Refused ({count})"),
    "left_out": (
        "未列入：规划里没有，或不是某年的数值（{count}）",
        "Left out: not in the plan, or of no year ({count})",
    ),
    "remarks": ("文件和列（{count}）", "Files and columns ({count})"),
    "shared": ("提示", "Notes"),
}

SEVERITY_WORDS: Catalogue = {
    "error": ("错误", "error"),
    "warning": ("存疑", "warning"),
    "note": ("提示", "note"),
}

SHARED: Catalogue = {
    "cells": ("{count} 个单元格：{cells}", "{count} cells: {cells}"),
    "one": ("{cells}", "{cells}"),
    "more": ("{cells} 等", "{cells} …"),
}

COLUMN_HEADINGS: Catalogue = {
    "indicator": ("指标", "Indicator"),
    "moment": ("年份", "Year"),
    "old": ("原值", "Before"),
    "new": ("数值", "Value"),
    "revision": ("修订", "Revision"),
    "standing": ("状态与日期", "Status, date"),
    "cell": ("单元格", "Cell"),
}
