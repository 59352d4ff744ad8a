"""Work on blocks of series: one block after another, or several at a time on the cores of the machine."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from lixia_kpi.growth.arrays import FloatArray

    Task = TypeVar("Task")
    Result = TypeVar("Result")

SPARE = 8
"""Columns that a row of a workspace has over: rows that begin a power of two apart push each other out of the cache."""

BUFFER = 512
"""Numbers that numpy gathers before it computes. Its default of 8,192 makes it copy rows to save a loop over them."""

PIECE_ROWS, LARGEST_PIECE = 64, 1 << 21
"""Rows of a workspace that are taken from the system at a time, and numbers at most: enough for all that a block needs,
and so large that the system hands over large pages."""

PASSING = "passing"
"""Name of the place in a workspace for what nobody reads once a step is over."""

WORTH_A_WORKER = 16_384
"""Series for which a further core is called in; fewer are done before it has started."""


class Workspace:
    """Memory that a worker fills anew for every block, so that blocks neither allocate nor leave the cache."""

    __slots__ = ("_arrays", "_piece")

    def __init__(self) -> None:
        self._arrays: dict[str, FloatArray] = {}
        self._piece = np.empty(0)

    def take(self, name: str, rows: int, columns: int) -> FloatArray:
        """Give an array of shape (rows, columns) with whatever it held last."""
        held = self._arrays.get(name)
        if held is None or held.shape[0] < rows or held.shape[1] < columns:
            held = self._arrays[name] = self._cut(rows, columns + SPARE)
        return held[:rows, :columns]

    def take_bytes(self, name: str, rows: int, columns: int) -> NDArray[np.int8]:
        """Give small numbers, shape (rows, columns), columns a multiple of 8, with whatever they held last."""
        return self.take(name, rows, columns // 8).view(np.int8)

    def _cut(self, rows: int, width: int) -> FloatArray:
        """Cut an array off the piece of memory in hand, or off a new one where that is used up."""
        size = rows * width
        if self._piece.size < size:
            self._piece = np.empty(max(size, min(PIECE_ROWS * width, LARGEST_PIECE)))
        cut, self._piece = self._piece[:size], self._piece[size:]
        return cut.reshape(rows, width)


def cores(series: int) -> int:
    """Give how many workers a batch is worth: the cores that this process may use, fewer for small batches.

    Examples
    --------
    >>> cores(150)
    1
    """
    if series < 2 * WORTH_A_WORKER:
        return 1
    return min(usable_cores(), series // WORTH_A_WORKER)


def usable_cores() -> int:
    """Count the cores that this process may use, at least one."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(work: Callable[[Task, Workspace], Result], tasks: Sequence[Task], *, workers: int) -> list[Result]:
    """Do every task and give the results in the order of the tasks, whoever did them.

    Parameters
    ----------
    work : does one task; the workspace is its worker's own. Tasks must not write to the same memory.
    tasks : any number.
    workers : tasks done at a time, >= 1. numpy leaves the interpreter to others while it computes, so that threads do.

    Returns
    -------
    list
        One result a task.

    Examples
    --------
    >>> run(lambda task, workspace: 2 * task, [1, 2, 3], workers=2)
    [2, 4, 6]
    """
    pending = iter(enumerate(tasks))
    done: dict[int, Result] = {}

    def work_on() -> None:
        workspace = Workspace()
        with np.errstate(all="ignore"):
            kept = np.setbufsize(BUFFER)
            try:
                for place, task in pending:
                    done[place] = work(task, workspace)
            finally:
                np.setbufsize(kept)

    further = min(workers, len(tasks)) - 1
    if further < 1:
        work_on()
    else:
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(further) as pool:
            helping = [pool.submit(work_on) for _ in range(further)]
            work_on()
            for one in helping:
                one.result()
    return [done[place] for place in range(len(tasks))]
