"""The shipped actuals are published values of the plan's own indicators, each with its address."""

from __future__ import annotations

import csv
import hashlib
import re

import pytest

from reference.data_files import actuals, baselines, indicators
from reference.plan_text import SHARED

FACTS = SHARED / "facts" / "actuals_lixia.csv"
# Digest of id, year, value, unit, status and source of all rows, as proven against the published values.
PROVEN_SHA256 = "2b67da25f2dfaa35d6d2c8bbe4b9504a268968eaa79474fb5109067ea4affd6e"
NEVER_PAIRED = {
    "headquarters_firms": "city-recognised headquarters firms are counted by another definition",
    "total_consumption_scale": "retail sales are another quantity",
    "gross_industrial_output": "published values cover enterprises above designated size only",
    "gdp_per_capita": "published in dollars",
    "new_urban_employment": "jobs offered are another quantity",
}


def proven(rows: list[dict[str, str]]) -> list[tuple[str, ...]]:
    return [(row["id"], row["year"], row["value"], row["unit"], row["status"], row["source"]) for row in rows]


def test_rows_are_the_proven_ones() -> None:
    text = "\n".join("\t".join(row) for row in proven(actuals()))
    assert hashlib.sha256(text.encode()).hexdigest() == PROVEN_SHA256


def test_every_row_belongs_to_an_indicator_of_the_plan() -> None:
    assert len(actuals()) == 60
    assert {row["id"] for row in actuals()} <= {indicator["id"] for indicator in indicators()}


@pytest.mark.parametrize("id_", NEVER_PAIRED)
def test_unlike_quantities_are_not_paired(id_: str) -> None:
    assert id_ in {indicator["id"] for indicator in indicators()}
    assert [row for row in actuals() if row["id"] == id_] == []
    assert [entry for entry in baselines() if entry["id"] == id_] == []


def test_every_row_names_its_source_and_its_period() -> None:
    for row in actuals():
        assert row["source"].startswith("http")
        assert re.fullmatch(r"full-year|year-end|H1|Q1-Q3|Jan-(Jul|Nov)|as of \d{4}-\d\d", row["period"])
        assert row["status"] in {"actual", "expected"}
        assert re.fullmatch(r"|\d{4}-\d\d-\d\d", row["published"])
        digits = re.sub(r"\D", "", row["published"])
        plain = re.sub(r"/(\d)(?=/)", r"/0\1", re.sub(r"/(\d)(?=/)", r"/0\1", row["source"]))
        assert digits in re.sub(r"\D", "", plain), "published is what the address says"


def test_values_of_one_year_and_rank_agree() -> None:
    scale = {
        ("billion yuan", "亿元"): 10.0,
        ("万元", "亿元"): 1e-4,
        ("square metres", "万平方米"): 1e-4,
        ("个", "万个"): 1e-4,
    }
    units = {indicator["id"]: indicator["unit"] for indicator in indicators()}
    seen: dict[tuple[str, str, str], float] = {}
    for row in actuals():
        if row["period"] not in {"full-year", "year-end"}:
            continue
        unit = units[row["id"]]
        factor = 1.0 if row["unit"] == unit else scale[row["unit"], unit]
        value = float(row["value"]) * factor
        assert seen.setdefault((row["id"], row["year"], row["status"]), value) == pytest.approx(value)


def test_breaks_stand_where_the_series_do_not_join() -> None:
    breaks = {indicator["id"]: indicator["breaks"] for indicator in indicators() if "breaks" in indicator}
    assert breaks == {
        "gdp": [2018],
        "services_value_added": [2018],
        "finance_value_added": [2018],
        "city_recognised_hq_firms": [2023],
    }


if FACTS.exists():

    def test_every_row_is_a_published_value() -> None:
        with FACTS.open(encoding="utf-8-sig", newline="") as stream:
            published = [
                {**row, "id": row["indicator_id"], "source": row["source_address"]} for row in csv.DictReader(stream)
            ]
        exact = {row for row, entry in zip(proven(published), published, strict=True) if entry["comparator"] != ">"}
        assert set(proven(actuals())) <= exact
        periods = {row: entry["period"] for row, entry in zip(proven(published), published, strict=True)}
        differing = [
            (row["id"], row["year"])
            for row, key in zip(actuals(), proven(actuals()), strict=True)
            if row["period"] != periods[key]
        ]
        assert differing == [("schools_built", "2022")]  # published as one year's value
