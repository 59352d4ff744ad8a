"""Sorted runs of entries: in memory while they are few, in temporary files when they are many."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from lixia_kpi.panel.entries import Entries
from lixia_kpi.panel.sorting import sort_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future
    from types import TracebackType

    from lixia_kpi.panel.row_batch import RowBatch

ROWS_IN_A_RUN = 1 << 21
"""Rows that are sorted at a time."""

RUNS_AT_A_TIME = 2
"""Runs that are sorted at a time in threads: the rows of each are there twice."""

MOST_MEMORY = 256 << 20
"""Bytes of sorted runs that are kept in memory."""

ENTRIES_IN_A_CHUNK = 8192
"""Entries that are read back at a time, of each run."""


class Store:
    """Takes rows, sorts them in runs and keeps the runs; its temporary files go when it is left.

    `years` are the first and the last year with a value, `entries` counts the entries of all runs.

    Parameters
    ----------
    folder
        where temporary files may lie; None for the system's own place.
    in_threads
        sort in threads of its own, while rows come in.
    rows_in_a_run, most_memory
        see the constants of this file.
    """

    def __init__(
        self,
        folder: str | None = None,
        *,
        in_threads: bool = False,
        rows_in_a_run: int = ROWS_IN_A_RUN,
        most_memory: int = MOST_MEMORY,
    ) -> None:
        self._folder, self._rows, self._memory = folder, rows_in_a_run, most_memory
        self._pool = ThreadPoolExecutor(RUNS_AT_A_TIME, thread_name_prefix="kpi-sort") if in_threads else None
        self._place: TemporaryDirectory[str] | None = None
        self.clear()

    def __enter__(self) -> Store:
        """Begin; temporary files are made when they are needed."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the temporary files, whatever happened."""
        self.clear()
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        if self._place is not None:
            self._place.cleanup()

    def clear(self) -> None:
        """Forget every row."""
        self._waiting: list[RowBatch] = []
        self._count = 0
        self._sorting: deque[Future[Entries]] = deque()
        self._held: list[Entries] = []
        self._files: list[Path] = []
        self.years: tuple[int, int] | None = None
        self.entries = 0

    def add(self, rows: RowBatch) -> None:
        """Take rows in any order."""
        if len(rows):
            self._waiting.append(rows)
            self._count += len(rows)
            if self._count >= self._rows:
                self._sort()

    def runs(self) -> list[Iterator[Entries]]:
        """Sort what is left and give every run, in chunks that split no series."""
        self._sort()
        while self._sorting:
            self._keep(self._sorting.popleft().result())
        return [*(_chunks(run) for run in self._held), *(_read(file) for file in self._files)]

    def _sort(self) -> None:
        if not self._waiting:
            return
        rows, self._waiting, self._count = self._waiting, [], 0
        if self._pool is None:
            self._keep(sort_rows(rows))
            return
        self._sorting.append(self._pool.submit(sort_rows, rows))
        if len(self._sorting) == RUNS_AT_A_TIME:
            self._keep(self._sorting.popleft().result())

    def _keep(self, run: Entries) -> None:
        self._note_years(run)
        self.entries += len(run)
        self._held.append(run)
        if sum(held.nbytes for held in self._held) > self._memory:
            self._spill()

    def _note_years(self, run: Entries) -> None:
        known = run.year[~np.isnan(run.value)]
        if len(known):
            first, last = int(known.min()), int(known.max())
            before = self.years or (first, last)
            self.years = min(first, before[0]), max(last, before[1])

    def _spill(self) -> None:
        """Write the runs that are held into files, one each."""
        if self._place is None:
            self._place = TemporaryDirectory(prefix="kpi-panel-", dir=self._folder)
        for run in self._held:
            path = Path(self._place.name, f"run{len(self._files)}.arrow")
            chunks = [chunk.to_arrow() for chunk in _chunks(run)]
            with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, chunks[0].schema) as writer:
                for chunk in chunks:
                    writer.write_batch(chunk)
            self._files.append(path)
        self._held = []


def _chunks(run: Entries) -> Iterator[Entries]:
    """Cut a run into chunks; the units of one series stay together."""
    start = 0
    while start < len(run):
        stop = min(start + ENTRIES_IN_A_CHUNK, len(run))
        while stop < len(run) and run.key(stop) == run.key(stop - 1):
            stop += 1
        yield run.slice(start, stop)
        start = stop


def _read(path: Path) -> Iterator[Entries]:
    with pa.OSFile(str(path), "rb") as file:
        reader: Any = pa.ipc.open_file(file)
        for number in range(reader.num_record_batches):
            yield Entries.from_arrow(reader.get_batch(number))
