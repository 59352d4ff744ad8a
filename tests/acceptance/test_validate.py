"""`kpi validate`: every folder of tests/data/invalid for the fault that its name says, and what others make of it."""

from __future__ import annotations

import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from acceptance.kpi import printed, run
from acceptance.plans import make_plan

INVALID = Path(__file__).parents[1] / "data" / "invalid"
FOLDERS = sorted(folder.name for folder in INVALID.iterdir() if folder.is_dir())


def expected(folder: str) -> list[str]:
    return (INVALID / folder / "expected.txt").read_text(encoding="utf-8").splitlines()


def validated(*args: str) -> dict[str, list[str]]:
    """The lines of one run over all folders, by folder."""
    found = defaultdict(list)
    for line in run("validate", *FOLDERS, *args, code=1, cwd=INVALID, quiet=True).lines:
        folder, _, fault = line.partition("/")
        found[folder].append(fault)
    return found


@pytest.fixture(scope="module")
def english():
    return validated("--lang", "en")


@pytest.fixture(scope="module")
def chinese():
    return validated("--lang", "zh")


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_fault_is_listed_and_said_in_words(folder, english, chinese):
    faults = expected(folder)
    assert [line[: len(fault)] for line, fault in zip(english[folder], faults, strict=True)] == faults
    assert [line[: len(fault)] for line, fault in zip(chinese[folder], faults, strict=True)] == faults
    for line, same, fault in zip(english[folder], chinese[folder], faults, strict=True):
        assert line[len(fault) :].startswith(": ")
        assert len(line) > len(fault) + 10
        assert line != same


@pytest.mark.parametrize("folder", FOLDERS[::4])
def test_a_command_refuses_invalid_input_with_the_same_lines(folder, english):
    wrong = any(" error " in fault for fault in expected(folder))
    run("validate", folder, code=int(wrong), cwd=INVALID, quiet=True)
    result = run("project", "--plan", folder, code=2 if wrong else 0, cwd=INVALID)
    if wrong:
        assert result.out == ""
        assert result.err.splitlines()[:-1] == [f"{folder}/{line}" for line in english[folder]]


def test_shipped_plan_and_example_have_no_error():
    run("validate")
    run("validate", INVALID.parents[2] / "examples" / "national_11fyp")


def test_files_are_checked_one_by_one():
    data = INVALID.parents[2] / "data"
    files = [data / "targets.yaml", data / "baseline_2020.yaml", data / "actuals.csv"]
    assert " error " not in run("validate", *files).out


def test_missing_file_is_a_finding(tmp_path):
    assert "file_not_found" in run("validate", tmp_path / "no.yaml", code=1, quiet=True).out


def test_faults_of_all_files_are_listed_at_once(tmp_path):
    folder = make_plan(
        tmp_path,
        indicators=[{"id": "gdp", "directon": "up"}, {"id": "gdp"}],
        baselines=[{"id": "gdp", "value": "1,000"}],
        actuals=[("nothing", 2021, 5), ("gdp", 2021, "１２")],
    )
    files = {line.split(":")[0] for line in run("validate", folder, code=1, quiet=True).lines}
    assert {Path(file).name for file in files} == {"targets.yaml", "baseline_2020.yaml", "actuals.csv"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encodings_that_are_read(tmp_path, encoding):
    source = INVALID.parents[2] / "data"
    for name in ("targets.yaml", "baseline_2020.yaml", "actuals.csv"):
        (tmp_path / name).write_bytes((source / name).read_text(encoding="utf-8").encode(encoding))
    assert run("project", "--plan", tmp_path).stdout == printed("project")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "latin-1"])
def test_encodings_that_are_named_with_byte_and_line(tmp_path, encoding):
    folder = make_plan(tmp_path, indicators=[{"id": "gdp"}], actuals=[("gdp", 2021, 5)])
    text = "id,year,value,unit,note\ngdp,2021,5,%,ok\ngdp,2022,6,%,caf\u00e9 \u00fc\u00df\n"
    (folder / "actuals.csv").write_bytes(text.encode(encoding))
    result = run("project", "--plan", folder, code=2)
    assert "actuals.csv" in result.err
    assert "bad_encoding" in result.err
    assert "byte" in result.err


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 100,
        b"\xff\xfe\xfa" * 1000,
        b"[" * 100_000,
        b"{" * 20_000,
        b"- " * 50_000,
        b"a: &a [*a]\n",
        b"a: &x {b: 1}\nc: *x\n",
        b"!!python/object/apply:os.system ['true']\n",
        b"schema: 1\nplan: 3\nindicators: 7\n",
        b"schema: 1\nplan: {}\nindicators: [1, two, [3], {}]\n",
        b"? {a: b}\n: c\n",
        b"key: 'never closed\n",
        "schema: １\n".encode(),
    ],
    ids=range(14),
)
@pytest.mark.parametrize("name", ["targets.yaml", "baseline_2020.yaml", "actuals.csv"])
def test_hostile_files_end_in_a_message(tmp_path, content, name):
    folder = make_plan(tmp_path, indicators=[{"id": "gdp"}], actuals=[("gdp", 2021, 5)])
    (folder / name).write_bytes(content)
    result = run("project", "--plan", folder, code=None, quiet=False)
    assert result.code in (0, 2)
    assert result.code == 0 or name in result.err


def test_alias_bomb_ends_at_once(tmp_path):
    folder = make_plan(tmp_path, indicators=[{"id": "gdp"}])
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    (folder / "targets.yaml").write_text("\n".join(lines))
    assert "alias" in run("project", "--plan", folder, code=2).err


def test_huge_file_is_refused_without_being_read(tmp_path):
    folder = make_plan(tmp_path, indicators=[{"id": "gdp"}])
    with (folder / "targets.yaml").open("wb") as sparse:
        sparse.truncate(5 * 1024**3)
    assert "too_large" in run("project", "--plan", folder, code=2).err


def test_actuals_of_their_own(tmp_path):
    data = INVALID.parents[2] / "data"
    text = (data / "actuals.csv").read_bytes()
    shutil.copy(data / "actuals.csv", tmp_path / "copy.csv")
    expected_table = printed("project")
    assert run("project", "--actuals", tmp_path / "copy.csv").stdout == expected_table
    assert run("project", "--actuals", "-", stdin=text).stdout == expected_table
    assert "no actuals yet" in run("project", "--actuals", "-", "--lang", "en", stdin=b"id,year,value,unit\n").out
    assert "-:" in run("project", "--actuals", "-", stdin=b"id,year,value,unit\ngdp,x,1,2\n", code=2).err
    assert "no.csv" in run("project", "--actuals", tmp_path / "no.csv", code=2).err


def test_several_files_of_actuals_add_up(tmp_path):
    folder = make_plan(
        tmp_path, indicators=[{"id": "gdp"}], baselines=[{"id": "gdp", "value": 100}], actuals=[("gdp", 2024, 500)]
    )
    for year, value in ((2021, 110), (2022, 120)):
        (tmp_path / f"{year}.csv").write_text(f"id,year,value,unit\ngdp,{year},{value},亿元\n", encoding="utf-8")
    args = ["--actuals", tmp_path / "2021.csv", "--actuals", tmp_path / "2022.csv"]
    result = run("project", "--plan", folder, *args, "-f", "csv", "--columns", "latest_year,latest")
    assert result.lines == ["latest_year,latest", "2022,120"]
