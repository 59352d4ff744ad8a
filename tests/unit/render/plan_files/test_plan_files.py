"""The files of a new folder: valid YAML that says what the draft says, whatever its texts are."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.founding.draft import Draft, DraftIndicator, Given, Head
from lixia_kpi.founding.proof import faults_of
from lixia_kpi.founding.skeleton import skeleton
from lixia_kpi.messages.init_text import ASSUMED
from lixia_kpi.office.spot import Spot
from lixia_kpi.plan.schema import schema_text
from lixia_kpi.render.plan_files.folder import folder_of_draft, folder_of_example
from lixia_kpi.render.plan_files.scalar import scalar

HEAD = Head("p", "规划", "Plan", 2026, 2030, 2025, "en", "it's a {table}.xlsx")
LANGUAGES = ("zh", "en")


def draft(**values):
    usual = {
        "id": "a",
        "name_zh": "甲",
        "name_en": "A",
        "group": "g",
        "measure": "amount",
        "direction": "up",
        "unit": "t",
    }
    spot = Spot("t.xlsx", "plan", 4, 2)
    given_ = {key: Given(text, spot=spot if key == "unit" else None) for key, text in (usual | values).items()}
    target = {"year": Given("2030", True), "form": Given("level"), "op": Given(">="), "value": Given("9", True)}
    return Draft(HEAD, (DraftIndicator(given_, [target], {"value": Given("5", True), "unit": given_["unit"]}),))


def files_of(made):
    return {name: data.decode() for name, data in made.files.items()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_folder_has_all_that_a_plan_needs_and_is_valid(lang):
    made = folder_of_draft(draft(), lang=lang, explained=False)
    texts = files_of(made)
    assert list(texts) == [
        "README.md", "targets.yaml", "baseline_2025.yaml", "actuals.csv", "schema/targets.schema.json",
        "schema/baseline.schema.json", ".github/workflows/plan.yml",
    ]  # fmt: skip
    assert faults_of(made.files, "new", {}) == []
    assert texts["targets.yaml"].startswith("# yaml-language-server: $schema=schema/targets.schema.json\n")
    assert texts["baseline_2025.yaml"].startswith("# yaml-language-server: $schema=schema/baseline.schema.json\n")
    assert texts["schema/targets.schema.json"] == schema_text("targets")
    workflow = yaml.safe_load(texts[".github/workflows/plan.yml"])
    assert [step.get("run", "").split(" -f")[0] for step in workflow["jobs"]["plan"]["steps"][2:]] == [
        "pip install lixia-kpi", "kpi validate .", "kpi project --plan . --all",
    ]  # fmt: skip
    assert yaml.safe_load(texts["targets.yaml"])["plan"]["source"]["title"] == HEAD.title


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_skeleton_is_valid_and_marks_its_example(lang):
    made = folder_of_draft(
        skeleton(HEAD, name=("示例", "Example"), group="g", unit="sites", note="made up"), lang=lang, explained=True
    )
    assert faults_of(made.files, "new", {}) == []
    mark = ASSUMED["example"][lang == "en"]
    lines = files_of(made)["targets.yaml"].splitlines()
    assert [line.split(":")[0].strip(" -") for line in lines if line.endswith(f"# {mark}")] == [
        "id",
        "zh",
        "en",
        "value",
    ]


def test_what_is_assumed_is_remarked_upon_and_counted():
    plan = draft()
    plan.indicators[0].values["measure"] = Given("amount", assumed="from_unit")
    made = folder_of_draft(plan, lang="en", explained=False)
    assert made.assumed == 1
    assert f"measure: amount  # {ASSUMED['from_unit'][1]}" in files_of(made)["targets.yaml"]


def test_a_fault_of_the_plan_is_said_of_the_cell():
    made = folder_of_draft(draft(unit="%"), lang="en", explained=False)
    (fault,) = [f for f in faults_of(made.files, "new", made.spots) if f.severity == "error"]
    assert (str(fault.place), fault.details["cell"]) == ("t.xlsx:5:3", "plan!C5")


def test_an_example_gets_what_every_folder_has():
    made = folder_of_example({"targets.yaml": b"x", "README.md": b"mine"}, lang="zh")
    assert made.files["README.md"] == b"mine"
    assert "schema/targets.schema.json" in made.files


TEXTS = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=30).map(
    lambda text: " ".join(text.split())
)


@given(TEXTS.filter(bool))
def test_any_text_reads_back_as_itself(text):
    assert yaml.safe_load(f"key: {scalar(text)}") == {"key": text}
    assert "\n" not in scalar(text)
