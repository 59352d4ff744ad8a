"""One messy file: how its bytes are made, and what is to be read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

from openpyxl.utils import get_column_letter

YEARS = (2021, 2022, 2023)


class Series(NamedTuple):
    """A made-up series of an indicator of the shipped plan, in the indicator's own unit."""

    id: str
    name: str
    unit: str
    values: tuple[float, ...]


GDP = Series("gdp", "地区生产总值", "亿元", (1111.1, 1222.2, 1333.3))
VISITORS = Series("tourist_arrivals", "国内外游客接待总人数", "万人次", (2345, 2456, 2567))
FIRMS = Series("high_tech_firms", "高新技术企业", "家", (611, 722, 833))
FINANCE = Series("finance_va_share_of_city", "金融业增加值占全市比重", "%", (31.1, 32.2, 33.3))
HEADQUARTERS = Series("headquarters_firms", "总部型企业", "家", (111, 122, 133))
COAL = Series("coal_consumption_growth", "煤炭消费增速", "%", (-3.3, -2.2, -1.1))
BASE = (GDP, VISITORS, FIRMS, FINANCE)


class Figure(NamedTuple):
    """A figure that is to be read, or a cell that is to be refused."""

    sheet: str
    cell: str
    id: str
    year: int
    value: float | None
    unit: str
    period: str = "full-year"
    refused: str = ""


class Case(NamedTuple):
    """A file of the corpus."""

    file: str
    make: Callable[[], bytes]
    figures: Sequence[Figure] = ()
    refused: str = ""


def wide(sheet: str, first: str, series: Sequence[Series] = BASE, *, years: Sequence[int] = YEARS) -> list[Figure]:
    """Give the figures of a block, a row a series and a column a year, from its first cell on."""
    column, row = ord(first[0]) - 64, int(first[1:])
    return [
        Figure(sheet, f"{get_column_letter(column + j)}{row + i}", one.id, year, one.values[j], one.unit)
        for i, one in enumerate(series)
        for j, year in enumerate(years)
    ]


def rows_of(series: Sequence[Series] = BASE) -> list[list[object]]:
    """Lay series out as rows: name, unit, values."""
    return [[one.name, one.unit, *one.values] for one in series]


HEADER: list[object] = ["指标", "单位", "2021年", "2022年", "2023年"]
