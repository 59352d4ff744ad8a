"""Tables as people lay them out: titles, merged and doubled headers, chapters, notes, years downwards."""

from __future__ import annotations

from datetime import date
from typing import Any

from tools.office_corpus.case import (
    BASE,
    COAL,
    FINANCE,
    FIRMS,
    GDP,
    HEADER,
    HEADQUARTERS,
    VISITORS,
    YEARS,
    Case,
    Figure,
    Series,
    rows_of,
    wide,
)
from tools.office_corpus.programs import converted, workbook

_UNITS_IN_NAMES = [[f"{one.name}（{one.unit}）", *one.values] for one in BASE]
_NOTES = [
    ["注：1.本表数据为年报数。"],
    ["    2.游客人数为2023年口径。"],
    ["填表人：张三", None, "审核人：李四", None, "填报日期：2024年3月5日"],
]


def _sheet(name: str = "Sheet1", *rows: list[Any]) -> dict[str, list[list[Any]]]:
    return {name: list(rows)}


def _merged(book: Any) -> None:
    sheet = book.active
    for area in ("A1:H1", "A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:H2"):
        sheet.merge_cells(area)


def _merged_headers() -> bytes:
    growth = (8.1, 10.0, 9.1)
    rows: list[list[Any]] = [
        ["主要指标完成情况", *[None] * 7],
        ["指标名称", "计量单位", "2021年", None, "2022年", None, "2023年", None],
        [None, None, "绝对值", "增长（%）", "绝对值", "增长（%）", "绝对值", "增长（%）"],
        [GDP.name, GDP.unit, *[x for pair in zip(GDP.values, growth, strict=True) for x in pair]],
        [FIRMS.name, FIRMS.unit, 611, None, 722, 18.2, 833, 15.4],
    ]
    return workbook({"主要指标": rows}, _merged)


def _in_every_second_column() -> list[Figure]:
    return [
        Figure("主要指标", f"{'CEG'[j]}{4 + i}", one.id, year, one.values[j], one.unit)
        for i, one in enumerate((GDP, FIRMS))
        for j, year in enumerate(YEARS)
    ]


def _hidden(book: Any) -> None:
    sheet = book.active
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["D"].hidden = True


def _year_dates(book: Any) -> None:
    for cell in book.active[1][2:]:
        cell.value = date(int(cell.value[:4]), 1, 1)
        cell.number_format = 'yyyy"年"'


def _dates_as_years() -> bytes:
    return workbook(_sheet("Sheet1", HEADER, *rows_of()), _year_dates)


def _years_down() -> Case:
    rows = [["年份", *[one.name for one in BASE]], [None, *[one.unit for one in BASE]]]
    rows += [[f"{year}年", *[one.values[i] for one in BASE]] for i, year in enumerate(YEARS)]
    figures = [
        Figure("Sheet1", f"{'BCDE'[i]}{3 + j}", one.id, year, one.values[j], one.unit)
        for i, one in enumerate(BASE)
        for j, year in enumerate(YEARS)
    ]
    return Case("years_down_indicators_across.xlsx", lambda: workbook(_sheet("Sheet1", *rows)), figures)


def _part_years() -> Case:
    rows = [
        ["指标", "单位", "2023年上半年", "2023年1-7月", "2023年前三季度", "2023年"],
        [GDP.name, GDP.unit, 600.6, 707.7, 909.9, 1333.3],
        [VISITORS.name, VISITORS.unit, 1234, 1456, None, 2567],
    ]
    periods = (("C", "H1", 600.6, 1234), ("D", "Jan-Jul", 707.7, 1456), ("E", "Q1-Q3", 909.9, None))
    figures = []
    for column, period, gdp, visitors in periods:
        figures.append(Figure("Sheet1", f"{column}2", "gdp", 2023, gdp, GDP.unit, period))
        if visitors is not None:
            figures.append(Figure("Sheet1", f"{column}3", VISITORS.id, 2023, visitors, VISITORS.unit, period))
    figures += [
        Figure("Sheet1", "F2", "gdp", 2023, 1333.3, "亿元"),
        Figure("Sheet1", "F3", VISITORS.id, 2023, 2567, "万人次"),
    ]
    return Case("part_years_in_header.xlsx", lambda: workbook(_sheet("Sheet1", *rows)), figures)


def _several_sheets() -> Case:
    def hide(book: Any) -> None:
        book["旧数据"].sheet_state = "hidden"

    sheets = {
        "说明": [["请各部门填写本部门的指标"], ["联系电话：0531-00000000"]],
        "统计局": [HEADER, *rows_of((GDP, FINANCE))],
        "文旅局": [["文旅局"], [], HEADER, *rows_of((VISITORS,))],
        "旧数据": [["指标", "单位", "2020年"], [FIRMS.name, "家", 500]],
    }
    figures = [*wide("统计局", "C2", (GDP, FINANCE)), *wide("文旅局", "C4", (VISITORS,))]
    figures.append(Figure("旧数据", "C2", FIRMS.id, 2020, 500, "家"))
    return Case("several_sheets_one_hidden.xlsx", lambda: workbook(sheets, hide), figures)


def _two_tables() -> Case:
    rows = [["表一 经济"], HEADER, *rows_of((GDP,)), [], ["表二 企业"], ["指标", "单位", "2022年", "2023年"]]
    rows.append([FIRMS.name, "家", 722, 833])
    figures = wide("Sheet1", "C3", (GDP,))
    figures += [Figure("Sheet1", "C7", FIRMS.id, 2022, 722, "家"), Figure("Sheet1", "D7", FIRMS.id, 2023, 833, "家")]
    return Case("two_tables_on_one_sheet.xlsx", lambda: workbook(_sheet("Sheet1", *rows)), figures)


def _duplicates() -> Case:
    rows = [HEADER, *rows_of((GDP, FIRMS, GDP)), [FIRMS.name, "家", 611, 722, 888]]
    figures = [*wide("Sheet1", "C2", (GDP,)), *wide("Sheet1", "C3", (FIRMS,))[:2]]
    refused = (("E3", 833), ("E5", 888))
    figures += [Figure("Sheet1", cell, FIRMS.id, 2023, value, "家", refused="two_values") for cell, value in refused]
    return Case("duplicate_rows.xlsx", lambda: workbook(_sheet("Sheet1", *rows)), figures)


_TITLE = [["历下区主要经济社会发展指标"], ["填报单位：统计局"], [None, None, None, None, "2024年3月"], []]
_TWO_LINES = [["序号", "指标", "计量", "完成情况", None, None], [None, "名称", "单位", "2021", "2022", "2023"]]
_NUMBERED = [[i, *row] for i, row in enumerate(rows_of(), 1)]
_DITTO = [
    [GDP.name, "亿元", *GDP.values],
    ["旅游消费总额", "同上", 55.5, 66.6, 77.7],
    ["文化创意产业规模", "〃", 88.8, 99.9, 111.1],
]
_DITTO_SERIES = (
    GDP,
    Series("tourism_consumption", "", "亿元", (55.5, 66.6, 77.7)),
    Series("cultural_creative_industry_scale", "", "亿元", (88.8, 99.9, 111.1)),
)
_CHAPTERS = [HEADER, ["一、经济发展"], *rows_of((GDP, FINANCE)), ["二、科技创新"], *rows_of((FIRMS,)), ["合计"]]
_CHAPTER_FIGURES = [*wide("Sheet1", "C3", (GDP, FINANCE)), *wide("Sheet1", "C6", (FIRMS,))]
_ENGLISH = [["Indicator", "Unit", "2021", "2022", "2023"], ["Gross domestic product", "100 million yuan", *GDP.values]]
_ENGLISH.append(["High-tech enterprises", "家", *FIRMS.values])
_TRADITIONAL = [["指標", "單位", "2021年", "2022年", "2023年"], *rows_of((GDP, FIRMS))]
_TIDY = [["指标", "年份", "数值", "单位", "备注"]]
_TIDY += [[one.name, year, one.values[j], one.unit, None] for one in (GDP, FIRMS) for j, year in enumerate(YEARS)]
_TIDY_FIGURES = [
    Figure("Sheet1", f"C{2 + 3 * i + j}", one.id, year, one.values[j], one.unit)
    for i, one in enumerate((GDP, FIRMS))
    for j, year in enumerate(YEARS)
]
_UNKNOWN = [HEADER, *rows_of((GDP,)), ["高新技术企业数量（户）", "家", 611, 722, 833]]
_UNKNOWN_FIGURES = [
    *wide("Sheet1", "C2", (GDP,)),
    *[f._replace(id="", refused="unknown_name") for f in wide("Sheet1", "C3", (FIRMS,))],
]


def _book(name: str, figures: list[Figure], rows: list[list[Any]], dress: Any = None) -> Case:
    return Case(name, lambda: workbook(_sheet("Sheet1", *rows), dress), figures)


CASES = [
    _book("wide_years_with_nian.xlsx", wide("Sheet1", "C2"), [HEADER, *rows_of()]),
    Case("written_by_libreoffice.xlsx", lambda: converted(workbook(_sheet("Sheet1", HEADER, *rows_of())), "xlsx"),
         wide("Sheet1", "C2")),
    Case("merged_headers.xlsx", _merged_headers, _in_every_second_column()),
    Case("merged_headers.xls", lambda: converted(_merged_headers(), "xls"), _in_every_second_column()),
    Case("merged_headers.ods", lambda: converted(_merged_headers(), "ods"), _in_every_second_column()),
    _book("title_rows_above_header.xlsx", wide("Sheet1", "C6"), [*_TITLE, HEADER, *rows_of()]),
    _book("table_not_at_a1.xlsx", wide("Sheet1", "F5"), [[]] * 3 + [[None] * 3 + row for row in (HEADER, *rows_of())]),
    _book("two_line_header.xlsx", wide("Sheet1", "D3"), [*_TWO_LINES, *_NUMBERED]),
    _several_sheets(),
    _two_tables(),
    _years_down(),
    _book("tidy_with_chinese_header.xlsx", _TIDY_FIGURES, _TIDY),
    _book("hidden_rows.xlsx", wide("Sheet1", "C2"), [HEADER, *rows_of()], _hidden),
    _book("trailing_notes_and_signature.xlsx", wide("Sheet1", "C2"), [HEADER, *rows_of(), [], *_NOTES]),
    Case("dates_as_years.xlsx", _dates_as_years, wide("Sheet1", "C2")),
    Case("dates_as_years.xls", lambda: converted(_dates_as_years(), "xls"), wide("Sheet1", "C2")),
    Case("dates_as_years.ods", lambda: converted(_dates_as_years(), "ods"), wide("Sheet1", "C2")),
    _duplicates(),
    _book("units_in_header_brackets.xlsx", wide("Sheet1", "B2"), [["指标", *HEADER[2:]], *_UNITS_IN_NAMES]),
    _book("unit_column_ditto.xlsx", wide("Sheet1", "C2", _DITTO_SERIES), [HEADER, *_DITTO]),
    _book("unit_above_the_table.xlsx", wide("Sheet1", "B3", (GDP,)),
          [[None, None, None, "单位：亿元"], ["指标", *HEADER[2:]], [GDP.name, *GDP.values]]),
    _book("chapter_rows_between.xlsx", _CHAPTER_FIGURES, _CHAPTERS),
    _part_years(),
    _book("english_headers.xlsx", wide("Sheet1", "C2", (GDP, FIRMS)), _ENGLISH),
    _book("traditional_headers.xlsx", wide("Sheet1", "C2", (GDP, FIRMS)), _TRADITIONAL),
    _book("names_not_known.xlsx", _UNKNOWN_FIGURES, _UNKNOWN),
    _book("ids_as_names.xlsx", wide("Sheet1", "C2", (HEADQUARTERS, COAL)),
          [["编号", *HEADER[1:]], [HEADQUARTERS.id, "家", *HEADQUARTERS.values], [COAL.id, "%", *COAL.values]]),
]  # fmt: skip
