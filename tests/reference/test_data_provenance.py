"""Every shipped figure stands in the cited paragraph of the plan, and every commitment printed there is shipped."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from reference.data_files import DATA, baselines, evaluate, indicators, targets
from reference.plan_text import INDEX, PLAN_TEXT, Figure, figures_of_plan, index_text, read_index, sha256

INDEX_SHA256 = "62b4cca540db91ace3978a09cf1dfa54d56431bd2ed64b7b1abd1366b1d3ea07"
PLAN_SHA256 = "6fa648aaa079847b21a1b56648a50c150e5434b9131a9fb78b51f10bb0bb810d"
COMPARATORS = {
    "突破": ">",
    "超过": ">",
    "过半": ">",
    "余": ">",
    "达到": ">=",
    "以上": ">=",
    "提高到": ">=",
    "提高": ">=",
    "不低于": ">=",
    "至少": ">=",
    "零突破": ">=",
    "全覆盖": ">=",
    "全部": ">=",
    "全面实现": ">=",
    "全面覆盖": ">=",
    "全面完成": ">=",
    "均": ">=",
    "以内": "<=",
    "前十": "<=",
    "零增长": "<=",
    "基本完成": "~",
    "基本实现全覆盖": "~",
}
QUANTITY_OF_WORD = {"过半": 50, "零突破": 1, "零增长": 0, "前十": 10, "两个": 2} | dict.fromkeys(
    ("全覆盖", "全部", "全面实现", "全面覆盖", "全面完成", "均", "基本完成", "基本实现全覆盖"), 100
)
# Figures of chapters 2 to 6 that promise nothing: names, numbers of lines and classes, distances without a coverage.
NO_COMMITMENT = {
    (2, 3, "6"): "house number of a creative park",
    (2, 3, "50"): "name of a ranking: the global top 50",
    (2, 4, "5000平方米"): "part of the indicator's name",
    (2, 4, "5"): "5G",
    (2, 5, "15"): "part of the indicator's name: 15-minute circle",
    (3, 1, "均"): "part of the indicator's name: output per mu",
    (3, 2, "4"): "number of a metro line",
    (3, 2, "6"): "number of a metro line",
    (3, 2, "7"): "number of a metro line",
    (3, 2, "5"): "5G",
    (3, 2, "220"): "voltage",
    (3, 2, "110"): "voltage",
    (3, 4, "15"): "15-minute circles of volunteering and of reading, no coverage promised",
    (4, 1, "1"): "name of a scheme",
    (4, 1, "5"): "name of a scheme",
    (5, 1, "五年"): "kind of school",
    (5, 1, "5年"): "the period of a target",
    (5, 1, "3年"): "the period of a target",
    (5, 2, "15"): "15-minute fitness circle, no coverage promised",
    (5, 2, "0"): "age group",
    (5, 2, "3"): "age group",
    (6, 1, "1"): "name of a scheme",
    (6, 1, "5"): "name of a scheme, 5G",
    (6, 1, "3年"): "transition period of a subsidy",
    (6, 1, "24"): "hours of a hotline",
    (6, 1, "12345"): "number of a hotline",
    (6, 1, "全覆盖"): "kind of grid and of service system",
    (6, 3, "15"): "15-minute legal aid circle, no coverage promised",
    (6, 3, "全覆盖"): "kind of data chain and of legal service system",
    (6, 3, "12345"): "number of a hotline",
}


def paragraph(entry: dict[str, Any], target: dict[str, Any] | None = None) -> list[Figure]:
    cited = entry | {key: value for key, value in (target or {}).items() if key in ("chapter", "section", "heading")}
    place = (cited["chapter"], cited["section"], cited["heading"])
    return [figure for figure in read_index() if figure[:3] == place]


def printed_units(entry: dict[str, Any], form: str | None = None) -> list[str]:
    if form == "points":
        return ["个百分点"]
    units = [entry.get("unit", "%"), *entry.get("unit_also", [])]
    return [re.sub("/.*|^女=100$", "", unit).replace("百分点", "个百分点") for unit in units]


def rows_with(rows: list[Figure], value: float, units: list[str]) -> list[Figure]:
    return [row for row in rows if row.figure in {f"{value:g}{unit}" for unit in units}]


def rows_of_target(indicator: dict[str, Any], target: dict[str, Any]) -> list[Figure]:
    rows, wording = paragraph(indicator, target), target.get("wording")
    if wording in QUANTITY_OF_WORD:
        if target["value"] != QUANTITY_OF_WORD[wording]:
            return []
        by_word = [row for row in rows if wording in row.words]
        if wording != "均" or indicator["unit"] != "%":
            return by_word
        return [row for row in by_word if not row.figure]
    found = rows_with(rows, target["value"], printed_units(indicator, target["form"]))
    return [row for row in found if wording is None or wording in row.words]


def place_id(pair: tuple[dict[str, Any], dict[str, Any]]) -> str:
    return f"{pair[0]['id']}-{pair[1]['form']}-{pair[1]['op']}"


@pytest.mark.parametrize("pair", list(targets()), ids=place_id)
def test_target_is_printed_in_the_cited_paragraph(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    indicator, target = pair
    rows = rows_of_target(indicator, target)
    assert rows, "value, unit and comparator word do not stand together in the cited paragraph"
    if "value_high" in target:
        assert rows_with(paragraph(indicator, target), target["value_high"], printed_units(indicator))
    if "wording" in target:
        assert target["op"] == COMPARATORS[target["wording"]]
    else:
        assert target["op"] == "="
        free = [row for row in rows if {"突破", "超过", "达到", "以上", "以内", "不低于", "至少"}.isdisjoint(row.words)]
        assert free, "a comparator is printed and not entered"


@pytest.mark.parametrize("pair", [pair for pair in targets() if pair[1].get("dated", True)], ids=place_id)
def test_year_of_a_dated_target_is_printed(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    indicator, target = pair
    rows = paragraph(indicator, target)
    if indicator["chapter"] == 1:
        rows = [row for row in read_index() if row[:3] == (1, 3, "")]
    year = target["year"] if "year" in target else target["period"]["end"]
    length = year - target["period"]["start"] + 1 if "period" in target else 5
    dates = {f"{year}年", f"{length}年"}
    assert any(row.figure in dates or not {"五年", "每年", "零增长"}.isdisjoint(row.words) for row in rows)


def test_every_printed_figure_of_chapters_2_to_6_is_a_target_or_explained() -> None:
    used = {row for pair in targets() for row in rows_of_target(*pair)}
    used |= {
        row
        for indicator, target in targets()
        if "value_high" in target
        for row in rows_with(paragraph(indicator, target), target["value_high"], printed_units(indicator))
    }
    printed = [row for row in read_index() if 2 <= row.chapter <= 6 and not re.fullmatch(r"20\d\d年", row.figure)]
    explained = {row for row in printed for key in (row.figure, *row.words) if (*row[:2], key) in NO_COMMITMENT}
    assert [row for row in printed if row not in used | explained] == []


def test_no_explanation_is_idle() -> None:
    printed = {(*row[:2], key) for row in read_index() for key in (row.figure, *row.words)}
    assert NO_COMMITMENT.keys() <= printed


@pytest.mark.parametrize("entry", baselines(), ids=lambda entry: entry["id"])
def test_baseline_is_printed_or_derived_or_has_a_source(entry: dict[str, Any]) -> None:
    by_id = {indicator["id"]: indicator for indicator in indicators()}
    units = printed_units(entry) + list(by_id.get(entry["id"], {}).get("unit_also", []))
    rows = paragraph(entry)
    if "growth" in entry:
        assert rows_with(rows, entry["growth"]["value"], ["%"])
    if "derived" in entry:
        assert evaluate(entry["derived"]) == entry["value"]
        printed = {number for row in rows for number in re.findall(r"^\d+", row.figure)}
        printed |= {str(QUANTITY_OF_WORD[word]) for row in rows for word in row.words if word in QUANTITY_OF_WORD}
        assert set(re.findall(r"\d+", entry["derived"])) <= printed
        return
    if "source" in entry:
        assert entry["source"].startswith("http")
        return
    for value in (entry[key] for key in ("value", "previous_total") if key in entry):
        found = rows_with(rows, value, units)
        found += [row for row in rows for word in row.words if QUANTITY_OF_WORD.get(word) == value and not row.figure]
        assert found
        expected = {">": {"突破", "超过", "余", "多"}, "~": {"近", "基本实现全覆盖"}}.get(entry.get("op", ""))
        if expected:
            assert any(not expected.isdisjoint(row.words) for row in found)
        else:
            assert any({"突破", "超过", "余", "近"}.isdisjoint(row.words) for row in found)


def test_every_figure_among_the_achievements_is_a_baseline_or_explained() -> None:
    explained = {"5000平方米", "3", "5", "1", "4"}  # part of a name, metro R3, 5G, the scheme 1+4+4
    values = {
        f"{number:g}{unit}"
        for entry in baselines()
        for number in (entry.get("value"), entry.get("previous_total"), entry.get("growth", {}).get("value"))
        if number is not None
        for unit in (*printed_units(entry), "%")
    }
    printed = {row.figure for row in read_index() if row[:2] == (1, 1) and row.figure}
    assert printed - values - explained == set()


def test_index_is_the_proven_one() -> None:
    assert sha256(INDEX) == INDEX_SHA256


if PLAN_TEXT.exists():

    def test_index_equals_what_the_text_prints() -> None:
        assert sha256(PLAN_TEXT) == PLAN_SHA256
        lines = PLAN_TEXT.read_text(encoding="utf-8").splitlines()
        assert INDEX.read_text(encoding="utf-8") == index_text(figures_of_plan(lines))

    def test_data_hold_no_sentence_of_the_plan() -> None:
        text = re.sub(r"\s", "", PLAN_TEXT.read_text(encoding="utf-8"))

        def strings(node: Any) -> list[str]:
            if isinstance(node, dict):
                return [string for key, value in node.items() if key != "title" for string in strings(value)]
            if isinstance(node, list):
                return [string for value in node for string in strings(value)]
            return [re.sub(r"\s", "", node)] if isinstance(node, str) else []

        copied = [
            string[start : start + 30]
            for path in sorted(DATA.glob("*.yaml"))
            for string in strings(yaml.safe_load(path.read_text(encoding="utf-8")))
            for start in range(len(string) - 29)
            if string[start : start + 30] in text
        ]
        assert copied == []
