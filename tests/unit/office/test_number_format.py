import pytest

from lixia_kpi.office.cell_text import moment_cell, plain_text
from lixia_kpi.office.number_format import built_in, number_format


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("General", "number"),
        ("G/通用格式", "number"),
        ("0.00", "number"),
        ("#,##0.00;[Red]-#,##0.00", "number"),
        ("0.00E+00", "number"),
        ("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "number"),
        ("[$¥-804]#,##0.00", "number"),
        ('0.0"年"', "number"),
        ('"d"0', "number"),
        ("\\y0", "number"),
        ("0%", "percent"),
        ("0.00%;[Red]-0.00%", "percent"),
        ('0.0"%"', "number"),
        ("yyyy/m/d", "date"),
        ('yyyy"年"m"月"d"日";@', "date"),
        ("[$-804]yyyy年", "year"),
        ("yyyy", "year"),
        ('e"年";@', "year"),
        ("[DBNum1][$-804]m月", "date"),
        ("yyyy-mm-dd hh:mm", "date"),
        ("h:mm:ss", "time"),
        ("h:mm AM/PM", "time"),
        ("[h]:mm", "time"),
        ("@", "text"),
        ("", "number"),
    ],
)  # fmt: skip
def test_kinds(code, kind):
    assert number_format(code).kind == kind


@pytest.mark.parametrize(
    ("code", "unit"),
    [
        ('0.00"亿元"', "亿元"),
        ("#,##0万元", "万元"),
        ("0\\家", "家"),
        ('0"‰"', "‰"),
        ('General"座"', "座"),
        ('0.0 "m²"', "m²"),
        ('0.0_ ;-0.0"x"', ""),
        ('0.0"%"', ""),
        ('0,"千元"', ""),
        ('0!.0,"万"', ""),
        ('"约"0', ""),
        ("@", ""),
    ],
)
def test_words_behind_the_number(code, unit):
    assert number_format(code).unit_shown == unit


@pytest.mark.parametrize(
    ("number", "kind"), [(0, "number"), (9, "percent"), (14, "date"), (21, "time"), (49, "text"), (164, "number")]
)
def test_formats_known_by_number(number, kind):
    assert built_in(number).kind == kind


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "1899-12-31"), (1, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (44561.999999999, "2022-01-01"),
        (2958465, "9999-12-31"), (2958466, "2958466"), (-1, "-1"),
    ],
)  # fmt: skip
def test_days(days, text):
    assert moment_cell(float(days)).text == text


@pytest.mark.parametrize("value", [0.0, -0.0, 5e-324, 1e308, 1e15, 123456789012345678.0, -0.1, 1 / 3, 1e21])
def test_plain_text_reads_back_to_fifteen_digits(value):
    text = plain_text(value)
    assert float(text) == pytest.approx(value, rel=1e-14)
    assert "e" not in text
    assert text != "-0"
