"""The symbols of units: what each one measures, and how many base units it counts.

Chinese symbols take 万, 亿 and their like in front; English ones take thousand, million, billion, in any order. Both
are handled where symbols are parsed, so that only bare units stand here. Counters (家, 座, 条 …) need no entry: a
symbol that is not listed is a dimension of its own.
"""

from __future__ import annotations

from lixia_kpi.units.unit import Unit

# dimension, base units in one (numerator, denominator), symbols divided by a bar
_Row = tuple[str, int, int, str]

# A percentage, a difference of percentages and a bare ratio are three different things.
_RATIOS: tuple[_Row, ...] = (
    ("percent", 1, 1, "%|percent|per cent|pct|百分比"),
    ("percent", 1, 10, "‰|per mille|permille|per thousand|千分比"),
    ("points", 1, 1, "百分点|个百分点|points|point|percentage points|percentage point|pp|ppt|p.p.|pps"),
    ("points", 1, 100, "基点|个基点|basis points|basis point"),
    ("ratio", 1, 1, "ratio|比值|系数|coefficient"),
)
_MONEY: tuple[_Row, ...] = (
    ("yuan", 1, 1, "元|人民币|人民币元|元人民币|yuan|rmb|cny|renminbi|yuan rmb|rmb yuan|yuan renminbi"),
    ("dollar", 1, 1, "美元|usd|us$|$|us dollars|us dollar|u.s. dollars|u.s. dollar|dollars|dollar"),
    ("euro", 1, 1, "欧元|eur|euro|euros|€"),
    ("yen", 1, 1, "日元|jpy|yen|japanese yen"),
    ("hong_kong_dollar", 1, 1, "港元|港币|hkd|hk$|hong kong dollars"),
    ("pound", 1, 1, "英镑|gbp|£|pounds sterling"),
)
_EXTENTS: tuple[_Row, ...] = (
    ("area", 1, 1, "平方米|平米|square metres|square metre|square meters|square meter|m2|sq m|sq. m|sqm"),
    ("area", 10**6, 1, "平方公里|平方千米|square kilometres|square kilometre|square kilometers|square kilometer"),
    ("area", 10**6, 1, "km2|sq km|sqkm"),
    ("area", 10**4, 1, "公顷|ha|hectares|hectare"),
    ("area", 2000, 3, "亩|mu"),
    ("volume", 1, 1, "立方米|cubic metres|cubic metre|cubic meters|cubic meter|m3"),
    ("volume", 1, 1000, "升|litres|litre|liters|liter"),
    ("length", 1, 1, "米|metres|metre|meters|meter|m"),
    ("length", 1000, 1, "公里|千米|kilometres|kilometre|kilometers|kilometer|km"),
    ("length", 1, 100, "厘米|cm"),
    ("length", 1, 1000, "毫米|mm"),
)
_MASSES: tuple[_Row, ...] = (
    ("mass", 1, 1, "吨|tonnes|tonne|tons|ton|metric tons|metric ton|t"),
    ("mass", 1, 1000, "公斤|千克|kilograms|kilogram|kg"),
    ("mass", 1, 2000, "斤"),
    ("mass", 1, 10**6, "克|grams|gram|g"),
    ("mass", 1, 10**9, "毫克|mg"),
    ("mass", 1, 10**12, "微克|ug|μg|micrograms"),
    ("standard_coal", 1, 1, "吨标准煤|吨标煤|tce|tonnes of standard coal|tons of standard coal"),
    ("standard_coal", 1, 1000, "千克标准煤|公斤标准煤|kgce"),
)
_ENERGIES: tuple[_Row, ...] = (
    ("energy", 1, 1, "千瓦时|度|kilowatt-hours|kilowatt hours|kwh"),
    ("energy", 1000, 1, "兆瓦时|megawatt-hours|megawatt hours|mwh"),
    ("energy", 10**6, 1, "吉瓦时|gwh"),
    ("energy", 10**9, 1, "twh"),
    ("power", 1, 1000, "瓦|watts|watt|w"),
    ("power", 1, 1, "千瓦|kilowatts|kilowatt|kw"),
    ("power", 1000, 1, "兆瓦|megawatts|megawatt|mw"),
    ("power", 10**6, 1, "吉瓦|gigawatts|gigawatt|gw"),
    ("apparent_power", 1, 1, "千伏安|kva"),
    ("apparent_power", 1000, 1, "兆伏安|mva"),
)
_TIMES: tuple[_Row, ...] = (
    ("year", 1, 1, "年|years|year"),
    ("month", 1, 1, "月|个月|months|month"),
    ("day", 1, 1, "天|日|days|day"),
    ("time", 1, 1, "秒|seconds|second"),
    ("time", 60, 1, "分钟|minutes|minute|min"),
    ("time", 3600, 1, "小时|个小时|hours|hour|h"),
    ("age", 1, 1, "岁|周岁|years of age"),
)
# Counters that have a name in both languages.
_COUNTERS: tuple[_Row, ...] = (
    ("person", 1, 1, "人|persons|person|people|inhabitants"),
    ("visit", 1, 1, "人次|person-times|person times|visits"),
    ("household", 1, 1, "户|households|household"),
    ("number", 1, 1, "|1|number"),
)


def _units(*groups: tuple[_Row, ...]) -> dict[str, Unit]:
    return {
        symbol: Unit(dimension, numerator, denominator)
        for group in groups
        for dimension, numerator, denominator, symbols in group
        for symbol in symbols.split("|")
    }


_MEASURES = _units(_RATIOS, _MONEY, _EXTENTS, _MASSES, _ENERGIES, _TIMES)

SYMBOLS: dict[str, Unit] = _MEASURES | _units(_COUNTERS)
MEASURED: frozenset[str] = frozenset(unit.dimension for unit in _MEASURES.values())

CHINESE_POWERS: tuple[tuple[str, int], ...] = (
    ("万亿", 10**12),
    ("千亿", 10**11),
    ("百亿", 10**10),
    ("十亿", 10**9),
    ("亿", 10**8),
    ("千万", 10**7),
    ("百万", 10**6),
    ("十万", 10**5),
    ("万", 10**4),
    ("千", 10**3),
    ("百", 10**2),
)
ENGLISH_POWERS: dict[str, int] = {
    "ten": 10,
    "hundred": 100,
    "thousand": 10**3,
    "thousands": 10**3,
    "million": 10**6,
    "millions": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "billions": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "trillions": 10**12,
    "tn": 10**12,
}
