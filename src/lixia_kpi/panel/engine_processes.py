"""Partitions on processes of this machine: unlike threads they do not wait for each other's interpreter.

The processes are programs of their own, not copies of this one: nothing that runs here, neither threads nor the script
that called, is started a second time.
"""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import Pipe
from queue import SimpleQueue
from threading import Event, Lock
from typing import TYPE_CHECKING, TypeVar

from lixia_kpi.panel.freed_memory import IN_ENVIRONMENT
from lixia_kpi.panel.mapping import in_threads
from lixia_kpi.panel.process_link import HALVES, Link, common_memory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lixia_kpi.panel.mapping import MapPartitions

P = TypeVar("P")
R = TypeVar("R")

COPYING = 1
"""Threads beyond one a worker: a result is taken over while its worker has the next work already."""

_PROGRAM = """
import sys
sys.path[:] = {path!r}
from lixia_kpi.panel.process_worker import serve
serve({connection}, {incoming}, {outgoing}, {modules!r})
"""


def can_start_processes() -> bool:
    """Whether this system hands descriptors to the processes it starts, and this program is run by an interpreter."""
    return os.name == "posix" and bool(sys.executable) and not getattr(sys, "frozen", False)


@contextmanager
def process_engine(workers: int, modules: Sequence[str] = ()) -> Iterator[MapPartitions]:
    """Give an engine of worker processes, which start at once and end with it.

    What a worker cannot do, because it has been killed or because the function fails there, is done here instead: the
    result is there all the same, or the error, with the place where it arose.

    Parameters
    ----------
    workers : how many.
    modules : names of modules that the workers import while they wait for work.

    Examples
    --------
    >>> with process_engine(1) as map_partitions:
    ...     list(map_partitions(abs, [1, -2, 3]))
    [1, 2, 3]
    """
    with ExitStack() as stack:
        idle: SimpleQueue[Worker] = SimpleQueue()
        all_of_them: list[Worker] = []

        def kill_all() -> None:
            for worker in all_of_them:
                worker.kill()

        for _ in range(workers):
            worker = Worker(modules)
            stack.callback(worker.end)
            all_of_them.append(worker)
            idle.put(worker)
        stack.callback(kill_all)  # first of all: each takes a while to give its memory back

        def run(function: Callable[[P], R], partitions: Iterable[P], /) -> Iterator[R]:
            left = Event()

            def leave() -> None:
                left.set()
                kill_all()

            def hand_out(partition: P) -> R:
                worker = idle.get()
                done = worker.do(function, partition, lambda: idle.put(worker))
                if left.is_set():
                    raise CancelledError
                return done[0] if done else function(partition)

            return in_threads(workers + COPYING, leave)(hand_out, partitions)

        yield run


class Worker:
    """One worker process, as the one who hands out work sees it.

    Parameters
    ----------
    modules
        names of modules that it imports before work comes.
    """

    def __init__(self, modules: Sequence[str]) -> None:
        ours, theirs = Pipe()
        memories = [common_memory(), common_memory()]
        there, back = (-1 if memory is None else memory for memory in memories)
        program = _PROGRAM.format(
            path=sys.path, connection=theirs.fileno(), incoming=there, outgoing=back, modules=list(modules)
        )
        self._link = Link(ours, *memories)
        self._halves = [Lock() for _ in range(HALVES)]
        self._asked = 0
        self._process: subprocess.Popen[bytes] | None = None
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-c", program],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[descriptor for descriptor in (theirs.fileno(), there, back) if descriptor >= 0],
                env={**IN_ENVIRONMENT, **os.environ},
                process_group=0,  # the keyboard interrupts the one who hands out work, and that one ends the workers
            )
        except OSError:
            pass  # no more processes allowed, or no memory for one: `do` will say that it is not there
        finally:
            theirs.close()
            for memory in memories:
                if memory is not None:
                    os.close(memory)

    def do(self, function: Callable[[P], R], partition: P, release: Callable[[], None]) -> tuple[()] | tuple[R]:
        """Give the result; nothing where the worker could not do it.

        Parameters
        ----------
        function, partition : the work; one asks at a time.
        release : is called once the worker can be asked anew; its answer is taken over after that.
        """
        with self._halves[self._asked % HALVES]:
            try:
                self._link.send((function, partition))
                self._asked += 1
                word = self._link.word()
            except (EOFError, OSError):
                return ()
            finally:
                release()
            answer: tuple[()] | tuple[R] = self._link.take(word, lasting=True)
        return answer

    def kill(self) -> None:
        """End the process, whatever it is doing: it holds nothing that has to be put away."""
        if self._process is not None:
            self._process.kill()

    def end(self) -> None:
        """End the process and put away what belongs to it."""
        self._link.close()
        self.kill()
        if self._process is not None:
            self._process.wait()
