"""Partitions on the workers of a Dask cluster: one that is running, or one of processes on this machine.

Dask hands out the work and gives that of a worker that is lost to another one; a function called through it must
therefore give the same whenever and wherever it is called.
"""

from __future__ import annotations

import logging
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from lixia_kpi.errors import UsageError
from lixia_kpi.panel.mapping import WAITING, in_order
from lixia_kpi.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lixia_kpi.panel.mapping import MapPartitions

P = TypeVar("P")
R = TypeVar("R")

SECONDS_TO_ANSWER = 10
"""A scheduler that has not answered by then, or has no worker, counts as not there."""


@contextmanager
def dask_engine(*, scheduler: str | None = None, workers: int = 1) -> Iterator[tuple[MapPartitions, int]]:
    """Give an engine of Dask workers and how many there are; those of this machine end with it.

    Parameters
    ----------
    scheduler : address of a running scheduler, as `tcp://host:8786`; None for processes on this machine.
    workers : how many processes; of no account where a scheduler is named.

    Raises
    ------
    UsageError
        `scheduler_not_reached`, `no_workers`, `worker_lacks_kpi`, `worker_version`; `worker_lost` while it works, when
        a partition has brought down several workers one after the other.
    """
    _keep_quiet()
    with _client(scheduler, workers) as client:
        count = _check_workers(client, scheduler or "")

        def run(function: Callable[[P], R], partitions: Iterable[P], /) -> Iterator[R]:
            from distributed import KilledWorker

            try:
                yield from in_order(_Pool(client), function, partitions, WAITING * count)
            except (KilledWorker, CancelledError) as fault:
                raise UsageError("worker_lost", {"scheduler": scheduler or ""}) from fault

        yield run, count


class _Pool(Executor):
    """Hands work to a cluster as an executor does; results are fetched when they are asked for, not before."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def submit(self, function: Callable[..., R], /, *args: Any, **kwargs: Any) -> Any:
        """Hand out one call; what comes back has `result` and `cancel`."""
        return self._client.submit(function, *args, **kwargs, pure=False)


@contextmanager
def _client(scheduler: str | None, workers: int) -> Iterator[Any]:
    import distributed

    client_of: Any = distributed.Client
    if scheduler is None:
        cluster_of: Any = distributed.LocalCluster
        quiet = logging.CRITICAL
        with (
            cluster_of(
                n_workers=workers, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=quiet
            ) as cluster,
            client_of(cluster) as client,
        ):
            yield client
        return
    try:
        client = client_of(scheduler, timeout=SECONDS_TO_ANSWER)
    except (OSError, TimeoutError, ValueError, TypeError) as fault:
        raise UsageError("scheduler_not_reached", {"scheduler": scheduler}) from fault
    with client:
        yield client


def _check_workers(client: Any, scheduler: str) -> int:
    """See that there are workers and that they have this very version of kpi; count them."""
    try:
        client.wait_for_workers(1, timeout=SECONDS_TO_ANSWER)
    except TimeoutError as fault:
        raise UsageError("no_workers", {"scheduler": scheduler}) from fault
    try:
        versions = list(client.run(version_of_worker).values())
    except ImportError as fault:
        raise UsageError("worker_lacks_kpi", {"scheduler": scheduler}) from fault
    for version in versions:
        if version != __version__:
            raise UsageError("worker_version", {"scheduler": scheduler, "found": version, "wanted": __version__})
    return len(versions)


def version_of_worker() -> str:
    """Give the version of kpi that a worker has."""
    return __version__


def _keep_quiet() -> None:
    """Leave it to us to say what went wrong: a worker that is lost and replaced is no news."""
    for name in ("distributed", "tornado", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
