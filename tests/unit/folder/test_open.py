"""A folder opened: what it holds, which files replace others, and all faults at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.folder.open import open_folder, read_folder
from lixia_kpi.problems import InputError
from unit.folder.plans import write_plan

HEADER = "id,year,value,unit\n"


def test_a_folder_without_actuals(tmp_path):
    opened = open_folder(write_plan(tmp_path))
    assert [indicator.id for indicator in opened.plan.indicators] == [
        "gdp",
        "green_coverage",
        "parks",
        "energy_intensity",
    ]
    assert opened.observations == ()
    assert opened.problems == ()
    assert opened.name == str(tmp_path)


def test_given_actuals_replace_the_folders_own(tmp_path):
    folder = write_plan(tmp_path, HEADER + "gdp,2021,1,亿元\n")
    opened = open_folder(folder, actuals=[("-", (HEADER + "gdp,2022,2,亿元\n").encode()), ("b.csv", HEADER.encode())])
    assert [(row.year, row.place.file) for row in opened.observations] == [(2022, "-")]
    assert open_folder(folder, actuals=[]).observations == ()


def test_a_year_doubled_between_two_files_is_a_warning(tmp_path):
    rows = [("a.csv", (HEADER + "gdp,2022,1,亿元\n").encode()), ("b.csv", (HEADER + "gdp,2022,2,亿元\n").encode())]
    opened = open_folder(write_plan(tmp_path), actuals=rows)
    assert [(p.code, str(p.place), p.details["other_place"]) for p in opened.problems] == [
        ("doubled_year", "b.csv:2:10", "a.csv:2:10")
    ]


def test_faults_of_all_files_come_together_in_order(tmp_path):
    folder = write_plan(tmp_path, HEADER + "gpd,2021,1,亿元\ngdp,2021,1,亿美元\n", baseline="schema: 1\nyear: 1\n")
    with pytest.raises(InputError) as caught:
        open_folder(folder)
    files = [p.place.file.rpartition("/")[2] for p in caught.value.problems]
    assert files == sorted(files)
    assert {p.code for p in caught.value.problems} >= {"unknown_indicator", "unit_mismatch"}
    assert "baseline_2020.yaml" in files


def test_the_nearest_indicator_is_offered_on_every_row(tmp_path):
    folder = write_plan(tmp_path, HEADER + "gpd,2021,1,亿元\ngpd,2022,1,亿元\n")
    _, problems = read_folder(folder)
    assert [(p.place.line, p.details) for p in problems] == [
        (2, {"id": "gpd", "nearest": "gdp"}),
        (3, {"id": "gpd", "nearest": "gdp"}),
    ]


def test_a_wide_row_of_an_unknown_indicator_is_one_fault(tmp_path):
    _, problems = read_folder(write_plan(tmp_path, "id,unit,2021,2022\ngpd,亿元,1,2\n"))
    assert [p.code for p in problems] == ["unknown_indicator"]


def test_actuals_of_an_indicator_that_has_only_a_baseline(tmp_path):
    baseline = (
        "schema: 1\nyear: 2020\nindicators:\n"
        "  - {id: trees, name: {zh: 树, en: Trees}, measure: count, group: city, value: 3, unit: 万棵}\n"
    )
    folder = write_plan(tmp_path, HEADER + "trees,2021,40000,棵\n", baseline=baseline)
    assert read_folder(folder)[1] == []
    folder = write_plan(tmp_path, HEADER + "trees,2021,40000,亩\n", baseline=baseline)
    assert [p.code for p in read_folder(folder)[1]] == ["unit_mismatch"]


def test_per_mille_of_a_share_is_judged_as_a_share(tmp_path):
    assert read_folder(write_plan(tmp_path, HEADER + "green_coverage,2021,472,‰\n"))[1] == []
    found = read_folder(write_plan(tmp_path, HEADER + "green_coverage,2021,1472,‰\n"))[1]
    assert [p.code for p in found] == ["actual_out_of_bounds"]


@given(st.binary(max_size=60), st.binary(max_size=60), st.binary(max_size=60))
def test_any_bytes_in_any_file_end_in_problems(tmp_path_factory, targets, baseline, actuals):
    folder = tmp_path_factory.mktemp("plan")
    (folder / "targets.yaml").write_bytes(targets)
    (folder / "baseline_2020.yaml").write_bytes(baseline)
    (folder / "actuals.csv").write_bytes(actuals)
    opened, problems = read_folder(str(folder))
    assert opened is None
    assert problems
