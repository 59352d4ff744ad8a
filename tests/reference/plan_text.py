"""Figures and quantity words of the plan's text, clause by clause: numbers, words and headings, no sentences.

A chapter is `第N章`, a section `第N节`; a paragraph is named by its lead heading, which ends at its first full stop.
A figure is a number with the unit that follows it; its words are the quantity words of its own clause.
The index is committed, so that the proof of the data also works where the text itself is not at hand.
"""

from __future__ import annotations

import csv
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = REPOSITORY.parent / "shared"
PLAN_TEXT = SHARED / "plan" / "lixia_14fyp.txt"
INDEX = Path(__file__).with_name("plan_figures.csv")

LONGEST_HEADING = 24
_UNITS = [
    "亿美元",
    "亿元",
    "万美元",
    "万元",
    "万家",
    "万户",
    "万个",
    "万人次",
    "万人",
    "万平方米",
    "平方米",
    "公里",
    "兆瓦",
    "亩",
    "年",
    "个百分点",
    "%",
    "家",
    "座",
    "处",
    "条",
    "栋",
    "个",
    "人",
    "名",
    "所",
    "项",
    "套",
    "倍",
    "件",
    "大类",
]
_WORDS = {
    word: re.compile(pattern)
    for word, pattern in {
        **{
            word: word
            for word in [
                "突破",
                "超过",
                "达到",
                "以上",
                "以内",
                "不低于",
                "至少",
                "提高到",
                "提高",
                "过半",
                "零突破",
                "零增长",
                "全覆盖",
                "全部",
                "全面实现",
                "全面覆盖",
                "基本完成",
                "基本实现全覆盖",
                "全面完成",
                "前十",
                "每年",
                "每月",
                "五年",
                "两个",
            ]
        },
        "均": "(?<![人年平])均(?!衡)",
        "余": r"\d\s*万?余",
        "多": r"\d\s*多",
        "近": r"近\s*\d",
    }.items()
}
WITHOUT_NUMBER = frozenset(
    [
        "过半",
        "零突破",
        "零增长",
        "全覆盖",
        "全部",
        "全面实现",
        "全面覆盖",
        "基本完成",
        "基本实现全覆盖",
        "全面完成",
        "均",
        "前十",
        "五年",
        "两个",
    ]
)
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?\s*")
_UNIT = re.compile("|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True)))
_NUMERALS = {numeral: number for number, numeral in enumerate("一二三四五六七八九", 1)}


class Figure(NamedTuple):
    """A figure (empty where words alone carry the quantity) with the quantity words of its clause."""

    chapter: int
    section: int
    heading: str
    figure: str
    words: tuple[str, ...]


def figures_of_clause(clause: str) -> Iterator[str]:
    """Yield every number of a clause with its unit; 余 and 多 between number and unit are left out."""
    for match in _NUMBER.finditer(clause):
        rest = re.sub(r"^(万?)\s*[余多]\s*", r"\1", clause[match.end() : match.end() + 8])
        unit = _UNIT.match(rest)
        yield from (number + (unit[0] if unit else "") for number in match.groups() if number)
    if re.search("百亿(?:元|级规模)", clause):
        yield "100亿元"


def figures_of_plan(lines: Iterable[str]) -> Iterator[Figure]:
    """Yield the figures of every paragraph that stands in a section, in the order of the text."""
    chapter = section = 0
    for line in (raw.strip() for raw in lines):
        if line == "附件":
            return
        if found := re.match("第([一二三四五六七八九])章 ", line):
            chapter, section = _NUMERALS[found[1]], 0
        elif found := re.match("第([一二三四五六七八九])节 ", line):
            section = _NUMERALS[found[1]]
        elif section and "。" in line:
            heading = re.sub(r"^\([^)]*\)", "", line.split("。")[0]).strip()
            heading = heading if len(heading) <= LONGEST_HEADING else ""
            for clause in re.split("[,，。;；]", line):
                words = tuple(word for word, pattern in _WORDS.items() if pattern.search(clause))
                figures = tuple(figures_of_clause(clause))
                if not figures and not WITHOUT_NUMBER.isdisjoint(words):
                    figures = ("",)
                yield from (Figure(chapter, section, heading, figure, words) for figure in figures)


@cache
def read_index() -> tuple[Figure, ...]:
    """Read the committed index."""
    with INDEX.open(encoding="utf-8", newline="") as stream:
        return tuple(
            Figure(int(row["chapter"]), int(row["section"]), row["heading"], row["figure"], tuple(row["words"].split()))
            for row in csv.DictReader(stream)
        )


def index_text(figures: Iterable[Figure]) -> str:
    """Write the index as it is committed: CSV, one figure a line."""
    lines = ["chapter,section,heading,figure,words"]
    lines += [f"{f.chapter},{f.section},{f.heading},{f.figure},{' '.join(f.words)}" for f in figures]
    return "\n".join(lines) + "\n"


def sha256(path: Path) -> str:
    """Hex digest of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
