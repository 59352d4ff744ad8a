"""The words of a changed plan file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

EDIT: Catalogue = {
    "head": ("规划", "plan"),
    "nothing": ("（无）", "(none)"),
    "unchanged": ("已是 {value}", "is {value} already"),
    "to_do_one": ("1 处改动；加上 --apply 才写入", "1 change; it is written with --apply"),
    "to_do": ("{count} 处改动；加上 --apply 才写入", "{count} changes; they are written with --apply"),
    "done_one": ("已写入 1 处改动", "1 change written"),
    "done": ("已写入 {count} 处改动", "{count} changes written"),
    "none": ("没有可改动的，文件保持原样", "nothing to change, the files stay as they are"),
    "warnings": ("改动会带来：", "The change brings:"),
}
