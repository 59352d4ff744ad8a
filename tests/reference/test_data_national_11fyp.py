"""The national 11th plan: its printed growth follows from its levels, except one known misprint."""

from __future__ import annotations

import csv
from typing import Any

import pytest

from reference.data_files import load
from reference.plan_text import REPOSITORY, SHARED

FOLDER = REPOSITORY / "examples" / "national_11fyp"
FACTS = SHARED / "facts" / "plan_national_11fyp.csv"
MISPRINTS = {"rural_net_income"}
YEARS = 5


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def required(id_: str, kind: str) -> float:
    """The growth the plan's own levels ask for, in the terms in which it is printed."""
    indicators: list[dict[str, Any]] = load(FOLDER / "targets.yaml")["indicators"]
    base = {entry["id"]: entry["value"] for entry in load(FOLDER / "baseline_2005.yaml")["indicators"]}
    target = next(indicator["targets"][0] for indicator in indicators if indicator["id"] == id_)
    if kind == "total_abs" or (kind == "total_pct" and target["form"] == "change"):
        return float(target["value"])
    ratio = target["value"] / base[id_]
    match kind:
        case "annual_pct":
            return float(100 * (ratio ** (1 / YEARS) - 1))
        case "annual_permille":
            return float(1000 * (ratio ** (1 / YEARS) - 1))
        case "total_pct":
            return float(100 * (ratio - 1))
        case "total_pp":
            return float(target["value"] - base[id_])
    raise AssertionError(kind)


@pytest.mark.parametrize("row", rows("printed_growth.csv"), ids=lambda row: row["id"])
def test_printed_growth_follows_from_the_levels(row: dict[str, str]) -> None:
    difference = abs(required(row["id"], row["kind"]) - float(row["printed"]))
    tolerance = 0.5 if row["kind"] == "annual_permille" else 0.05
    assert (difference > tolerance) == (row["id"] in MISPRINTS)


def test_the_misprint_is_the_rural_income() -> None:
    assert required("rural_net_income", "annual_pct") == pytest.approx(4.775, abs=0.001)
    assert pytest.approx(4154, abs=0.5) == 3255 * 1.05**YEARS


def test_binding_as_printed() -> None:
    binding = {i["id"]: i["binding"] for i in load(FOLDER / "targets.yaml")["indicators"] if "binding" in i}
    assert binding == {
        "gdp": False,
        "services_share_of_gdp": False,
        "services_share_of_employment": False,
        "rd_expenditure_share_of_gdp": False,
        "energy_intensity": True,
    }


def test_the_only_outcome_with_a_figure_is_the_cut_of_energy_intensity() -> None:
    (row,) = rows("actuals.csv")
    assert (row["id"], row["year"]) == ("energy_intensity", "2010")
    assert float(row["value"]) == pytest.approx(100 * (1 - 0.191))


if FACTS.exists():

    def test_every_figure_is_a_published_one() -> None:
        with FACTS.open(encoding="utf-8-sig", newline="") as stream:
            facts = list(csv.DictReader(stream))
        indicators = load(FOLDER / "targets.yaml")["indicators"]
        base = {entry["id"]: entry for entry in load(FOLDER / "baseline_2005.yaml")["indicators"]}
        printed = {row["id"]: row for row in rows("printed_growth.csv")}
        assert len(facts) == len(indicators)
        for fact, indicator in zip(facts, indicators, strict=True):
            id_, (target,) = indicator["id"], indicator["targets"]
            assert (target["op"], target["value"]) == (fact["target_op"], float(fact["target_value"])), id_
            entry = base.get(id_, {})
            if fact["base_value"]:
                assert (entry["value"], entry["source"]) == (float(fact["base_value"]), fact["source_address"])
            else:
                assert entry.get("derived") == ("100" if target["form"] == "change" else None)
            assert (fact["printed_kind"] != "none") == (id_ in printed)
            if id_ in printed:
                row = printed[id_]
                assert (row["printed"], row["kind"]) == (fact["printed_growth"], fact["printed_kind"])
