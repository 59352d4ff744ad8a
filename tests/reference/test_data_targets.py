"""The catalogue of the shipped plan: commitments by date and form, each with one place and one name."""

from __future__ import annotations

import re
from collections import Counter

import yaml

from reference.data_files import DATA, baselines, indicators, load, targets
from reference.plan_text import read_index

YEARLY = {"customised_bus_lines_added", "customised_bus_ridership_growth"}
GROUPS = {"economy", "industry", "innovation", "city", "environment", "openness", "livelihood", "governance"}


def test_counts_of_dated_undated_and_yearly_targets() -> None:
    undated = sum(target.get("dated") is False for _, target in targets())
    yearly = sum(indicator["id"] in YEARLY for indicator, _ in targets())
    assert (len(list(targets())) - undated - yearly, undated, yearly) == (83, 48, 2)


def test_counts_by_form() -> None:
    forms = Counter(target["form"] for _, target in targets())
    assert forms == {"level": 89, "total": 35, "every_year": 7, "points": 1, "milestone": 1}


def test_ids_are_unique_and_snake_case() -> None:
    for entries in (indicators(), baselines()):
        ids = [entry["id"] for entry in entries]
        assert len(set(ids)) == len(ids)
        assert all(re.fullmatch("[a-z][a-z0-9]*(_[a-z0-9]+)*", id_) for id_ in ids)


def test_targets_of_an_indicator_differ_in_form_year_or_comparator() -> None:
    keys = [
        (indicator["id"], target["form"], target.get("year", target.get("period", {}).get("end")), target["op"])
        for indicator, target in targets()
    ]
    assert len(set(keys)) == len(keys)


def test_names_are_told_apart_in_both_languages() -> None:
    for language in ("zh", "en"):
        names = [entry["name"][language] for entry in (*indicators(), *baselines()) if "name" in entry]
        assert [name for name, count in Counter(names).items() if count > 1] == []
    assert all(entry["name"]["en"].isascii() for entry in (*indicators(), *baselines()) if "name" in entry)


def test_every_indicator_stands_in_a_paragraph_of_the_plan() -> None:
    places = {figure[:3] for figure in read_index()}
    cited = {(entry["chapter"], entry["section"], entry["heading"]) for entry in (*indicators(), *baselines())}
    assert cited <= places
    assert {entry["group"] for entry in (*indicators(), *baselines()) if "group" in entry} <= GROUPS


def test_indicators_stand_in_the_order_of_the_plan() -> None:
    order = {figure[:3]: number for number, figure in reversed(list(enumerate(read_index())))}
    places = [(entry["chapter"], entry["section"], entry["heading"]) for entry in indicators() if entry["targets"]]
    assert [order[place] for place in places] == sorted(order[place] for place in places)


def test_comparator_agrees_with_the_direction() -> None:
    against = {"up": {"<=", "<"}, "down": {">=", ">"}}
    wrong = [i["id"] for i, target in targets() if i["targets"] and target["op"] in against[i["direction"]]]
    assert wrong == []


def test_baseline_entries_without_a_target_carry_their_own_description() -> None:
    known = {indicator["id"] for indicator in indicators()}
    for entry in baselines():
        described = {"name", "measure", "group"} & entry.keys()
        assert described == (set() if entry["id"] in known else {"name", "measure", "group"}), entry["id"]


def test_counts_of_baseline_values_totals_and_growth() -> None:
    entries = baselines()
    printed = [entry for entry in entries if entry.keys() & {"value", "previous_total"}]
    printed = [entry for entry in printed if not ({"derived", "source"} & entry.keys())]
    assert len(printed) == 53
    assert sum("previous_total" in entry for entry in entries) == 17
    multiples = sum(entry.get("unit") == "倍" for entry in entries)
    assert (sum("growth" in entry for entry in entries), multiples) == (7, 2)
    assert {entry["id"] for entry in entries if "derived" in entry} == {"incubators", "listed_industrial_firms"}


def test_targets_that_have_a_baseline_are_the_known_ones() -> None:
    promised = {indicator["id"] for indicator, _ in targets()}
    levels = {entry["id"] for entry in baselines() if "value" in entry} & promised
    totals = {entry["id"] for entry in baselines() if "previous_total" in entry} & promised
    assert levels == {
        "gdp",
        "modern_services_share",
        "finance_va_share_of_city",
        "finance_tax_share_of_city",
        "buildings_over_5000_sqm",
        "buildings_100m_tax",
        "buildings_100m_monthly_tax",
        "high_tech_firms",
        "green_coverage",
        "mountain_parks",
        "international_communities",
        "incubators",
        "listed_industrial_firms",
    }
    assert totals == {"offshore_outsourcing", "schools_built", "old_community_area_renovated"}


def test_files_use_neither_anchors_nor_tags() -> None:
    for path in DATA.glob("*.yaml"):
        tokens = yaml.scan(path.read_text(encoding="utf-8"))
        forbidden = (yaml.AnchorToken, yaml.AliasToken, yaml.TagToken)
        assert not [token for token in tokens if isinstance(token, forbidden)]


def test_first_line_names_the_schema() -> None:
    for stem, schema in (("targets", "targets"), ("baseline_2020", "baseline")):
        first = (DATA / f"{stem}.yaml").read_text(encoding="utf-8").partition("\n")[0]
        assert first == f"# yaml-language-server: $schema=schema/{schema}.schema.json"
        assert load(DATA / f"{stem}.yaml")["schema"] == 1
