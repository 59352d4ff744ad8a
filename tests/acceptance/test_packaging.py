"""The same plan from a wheel, from the source distribution, from an archive that is not unpacked, and from here."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from acceptance.kpi import environment, printed

ROOT = Path(__file__).parents[2]


def build(source: Path, target: Path, *kinds: str) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(target)]
    for kind in kinds:
        command += ["-t", kind]
    subprocess.run(command, cwd=source, check=True, capture_output=True, env=environment(PYTHONWARNINGS=None))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    build(ROOT, folder, "sdist", "wheel")
    return folder


@pytest.fixture(scope="module")
def wheel(built):
    return next(built.glob("*.whl"))


def project_from(place: Path, tmp_path: Path) -> tuple[str, bytes]:
    """Where the package comes from and what it prints, with `place` before everything installed."""
    env = environment(PYTHONPATH=str(place))
    where = "import lixia_kpi; print(lixia_kpi.__file__)"
    found = subprocess.run([sys.executable, "-c", where], capture_output=True, text=True, env=env, check=True)
    done = subprocess.run(
        [sys.executable, "-m", "lixia_kpi", "project", "-f", "csv"],
        capture_output=True, env=env, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    return found.stdout.strip(), done.stdout


def test_wheel_carries_the_plan_and_nothing_of_the_workshop(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {"lixia_kpi/data/targets.yaml", "lixia_kpi/data/actuals.csv", "lixia_kpi/py.typed"} <= set(names)
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert {f"lixia_kpi/render/picture/font/{file}" for file in ("kpi-sans-sc.otf", "OFL.txt")} <= set(names)
    assert any(name.endswith("/licenses/src/lixia_kpi/render/picture/font/OFL.txt") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"lixia_kpi"}
    manual = {name.partition(".data/data/")[2] for name in names if ".data/data/" in name}
    assert manual == {f"share/{file.relative_to(ROOT).as_posix()}" for file in (ROOT / "man").rglob("*.1")}
    assert {"share/man/man1/kpi.1", "share/man/man1/kpi-project.1", "share/man/zh_CN/man1/kpi.1"} <= manual
    assert not [name for name in names if "tests/" in name or "/test_" in name]
    for file in (ROOT / "data").glob("*.*"):
        assert zipfile.ZipFile(wheel).read(f"lixia_kpi/data/{file.name}") == file.read_bytes()


def test_wheel_carries_the_examples(wheel, tmp_path):
    archive = zipfile.ZipFile(wheel)
    examples = [file for file in (ROOT / "examples").glob("*/*") if file.is_file()]
    assert len(examples) >= 7
    for file in examples:
        assert archive.read(f"lixia_kpi/examples/{file.parent.name}/{file.name}") == file.read_bytes()
    for name, place in (("unpacked", tmp_path / "site"), ("archive", wheel)):
        if name == "unpacked":
            archive.extractall(place)
        done = subprocess.run(
            [sys.executable, "-m", "lixia_kpi", "init", name, "--example", "climate_health_2030"],
            capture_output=True, env=environment(PYTHONPATH=str(place)), check=False, cwd=tmp_path,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, b""), name
        made = (tmp_path / name / "targets.yaml").read_bytes()
        assert made == (ROOT / "examples" / "climate_health_2030" / "targets.yaml").read_bytes()


def test_unpacked_wheel_prints_the_same(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    where, shown = project_from(tmp_path / "site", tmp_path)
    assert Path(where).is_relative_to(tmp_path)
    assert shown == printed("project", "-f", "csv")


def test_wheel_runs_without_being_unpacked(wheel, tmp_path):
    where, shown = project_from(wheel, tmp_path)
    assert str(wheel) in where
    assert shown == printed("project", "-f", "csv")


def test_wheel_of_the_source_distribution_is_the_same(built, wheel, tmp_path):
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        archive.extractall(tmp_path, filter="data")
    build(next(tmp_path.iterdir()), tmp_path / "again", "wheel")
    assert next((tmp_path / "again").glob("*.whl")).read_bytes() == wheel.read_bytes()


def test_module_and_executable_are_one(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "lixia_kpi", "project"], capture_output=True, env=environment(), cwd=tmp_path, check=True
    )
    assert done.stdout == printed("project")


def test_no_machine_path_is_in_the_wheel(wheel):
    archive = zipfile.ZipFile(wheel)
    for name in archive.namelist():
        assert os.fsencode(str(ROOT)) not in archive.read(name)
