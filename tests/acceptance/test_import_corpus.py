"""`kpi import` over files as departments send them: every cell read right, or refused with its address."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from acceptance.kpi import run
from lixia_kpi.folder.open import open_folder
from lixia_kpi.intake.compare import compare
from lixia_kpi.intake.read_files import read_files
from lixia_kpi.intake.read_table import Given
from lixia_kpi.office.read import read_sheets
from lixia_kpi.units.conversion import convert

CORPUS = Path(__file__).parents[1] / "data" / "office"
PLAN = open_folder(None).plan
UNITS_ALSO = {indicator.id: indicator.unit_also for indicator in PLAN.indicators}
OWN_CODES = {
    "error_cell": "cell_with_error",
    "formula_without_value": "cell_without_value",
    "not_a_number": "not_a_figure",
}
"""What a fault of a sheet is called where it refuses a cell."""
SHOWN_AS_YEARS = {"days_from_1904.xlsx": "as of {year}-06-30"}
"""Days in June that a number format shows as years: a state in June is never taken for a year."""


def expected():
    files = defaultdict(dict)
    with (CORPUS / "expected.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            files[row["file"]][row["sheet"], row["cell"]] = row
    return dict(files)


EXPECTED = expected()


def changes_of(file):
    sheets, problems = read_sheets((CORPUS / file).read_bytes(), file=file)
    assert not [problem for problem in problems if problem.severity == "error"]
    names = {sheet.name for sheet in sheets}
    reading = read_files([(file, sheets)], PLAN, given=Given(), matches={}, sheets=names)
    return {(c.entry.spot.sheet, c.entry.spot.address): c for c in compare(reading.entries, (), PLAN)}


def codes(change):
    return [finding.code for finding in change.entry.findings if finding.severity == "error"]


def test_there_are_at_least_forty_files():
    assert len(EXPECTED) >= 40
    assert {path.name for path in CORPUS.iterdir() if path.is_file()} >= set(EXPECTED)


@pytest.mark.parametrize("file", [file for file, rows in sorted(EXPECTED.items()) if ("", "") in rows])
def test_file_that_cannot_be_read_is_refused_whole(file):
    _, problems = read_sheets((CORPUS / file).read_bytes(), file=file)
    assert [p.code for p in problems if p.severity == "error"] == [EXPECTED[file]["", ""]["refused"]]


@pytest.mark.parametrize("file", [file for file, rows in sorted(EXPECTED.items()) if ("", "") not in rows])
def test_every_cell_is_read_right_or_refused(file):
    changes = changes_of(file)
    unknown = {(sheet, cell[1:]) for (sheet, cell), c in changes.items() if codes(c) == ["unknown_name"]}
    seen = set()
    for (sheet, cell), row in EXPECTED[file].items():
        if row["refused"] == "unknown_name":
            assert (sheet, cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) in unknown, cell
            continue
        change = changes[sheet, cell]
        seen.add((sheet, cell))
        if row["refused"]:
            assert change.kind == "refused", cell
            assert codes(change) == [OWN_CODES.get(row["refused"], row["refused"])], cell
            continue
        entry = change.entry
        period = SHOWN_AS_YEARS.get(file, row["period"]).format(year=row["year"])
        assert (entry.id, str(entry.year), entry.period) == (row["id"], row["year"], period), cell
        assert convert(entry.value, entry.unit, row["unit"], also=UNITS_ALSO[entry.id]) == float(row["value"]), cell
        assert change.kind in ("new", "unchanged"), (cell, codes(change))
    for place, change in changes.items():
        assert place in seen or change.kind == "unchanged" or codes(change) == ["unknown_name"], place


def test_the_command_names_the_cell_of_everything_that_it_refuses():
    files = [CORPUS / name for name in ("error_cells.xlsx", "words_for_numbers.xlsx", "names_not_known.xlsx")]
    result = run("import", *files, "-f", "csv", code=1, quiet=True)
    rows = list(csv.DictReader(result.out.splitlines()))
    refused = {
        (Path(row["file"]).name, row["cell"], row["findings"].split(";")[0])
        for row in rows
        if row["change"] == "refused"
    }
    assert refused >= {
        ("error_cells.xlsx", "D2", "cell_with_error"),
        ("words_for_numbers.xlsx", "D2", "not_a_figure"),
        ("words_for_numbers.xlsx", "E2", "unit_mismatch"),
        ("names_not_known.xlsx", "A3", "unknown_name"),
    }


def test_all_files_that_cannot_be_read_are_named_at_once():
    files = [CORPUS / name for name in ("encrypted.xlsx", "zip_bomb.xlsx", "tidy.csv", "truncated.xls")]
    result = run("import", *files, "--lang", "en", code=2)
    assert result.out == ""
    lines = result.err.splitlines()
    assert [Path(line.split(":")[0]).name for line in lines[:-1]] == [
        "encrypted.xlsx",
        "truncated.xls",
        "zip_bomb.xlsx",
    ]
    assert lines[-1].startswith("kpi: 3 faults")
