"""Files and folders named one by one: each is checked as what it is."""

import pytest

from lixia_kpi.folder.paths import check_paths, kind_of
from unit.folder.plans import BASELINE, INVALID, SAMPLE


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("p/targets.yaml", b"", "targets"),
        ("targets_2030.yml", b"", "targets"),
        ("baseline_2020.yaml", b"", "baseline"),
        ("figures.csv", b"", "actuals"),
        ("x.yaml", b"# c\nschema: 1\nplan:\n  id: a\nindicators: []\n", "targets"),
        ("x.yaml", b"\xef\xbb\xbfyear: 2020\nindicators: []\n", "baseline"),
        ("x.txt", b'\n"id";year;value;unit\n', "actuals"),
        ("x.txt", b"nothing of the kind\n", None),
        ("x", b"", None),
    ],
)
def test_kinds(name, content, kind):
    assert kind_of(name, content) == kind


def test_good_files_have_no_problems():
    assert check_paths([str(SAMPLE), str(BASELINE)]) == []


def test_files_are_checked_alone_and_folders_with_their_rules(tmp_path):
    unknown = INVALID / "actuals_unknown_indicator"
    assert check_paths([str(unknown / "actuals.csv")]) == []
    assert [p.code for p in check_paths([str(unknown), str(unknown)])] == ["unknown_indicator"]


def test_paths_that_cannot_be_checked(tmp_path):
    (tmp_path / "notes.txt").write_text("notes")
    found = check_paths([str(tmp_path / "notes.txt"), str(tmp_path / "gone.csv"), "nul\0byte", "x" * 5000])
    assert sorted(p.code for p in found) == [
        "file_not_found",
        "file_not_found",
        "file_not_readable",
        "unknown_kind_of_file",
    ]


def test_places_name_the_file_as_given():
    path = str(INVALID / "actuals_grouped_number" / "actuals.csv")
    assert [str(p.place) for p in check_paths([path])] == [f"{path}:2:10"]
