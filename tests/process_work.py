"""Work for worker processes, which import it by its name."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PARENT = "PARENT_OF_WORKERS"
"""The variable that names the process which hands out the work."""


def doubled(numbers: NDArray[np.float64]) -> tuple[int, NDArray[np.float64]]:
    """Give the process that works, and twice the numbers."""
    return os.getpid(), 2 * numbers


def killed_away_from_home(number: int) -> int:
    """Bring down the worker that gets number 3, at home give it back."""
    if number == 3 and str(os.getpid()) != os.environ[PARENT]:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def failing(number: int) -> int:
    """Fail at number 2, naming the process."""
    if number == 2:
        raise LookupError(os.getpid())
    return number


def backwards(numbers: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the numbers backwards, which are not in one piece."""
    return numbers[::-1]


def lasting(seconds: float) -> float:
    """Take so many seconds."""
    time.sleep(seconds)
    return seconds
