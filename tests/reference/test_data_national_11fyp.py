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


KINDS = {
    ("%", "yearly"): "annual_pct",
    ("‰", "yearly"): "annual_permille",
    ("%", "period"): "total_pct",
    ("points", "period"): "total_pp",
}


def printed_growth() -> dict[str, dict[str, Any]]:
    """Growth printed beside a level: its value, kind and source by indicator."""
    found = {}
    for indicator in load(FOLDER / "targets.yaml")["indicators"]:
        growth = indicator["targets"][0].get("printed_growth")
        if growth:
            kind = KINDS[growth["unit"], growth["span"]]
            found[indicator["id"]] = {"printed": growth["value"], "kind": kind, "source": growth["source"]}
    return found


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def required(id_: str, kind: str) -> float:
    """The growth the plan's own levels ask for, in the terms in which it is printed."""
    indicators: list[dict[str, Any]] = load(FOLDER / "targets.yaml")["indicators"]
    base = {entry["id"]: entry["value"] for entry in load(FOLDER / "baseline_2005.yaml")["indicators"]}
    target = next(indicator["targets"][0] for indicator in indicators if indicator["id"] == id_)
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


@pytest.mark.parametrize("id_", printed_growth())
def test_printed_growth_follows_from_the_levels(id_: str) -> None:
    growth = printed_growth()[id_]
    difference = abs(required(id_, growth["kind"]) - growth["printed"])
    tolerance = 0.5 if growth["kind"] == "annual_permille" else 0.05
    assert (difference > tolerance) == (id_ in MISPRINTS)


def test_the_growth_of_eleven_levels_is_printed() -> None:
    assert len(printed_growth()) == 11


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
        printed = printed_growth()
        assert len(facts) == len(indicators)
        for fact, indicator in zip(facts, indicators, strict=True):
            id_, (target,) = indicator["id"], indicator["targets"]
            assert (target["op"], target["value"]) == (fact["target_op"], float(fact["target_value"])), id_
            entry = base.get(id_, {})
            if fact["base_value"]:
                assert (entry["value"], entry["source"]) == (float(fact["base_value"]), fact["source_address"])
            else:
                assert entry.get("derived") == ("100" if target["form"] == "change" else None)
            if id_ in printed:
                growth = printed[id_]
                assert (growth["printed"], growth["kind"]) == (float(fact["printed_growth"]), fact["printed_kind"])
            elif fact["printed_kind"] != "none":  # a target that is itself a change or a sum
                assert target["form"] in ("change", "total")
                assert target["value"] == float(fact["printed_growth"])
