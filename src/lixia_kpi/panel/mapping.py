"""A function over partitions, one after the other or several at a time; the results come in the order of the input.

An engine is any function of this form. At no time are more partitions in hand than are being worked on and waited for.
"""

from __future__ import annotations

from collections import deque
from threading import Event
from typing import TYPE_CHECKING, Protocol, TypeVar

from lixia_kpi.panel.ahead import ahead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor, Future

P = TypeVar("P")
R = TypeVar("R")

WAITING = 2
"""Partitions made ready in advance for each worker."""


class MapPartitions(Protocol):
    """What every engine offers."""

    def __call__(self, function: Callable[[P], R], partitions: Iterable[P], /) -> Iterator[R]:
        """Give the result for each partition, in order; each partition is worked on once or, after a fault, again."""
        ...


def serially(function: Callable[[P], R], partitions: Iterable[P], /) -> Iterator[R]:
    """Work on one partition after the other.

    >>> list(serially(abs, [1, -2]))
    [1, 2]
    """
    return map(function, partitions)


def in_threads(workers: int, leave: Callable[[], None] | None = None) -> MapPartitions:
    """Give an engine of threads: numpy works outside the interpreter's lock.

    Parameters
    ----------
    workers : how many.
    leave : is called when nobody wants the rest, as after an interrupt; no further partition is then begun.

    Examples
    --------
    >>> list(in_threads(2)(abs, [1, -2, 3]))
    [1, 2, 3]
    """

    def run(function: Callable[[P], R], partitions: Iterable[P], /) -> Iterator[R]:
        from concurrent.futures import CancelledError, ThreadPoolExecutor

        left = Event()

        def work(partition: P) -> R:
            if left.is_set():
                raise CancelledError
            return function(partition)

        def leave_all() -> None:
            left.set()
            if leave is not None:
                leave()

        with ThreadPoolExecutor(workers, thread_name_prefix="kpi") as pool:
            yield from ahead(in_order(pool, work, partitions, WAITING * workers), workers, leave_all)

    return run


def in_order(pool: Executor, function: Callable[[P], R], partitions: Iterable[P], most: int) -> Iterator[R]:
    """Hand out partitions while fewer than `most` are under way, and give the results in order."""
    under_way: deque[Future[R]] = deque()
    try:
        for partition in partitions:
            under_way.append(pool.submit(function, partition))
            if len(under_way) >= most:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        for future in under_way:
            future.cancel()
