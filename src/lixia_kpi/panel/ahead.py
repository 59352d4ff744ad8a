"""The next items of a sequence made in a thread while the last ones are used."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

T = TypeVar("T")

_END = object()


def ahead(items: Iterable[T], most: int, leave: Callable[[], None] | None = None) -> Iterator[T]:
    """Give items in order; at most `most` are ready and not asked for, and one thread makes them, one by one.

    Parameters
    ----------
    items : are asked for in the thread.
    most : at least 1.
    leave : is called when nobody wants the rest, before what is under way is waited for.

    Examples
    --------
    >>> list(ahead(range(4), 2))
    [0, 1, 2, 3]
    """
    from concurrent.futures import ThreadPoolExecutor

    iterator = iter(items)
    with closing_if_open(iterator), ThreadPoolExecutor(1, thread_name_prefix="kpi-ahead") as pool:
        coming: deque[Future[T | object]] = deque(pool.submit(next, iterator, _END) for _ in range(most))
        try:
            while (item := coming.popleft().result()) is not _END:
                coming.append(pool.submit(next, iterator, _END))
                yield cast("T", item)
        except BaseException:
            if leave is not None:
                leave()
            raise
        finally:
            for future in coming:
                future.cancel()


@contextmanager
def closing_if_open(items: Iterator[object]) -> Iterator[None]:
    """Close a generator that is left before its end, and at once: what it holds is not to wait for the collector."""
    try:
        yield
    finally:
        if isinstance(items, Generator):
            items.close()
