"""A file is replaced in one step; what stands in the way leaves the old one whole and nothing beside it."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lixia_kpi.cli import replacement
from lixia_kpi.cli.replacement import open_target, real_path, replace


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "a.csv"
    file.write_bytes(b"old")
    return file


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def leave_one(file, process, content=b"half"):
    leftover = file.with_name(f"{replacement._prefix(file)}{process}.tmp")
    leftover.write_bytes(content)
    return leftover


@pytest.mark.parametrize("step", ["fsync", "write", "replace", "chmod"])
def test_a_step_that_fails_leaves_the_old_file_and_nothing_beside(file, monkeypatch, step):
    def fail(*args, **kwargs):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    owner = {"fsync": (os, "fsync"), "write": (os, "fdopen"), "replace": (Path, "replace"), "chmod": (Path, "chmod")}
    monkeypatch.setattr(*owner[step], fail)
    with pytest.raises(OSError, match="No space left"):
        replace(file, b"new")
    assert file.read_bytes() == b"old"
    assert names(file.parent) == ["a.csv"]


def test_interrupt_leaves_the_old_file_and_nothing_beside(file, monkeypatch):
    def interrupt(descriptor):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace(file, b"new")
    assert (file.read_bytes(), names(file.parent)) == (b"old", ["a.csv"])


def test_leftover_of_a_dead_process_goes_and_of_a_living_one_stays(file):
    with subprocess.Popen([sys.executable, "-c", "pass"]) as ended:
        pass
    leave_one(file, ended.pid)
    leave_one(file, os.getpid())
    alive = leave_one(file, os.getppid())
    strange = [file.with_name(".a.csv.tmp"), file.with_name(".a.csv.00000000-999999.tmp"), file.with_name("b.tmp")]
    for path in strange:
        path.write_bytes(b"")
    replace(file, b"new")
    assert file.read_bytes() == b"new"
    assert names(file.parent) == sorted([file.name, alive.name, *(path.name for path in strange)])


def test_process_number_beyond_any_is_gone(file):
    leave_one(file, 10**30)
    replace(file, b"new")
    assert names(file.parent) == ["a.csv"]


def test_long_name_has_a_temporary_file_all_the_same(tmp_path):
    file = tmp_path / ("a" * 250)
    replace(file, b"new")
    assert file.read_bytes() == b"new"


def test_owner_is_kept_where_it_can_be(file, monkeypatch):
    given = []
    monkeypatch.setattr(replacement.os, "chown", lambda path, user, group: given.append((user, group)))
    status = list(file.stat())
    status[4:6] = 4711, 4712
    replacement._keep_owner(file, os.stat_result(status))
    assert given == [(4711, 4712)]
    replacement._keep_owner(file, file.stat())
    assert len(given) == 1


def test_real_path_follows_links_and_needs_no_file(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "b" / ".." / "file")
    (tmp_path / "b").mkdir()
    assert real_path(str(tmp_path / "link")) == Path(os.path.realpath(tmp_path)) / "file"
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(OSError, match="symbolic"):
        real_path(str(tmp_path / "loop"))


@pytest.mark.parametrize(("name", "code"), [("a\0b", errno.EINVAL), ("", errno.EISDIR)], ids=["nul", "folder"])
def test_what_no_file_can_be_is_an_error_of_the_system(tmp_path, name, code):
    with pytest.raises(OSError, match=r"null|directory") as fault, open_target(str(tmp_path / name)):
        pass
    assert fault.value.errno == code
    assert names(tmp_path) == []
