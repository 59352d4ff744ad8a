"""The name of a row to the id of an indicator: exactly, by alias; what is only alike is offered and never applied."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from lixia_kpi.intake.headers import folded
from lixia_kpi.intake.unit_text import is_unit, trailing_brackets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.plan.model import Plan

_ORDER = re.compile(
    r"^\s*(?:其中[:：]?|[#＃★☆▲△●○◆■※*＊]+|[（(]?[一二三四五六七八九十]{1,3}[、.．)）]|[（(]?\d{1,3}(?:[、.．)）](?!\d)|\s+(?=\D))|"
    r"[①-⑳])\s*"
)
_FOOTNOTE = re.compile(r"[①-⑳*＊†‡※¹²³⁴-⁹]+$|[\[［]\d{1,2}[\]］]$")
_QUOTES = str.maketrans(dict.fromkeys("“”\"‘’'「」『』《》:、,;·") | {"-": "-", "—": "-", "–": "-"})
_ALIKE = 0.6
_MOST_OFFERS = 3
_SHORTEST_WITHIN = 3
_MOST_COMPARED = 200_000


class Found(NamedTuple):
    """What a name was matched to: no id, one, or several that share the name; and the unit in its brackets."""

    ids: tuple[str, ...]
    unit: str | None = None
    left_out: bool = False


class Names:
    """The names of a plan's indicators: ids, names in both languages, aliases, and what the user has matched."""

    def __init__(self, plan: Plan, matches: Mapping[str, str | None] | None = None) -> None:
        self._ids: dict[str, tuple[str, ...]] = {}
        self._said = {name_key(text): id_ for text, id_ in (matches or {}).items()}
        self._cache: dict[str, Found] = {}
        self._offers: dict[str, tuple[str, ...]] = {}
        self._compared = 0
        known = [(i.id, i.name, i.aliases) for i in plan.indicators]
        listed = {id_ for id_, _, _ in known}
        known += [(b.id, b.name, ()) for b in plan.baselines if b.name is not None and b.id not in listed]
        self.ids = frozenset(id_ for id_, _, _ in known)
        for id_, *_ in known:
            self._add(id_, id_)
        for id_, name, _ in known:
            self._add(name.zh, id_)
            self._add(name.en, id_)
        exact = frozenset(self._ids)
        for id_, _, aliases in known:
            for alias in aliases:
                if name_key(alias) not in exact:
                    self._add(alias, id_)

    def find(self, text: str) -> Found:
        """Match a name as it stands in a cell.

        Without its order mark (`1.`, `（一）`, `其中：`), footnote marks and a unit in brackets, the text must be an
        id, a name or an alias, whatever its width, case and blanks.
        """
        found = self._cache.get(text)
        if found is None:
            found = self._cache[text] = self._find(text)
        return found

    def by_id(self, text: str) -> str | None:
        """Give the id that a cell of a column of ids is; None for a code of the department's own."""
        plain = text.strip().casefold()
        return plain if plain in self.ids else None

    def offers(self, text: str) -> tuple[str, ...]:
        """Give the ids whose names are alike, the nearest first; none where there are too many names to compare."""
        key = name_key(_bare(text)[0])
        if key not in self._offers:
            self._offers[key] = self._alike(key)
        return self._offers[key]

    def _find(self, text: str) -> Found:
        bare, unit = _bare(text)
        for key in dict.fromkeys((name_key(text), name_key(bare))):
            if key in self._said:
                id_ = self._said[key]
                return Found((), unit, left_out=True) if id_ is None else Found((id_,), unit)
        for key in dict.fromkeys((name_key(text), name_key(_unmarked(text)), name_key(bare))):
            if key in self._ids:
                return Found(self._ids[key], unit)
        base, inside = trailing_brackets(bare)
        ids = self._ids.get(name_key(base), ())
        if inside and ids and all(self._is_short_name(word, ids) for word in inside):
            return Found(ids, unit)
        return Found((), unit)

    def _is_short_name(self, word: str, ids: tuple[str, ...]) -> bool:
        """Tell whether a word in brackets is another name of the same, as GDP in 地区生产总值（GDP）."""
        known = self._ids.get(name_key(word))
        return known == ids if known else word.isascii() and word.isalpha() and word.isupper()

    def _add(self, name: str, id_: str) -> None:
        key = name_key(name)
        if key and id_ not in self._ids.get(key, ()):
            self._ids[key] = (*self._ids.get(key, ()), id_)

    def _alike(self, key: str) -> tuple[str, ...]:
        if not key or self._compared > _MOST_COMPARED:
            return ()
        self._compared += len(self._ids)
        scored: dict[str, float] = {}
        matcher = SequenceMatcher(b=key, autojunk=False)
        for name, ids in self._ids.items():
            matcher.set_seq1(name)
            within = min(len(name), len(key)) >= _SHORTEST_WITHIN and (name in key or key in name)
            alike = within or (matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE)
            if alike and (within or matcher.ratio() >= _ALIKE):
                score = max(matcher.ratio(), _ALIKE)
                scored |= {id_: max(score, scored.get(id_, 0.0)) for id_ in ids}
        return tuple(sorted(scored, key=lambda id_: -scored[id_])[:_MOST_OFFERS])


def name_key(text: str) -> str:
    """Write a name so that names which differ in width, case, blanks, quotes or dashes only become the same.

    >>> name_key("R＆D 经费（支出）") == name_key("r&d经费(支出)")
    True
    """
    return folded(text).translate(_QUOTES)


def _unmarked(text: str) -> str:
    """Take the order mark and footnote marks off a name."""
    return _FOOTNOTE.sub("", _ORDER.sub("", text.strip(), count=1)).strip() or text


def _bare(text: str) -> tuple[str, str | None]:
    """Give a name without marks and without the unit in brackets or behind a slash, and that unit."""
    bare = _unmarked(text)
    base, inside = trailing_brackets(bare)
    if inside and is_unit(inside[-1]):
        return bare[: bare.rindex(inside[-1]) - 1].strip() if len(inside) > 1 else base, inside[-1]
    for divider in (":", "：", "/", ",", "，", "、"):
        name, found, unit = bare.rpartition(divider)
        if found and name and is_unit(unit):
            return name.strip(), unit.strip()
    return bare, None
