"""Write the files that are missing, or those named on the command line, and the table of what is in them."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from tools.office_corpus import cells, hostile, layouts, other_kinds

FOLDER = Path(__file__).parents[2] / "tests" / "data" / "office"
CASES = [*layouts.CASES, *cells.CASES, *other_kinds.CASES, *hostile.CASES]
COLUMNS = ("file", "sheet", "cell", "id", "year", "period", "value", "unit", "refused")


def main(named: list[str]) -> None:
    for case in CASES:
        path = FOLDER / case.file
        if case.file in named or not path.exists():
            path.write_bytes(case.make())
            print(case.file)
    with (FOLDER / "expected.csv").open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(COLUMNS)
        for case in sorted(CASES, key=lambda case: case.file):
            if case.refused:
                table.writerow([case.file, *[""] * 7, case.refused])
            for f in case.figures:
                table.writerow([case.file, f.sheet, f.cell, f.id, f.year, f.period, f.value, f.unit, f.refused])


if __name__ == "__main__":
    main(sys.argv[1:])
