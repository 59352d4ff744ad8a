"""From a symbol as printed to the unit it stands for."""

from __future__ import annotations

from functools import lru_cache

from lixia_kpi.units.symbols import CHINESE_POWERS, ENGLISH_POWERS, MEASURED, SYMBOLS
from lixia_kpi.units.unit import Unit, factor_between

_SMALLEST_POWER_OF_A_COUNTER = 10**4
_LONGEST_POWER = 13
_SIGNS = str.maketrans("", "", "£€")
"""Signs of currencies that stand in English units, too, without being ASCII."""


@lru_cache(maxsize=4096)
def parse(symbol: str) -> Unit:
    """Read a unit: a listed one, one with 万, 亿, million … in front, a ratio of two, or a counter of its own.

    Parameters
    ----------
    symbol
        the unit as printed; case and blanks of English ones do not count.

    Returns
    -------
    Unit
        dimension and exact scale; an unknown symbol is a dimension that equals only itself.

    Examples
    --------
    >>> parse("billion yuan")
    Unit(dimension='yuan', numerator=1000000000, denominator=1)
    >>> parse("万套")
    Unit(dimension='套', numerator=10000, denominator=1)
    """
    text = _normal(symbol)
    if unit := SYMBOLS.get(text):
        return unit
    for divider in ("/", " per "):
        above, found, below = text.partition(divider)
        if found and above.strip() and below.strip() and divider not in below:
            numerator, denominator = parse(above), parse(below)
            scale = factor_between(numerator, denominator)
            return Unit(f"{numerator.dimension}/{denominator.dimension}", *scale)
    return _english(text) if text.translate(_SIGNS).isascii() else _chinese(text)


def dimension(symbol: str) -> str:
    """Name what a unit measures.

    Parameters
    ----------
    symbol
        the unit as printed.

    Returns
    -------
    str
        `yuan`, `area`, `percent` …; the bare counter itself for counters.

    Examples
    --------
    >>> dimension("万平方米"), dimension("亿件")
    ('area', '件')
    """
    return parse(symbol).dimension


def is_counter(symbol: str) -> bool:
    """Tell whether a unit counts things (家, 座, 人 …) and does not measure money, area, mass, shares, time.

    Parameters
    ----------
    symbol
        the unit as printed.

    Returns
    -------
    bool
        True for counters; only these can be declared equal by `unit_also`.

    Examples
    --------
    >>> is_counter("座"), is_counter("万元")
    (True, False)
    """
    return MEASURED.isdisjoint(dimension(symbol).split("/"))


def _normal(symbol: str) -> str:
    text = " ".join(symbol.split()).casefold()
    if text.isascii() or text in SYMBOLS:
        return text
    if any(character in "²³" or "\u3300" <= character <= "\u33ff" or character >= "\uff00" for character in text):
        from unicodedata import normalize

        text = normalize("NFKC", text)
    return text.replace(" ", "") if any("\u2e80" <= c <= "\u9fff" for c in text) else text


def _chinese(text: str) -> Unit:
    for prefix, power in CHINESE_POWERS:
        rest = text.removeprefix(prefix)
        if rest == text:
            continue
        if rest == "" and power < _SMALLEST_POWER_OF_A_COUNTER:
            break
        if unit := SYMBOLS.get(rest):
            return unit._replace(numerator=unit.numerator * power)
        if power >= _SMALLEST_POWER_OF_A_COUNTER:
            return Unit(rest, power)
        break
    if text.startswith("人民币") and text != "人民币":
        unit = parse(text.removeprefix("人民币"))
        return unit if unit.dimension == "yuan" else Unit(text)
    return Unit(text)


def _english(text: str) -> Unit:
    """Take the powers out wherever they stand: `RMB 100 million`, `million yuan`, `10,000 persons`."""
    power = 1
    rest: list[str] = []
    for word in text.split():
        digits = word.replace(",", "")
        if word in ENGLISH_POWERS:
            power *= ENGLISH_POWERS[word]
        elif digits[:1] == "1" and 1 < len(digits) <= _LONGEST_POWER and not digits[1:].strip("0"):
            power *= int(digits)
        elif word != "of" or rest:
            rest.append(word)
    name = " ".join(rest)
    unit = SYMBOLS.get(name) or Unit(name)
    return unit._replace(numerator=unit.numerator * power)
