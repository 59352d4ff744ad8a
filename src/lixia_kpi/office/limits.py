"""How large a workbook may be, and the refusal of what is larger or cannot be read.

Nobody's workbook of indicators comes near these numbers; they keep a hostile or an accidental file (a stray cell in the
last row, a thousand sheets, a bomb of zeros) from using up memory or time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.problems import Detail

MAX_SHEETS = 500
MAX_ROWS = 200_000
MAX_COLUMNS = 1024
MAX_CELLS = 1_000_000
"""Cells that hold something, in all sheets together."""
MAX_PLACES = 4_000_000
"""Cells in the rectangles from A1 to the last cell that holds something, in all sheets together."""
MAX_MERGED = 50_000
MAX_TEXT = 100_000
"""Characters in one cell; Excel allows 32,767."""
MAX_STYLES = 100_000
"""Number formats, and styles of cells; Excel allows 64,000."""
MAX_STRINGS = 2_000_000
MAX_CHARACTERS = 64 * 1024 * 1024
"""Characters of all texts of a workbook together."""

MAX_MEMBERS = 10_000
"""Files within an archive."""
MAX_UNPACKED = 256 * 1024 * 1024
MAX_RATIO = 200
"""Unpacked to packed size of a file within an archive, from `RATIO_FROM` bytes on; ordinary sheets have 5 to 50."""
RATIO_FROM = 8 * 1024 * 1024

MAX_ELEMENTS = 8_000_000
MAX_DEPTH = 200
MAX_TOKEN = 1024 * 1024
"""Bytes of one tag, comment or instruction."""
MAX_NAMES = 20_000
"""Different names of elements and attributes."""
MAX_NAMESPACES = 20_000


class RefusedError(Exception):
    """Why a file is not read: a code with its details, and the cell where it was noticed."""

    def __init__(self, code: str, details: dict[str, Detail] | None = None, *, row: int = -1, column: int = -1) -> None:
        self.code = code
        self.details = details or {}
        self.row = row
        self.column = column
        super().__init__(code)


def damaged(part: str) -> RefusedError:
    """Say that a part of a workbook cannot be read."""
    return RefusedError("damaged_workbook", {"part": part})
