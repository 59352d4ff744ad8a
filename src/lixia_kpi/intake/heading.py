"""One cell of a header: the field, the year, the unit or the indicator that it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.actuals.fields import FIRST_YEAR, LAST_YEAR
from lixia_kpi.intake.headers import field_of
from lixia_kpi.intake.moment import Moment, read_moment
from lixia_kpi.intake.unit_text import is_unit, trailing_brackets

if TYPE_CHECKING:
    from lixia_kpi.intake.headers import Field
    from lixia_kpi.intake.names import Names

_NOTHING = Moment()
_CORNER = re.compile(r"[/\\|]")
_NAME_LIKE = ("指标", "指标名称", "指标项目")
_LONGEST = 80
_LONGEST_NAME = 10
"""Characters of a header such as 主要经济指标; what is longer is a title."""


class Heading(NamedTuple):
    """What a header cell says; `ids` are the indicators that it names, `corner` where it names rows and columns."""

    text: str
    field: Field | None = None
    moment: Moment = _NOTHING
    unit: str | None = None
    ids: tuple[str, ...] = ()
    corner: bool = False

    @property
    def is_understood(self) -> bool:
        """Whether all of it is understood, so that it can only be part of a header."""
        said = self.moment.year or self.moment.period or self.moment.kind or self.moment.status
        return bool(self.field or self.corner or ((said or self.unit) and not self.moment.rest))


class Headings:
    """Reads header cells, each text once."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._read: dict[str, Heading | None] = {}

    def read(self, text: str) -> Heading | None:
        """Read a cell; None for an empty one and for a number that is no year."""
        if text in self._read:
            return self._read[text]
        heading = self._read[text] = self._heading(text)
        return heading

    def _heading(self, text: str) -> Heading | None:
        plain = " ".join(text.split())
        if not plain or _is_number(plain):
            return None
        if len(plain) > _LONGEST:
            return Heading(plain, moment=Moment(rest=plain))
        base, inside = trailing_brackets(plain)
        unit = next((word for word in reversed(inside) if is_unit(word)), None)
        if field := field_of(plain.replace(" ", "")) or field_of(base):
            return Heading(plain, field, unit=unit)
        if is_unit(plain.strip("()（）")):
            return Heading(plain, unit=plain.strip("()（）"))
        if ids := self._names.find(plain).ids:
            return Heading(plain, ids=ids, unit=self._names.find(plain).unit)
        parts = [field_of(part) for part in _CORNER.split(plain)] if _CORNER.search(plain) else []
        if "name" in parts or ("year" in parts and len(parts) > 1):
            return Heading(plain, corner=True)
        bare = plain.replace(" ", "")
        if bare.endswith(_NAME_LIKE) and len(bare) <= _LONGEST_NAME and not any(map(str.isdigit, bare)):
            return Heading(plain, "name")
        others = " ".join(f"({word})" for word in inside if word != unit)
        moment = read_moment(f"{base} {others}")
        if moment.rest and unit is None and is_unit(moment.rest):
            unit, moment = moment.rest, moment._replace(rest="")
        ids = self._names.find(moment.rest).ids if moment.rest else ()
        return Heading(plain, None, moment._replace(rest="") if ids else moment, unit, ids)


def _is_number(text: str) -> bool:
    """Tell a number from a header; a year of four digits is a header."""
    if not text[0].isdigit() and text[0] not in "+-.−":
        return False
    if len(text) == 4 and text.isascii() and text.isdigit():
        return not FIRST_YEAR <= int(text) <= LAST_YEAR
    return not any(character.isalpha() or character in "/-~–—" for character in text[1:])
