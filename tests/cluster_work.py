"""Work for the workers of a cluster, which import it by its name."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

KILLED, FAULTY = 3, 99


def work(task: tuple[int, str]) -> int:
    """Leave a mark for each start; the first start of number 3 is killed, number 99 fails."""
    number, folder = task
    Path(folder, f"{number}-{time.monotonic_ns()}").touch()
    if number == KILLED and len(list(Path(folder).glob(f"{KILLED}-*"))) == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == FAULTY:
        raise ValueError("a fault of the work itself")
    return number
