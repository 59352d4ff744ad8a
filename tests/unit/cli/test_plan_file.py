"""A file of a plan folder is changed by one at a time, and by all of them in the end."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import subprocess
import sys

import pytest

from lixia_kpi.cli import plan_file
from lixia_kpi.cli.plan_file import LOCK, folder_to_change, replace_under_lock
from lixia_kpi.errors import OutputError, UsageError
from lixia_kpi.problems import InputError

COUNT_UP = """
import sys
from lixia_kpi.cli.plan_file import replace_under_lock
for _ in range(int(sys.argv[2])):
    replace_under_lock(sys.argv[1], lambda before: str(int(before or b"0") + 1).encode())
"""
HOLD = """
import sys, time
from lixia_kpi.cli.plan_file import replace_under_lock
def change(before):
    print("held", flush=True)
    time.sleep(600)
replace_under_lock(sys.argv[1], change)
"""


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "actuals.csv"
    file.write_bytes(b"old")
    return file


def test_content_is_changed_and_nothing_else_is_left(file):
    file.chmod(0o640)
    assert replace_under_lock(str(file), lambda before: (before or b"") + b"er")
    assert file.read_bytes() == b"older"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert names(file.parent) == ["actuals.csv"]


def test_same_content_is_not_written(file):
    before = file.stat()
    assert not replace_under_lock(str(file), lambda content: content)
    after = file.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_new_file_begins_from_none(tmp_path):
    assert replace_under_lock(str(tmp_path / "new.csv"), lambda before: repr(before).encode())
    assert (tmp_path / "new.csv").read_bytes() == b"None"


def test_what_the_change_raises_leaves_the_file_as_it_was(file):
    def change(before):
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        replace_under_lock(str(file), change)
    assert file.read_bytes() == b"old"
    assert names(file.parent) == ["actuals.csv"]


def test_file_behind_a_link_is_changed_under_the_lock_of_its_own_folder(tmp_path, file):
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "a.csv"
    link.symlink_to(file)
    seen = []
    assert replace_under_lock(str(link), lambda before: seen.extend(names(tmp_path)) or b"new")
    assert LOCK in seen
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: path.mkdir(), "is_a_folder"),
        (os.mkfifo, "not_a_regular_file"),
        (lambda path: path.symlink_to("/dev/zero"), "not_a_regular_file"),
    ],
    ids=["folder", "pipe", "device"],
)
def test_what_is_no_plain_file_is_refused(tmp_path, make, code):
    make(tmp_path / "odd")
    with pytest.raises(InputError) as caught:
        replace_under_lock(str(tmp_path / "odd"), lambda before: b"")
    assert [problem.code for problem in caught.value.problems] == [code]
    assert names(tmp_path) == ["odd"]


def test_missing_folder_is_not_made(tmp_path):
    with pytest.raises(InputError, match="file_not_found"):
        replace_under_lock(str(tmp_path / "no" / "a.csv"), lambda before: b"")
    assert names(tmp_path) == []


def test_link_in_a_circle_is_said(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "a")
    with pytest.raises(OutputError, match="output_links_in_a_circle"):
        replace_under_lock(str(tmp_path / "a"), lambda before: b"")


def test_no_file_can_have_that_name(tmp_path):
    with pytest.raises(OutputError, match="output_failed"):
        replace_under_lock(f"{tmp_path}/a\0b", lambda before: b"")


def test_many_at_once_lose_nothing(tmp_path):
    file = tmp_path / "count"
    command = [sys.executable, "-c", COUNT_UP, str(file), "15"]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(4)]
    assert [process.communicate(timeout=60)[1] for process in running] == [b""] * 4
    assert file.read_bytes() == b"60"
    assert names(tmp_path) == ["count"]


def test_another_that_holds_the_folder_is_said_and_one_that_was_killed_does_not_block(file, monkeypatch):
    with subprocess.Popen([sys.executable, "-c", HOLD, str(file)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        monkeypatch.setattr(plan_file, "WAIT", 0.1)
        with pytest.raises(OutputError, match="plan_in_use"):
            replace_under_lock(str(file), lambda before: b"new")
        assert file.read_bytes() == b"old"
        holder.kill()
        holder.wait(timeout=30)
    assert names(file.parent) == [LOCK, "actuals.csv"]
    assert replace_under_lock(str(file), lambda before: b"new")
    assert names(file.parent) == ["actuals.csv"]


def test_file_saved_in_an_editor_meanwhile_is_not_overwritten(file):
    def change(before):
        file.write_bytes(b"from the editor")
        return b"new"

    with pytest.raises(OutputError, match="plan_changed_meanwhile"):
        replace_under_lock(str(file), change)
    assert file.read_bytes() == b"from the editor"


@pytest.mark.parametrize("fault", [errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS])
def test_file_system_without_locks_is_used_without(file, monkeypatch, fault):
    def flock(descriptor, operation):
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(fcntl, "flock", flock)
    assert replace_under_lock(str(file), lambda before: b"new")
    assert file.read_bytes() == b"new"
    assert names(file.parent) == ["actuals.csv"]


@pytest.mark.parametrize("fault", [errno.EACCES, errno.EROFS])
def test_folder_that_cannot_be_written_to_is_said(file, monkeypatch, fault):
    def refuse(path, *args, **kwargs):
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr("filelock._unix.os.open", refuse)
    with pytest.raises(OutputError, match="output_not_allowed"):
        replace_under_lock(str(file), lambda before: b"new")
    monkeypatch.undo()
    assert file.read_bytes() == b"old"


def test_shipped_plan_is_never_the_one_to_change():
    assert folder_to_change("plan") == "plan"
    with pytest.raises(UsageError, match="plan_to_change_needed"):
        folder_to_change(None)
