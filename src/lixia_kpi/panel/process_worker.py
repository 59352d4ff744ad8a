"""What a worker process does: take work, do it, answer, until the one who hands it out has gone."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from multiprocessing.connection import Connection

from lixia_kpi.panel.process_link import Link


def serve(connection: int, incoming: int, outgoing: int, modules: list[str]) -> None:
    """Answer every (function, partition) by (result,), or by () where the function fails.

    Parameters
    ----------
    connection, incoming, outgoing : descriptors of a link; the memories are −1 where there are none.
    modules : to be imported before the first work comes.
    """
    gc.disable()
    link = Link(Connection(connection), *(None if place < 0 else place for place in (outgoing, incoming)))
    for module in modules:
        import_module(module)
    if "pyarrow" in sys.modules:
        from lixia_kpi.panel.without_pandas import keep_pandas_away

        keep_pandas_away()
    while True:
        try:
            function, partition = link.take(link.word(), lasting=False)
        except (EOFError, OSError):
            return
        answer: tuple[object, ...]
        try:
            answer = (function(partition),)
        except Exception:
            answer = ()
        try:
            link.send(answer)
        except OSError:
            return
