"""Symbols: dimension and scale of Chinese, English, prefixed and compound units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.assessment.plan_cases import CURRENCIES
from lixia_kpi.units.parse import dimension, is_counter, parse
from lixia_kpi.units.unit import Unit


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("元", Unit("yuan")),
        ("万元", Unit("yuan", 10**4)),
        ("百万元", Unit("yuan", 10**6)),
        ("亿元", Unit("yuan", 10**8)),
        ("万亿元", Unit("yuan", 10**12)),
        ("亿 元", Unit("yuan", 10**8)),
        ("人民币亿元", Unit("yuan", 10**8)),
        ("billion yuan", Unit("yuan", 10**9)),
        ("Trillion Yuan", Unit("yuan", 10**12)),
        ("RMB 100 million", Unit("yuan", 10**8)),
        ("10,000 yuan", Unit("yuan", 10**4)),
        ("CNY bn", Unit("yuan", 10**9)),
        ("万美元", Unit("dollar", 10**4)),
        ("US$ million", Unit("dollar", 10**6)),
        ("€ million", Unit("euro", 10**6)),
        ("million £ per person", Unit("pound/person", 10**6)),
        ("million ha", Unit("area", 10**10)),
        ("㎡", Unit("area")),
        ("km²", Unit("area", 10**6)),
        ("亩", Unit("area", 2000, 3)),
        ("万吨", Unit("mass", 10**4)),
        ("万千瓦", Unit("power", 10**4)),
        ("MW", Unit("power", 10**3)),
        ("亿千瓦时", Unit("energy", 10**8)),
        ("million persons", Unit("person", 10**6)),
        ("万人次", Unit("visit", 10**4)),
        ("％", Unit("percent")),
        ("‰", Unit("percent", 1, 10)),
        ("个百分点", Unit("points")),
        ("percentage points", Unit("points")),
        ("years", Unit("year")),
        ("万套", Unit("套", 10**4)),
        ("家", Unit("家")),
        ("千所", Unit("千所")),
        ("万", Unit("number", 10**4)),
        ("", Unit("number")),
        ("万元/人", Unit("yuan/person", 10**4)),
        ("微克/立方米", Unit("mass/volume", 1, 10**12)),
        ("yuan per person", Unit("yuan/person")),
        ("per mille", Unit("percent", 1, 10)),
        ("Unknown  Thing", Unit("unknown thing")),
        ("10 yuan", Unit("yuan", 10)),
        ("1 yuan", Unit("1 yuan")),
        ("1x yuan", Unit("1x yuan")),
        ("millions of yuan", Unit("yuan", 10**6)),
        ("1,000,000,000,000 yuan", Unit("yuan", 10**12)),
        ("10,000,000,000,000 yuan", Unit("10,000,000,000,000 yuan")),
        ("Ⅱ类 天", Unit("ⅱ类天")),
        ("x①", Unit("x①")),
        ("㌀", Unit("アパート")),
        ("㏿", Unit("gal")),
        ("⺀ ⺀", Unit("⺀⺀")),
        ("鿿 鿿", Unit("鿿鿿")),
    ],
)
def test_known_symbols(symbol, expected):
    assert parse(symbol) == expected


@pytest.mark.parametrize(
    "pair", [("元", "美元"), ("%", "百分点"), ("%", "ratio"), ("人", "人次"), ("家", "个"), ("年", "岁")]
)
def test_what_never_meets(pair):
    assert dimension(pair[0]) != dimension(pair[1])


@pytest.mark.parametrize(
    ("symbols", "currency"),
    [
        (("元", "万人民币", "RMB", "CNY million"), "yuan"),
        (("美元", "亿美元", "USD", "US$ million", "million dollars"), "dollar"),
        (("欧元", "€", "EUR bn", "million euros"), "euro"),
        (("日元", "亿日元", "JPY"), "yen"),
        (("港元", "万港币", "HKD", "HK$"), "hong_kong_dollar"),
        (("英镑", "万英镑", "GBP", "£ million", "million pounds sterling"), "pound"),
    ],
)
def test_money(symbols, currency):
    assert {dimension(symbol) for symbol in symbols} == {currency}
    assert currency in CURRENCIES
    assert not any(is_counter(symbol) for symbol in symbols)


def test_counters():
    assert is_counter("座")
    assert is_counter("万人")
    assert is_counter("人次")
    assert not is_counter("人/平方公里")
    assert not is_counter("百分点")


@given(st.text(max_size=20))
def test_any_symbol_is_a_unit(symbol):
    unit = parse(symbol)
    assert unit.numerator > 0
    assert unit.denominator > 0
    assert parse(symbol.upper().lower()).numerator > 0


def test_a_unit_alone_has_scale_one():
    assert Unit("家") == ("家", 1, 1)
    assert parse("家") == ("家", 1, 1)
