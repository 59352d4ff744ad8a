"""Runs of `kpi` that do without starting Python: a process that has imported everything is split for each of them.

Such a run does not see how Python starts, how modules are imported and how they are taken apart at the end; its mask
and limits are those of the warmed process. A run is therefore a fresh process where its environment differs from that
of the warmed one in more than `READ_BY_THE_RUN`, where another run is under way at the same time, where the system
cannot split processes, and everywhere if the variable `KPI_TESTS_FRESH` is set.
"""

from __future__ import annotations

import atexit
import contextlib
import marshal
import os
import select
import selectors
import signal
import socket
import struct
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from acceptance.warmed_process import LENGTH, NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import BinaryIO

READ_BY_THE_RUN = {
    *("KPI_LANG", "KPI_PLAN", "KPI_DEBUG", "COLUMNS", "LINES", "TERM", "NO_COLOR", "FORCE_COLOR"),
    *("_KPI_COMPLETE", "COMP_WORDS", "COMP_CWORD"),
}
"""Variables that are read when `kpi` runs, never when it and its libraries are imported."""
_SCRIPT = Path(__file__).with_name("warmed_process.py")
_MUCH = 1 << 16


def at_start(environment: Mapping[str, str]) -> dict[str, str]:
    """Give the variables that matter when Python starts and imports; pytest's own name the test that runs."""
    return {
        name: value
        for name, value in environment.items()
        if name not in READ_BY_THE_RUN and not name.startswith("PYTEST_")
    }


class Warmed:
    """A warmed process in a given environment, started by the first run that may use it.

    Python lays out its streams when it starts, and otherwise on a terminal: runs on a terminal are split from a process
    that was started on one.
    """

    def __init__(self, environment: Mapping[str, str], *, on_terminal: bool = False) -> None:
        self._environment = dict(environment)
        self._on_terminal = on_terminal
        self._one_run = Lock()
        self._control: socket.socket | None = None

    def run(
        self,
        arguments: Sequence[str | os.PathLike[str]],
        environment: Mapping[str, str],
        *,
        given: bytes,
        folder: Path | None,
        longest: float,
    ) -> subprocess.CompletedProcess[bytes] | None:
        """Run a command line, its first word the file of the command; None where a fresh process is called for.

        `given` is what standard input holds, `folder` the one to run in; after `longest` seconds the run is ended and
        `subprocess.TimeoutExpired` raised.
        """
        with self._free(environment) as control:
            if control is None:
                return None
            code, out, err = _run(control, _request(arguments, environment, folder), given, longest)
        return subprocess.CompletedProcess(arguments, code, out, err)

    def run_on_terminal(
        self,
        arguments: Sequence[str | os.PathLike[str]],
        environment: Mapping[str, str],
        *,
        columns: int,
        folder: Path | None,
    ) -> tuple[int, str] | None:
        """Run a command line on a terminal of so many columns; its exit code and what appears, None as `run`."""
        with self._free(environment) as control:
            if control is None:
                return None
            return _run_on_terminal(control, _request(arguments, environment, folder), columns)

    @contextmanager
    def _free(self, environment: Mapping[str, str]) -> Iterator[socket.socket | None]:
        """Hold the way to the warmed process, None where it does not serve this environment or is serving."""
        fits = hasattr(os, "fork") and at_start(environment) == at_start(self._environment)
        if not fits or os.environ.get("KPI_TESTS_FRESH") or not self._one_run.acquire(blocking=False):
            yield None
        else:
            try:
                self._control = self._control or _start(self._environment, on_terminal=self._on_terminal)
                yield self._control
            finally:
                self._one_run.release()


def _request(arguments: Sequence[str | os.PathLike[str]], environment: Mapping[str, str], folder: Path | None) -> bytes:
    return marshal.dumps(
        (
            [os.fsencode(argument) for argument in arguments],
            {os.fsencode(name): os.fsencode(value) for name, value in environment.items()},
            os.fsencode(folder or Path.cwd()),
        )
    )


def _start(environment: Mapping[str, str], *, on_terminal: bool) -> socket.socket:
    """Start a warmed process; it ends with this one, which closes its end of the socket that is given back."""
    ours, theirs = socket.socketpair()
    ends = os.openpty() if on_terminal else os.pipe()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, _SCRIPT, str(theirs.fileno())],
            stdin=subprocess.DEVNULL if on_terminal else subprocess.PIPE,
            stdout=ends[1],
            env=environment,
            pass_fds=[theirs.fileno()],
        )

    def end() -> None:
        ours.close()
        process.communicate()
        for number in ends:
            os.close(number)

    atexit.register(end)
    return ours


def _run(control: socket.socket, request: bytes, given: bytes, longest: float) -> tuple[int, bytes, bytes]:
    with ExitStack() as opened:
        (stdin, to_it), (from_it, stdout), (complaints, stderr) = (_pipe(opened) for _ in range(3))
        process = _split(control, request, stdin.fileno(), stdout.fileno(), stderr.fileno())
        for end in (stdin, stdout, stderr):
            end.close()
        try:
            out, err = _exchange(to_it, given, from_it, complaints, longest)
        except subprocess.TimeoutExpired:
            os.kill(process, signal.SIGKILL)
            raise
        finally:
            code = _number(control)
    return code, out, err


def _run_on_terminal(control: socket.socket, request: bytes, columns: int) -> tuple[int, str]:
    import fcntl
    import termios

    master, terminal = os.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with Path(os.devnull).open("rb") as nothing:
        _split(control, request, nothing.fileno(), terminal, terminal)
    os.close(terminal)
    shown = []
    with contextlib.suppress(OSError):  # the terminal closes with its last writer
        while piece := os.read(master, _MUCH):
            shown.append(piece)
    os.close(master)
    return _number(control), b"".join(shown).decode().replace("\r\n", "\n")


def _split(control: socket.socket, request: bytes, *streams: int) -> int:
    """Let a process be split off with these standard streams; its number."""
    socket.send_fds(control, [LENGTH.pack(len(request))], streams)
    control.sendall(request)
    return _number(control)


def _pipe(opened: ExitStack) -> tuple[BinaryIO, BinaryIO]:
    read, write = os.pipe()
    return opened.enter_context(os.fdopen(read, "rb", 0)), opened.enter_context(os.fdopen(write, "wb", 0))


def _number(control: socket.socket) -> int:
    packed = control.recv(NUMBER.size, socket.MSG_WAITALL)
    if not packed:
        raise RuntimeError("the warmed process has ended; standard error says why")
    return int(NUMBER.unpack(packed)[0])


def _exchange(
    to_it: BinaryIO, given: bytes, from_it: BinaryIO, complaints: BinaryIO, longest: float
) -> tuple[bytes, bytes]:
    """Give a process its standard input and take all it writes, both at once: either may wait for the other."""
    taken: dict[BinaryIO, list[bytes]] = {from_it: [], complaints: []}
    left = memoryview(given)
    until = time.monotonic() + longest
    with selectors.DefaultSelector() as selector:
        for end in taken:
            selector.register(end, selectors.EVENT_READ)
        selector.register(to_it, selectors.EVENT_WRITE)
        while selector.get_map():
            ready = selector.select(until - time.monotonic())
            if time.monotonic() > until:
                raise subprocess.TimeoutExpired("kpi", longest)
            for key, _events in ready:
                end = key.fileobj
                if end is to_it:
                    left = _write(to_it, left)
                    done = not left
                else:
                    piece = end.read(_MUCH)
                    taken[end].append(piece)
                    done = not piece
                if done:
                    selector.unregister(end)
                    end.close()
    return b"".join(taken[from_it]), b"".join(taken[complaints])


def _write(end: BinaryIO, left: memoryview) -> memoryview:
    """Write what the pipe takes without waiting; nothing is left for a reader that has gone."""
    try:
        return left[end.write(left[: select.PIPE_BUF]) :]
    except BrokenPipeError:
        return left[:0]
