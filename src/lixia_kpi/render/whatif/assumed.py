"""What was assumed of a target, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.table_text import POINTS
from lixia_kpi.messages.whatif_text import ASSUMED

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.tables.table import Value


def in_words(assumption: Value, lang: Lang, minus: str) -> str:
    """Say the codes of an assumption, such as `growth=6%` and `shock:2024=-5%,recover=2`.

    >>> in_words(("value:2024=2600", "shock:2025=-5%,recover=2"), "en", "-")
    'assuming 2600 in 2024, shock of -5% in 2025, recovered in 2 years'
    """
    codes = assumption if isinstance(assumption, tuple) else ()
    said = [_one(code, lang, minus) for code in codes]
    return ("，" if lang == "zh" else ", ").join(said)


def _one(code: str, lang: Lang, minus: str) -> str:
    english = lang == "en"
    place, _, rest = code.partition("=")
    name, _, year = place.partition(":")
    figure, _, recover = rest.partition(",recover=")
    figure = figure.replace("-", minus)
    key = "target_year" if name == "target" and year else name
    details = {"year": year or figure, "figure": figure, "rate": _rate(figure, english=english)}
    text = ASSUMED[key][english].format(**details)
    between = ", " if english else "，"
    return text + (between + ASSUMED["recover"][english].format(years=recover) if recover else "")


def _rate(figure: str, *, english: bool) -> str:
    plain = figure.removesuffix("points")
    return plain + POINTS[english] if plain != figure else figure.removesuffix("/year")
