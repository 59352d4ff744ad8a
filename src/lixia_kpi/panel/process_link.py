"""Two processes that hand objects to each other: the arrays in memory that both see, word of them through a pipe."""

from __future__ import annotations

import mmap
import os
import pickle
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

ROOM = 64 << 20
"""Bytes that go over in common memory at a time; what does not fit goes through the pipe. Unused pages take none."""

HALVES = 2
"""Messages that the common memory holds: one may still be copied while the next is written."""

_ALIGNED = 64


class Link:
    """One end of a link; before a message is sent the last but one has to be taken over, as its memory is used anew.

    Parameters
    ----------
    connection
        the pipe to the other end.
    outgoing, incoming
        descriptors of the memories that this end writes and reads; None where the system has no such memory, and
        everything goes through the pipe.
    """

    def __init__(self, connection: Connection, outgoing: int | None, incoming: int | None) -> None:
        self._connection = connection
        self._outgoing = None if outgoing is None else mmap.mmap(outgoing, 0)
        self._incoming = None if incoming is None else mmap.mmap(incoming, 0)
        self._sent = 0

    def send(self, thing: object) -> None:
        """Hand over anything that can be pickled.

        Raises
        ------
        OSError
            The other end has gone.
        """
        arrays: list[pickle.PickleBuffer] = []
        rest = pickle.dumps(thing, protocol=5, buffer_callback=arrays.append)
        room = len(self._outgoing or b"") // HALVES
        start, end = self._sent % HALVES * room, 0
        self._sent += 1
        parts: list[bytes | tuple[int, int]] = []
        for array in (*arrays, pickle.PickleBuffer(rest)):
            raw = array.raw()
            if self._outgoing is None or end + raw.nbytes > room:
                parts.append(bytes(raw))
                continue
            self._outgoing[start + end : start + end + raw.nbytes] = raw
            parts.append((end, raw.nbytes))
            end += -(-raw.nbytes // _ALIGNED) * _ALIGNED
        self._connection.send_bytes(pickle.dumps((start, end, parts)))

    def word(self) -> bytes:
        """Wait for word of what the other end has sent; `take` then takes it over.

        Raises
        ------
        EOFError, OSError
            The other end has gone.
        """
        return self._connection.recv_bytes()

    def take(self, word: bytes, *, lasting: bool) -> Any:
        """Take over what the other end has sent.

        Parameters
        ----------
        word : of it.
        lasting : whether it is kept beyond the next message but one; else its arrays are those of the common memory.
        """
        start, end, parts = pickle.loads(word)
        common: memoryview | bytes = b""
        if self._incoming is not None:
            held = memoryview(self._incoming)[start : start + end]
            common = memoryview(bytes(held)) if lasting else held
        *arrays, rest = (part if isinstance(part, bytes) else common[part[0] : part[0] + part[1]] for part in parts)
        return pickle.loads(rest, buffers=arrays)

    def close(self) -> None:
        """Let the other end know that nothing more comes."""
        self._connection.close()
        for memory in (self._outgoing, self._incoming):
            if memory is not None:
                memory.close()


def common_memory() -> int | None:
    """Give memory that goes when nobody holds it any more, by its descriptor; None where the system has none."""
    if not hasattr(os, "memfd_create"):
        return None
    descriptor = os.memfd_create("kpi")
    os.ftruncate(descriptor, HALVES * ROOM)
    return descriptor
