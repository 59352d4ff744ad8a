"""Bytes that come bit by bit, to standard output or, in one step at the end, to a file."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from io import BufferedWriter, RawIOBase
from typing import TYPE_CHECKING

from lixia_kpi.cli.waiting import end
from lixia_kpi.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, BinaryIO


@contextmanager
def open_output(path: str | None) -> Iterator[BinaryIO]:
    """Give what takes the bytes of a result: standard output, or a file that appears when all is written.

    Raises
    ------
    OutputError
        where that is not possible; a file is then as it was before.
    BrokenPipeError
        when the reader has closed the pipe.
    """
    try:
        if path is None:
            with BufferedWriter(_StandardOutput()) as stream:
                yield stream
        else:
            from lixia_kpi.cli.replacement import open_target

            with open_target(path) as file:
                yield file
    except BrokenPipeError:
        raise
    except OSError as fault:
        from lixia_kpi.cli.output_fault import output_error

        raise output_error(fault, path or "stdout") from fault


class _StandardOutput(RawIOBase):
    """Standard output as a plain stream of bytes."""

    def __init__(self) -> None:
        if sys.stdout is None:
            raise OutputError("standard_output_closed")
        end()
        sys.stdout.flush()
        self._descriptor = sys.stdout.fileno()

    def writable(self) -> bool:
        """Bytes can be written."""
        return True

    def write(self, data: Any, /) -> int:
        """Write all of the bytes."""
        view = memoryview(data).cast("B")
        size = len(view)
        while view:
            view = view[os.write(self._descriptor, view) :]
        return size
