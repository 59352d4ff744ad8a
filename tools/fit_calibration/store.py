"""Write the table file: arrays of 32 bits and a header that says what they were fitted on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

FORMAT = 2


def store(path: Path, arrays: Mapping[str, NDArray[np.float64]], header: Mapping[str, object]) -> None:
    """Write a line of JSON and the arrays behind it, so that the same input gives the same bytes."""
    kept = {name: values.astype("<i2" if name == "ranks" else "<f4") for name, values in sorted(arrays.items())}
    listed = [[name, values.dtype.str, list(values.shape)] for name, values in kept.items()]
    text = json.dumps({"format": FORMAT, "arrays": listed, **header}, ensure_ascii=True, sort_keys=True)
    path.write_bytes(b"".join([text.encode(), b"\n", *(values.tobytes() for values in kept.values())]))
