"""The list of faults as CSV, one kind after the other, each in the order of region, id and year."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from shutil import copyfile, copyfileobj
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from lixia_kpi.panel.faults import COLUMNS, FAULTS

if TYPE_CHECKING:
    from types import TracebackType
    from typing import BinaryIO

    from lixia_kpi.panel.faults import FaultRows

_DANGEROUS = tuple("=+-@\t\r")


class FaultList:
    """Keeps the faults of each kind in a temporary file of its own until all are known.

    Parameters
    ----------
    folder
        where temporary files may lie; None for the system's own place.
    """

    def __init__(self, folder: str | None = None) -> None:
        self._place = TemporaryDirectory(prefix="kpi-panel-", dir=folder)

    def __enter__(self) -> FaultList:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the temporary files, whatever happened."""
        self._place.cleanup()

    def take(self, faults: FaultRows) -> None:
        """Write faults of one kind behind those that are there."""
        count = len(faults.id)
        columns = [[faults.code] * count, *(_texts(getattr(faults, name), count) for name in COLUMNS[1:])]
        text = io.StringIO()
        csv.writer(text).writerows(zip(*columns, strict=True))
        with self._file(faults.code).open("ab") as file:
            file.write(text.getvalue().encode(errors="replace"))

    def write(self, sink: BinaryIO) -> None:
        """Write everything."""
        sink.write((",".join(COLUMNS) + "\r\n").encode())
        for code in FAULTS:
            if self._file(code).exists():
                with self._file(code).open("rb") as file:
                    copyfileobj(file, sink)

    def keep(self, folder: Path) -> None:
        """Put the files of this list into a folder, from which another list takes them."""
        folder.mkdir(exist_ok=True)
        for code in FAULTS:
            if self._file(code).exists():
                copyfile(self._file(code), folder / code)

    def take_kept(self, folder: Path) -> None:
        """Write what another list has kept behind what is there."""
        for code in FAULTS:
            if (folder / code).exists():
                with (folder / code).open("rb") as kept, self._file(code).open("ab") as file:
                    copyfileobj(kept, file)

    def _file(self, code: str) -> Path:
        return Path(self._place.name, code)


def _texts(column: Any, count: int) -> list[str]:
    """Give a column as texts; numbers in their shortest form, free text that no spreadsheet takes for a formula."""
    if column is None:
        return [""] * count
    if isinstance(column, np.ndarray) and column.dtype.kind == "f":
        column = pa.array(column, from_pandas=True).cast(pa.string())
    texts = column.tolist() if isinstance(column, np.ndarray) else column.to_pylist()
    words = ("" if text is None else str(text) for text in texts)
    return ["'" + word if word.startswith(_DANGEROUS) and not _is_number(word) else word for word in words]


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
