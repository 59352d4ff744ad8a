"""The verdicts of an earlier check, read from what `kpi check -f json` or `kpi project -f json` wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.errors import UsageError
from lixia_kpi.folder.read_bytes import read_bytes
from lixia_kpi.problems import InputError, Problem
from lixia_kpi.tables.failing import Gate
from lixia_kpi.tables.regressions import KEY, Verdict, key_of

if TYPE_CHECKING:
    from lixia_kpi.tables.gap import GapTable
    from lixia_kpi.tables.regressions import Key


def read_earlier(file: str, gap: GapTable, gate: Gate) -> dict[Key, Verdict]:
    """Read the verdicts of an earlier check by target.

    Raises
    ------
    InputError
        where the file cannot be read.
    UsageError
        where it is no such JSON, is of another plan or rule, or was written by a check that let pass what fails now,
        so that a target that is not in it may have failed all the same.
    """
    data = read_bytes(file, file=file)
    if isinstance(data, Problem):
        raise InputError([data])
    document = _document(data, file)
    for key, now in (("plan", gap.plan.id), ("rule", gap.rule)):
        if document.get(key) != now:
            before = str(document.get(key))[:60]
            raise UsageError(f"earlier_other_{key}", {"file": file, "before": before, "now": now})
    if "fail_on" in document and not _gate(document, file).covers(gate):
        raise UsageError("earlier_other_gate", {"file": file})
    rows = [*document["rows"], *document.get("known", [])]
    return dict(_verdict(row, file) for row in rows)


def _document(data: bytes, file: str) -> dict[str, Any]:
    import json

    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise UsageError("earlier_not_json", {"file": file}) from None
    if not isinstance(document, dict):
        raise UsageError("earlier_not_json", {"file": file})
    if not all(isinstance(document.get(key, []), list) for key in ("rows", "known")) or "rows" not in document:
        raise UsageError("earlier_not_json", {"file": file})
    return document


def _gate(document: dict[str, Any], file: str) -> Gate:
    statuses, chance = document["fail_on"], document.get("min_chance")
    if not isinstance(statuses, list) or not isinstance(chance, int | float | None):
        raise UsageError("earlier_not_json", {"file": file})
    return Gate(tuple(map(str, statuses)), None if chance is None else float(chance))


def _verdict(row: Any, file: str) -> tuple[Key, Verdict]:
    if not isinstance(row, dict) or any(key not in row for key in (*KEY, "status")) or row["status"] not in STATUSES:
        raise UsageError("earlier_not_json", {"file": file})
    chance = row.get("probability")
    is_chance = isinstance(chance, int | float) and 0 <= chance <= 1
    return key_of(row), Verdict(row["status"], chance if is_chance else None)
