"""What is done with one input, and what counts as found."""

from __future__ import annotations

import io
import resource
import signal
import warnings
import zipfile
from typing import TYPE_CHECKING

from lixia_kpi.messages.problems import problem_sentence
from lixia_kpi.office.read import read_sheets

if TYPE_CHECKING:
    from types import FrameType

MEMORY = 1536 * 1024 * 1024
SECONDS = 15
LONGEST = 1000
_MARK = b"\n\0--part--\0"


class TooSlow(BaseException):
    """A reader went on for longer than `SECONDS`."""


def bound() -> None:
    """Bound the memory of this process, and make its alarm an exception."""

    def alarm(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlow

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, alarm)


def read_one(data: bytes) -> None:
    """Read one input; whatever is raised is a finding, and so is a result that breaks a promise of the reader."""
    signal.alarm(SECONDS)
    try:
        sheets, problems = read_sheets(data, file="input")
        assert sheets or problems
        assert not (sheets and any(problem.severity == "error" for problem in problems))
        for sheet in sheets:
            assert len({len(row) for row in sheet.rows}) <= 1
        for problem in problems:
            for lang in ("zh", "en"):
                sentence = problem_sentence(problem.code, problem.details, lang)
                assert sentence.replace("\u3000", " ").isprintable()
                assert len(sentence) < LONGEST
    finally:
        signal.alarm(0)


def unpacked(data: bytes) -> bytes:
    """Lay an archive open: its files one after the other, so that changes reach what is packed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(_MARK + name.encode() + b"\n" + archive.read(name) for name in archive.namelist())


def packed(laid_open: bytes) -> bytes:
    """Make an archive again of what `unpacked` laid open."""
    out = io.BytesIO()
    warnings.simplefilter("ignore", UserWarning)  # two files of one name
    with zipfile.ZipFile(out, "w") as archive:
        for part in laid_open.split(_MARK)[1:]:
            name, _, content = part.partition(b"\n")
            archive.writestr(zipfile.ZipInfo(name.decode("utf-8", "replace").replace("\0", "")[:200] or "x"), content)
    return out.getvalue()
