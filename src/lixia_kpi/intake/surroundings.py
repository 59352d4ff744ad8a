"""What stands around a table and holds for all of it: title, unit line, date, source, footnotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from lixia_kpi.actuals.fields import Fault, parse_date
from lixia_kpi.intake.moment import Moment, moment_within
from lixia_kpi.intake.unit_text import units_of_line

if TYPE_CHECKING:
    from lixia_kpi.intake.layout import Layout
    from lixia_kpi.office.sheet import Sheet

_MOST_ABOVE = 8
_PUBLISHED = re.compile(
    r"(?:发布|公布|填报|报送|印发)(?:日期|时间)?\s*[:：]\s*(\S[^，,；;]*)|"
    r"(?:date published|published|release date)\s*:\s*(\S+)",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"^[(（]?(?:数据|资料)?来源\s*[:：]\s*(.+?)[)）]?$|^\(?(?:data )?source\s*:\s*(.+?)\)?$", re.IGNORECASE
)
_DAY = re.compile(r"日期|时间|\bdate\b|^\W*\d{4}[-/.年]\d{1,2}[-/.月]?(?:\d{1,2}日?)?\W*$", re.IGNORECASE)
"""A line that only says when a table was made."""
_BELOW = re.compile(
    r"^[(（]?\s*(?:附?注|说明|备注|(?:数据|资料)?来源|填报|填表|制表|审核|复核|负责|单位负责|统计负责|分管|联系|报送|报出|签字|盖章|打印|"
    r"领导|主管|经办|编制)[^:：]{0,12}[:：]|^\(?(?:notes?|sources?|prepared by|reviewed by|remarks?)\b[^:]{0,20}:",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(
    r"^(?:(?:附?注|说明|notes?)\s*[:：]?\s*)?([①-⑳*＊†‡§※¹²³⁴-⁹]+|[\[［〔(（]?\d{1,2}[\]］〕)）.、]|注\d{1,2})\s*[:：]?\s*(.+)$"
)
_NOTHING = Moment()


class Surroundings(NamedTuple):
    """What holds for a table; `moment` is that of its title, else of the name of its sheet."""

    moment: Moment = _NOTHING
    title: str = ""
    units: tuple[str, ...] = ()
    published: str | None = None
    source: str | None = None
    footnotes: tuple[tuple[str, str], ...] = ()


def is_note(text: str) -> bool:
    """Tell whether the first cell of a row makes it a line of notes or signatures below a table.

    >>> is_note("注：2023年为初步数"), is_note("填报人：张三"), is_note("地区生产总值")
    (True, True, False)
    """
    return _BELOW.match(text) is not None


def footnote_of(text: str) -> tuple[str, str] | None:
    """Read the line of a footnote: its mark, and what it says.

    >>> footnote_of("①初步核算数"), footnote_of("注：*为快报数"), footnote_of("地区生产总值")
    (('①', '初步核算数'), ('*', '为快报数'), None)
    """
    found = _FOOTNOTE.match(text.strip())
    return None if found is None else (mark_key(found[1]), found[2].strip())


def mark_key(mark: str) -> str:
    """Write a footnote mark without what stands around it: `[1]` and `1` are the same mark.

    >>> mark_key("[1]"), mark_key("注1"), mark_key("＊")
    ('1', '1', '*')
    """
    return normalize("NFKC", mark).strip("[]()〔〕.、注 ") if mark not in "①②③④⑤⑥⑦⑧⑨⑩" else mark


def surroundings_of(sheet: Sheet, layout: Layout) -> Surroundings:
    """Read what stands around a table.

    Parameters
    ----------
    sheet
        its cells.
    layout
        the table.

    Returns
    -------
    Surroundings
        of several titles that name a year, the one nearest to the table counts.
    """
    rows = range(layout.first - 1, max(layout.floor, layout.first - _MOST_ABOVE) - 1, -1)
    above = [text for row in rows for at in layout.span if (text := sheet.rows[row][at].text.strip())]
    below = [
        next((text for cell in row if (text := cell.text.strip())), "")
        for row in sheet.rows[layout.last + 1 : layout.end]
    ]
    titles = [(moment_within(text), text) for text in above if not _DAY.search(text)]
    titles.append((moment_within(sheet.name), sheet.name))
    moment, title = next(((m, text) for m, text in titles if m.year is not None), (_NOTHING, ""))
    notes = [text for text in below if is_note(text) or footnote_of(text)]
    return Surroundings(
        moment,
        title,
        next((units for text in above if (units := units_of_line(text))), ()),
        next((date for text in (*above, *notes) if (date := _date(text))), None),
        next((found[1] or found[2] for text in (*above, *notes) if (found := _SOURCE.match(text))), None),
        tuple(footnote for text in notes if (footnote := footnote_of(text))),
    )


def _date(text: str) -> str | None:
    found = _PUBLISHED.search(text)
    if found is None:
        return None
    date = parse_date(normalize("NFKC", found[1] or found[2]).strip().rstrip(")。"))
    return date.suggestion if isinstance(date, Fault) else date
