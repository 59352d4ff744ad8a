"""Write the table file: arrays of 32 bits and a header that says what they were fitted on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

FORMAT = 1


def store(path: Path, arrays: Mapping[str, NDArray[np.float64]], header: Mapping[str, object]) -> None:
    """Write arrays and header without pickle or dates, so that the same input gives the same bytes."""
    text = json.dumps({"format": FORMAT, **header}, ensure_ascii=True, sort_keys=True)
    kept = {name: values.astype(np.int16 if name == "ranks" else np.float32) for name, values in arrays.items()}
    np.savez(path, header=np.array(text), **dict(sorted(kept.items())))
