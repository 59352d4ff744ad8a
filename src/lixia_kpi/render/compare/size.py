"""How much a cell says, by the columns of the terminal: three sizes, never chosen by the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.messages.compare_text import (
    RULE_NAMES_MIDDLE,
    RULE_NAMES_SHORT,
    STATUSES_SHORT,
    STATUSES_SHORTEST,
)
from lixia_kpi.messages.statuses import STATUSES

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue, Lang


class Size(NamedTuple):
    """The words of a size: headings of the rules and words of the statuses; `with_target` gives the target a column."""

    name: str
    headings: Catalogue
    words: Catalogue
    with_target: bool
    between: str


NARROW = Size("narrow", RULE_NAMES_SHORT, STATUSES_SHORTEST, with_target=False, between="")
MIDDLE = Size("middle", RULE_NAMES_MIDDLE, STATUSES_SHORT, with_target=False, between=" ")
WIDE = Size("wide", RULE_NAMES_MIDDLE, STATUSES, with_target=True, between=" ")


def size_for(width: int | None, lang: Lang) -> Size:
    """Choose the size: under 112 columns, under 160 (Chinese 150), the rest; None (a pipe) is the widest."""
    if width is None:
        return WIDE
    if width < 112:
        return NARROW
    return MIDDLE if width < (150 if lang == "zh" else 160) else WIDE
